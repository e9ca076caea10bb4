"""The path of competences practised so far: seventeen dots, of which one is named."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.keys import ENTER, Key, Keymap
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text

__all__ = ["Path"]

_LINE = 1.75
_DOT, _REACH = 0.3, 0.42
"""Radii, as shares of the row's height."""


class Path(QWidget):
    """The dots, and under them in words what they say.

    Signals: `chosen` carries the competence that somebody wants to practise.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: Mapping[str, int] = {}
        self._dots, self._words = _Dots(), Text("", "small")
        self._dots.pointed.connect(self._say)
        self._dots.chosen.connect(self.chosen)
        column = stack(Space.HAIR)
        column.addWidget(self._dots)
        column.addWidget(self._words)
        self.setLayout(column)

    def show_times(self, times: Mapping[str, int]) -> None:
        """Show how often each competence was practised, in the order of the dots."""
        self._times = dict(times)
        self._dots.show_practised(list(times), [bool(many) for many in times.values()])
        self._dots.setAccessibleName(self.tr("Practised so far: {so_far}").format(so_far=self.sum))
        self._dots.setAccessibleDescription("; ".join(map(self._told, times)))
        self._say("")

    @property
    def sum(self) -> str:
        """How far it goes, in words."""
        practised = sum(bool(many) for many in self._times.values())
        told = self.tr("{practised} of {all} things to practise")
        return told.format(practised=practised, all=len(self._times))

    def _say(self, competence: str) -> None:
        self._words.say(self._told(competence) if competence else self.sum)

    def _told(self, competence: str) -> str:
        many = self._times[competence]
        name = wording.competence(competence)
        name = name[:1].upper() + name[1:]
        if not many:
            return self.tr("{competence}: not practised yet").format(competence=name)
        if many == 1:
            return self.tr("{competence}: practised once").format(competence=name)
        return self.tr("{competence}: practised %n times", "", many).format(competence=name)


class _Dots(QAbstractSlider):
    """The dots themselves, a slider over them: arrows point, Return or a click chooses.

    Signals: `pointed` carries the competence under mouse or keys, empty for none; `chosen` the
    one that was pressed.
    """

    you_ink = ink("_you")
    rest_ink = ink("_rest")
    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._practised: Sequence[bool] = ()
        self._you, self._rest = QColor(), QColor()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._point)
        self.keymap = Keymap(
            self.tr("What you have practised"),
            Key((Qt.Key.Key_Left,), self.tr("The dot before"), partial(self._move, -1)),
            Key((Qt.Key.Key_Right,), self.tr("The dot after"), partial(self._move, 1)),
            Key((*ENTER, Qt.Key.Key_Space), self.tr("Show who practises it"), self._choose),
        )
        self._fit()

    def show_practised(self, names: Sequence[str], practised: Sequence[bool]) -> None:
        """Show a dot each, filled where it was practised."""
        self._names, self._practised = names, practised
        self.setRange(0, max(0, len(names) - 1))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name the dot that the keys are at."""
        super().focusInEvent(event)
        self._point(self.value())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Name none."""
        super().focusOutEvent(event)
        self.pointed.emit("")

    def leaveEvent(self, event: QEvent) -> None:
        """Name none, or the one that the keys are at."""
        super().leaveEvent(event)
        self.pointed.emit("")
        if self.hasFocus():
            self._point(self.value())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the dot under the mouse."""
        self._point(self._nearest(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the mouse."""
        self.setValue(self._nearest(event))
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Return or Space; the arrows point."""
        if not self.keymap.press(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the path and its dots."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.palette().window().color()
        dot, reach = self.height() * _DOT, self.height() * _REACH
        painter.setPen(QPen(self._rest, 1))
        if self._names:
            painter.drawLine(self._at(0), self._at(len(self._names) - 1))
        for place, practised in enumerate(self._practised):
            painter.setPen(QPen(self._you if practised else self._rest, _LINE))
            painter.setBrush(self._you if practised else ground)
            painter.drawEllipse(self._at(place), dot, dot)
        if self.hasFocus() and self._names:
            painter.setPen(QPen(self._you, _LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._at(self.value()), reach, reach)
        painter.end()

    def _point(self, place: int) -> None:
        if place < len(self._names):
            self.pointed.emit(self._names[place])
            self.update()

    def _move(self, by: int) -> None:
        self.setValue(self.value() + by)

    def _choose(self) -> None:
        if self._names:
            self.chosen.emit(self._names[self.value()])

    def _nearest(self, event: QMouseEvent) -> int:
        distances = [abs(self._at(n).x() - event.position().x()) for n in range(len(self._names))]
        return distances.index(min(distances)) if distances else 0

    def _at(self, place: int) -> QPointF:
        step = self._step()
        return QPointF(self.height() / 2 + step * place, self.height() / 2)

    def _step(self) -> float:
        room = self.width() - self.height()
        return min(self.height() * 1.5, room / max(1, len(self._names) - 1))

    def _fit(self) -> None:
        self.setFixedHeight(max(Size.ICON, Size.ICON * self.font().pixelSize() // Size.BODY))
