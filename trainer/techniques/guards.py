"""Guards: small tests that tell when words that match a technique are not that technique."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trainer.techniques.phrases import Clues

__all__ = [
    "Stretch",
    "content_words",
    "contrasted",
    "mended",
    "negated",
    "said_before",
    "touched",
]

NEGATION_WORDS = 4
CONTRAST_WORDS = 3
CONTENT_WORDS = 25


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens, end excluded."""

    start: int
    end: int

    def touches(self, other: "Stretch") -> bool:
        """Tell whether both hold the same token."""
        return self.start < other.end and other.start < self.end


def negated(texts: Sequence[str], hit: Stretch, clues: Clues) -> bool:
    """Tell whether a word such as *not* up to four words to the left denies the hit.

    A hit that begins with a subject is a clause of its own; it is denied only through words such
    as *saying*: "i am not saying that you should have called".
    """
    between: list[str] = []
    for text in reversed(texts[max(0, hit.start - NEGATION_WORDS) : hit.start]):
        if text in clues.breaks:
            return False
        if text in clues.negations:
            return texts[hit.start] not in clues.subjects or any(
                word in clues.opinions for word in between
            )
        between.append(text)
    return False


def said_before(
    texts: Sequence[str], hit: Stretch, openers: Iterable[Stretch], clues: Clues, reach: int
) -> bool:
    """Tell whether an opener such as *they told you* stands up to `reach` words before the hit."""
    return any(
        opener.start < hit.start
        and hit.start - opener.end <= reach
        and not set(texts[opener.end : hit.start]) & set(clues.breaks)
        for opener in openers
    )


def contrasted(
    texts: Sequence[str], hit: Stretch, mending: Iterable[Stretch], clues: Clues
) -> int | None:
    """Return where a contrast within three words after the hit ends; None when there is none.

    "sorry but i can fix it" is no contrast, since what follows *but* is help; "sorry but i can not"
    is one. Nor is "sorry about the wait but you signed for it" one: the apology names its matter
    and stands; the rest is judged by itself.
    """
    if _names_its_matter(texts[hit.start : hit.end + 1], clues):
        return None
    for place in range(hit.end, min(hit.end + CONTRAST_WORDS, len(texts))):
        if texts[place] in clues.contrasts:
            return None if _helps(texts, place, mending, clues) else place + 1
    return None


def mended(texts: Sequence[str], hit: Stretch, mending: Sequence[Stretch], clues: Clues) -> bool:
    """Tell whether the hit says for what, and a contrast with help follows.

    "sorry about that but i can fix it" is such; of "sorry but i can fix it" nothing is told.
    """
    return any(
        texts[place] in clues.contrasts
        and texts[place - 1] in clues.vague
        and _helps(texts, place, mending, clues)
        for place in range(hit.start + 1, min(hit.end + CONTRAST_WORDS, len(texts)))
    )


def _helps(texts: Sequence[str], contrast: int, mending: Iterable[Stretch], clues: Clues) -> bool:
    """Tell whether help follows a contrast: "but i can", and not "but i can not"."""
    return any(
        stretch.start in (contrast + 1, contrast + 2)
        and not set(texts[stretch.end : stretch.end + 1]) & set(clues.negations)
        for stretch in mending
    )


def _names_its_matter(texts: Sequence[str], clues: Clues) -> bool:
    return any(word in clues.naming and after not in clues.vague for word, after in pairwise(texts))


def touched(hit: Stretch, others: Iterable[Stretch]) -> bool:
    """Tell whether the hit's words are part of a phrase that means something else."""
    return any(hit.touches(other) for other in others)


def content_words(
    texts: Sequence[str], hit: Stretch, where: str, small_words: frozenset[str]
) -> int:
    """Count the content words beside the hit: facts that were given back."""
    before = texts[max(0, hit.start - CONTENT_WORDS) : hit.start] if where != "after" else ()
    after = texts[hit.end : hit.end + CONTENT_WORDS] if where != "before" else ()
    return len({text for text in (*before, *after) if text not in small_words})
