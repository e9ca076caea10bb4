"""Where everything stands in the picture of a call: two lanes, overlaps, pressure, a time axis.

A long call is cut into bands of equal length, one under the other. Lengths are units of the SVG.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import (
    LineSpoken,
    MoodMove,
    Overlap,
    OverlapKind,
    Reply,
    Timeline,
)
from trainer.conversation.words import Span
from trainer.rating.scorecard import Advice
from trainer.records.talk import anchor
from trainer.records.wording import OVERLAPS, clock, signed

__all__ = ["Band", "Bar", "Flag", "Meeting", "Step", "Tick", "bands_of"]

LEFT = 76.0
RIGHT = 756.0
PRESSURE_TOP = 30.0
PRESSURE_BOTTOM = 70.0
LONGEST_BAND_MS: Millis = 150_000
MOST_BANDS = 4
"""As many as fit on the first of two printed pages."""

SMALLEST_BAR = 2.0
RAMP_MS: Millis = 1_200
TICKS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)
MOST_TICKS = 10

E = TypeVar("E", LineSpoken, MoodMove, Overlap, Reply)


@dataclass(frozen=True, slots=True)
class Bar:
    """Somebody speaking."""

    x: float
    width: float
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """Both speaking, told apart by shape and colour."""

    x: float
    width: float
    middle: float
    kind: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Step:
    """A move of the pressure, where it has been made."""

    x: float
    y: float
    worse: bool
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Flag:
    """The moment that a piece of advice is about."""

    x: float
    number: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A time on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the call as wide as the page.

    Attributes:
        steps: The moves of the pressure, on its curve.
        curve: The pressure as an SVG path; empty when it was not followed.
        area: The same, closed to the ground.
        end: Where the call ends, when it does so in this band.
    """

    customer: tuple[Bar, ...]
    trainee: tuple[Bar, ...]
    meetings: tuple[Meeting, ...]
    steps: tuple[Step, ...]
    flags: tuple[Flag, ...]
    ticks: tuple[Tick, ...]
    curve: str
    area: str
    end: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """Audio time to the width of one band."""

    span: Span

    def x(self, at_ms: Millis) -> float:
        inside = min(max(at_ms, self.span.start_ms), self.span.end_ms) - self.span.start_ms
        return round(LEFT + (RIGHT - LEFT) * inside / self.span.length_ms, 1)

    def width(self, span: Span) -> float:
        return max(round(self.x(span.end_ms) - self.x(span.start_ms), 1), SMALLEST_BAR)

    def shows(self, span: Span) -> bool:
        return span.start_ms < self.span.end_ms and span.end_ms >= self.span.start_ms


def bands_of(timeline: Timeline, advice: Sequence[Advice] = ()) -> tuple[Band, ...]:
    """Lay a call out in bands; advice is flagged where it happened."""
    duration_ms = max(timeline.duration_ms, 1_000)
    count = min(MOST_BANDS, -(-duration_ms // LONGEST_BAND_MS))
    length_ms = -(-duration_ms // count)
    starts = (number * length_ms for number in range(count))
    scales = (_Scale(Span(start, start + length_ms)) for start in starts)
    return tuple(_band(timeline, advice, scale) for scale in scales)


def _band(timeline: Timeline, advice: Sequence[Advice], scale: _Scale) -> Band:
    curve = _curve(timeline, scale)
    ground = f"L{scale.x(timeline.duration_ms)} {PRESSURE_BOTTOM}L{LEFT} {PRESSURE_BOTTOM}Z"
    return Band(
        customer=tuple(_bars(_lines(timeline), scale)),
        trainee=tuple(_bars(_speech(timeline), scale)),
        meetings=tuple(_meetings(timeline, scale)),
        steps=tuple(_steps(timeline, scale)),
        flags=tuple(_flags(advice, scale)),
        ticks=tuple(_ticks(scale)),
        curve=curve,
        area=curve + ground if curve else "",
        end=scale.x(timeline.duration_ms),
    )


def _numbered(timeline: Timeline, wanted: type[E]) -> Iterator[tuple[str, E]]:
    """Return the entries of one kind, each with its anchor."""
    return (
        (anchor(number), entry)
        for number, entry in enumerate(timeline.entries)
        if isinstance(entry, wanted)
    )


def _lines(timeline: Timeline) -> Iterator[tuple[Span, str, str]]:
    return ((line.span, line.text, name) for name, line in _numbered(timeline, LineSpoken))


def _speech(timeline: Timeline) -> Iterator[tuple[Span, str, str]]:
    """Return when the trainee spoke: stretch by stretch where the gate heard it."""
    return (
        (span, reply.text, name)
        for name, reply in _numbered(timeline, Reply)
        for span in reply.speech or (reply.span,)
    )


def _bars(spoken: Iterable[tuple[Span, str, str]], scale: _Scale) -> Iterator[Bar]:
    return (
        Bar(scale.x(span.start_ms), scale.width(span), f"{clock(span.start_ms)} {text}", name)
        for span, text, name in spoken
        if scale.shows(span)
    )


def _meetings(timeline: Timeline, scale: _Scale) -> Iterator[Meeting]:
    for name, overlap in _numbered(timeline, Overlap):
        if scale.shows(overlap.span):
            x, width = scale.x(overlap.start_ms), scale.width(overlap.span)
            title = f"{clock(overlap.start_ms)} {OVERLAPS[overlap.overlap_kind]}"
            middle = round(x + width / 2, 1)
            kind = OverlapKind(overlap.overlap_kind).value
            yield Meeting(x, width, middle, kind, title, name)


def _steps(timeline: Timeline, scale: _Scale) -> Iterator[Step]:
    """Yield each move where its slope ends, or where the call does."""
    points = _pressures(timeline)[2::2]
    for (name, move), (at_ms, _) in zip(_numbered(timeline, MoodMove), points, strict=True):
        made_ms = min(at_ms, timeline.duration_ms - 1)
        if scale.span.start_ms <= made_ms < scale.span.end_ms:
            title = f"{signed(move.change)}: {move.why}"
            yield Step(scale.x(made_ms), _height(move.pressure), move.change > 0, title, name)


def _flags(advice: Sequence[Advice], scale: _Scale) -> Iterator[Flag]:
    for number, one in enumerate(advice, 1):
        if scale.shows(Span(one.start_ms, one.start_ms)):
            yield Flag(scale.x(one.start_ms), number)


def _ticks(scale: _Scale) -> Iterator[Tick]:
    fitting = (step for step in TICKS_S if scale.span.length_ms <= step * 1_000 * MOST_TICKS)
    step_ms = next(fitting, TICKS_S[-1]) * 1_000
    first = -(-scale.span.start_ms // step_ms) * step_ms
    for at_ms in range(first, scale.span.end_ms, step_ms):
        yield Tick(scale.x(at_ms), clock(at_ms))


def _curve(timeline: Timeline, scale: _Scale) -> str:
    """Return the pressure as a path: level between moves, a short slope at each."""
    points = _pressures(timeline)
    if not points:
        return ""

    until_ms = min(timeline.duration_ms, scale.span.end_ms)
    inside = [(at, level) for at, level in points if scale.span.start_ms < at < until_ms]
    edges = (scale.span.start_ms, until_ms)
    first, last = ((edge, _level_at(points, edge)) for edge in edges)
    path = (f"{scale.x(at)} {_height(level)}" for at, level in (first, *inside, last))
    return "M" + "L".join(path)


def _pressures(timeline: Timeline) -> list[tuple[Millis, float]]:
    moves = timeline.moods
    if not moves:
        return []

    points = [(0, float(moves[0].pressure - moves[0].change))]
    for move in moves:
        points.append((max(move.start_ms, points[-1][0]), points[-1][1]))
        points.append((points[-1][0] + RAMP_MS, float(move.pressure)))
    return points


def _level_at(points: Sequence[tuple[Millis, float]], at_ms: Millis) -> float:
    for (before_ms, before), (after_ms, after) in pairwise(points):
        if before_ms <= at_ms < after_ms:
            return before + (after - before) * (at_ms - before_ms) / (after_ms - before_ms)
    return points[-1][1]


def _height(pressure: float) -> float:
    share = min(max(pressure, 0.0), 100.0) / 100
    return round(PRESSURE_BOTTOM - (PRESSURE_BOTTOM - PRESSURE_TOP) * share, 1)
