"""The customer's pressure over time: a step for each move, of which one is chosen."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from trainer.desktop.widgets.ink import ink

__all__ = ["PressureCurve"]

_MARGIN = 10.0
_LINE, _DOT, _CHOSEN = 2.0, 4.0, 7.0
_FULL = 100


class PressureCurve(QAbstractSlider):
    """Draws the pressure, 0..100, calm below and furious above.

    It is a slider over the steps: its value is the step that is chosen, by keys or by a click.
    """

    calm_ink = ink("_calm")
    tense_ink = ink("_tense")
    furious_ink = ink("_furious")
    rest_ink = ink("_rest")
    focus_ink = ink("_focus")

    def __init__(
        self,
        opening: int,
        steps: Sequence[tuple[int, int]],
        duration_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        """Prepare.

        Args:
            opening: The pressure at the beginning.
            steps: When the pressure moved, in ms, and to what; in time, one at least.
            duration_ms: How long it took in all.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._opening = opening
        self._steps = tuple(steps)
        self._duration_ms = max(1, duration_ms)
        colours = (QColor() for _ in range(5))
        self._calm, self._tense, self._furious, self._rest, self._focus = colours
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, len(self._steps) - 1)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step that is nearest to the click."""
        at = event.position().x()
        distances = [abs(self._point(ms, 0).x() - at) for ms, _ in self._steps]
        self.setValue(distances.index(min(distances)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the curve and its steps."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._rest, 1))
        for pressure in (0, _FULL // 2, _FULL):
            painter.drawLine(self._point(0, pressure), self._point(self._duration_ms, pressure))
        painter.setPen(QPen(self._ramp(), _LINE))
        painter.drawPath(self._curve())
        self._draw_steps(painter)
        painter.end()

    def _draw_steps(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ramp())
        for ms, pressure in self._steps:
            painter.drawEllipse(self._point(ms, pressure), _DOT, _DOT)
        painter.setPen(QPen(self._focus if self.hasFocus() else self._rest, _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._point(*self._steps[self.value()]), _CHOSEN, _CHOSEN)

    def _curve(self) -> QPainterPath:
        last = (self._duration_ms, self._steps[-1][1])
        course = [(0, self._opening), *self._steps, last]
        path = QPainterPath(self._point(*course[0]))
        for (_, before), (ms, after) in pairwise(course):
            path.lineTo(self._point(ms, before))
            path.lineTo(self._point(ms, after))
        return path

    def _point(self, ms: int, pressure: int) -> QPointF:
        width, height = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        across = min(ms / self._duration_ms, 1.0)
        return QPointF(_MARGIN + width * across, _MARGIN + height * (1 - pressure / _FULL))

    def _ramp(self) -> QLinearGradient:
        ramp = QLinearGradient(0, self.height() - _MARGIN, 0, _MARGIN)
        for share, colour in ((0.0, self._calm), (0.5, self._tense), (1.0, self._furious)):
            ramp.setColorAt(share, colour)
        return ramp
