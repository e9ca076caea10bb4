"""A mark as a ring that is closed as far as the mark goes, with the number in it."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.tokens import Size
from trainer.desktop.widgets.ink import ink

__all__ = ["Ring"]

_LINE = 4.0
_FULL = 100
_TURN = 360 * 16
_TOP = 90 * 16


class Ring(QWidget):
    """A mark of 0..100 at a glance; its words are said beside it."""

    mark_ink = ink("_mark_ink")
    rest_ink = ink("_rest_ink")

    def __init__(self, mark: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._mark_ink, self._rest_ink = QColor(), QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring and the number."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_LINE, _LINE, -_LINE, -_LINE)
        painter.setPen(QPen(self._rest_ink, 1))
        painter.drawEllipse(box)
        painter.setPen(QPen(self._mark_ink, _LINE, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, _TOP, -round(_TURN * self._mark / _FULL))
        painter.setPen(self.palette().text().color())
        font = self.font()
        font.setPixelSize(font.pixelSize() * Size.SMALL // Size.BODY)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._mark))
        painter.end()

    def _fit(self) -> None:
        side = max(Size.RING, Size.RING * self.font().pixelSize() // Size.BODY)
        self.setFixedSize(side, side)
