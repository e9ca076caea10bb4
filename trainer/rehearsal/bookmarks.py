"""Keeps the bookmarks of a rehearsal, from which it can be taken up again."""

from collections.abc import Callable

from trainer.rehearsal.events import Bookmark, RehearsalEvent

__all__ = ["Bookmarks"]


class Bookmarks:
    """Passes every event on but the bookmarks, which it keeps.

    Attributes:
        kept: The bookmarks so far, in order.
    """

    def __init__(self, tell: Callable[[RehearsalEvent], None]) -> None:
        self.kept: list[Bookmark] = []
        self._tell = tell

    def tell(self, event: RehearsalEvent) -> None:
        """Take the next event."""
        if isinstance(event, Bookmark):
            self.kept.append(event)
        else:
            self._tell(event)
