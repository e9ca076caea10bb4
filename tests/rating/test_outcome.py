from itertools import pairwise

import pytest

from tests.support.rating import rubric
from trainer.conversation.timeline import MoodMove, Outcome, Timeline
from trainer.rating.outcome import mark_outcome

RULES = rubric().outcome


def mark(*pressures: int, good: bool) -> int | None:
    """Return the mark of a call whose pressure went through those values."""
    moves = tuple(
        MoodMove(after * 10, after * 10, after, after - before, "why")
        for before, after in pairwise(pressures)
    )
    outcome = Outcome("satisfied" if good else "hung_up", good, "Why it ended.")
    return mark_outcome(Timeline(90_000, moves, outcome=outcome), RULES).mark


@pytest.mark.parametrize(
    ("pressures", "good", "expected"),
    [
        ((80, 60, 40), True, 88),
        ((80, 0), True, 100),
        ((80, 100), False, 9),
        ((), True, 75),
        ((), False, 15),
        ((0, 50), False, 0),
    ],
)
def test_mark(pressures: tuple[int, ...], good: bool, expected: int) -> None:  # noqa: FBT001 - a table's column
    """The end is worth 75 or 15, and a quarter of 100 the share of the pressure that went."""
    assert mark(*pressures, good=good) == expected


def test_a_moment_tried_again_has_no_outcome() -> None:
    """How it ends was mostly earned before."""
    good = Outcome("satisfied", good=True, why="Why it ended.")
    judged = mark_outcome(Timeline(90_000, (), outcome=good, taken_up=True), RULES)

    assert judged.mark is None
    assert "one moment again" in judged.not_rated["outcome"]


def test_no_outcome() -> None:
    """A recording has no outcome."""
    judged = mark_outcome(Timeline(90_000, ()), RULES)

    assert judged.mark is None
    assert "no outcome" in judged.not_rated["outcome"]
