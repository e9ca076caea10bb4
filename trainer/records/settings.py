"""The person's own settings: a small JSON file that is read tolerantly and written whole."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from trainer.conversation.end_pointing import Pace
from trainer.rating.own_rules import OwnRules
from trainer.records.look import LARGEST_TEXT, Language, Look, Motion, ThemeName
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode

__all__ = ["Personal", "ReadSettings", "Settings", "read_settings", "write_settings"]

Wpm: TypeAlias = Annotated[int, Field(ge=40, le=300)]
"""Words a minute that somebody may aim at."""


class Personal(BaseModel):
    """What each person who rehearses here has chosen for themselves.

    Attributes:
        mode: How much help there is during a call.
        pace: How soon the customer takes the turn, or by which key the trainee talks.
        captions: Show the customer's words.
        face: Show the customer's face.
        text_size: Percent.
        motion: Whether things move; ``system`` is what Qt tells of the system.
        target_wpm: From and to how many words a minute are on target; None is the rubric's.
        rates_fluency: Rate and show fillers and pauses; False for whoever stammers and says so.
        studio_unfolded: Which sections of the studio's form are unfolded.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    mode: Mode = Mode.PRACTICE
    pace: Pace = Pace.NORMAL
    captions: bool = True
    face: bool = True
    text_size: int = Field(default=100, ge=100, le=LARGEST_TEXT)
    theme: ThemeName = "system"
    motion: Motion = "system"
    target_wpm: tuple[Wpm, Wpm] | None = None
    rates_fluency: bool = True
    studio_unfolded: tuple[str, ...] = ("frame", "briefing")

    @field_validator("target_wpm")
    @classmethod
    def _rises(cls, band: tuple[int, int] | None) -> tuple[int, int] | None:
        if band and band[0] >= band[1]:
            raise ValueError("the second must be above the first")
        return band

    @property
    def own_rules(self) -> OwnRules:
        """What is laid over the rubric for this person."""
        return OwnRules(self.target_wpm, self.rates_fluency)


class Settings(Personal):
    """What has been chosen on this computer, by the person of `profile`; others wait in `people`.

    Devices, recogniser, language and how long recordings are kept belong to the computer; all that
    `Personal` names belongs to a person. Keys of other versions are carried along.

    Attributes:
        profile: Who rehearsed last.
        microphone: Name of the device; empty for the system's own choice.
        loudspeaker: Likewise.
        recogniser: Name of the speech model; empty for the best that is installed.
        voice_volume: The customer's loudness in percent.
        language: Of the window, from its next start on.
        keep_recordings_days: After so many days sound is deleted; 0 never keeps it, None always.
        people: The choices of everybody else, by name.
    """

    profile: str = ""
    microphone: str = ""
    loudspeaker: str = ""
    recogniser: str = ""
    voice_volume: int = Field(default=80, ge=0, le=100)
    language: Language = "system"
    keep_recordings_days: int | None = Field(default=None, ge=0)
    people: Mapping[str, Personal] = Field(default_factory=dict)

    @field_validator("people", mode="before")
    @classmethod
    def _tolerates(cls, people: object) -> object:
        """Let nobody's choices be lost for another's that can't be read."""
        if not isinstance(people, Mapping):
            return people
        return {
            name: one if isinstance(one, Personal) else _person(one) for name, one in people.items()
        }

    @property
    def look(self) -> Look:
        """What the window wears."""
        return Look(self.theme, self.text_size, self.motion, self.language)

    def changed(self, **values: object) -> Self:
        """Return the settings with other values; another `profile` brings its own choices.

        Whoever gives a name for the first time keeps what was chosen before there was one.

        Raises:
            ValueError: A value that the setting does not have.
        """
        profile = values.get("profile", self.profile)
        base = self if profile == self.profile else self._of(str(profile))
        return type(self).model_validate({**base.model_dump(), **values})

    def _of(self, profile: str) -> Self:
        """Return the settings with that person's choices, and this one's put by."""
        mine = {name: getattr(self, name) for name in Personal.model_fields}
        theirs = self.people.get(profile) or (Personal() if self.profile else Personal(**mine))
        people = {name: one for name, one in self.people.items() if name != profile}
        if self.profile:
            people[self.profile] = Personal(**mine)
        return self.model_copy(update={**dict(theirs), "profile": profile, "people": people})


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
        mistaken = {str(error["loc"][0]) for error in wrong.errors()}
    keys = [key for key in found if key in mistaken]
    right = {key: value for key, value in found.items() if key not in keys}
    settings = Settings.model_validate(right)
    remarks = (
        f"{path}: “{key}” can't be {json.dumps(found[key], ensure_ascii=False)}; "
        f"{json.dumps(settings.model_dump(mode='json')[key])} is used instead."
        for key in keys
    )
    return ReadSettings(settings, tuple(remarks))


def _person(found: object) -> Personal:
    """Return somebody's choices, those that are wrong at their defaults."""
    if not isinstance(found, Mapping):
        return Personal()
    try:
        return Personal.model_validate(found)
    except ValidationError as wrong:
        keys = {str(error["loc"][0]) for error in wrong.errors()}
    return Personal.model_validate({key: one for key, one in found.items() if key not in keys})


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
