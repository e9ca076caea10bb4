import pytest

from trainer.rating.syllables import SyllableCounter

COUNTER = SyllableCounter(
    {"calm": [["K", "AA1", "M"]], "fire": [["F", "AY1", "ER0"], ["F", "AY1", "R"]]}
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("calm", 1), ("Calm,", 1), ("fire", 2), ("parcel", 2), ("you\u2019re", 1), ("\u2014", 0)],
)
def test_syllables(word: str, count: int) -> None:
    """Known words count by their first pronunciation, others as they are written."""
    assert COUNTER(word) == count
