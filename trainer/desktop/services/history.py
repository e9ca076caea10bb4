"""Everything that was rehearsed before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.records.store import RehearsalId, RehearsalSummary

__all__ = ["HistoryServices"]


class HistoryServices(Protocol):
    """The list of earlier rehearsals."""

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first."""

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put a rehearsal aside so that it can be restored."""

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
