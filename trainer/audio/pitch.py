"""The pitch of a voice, frame by frame, by normalised autocorrelation.

Method: de Cheveigné & Kawahara's YIN (2002), without its interpolation:
the cumulative mean normalised difference, its first dip below the threshold.
"""

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples

__all__ = ["HOP_MS", "WINDOW_MS", "final_fall_semitones", "pitch_of", "voiced_share"]

HOP_MS: Millis = 10
WINDOW_MS: Millis = 40
LOWEST_HZ, HIGHEST_HZ = 70.0, 450.0
APERIODIC = 0.25
"""A dip of the difference above this is no pitch: YIN's threshold, loosened for rooms."""

QUIET_RMS = 0.002
FINAL_MS: Millis = 350
FEWEST_FRAMES = 6


def pitch_of(samples: Samples) -> NDArray[np.float32]:
    """Return the pitch in Hz of each 10 ms, 0 where there is none.

    Args:
        samples: Mono, shape (n,), float32, 16 kHz.
    """
    frames = _frames(samples)
    if not len(frames):
        return np.zeros(0, dtype=np.float32)
    shortest, longest = int(SAMPLE_RATE / HIGHEST_HZ), int(SAMPLE_RATE / LOWEST_HZ)
    dips = _normalised_difference(frames, longest + 1)[:, shortest : longest + 1]
    lags = _first_dip(dips) + shortest
    depth = dips[np.arange(len(dips)), lags - shortest]
    loud = np.sqrt(np.mean(np.square(frames), axis=1)) > QUIET_RMS
    return np.where((depth < APERIODIC) & loud, SAMPLE_RATE / lags, 0).astype(np.float32)


def voiced_share(samples: Samples) -> float:
    """Return the share of frames with a pitch: about 0.6 of speech, next to none of a cough."""
    pitch = pitch_of(samples)
    return float(np.mean(pitch > 0)) if len(pitch) else 0.0


def final_fall_semitones(samples: Samples) -> float | None:
    """Return how far the pitch falls over the last voiced 350 ms; negative when it rises.

    None when too little of it has a pitch.
    """
    pitch = pitch_of(samples)
    voiced = np.flatnonzero(pitch > 0)
    if not len(voiced):
        return None
    last = voiced[voiced > voiced[-1] - FINAL_MS // HOP_MS]
    if len(last) < FEWEST_FRAMES:
        return None
    semitones = 12 * np.log2(pitch[last] / np.median(pitch[voiced]))
    third = max(2, len(last) // 3)
    return float(np.median(semitones[:third]) - np.median(semitones[-third:]))


def _frames(samples: Samples) -> NDArray[np.float64]:
    """Return overlapping frames, shape (frames, window)."""
    window, hop = SAMPLE_RATE * WINDOW_MS // 1000, SAMPLE_RATE * HOP_MS // 1000
    if len(samples) < window:
        return np.zeros((0, window))
    views = np.lib.stride_tricks.sliding_window_view(samples, window)[::hop]
    return views.astype(np.float64)


def _normalised_difference(frames: NDArray[np.float64], lags: int) -> NDArray[np.float64]:
    """Return YIN's d'(lag), shape (frames, lags); 1 at lag 0."""
    half = frames.shape[1] - lags
    size = 1 << (frames.shape[1] + half - 1).bit_length()
    spectrum = np.fft.rfft(frames, size)
    head = np.fft.rfft(frames[:, :half], size)
    products = np.fft.irfft(spectrum * head.conj(), size)[:, :lags]
    squares = np.cumsum(np.pad(np.square(frames), ((0, 0), (1, 0))), axis=1)
    energy = squares[:, half : half + lags] - squares[:, :lags]
    difference = np.maximum(energy[:, :1] + energy - 2 * products, 0)
    mean = np.cumsum(difference[:, 1:], axis=1) / np.arange(1, lags)
    normalised: NDArray[np.float64] = np.ones_like(difference)
    np.divide(difference[:, 1:], mean, out=normalised[:, 1:], where=mean > 0)
    return normalised


def _first_dip(dips: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each frame the first local minimum below the threshold, else the deepest."""
    low = dips < APERIODIC
    rising = np.pad(dips[:, 1:] >= dips[:, :-1], ((0, 0), (0, 1)), constant_values=True)
    found = low & rising
    first, deepest = found.argmax(axis=1), dips.argmin(axis=1)
    lags: NDArray[np.int64] = np.where(found.any(axis=1), first, deepest)
    return lags
