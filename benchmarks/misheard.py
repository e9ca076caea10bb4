"""Words as a recogniser might get them wrong: swapped for what sounds alike, lost, or made up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random

__all__ = ["Mishearing"]

SUBSTITUTED = 0.65
DELETED = 0.2
"""Of the word errors; the rest are insertions. Such shares are usual for small recognisers."""

SHORT_WORD_PHONES = 3
"""Words longer than this are hardly ever lost whole; they are heard as another word instead."""


class Mishearing:
    """Damages replies at a given rate of word errors.

    Args:
        vocabulary: The words that can be heard instead.
        pronunciations: Of a word, its phones.
    """

    def __init__(
        self, vocabulary: Iterable[str], pronunciations: Mapping[str, Sequence[str]]
    ) -> None:
        self._phones = pronunciations
        self._alike: dict[Sequence[str], list[str]] = defaultdict(list)
        self._words = sorted(word for word in set(vocabulary) if word in pronunciations)
        for word in self._words:
            for trace in _traces(pronunciations[word]):
                self._alike[trace].append(word)

    def damage(self, words: Sequence[str], rate: float, random: Random) -> list[str]:
        """Return the words with about that share of errors."""
        heard: list[str] = []
        for word in words:
            heard += self._heard(word, random) if random.random() < rate else [word]
        return heard

    def neighbours(self, word: str) -> tuple[str, ...]:
        """Return the words that differ from this one in a single sound."""
        alike = {one for trace in _traces(self._phones.get(word, ())) for one in self._alike[trace]}
        return tuple(sorted(alike - {word}))

    def _heard(self, word: str, random: Random) -> list[str]:
        kind = random.random()
        if kind < DELETED and len(self._phones.get(word, ())) <= SHORT_WORD_PHONES:
            return []
        if kind < DELETED + SUBSTITUTED:
            return [random.choice(self.neighbours(word) or (word,))]
        return [word, random.choice([one for one in self._words if len(one) <= 3] or [word])]


def _traces(phones: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the phones and what is left of them without any one: words that share one are near."""
    bare = tuple(phone.rstrip("012") for phone in phones)
    if not bare:
        return
    yield bare
    for at in range(len(bare)):
        if len(bare) > 1:
            yield (*bare[:at], "*", *bare[at + 1 :])
            yield (*bare[:at], *bare[at + 1 :])
