"""Which words of a phrase an angry speaker leans on."""

import re

__all__ = ["stressed_words"]

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


def stressed_words(text: str) -> tuple[int, ...]:
    """Return the places of the stressed words in ``text.split()``.

    ``*Words between stars*`` are stressed; in a phrase without stars the denials and counts are.
    """
    tokens = [match.span() for match in re.finditer(r"\S+", text)]
    marked = [match.span() for match in _MARKED.finditer(text)]
    if marked:
        return tuple(
            place
            for place, (begin, end) in enumerate(tokens)
            if any(begin < last and first < end for first, last in marked)
        )
    return tuple(place for place, (a, b) in enumerate(tokens) if _plain(text[a:b]) in LEANED_ON)


def _plain(token: str) -> str:
    return re.sub(r"^\W+|\W+$", "", token.replace(_APOSTROPHE, "'")).lower()
