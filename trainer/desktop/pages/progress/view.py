"""The table itself: rows of one height, columns that share the width, keys that do something."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from trainer.desktop.pages.progress.rows import COLUMNS, Rows
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.keys import ENTER, Key, Keymap

__all__ = ["RowsView"]

WIDEST = ("30 Sept 2026, 00:00", "", "100, much to gain", "100:00", "a tag, another tag", "")
"""What the columns of fixed width have room for."""
SCENARIO, SENTENCE = COLUMNS.index("scenario"), COLUMNS.index("sentence")


class RowsView(QTableView):
    """Shows rehearsals.

    Signals: `open_wanted` (Return, or a double click), `delete_wanted` (Delete), and `ranged`,
    which says that other rows are chosen.
    """

    open_wanted = Signal()
    delete_wanted = Signal()
    ranged = Signal()

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setAccessibleName(self.tr("All rehearsals"))
        delete = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        self.keymap = Keymap(
            self.tr("All rehearsals"),
            Key(ENTER, self.tr("Open the row"), self.open_wanted.emit),
            Key(delete, self.tr("Delete what is chosen"), self.delete_wanted.emit),
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table: it is one stop
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSortIndicatorShown(True)
        self.doubleClicked.connect(self.open_wanted)
        self.selectionModel().selectionChanged.connect(self.ranged)
        self._fit()

    def chosen_rows(self) -> list[range]:
        """Return the rows that are chosen, in runs."""
        chosen = self.selectionModel().selection()
        ranges = map(chosen.at, range(chosen.count()))
        runs = (range(one.top(), one.bottom() + 1) for one in ranges)
        return sorted(runs, key=lambda run: run.start)

    def choose_row(self, row: int) -> None:
        """Choose one row and go there."""
        flags = QItemSelectionModel.SelectionFlag
        index: QModelIndex = self.model().index(row, 0)
        how = flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Return, delete by Delete; the rest goes its usual way."""
        if not self.keymap.press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 2 * Space.TIGHT)
        room = self.viewport().width()
        for column, widest in enumerate(WIDEST):
            if widest:
                width = metrics.horizontalAdvance(widest) + 2 * Space.SNUG
                self.setColumnWidth(column, width)
                room -= width
        least = Size.MARK * metrics.height() // Size.HEADING
        roomy = room >= 2 * least
        self.setColumnHidden(SENTENCE, not roomy)
        self.setColumnWidth(SCENARIO, max(least, room * 2 // 5 if roomy else room))
        self.setColumnWidth(SENTENCE, room - room * 2 // 5)
