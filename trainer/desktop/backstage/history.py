"""Everything that was rehearsed before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.records.store import RehearsalId, RehearsalSummary

__all__ = ["HistoryBackstage"]


class HistoryBackstage(Stage):
    """`HistoryServices` over the database."""

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first."""
        return self.program.records.rehearsals()

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put a rehearsal aside so that it can be restored."""
        self.program.records.trash(rehearsal, datetime.now(UTC))

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
        self.program.records.restore(rehearsal)
