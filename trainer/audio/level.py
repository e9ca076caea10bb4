"""How loud a sound is, in decibels below full scale."""

import math

import numpy as np

from trainer.conversation.blocks import BLOCK_MS, Block, Samples

__all__ = ["FLOOR_DB", "LevelMeter", "rms_db"]

FLOOR_DB = -100.0
"""What is called silence: 16-bit sound ends at -96 dB."""


def rms_db(samples: Samples) -> float:
    """Return the root mean square in dB of full scale, not below `FLOOR_DB`."""
    if not len(samples):
        return FLOOR_DB

    power = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(FLOOR_DB, 10 * math.log10(power)) if power > 0 else FLOOR_DB


class LevelMeter:
    """A needle that follows the microphone: up at once, down slowly, as people read meters.

    The fall of 20 dB in 1.7 s is that of a peak programme meter (IEC 60268-10, type I).
    """

    FALL_DB = 20 / 1700 * BLOCK_MS

    def __init__(self) -> None:
        self._level_db = FLOOR_DB

    @property
    def level_db(self) -> float:
        """Where the needle stands."""
        return self._level_db

    def hear(self, block: Block) -> float:
        """Take the next block; return where the needle stands now."""
        self._level_db = max(rms_db(block.heard), self._level_db - self.FALL_DB, FLOOR_DB)
        return self._level_db
