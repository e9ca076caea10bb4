"""Many patterns at once: only those are tried that can begin with the word at hand."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from trainer.techniques.guards import Stretch
from trainer.techniques.pattern import Pattern

__all__ = ["PatternIndex"]

K = TypeVar("K")


class PatternIndex(Generic[K]):
    """Patterns, each with what it stands for."""

    def __init__(self, patterns: Iterable[tuple[K, Pattern]]) -> None:
        self._by_first: dict[str, list[tuple[K, Pattern]]] = {}
        for key, pattern in patterns:
            for first in pattern.firsts:
                self._by_first.setdefault(first, []).append((key, pattern))

    def matches(self, texts: Sequence[str]) -> Iterator[tuple[K, Stretch]]:
        """Yield every match, the longest of each pattern at each word."""
        for start, text in enumerate(texts):
            for key, pattern in self._by_first.get(text, ()):
                end = pattern.end_at(texts, start)
                if end is not None:
                    yield key, Stretch(start, end)
