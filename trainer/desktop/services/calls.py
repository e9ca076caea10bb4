"""A rehearsal while it takes place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.conversation.end_pointing import Pace
    from trainer.records.store import Mode, RehearsalId
    from trainer.rehearsal.events import Command, RehearsalEvent

__all__ = ["CallServices", "CallWays", "RunningRehearsal", "Watch"]

Watch: TypeAlias = "Callable[[RehearsalEvent], None]"


@dataclass(frozen=True, slots=True)
class CallWays:
    """How a person wants their calls; remembered from one to the next.

    Attributes:
        mode: How much help there is.
        pace: How soon the customer takes the turn.
        captions: The customer's words are shown as they are spoken.
        face: The customer's face is shown.
    """

    mode: Mode
    pace: Pace
    captions: bool
    face: bool


class RunningRehearsal(Protocol):
    """A rehearsal under way in its own thread."""

    def send(self, command: Command) -> None:
        """Tell it something; returns at once."""

    def close(self) -> None:
        """End it, keep what was recorded, and wait until its thread is done."""


class CallServices(Protocol):
    """Calls that begin here."""

    def ways(self) -> CallWays:
        """Return how the person had their last call."""

    def choose_ways(self, ways: CallWays) -> None:
        """Remember how the person wants their calls.

        Raises:
            RecordsProblem: The settings can't be written; the message says what to do.
        """

    def hand_over_words(self, scenario_id: str, told: Sequence[str]) -> str:
        """Return a reply that passes the customer on, with what they have told so far."""

    def rehearse(
        self,
        scenario_id: str,
        *,
        typed: bool,
        mode: Mode,
        watch: Watch,
        kept: Callable[[RehearsalId], None],
    ) -> RunningRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved."""
