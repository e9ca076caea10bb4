"""Words as the pieces that a sentence encoder knows: WordPiece, longest piece first."""

from collections.abc import Iterator, Mapping, Sequence

__all__ = ["pieces_of"]

BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
GOES_ON = "##"


def pieces_of(
    words: Sequence[str], numbers: Mapping[str, int]
) -> tuple[list[int], list[int | None]]:
    """Return the numbers of the pieces, and of each the word it belongs to (None at the edges).

    Args:
        words: Plain tokens.
        numbers: Of every piece that is known, its number.
    """
    found: list[int] = [numbers[BEGIN]]
    places: list[int | None] = [None]
    for place, word in enumerate(words):
        own = list(_pieces(word, numbers)) or [numbers[UNKNOWN]]
        found += own
        places += [place] * len(own)
    return [*found, numbers[END]], [*places, None]


def _pieces(word: str, numbers: Mapping[str, int]) -> Iterator[int]:
    """Yield a word's pieces; none when a part of it is not known."""
    found = []
    start, mark = 0, ""
    while start < len(word):
        ends = range(len(word), start, -1)
        end = next((end for end in ends if mark + word[start:end] in numbers), None)
        if end is None:
            return
        found.append(numbers[mark + word[start:end]])
        start, mark = end, GOES_ON
    yield from found
