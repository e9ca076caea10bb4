"""How the benchmark of the delivery counts words."""

import pytest

from benchmarks.delivery import HELD_OUT, words_right


@pytest.mark.parametrize(
    ("said", "heard", "right"),
    [
        ("I called yesterday.", "i called yesterday", 3),
        ("I called yesterday.", "i yesterday called", 2),
        ("Don't do it!", "don't do", 2),
        ("I called.", "", 0),
    ],
)
def test_words_right(said: str, heard: str, right: int) -> None:
    """Words count in their order, without case and punctuation."""
    assert words_right(said, heard.split()) == right


def test_lines_are_held_out_from_the_scenarios() -> None:
    """None is a duplicate, and each has enough words to count."""
    assert len(set(HELD_OUT)) == len(HELD_OUT)
    assert all(len(line.split()) >= 8 for line in HELD_OUT)
