"""What the window asks of the program; `app` provides it, tests hand in a fake.

Everything here returns at once or is called from a worker thread; what takes time reports back
through the callback it was given, from a thread of its own. `bridge` carries that into Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # the window appears before what these bring is imported
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.conversation.end_pointing import Pace
    from trainer.conversation.words import Span
    from trainer.records.store import RehearsalId, RehearsalSummary, StoredRehearsal
    from trainer.rehearsal.events import Command, RehearsalEvent
    from trainer.rehearsal.sound_check import SoundCheckResult, Stage
    from trainer.scenario.scenario import Scenario

__all__ = ["EarsChoice", "RunningRehearsal", "Services", "Watch"]

Watch: TypeAlias = "Callable[[RehearsalEvent], None]"


@dataclass(frozen=True, slots=True)
class EarsChoice:
    """Which recogniser listens, and in plain words how well."""

    name: str
    note: str


class RunningRehearsal(Protocol):
    """A rehearsal under way in its own thread."""

    def send(self, command: Command) -> None:
        """Tell it something; returns at once."""

    def close(self) -> None:
        """End it, keep what was recorded, and wait until its thread is done."""


class Services(Protocol):
    """The program behind the window."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios to choose from, easiest first."""

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the scenarios of a zip file into the library, all of them or none.

        Raises:
            ScenarioProblem: With every mistake; the message says what to do.
        """

    def ears(self) -> EarsChoice:
        """Return what will listen."""

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Begin the sound check: `level` gets dBFS ten times a second, `done` the verdict.

        `stage` is told what the check is doing, as often as that changes.

        Returns:
            A function that cancels the check.
        """

    def rehearse(
        self, scenario_id: str, *, typed: bool, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> RunningRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved."""

    def pace(self) -> Pace:
        """Return how soon the customer takes the turn."""

    def choose_pace(self, pace: Pace) -> None:
        """Remember how soon the customer is to take the turn, for this person.

        Raises:
            RecordsProblem: The settings can't be written; the message says what to do.
        """

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first."""

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Play that span of the recording, both voices; a span that is playing stops."""

    def stop_playing(self) -> None:
        """Fall silent."""

    def export_report(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write the HTML report.

        Raises:
            RecordsProblem: It can't be written there; the message says what to do.
        """

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put a rehearsal aside so that it can be restored."""

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
