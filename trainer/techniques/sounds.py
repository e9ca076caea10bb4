"""Phrases by their sound: what was said when a recogniser wrote down other words.

A reply's phones are searched for the core phrases of the list, a few sounds more or less.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from trainer.techniques.guards import Stretch
from trainer.techniques.technique import TechniqueId

__all__ = ["HeardAs", "Pronunciations", "Sounds"]

Pronunciations = Mapping[str, Sequence[Sequence[str]]]

STRICT = 90.0
"""Of 100, how alike phrase and words must sound where nothing says that the words are unsure."""

LOOSE = 80.0
"""Likewise where a word in them is unsure."""

UNSURE = 0.6
"""Words of less confidence than this may well be others."""

FIRST_LETTER = 0xE000
"""Phones are written as letters of Unicode's private area, one each."""


@dataclass(frozen=True, slots=True)
class HeardAs:
    """A core phrase that the words sound like.

    Attributes:
        id: What it is.
        phrase: As the list has it.
        hit: The tokens that sound like it.
    """

    id: TechniqueId
    phrase: str
    hit: Stretch


class Sounds:
    """The core phrases of a list, as they sound.

    Args:
        core: Of each technique, its core phrases as plain tokens; those with a word that has no
            pronunciation are left out.
        pronunciations: Of a word, its pronunciations in phones; the first is gone by.
    """

    def __init__(
        self, core: Mapping[TechniqueId, Sequence[Sequence[str]]], pronunciations: Pronunciations
    ) -> None:
        self._pronunciations = pronunciations
        self._letters: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._core = tuple(
            (technique, " ".join(tokens), "".join(map(self._sound, tokens)))
            for technique, phrases in core.items()
            for tokens in phrases
            if all(map(pronunciations.get, tokens))
        )

    def search(self, texts: Sequence[str], confidences: Sequence[float] = ()) -> Iterator[HeardAs]:
        """Yield the core phrases that a reply's tokens sound like but do not hold.

        Args:
            texts: The tokens.
            confidences: Of each token, 0..1; without them every word is taken for sure.
        """
        sounds = [self._sound(text) for text in texts]
        owners = [at for at, sound in enumerate(sounds) for _ in sound]
        spoken = "".join(sounds)
        written = f" {' '.join(texts)} "
        for technique, phrase, wanted in self._core:
            if len(wanted) >= len(spoken) or f" {phrase} " in written:
                continue
            found = partial_ratio_alignment(wanted, spoken, score_cutoff=LOOSE)
            if found is None:
                continue
            hit = Stretch(owners[found.dest_start], owners[found.dest_end - 1] + 1)
            if found.score >= self._needed(confidences[hit.start : hit.end]):
                yield HeardAs(technique, phrase, hit)

    def _needed(self, confidences: Sequence[float]) -> float:
        return LOOSE if confidences and min(confidences) < UNSURE else STRICT

    def _sound(self, text: str) -> str:
        """Return a word's phones, a letter each; nothing for a word that nobody knows."""
        known = self._known.get(text)
        if known is None:
            ways = self._pronunciations.get(text) or ((),)
            known = "".join(self._letter(phone.rstrip("012")) for phone in ways[0])
            self._known[text] = known
        return known

    def _letter(self, phone: str) -> str:
        return self._letters.setdefault(phone, chr(FIRST_LETTER + len(self._letters)))
