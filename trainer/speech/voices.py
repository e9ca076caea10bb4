"""The customers' voices: a YAML file each, and how a voice sounds from calm to furious."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from trainer.speech.problems import VoiceProblem

__all__ = ["Delivery", "Engines", "VoiceFile", "load_voices"]

Percent = Annotated[int, Field(ge=0, le=100)]
EngineVoices = Annotated[tuple[str, ...], Field(min_length=1)]


class Delivery(BaseModel):
    """How a line is spoken.

    Attributes:
        rate_wpm: Words a minute.
        level_db: Loudness: RMS of the speech in dB relative to full scale.
        pitch: 0..100, 50 is the voice's own; espeak-ng only.
        pitch_range: 0 (monotone) to 100 (excited), 50 is the voice's own; espeak-ng only.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rate_wpm: Annotated[int, Field(ge=80, le=400)]
    level_db: Annotated[float, Field(ge=-50, le=-12)]
    pitch: Percent
    pitch_range: Percent


class Engines(BaseModel):
    """Each engine's voices in order of preference.

    espeak-ng is given the name as it stands; elsewhere it is looked for in the voices' names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    espeak_ng: EngineVoices = Field(alias="espeak-ng")
    sapi5: EngineVoices
    nsss: EngineVoices


class VoiceFile(BaseModel):
    """One customer's voice, as its file in ``voices/`` describes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
    name: Annotated[str, Field(min_length=1)]
    sex: Literal["female", "male"]
    age: Annotated[int, Field(ge=16, le=100)]
    engines: Engines
    calm: Delivery
    furious: Delivery

    def delivery_at(self, pressure: int) -> Delivery:
        """Return the delivery at a pressure of 0 (calm) to 100 (furious)."""
        share = min(max(pressure, 0), 100) / 100
        calm, furious = self.calm, self.furious
        return Delivery(
            rate_wpm=round(_between(calm.rate_wpm, furious.rate_wpm, share)),
            level_db=round(_between(calm.level_db, furious.level_db, share), 2),
            pitch=round(_between(calm.pitch, furious.pitch, share)),
            pitch_range=round(_between(calm.pitch_range, furious.pitch_range, share)),
        )


def load_voices(folder: Path) -> dict[str, VoiceFile]:
    """Read every voice file in the folder, by id.

    Raises:
        VoiceProblem: A file has a mistake, two have the same id, or there is none.
    """
    voices: dict[str, VoiceFile] = {}
    for path in sorted(folder.glob("*.yaml")):
        voice = _load(path)
        if voice.id in voices:
            raise VoiceProblem(f'{path}: the id "{voice.id}" is taken. Give this voice another id.')
        voices[voice.id] = voice
    if not voices:
        raise VoiceProblem(
            f"{folder} has no voice files. Put one there or install Soft Answer again."
        )
    return voices


def _between(calm: float, furious: float, share: float) -> float:
    return calm + (furious - calm) * share


def _load(path: Path) -> VoiceFile:
    data = _parse(path)
    try:
        return VoiceFile.model_validate(data)
    except ValidationError as mistakes:
        first = mistakes.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        line = _line_of(data, first["loc"])
        raise VoiceProblem(
            f"{path}, line {line}: {place}: {first['msg']}. Correct it there; "
            "the other files in the folder show how a voice is written."
        ) from mistakes


def _parse(path: Path) -> Any:  # noqa: ANN401 - whatever the YAML file holds; pydantic checks it
    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as mistake:
        line = mistake.problem_mark.line + 1 if mistake.problem_mark else 1
        raise VoiceProblem(
            f"{path}, line {line}: {mistake.problem or 'this is not YAML'}. "
            "Look for a missing colon, quote or bracket there."
        ) from mistake
    except (YAMLError, UnicodeDecodeError) as mistake:
        raise VoiceProblem(f"{path} can't be read as YAML text. Save it as UTF-8.") from mistake
    except OSError as trouble:
        raise VoiceProblem(f"{path} can't be opened ({trouble.strerror}).") from trouble


def _line_of(data: object, place: tuple[int | str, ...]) -> int:
    """Return the line, from 1, of the deepest part of the place that the file has."""
    line = 0
    for key in place:
        match data:
            case CommentedMap() if key in data:
                line = data.lc.key(key)[0]
            case CommentedSeq() if isinstance(key, int) and key < len(data):
                line = data.lc.item(key)[0]
            case _:
                break
        data = data[key]
    return line + 1
