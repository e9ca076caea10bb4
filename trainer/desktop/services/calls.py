"""A rehearsal while it takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.records.store import Mode, RehearsalId, Restart
    from trainer.rehearsal.events import Command, RehearsalEvent

__all__ = ["CallServices", "RunningRehearsal", "Watch"]

Watch: TypeAlias = "Callable[[RehearsalEvent], None]"


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

    def rehearse(  # noqa: PLR0913 - what call it is to be, and who hears of it
        self,
        scenario_id: str,
        *,
        typed: bool,
        mode: Mode,
        watch: Watch,
        kept: Callable[[RehearsalId], None],
        restart: Restart | None = None,
    ) -> RunningRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved.

        Args:
            scenario_id: What is rehearsed.
            typed: Replies are typed, and no microphone is opened.
            mode: How much help there is.
            watch: Gets every event.
            kept: Gets the id of what was kept.
            restart: The moment of another rehearsal that is tried again; None for a whole one.
        """
