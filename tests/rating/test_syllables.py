import pytest

from trainer.rating.syllables import SyllableCounter

COUNTER = SyllableCounter(
    {"calm": [["K", "AA1", "M"]], "fire": [["F", "AY1", "ER0"], ["F", "AY1", "R"]]}
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("calm", 1),
        ("Calm,", 1),
        ("fire", 2),
        ("parcel", 2),
        ("sorry", 2),
        ("time", 1),
        ("table", 2),
        ("tables", 2),
        ("called", 1),
        ("waited", 2),
        ("boxes", 2),
        ("the", 1),
        ("you're", 1),
        ("hm", 1),
        ("118", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    """Known words count by their first pronunciation, others by groups of vowels."""
    assert COUNTER(word) == count
