import pytest

from trainer.conversation.syllables import count_syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("cat", 1),
        ("sorry,", 2),
        ("delivered", 3),
        ("make", 1),
        ("are", 1),
        ("there's", 1),
        ("you're", 1),
        ("before", 2),
        ("table", 2),
        ("tables", 2),
        ("named", 1),
        ("waited", 2),
        ("hundred", 2),
        ("boxes", 2),
        ("promises", 3),
        ("the", 1),
        ("Don\N{RIGHT SINGLE QUOTATION MARK}t", 1),
        ("café", 2),
        ("hmm", 1),
        ("118", 6),
        ("4th", 3),
        ("—", 0),
        ("", 0),
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    """Common words have the syllables that a person would count; a dash has none."""
    assert count_syllables(word) == syllables
