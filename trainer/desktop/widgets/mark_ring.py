"""The overall mark as a ring, and the five marks as bars."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QWidget

from trainer.desktop.tokens import Size
from trainer.desktop.widgets.ink import ink

__all__ = ["MarkBar", "MarkRing"]

_THICK = 0.07
_WHOLE = 360 * 16
_TOP = 90 * 16
_WORD_AT = 0.68
_OWN_WIDTH = 3.0
_REST_WIDTH = 2.0


class MarkRing(QWidget):
    """A mark of 0..100 around its number and its word; an empty ring where there is none."""

    done_ink = ink("_done")
    rest_ink = ink("_rest")
    soft_ink = ink("_soft")

    def __init__(self, mark: int | None, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._word = mark, word
        self._done = self._rest = self._soft = QColor()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, number and word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        thick = side * _THICK
        box = QRectF(thick / 2, thick / 2, side - thick, side - thick)
        style = Qt.PenStyle.DotLine if self._mark is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._rest, thick if self._mark is None else _REST_WIDTH, style))
        painter.drawEllipse(box)
        if self._mark:
            painter.setPen(QPen(self._done, thick, c=Qt.PenCapStyle.RoundCap))
            painter.drawArc(box, _TOP, -_WHOLE * self._mark // 100)
        self._write(painter, QRectF(0, 0, side, side))
        painter.end()

    def _write(self, painter: QPainter, box: QRectF) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        if self._mark is not None:
            painter.setPen(self.palette().windowText().color())
            painter.drawText(box.adjusted(0, 0, 0, -box.height() * 0.1), middle, str(self._mark))
        word = QFont(self.font())
        size = self.font().pixelSize() * Size.SMALL // Size.FIGURE
        word.setPixelSize(size)
        word.setBold(False)
        painter.setFont(word)
        painter.setPen(self._soft)
        top = box.height() * (_WORD_AT if self._mark is not None else 0.5) - size
        painter.drawText(QRectF(0, top, box.width(), 2 * size), middle, self._word)


class MarkBar(QProgressBar):
    """A mark of 0..100 as a bar; a stroke across it is what the trainee gave themselves."""

    own_ink = ink("_own_ink")
    edge_ink = ink("_edge")

    def __init__(self, mark: int, own: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own, self._own_ink, self._edge = own, QColor(), QColor()
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setValue(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the stroke."""
        super().paintEvent(event)
        if self._own is None:
            return
        x = (self.width() - _OWN_WIDTH) * self._own / 100
        painter = QPainter(self)
        painter.fillRect(QRectF(x - 1, 0, _OWN_WIDTH + 2, self.height()), self._edge)
        painter.fillRect(QRectF(x, 0, _OWN_WIDTH, self.height()), self._own_ink)
        painter.end()
