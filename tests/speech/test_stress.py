"""Which words an angry speaker leans on."""

import pytest

from trainer.speech.stress import stressed_words


@pytest.mark.parametrize(
    ("text", "stressed"),
    [
        ("Nobody called me back, not once.", ["Nobody", "not", "once."]),
        ("You charged me twice on the same day.", ["twice"]),
        (
            "I don\N{RIGHT SINGLE QUOTATION MARK}t want a voucher.",
            ["don\N{RIGHT SINGLE QUOTATION MARK}t"],
        ),
        ("I want *my own* money back, not a voucher.", ["*my", "own*"]),
        ("*Twice*!", ["*Twice*!"]),
        ("Two * three * four", ["three", "four"]),
        ("Where is my parcel?", []),
        ("", []),
    ],
)
def test_stressed_words(text: str, stressed: list[str]) -> None:
    """What the writer put between stars; without any, denials and counts."""
    tokens = text.split()

    assert [tokens[place] for place in stressed_words(text)] == stressed
