"""What is kept of Ada, over the same list as her rehearsals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from tests.support.desktop.kept import FakeHistory
from trainer.desktop.services import Belongings
from trainer.records.everything import ExportCancelledProblem
from trainer.records.store import Amount, RehearsalId

__all__ = ["FakeBelongings"]


@dataclass
class FakeBelongings(FakeHistory):
    """`BelongingServices` in memory; an export waits for `packing`."""

    folder: Path = Path("/nowhere/recordings")
    exported: list[Path] = field(default_factory=list)
    gone: list[RehearsalId] = field(default_factory=list)
    asked_for_good: int = 0
    packing: Event | None = None

    def belongings(self) -> Belongings:
        """Return what there is."""
        self._refuse("belongings")
        there = len(self.rehearsals())
        amount = Amount(there, there, there * 3_000_000, len(self.trashed))
        return Belongings("Ada", amount, self.folder)

    def export_mine(
        self,
        archive: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        """Keep where to, unless it was cancelled."""
        self._refuse("export_mine")
        progress(1, len(self.kept))
        if self.packing:
            self.packing.wait(5)
        if cancelled():
            raise ExportCancelledProblem("Stopped. Nothing was written.")
        self.exported.append(archive)
        return len(self.kept)

    def trash_mine(self) -> Sequence[RehearsalId]:
        """Put all of it aside."""
        self._refuse("trash_mine")
        mine = [one.id for one in self.rehearsals()]
        self.trashed.extend(mine)
        return mine

    def bring_back(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Bring it back."""
        for rehearsal in rehearsals:
            self.restore(rehearsal)

    def delete_for_good(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Keep that it is gone."""
        self._refuse("delete_for_good")
        self.asked_for_good += 1
        self.gone.extend(rehearsals)
