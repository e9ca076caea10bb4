"""The person's own settings: a small JSON file that is read tolerantly and written whole."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trainer.conversation.end_pointing import Pace
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode

__all__ = ["ReadSettings", "Settings", "read_settings", "write_settings"]


class Settings(BaseModel):
    """What a person has chosen; keys of other versions are carried along.

    Attributes:
        profile: Who rehearsed last.
        microphone: Name of the device; empty for the system's own choice.
        loudspeaker: Likewise.
        recogniser: Name of the speech model; empty for the best that is installed.
        voice_volume: The customer's loudness in percent.
        pace: How soon the customer takes the turn, or by which key the trainee talks.
        mode: How much help there is during a call.
        captions: Show the customer's words.
        face: Show the customer's face.
        text_size: Percent.
        keep_recordings_days: After so many days sound is deleted; 0 never keeps it, None always.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    profile: str = ""
    microphone: str = ""
    loudspeaker: str = ""
    recogniser: str = ""
    voice_volume: int = Field(default=80, ge=0, le=100)
    pace: Pace = Pace.NORMAL
    mode: Mode = Mode.PRACTICE
    captions: bool = True
    face: bool = True
    text_size: int = Field(default=100, ge=75, le=200)
    theme: Literal["system", "light", "dark", "high_contrast"] = "system"
    keep_recordings_days: int | None = Field(default=None, ge=0)

    def changed(self, **values: object) -> Self:
        """Return the settings with other values.

        Raises:
            ValueError: A value that the setting does not have.
        """
        return type(self).model_validate({**self.model_dump(), **values})


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Settings and what the person should know of how they were read."""

    settings: Settings
    remarks: tuple[str, ...] = ()


def read_settings(path: Path) -> ReadSettings:
    """Read the settings; what is missing or wrong falls back to its default, with a remark.

    A file that is no JSON object is kept beside as ``….damaged``.

    Raises:
        RecordsProblem: The file is there and can't be read.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ReadSettings(Settings())
    except ValueError:
        return ReadSettings(Settings(), (_set_aside(path),))
    except OSError as refused:
        raise _refused(path, "read", refused) from refused
    if not isinstance(found, dict):
        return ReadSettings(Settings(), (_set_aside(path),))
    return _tolerant(found, path)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, all of them or none.

    Raises:
        RecordsProblem: They can't be written there.
    """
    draft = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as file:
            file.write(settings.model_dump_json(indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as refused:
        raise _refused(path, "written", refused) from refused


def _tolerant(found: dict[str, Any], path: Path) -> ReadSettings:
    try:
        return ReadSettings(Settings.model_validate(found))
    except ValidationError as wrong:
        keys = dict.fromkeys(str(error["loc"][0]) for error in wrong.errors())
    right = {key: value for key, value in found.items() if key not in keys}
    settings = Settings.model_validate(right)
    remarks = (
        f"{path}: “{key}” can't be {json.dumps(found[key], ensure_ascii=False)}; "
        f"{json.dumps(getattr(settings, key))} is used instead."
        for key in keys
    )
    return ReadSettings(settings, tuple(remarks))


def _set_aside(path: Path) -> str:
    kept = path.with_name(path.name + ".damaged")
    try:
        path.replace(kept)
    except OSError:
        return f"{path} can't be understood; all settings are at their defaults."
    return f"{path} can't be understood; it is kept as {kept.name}, and all settings are defaults."


def _refused(path: Path, verb: str, refused: OSError) -> RecordsProblem:
    return RecordsProblem(
        f"Your settings in {path} can't be {verb}: {refused.strerror or refused}. "
        "Allow it in that folder, or free some space."
    )
