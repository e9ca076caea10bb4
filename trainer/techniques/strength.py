"""How much of a technique a match is: present, specific, owned, complete."""

from collections.abc import Mapping, Sequence

from trainer.techniques.guards import Stretch
from trainer.techniques.pattern import PARTS
from trainer.techniques.phrases import PhraseList

__all__ = ["Strengths"]

OWNED = 0.1
SPECIFIC = 0.2
COMPLETE = 0.2
CONTENT_WORD = 0.1
NEAR_WORDS = 8


class Strengths:
    """Weighs matches of one phrase list."""

    def __init__(self, phrases: PhraseList) -> None:
        self._owners = frozenset(phrases.owners)
        words = slot_words(phrases)
        self._specific = frozenset().union(*(words[slot] for slot in phrases.specific))
        self._complete = tuple(words[slot] for slot in phrases.complete)

    def weigh(self, bare: float, texts: Sequence[str], hit: Stretch, content: int = 0) -> float:
        """Return 0..1: that of a bare match, more for specific, owned and complete ones.

        Args:
            bare: The strength of a match that is nothing more.
            texts: The reply's tokens.
            hit: Where it matched.
            content: How many content words stand beside it, when the entry asks for them.
        """
        said = frozenset(texts[hit.start : hit.end])
        around = frozenset(texts[max(0, hit.start - 1) : hit.end + NEAR_WORDS])
        strength = bare + CONTENT_WORD * max(0, content - 2)
        strength += OWNED * bool(said & self._owners)
        strength += SPECIFIC * bool(said & self._specific)
        strength += COMPLETE * all(around & words for words in (self._owners, *self._complete))
        return round(min(1.0, strength), 2)


def slot_words(phrases: PhraseList) -> Mapping[str, frozenset[str]]:
    """Return the content words that stand in each slot's phrases."""
    plain = phrases.normaliser().plain
    small = frozenset(phrases.small_words)
    return {
        slot: frozenset(
            text
            for source in sources
            for part in PARTS.findall(source)
            if not part.isupper()
            for text in plain(part)
        )
        - small
        for slot, sources in phrases.slots.items()
    }
