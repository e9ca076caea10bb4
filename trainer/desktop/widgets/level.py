"""A living line of how loud it has been in the last seconds."""

from collections import deque

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.ink import ink

__all__ = ["LevelLine"]

QUIET_DB, LOUD_DB = -60.0, -6.0
_STROKE = 3


class LevelLine(QWidget):
    """Draws each loudness it is given as a stroke at the right edge; older ones move left."""

    line_ink = ink("_ink")
    rest_ink = ink("_rest")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: deque[float] = deque(maxlen=Size.PAGE // Space.TIGHT)
        self._ink, self._rest = QColor(), QColor()
        self.setAccessibleName(name)

    def add(self, level_db: float) -> None:
        """Take the loudness of the last 100 ms, dBFS."""
        share = (level_db - QUIET_DB) / (LOUD_DB - QUIET_DB)
        self._shares.append(min(max(share, 0.0), 1.0))
        self.update()

    def rest(self) -> None:
        """Forget what was drawn."""
        self._shares.clear()
        self.update()

    @property
    def shares(self) -> tuple[float, ...]:
        """What is drawn: 0 for quiet, 1 for loud, the oldest first."""
        return tuple(self._shares)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strokes, and dots where nothing was heard yet."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, room = self.height() / 2, self.height() - _STROKE
        for place in range(self.width() // Space.TIGHT):
            heard = place < len(self._shares)
            share = self._shares[-1 - place] if heard else 0.0
            high = _STROKE + share * room
            x = self.width() - (place + 1) * Space.TIGHT
            painter.setBrush(self._ink if share else self._rest)
            box = QRectF(x, middle - high / 2, _STROKE, high)
            painter.drawRoundedRect(box, _STROKE / 2, _STROKE / 2)
        painter.end()
