"""Conversations made by machine: what either side will say, over what, and in which room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import numpy as np

from benchmarks.acoustics import Room, from_db
from benchmarks.disturbances import Disturbance, click, colleague, cough, door, keyboard
from benchmarks.sayings import (
    BACKCHANNELS,
    CALIBRATION,
    COLLEAGUES,
    CUTTING_IN,
    LINES,
    QUESTIONS,
    REPLIES,
    SENTENCE,
    SHORT,
    STILL_THERE,
)
from benchmarks.spoken import CUSTOMERS, SPOKEN_DB, TRAINEES, Speaker, spoken
from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples, silence
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.words import Word, shifted
from trainer.speech.alignment import align
from trainer.speech.sound import active_frames

__all__ = ["Dialogue", "Kind", "Noise", "Turn", "Utterance", "make_dialogue"]

Rng = np.random.Generator
T = TypeVar("T")

INTERRUPTIONS = 4
"""In each dialogue; the other turns hold backchannels, end overlaps or nothing."""

SHORTEST_OVER_MS: Millis = 800
"""An interruption begins no later than this before the line's end."""


class Kind(StrEnum):
    """What something that the trainee says is, in truth."""

    REPLY = "reply"
    INTERRUPTION = "interruption"
    BACKCHANNEL = "backchannel"
    END_OVERLAP = "end_overlap"


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """Something that the trainee says.

    Attributes:
        at_ms: From the line's start to its first sample; for a reply, from the line's end.
        breaths: Each with the samples from the utterance's start to its own.
    """

    kind: Kind
    text: str
    at_ms: Millis
    breaths: tuple[tuple[int, Samples], ...]

    @property
    def samples(self) -> int:
        """From its first sample to its last."""
        start, last = self.breaths[-1]
        return start + len(last)


@dataclass(frozen=True, slots=True, eq=False)
class Noise:
    """A sound that is no speech of the trainee's, from the line's start on."""

    what: Disturbance
    at_ms: Millis
    samples: Samples


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A line, what happens over it, and the reply to it if nobody has cut in."""

    line: RenderedLine
    over: tuple[Utterance, ...]
    reply: Utterance
    noises: tuple[Noise, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Dialogue:
    """A conversation that can be played.

    Attributes:
        check: What is played for the sound check before it.
        sentence: What the trainee says in it.
        still_there: What the customer says when nobody answers.
        last: The line that ends it.
    """

    room: Room
    customer: Speaker
    trainee: Speaker
    check: RenderedLine
    sentence: Samples
    turns: tuple[Turn, ...]
    still_there: RenderedLine
    last: RenderedLine

    @property
    def lines(self) -> tuple[RenderedLine, ...]:
        """Everything that the customer can say."""
        return (*(turn.line for turn in self.turns), self.still_there, self.last)


def make_dialogue(seed: int, number: int, ratio_db: float | None) -> Dialogue:
    """Make the dialogue of that number; the same arguments make the same one.

    Args:
        seed: The benchmark's.
        number: Counts the dialogues of one loudness.
        ratio_db: How much louder the trainee is than the echo; None for a headset.
    """
    level = 0 if ratio_db is None else 1000 + round(ratio_db)
    rng = np.random.default_rng([seed, number, level])
    made = _Maker(rng, number)
    return Dialogue(
        room=made.room(ratio_db),
        customer=made.customer,
        trainee=made.trainee,
        check=made.line("check", CALIBRATION * 2, loud_db=0.0),
        sentence=made.sentence(),
        turns=made.turns(),
        still_there=made.line("still_there", STILL_THERE),
        last=made.line("last", ("goodbye",)),
    )


class _Maker:
    """Draws the parts of one dialogue."""

    def __init__(self, rng: Rng, number: int) -> None:
        self._rng = rng
        self.customer = CUSTOMERS[(number + int(rng.integers(3))) % len(CUSTOMERS)]
        self.trainee = TRAINEES[number % len(TRAINEES)]
        self._trainee_db = float(rng.uniform(-30, -22))

    def room(self, ratio_db: float | None) -> Room:
        rng = self._rng
        return Room(
            ratio_db=ratio_db,
            trainee_db=self._trainee_db,
            rt60_s=float(rng.uniform(0.2, 0.6)),
            delay_ms=float(rng.uniform(30, 120)),
            drift_ppm=float(rng.choice([-1, 1]) * rng.uniform(0, 100)),
            noise_db=float(rng.uniform(-60, -40)),
            knee=float(rng.uniform(0.4, 1)),
            seed=int(rng.integers(1 << 31)),
        )

    def turns(self) -> tuple[Turn, ...]:
        """Return the turns; the first one leaves the line alone."""
        plans: list[Callable[[RenderedLine], tuple[Utterance, ...]]] = [
            *[self._interruption] * INTERRUPTIONS,
            *[self._backchannels] * 2,
            *[self._end_overlap] * 2,
        ]
        places = self._rng.permutation(len(plans))
        lines = self._rng.permutation(len(LINES))
        chosen = [self._nothing, *(plans[place] for place in places)]
        return tuple(
            self._turn(f"line.{number}", LINES[line], plan)
            for number, (line, plan) in enumerate(zip(lines, chosen, strict=False))
        )

    def sentence(self) -> Samples:
        """Return the sentence of the sound check, as loud as the trainee speaks."""
        return spoken(SENTENCE, self.trainee) * from_db(self._trainee_db - SPOKEN_DB)

    def line(self, name: str, breaths: Sequence[str], loud_db: float | None = None) -> RenderedLine:
        """Return a line of several breaths; some lines are louder than others."""
        rng = self._rng
        pauses = [*(int(rng.uniform(250, 900)) for _ in breaths[1:]), 0]
        gain = from_db(rng.uniform(-3, 3) if loud_db is None else loud_db)
        sounds, words, at = [], list[Word](), 0
        for text, pause_ms in zip(breaths, pauses, strict=True):
            sound = spoken(text, self.customer)
            words += shifted(
                align(text, (), active_frames(sound, SAMPLE_RATE)), at * 1000 // SAMPLE_RATE
            )
            sounds += [sound * gain, silence(pause_ms * SAMPLE_RATE // 1000)]
            at += len(sounds[-2]) + len(sounds[-1])
        phrases = tuple(map(Phrase, breaths, pauses))
        line = Line(name, phrases, "benchmark", 50)
        return RenderedLine(line, np.concatenate(sounds), SAMPLE_RATE, tuple(words))

    def _turn(
        self,
        name: str,
        breaths: Sequence[str],
        plan: Callable[[RenderedLine], tuple[Utterance, ...]],
    ) -> Turn:
        line = self.line(name, breaths)
        over = plan(line)
        noises = () if plan == self._interruption else self._noises(line)
        return Turn(line, over, self._reply(Kind.REPLY, int(self._rng.uniform(200, 900))), noises)

    def _nothing(self, line: RenderedLine) -> tuple[Utterance, ...]:
        del line
        return ()

    def _interruption(self, line: RenderedLine) -> tuple[Utterance, ...]:
        at_ms = int(self._rng.uniform(700, line.length_ms - SHORTEST_OVER_MS))
        return (self._said(Kind.INTERRUPTION, self._one_of(CUTTING_IN), at_ms),)

    def _backchannels(self, line: RenderedLine) -> tuple[Utterance, ...]:
        """Return two, one in each half of the line."""
        half_ms = (line.length_ms - 1_500) // 2
        starts = [
            int(self._rng.uniform(500, half_ms - 700)),
            int(self._rng.uniform(half_ms, 2 * half_ms)),
        ]
        return tuple(
            self._said(Kind.BACKCHANNEL, (self._one_of(BACKCHANNELS),), at_ms) for at_ms in starts
        )

    def _end_overlap(self, line: RenderedLine) -> tuple[Utterance, ...]:
        before_end_ms = int(self._rng.uniform(50, 280))
        return (self._reply(Kind.END_OVERLAP, line.length_ms - before_end_ms),)

    def _reply(self, kind: Kind, at_ms: Millis) -> Utterance:
        source = self._rng.choice(3, p=[0.6, 0.25, 0.15])
        return self._said(kind, self._one_of((REPLIES, QUESTIONS, SHORT)[source]), at_ms)

    def _said(self, kind: Kind, breaths: Sequence[str], at_ms: Millis) -> Utterance:
        gain = from_db(self._trainee_db - SPOKEN_DB)
        placed, start = [], 0
        for number, text in enumerate(breaths):
            sound = spoken(_punctuated(text, last=number + 1 == len(breaths)), self.trainee) * gain
            placed.append((start, sound))
            pause_ms = self._rng.triangular(300, 500, 1_200)
            start += len(sound) + int(pause_ms * SAMPLE_RATE / 1000)
        return Utterance(kind, " ".join(breaths), at_ms, tuple(placed))

    def _noises(self, line: RenderedLine) -> tuple[Noise, ...]:
        if self._rng.random() < 0.25:
            return ()
        what = Disturbance(self._one_of(list(Disturbance)))
        at_ms = int(self._rng.uniform(500, line.length_ms - 1_000))
        return (Noise(what, at_ms, self._sound(what)),)

    def _sound(self, what: Disturbance) -> Samples:
        rng, near_db = self._rng, self._trainee_db
        match what:
            case Disturbance.COUGH:
                return cough(near_db + rng.uniform(-3, 3), rng)
            case Disturbance.CLICK:
                return click(near_db + rng.uniform(-10, 0), rng)
            case Disturbance.DOOR:
                return door(near_db + rng.uniform(-6, 0), rng)
            case Disturbance.KEYBOARD:
                return keyboard(near_db - 14, rng)
            case Disturbance.COLLEAGUE:
                other = TRAINEES[(TRAINEES.index(self.trainee) + 3) % len(TRAINEES)]
                return colleague(spoken(self._one_of(COLLEAGUES), other), near_db - 20, rng)

    def _one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self._rng.integers(len(choices)))]


def _punctuated(text: str, *, last: bool) -> str:
    """Keep the voice up where more is to come, as people do."""
    if text[-1] in ",?":
        return text
    return text + ("." if last else ",")
