"""What is kept of the person who rehearses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.desktop.services.belongings import Belongings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.records.store import RehearsalId

__all__ = ["BelongingsBackstage"]


class BelongingsBackstage(Stage):
    """`BelongingServices` over the records."""

    def belongings(self) -> Belongings:
        """Return what there is of the person's."""
        program = self.program
        records = program.records
        return Belongings(program.profile, records.amount(program.profile), records.recordings)

    def export_mine(
        self,
        archive: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        """Write everything of the person's into a zip file; return how many rehearsals."""
        from trainer.records.everything import export_everything

        return export_everything(archive, self._mine(), self.program.rated, progress, cancelled)

    def trash_mine(self) -> Sequence[RehearsalId]:
        """Put every rehearsal of the person's aside."""
        mine, at = self._mine(), datetime.now(UTC)
        for rehearsal in mine:
            self.program.records.trash(rehearsal, at)
        return mine

    def bring_back(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Bring them back."""
        for rehearsal in rehearsals:
            self.program.records.restore(rehearsal)

    def delete_for_good(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Delete them with their sound, and what of the person's was in the bin before."""
        records = self.program.records
        binned = {one.id for one in records.rehearsals(self.program.profile, trashed=True)}
        for rehearsal in sorted(binned.union(rehearsals)):
            records.purge(rehearsal)

    def _mine(self) -> tuple[RehearsalId, ...]:
        kept = self.program.records.rehearsals(self.program.profile)
        return tuple(one.id for one in kept)
