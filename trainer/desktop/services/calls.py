"""A rehearsal while it takes place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.records.store import Mode, RehearsalId, Restart
    from trainer.rehearsal.events import Command, RehearsalEvent

__all__ = ["CallServices", "CallWanted", "RunningRehearsal", "Watch"]

Watch: TypeAlias = "Callable[[RehearsalEvent], None]"


@dataclass(frozen=True, slots=True)
class CallWanted:
    """What call is to begin.

    Attributes:
        scenario_id: What is rehearsed.
        typed: Replies are typed, and no microphone is opened.
        mode: How much help there is.
        restart: The moment of another rehearsal that is tried again; None for a whole one.
    """

    scenario_id: str
    typed: bool
    mode: Mode
    restart: Restart | None = None


class RunningRehearsal(Protocol):
    """A rehearsal under way in its own thread."""

    def send(self, command: Command) -> None:
        """Tell it something; returns at once."""

    def close(self) -> None:
        """End it, keep what was recorded, and wait until its thread is done."""


class CallServices(Protocol):
    """Calls that begin here."""

    def hand_over_words(self, scenario_id: str, told: Sequence[str]) -> str:
        """Return a reply that passes the customer on, with what they have told so far."""

    def rehearse(
        self, wanted: CallWanted, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> RunningRehearsal:
        """Begin a rehearsal; `watch` gets every event, `kept` its id once it is rated and saved."""
