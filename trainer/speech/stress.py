"""Which words of a phrase an angry speaker leans on."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from trainer.conversation.words import Span, Word

__all__ = ["Letters", "spoken_at", "stressed_words"]

Letters: TypeAlias = tuple[int, int]
"""From which character of a phrase up to which."""

_DENIALS = (
    "never nobody nothing none nowhere not no neither nor cannot can't won't don't didn't doesn't "
    "isn't wasn't weren't haven't hasn't couldn't wouldn't"
)
_COUNTS = (
    "twice again every everybody everything always still only once three four five six seven eight "
    "nine ten eleven twelve hundred"
)
LEANED_ON = frozenset(f"{_DENIALS} {_COUNTS}".split())
"""Denials and counts: what complaints stress in English where the writer has marked nothing."""

_MARKED = re.compile(r"(?<!\w)\*[^*\s](?:[^*]*[^*\s])?\*(?!\w)")
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


def stressed_words(text: str) -> tuple[Letters, ...]:
    """Return where the stressed words are.

    ``*Words between stars*`` are stressed; in a phrase without stars the denials and counts are.
    """
    marked = tuple(match.span() for match in _MARKED.finditer(text))
    if marked:
        return marked
    tokens = re.finditer(r"\S+", text)
    return tuple(token.span() for token in tokens if _plain(token[0]) in LEANED_ON)


def spoken_at(text: str, words: Sequence[Word], stressed: Sequence[Letters]) -> list[Span]:
    """Return when stressed words are spoken; `words` are those of ``text.split()``, with times."""
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    return [
        word.span
        for word, (begin, end) in zip(words, tokens, strict=True)
        if any(begin < last and first < end for first, last in stressed)
    ]


def _plain(token: str) -> str:
    return re.sub(r"^\W+|\W+$", "", token.replace(_APOSTROPHE, "'")).lower()
