"""The customer's pressure over time, as it is drawn behind other things."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

__all__ = ["PressureCurve", "Ramp", "height"]

_LINE = 2.0
_AREA_ALPHA = 0.26
_FULL = 100
_STOPS = (0.2, 0.6, 0.95)


@dataclass(frozen=True, slots=True)
class Ramp:
    """The colours from calm to furious."""

    calm: QColor
    tense: QColor
    furious: QColor

    def brush(self, box: QRectF, alpha: float = 1.0) -> QLinearGradient:
        """Return the ramp up a box."""
        ramp = QLinearGradient(0, box.bottom(), 0, box.top())
        for stop, ink in zip(_STOPS, (self.calm, self.tense, self.furious), strict=True):
            colour = QColor(ink)
            colour.setAlphaF(alpha)
            ramp.setColorAt(stop, colour)
        return ramp


class PressureCurve:
    """Draws the pressure, 0..100, calm below and furious above.

    Args:
        opening: The pressure at the beginning.
        steps: When the pressure moved, in ms, and to what; in time.
        duration_ms: How long it took in all.
    """

    def __init__(self, opening: int, steps: Sequence[tuple[int, int]], duration_ms: int) -> None:
        last = steps[-1][1] if steps else opening
        self._course = ((0, opening), *steps, (duration_ms, last))

    def draw(
        self, painter: QPainter, box: QRectF, across: Callable[[int], float], ramp: Ramp
    ) -> None:
        """Draw curve and area into a box; `across` tells where a moment in ms is."""
        path = self._path(box, across)
        painter.setPen(QPen(ramp.brush(box), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        area = QPainterPath(path)
        area.lineTo(across(self._course[-1][0]), box.bottom())
        area.lineTo(across(0), box.bottom())
        area.closeSubpath()
        painter.fillPath(area, ramp.brush(box, _AREA_ALPHA))

    def _path(self, box: QRectF, across: Callable[[int], float]) -> QPainterPath:
        path = QPainterPath(QPointF(across(0), height(box, self._course[0][1])))
        for (_, before), (ms, after) in pairwise(self._course):
            path.lineTo(across(ms), height(box, before))
            path.lineTo(across(ms), height(box, after))
        return path


def height(box: QRectF, pressure: int) -> float:
    """Return where a pressure is in the box."""
    return box.bottom() - box.height() * pressure / _FULL
