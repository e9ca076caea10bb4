"""The rows of the table: their ids are known, what they show is fetched as it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer

from trainer.desktop import wording

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from trainer.records.store import RehearsalId, RehearsalSummary

__all__ = ["COLUMNS", "Rows"]

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"
Arrived: TypeAlias = "Callable[[Sequence[RehearsalSummary]], None]"
Fetch: TypeAlias = "Callable[[Sequence[RehearsalId], Arrived], None]"

Known: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""The cells of a row, and its tags: words only, which the collector need not look at."""

COLUMNS = ("when", "scenario", "mark", "length", "tags", "sentence")
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole.value, Qt.ItemDataRole.ToolTipRole.value})
"""What a cell is asked for some thousand times a paint is looked up without an enum."""
PORTION = 64
"""So many rows are fetched at once."""
WAITING = 3
"""So many portions wait at the most; what was scrolled past is not fetched."""


class Rows(QAbstractTableModel):
    """A row a rehearsal, in the order of the ids.

    Args:
        fetch: Fetches summaries behind the window and hands them over later.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: tuple[RehearsalId, ...] = ()
        self._known: dict[RehearsalId, Known] = {}
        self._stale: set[RehearsalId] = set()
        self._wanted: list[int] = []
        self._fetching: int | None = None
        self._round = 0

    @property
    def ids(self) -> tuple[RehearsalId, ...]:
        """The rehearsals, a row each."""
        return self._ids

    def show_ids(self, ids: Iterable[RehearsalId]) -> None:
        """Show these rehearsals; what is known of them is shown at once, and fetched anew."""
        self.beginResetModel()
        self._ids = tuple(ids)
        self._stale = set(self._known)
        self._wanted.clear()
        self._fetching = None
        self._round += 1
        self.endResetModel()

    def fetch_again(self, known: Iterable[RehearsalId]) -> None:
        """Fetch these again where they are seen; they have changed."""
        self._stale.update(known)
        self._tell_changed(0, len(self._ids) - 1)

    def title(self, row: int) -> str:
        """Return the title of a row's scenario; empty while it is not known."""
        known = self._known.get(self._ids[row])
        return known[0][COLUMNS.index("scenario")] if known else ""

    def tags(self, row: int) -> tuple[str, ...]:
        """Return the tags of a row; none while they are not known."""
        known = self._known.get(self._ids[row])
        return known[1] if known else ()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a cell's words; an empty cell asks for its row."""
        if role not in _WORDS:
            return None
        rehearsal = self._ids[index.row()]
        known = self._known.get(rehearsal)
        if known is None or rehearsal in self._stale:
            self._want(index.row() // PORTION)
        if known is None:
            return "…" if index.column() == 0 else ""
        return known[0][index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("When"),
            self.tr("Scenario"),
            self.tr("Mark"),
            self.tr("Length"),
            self.tr("Tags"),
            self.tr("In a sentence"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _want(self, portion: int) -> None:
        if portion == self._fetching or portion in self._wanted:
            return
        self._wanted = [*self._wanted, portion][-WAITING:]
        if self._fetching is None:
            QTimer.singleShot(0, self, self._fetch_next)  # once everything in sight has asked

    def _fetch_next(self) -> None:
        if self._fetching is not None or not self._wanted:
            return
        portion = self._fetching = self._wanted.pop()  # what was scrolled to last comes first
        ids = self._ids[portion * PORTION : (portion + 1) * PORTION]
        now = self._round

        def arrived(summaries: Sequence[RehearsalSummary]) -> None:
            if now == self._round:
                self._take(portion, ids, summaries)

        self._fetch(ids, arrived)

    def _take(
        self, portion: int, ids: Sequence[RehearsalId], summaries: Sequence[RehearsalSummary]
    ) -> None:
        self._fetching = None
        gone = ("—", self.tr("no longer kept"), *[""] * (len(COLUMNS) - 2))
        self._known.update(dict.fromkeys(ids, (gone, ())))
        self._known.update((one.id, (_cells(one), one.tags)) for one in summaries)
        self._stale.difference_update(ids)
        self._tell_changed(portion * PORTION, portion * PORTION + len(ids) - 1)
        self._fetch_next()

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))


def _cells(one: RehearsalSummary) -> tuple[str, ...]:
    return (
        wording.when(one.started_at),
        wording.rehearsed(one),
        wording.mark(one.overall),
        wording.clock(one.duration_ms),
        ", ".join(one.tags),
        one.sentence,
    )
