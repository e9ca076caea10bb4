"""What there is to rehearse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.scenario import Scenario

__all__ = ["LibraryServices"]


class LibraryServices(Protocol):
    """The scenarios on the shelf."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios to choose from, easiest first."""

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the scenarios of a zip file into the library, all of them or none.

        Raises:
            ScenarioProblem: With every mistake; the message says what to do.
        """
