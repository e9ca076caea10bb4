"""When each word of a phrase is spoken: from the engine's marks, and by syllables between them."""

from collections.abc import Sequence
from itertools import pairwise
from re import finditer

import numpy as np

from trainer.conversation.blocks import Millis
from trainer.conversation.syllables import count_syllables
from trainer.conversation.words import Word
from trainer.speech.render_process import Mark
from trainer.speech.sound import FRAME_MS, Activity

__all__ = ["align"]

UNSPOKEN_WEIGHT = 0.05
"""Share of time of a token that is not spoken, such as a dash on its own."""


def align(text: str, marks: Sequence[Mark], active: Activity) -> tuple[Word, ...]:
    """Return the words of ``text.split()`` with times inside the sound.

    espeak-ng marks most words where they begin, merges some ("of the") and marks a number several
    times; SAPI5 and NSSS mark none. A word without a mark gets its share of the time between its
    neighbours, by syllables and counting only speech. A word ends where the next begins or, if
    that is sooner, where the sound does.

    Args:
        text: The phrase.
        marks: What the engine said, in ms of the sound.
        active: Which frames of the sound hold speech.
    """
    tokens = [match.span() for match in finditer(r"\S+", text)]
    clock = _SpeechClock(active)
    weights = [count_syllables(text[a:b]) or UNSPOKEN_WEIGHT for a, b in tokens]
    if not tokens:
        return ()
    starts = _increasing(_starts(_anchors(tokens, marks, clock.end_ms), weights, clock))
    bounds = [*starts, max(clock.end_ms, starts[-1] + 1)]
    return tuple(
        Word(text[a:b], start, clock.last_speech_ms(start, following))
        for (a, b), (start, following) in zip(tokens, pairwise(bounds), strict=True)
    )


class _SpeechClock:
    """Turns ms of sound into ms of speech (silence left out) and back."""

    def __init__(self, active: Activity) -> None:
        heard = active if active.any() else np.ones(max(len(active), 1), dtype=np.bool_)
        self._spoken_ms = np.concatenate([[0.0], np.cumsum(heard * float(FRAME_MS))])
        self._sound_ms = np.arange(len(heard) + 1) * float(FRAME_MS)
        self._ends_ms = (np.flatnonzero(heard) + 1) * FRAME_MS
        self.start_ms: Millis = int(np.flatnonzero(heard)[0]) * FRAME_MS
        self.end_ms: Millis = int(self._ends_ms[-1])

    def share(self, start_ms: float, end_ms: float, share: float) -> float:
        """Return when that share of the speech from start to end has been spoken."""
        if share == 0:
            return start_ms
        begin, end = np.interp([start_ms, end_ms], self._sound_ms, self._spoken_ms)
        wanted = begin + (end - begin) * share
        place = int(np.searchsorted(self._spoken_ms, wanted, side="right")) - 1
        rest = wanted - self._spoken_ms[place]
        return float(min(self._sound_ms[place] + rest, end_ms))

    def last_speech_ms(self, start_ms: Millis, end_ms: Millis) -> Millis:
        """Return where the speech that began at the start has ended, at the end at the latest."""
        within = self._ends_ms[(self._ends_ms > start_ms) & (self._ends_ms < end_ms + FRAME_MS)]
        return min(int(within[-1]), end_ms) if len(within) else end_ms


def _anchors(
    tokens: Sequence[tuple[int, int]], marks: Sequence[Mark], end_ms: Millis
) -> list[float | None]:
    """Return each token's first mark, leaving out what does not go forward in time."""
    anchors: list[float | None] = []
    latest = -1.0
    for begin, end in tokens:
        inside = [float(mark.at_ms) for mark in marks if begin <= mark.position < end]
        first = min(inside, default=-1.0)
        forward = latest < first < end_ms
        anchors.append(first if forward else None)
        latest = first if forward else latest
    return anchors


def _starts(
    anchors: Sequence[float | None], weights: Sequence[float], clock: _SpeechClock
) -> list[float]:
    """Return when each token begins; those between two anchors share the speech between them."""
    known = {place: at_ms for place, at_ms in enumerate(anchors) if at_ms is not None}
    known.setdefault(0, float(clock.start_ms))
    edges = sorted({*known, len(anchors)})
    known[len(anchors)] = float(clock.end_ms)
    starts: list[float] = []
    for first, following in pairwise(edges):
        run = weights[first:following]
        spent = [sum(run[:place]) / sum(run) for place in range(len(run))]
        starts += [clock.share(known[first], known[following], share) for share in spent]
    return starts


def _increasing(starts: Sequence[float]) -> list[Millis]:
    whole: list[Millis] = []
    for start in starts:
        whole.append(max(round(start), whole[-1] + 1 if whole else 0))
    return whole
