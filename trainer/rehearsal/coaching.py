"""Help during the call: whoever watches is told what the coach makes of each event."""

from collections.abc import Callable
from typing import Protocol

from trainer.rehearsal.events import CueChanged, GuidanceChanged, RehearsalEvent

__all__ = ["Coach", "coached"]

Tell = Callable[[RehearsalEvent], None]


class Coach(Protocol):
    """Watches a rehearsal and says little."""

    def take(self, event: RehearsalEvent) -> CueChanged | GuidanceChanged | None:
        """Take the next event; return what is to be told after it."""


def coached(tell: Tell, make: Callable[[], Coach | None]) -> Tell:
    """Return a `tell` that passes everything on and lets a coach speak.

    The coach, if any, is made with the first event, in the rehearsal's own thread.
    """
    made: list[Coach | None] = []

    def tell_and_coach(event: RehearsalEvent) -> None:
        tell(event)
        if not made:
            made.append(make())
        said = made[0].take(event) if made[0] else None
        if said is not None:
            tell(said)

    return tell_and_coach
