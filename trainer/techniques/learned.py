"""What labelled replies taught: techniques in wordings that the phrase list does not have.

A small sentence encoder (MiniLM, six layers) whose last layer tells every technique, made by
tools/learn-techniques. It hears a technique by itself where it is sure enough, and doubts what the
list has heard where it holds that for unlikely: how sure was chosen on replies by a hand that
neither had seen.
"""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.techniques.guards import Stretch
from trainer.techniques.pieces import pieces_of
from trainer.techniques.technique import TechniqueId

__all__ = ["Encode", "Encoded", "Learned", "Opinion", "read_learned"]

Floats: TypeAlias = NDArray[np.float32]

WINDOW, STEP = 96, 72
"""Words that are judged together, and how far the next window begins: longer replies are not known
from training."""

SPEAKS = 0.25
"""A word speaks for a technique if it says this much of what the loudest does."""

GAP = 2
"""So many words between two that speak belong to the stretch."""


class Encoded(NamedTuple):
    """What the encoder makes of a window.

    Attributes:
        odds: Log-odds of every technique, shape (techniques,).
        shares: What each piece adds to them, shape (pieces, techniques).
        meaning: A vector that is alike for replies that mean alike, shape (dimensions,).
    """

    odds: Floats
    shares: Floats
    meaning: Floats


Encode: TypeAlias = Callable[[Sequence[int]], Encoded]
"""Takes the numbers of the pieces of a window."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Labelled replies to explain by.

    Attributes:
        texts: As plain tokens.
        labels: Shape (examples, techniques), bool.
        meanings: Shape (examples, dimensions), each of length 1.
    """

    texts: tuple[str, ...]
    labels: NDArray[np.bool_]
    meanings: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What was learned of one language.

    Attributes:
        ids: The techniques, in the order of the columns.
        numbers: Of every piece that the encoder knows, its number.
        encode: The encoder.
        alone: The log-odds from which a technique is heard by itself.
        doubted: The log-odds below which what the list has heard is dropped.
        examples: To explain by.
    """

    ids: tuple[TechniqueId, ...]
    numbers: Mapping[str, int]
    encode: Encode
    alone: Mapping[TechniqueId, float]
    doubted: Mapping[TechniqueId, float]
    examples: Examples

    def judge(self, texts: Sequence[str]) -> "Opinion | None":
        """Return what the encoder makes of a reply's tokens; None of no tokens."""
        if not texts:
            return None
        return Opinion(self, tuple(self._windows(texts)))

    def _windows(self, texts: Sequence[str]) -> "Iterator[_Window]":
        last = max(1, len(texts) - (WINDOW - STEP))
        for start in range(0, last, STEP):
            numbers, places = pieces_of(texts[start : start + WINDOW], self.numbers)
            yield _Window(start, places, self.encode(numbers))


class _Window(NamedTuple):
    start: int
    places: list[int | None]
    encoded: Encoded


class Opinion:
    """What the encoder makes of one reply."""

    def __init__(self, learned: Learned, windows: tuple[_Window, ...]) -> None:
        self._learned = learned
        self._windows = windows

    @cached_property
    def odds(self) -> Mapping[TechniqueId, float]:
        """The log-odds of every technique, of the window that speaks most for it."""
        most = np.max([one.encoded.odds for one in self._windows], axis=0)
        return dict(zip(self._learned.ids, most.tolist(), strict=True))

    def stretch(self, technique: TechniqueId) -> Stretch:
        """Return the tokens that speak for a technique most."""
        column = self._learned.ids.index(technique)
        window = self._loudest(column)
        words = [place for place in window.places if place is not None]
        spoken = np.zeros(words[-1] + 1, np.float32)
        for place, share in zip(window.places, window.encoded.shares[:, column], strict=True):
            if place is not None:
                spoken[place] += share
        stretch = _around_loudest(spoken)
        return Stretch(window.start + stretch.start, window.start + stretch.end)

    def like(self, technique: TechniqueId) -> str:
        """Return the labelled reply with that technique that means most alike."""
        column, examples = self._learned.ids.index(technique), self._learned.examples
        meaning = self._loudest(column).encoded.meaning
        alike = np.where(examples.labels[:, column], examples.meanings @ meaning, -np.inf)
        return examples.texts[int(np.argmax(alike))]

    def _loudest(self, column: int) -> _Window:
        return max(self._windows, key=lambda one: float(one.encoded.odds[column]))


def read_learned(data: bytes, encode: Encode) -> Learned:
    """Read what tools/learn-techniques wrote beside the encoder."""
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        ids = tuple(TechniqueId(one) for one in stored["ids"])
        meanings = stored["meanings"].astype(np.float32)
        meanings /= np.linalg.norm(meanings, axis=1, keepdims=True)
        texts = tuple(map(str, stored["examples"]))
        return Learned(
            ids=ids,
            numbers={str(piece): number for number, piece in enumerate(stored["pieces"])},
            encode=encode,
            alone=dict(zip(ids, stored["alone"].tolist(), strict=True)),
            doubted=dict(zip(ids, stored["doubted"].tolist(), strict=True)),
            examples=Examples(texts, stored["labels"], meanings),
        )


def _around_loudest(spoken: Floats) -> Stretch:
    """Return the stretch of words that speak, around the one that speaks most."""
    top = int(np.argmax(spoken))
    speaking = set(np.flatnonzero(spoken >= SPEAKS * spoken[top]).tolist()) | {top}
    start = end = top
    while found := [at for at in range(start - 1, start - GAP - 2, -1) if at in speaking]:
        start = found[0]
    while found := [at for at in range(end + 1, end + GAP + 2) if at in speaking]:
        end = found[0]
    return Stretch(start, end + 1)
