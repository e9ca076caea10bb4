"""Rehearsals that do what the test says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing
from trainer.desktop.services import CallWanted, Watch
from trainer.records.store import RehearsalId
from trainer.rehearsal.events import Command, RehearsalEvent

__all__ = ["FakeCalls", "FakeRehearsal"]


@dataclass
class FakeRehearsal:
    """A rehearsal that does what the test says."""

    wanted: CallWanted
    watch: Watch
    kept: Callable[[RehearsalId], None]
    sent: list[Command] = field(default_factory=list)
    closed: int = 0

    def send(self, command: Command) -> None:
        """Keep the command."""
        self.sent.append(command)

    def close(self) -> None:
        """Count that it was closed."""
        self.closed += 1

    def tell(self, *events: RehearsalEvent) -> None:
        """Let these happen."""
        for event in events:
            self.watch(event)


@dataclass
class FakeCalls(Refusing):
    """`CallServices` whose calls the test moves on."""

    running: list[FakeRehearsal] = field(default_factory=list)

    told: list[tuple[str, ...]] = field(default_factory=list)

    def hand_over_words(self, scenario_id: str, told: Sequence[str]) -> str:
        """Keep what was told, and pass on whoever it is."""
        self._refuse("hand_over_words")
        self.told.append(tuple(told))
        return f"I'll put you through to my colleague, who knows about the {scenario_id}."

    def rehearse(
        self, wanted: CallWanted, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> FakeRehearsal:
        """Begin one that does what the test says."""
        self._refuse("rehearse")
        self.running.append(FakeRehearsal(wanted, watch, kept))
        return self.running[-1]
