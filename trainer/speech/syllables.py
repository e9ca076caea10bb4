"""How many syllables a word takes to say, near enough to share out time."""

import re

__all__ = ["count_syllables"]

_VOWELS = re.compile(r"[aeiouyà-öø-ÿœæ]+")
_SILENT_E = re.compile(r"(?<=[^aeiouylr])e$|(?<=[^lrsxzcgh])es$|(?<=[^aeioutdy])(?<![cdt]r)ed$")
_DIGIT_SYLLABLES = 2
"""Spoken numbers take about two syllables a digit: "118" is one hundred and eighteen."""


def count_syllables(word: str) -> int:
    """Return the syllables of a word as written; 0 when nothing in it is spoken."""
    text = word.lower()
    digits = sum(char.isdigit() for char in text)
    letters = "".join(char for char in text if char.isalpha() or char == "'")
    if not letters.strip("'"):
        return digits * _DIGIT_SYLLABLES
    groups = len(_VOWELS.findall(letters))
    if groups > 1 and _SILENT_E.search(letters):
        groups -= 1
    return max(groups, 1) + digits * _DIGIT_SYLLABLES
