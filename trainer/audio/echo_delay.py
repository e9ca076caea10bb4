"""How late the echo comes, and how much later every second: delay and drift by correlation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples

__all__ = [
    "HOP",
    "SEGMENT",
    "Found",
    "Likeness",
    "delay_of",
    "echo_of",
    "find_delay",
    "find_echo",
    "likeness_of",
]

LATEST_MS: Millis = 320
"""Acoustic and device delay together are 30-150 ms; Bluetooth takes up to 300 ms."""

LOWEST_HZ, HIGHEST_HZ = 200, 4_000
WHITENED = 0.7
"""How much of the spectrum's shape is taken out: 1 is GCC-PHAT, which overrates noise."""

CLEAR = 8.0
"""A true echo's peak is this many times the correlation's usual height; noise reaches 5."""

SHOWS = 5.0
"""Likewise near a known delay in a single second; noise reaches 4, an echo that is heard 12."""

SEGMENT = SAMPLE_RATE
HOP = SAMPLE_RATE // 2
NEAR = 24
SOUNDS = 1e-5
"""Mean square of a second in which enough was played to go by."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the echo is.

    Attributes:
        behind: By how many samples it came late at the beginning.
        drift_ppm: By how many millionths of the time that has passed it comes later.
    """

    behind: float
    drift_ppm: float


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How alike a second of playback and microphone are.

    Attributes:
        at: The second's first sample.
        by_delay: For each delay in samples, shape (5120,).
    """

    at: int
    by_delay: Samples


def find_delay(played: Samples, heard: Samples) -> float | None:
    """Return by how many samples the echo of `played` comes late; None when there is no echo.

    A generalised cross-correlation (Knapp and Carter, 1976) over half seconds, added up.
    """
    return delay_of(_likenesses(played, heard))


def find_echo(played: Samples, heard: Samples) -> Found | None:
    """Return delay and drift from a few seconds; None when there is no echo."""
    return echo_of(_likenesses(played, heard))


def likeness_of(played: Samples, heard: Samples, at: int = 0) -> Likeness | None:
    """Correlate one second that begins at a sample; None when too little is played in it."""
    if np.mean(played**2) <= SOUNDS:
        return None
    cross = np.fft.rfft(heard, 2 * SEGMENT) * np.fft.rfft(played, 2 * SEGMENT).conj()
    hertz = np.fft.rfftfreq(2 * SEGMENT, 1 / SAMPLE_RATE)
    cross[(hertz < LOWEST_HZ) | (hertz > HIGHEST_HZ)] = 0
    by_delay = np.fft.irfft(cross / (np.abs(cross) ** WHITENED + 1e-9))
    return Likeness(at, by_delay[: LATEST_MS * SAMPLE_RATE // 1000].astype(np.float32))


def delay_of(likenesses: Sequence[Likeness]) -> float | None:
    """Return the delay that all seconds together show; None when they show none."""
    if not likenesses:
        return None
    total = np.sum([one.by_delay for one in likenesses], axis=0)
    at = int(np.argmax(total))
    if total[at] <= CLEAR * np.sqrt(np.mean(total**2)):
        return None
    return at + _beside(total, at)


def echo_of(likenesses: Sequence[Likeness], least: int = 1) -> Found | None:
    """Return delay and drift by how the delay changes from one second to the next.

    Args:
        likenesses: Of some seconds; those that don't show the echo by themselves tell no drift.
        least: How many must show it.
    """
    delay = delay_of(likenesses)
    if delay is None:
        return None
    first = max(0, int(delay) - NEAR)
    showing = [one for one in likenesses if _shows(one.by_delay, first)]
    if len(showing) < least:
        return None
    delays = np.array([_peak(one.by_delay, first) for one in showing])
    at = np.array([one.at for one in showing], float)
    slope = _slope(at, delays)
    return Found(float(np.median(delays - slope * at)), slope * 1e6)


def _likenesses(played: Samples, heard: Samples) -> list[Likeness]:
    """Correlate every second, half a second apart, in which something is played."""
    firsts = range(0, max(1, len(played) - SEGMENT + 1), HOP)
    every = (likeness_of(played[at : at + SEGMENT], heard[at : at + SEGMENT], at) for at in firsts)
    return [one for one in every if one is not None]


def _shows(by_delay: Samples, first: int) -> bool:
    """Tell whether an echo stands out among the few delays from `first` on."""
    highest = float(by_delay[first : first + 2 * NEAR].max())
    return highest > SHOWS * float(np.sqrt(np.mean(by_delay**2)))


def _peak(by_delay: Samples, first: int) -> float:
    """Return the likeliest delay of the few from `first` on."""
    near = by_delay[first : first + 2 * NEAR]
    peak = int(np.argmax(near))
    return first + peak + _beside(near, peak)


def _beside(likeness: Samples, at: int) -> float:
    """Return how far from its highest sample the peak is, by a parabola."""
    if not 0 < at < len(likeness) - 1:
        return 0.0
    before, here, after = likeness[at - 1 : at + 2].tolist()
    bend = before - 2 * here + after
    return float(0.5 * (before - after) / bend) if bend else 0.0


def _slope(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Return the slope of a line that a few wrong points don't move (Theil and Sen)."""
    if len(x) < 3:
        return 0.0
    one, other = np.triu_indices(len(x), 1)
    return float(np.median((y[other] - y[one]) / (x[other] - x[one])))
