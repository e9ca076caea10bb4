"""How a call is drawn: two lanes, what happened between them, the pressure, and the time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
)
from trainer.conversation.words import Span, Word
from trainer.desktop.widgets.curve import PressureCurve, Ramp, height
from trainer.desktop.widgets.signs import REACH, draw_sign, sign_of
from trainer.desktop.widgets.stretch import Stretch
from trainer.records.wording import clock

translate = QCoreApplication.translate

__all__ = ["Call", "Inks", "LanePicture"]

_GUTTER_LETTERS = 14
_EDGE = 4.0
_ROUND = 4.0
_MEETING_ALPHA, _CUT_ALPHA = 0.22, 0.45
_LEAST_BAR = 2.0
_LEAST_TEXT = 36.0
_WORDS_FROM_PX_S = 110.0
"""From so many px a second on, every word stands at its own time."""

_TICK_PX = 76
_TICKS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)


@dataclass(slots=True)
class Inks:
    """The colours, as the style sheet gives them."""

    customer: QColor
    you: QColor
    words: QColor
    good: QColor
    look: QColor
    soft: QColor
    rest: QColor
    chosen: QColor
    ramp: Ramp


@dataclass(frozen=True, slots=True)
class Call:
    """What is drawn.

    Attributes:
        customer: Their name.
        entries: In order.
        marks: When something calming (True) or inflaming was said.
        curve: The pressure; None when it was not followed.
    """

    customer: str
    entries: tuple[Entry, ...]
    marks: tuple[tuple[Span, bool], ...]
    curve: PressureCurve | None


class LanePicture:
    """One stretch of a call, as large as its widget."""

    def __init__(self, call: Call, stretch: Stretch, size: QSize, font: QFont) -> None:
        self._call, self._stretch, self._size, self._font = call, stretch, size, font
        self._high = QFontMetricsF(font).height()
        gutter = QFontMetricsF(font).averageCharWidth() * _GUTTER_LETTERS + _EDGE
        below = self._high + 2 * _EDGE
        self.box = QRectF(
            gutter, _EDGE, size.width() - gutter - 2 * _EDGE, size.height() - below - _EDGE
        )

    def customer_lane(self) -> QRectF:
        """Return where the customer's lane is."""
        box = self.box
        return QRectF(box.left(), box.top(), box.width(), self._high + 2 * _EDGE)

    def you_lane(self) -> QRectF:
        """Return where the trainee's lane is."""
        box, high = self.box, self._high + 2 * _EDGE
        return QRectF(box.left(), box.bottom() - high, box.width(), high)

    def between(self) -> QRectF:
        """Return what is between the lanes."""
        top, bottom = self.customer_lane().bottom(), self.you_lane().top()
        box = self.box
        return QRectF(box.left(), top + _EDGE, box.width(), bottom - top - 2 * _EDGE)

    def x(self, ms: float) -> float:
        """Return where a moment is."""
        box = self.box
        return box.left() + (ms - self._stretch.from_ms) / self._stretch.span_ms * box.width()

    def ms(self, x: float) -> float:
        """Return which moment is there."""
        box = self.box
        return self._stretch.from_ms + (x - box.left()) / box.width() * self._stretch.span_ms

    def _in_sight(self) -> Iterator[tuple[int, Entry]]:
        until_ms = self._stretch.until_ms
        for number, entry in enumerate(self._call.entries):
            if entry.end_ms >= self._stretch.from_ms and entry.start_ms <= until_ms:
                yield number, entry

    def draw(self, painter: QPainter, inks: Inks, chosen: int, read: Span | None) -> None:
        """Draw it; `read` is what the transcript shows of it."""
        self._inks = inks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._draw_names(painter)
        self._draw_times(painter)
        self._draw_read(painter, read)
        painter.setClipRect(self.box.adjusted(-1, -_EDGE, 1, _EDGE))
        if self._call.curve:
            self._call.curve.draw(painter, self.between(), self.x, inks.ramp)
        seen = list(self._in_sight())
        for _, entry in seen:
            self._draw_bar(painter, entry)
        self._draw_marks(painter)
        for _, entry in seen:
            self._draw_sign(painter, entry)
        for number, entry in seen:
            if number == chosen:
                self._draw_chosen(painter, entry)

    def _draw_names(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._font)
        left, width = 2 * _EDGE, self.box.left() - 3 * _EDGE
        names = [(self.customer_lane(), self._call.customer, self._inks.customer, True)]
        names.append((self.you_lane(), translate("Lanes", "You"), self._inks.you, True))
        if self._call.curve:
            between, high = self.between(), metrics.height()
            top = QRectF(left, between.top() - _EDGE, width, high)
            bottom = QRectF(left, between.bottom() - high + _EDGE, width, high)
            names.append((top, translate("Lanes", "furious"), self._inks.soft, False))
            names.append((bottom, translate("Lanes", "calm"), self._inks.soft, False))
        for lane, name, colour, bold in names:
            font = QFont(self._font)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, width)
            row = QRectF(left, lane.top(), width, lane.height())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(QFont(self._font))

    def _draw_times(self, painter: QPainter) -> None:
        box = self.box
        step_ms = self._tick_ms(box.width())
        high = QFontMetricsF(self._font).height()
        at_ms = -(-int(self._stretch.from_ms) // step_ms) * step_ms
        while at_ms <= self._stretch.until_ms:
            x = self.x(at_ms)
            painter.setPen(QPen(self._inks.rest, 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(self._inks.soft)
            below = QRectF(x - _TICK_PX / 2, box.bottom() + _EDGE, _TICK_PX, high)
            if below.right() <= self._size.width() + _TICK_PX / 4:
                painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, clock(at_ms))
            at_ms += step_ms

    def _draw_read(self, painter: QPainter, read: Span | None) -> None:
        """Draw what the transcript shows, as a line under the lanes."""
        box = self.box
        painter.setPen(QPen(self._inks.rest, 1))
        y = box.bottom() + 3
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        if read:
            begin = max(box.left(), self.x(read.start_ms))
            end = min(box.right(), self.x(read.end_ms))
            if begin < end:
                painter.setPen(QPen(self._inks.soft, 3, c=Qt.PenCapStyle.RoundCap))
                painter.drawLine(QPointF(begin, y), QPointF(end, y))

    def _tick_ms(self, width: float) -> int:
        fits = self._stretch.span_ms / 1000 / max(1.0, width / _TICK_PX)
        return 1000 * next((step for step in _TICKS_S if step >= fits), _TICKS_S[-1])

    def _draw_bar(self, painter: QPainter, entry: Entry) -> None:
        match entry:
            case LineSpoken():
                bar, colour = self._bar(entry, self.customer_lane()), self._inks.customer
            case Reply():
                bar, colour = self._bar(entry, self.you_lane()), self._inks.you
            case _:
                return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        round_px = min(_ROUND, bar.width() / 2)
        painter.drawRoundedRect(bar, round_px, round_px)
        if bar.width() > _LEAST_TEXT:
            painter.setPen(self._inks.words)
            self._draw_words(painter, entry, bar)

    def _bar(self, entry: Entry, lane: QRectF) -> QRectF:
        begin, end = self.x(entry.start_ms), self.x(entry.end_ms)
        return QRectF(begin, lane.top(), max(_LEAST_BAR, end - begin), lane.height())

    def _draw_words(self, painter: QPainter, entry: LineSpoken | Reply, bar: QRectF) -> None:
        metrics = QFontMetricsF(self._font)
        seen = bar.intersected(self.box).adjusted(_EDGE, 0, -_EDGE, 0)
        if self.box.width() / self._stretch.span_ms * 1000 < _WORDS_FROM_PX_S or not entry.words:
            text = entry.text
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, seen.width())
            painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, shown)
            return
        for word, until in _with_next(self._words_in_sight(entry.words), entry.end_ms):
            at = self.x(word.start_ms) + 1
            room = QRectF(at, bar.top(), max(0.0, self.x(until) - at - 2), bar.height())
            shown = metrics.elidedText(word.text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _words_in_sight(self, words: Sequence[Word]) -> Sequence[Word]:
        first = bisect_left(words, self._stretch.from_ms, key=lambda word: word.end_ms)
        last = bisect_left(words, self._stretch.until_ms, key=lambda word: word.start_ms)
        return words[first:last]

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw what calmed as a stroke above the words, what inflamed as dots."""
        y = self.you_lane().top() - 2.5
        for span, good in self._call.marks:
            style = Qt.PenStyle.SolidLine if good else Qt.PenStyle.DotLine
            painter.setPen(QPen(self._inks.good if good else self._inks.look, 3, style))
            painter.drawLine(QPointF(self.x(span.start_ms), y), QPointF(self.x(span.end_ms), y))

    def _draw_sign(self, painter: QPainter, entry: Entry) -> None:
        match entry:
            case Overlap():
                self._draw_meeting(painter, entry)
            case MoodMove():
                between = self.between()
                at = QPointF(self.x(entry.start_ms), height(between, entry.pressure))
                worse = entry.change > 0
                self._outlined(painter, self._inks.ramp.furious if worse else self._inks.good)
                draw_sign(painter, sign_of(entry), at)
            case Silence():
                self._draw_silence(painter, entry)
            case Glitch():
                at = QPointF(self.x(entry.start_ms), self.between().center().y())
                self._outlined(painter, self._inks.soft)
                draw_sign(painter, sign_of(entry), at)
            case _:
                pass

    def _draw_meeting(self, painter: QPainter, overlap: Overlap) -> None:
        colour = self._kind_ink(overlap.overlap_kind)
        begin, end = self.x(overlap.start_ms), self.x(overlap.end_ms)
        wash = QColor(colour)
        cut = overlap.overlap_kind is OverlapKind.INTERRUPTION
        wash.setAlphaF(_CUT_ALPHA if cut else _MEETING_ALPHA)
        box = self.box
        stretch = QRectF(begin, box.top(), max(_LEAST_BAR, end - begin), box.height())
        painter.fillRect(stretch, wash)
        at = QPointF((begin + end) / 2, self.between().center().y())
        self._outlined(painter, colour)
        draw_sign(painter, sign_of(overlap), at)

    def _kind_ink(self, kind: OverlapKind) -> QColor:
        return {
            OverlapKind.INTERRUPTION: self._inks.look,
            OverlapKind.BACKCHANNEL: self._inks.good,
            OverlapKind.END_OVERLAP: self._inks.soft,
            OverlapKind.TALKED_OVER: self._inks.customer,
        }[kind]

    def _draw_silence(self, painter: QPainter, silence: Silence) -> None:
        """Draw dots for as long as nobody spoke."""
        y = self.between().center().y()
        painter.setPen(QPen(self._inks.soft, 3, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self.x(silence.start_ms), y), QPointF(self.x(silence.end_ms), y))

    def _outlined(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(QPen(self._inks.words, 1.5))
        painter.setBrush(colour)

    def _draw_chosen(self, painter: QPainter, entry: Entry) -> None:
        match entry:
            case LineSpoken():
                around = self._bar(entry, self.customer_lane())
            case Reply():
                around = self._bar(entry, self.you_lane())
            case MoodMove():
                around = _around(self.x(entry.start_ms), height(self.between(), entry.pressure))
            case _:
                middle = self.between().center().y()
                around = _around(self.x((entry.start_ms + entry.end_ms) / 2), middle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 2.5
        painter.setPen(QPen(self._inks.words, width + 2))
        painter.drawRoundedRect(around, _ROUND, _ROUND)
        painter.setPen(QPen(self._inks.chosen, width))
        painter.drawRoundedRect(around, _ROUND, _ROUND)


def _with_next(words: Sequence[Word], end_ms: int) -> Iterator[tuple[Word, int]]:
    """Yield each word and when there is room no longer: the next one's start."""
    for word, after in pairwise(words):
        yield word, after.start_ms
    if words:
        yield words[-1], max(end_ms, words[-1].end_ms)


def _around(x: float, y: float) -> QRectF:
    reach = 2 * REACH
    return QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
