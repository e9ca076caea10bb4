"""How many syllables a word has: from a pronouncing dictionary, or guessed as it is written."""

from collections.abc import Mapping, Sequence

from trainer.conversation.syllables import count_syllables

__all__ = ["Pronunciations", "SyllableCounter"]

Pronunciations = Mapping[str, Sequence[Sequence[str]]]
"""Of a word, its pronunciations in phones."""


class SyllableCounter:
    """Counts syllables of English words.

    Args:
        pronunciations: Word → pronunciations as phones, vowels ending in their stress digit, as in
            the CMU dictionary: ``{"calm": [["K", "AA1", "M"]]}``.
    """

    def __init__(self, pronunciations: Pronunciations) -> None:
        self._pronunciations = pronunciations

    def __call__(self, word: str) -> int:
        """Return the syllables of one word; 0 when nothing in it is spoken."""
        plain = word.lower().replace("\u2019", "'").strip("'.,;:!?\"-")
        known = self._pronunciations.get(plain)
        return sum(phone[-1].isdigit() for phone in known[0]) if known else count_syllables(plain)
