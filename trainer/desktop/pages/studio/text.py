"""A scenario's text to write in, with the numbers of its lines."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer.desktop.pages.studio.colours import Colours
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.ink import ink
from trainer.rehearsal.workshop import Problem

__all__ = ["ScenarioText"]

INDENT = 2


class ScenarioText(QPlainTextEdit):
    """Plain text; Tab leaves it, so that the keyboard is never caught."""

    key_ink = ink("_key", "_dress")
    soft_ink = ink("_soft", "_dress")
    look_ink = ink("_look", "_dress")

    def __init__(self, parent: QWidget | None = None) -> None:
        self._key, self._soft, self._look = QColor(), QColor(), QColor()
        self._troubled: dict[int, bool] = {}
        super().__init__(parent)
        self._colours = Colours(self.document())
        self._numbers = _Numbers(self)
        self.setAccessibleName(self.tr("The scenario's text"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self._choose_font()

    def show_text(self, text: str) -> None:
        """Show another text; its history begins anew."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._make_room()

    def replace_all(self, text: str) -> None:
        """Change the text to another as one step that can be undone, and only where they differ."""
        old = self.toPlainText()
        if text == old:
            return
        start = _common(old, text)
        tail = _common(old[start:][::-1], text[start:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(len(old) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - tail])
        self.let_see(self.document().findBlock(start).blockNumber() + 1)

    def let_see(self, line: int) -> None:
        """Scroll to a line, unless it is seen; the cursor stays where it is."""
        first = self.firstVisibleBlock().blockNumber() + 1
        seen = self.viewport().height() // max(1, self.fontMetrics().lineSpacing())
        if not first <= line < first + seen - 1:
            self.verticalScrollBar().setValue(max(0, line - seen // 3))

    def blame(self, problems: Sequence[Problem]) -> None:
        """Mark the lines in which something is wrong."""
        self._troubled = {}
        for problem in problems:
            line = problem.line
            self._troubled[line] = self._troubled.get(line, False) or problem.mistake
        self._colours.blame(self._troubled)
        self._numbers.update()

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of what stands in a line."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + len(text) - len(text.lstrip()))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Keep even letters when the size of the text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_numbers"):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the side."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(
            QRect(inside.left(), inside.top(), self.number_width, inside.height())
        )

    @property
    def number_width(self) -> int:
        """How wide the numbers are."""
        digits = len(str(self.blockCount()))
        return self.fontMetrics().horizontalAdvance("9") * (digits + 1) + Space.SNUG

    def draw_numbers(self, painter: QPainter, width: int) -> None:
        """Draw the number of every line that is seen; a sign where something is wrong."""
        height = self.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight
        for block, top in self._seen():
            line = block.blockNumber() + 1
            wrong = self._troubled.get(line)
            painter.setPen(self._soft if wrong is None else self._look)
            sign = "" if wrong is None else ("✗" if wrong else "·")
            painter.drawText(0, top, width - Space.TIGHT, height, right, f"{sign}{line}")

    def _seen(self) -> Iterator[tuple[QTextBlock, int]]:
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            yield block, round(top)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _make_room(self) -> None:
        self.setViewportMargins(self.number_width, 0, 0, 0)
        self._numbers.update()

    def _scroll_numbers(self, rect: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def _choose_font(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)

    def _dress(self) -> None:
        if hasattr(self, "_colours"):
            self._colours.dress(self._key, self._soft, self._look)


class _Numbers(QWidget):
    """The strip with the numbers."""

    def __init__(self, text: ScenarioText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """Be as wide as the numbers."""
        return QSize(self._text.number_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen."""
        del event
        painter = QPainter(self)
        painter.setFont(self._text.font())
        self._text.draw_numbers(painter, self.width())


def _common(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)
