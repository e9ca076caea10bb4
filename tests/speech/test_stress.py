"""Which words an angry speaker leans on."""

import pytest

from tests.support.speech import words_every
from trainer.conversation.words import Span
from trainer.speech.stress import spoken_at, stressed_words


@pytest.mark.parametrize(
    ("text", "stressed"),
    [
        ("Nobody called me back, not once.", ["Nobody", "not", "once."]),
        ("You charged me twice on the same day.", ["twice"]),
        (
            "I don\N{RIGHT SINGLE QUOTATION MARK}t want a voucher.",
            ["don\N{RIGHT SINGLE QUOTATION MARK}t"],
        ),
        ("I want *my own* money back, not a voucher.", ["*my own*"]),
        ("*Twice*!", ["*Twice*"]),
        ("Two * three * four", ["three", "four"]),
        ("Where is my parcel?", []),
        ("", []),
    ],
)
def test_stressed_words(text: str, stressed: list[str]) -> None:
    """What the writer put between stars; without any, denials and counts."""
    assert [text[begin:end] for begin, end in stressed_words(text)] == stressed


def test_stressed_words_are_found_in_time() -> None:
    """A word counts as soon as one of its letters is stressed, with or without its stars."""
    written, read = "I want *my own* money!", "I want  my own  money!"
    stressed = stressed_words(written)

    assert spoken_at(written, words_every(written), stressed) == [Span(500, 750), Span(750, 1000)]
    assert spoken_at(read, words_every(read), stressed) == [Span(500, 750), Span(750, 1000)]
    assert spoken_at("*Yes* !", words_every("*Yes* !"), stressed_words("*Yes* !")) == [Span(0, 250)]
