"""The last twenty seconds of a call: the customer above, you below, now on the right."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QLineF, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.words import Span
from trainer.desktop.theme import motion
from trainer.desktop.tokens import Size
from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.level import LOUD_DB, QUIET_DB
from trainer.desktop.widgets.motion import Glide

__all__ = ["LANES_APART", "SHOWN_MS", "Strip"]

SHOWN_MS: Millis = 20_000
FRAME_MS = 16
_STEP_MS: Millis = 100
_STILL_MS: Millis = 1_000
"""Where motion is reduced, the strip moves on once a second."""

_SPEECH_DB = -50.0
"""Below this nothing is drawn: a room is never quite silent."""

_STROKE, _NOW, _MARK = 2.5, 2.0, 5.0
LANES_APART = 16
"""Room between the lanes, where the overlaps are marked, in px."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How loud both were in 100 ms, 0 for not at all."""

    at_ms: Millis
    customer: float
    you: float


class Strip(QWidget):
    """Moves left with audio time; both lanes are strokes as high as the voice is loud.

    An interruption is a full diamond between the lanes over a hatched stretch, a backchannel a
    small ring, and where the customer cut in there is an empty diamond. What was typed is an
    empty bar.
    """

    customer_ink = ink("_customer")
    you_ink = ink("_you")
    rest_ink = ink("_rest")
    look_ink = ink("_look")
    good_ink = ink("_good")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: deque[_Level] = deque(maxlen=SHOWN_MS // _STEP_MS + 10)
        self._overlaps: deque[Overlap] = deque(maxlen=SHOWN_MS // _STEP_MS)
        self._typed: deque[Span] = deque(maxlen=SHOWN_MS // _STEP_MS)
        self._strokes: tuple[list[QLineF], list[QLineF]] = ([], [])
        self._base_ms = 0
        self._glide, self._clock = Glide(), QElapsedTimer()
        self._customer, self._you, self._rest, self._look, self._good = (QColor() for _ in range(5))
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._move)
        self._clock.start()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hear(self, at_ms: Millis, you_db: float, customer_db: float) -> None:
        """Take the loudness of the last 100 ms, dBFS."""
        self._glide.hear(at_ms, self._clock.elapsed())
        self._levels.append(_Level(at_ms, _share(customer_db), _share(you_db)))
        self._draw_strokes()
        self.update()

    def mark(self, overlap: Overlap) -> None:
        """Mark that both spoke at once."""
        self._overlaps.append(overlap)
        self.update()

    def write(self, span: Span) -> None:
        """Show that something was typed."""
        self._typed.append(span)
        self.update()

    @property
    def drawn(self) -> str:
        """What it shows, a sign for each second up to now: ``C`` and ``Y``, ``B`` for both."""
        now = self._base_ms
        signs = []
        for second in range(SHOWN_MS // 1000, 0, -1):
            since = now - second * 1000
            steps = [one for one in self._levels if since < one.at_ms <= since + 1000]
            spoke = (any(one.customer for one in steps), any(one.you for one in steps))
            signs.append({(True, False): "C", (False, True): "Y", (True, True): "B"}.get(spoke))
        return "".join(sign or "." for sign in signs)

    @property
    def marks(self) -> tuple[Overlap, ...]:
        """What is marked between the lanes."""
        return tuple(one for one in self._overlaps if one.overlap_kind in _MARKS)

    def sizeHint(self) -> QSize:
        """Be as high as two lanes are; text that grows needs no more of it."""
        return QSize(Size.READING, Size.STRIP)

    def showEvent(self, event: QShowEvent) -> None:
        """Move while there is somebody to see it."""
        super().showEvent(event)
        self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._frames.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw to the new width."""
        super().resizeEvent(event)
        self._draw_strokes()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes where they are by now."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now_ms = self._now_ms()
        self._draw_ground(painter)
        painter.setClipRect(0, 0, round(self._right), self.height())
        for overlap in self._overlaps:
            self._draw_overlap(painter, overlap, now_ms)
        for span in self._typed:
            self._draw_typed(painter, span, now_ms)
        painter.translate((self._base_ms - now_ms) * self._px, 0)
        for strokes, colour in zip(self._strokes, (self._customer, self._you), strict=True):
            painter.setPen(
                QPen(colour, _STROKE, c=Qt.PenCapStyle.FlatCap)
            )  # round ends cost 7 times
            painter.drawLines(strokes)
        painter.end()

    # Places

    @property
    def _right(self) -> float:
        """Where now is."""
        return self.width() - _NOW

    @property
    def _px(self) -> float:
        """How wide a millisecond is."""
        return self._right / SHOWN_MS

    def _x(self, at_ms: float, now_ms: float) -> float:
        return self._right - (now_ms - at_ms) * self._px

    def _lanes(self) -> tuple[QRectF, QRectF]:
        high = (self.height() - LANES_APART) / 2
        return QRectF(0, 0, self._right, high), QRectF(0, high + LANES_APART, self._right, high)

    def _now_ms(self) -> float:
        if not motion():
            return self._base_ms // _STILL_MS * _STILL_MS
        return self._glide.now(self._clock.elapsed())

    # Drawing

    def _move(self) -> None:
        if motion() and self._levels and self._now_ms() < self._levels[-1].at_ms + 2 * SHOWN_MS:
            self.update()

    def _draw_strokes(self) -> None:
        """Lay out the strokes as they stand at the last time that was told."""
        self._base_ms = self._levels[-1].at_ms if self._levels else 0
        above, below = self._lanes()
        levels = tuple(self._levels)
        self._strokes = (
            list(self._laid(above, ((one.at_ms, one.customer) for one in levels))),
            list(self._laid(below, ((one.at_ms, one.you) for one in levels))),
        )

    def _laid(self, lane: QRectF, shares: Iterable[tuple[Millis, float]]) -> Iterable[QLineF]:
        middle, reach = lane.center().y(), (lane.height() - _STROKE) / 2
        for at_ms, share in shares:
            if share:
                x = self._x(at_ms - _STEP_MS / 2, self._base_ms)
                yield QLineF(x, middle - share * reach, x, middle + share * reach)

    def _draw_ground(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._rest, 1))
        for lane in self._lanes():
            middle = lane.center().y()
            painter.drawLine(QPointF(0, middle), QPointF(self._right, middle))
        painter.setPen(QPen(self._rest, _NOW))
        painter.drawLine(QPointF(self._right, 0), QPointF(self._right, self.height()))

    def _draw_typed(self, painter: QPainter, span: Span, now_ms: float) -> None:
        _, lane = self._lanes()
        left = self._x(span.start_ms, now_ms)
        width = max(span.length_ms * self._px, 2 * _MARK)
        high = lane.height() / 2
        painter.setPen(QPen(self._you, _NOW))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(left, lane.center().y() - high / 2, width, high)
        painter.drawRoundedRect(box, high / 4, high / 4)

    def _draw_overlap(self, painter: QPainter, overlap: Overlap, now_ms: float) -> None:
        if overlap.overlap_kind not in _MARKS:
            return
        left, right = self._x(overlap.start_ms, now_ms), self._x(overlap.end_ms, now_ms)
        middle = QPointF((left + right) / 2, self.height() / 2)
        match overlap.overlap_kind:
            case OverlapKind.INTERRUPTION:
                stretch = QRectF(left, 0, max(right - left, _MARK), self.height())
                painter.fillRect(stretch, QBrush(self._look, Qt.BrushStyle.BDiagPattern))
                _diamond(painter, middle, self._look, full=True)
            case OverlapKind.TALKED_OVER:
                _diamond(painter, middle, self._customer, full=False)
            case _:
                painter.setPen(QPen(self._good, _NOW))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, _MARK - 1, _MARK - 1)


_MARKS = frozenset({OverlapKind.INTERRUPTION, OverlapKind.BACKCHANNEL, OverlapKind.TALKED_OVER})
"""To end a line together is how people talk: it is not marked."""


def _share(level_db: float) -> float:
    if level_db < _SPEECH_DB:
        return 0.0
    return min((level_db - QUIET_DB) / (LOUD_DB - QUIET_DB), 1.0)


def _diamond(painter: QPainter, middle: QPointF, colour: QColor, *, full: bool) -> None:
    painter.setPen(QPen(colour, _NOW))
    painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
    corners = ((0.0, -_MARK), (_MARK, 0.0), (0.0, _MARK), (-_MARK, 0.0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
