"""Words as the pieces that an encoder knows."""

from trainer.techniques.pieces import pieces_of

NUMBERS = {"[CLS]": 1, "[SEP]": 2, "[UNK]": 3, "sorry": 4, "so": 5, "##rr": 6, "##ow": 7, "i": 8}


def test_the_longest_piece_comes_first() -> None:
    """A known word is one piece, another is made of several; each knows its word."""
    numbers, places = pieces_of(["i", "sorry", "sorrow"], NUMBERS)

    assert numbers == [1, 8, 4, 5, 6, 7, 2]
    assert places == [None, 0, 1, 2, 2, 2, None]


def test_a_word_with_an_unknown_part_is_unknown() -> None:
    """It is one piece, whatever else of it is known."""
    numbers, places = pieces_of(["soap", "i"], NUMBERS)

    assert numbers == [1, 3, 8, 2]
    assert places == [None, 0, 1, None]


def test_nothing_has_its_edges() -> None:
    """The encoder is always given a beginning and an end."""
    assert pieces_of([], NUMBERS) == ([1, 2], [None, None])
