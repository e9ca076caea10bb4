"""A reply in the transcript, with the techniques in it underlined and explained."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.text import LINE_HEIGHT

__all__ = ["Mark", "Passage"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `start` to `end` (excluded) are underlined, plainly when good, else in dashes."""

    start: int
    end: int
    good: bool
    tip: str


class Passage(QTextEdit):
    """Text to read, select and copy; never scrolls, as high as its words need."""

    good_ink = ink("_good", "_underline")
    look_ink = ink("_look", "_underline")

    def __init__(
        self, words: Sequence[str], marks: Sequence[Mark] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._marks = tuple(words), tuple(marks)
        self._good, self._look = QColor(), QColor()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._write()

    def sizeHint(self) -> QSize:
        """Be as high as the words need at this width."""
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        """Never hide a line."""
        return QSize(0, self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def _needed(self) -> int:
        return max(round(self.document().size().height()), self.fontMetrics().height())

    def _write(self) -> None:
        self.setPlainText(" ".join(self._words))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(block)
        self._underline()

    def _underline(self) -> None:
        for mark in self._marks:
            begin = len(" ".join(self._words[: mark.start])) + bool(mark.start)
            length = len(" ".join(self._words[mark.start : mark.end]))
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._dress(mark))

    def _dress(self, mark: Mark) -> QTextCharFormat:
        dress = QTextCharFormat()
        styles = QTextCharFormat.UnderlineStyle
        dress.setUnderlineStyle(styles.SingleUnderline if mark.good else styles.DashUnderline)
        dress.setUnderlineColor(self._good if mark.good else self._look)
        dress.setToolTip(mark.tip)
        return dress
