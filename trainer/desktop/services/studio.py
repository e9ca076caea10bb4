"""Where scenarios are made: one's own texts, what is wrong with them, and trying them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.rehearsal.bench import Bench
    from trainer.rehearsal.workshop import CheckedText, OpenText, Shelved
    from trainer.scenario.scenario import Scenario
    from trainer.scenario.situation import Situation

__all__ = ["StudioServices"]


class StudioServices(Protocol):
    """The workshop; everything here may raise ScenarioProblem, whose message says what to do."""

    def studio_shelf(self) -> tuple[Shelved, ...]:
        """Return one's own and the bundled ones."""

    def open_text(self, name: str) -> OpenText:
        """Open one, with what was not saved."""

    def begin_text(self) -> OpenText:
        """Begin a new one from the template."""

    def copy_text(self, name: str) -> OpenText:
        """Begin a copy of one."""

    def keep_draft(self, name: str, text: str, at_ns: int) -> None:
        """Keep what is not saved yet; what is older than what is kept is passed over."""

    def drop_draft(self, name: str, at_ns: int) -> None:
        """Forget what was not saved."""

    def check_text(self, text: str) -> CheckedText:
        """Look at a text."""

    def save_text(self, name: str, text: str, at_ns: int) -> str:
        """Write a text among one's own; return its id."""

    def remove_text(self, name: str) -> OpenText:
        """Delete one of one's own; return it, to be brought back."""

    def bring_back_text(self, opened: OpenText) -> None:
        """Undo a deletion."""

    def export_pack(self, archive: Path, names: Sequence[str]) -> None:
        """Write saved scenarios into a new pack."""

    def bench(self, scenario: Scenario, pressure: int, first: Situation) -> Bench:
        """Begin to try a scenario out, at that pressure and with that line."""
