"""How many syllables a word has: from a pronouncing dictionary, or guessed from its vowels."""

import re
from collections.abc import Mapping, Sequence

__all__ = ["SyllableCounter"]

VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?<=[^aeiouy])ed$|(?<=[^aeiouyl])es?$|(?<=[aeiouyl]l)es?$")
VOICED_END = re.compile(r"(?:[td]ed|(?:[csxz]|ch|sh|g)es)$")


class SyllableCounter:
    """Counts syllables of English words.

    Args:
        pronunciations: Word → pronunciations as phones, vowels ending in their stress digit, as in
            the CMU dictionary: ``{"calm": [["K", "AA1", "M"]]}``.
    """

    def __init__(self, pronunciations: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._pronunciations = pronunciations

    def __call__(self, word: str) -> int:
        """Return the syllables of one word, 1 at the least."""
        plain = word.lower().replace("\u2019", "'").strip("'.,;:!?\"-")
        known = self._pronunciations.get(plain)
        return sum(phone[-1].isdigit() for phone in known[0]) if known else _guess(plain)


def _guess(word: str) -> int:
    """Count groups of vowels, but not a silent e at the end."""
    letters = word.replace("'", "")
    if not VOICED_END.search(letters):
        letters = SILENT_END.sub("", letters)
    return max(1, len(VOWELS.findall(letters)))
