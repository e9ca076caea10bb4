"""The program behind the services, made by the first call that needs it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trainer.audio.devices import SoundSystem
    from trainer.conversation.lines import RenderedLine
    from trainer.conversation.timeline import Timeline
    from trainer.rating.rubric import Rubric
    from trainer.rating.scorecard import Rating
    from trainer.records.database import Records
    from trainer.records.folders import Folders
    from trainer.records.settings import Settings
    from trainer.records.store import FinishedRehearsal, Mode, RehearsalId, StoredRehearsal
    from trainer.rehearsal.call import LiveCall
    from trainer.rehearsal.coaching import Coach
    from trainer.rehearsal.library import Library
    from trainer.rehearsal.live import LiveRehearsal
    from trainer.rehearsal.ports import AudioLine, NewGate
    from trainer.rehearsal.sound_check import SoundCheckResult
    from trainer.scenario.scenario import Scenario
    from trainer.speech.ears import Ears
    from trainer.speech.render import SpokenVoice

__all__ = ["Program", "Stage"]


class Program(Protocol):
    """What the services need of the composition root."""

    @property
    def library(self) -> Library:
        """Scenarios, voices and rules."""

    @property
    def settings(self) -> Settings:
        """The person's own choices."""

    def change_settings(self, **values: object) -> None:
        """Remember other choices."""

    @property
    def settings_remarks(self) -> tuple[str, ...]:
        """What the person should know of how the settings were read."""

    @property
    def folders(self) -> Folders:
        """Where everything lies."""

    @property
    def rubric(self) -> Rubric:
        """What is rated by."""

    @property
    def voice(self) -> SpokenVoice:
        """What speaks the customer's lines."""

    @property
    def profile(self) -> str:
        """Whose rehearsals are kept and shown."""

    @property
    def sound_system(self) -> SoundSystem:
        """The one door to PortAudio."""

    @property
    def records(self) -> Records:
        """What is kept."""

    def ears(self, wanted: str | None = None) -> Ears:
        """Load what listens."""

    def rehearse_live(
        self, call: LiveCall, ended: Callable[[Timeline | None], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal; returns at once."""

    def coach(self, scenario: Scenario, mode: Mode) -> Coach | None:
        """Make what helps during a call, if anything does in that mode."""

    def keep(self, finished: FinishedRehearsal) -> RehearsalId:
        """Rate and save what took place."""

    def rescore(
        self, rehearsal: int, why: str, at: datetime, correct: Callable[[Timeline], Timeline]
    ) -> tuple[Rating, Rating]:
        """Rate what is kept again; return the old rating and the new one."""

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open a kept rehearsal, rated as its person has chosen."""

    def rated(self, rehearsal: int) -> tuple[StoredRehearsal, Rating]:
        """Return a kept rehearsal with its newest rating."""

    def sound_check_parts(self) -> tuple[AudioLine, NewGate, RenderedLine]:
        """Make what a sound check needs."""

    def close(self) -> None:
        """Let go of everything."""


class Stage:
    """What all the services stand on.

    Attributes:
        last_check: What the last sound check found; None before one.
    """

    def __init__(self, make_program: Callable[[], Program]) -> None:
        self._make_program = make_program
        self._making = threading.Lock()
        self._made: Program | None = None
        self.last_check: SoundCheckResult | None = None

    @property
    def program(self) -> Program:
        """The program; whoever asks first waits until it is made."""
        with self._making:
            if self._made is None:
                self._made = self._make_program()
            return self._made

    def close(self) -> None:
        """Let go of everything."""
        if self._made is not None:
            self._made.close()
