import pytest

from trainer.conversation.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mm-hm, GO on!", ("mm", "hm", "go", "on")),
        ("that's it", ("thats", "it")),
        ("that\N{RIGHT SINGLE QUOTATION MARK}s it", ("thats", "it")),
        ("118 pounds_each", ("118", "pounds", "each")),
        ("Größe", ("grösse",)),
        ("\N{EM DASH} …", ()),
    ],
)
def test_words_are_plain(text: str, words: tuple[str, ...]) -> None:
    """Capitals, punctuation and apostrophes make no difference between words."""
    assert words_of(text) == words
