"""Whether words that were spoken are a wording that a scenario names."""

from collections.abc import Iterable, Sequence

from trainer.conversation.words import words_of

__all__ = ["says", "says_one"]

WORDS_BETWEEN = 2
"""So many other words may stand between two words of a wording."""


def says_one(words: Sequence[str], wordings: Iterable[str]) -> bool:
    """Say whether one of the wordings is there."""
    return any(says(words, wording) for wording in wordings)


def says(words: Sequence[str], wording: str) -> bool:
    """Say whether the words of a wording are there in their order, few others between them."""
    wanted = words_of(wording)
    return bool(wanted) and any(
        _goes_on(words, start + 1, wanted[1:])
        for start, word in enumerate(words)
        if word == wanted[0]
    )


def _goes_on(words: Sequence[str], start: int, rest: Sequence[str]) -> bool:
    if not rest:
        return True
    return any(
        words[at] == rest[0] and _goes_on(words, at + 1, rest[1:])
        for at in range(start, min(start + WORDS_BETWEEN + 1, len(words)))
    )
