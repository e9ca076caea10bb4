"""What the program is made of, made when it is first asked for, and then kept."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from trainer.audio.devices import SoundSystem
from trainer.conversation.end_pointing import EndPointing
from trainer.conversation.timeline import Listening
from trainer.conversation.turns import Timing
from trainer.customer.customer import Customer
from trainer.customer.state import CustomerState
from trainer.rating.own_rules import lay_over
from trainer.rating.rubric import Rubric
from trainer.records.folders import Folders
from trainer.records.look import SETTINGS_FILE
from trainer.records.settings import Settings, read_settings, write_settings
from trainer.rehearsal.library import Library
from trainer.rehearsal.parts import Plan
from trainer.scenario.scenario import Scenario
from trainer.speech.cache import LineCache
from trainer.speech.ears import Ears, choose_ears
from trainer.speech.estimate import EstimatedVoice
from trainer.speech.piper_voices import usable
from trainer.speech.render import SpokenVoice

if TYPE_CHECKING:
    from trainer.records.database import Records

__all__ = ["Foundation"]

OWN_RUBRIC = "rubric.yaml"
OWN_SCENARIOS = "scenarios"
KEPT_SCENARIOS = "scenarios.txt"
"""Where imported scenarios lie, in the folder of one's data."""

TRAINEE = "Trainee"
"""Whose rehearsals they are while nobody has given a name."""


class Foundation:
    """The parts that everything else is done with, and the plan of a rehearsal."""

    def __init__(self, folders: Folders | None = None) -> None:
        self.folders = folders or Folders.own()
        own, kept = self.folders.data / OWN_SCENARIOS, self.folders.cache / KEPT_SCENARIOS
        self.library = Library(own, kept, self.folders.config / OWN_RUBRIC)
        self.settings_remarks: tuple[str, ...] = ()
        self._changing = Lock()

    @cached_property
    def settings(self) -> Settings:
        """The person's own choices."""
        read = read_settings(self.folders.config / SETTINGS_FILE)
        self.settings_remarks = read.remarks
        return read.settings

    def change_settings(self, **values: object) -> None:
        """Remember other choices.

        Raises:
            RecordsProblem: They can't be written; the message says what to do.
        """
        with self._changing:
            changed = self.settings.changed(**values)
            write_settings(self.folders.config / SETTINGS_FILE, changed)
            self.settings = changed

    @property
    def rubric(self) -> Rubric:
        """What is rated by: the rubric, with the person's own rules laid over it.

        Raises:
            RubricProblem: The rubric has mistakes.
        """
        return lay_over(self.library.rubric, self.settings.own_rules)

    @property
    def rubric_version(self) -> str:
        """Tells these rules from others."""
        version, sign = self.library.rubric_version, self.settings.own_rules.sign
        return f"{version}+{sign}" if sign else version

    @property
    def profile(self) -> str:
        """Whose rehearsals are kept and shown."""
        return self.settings.profile or TRAINEE

    @cached_property
    def sound_system(self) -> SoundSystem:
        """The one door to PortAudio."""
        return SoundSystem()

    @cached_property
    def voice(self) -> SpokenVoice:
        """What speaks the customer's lines."""
        cache = LineCache(self.folders.cache / "lines")
        return SpokenVoice(self.library.voices, cache, piper=self.piper_voices)

    @property
    def piper_voices(self) -> Mapping[str, Path]:
        """Where Piper's voices are that can speak here, by name."""
        return usable(self.piper_folder)

    @property
    def piper_folder(self) -> Path:
        """Where Piper's voices are installed."""
        return self.folders.models / "piper"

    @cached_property
    def silent_voice(self) -> EstimatedVoice:
        """What stands in for the voice when there is no engine."""
        return EstimatedVoice(self.library.voices)

    @cached_property
    def records(self) -> "Records":
        """What is kept.

        Raises:
            RecordsProblem: They can't be opened.
        """
        from trainer.records.database import Records

        records = Records.open(self.folders.data)
        if (days := self.settings.keep_recordings_days) is not None:
            records.forget_sound(datetime.now(UTC) - timedelta(days=days))
        return records

    def ears(self, wanted: str | None = None) -> Ears:
        """Load what listens.

        Raises:
            EarsProblem: The wanted model is not there.
        """
        return choose_ears(self.folders.models, wanted or self.settings.recogniser or None)

    def close(self) -> None:
        """Let go of the voice's process and the records."""
        for name in ("voice", "records"):
            if name in self.__dict__:
                getattr(self, name).close()

    def plan(
        self,
        scenario: Scenario,
        seed: int,
        listening: Listening,
        *,
        typed: bool = False,
        taken_up: CustomerState | None = None,
    ) -> Plan:
        """Say what is rehearsed and by which rules, from its beginning or taken up."""
        return Plan(
            customer=Customer(scenario, self.library.rules, seed, taken_up),
            detector=self.library.detector(scenario),
            listening=listening,
            limit_ms=scenario.minutes * 60_000,
            timing=Timing(monologue_ms=scenario.customer.patience_s * 1_000),
            overlaps=self.library.overlap_rules,
            typed=typed,
            end_pointing=EndPointing(),
            turn_words=self.library.phrases.turn_ends.words,
            taken_up=taken_up is not None,
        )
