"""What the loudspeaker played, as late as the microphone hears it, on the microphone's clock."""

import math

import numpy as np

from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Samples

__all__ = ["Reference"]

KEPT = SAMPLE_RATE
TAPS = 32


class Reference:
    """The played sound, delayed by a fraction of a sample that grows or shrinks with the drift.

    Attributes:
        behind: How many samples it is behind `played`.
        drift_ppm: How much faster the microphone's clock runs than the loudspeaker's.
    """

    def __init__(self, behind: float = 0.0, drift_ppm: float = 0.0) -> None:
        self.behind = behind
        self.drift_ppm = drift_ppm
        self._kept: Samples = np.zeros(KEPT, np.float32)

    def hear(self, played: Samples) -> Samples:
        """Take the next block that was played; return the one that is heard now, shape (320,)."""
        self._kept = np.concatenate([self._kept[BLOCK_SAMPLES:], played])
        self.behind += self.drift_ppm * 1e-6 * BLOCK_SAMPLES
        behind = min(max(self.behind, TAPS / 2), KEPT - BLOCK_SAMPLES - TAPS)
        whole = math.floor(behind)
        first = KEPT - BLOCK_SAMPLES - whole - TAPS // 2
        stretch = self._kept[first : first + BLOCK_SAMPLES + TAPS - 1]
        return np.convolve(stretch, _between(behind - whole), "valid").astype(np.float32)


def _between(fraction: float) -> Samples:
    """Return a windowed sinc that reads a fraction of a sample earlier, shape (32,)."""
    offset = np.arange(TAPS) - (TAPS // 2 - 1) - fraction
    weight = np.sinc(offset) * np.cos(np.pi * offset / (TAPS + 2)) ** 2
    between: Samples = weight.astype(np.float32)
    return between
