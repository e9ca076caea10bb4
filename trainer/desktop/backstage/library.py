"""What there is to rehearse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.scenario import Scenario

__all__ = ["LibraryBackstage"]


class LibraryBackstage(Stage):
    """`LibraryServices` over the program's library."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios to choose from, easiest first."""
        return tuple(self.program.library.scenarios.values())

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the scenarios of a zip file into the library, all of them or none."""
        return self.program.library.import_pack(path)
