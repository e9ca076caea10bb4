"""Where scenarios are made."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.rehearsal.bench import Bench
    from trainer.rehearsal.workshop import CheckedText, OpenText, Shelved, Workshop
    from trainer.scenario.scenario import Scenario
    from trainer.scenario.situation import Situation

__all__ = ["StudioBackstage"]

DRAFTS = "drafts"


class StudioBackstage(Stage):
    """`StudioServices` over the program's library."""

    def studio_shelf(self) -> tuple[Shelved, ...]:
        """Return one's own and the bundled ones."""
        return self._workshop.shelf()

    def open_text(self, name: str) -> OpenText:
        """Open one, with what was not saved."""
        return self._workshop.open(name)

    def begin_text(self) -> OpenText:
        """Begin a new one from the template."""
        return self._workshop.begin()

    def copy_text(self, name: str) -> OpenText:
        """Begin a copy of one."""
        return self._workshop.copy(name)

    def keep_draft(self, name: str, text: str, at_ns: int) -> None:
        """Keep what is not saved yet; what is older than what is kept is passed over."""
        self._workshop.keep_draft(name, text, at_ns)

    def drop_draft(self, name: str, at_ns: int) -> None:
        """Forget what was not saved."""
        self._workshop.drop_draft(name, at_ns)

    def check_text(self, text: str) -> CheckedText:
        """Look at a text."""
        return self._workshop.check(text)

    def save_text(self, name: str, text: str, at_ns: int) -> str:
        """Write a text among one's own; return its id."""
        return self._workshop.save(name, text, at_ns)

    def remove_text(self, name: str) -> OpenText:
        """Delete one of one's own; return it, to be brought back."""
        return self._workshop.remove(name)

    def bring_back_text(self, opened: OpenText) -> None:
        """Undo a deletion."""
        self._workshop.bring_back(opened)

    def export_pack(self, archive: Path, names: Sequence[str]) -> None:
        """Write saved scenarios into a new pack."""
        self.program.library.export_pack(archive, names)

    def bench(self, scenario: Scenario, pressure: int, first: Situation) -> Bench:
        """Begin to try a scenario out, at that pressure and with that line."""
        from trainer.rehearsal.bench import Bench

        library = self.program.library
        ear = library.detector(scenario)
        return Bench(scenario, library.rules, ear, pressure=pressure, first=first)

    @cached_property
    def _workshop(self) -> Workshop:
        from trainer.rehearsal.workshop import Workshop

        return Workshop(self.program.library, self.program.folders.data / DRAFTS)
