"""What is kept of the person who rehearses: to look at, to take along, to delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trainer.records.store import Amount, RehearsalId

__all__ = ["BelongingServices", "Belongings"]


@dataclass(frozen=True, slots=True)
class Belongings:
    """What is kept of one person.

    Attributes:
        profile: Whose it is.
        folder: Where the recordings lie.
    """

    profile: str
    amount: Amount
    folder: Path


class BelongingServices(Protocol):
    """Everything of the person's own."""

    def belongings(self) -> Belongings:
        """Return what there is."""

    def export_mine(
        self,
        archive: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int:
        """Write everything into a zip file; return how many rehearsals are in it.

        Raises:
            RecordsProblem: It can't be written; the message says what to do.
        """

    def trash_mine(self) -> Sequence[RehearsalId]:
        """Put every rehearsal of the person's aside, so that it can be brought back."""

    def bring_back(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Bring them back."""

    def delete_for_good(self, rehearsals: Sequence[RehearsalId]) -> None:
        """Delete them and all of the person's that was deleted before; nothing brings it back."""
