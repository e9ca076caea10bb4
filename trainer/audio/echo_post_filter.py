"""Takes what a canceller leaves of the echo out of what the recogniser hears, band by band."""

import numpy as np

from trainer.audio.echo_double_talk import BAND_EDGES
from trainer.conversation.blocks import BLOCK_SAMPLES, Samples

__all__ = ["PostFilter"]

WINDOW = np.hanning(2 * BLOCK_SAMPLES + 1)[:-1].astype(np.float32)
"""Periodic, so that windows half a length apart add up to one."""

BINS = BLOCK_SAMPLES + 1
OVER = 2.0
"""So much more is taken out than is estimated: single bins of an echo vary around its mean."""

FLOOR = 0.1
"""No band becomes quieter than by 20 dB: a hole in a sound is heard as a sound."""


class PostFilter:
    """A Wiener filter over windows of 40 ms; what it gives comes a block (20 ms) late."""

    def __init__(self) -> None:
        self._last: Samples = np.zeros(BLOCK_SAMPLES, np.float32)
        self._rest: Samples = np.zeros(BLOCK_SAMPLES, np.float32)

    def clean(self, residual: Samples, echo_share: Samples) -> Samples:
        """Take the next block of what is left; return the one before it, cleaned.

        Args:
            residual: The microphone without the estimated echo, shape (320,).
            echo_share: How much of each band's power is still echo, shape (20,).
        """
        sound = WINDOW * np.concatenate([self._last, residual])
        self._last = residual
        cleaned = np.fft.irfft(np.fft.rfft(sound) * _gains(echo_share)).astype(np.float32)
        out: Samples = self._rest + cleaned[:BLOCK_SAMPLES]
        self._rest = cleaned[BLOCK_SAMPLES:]
        return out


def _gains(echo_share: Samples) -> Samples:
    gains = np.clip(1 - OVER * echo_share, FLOOR, 1)
    spread: Samples = np.interp(np.arange(BINS), _MIDDLES, gains).astype(np.float32)
    return spread


_MIDDLES = np.sqrt(BAND_EDGES[:-1] * BAND_EDGES[1:])
