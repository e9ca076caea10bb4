"""How a figure went: its last dots, newest on the right, and their median as a line."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.keys import ENTER, Key, Keymap

__all__ = ["CourseChart"]

PLACES = 10
"""Room for so many dots; fewer stand on the right, at the same distances."""
_MARGIN, _DOT, _CHOSEN, _LINE = 9.0, 4.0, 7.5, 2.0


class CourseChart(QAbstractSlider):
    """A slider over the dots: arrows and the mouse point at one, Return or a click opens it.

    Args:
        values: The oldest first.
        middle: Their median.
        low: What the foot of the chart stands for.
        high: What its head stands for.

    Signals: `pointed` carries the place of the dot that is pointed at, -1 for none; `pressed_at`
    the place of the one that is opened.
    """

    dot_ink = ink("_dot")
    median_ink = ink("_median")
    rest_ink = ink("_rest")
    pointed = Signal(int)
    pressed_at = Signal(int)

    def __init__(
        self,
        values: Sequence[float],
        middle: float,
        low: float,
        high: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values, self._middle, self._low, self._high = tuple(values), middle, low, high
        self._dot, self._median, self._rest = QColor(), QColor(), QColor()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, max(0, len(self._values) - 1))
        self.setValue(self.maximum())
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.pointed)
        self.keymap = self._keys()

    def event(self, event: QEvent) -> bool:
        """Say which dot is meant while the keys or the mouse are here."""
        match event.type():
            case QEvent.Type.FocusIn:
                self.pointed.emit(self.value())
            case QEvent.Type.FocusOut | QEvent.Type.Leave:
                self.pointed.emit(self.value() if self._keys_stay(event) else -1)
            case _:
                pass
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the dot that is nearest."""
        self.pointed.emit(self._nearest(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the dot that is nearest."""
        self.setValue(self._nearest(event))
        self.pressed_at.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the dot that is pointed at by Return; the arrows point."""
        if not self.keymap.press(event):
            super().keyPressEvent(event)

    def _keys(self) -> Keymap:
        return Keymap(
            self.tr("A little chart"),
            Key((Qt.Key.Key_Left,), self.tr("The dot before"), partial(self._step, -1)),
            Key((Qt.Key.Key_Right,), self.tr("The dot after"), partial(self._step, 1)),
            Key((*ENTER, Qt.Key.Key_Space), self.tr("Open its rehearsal"), self._open),
        )

    def _step(self, by: int) -> None:
        self.setValue(self.value() + by)

    def _open(self) -> None:
        self.pressed_at.emit(self.value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the median and the dots."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._rest, 1))
        for level in (self._low, (self._low + self._high) / 2, self._high):
            painter.drawLine(self._edge(level, 0), self._edge(level, 1))
        painter.setPen(QPen(self._median, _LINE, Qt.PenStyle.DashLine))
        painter.drawLine(self._edge(self._middle, 0), self._edge(self._middle, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._dot)
        for place in range(len(self._values)):
            painter.drawEllipse(self._at(place), _DOT, _DOT)
        if self.hasFocus():
            painter.setPen(QPen(self._dot, _LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._at(self.value()), _CHOSEN, _CHOSEN)
        painter.end()

    def _keys_stay(self, event: QEvent) -> bool:
        return event.type() == QEvent.Type.Leave and self.hasFocus()

    def _nearest(self, event: QMouseEvent) -> int:
        at = event.position().x()
        distances = [abs(self._at(place).x() - at) for place in range(len(self._values))]
        return distances.index(min(distances))

    def _at(self, place: int) -> QPointF:
        free = PLACES - len(self._values)
        across = (free + place) / (PLACES - 1)
        x = _MARGIN + across * (self.width() - 2 * _MARGIN)
        return QPointF(x, self._height_of(self._values[place]))

    def _edge(self, value: float, side: int) -> QPointF:
        return QPointF(side * self.width(), self._height_of(value))

    def _height_of(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return _MARGIN + (1 - min(max(share, 0.0), 1.0)) * (self.height() - 2 * _MARGIN)
