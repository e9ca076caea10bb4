"""Who spoke when, on two lanes across the window, with the customer's pressure between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    Reply,
    Silence,
)
from trainer.conversation.words import Span
from trainer.desktop.tokens import RADIUS
from trainer.desktop.widgets.curve import PressureCurve, Ramp
from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.keys import ENTER, Key, Keymap
from trainer.desktop.widgets.lane_picture import Call, Inks, LanePicture
from trainer.desktop.widgets.stretch import Stretch

__all__ = ["Lanes"]

_DRAG_PX = 4
_NEAR_PX = 12.0
_TURN = 120
_TURN_SHARE = 0.1
"""How much of what is shown a notch of the wheel pans."""


class Lanes(QAbstractSlider):
    """Draws a call: the customer's lane above, the trainee's below.

    It is a slider over the entries: its value is the number of the one that is chosen, by keys or
    by a click. Ctrl with the wheel zooms, the wheel sideways or a drag pans.

    Args:
        customer: Their name.
        duration_ms: How long the call was.
        tell: Says in words what the entry of a number is.

    Signals: `moved` when another stretch is shown, `played` carries the number of the entry whose
    sound is wanted.
    """

    moved = Signal()
    played = Signal(int)

    customer_ink = ink("_customer")
    you_ink = ink("_you")
    words_ink = ink("_words")
    good_ink = ink("_good")
    look_ink = ink("_look")
    soft_ink = ink("_soft")
    rest_ink = ink("_rest")
    chosen_ink = ink("_chosen")
    calm_ink = ink("_calm")
    tense_ink = ink("_tense")
    furious_ink = ink("_furious")

    def __init__(
        self,
        customer: str,
        duration_ms: int,
        tell: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._tell = customer, tell
        self._customer = self._you = self._words = self._good = self._look = QColor()
        self._soft = self._rest = self._chosen = QColor()
        self._calm = self._tense = self._furious = QColor()
        self._stretch = Stretch.whole(duration_ms)
        self._read: Span | None = None
        self._pressed: tuple[float, float] | None = None
        self._dragged = False
        self._call = Call(customer, (), (), None)
        self.setRange(0, 0)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._describe)
        self.keymap = self._keys()

    # What is shown

    def show_entries(self, entries: Sequence[Entry], marks: Sequence[tuple[Span, bool]]) -> None:
        """Show these, the same stretch of them and the same one chosen.

        Args:
            entries: In order.
            marks: When something calming (True) or inflaming was said.
        """
        moves = [one for one in entries if isinstance(one, MoodMove)]
        curve = None
        if moves:
            steps = [(move.start_ms, move.pressure) for move in moves]
            opening = moves[0].pressure - moves[0].change
            curve = PressureCurve(opening, steps, round(self._stretch.duration_ms))
        self._call = Call(self._name, tuple(entries), tuple(marks), curve)
        self.setRange(0, max(0, len(entries) - 1))
        self._describe(self.value())

    @property
    def stretch(self) -> Stretch:
        """What is shown of it."""
        return self._stretch

    def show_read(self, span: Span) -> None:
        """Mark what the transcript shows of it."""
        if span != self._read:
            self._read = span
            self.update()

    def pan_to(self, from_ms: float) -> None:
        """Begin at that moment, or as near to it as the end allows."""
        self._see(self._stretch.panned(from_ms))

    def reveal(self, span: Span) -> None:
        """Pan, if that is needed, until a span is in sight."""
        self._see(self._stretch.revealing(span))

    def zoom(self, *, closer: bool, at_ms: float | None = None) -> None:
        """Show less or more, with that moment (or else the chosen one) where it is."""
        at_ms = self._middle_of_chosen() if at_ms is None else at_ms
        self._see(self._stretch.zoomed(at_ms, closer=closer))

    def show_whole(self) -> None:
        """Show everything."""
        self._see(Stretch.whole(round(self._stretch.duration_ms)))

    def _see(self, stretch: Stretch) -> None:
        if stretch != self._stretch:
            self._stretch = stretch
            self.update()
            self.moved.emit()

    def _middle_of_chosen(self) -> float:
        if not self._call.entries:
            return self._stretch.from_ms
        span = self._call.entries[self.value()].span
        middle = (span.start_ms + span.end_ms) / 2
        seen = self._stretch.from_ms <= middle <= self._stretch.until_ms
        return middle if seen else self._stretch.from_ms + self._stretch.span_ms / 2

    def _describe(self, value: int) -> None:
        if self._call.entries:
            self.setAccessibleDescription(self._tell(value))
        self.update()

    # What it is told by hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by arrows, zoom by plus and minus, show all by 0, play by Return or Space."""
        if not self.keymap.press(event):
            super().keyPressEvent(event)

    def _keys(self) -> Keymap:
        k = Qt.Key
        zoom, step = partial(partial, self.zoom), partial(partial, self._step)
        return Keymap(
            self.tr("Timeline"),
            Key((k.Key_Left, k.Key_Up), self.tr("The moment before"), step(-1)),
            Key((k.Key_Right, k.Key_Down), self.tr("The moment after"), step(1)),
            Key((k.Key_Home,), self.tr("The first moment"), partial(self.setValue, 0)),
            Key((k.Key_End,), self.tr("The last moment"), lambda: self.setValue(self.maximum())),
            Key((k.Key_Plus, k.Key_Equal), self.tr("Closer"), zoom(closer=True)),
            Key((k.Key_Minus,), self.tr("Wider"), zoom(closer=False)),
            Key((k.Key_0,), self.tr("The whole call"), self.show_whole),
            Key((*ENTER, k.Key_Space), self.tr("Play it, or stop"), self._play),
        )

    def _step(self, by: int) -> None:
        self.setValue(self.value() + by)

    def _play(self) -> None:
        self.played.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, pan sideways; leave the rest to the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(closer=turned.y() > 0, at_ms=self._picture().ms(event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x():
            notches = (turned.x() or turned.y()) / _TURN
            self.pan_to(self._stretch.from_ms - notches * _TURN_SHARE * self._stretch.span_ms)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pressed, self._dragged = (event.position().x(), self._stretch.from_ms), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the button is held; else show what can be clicked."""
        if self._pressed is None:
            over = self._entry_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            return
        x, from_ms = self._pressed
        by_px = event.position().x() - x
        if self._dragged or abs(by_px) > _DRAG_PX:
            self._dragged = True
            width = self._picture().box.width()
            self.pan_to(from_ms - by_px * self._stretch.span_ms / width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, unless it was a drag."""
        dragged, self._pressed = self._dragged, None
        entry = None if dragged else self._entry_at(event.position())
        if entry is not None:
            self.setValue(entry)

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            entry = self._entry_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if entry is None else self._tell(entry), self)
            return True
        return super().event(event)

    def _entry_at(self, point: QPointF) -> int | None:
        """Return the entry that is under a point, or near it in that lane."""
        wanted = self._kinds_at(point.y())
        picture, at, found = self._picture(), point.x(), []
        for number, entry in enumerate(self._call.entries):
            if isinstance(entry, wanted):
                begin, end = picture.x(entry.start_ms), picture.x(entry.end_ms)
                found.append((max(begin - at, at - end, 0.0), number))
        distance, number = min(found, default=(_NEAR_PX + 1, 0))
        return number if distance <= _NEAR_PX else None

    def _kinds_at(self, y: float) -> tuple[type[Entry], ...]:
        if y <= self._picture().customer_lane().bottom():
            return (LineSpoken,)
        if y >= self._picture().you_lane().top():
            return (Reply,)
        return (Overlap, MoodMove, Silence, Glitch)

    def _picture(self) -> LanePicture:
        return LanePicture(self._call, self._stretch, self.size(), self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stretch that is shown, and a frame around it for the focus."""
        del event
        ramp = Ramp(self._calm, self._tense, self._furious)
        inks = Inks(
            self._customer,
            self._you,
            self._words,
            self._good,
            self._look,
            self._soft,
            self._rest,
            self._chosen,
            ramp,
        )
        painter = QPainter(self)
        self._picture().draw(painter, inks, self.value(), self._read)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self._you, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()
