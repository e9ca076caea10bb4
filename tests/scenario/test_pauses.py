"""Pauses in the text of lines."""

import pytest

from trainer.conversation.lines import Phrase
from trainer.scenario.pauses import phrases_of, trouble_in


def test_cuts_a_text_at_its_pauses() -> None:
    """A pause belongs to the phrase before it; without a number it is 700 ms."""
    expected = (Phrase("Twice.", 700), Phrase("Same day.", 900), Phrase("Right"))

    assert phrases_of("Twice. [pause] Same\n day. [pause 900] Right") == expected


def test_keeps_a_pause_at_the_end() -> None:
    """A line may end in a silence that tempts."""
    assert phrases_of("Well. [pause 1200]") == (Phrase("Well.", 1200),)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("Fine. [pause 400] Good.", ""),
        ("[pause] ", "no word to say"),
        ("Well [paus 3] then", "only hold pauses"),
        ("Well [pause then", "only hold pauses"),
        ("[pause 400] Well", "begin with a pause"),
        ("Well [pause 20]", "100 to 5000"),
        ("Well [pause 9000]", "100 to 5000"),
    ],
)
def test_says_what_is_wrong_with_a_pause(text: str, trouble: str) -> None:
    """Every mistake in a pause has its sentence; a good text has none."""
    found = trouble_in(text)

    assert bool(found) == bool(trouble)
    assert trouble in found
