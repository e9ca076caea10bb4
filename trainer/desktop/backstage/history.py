"""Everything that was rehearsed before, of whoever is rehearsing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.rating.next_up import Tried
    from trainer.records.store import RehearsalId, RehearsalSummary, Search

__all__ = ["HistoryBackstage"]


class HistoryBackstage(Stage):
    """`HistoryServices` over the database."""

    def rehearsals(self, limit: int | None = None) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first, so many of them at the most."""
        return self.program.records.rehearsals(self.program.profile, limit=limit)

    def tried(self) -> Sequence[Tried]:
        """Return which scenarios were rehearsed and how it went, newest first."""
        return self.program.records.tried(self.program.profile)

    def found(self, search: Search) -> Sequence[RehearsalId]:
        """Return the ids of the rehearsals that a search finds, in its order."""
        return self.program.records.found(self.program.profile, search)

    def summaries(self, rehearsals: Sequence[RehearsalId]) -> Sequence[RehearsalSummary]:
        """Return these as a list shows them; those that are gone are left out."""
        return self.program.records.summaries(rehearsals)

    def reviewed(self, rehearsal: RehearsalId) -> None:
        """Remember that a rehearsal was looked at."""
        self.program.records.review(rehearsal, datetime.now(UTC))

    def tags(self) -> Sequence[str]:
        """Return the tags that rehearsals bear, in alphabetical order."""
        return self.program.records.tags(self.program.profile)

    def tag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Give rehearsals a tag."""
        self.program.records.tag(rehearsals, tag)

    def untag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Take a tag from rehearsals."""
        self.program.records.untag(rehearsals, tag)

    def trash(self, *rehearsals: RehearsalId) -> None:
        """Put rehearsals aside so that they can be restored."""
        self.program.records.trash_all(rehearsals, datetime.now(UTC))

    def restore(self, *rehearsals: RehearsalId) -> None:
        """Bring them back."""
        self.program.records.restore_all(rehearsals)
