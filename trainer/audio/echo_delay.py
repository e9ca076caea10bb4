"""How late the echo comes, and how much later every second: delay and drift by correlation."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples

__all__ = ["Found", "find_delay", "find_echo"]

LATEST_MS: Millis = 320
"""Acoustic and device delay together are 30-150 ms; Bluetooth takes up to 300 ms."""

LOWEST_HZ, HIGHEST_HZ = 200, 4_000
WHITENED = 0.7
"""How much of the spectrum's shape is taken out: 1 is GCC-PHAT, which overrates noise."""

CLEAR = 8.0
"""A true echo's peak is this many times the correlation's usual height; noise reaches 5."""

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


def find_delay(played: Samples, heard: Samples) -> float | None:
    """Return by how many samples the echo of `played` comes late; None when there is no echo.

    A generalised cross-correlation (Knapp and Carter, 1976) over half seconds, added up.
    """
    likeness = np.sum([_likeness(*part) for _, *part in _segments(played, heard)], axis=0)
    if not np.ndim(likeness):
        return None
    at = int(np.argmax(likeness))
    if likeness[at] < CLEAR * np.sqrt(np.mean(likeness**2)):
        return None
    return at + _beside(likeness, at)


def find_echo(played: Samples, heard: Samples) -> Found | None:
    """Return delay and drift from a few seconds; None when there is no echo."""
    delay = find_delay(played, heard)
    if delay is None:
        return None
    first = max(0, int(delay) - NEAR)
    at, delays = [], []
    for start, *part in _segments(played, heard):
        likeness = _likeness(*part)[first : first + 2 * NEAR]
        peak = int(np.argmax(likeness))
        at.append(start)
        delays.append(first + peak + _beside(likeness, peak))
    slope = _slope(np.array(at, float), np.array(delays))
    return Found(float(np.median(np.array(delays) - slope * np.array(at))), slope * 1e6)


def _segments(played: Samples, heard: Samples) -> list[tuple[int, Samples, Samples]]:
    """Return the seconds in which something is played, with their first sample."""
    firsts = range(0, max(1, len(played) - SEGMENT + 1), HOP)
    parts = [(at, played[at : at + SEGMENT], heard[at : at + SEGMENT]) for at in firsts]
    return [part for part in parts if np.mean(part[1] ** 2) > SOUNDS]


def _likeness(played: Samples, heard: Samples) -> Samples:
    """Return how alike they are for each delay, shape (5120,)."""
    size = 2 * SEGMENT
    cross = np.fft.rfft(heard, size) * np.fft.rfft(played, size).conj()
    hertz = np.fft.rfftfreq(size, 1 / SAMPLE_RATE)
    cross[(hertz < LOWEST_HZ) | (hertz > HIGHEST_HZ)] = 0
    likeness = np.fft.irfft(cross / (np.abs(cross) ** WHITENED + 1e-9))
    return likeness[: LATEST_MS * SAMPLE_RATE // 1000].astype(np.float32)


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
