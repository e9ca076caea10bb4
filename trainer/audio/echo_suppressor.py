"""Cleans what the recogniser hears with WebRTC's canceller, which also suppresses what is left."""

import numpy as np

from trainer.conversation.blocks import SAMPLE_RATE, Samples

__all__ = ["LATE", "Suppressor"]

FRAME = SAMPLE_RATE // 100

LATE = 128
"""By how many samples AEC3 gives back what it is given (measured, 0.2.0)."""


class Suppressor:
    """AEC3 in frames of 10 ms. It finds delay and drift by itself."""

    def __init__(self) -> None:
        """Load the library."""
        from pywebrtc_audio import EchoCanceller

        self._canceller = EchoCanceller(SAMPLE_RATE)

    def clean(self, played: Samples, heard: Samples) -> Samples:
        """Return the microphone without the loudspeaker; whole frames of 160 samples."""
        frames = [
            self._canceller.process(heard[at : at + FRAME], played[at : at + FRAME])
            for at in range(0, len(heard), FRAME)
        ]
        return np.concatenate(frames)
