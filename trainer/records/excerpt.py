"""Which moments of a long talk are printed, where paper has room for some only.

An exchange is what the customer says, what the trainee answers and what that does. Those that the
advice is about come first, then beginning and end, then interruptions and what moved the customer
most. Room is estimated in printed lines of the HTML report.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from trainer.rating.scorecard import Advice
from trainer.records.talk import Aside, Row, Turn

__all__ = ["excerpt", "left_out", "room"]

PAGE_LINES = 60.0
"""How many printed lines a page has."""

HEAD_LINES = 18.0
"""What is above the picture in every report: headings, marks, and the space between the cards."""

PICTURE_LINES = 4.6
"""The picture's heading and legend."""

FOOT_LINES = 13.0
"""What is below it in every report: the other cards' headings and edges, and the last line."""

BAND_LINES = 5.8
UNBROKEN_BANDS = 2
"""A picture of so many is never broken across pages."""

CARD_LETTERS = 34
"""How many fit on a printed line of one of three cards."""

SENTENCE_LETTERS = 105
HALF_LETTERS = 50
EMPTY_ANSWER_LINES = 2.2

LETTERS = 88
"""How many fit on a printed line of a turn."""

TURN_ROOM = 0.45
"""The space round a turn, in lines."""

NOTE_LINES = 0.9
GAP_LINES = 1.2

ADVISED = 1_000.0
FIRST_OR_LAST = 500.0
INTERRUPTED = 60.0
TECHNIQUE = 2.0


def excerpt(rows: Sequence[Row], advice: Sequence[Advice], lines: float) -> frozenset[int]:
    """Return the numbers of the rows that fit into so many printed lines."""
    exchanges = list(_exchanges(rows))
    if sum(_lines(rows, one) for one in exchanges) <= lines:
        return frozenset(range(len(rows)))

    weights = {number: _weight(rows, one, advice) for number, one in enumerate(exchanges)}
    weights |= {number: weights[number] + FIRST_OR_LAST for number in (0, len(exchanges) - 1)}
    chosen = _fitting(rows, exchanges, weights, lines)
    return frozenset(row for number in chosen for row in exchanges[number])


def room(report: Mapping[str, Any]) -> float:
    """Return how many printed lines are left for the talk beside the rest of a report."""
    ending = report["ending"]
    cards = max((_card_lines(one) for one in report["advice"]), default=0.0)
    end = _wrapped(ending["why"] + ending["got"], SENTENCE_LETTERS) if ending else 0.0
    picture_ends = _after_picture(HEAD_LINES + end + cards, len(report["bands"]))
    pace = 2 + 1.3 * len(report["pace"])
    why = 7 + sum(1.3 + _wrapped(text, HALF_LETTERS) for _, text in report["not_rated"])
    own_words = [*report["reflection"], *report["otherwise"]]
    below = FOOT_LINES + max(pace, why) + _answer_lines(own_words)
    return max(2 * PAGE_LINES - picture_ends - below, 0.0)


def _after_picture(start: float, bands: int) -> float:
    """Return where the picture ends; what does not fit on a page begins the next one."""
    unbroken = bands <= UNBROKEN_BANDS
    parts = [PICTURE_LINES + BAND_LINES * bands] if unbroken else [BAND_LINES] * bands
    at = start if unbroken else start + PICTURE_LINES
    for lines in parts:
        left = PAGE_LINES - at % PAGE_LINES
        at += lines if lines <= left else left + lines
    return at


def _answer_lines(reflection: Sequence[tuple[str, str]]) -> float:
    """Return what the trainee's own words take, three beside each other."""
    lines = [
        1.2 + (_wrapped(answer, CARD_LETTERS) if answer else EMPTY_ANSWER_LINES)
        for _, answer in reflection
    ]
    return sum(max(lines[row : row + 3]) for row in range(0, len(lines), 3))


def left_out(rows: Sequence[Row], chosen: frozenset[int]) -> tuple[int, ...]:
    """Return how many turns are passed over just before each row, and after the last one."""
    counts, skipped = [], 0
    for number, row in enumerate(rows):
        counts.append(skipped if number in chosen else 0)
        if number in chosen:
            skipped = 0
        elif isinstance(row, Turn):
            skipped += 1
    return (*counts, skipped)


def _card_lines(advice: Mapping[str, str]) -> float:
    parts = (advice["why"], advice["said"], advice["better"])
    return 6 + sum(_wrapped(part, CARD_LETTERS) for part in parts)


def _wrapped(text: str, letters: int) -> int:
    """Return how many lines a text takes."""
    return max(1, ceil(len(text) / letters))


def _exchanges(rows: Sequence[Row]) -> Iterator[range]:
    """Cut the talk before each of the customer's lines that follows a reply."""
    start, answered = 0, False
    for number, row in enumerate(rows):
        if isinstance(row, Turn) and row.speaker == "customer" and answered:
            yield range(start, number)
            start, answered = number, False
        answered = answered or (isinstance(row, Turn) and row.speaker == "you")
    if rows:
        yield range(start, len(rows))


def _fitting(
    rows: Sequence[Row], exchanges: Sequence[range], weights: Mapping[int, float], lines: float
) -> set[int]:
    chosen: set[int] = set()
    for number in sorted(weights, key=lambda one: (-weights[one], one)):
        needed = _lines(rows, exchanges[number]) + GAP_LINES
        if needed <= lines:
            chosen.add(number)
            lines -= needed
    return chosen


def _weight(rows: Sequence[Row], exchange: range, advice: Sequence[Advice]) -> float:
    return sum(_row_weight(rows[number], advice) for number in exchange)


def _row_weight(row: Row, advice: Sequence[Advice]) -> float:
    if isinstance(row, Turn):
        marked = TECHNIQUE * len(row.heard)
        about = any(
            row.start_ms <= one.start_ms < max(row.end_ms, row.start_ms + 1) for one in advice
        )
        return marked + (ADVISED if about and row.speaker == "you" else 0.0)
    moved = abs(float(row.figure.replace("\N{MINUS SIGN}", "-"))) if row.figure else 0.0
    return INTERRUPTED if row.shape == "interruption" else moved


def _lines(rows: Sequence[Row], exchange: range) -> float:
    return sum(_row_lines(rows[number]) for number in exchange)


def _row_lines(row: Row) -> float:
    if isinstance(row, Aside):
        return NOTE_LINES * _wrapped(row.text, LETTERS)
    named = NOTE_LINES * ceil(sum(len(one.name) + 3 for one in row.heard) / LETTERS)
    return _wrapped(row.text + row.note, LETTERS) + named + TURN_ROOM
