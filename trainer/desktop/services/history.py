"""Everything that was rehearsed before, of whoever is rehearsing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.rating.next_up import Tried
    from trainer.records.store import RehearsalId, RehearsalSummary, Search

__all__ = ["HistoryServices"]


class HistoryServices(Protocol):
    """The list of earlier rehearsals."""

    def rehearsals(self, limit: int | None = None) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first, so many of them at the most."""

    def tried(self) -> Sequence[Tried]:
        """Return which scenarios were rehearsed and how it went, newest first."""

    def found(self, search: Search) -> Sequence[RehearsalId]:
        """Return the ids of the rehearsals that a search finds, in its order."""

    def summaries(self, rehearsals: Sequence[RehearsalId]) -> Sequence[RehearsalSummary]:
        """Return these as a list shows them; those that are gone are left out."""

    def reviewed(self, rehearsal: RehearsalId) -> None:
        """Remember that a rehearsal was looked at."""

    def tags(self) -> Sequence[str]:
        """Return the tags that rehearsals bear, in alphabetical order."""

    def tag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Give rehearsals a tag."""

    def untag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Take a tag from rehearsals."""

    def trash(self, *rehearsals: RehearsalId) -> None:
        """Put rehearsals aside so that they can be restored."""

    def restore(self, *rehearsals: RehearsalId) -> None:
        """Bring them back."""
