"""Replies as several voices speak them at several paces, with pauses that are put in.

Truth comes from how they are made: each phrase is spoken by itself and cut at its first and last
sample that can be heard, so that phrases and pauses are known to the sample.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np

from benchmarks.acoustics import from_db, pink_noise
from benchmarks.sayings import LINES, REPLIES
from benchmarks.spoken import SPOKEN_DB, Speaker, spoken
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Block, Millis, Samples, silence
from trainer.conversation.words import Span

__all__ = ["Monologue", "blocks_of", "make_monologues"]

PACES = (125, 145, 165, 185, 205, 225)
ESPEAK = ("en-us+f1", "en-us+m2", "en-gb+m7", "en-gb+f3", "en-us+f4", "en-gb+m1")
FLITE = ("slt", "rms", "awb", "kal16")
PHRASES = (3, 6)
PAUSES_MS = (300, 1_500)
ROOM_BELOW_SPEECH_DB = (30.0, 55.0)
AROUND_MS: Millis = 1_500
"""Silence before and after each, so that the gate can open and close."""


@dataclass(frozen=True, slots=True, eq=False)
class Monologue:
    """A reply with what is true of it.

    Attributes:
        samples: 16 kHz, the room's noise in it.
        phrases: When each phrase is spoken.
        words: How many there are.
        syllables: How many there are.
        text: What is said.
        speaker: Who says it.
    """

    samples: Samples
    phrases: tuple[Span, ...]
    text: str
    syllables: int
    speaker: Speaker

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def spoken_ms(self) -> Millis:
        """How long it lasts from its first sound to its last, pauses included."""
        return self.phrases[-1].end_ms - self.phrases[0].start_ms

    @property
    def words_per_minute(self) -> float:
        """How fast it is."""
        return self.words * 60_000 / self.spoken_ms

    @property
    def articulation_rate(self) -> float:
        """Syllables a second, pauses left out."""
        return self.syllables * 1000 / sum(phrase.length_ms for phrase in self.phrases)

    @property
    def pauses(self) -> tuple[Span, ...]:
        """The pauses that were put in."""
        return tuple(Span(one.end_ms, two.start_ms) for one, two in pairwise(self.phrases))


def make_monologues(seed: int, count: int, syllables: Callable[[str], int]) -> Iterator[Monologue]:
    """Make replies; the same seed makes the same ones."""
    random = Random(seed)
    for number in range(count):
        yield _make(random, number, syllables)


def blocks_of(samples: Samples) -> Iterator[Block]:
    """Return the sound block by block, with nothing from the loudspeaker."""
    for place in range(len(samples) // BLOCK_SAMPLES):
        heard = samples[place * BLOCK_SAMPLES : (place + 1) * BLOCK_SAMPLES]
        yield Block(place * BLOCK_SAMPLES * 1000 // SAMPLE_RATE, heard, silence())


def _make(random: Random, number: int, syllables: Callable[[str], int]) -> Monologue:
    speaker = _speaker(random, number)
    known = [phrase for said in (*LINES, *REPLIES) for phrase in _phrases(said)]
    texts = random.sample(known, random.randint(*PHRASES))
    parts: list[Samples] = [silence(AROUND_MS * SAMPLE_RATE // 1000)]
    spans: list[Span] = []
    for text in texts:
        sound = spoken(text, speaker)
        begun = sum(map(len, parts))
        spans.append(Span(_ms(begun), _ms(begun + len(sound))))
        parts += [sound, silence(random.randint(*PAUSES_MS) * SAMPLE_RATE // 1000)]
    parts[-1] = silence(AROUND_MS * SAMPLE_RATE // 1000)
    whole = np.concatenate(parts)
    noise = pink_noise(len(whole), np.random.default_rng(random.randrange(2**32)))
    room_db = SPOKEN_DB - random.uniform(*ROOM_BELOW_SPEECH_DB)
    whole = (whole + noise * from_db(room_db)).astype(np.float32)
    text = " ".join(texts)
    return Monologue(whole, tuple(spans), text, sum(map(syllables, text.split())), speaker)


def _phrases(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def _speaker(random: Random, number: int) -> Speaker:
    """Return a voice: every third is flite's, whose pace is its own."""
    if number % 3 == 2:
        return Speaker("flite", random.choice(FLITE))
    pace = random.choice(PACES)
    return Speaker("espeak-ng", random.choice(ESPEAK), pace, random.randint(30, 70))


def _ms(samples: int) -> Millis:
    return round(samples * 1000 / SAMPLE_RATE)
