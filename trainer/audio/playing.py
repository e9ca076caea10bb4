"""What the loudspeaker is being given: one line at a time, faded out when it is told to stop."""

from dataclasses import dataclass

import numpy as np

from trainer.conversation.blocks import Samples

__all__ = ["FADE_MS", "Playback", "Taken", "resampled"]

FADE_MS = 20

LOUDEST = 0.98
"""A raised voice is held just below full scale."""

NOTHING: Samples = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """The next stretch for the loudspeaker.

    Attributes:
        samples: Shape (frames,), float32.
        line_frame: How far into the line its first frame is, None when no line is in it.
        line_frames: How many of its frames belong to the line.
    """

    samples: Samples
    line_frame: int | None = None
    line_frames: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Cue:
    """One wish to play; two wishes differ even when their samples are the same."""

    samples: Samples


class Playback:
    """Hands the loudspeaker its samples, without a lock between the two threads that use it.

    `play` and `hush` belong to the rehearsal's thread, `take` to the callback's. They share one
    reference to an immutable cue, which Python assigns atomically; None asks for silence.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._ramp = np.linspace(1, 0, rate * FADE_MS // 1000, endpoint=False, dtype=np.float32)
        self._silence = np.zeros(rate * FADE_MS // 1000, dtype=np.float32)
        self._wanted: _Cue | None = None
        self._current = _Cue(NOTHING)
        self._position = 0
        self._fade_from: int | None = None
        self._gain = 1.0
        self._wanted_gain = 1.0

    def play(self, samples: Samples, rate: int) -> None:
        """Start the line with the next stretch; one that is playing is faded out under it."""
        self._wanted_gain = 1.0
        self._wanted = _Cue(resampled(samples, rate, self._rate))

    def raise_voice(self, by_db: float) -> None:
        """Play the rest of the line louder, as far as full scale allows."""
        self._wanted_gain = 10 ** (by_db / 20)

    def hush(self) -> None:
        """Fade out what is playing."""
        self._wanted = None

    def take(self, frames: int) -> Taken:
        """Return the next frames and move on."""
        tail = self._turn_to(self._wanted)
        if self._over:
            return Taken(self._quiet(frames))

        start = self._position
        own = self._with_gain(self._next_of_line(frames))
        self._position += len(own)
        whole = len(own) == frames and not len(tail)
        return Taken(own if whole else _mixed(own, tail, frames), start, len(own))

    def _with_gain(self, samples: Samples) -> Samples:
        if self._gain == self._wanted_gain == 1.0:
            return samples
        ramp = np.linspace(self._gain, self._wanted_gain, len(samples), dtype=np.float32)
        self._gain = self._wanted_gain
        raised: Samples = np.clip(samples * ramp, -LOUDEST, LOUDEST)
        return raised

    def _turn_to(self, wanted: _Cue | None) -> Samples:
        """Take up the wish; return the faded rest of a line that has to give way."""
        if wanted is None:
            self._fade_from = self._position if self._fade_from is None else self._fade_from
            return NOTHING
        if wanted is self._current:
            return NOTHING

        tail = NOTHING if self._over else self._faded(len(self._ramp))
        self._current, self._position, self._fade_from = wanted, 0, None
        self._gain = 1.0
        return tail

    @property
    def _over(self) -> bool:
        length = len(self._current.samples)
        if self._fade_from is not None:
            length = min(length, self._fade_from + len(self._ramp))
        return self._position >= length

    def _next_of_line(self, frames: int) -> Samples:
        if self._fade_from is not None:
            return self._faded(frames)
        return self._current.samples[self._position : self._position + frames]

    def _faded(self, frames: int) -> Samples:
        begun = 0 if self._fade_from is None else self._position - self._fade_from
        ramp = self._ramp[begun : begun + frames]
        rest = self._current.samples[self._position : self._position + len(ramp)]
        return rest * ramp[: len(rest)]

    def _quiet(self, frames: int) -> Samples:
        if frames <= len(self._silence):
            return self._silence[:frames]
        return np.zeros(frames, dtype=np.float32)


def resampled(samples: Samples, rate: int, wanted_rate: int) -> Samples:
    """Return the whole sound at another rate, within -1..1."""
    if rate == wanted_rate:
        return np.ascontiguousarray(samples, dtype=np.float32)

    import soxr

    changed: Samples = soxr.resample(np.asarray(samples, dtype=np.float32), rate, wanted_rate)
    return np.clip(changed, -1, 1)


def _mixed(own: Samples, tail: Samples, frames: int) -> Samples:
    mixed = np.zeros(frames, dtype=np.float32)
    mixed[: len(own)] = own
    rest = tail[:frames]
    mixed[: len(rest)] += rest
    return mixed
