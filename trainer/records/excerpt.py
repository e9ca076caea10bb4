"""Which moments of a long talk are printed, where paper has room for some only.

An exchange is what the customer says, what the trainee answers and what that does. Those that the
advice is about come first, then interruptions, then what moved the customer most; beginning and end
are always told.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from trainer.rating.scorecard import Advice
from trainer.records.talk import Aside, Row, Turn

__all__ = ["excerpt", "left_out", "room"]

PAGES_LINES = 118.0
"""How many printed lines two pages have."""

FRAME_LINES = 31.0
"""What is there in every report: headings, marks, and the space between the cards."""

BAND_LINES = 5.8
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
    ending, advice = report["ending"], report["advice"]
    cards = max((_card_lines(one) for one in advice), default=0.0)
    pace = 2 + 1.3 * len(report["pace"])
    why = 3 + sum(1.3 + _wrapped(text, HALF_LETTERS) for _, text in report["not_rated"])
    answers = [
        1.2 + (_wrapped(answer, CARD_LETTERS) if answer else EMPTY_ANSWER_LINES)
        for _, answer in report["reflection"]
    ]
    taken = (
        FRAME_LINES,
        _wrapped(ending["why"] + ending["got"], SENTENCE_LETTERS) if ending else 0.0,
        cards,
        BAND_LINES * len(report["bands"]),
        max(pace, why + 4),
        sum(max(answers[row : row + 3]) for row in range(0, len(answers), 3)),
    )
    return max(PAGES_LINES - sum(taken), 0.0)


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
        marked = TECHNIQUE * sum(len(piece.names) for piece in row.pieces)
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
    named = NOTE_LINES if any(piece.names for piece in row.pieces) else 0.0
    return _wrapped(row.text + row.note, LETTERS) + named + TURN_ROOM
