"""The customers' voices: a YAML file each, and how a voice sounds from calm to furious."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from trainer.scenario.reading import FileProblem, read_model
from trainer.scenario.scenario import Temperament
from trainer.speech.problems import VoiceProblem

__all__ = ["Delivery", "Engines", "VoiceFile", "VoiceFileProblem", "load_voices"]

Percent = Annotated[int, Field(ge=0, le=100)]
EngineVoices = Annotated[tuple[str, ...], Field(min_length=1)]


class Delivery(BaseModel):
    """How a line is spoken.

    Attributes:
        rate_wpm: Words a minute.
        level_db: Loudness: RMS of the speech in dB relative to full scale.
        pitch: 0..100, 50 is the voice's own; espeak-ng only.
        pitch_range: 0 (monotone) to 100 (excited), 50 is the voice's own; espeak-ng only.
        range_semitones: From the 10th to the 90th percentile of a phrase's pitch, on any engine.
        attack_db: How much louder a word sets in than it goes on.
        pause_percent: How long the engine's own pauses are, at commas and full stops. The pauses
            that a scenario writes are left alone.
        stress: By how many decibels and semitones a stressed word stands out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rate_wpm: Annotated[int, Field(ge=80, le=400)]
    level_db: Annotated[float, Field(ge=-50, le=-12)]
    pitch: Percent
    pitch_range: Percent
    range_semitones: Annotated[float, Field(ge=1, le=20)]
    attack_db: Annotated[float, Field(ge=0, le=9)]
    pause_percent: Annotated[int, Field(ge=30, le=250)]
    stress: Annotated[float, Field(ge=0, le=6)]


class Engines(BaseModel):
    """Each engine's voices in order of preference.

    espeak-ng is given the name as it stands; a Piper voice is an installed one of that name;
    elsewhere the name is looked for in the voices' names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    espeak_ng: EngineVoices = Field(alias="espeak-ng")
    sapi5: EngineVoices
    nsss: EngineVoices
    piper: tuple[str, ...] = ()


class VoiceFile(BaseModel):
    """One customer's voice, as its file in ``voices/`` describes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")]
    name: Annotated[str, Field(min_length=1)]
    sex: Literal["female", "male"]
    age: Annotated[int, Field(ge=16, le=100)]
    temperament: Temperament
    engines: Engines
    calm: Delivery
    furious: Delivery

    def delivery_at(self, pressure: int) -> Delivery:
        """Return the delivery at a pressure of 0 (calm) to 100 (furious)."""
        share = min(max(pressure, 0), 100) / 100
        calm, furious = self.calm.model_dump(), self.furious.model_dump()
        return Delivery.model_validate(
            {name: _between(calm[name], furious[name], share) for name in calm}
        )


class VoiceFileProblem(FileProblem, VoiceProblem):
    """A voice file has mistakes; `mistakes` holds each as one line with its mend."""


def load_voices(folder: Path) -> dict[str, VoiceFile]:
    """Read every voice file in the folder, by id.

    Raises:
        VoiceFileProblem: A file has mistakes, two have the same id, or there is none.
    """
    voices: dict[str, VoiceFile] = {}
    for path in sorted(folder.glob("*.yaml")):
        voice = _load(path)
        if voice.id in voices:
            taken = f'{path}: the id "{voice.id}" is taken: give this voice another id'
            raise VoiceFileProblem([taken])
        voices[voice.id] = voice
    if not voices:
        none = f"{folder} has no voice files: put one there or install Soft Answer again"
        raise VoiceFileProblem([none])
    return voices


def _between(calm: float, furious: float, share: float) -> float:
    """Return what lies between, a whole number between whole numbers."""
    between = calm + (furious - calm) * share
    return round(between) if isinstance(calm, int) else round(between, 2)


def _load(path: Path) -> VoiceFile:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as mistake:
        unread = f"{path}: this can't be read as text: save it again as UTF-8"
        raise VoiceFileProblem([unread]) from mistake
    except OSError as trouble:
        unread = (
            f"{path}: this can't be opened ({trouble.strerror}): give yourself the right to read it"
        )
        raise VoiceFileProblem([unread]) from trouble
    return read_model(VoiceFile, text, str(path), VoiceFileProblem)
