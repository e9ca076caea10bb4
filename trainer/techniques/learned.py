"""What labelled replies taught: techniques in wordings that the phrase list does not have.

One logistic regression a technique, over words, pairs and triples of words, made by
tools/learn-techniques. It scores alone only where its precision on replies by another hand was at
least 0.9, and it is asked before a reply is called inflaming.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.techniques.guards import Stretch
from trainer.techniques.technique import TechniqueId

__all__ = ["Learned", "Learnt", "grams_of", "read_learned"]

LONGEST_GRAM = 3
EDGES = ("^", "$")


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the model makes of one technique in a reply.

    Attributes:
        probability: 0..1.
        hit: The tokens that spoke for it most.
    """

    probability: float
    hit: Stretch


@dataclass(frozen=True, slots=True)
class Learned:
    """The model of one language.

    Attributes:
        ids: The techniques, in the order of the columns.
        rows: Of each gram, its row.
        weights: Shape (grams, techniques), float32.
        biases: Shape (techniques,).
        alone: The probability from which a technique scores alone; those that never do are missing.
        examples: Labelled replies, as plain tokens, of each technique.
    """

    ids: tuple[TechniqueId, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.float32]
    biases: NDArray[np.float32]
    alone: Mapping[TechniqueId, float]
    examples: Mapping[TechniqueId, tuple[str, ...]]

    def judge(self, texts: Sequence[str]) -> dict[TechniqueId, Learnt]:
        """Return what the model makes of every technique in a reply's tokens."""
        known = [(at, self.rows[gram]) for at, gram in grams_of(texts) if gram in self.rows]
        if not known:
            return {}
        spoken = self.weights[[row for _, row in known]] / np.sqrt(len(known))
        by_word = np.zeros((len(texts) + 2, len(self.ids)), np.float32)
        np.add.at(by_word, [at.start for at, _ in known], spoken)
        odds = spoken.sum(axis=0) + self.biases
        chances = 1 / (1 + np.exp(-odds))
        return {
            technique: Learnt(float(chances[column]), _loudest(by_word[1:-1, column]))
            for column, technique in enumerate(self.ids)
        }

    def nearest(self, technique: TechniqueId, texts: Sequence[str]) -> str:
        """Return the labelled reply with that technique that shares most with these tokens."""
        column = self.ids.index(technique)
        own = {gram for _, gram in grams_of(texts)}

        def shared(example: str) -> float:
            grams = {gram for _, gram in grams_of(example.split())}
            return sum(
                max(0.0, float(self.weights[self.rows[gram], column]))
                for gram in own & grams & self.rows.keys()
            )

        return max(self.examples[technique], key=shared)


def grams_of(texts: Sequence[str]) -> Iterator[tuple[Stretch, str]]:
    """Yield every word, pair and triple with its place; the reply's edges count as words."""
    words = (EDGES[0], *texts, EDGES[1])
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_GRAM, len(words)) + 1):
            yield Stretch(start, end), " ".join(words[start:end])


def read_learned(data: bytes) -> Learned:
    """Read a model as tools/learn-techniques wrote it."""
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        ids = tuple(TechniqueId(one) for one in stored["ids"])
        rows = {str(gram): row for row, gram in enumerate(stored["grams"])}
        weights = stored["weights"].astype(np.float32) * stored["scales"].astype(np.float32)
        alone = zip(ids, stored["alone"], strict=True)
        labels, texts = stored["labels"], [str(text) for text in stored["examples"]]
        return Learned(
            ids,
            rows,
            weights,
            stored["biases"].astype(np.float32),
            {technique: float(least) for technique, least in alone if least <= 1},
            {
                technique: tuple(
                    text for text, has in zip(texts, labels[:, column], strict=True) if has
                )
                for column, technique in enumerate(ids)
            },
        )


def _loudest(spoken: NDArray[np.float32]) -> Stretch:
    """Return the run of words whose weights sum to most; at least one word."""
    best, total, start = Stretch(0, 1), 0.0, 0
    most = -np.inf
    for at, weight in enumerate(spoken):
        if total <= 0:
            total, start = 0.0, at
        total += float(weight)
        if total > most:
            most, best = total, Stretch(start, at + 1)
    return best
