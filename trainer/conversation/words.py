"""Words with times, spans of time, and the text they make."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.conversation.blocks import Millis

__all__ = ["Span", "Word", "shifted", "text_of", "words_of"]

_APOSTROPHES = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of audio time, end excluded."""

    start_ms: Millis
    end_ms: Millis

    @property
    def length_ms(self) -> Millis:
        """How long it lasts."""
        return self.end_ms - self.start_ms

    def overlap_ms(self, other: "Span") -> Millis:
        """Return how long both last at once, 0 if they never do."""
        return max(0, min(self.end_ms, other.end_ms) - max(self.start_ms, other.start_ms))


@dataclass(frozen=True, slots=True)
class Word:
    """One word as spoken or recognised.

    Attributes:
        text: Lower case and without punctuation when it comes from a recogniser.
        start_ms: Audio time of its start.
        end_ms: Audio time of its end.
        confidence: The recogniser's, 0..1; 1 for words that are known, such as a line's.
    """

    text: str
    start_ms: Millis
    end_ms: Millis
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """When it was said."""
        return Span(self.start_ms, self.end_ms)


def text_of(words: Iterable[Word]) -> str:
    """Join the words with spaces."""
    return " ".join(word.text for word in words)


def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words in lower case without punctuation or apostrophes."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", text.casefold())))


def shifted(words: Iterable[Word], by_ms: Millis) -> tuple[Word, ...]:
    """Move every word later by `by_ms`."""
    return tuple(
        replace(word, start_ms=word.start_ms + by_ms, end_ms=word.end_ms + by_ms) for word in words
    )
