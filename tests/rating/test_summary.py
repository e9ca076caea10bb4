import pytest

from tests.support.rating import rubric
from trainer.rating.rubric import MarkName
from trainer.rating.summary import sum_up


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (
            {"listening": 90, "pacing": 40},
            "You let the customer talk; the pace is what to work on next.",
        ),
        ({"listening": 90, "pacing": 65}, "You let the customer talk."),
        ({"calming": 20}, "The wording is what to work on next."),
        ({"calming": 65}, "Nothing stood out, for better or worse."),
        ({"calming": None}, "There was nothing to rate yet."),
    ],
)
def test_sum_up(marks: dict[MarkName, int | None], expected: str) -> None:
    """The best mark is praised and the weakest named, as far as they stand out."""
    assert sum_up(marks, rubric().summary) == expected
