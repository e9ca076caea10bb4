"""How many syllables a word takes to say, guessed from how it is written."""

import re

__all__ = ["count_syllables"]

_VOWELS = re.compile(r"[aeiouyà-öø-ÿœæ]+")
_SILENT_END = re.compile(r"(?<=[^aeiouy])ed$|(?<=[^aeiouyl])es?$|(?<=[aeiouyl]l)es?$")
_VOICED_END = re.compile(r"(?:[td]ed|[cdt]red|(?:[csxz]|ch|sh|g)es)$")
_DIGIT_SYLLABLES = 2
"""Spoken numbers take about two syllables a digit: "118" is one hundred and eighteen."""


def count_syllables(word: str) -> int:
    """Return the syllables of an English word as written; 0 when nothing in it is spoken.

    Groups of vowels are counted, but not a silent e at the end.
    """
    digits = sum(char.isdigit() for char in word)
    letters = "".join(char for char in word.lower() if char.isalpha())
    if not letters:
        return digits * _DIGIT_SYLLABLES
    if not _VOICED_END.search(letters):
        letters = _SILENT_END.sub("", letters)
    return max(1, len(_VOWELS.findall(letters))) + digits * _DIGIT_SYLLABLES
