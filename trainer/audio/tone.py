"""A test tone: two soft notes that tell whether the loudspeaker plays."""

import numpy as np

from trainer.conversation.blocks import Samples

__all__ = ["TONE_RATE", "two_notes"]

TONE_RATE = 48_000
NOTES_HZ = (440.0, 660.0)
NOTE_S = 0.45
PEAK = 0.12
"""-18 dB of full scale: plain to hear, and nobody starts."""


def two_notes() -> Samples:
    """Return a fifth, float32 at `TONE_RATE`; each note swells and fades: nothing clicks."""
    at_s = np.arange(round(NOTE_S * TONE_RATE)) / TONE_RATE
    swell = np.sin(np.pi * at_s / NOTE_S) ** 2
    notes = [PEAK * swell * np.sin(2 * np.pi * hertz * at_s) for hertz in NOTES_HZ]
    return np.concatenate(notes).astype(np.float32)
