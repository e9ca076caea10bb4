"""Finds the echo after the line was opened: a new room, or a known one with another delay."""

from collections import deque

import numpy as np

from trainer.audio.echo_delay import Found, find_delay, find_echo
from trainer.conversation.blocks import BLOCK_MS, BLOCK_SAMPLES, Block, Millis, Samples

__all__ = ["Aligning"]

TRY_EVERY_MS: Millis = 200
KNOWN_ROOM_MS: Millis = 600
"""So much playback finds the delay of a known room to a sample."""

NEW_ROOM_MS: Millis = 3_000
"""So much is needed to tell a drift too, to 10 ppm."""

GIVES_UP_MS: Millis = 6_000
KNOWN_ROOM_BLOCKS = 60
NEW_ROOM_BLOCKS = 200
SECOND = 50 * BLOCK_SAMPLES


class Aligning:
    """Gathers what is played and heard until delay and drift are plain."""

    def __init__(self, drift_ppm: float | None = None) -> None:
        """Begin; the drift is given where a sound check has found it."""
        self._drift_ppm = drift_ppm
        self._sounding_ms: Millis = 0
        kept = NEW_ROOM_BLOCKS if drift_ppm is None else KNOWN_ROOM_BLOCKS
        self._blocks: deque[Block] = deque(maxlen=kept)

    @property
    def gathered(self) -> tuple[Block, ...]:
        """The blocks that the echo was found in, at whose beginning `Found` holds."""
        return tuple(self._blocks)

    @property
    def hopeless(self) -> bool:
        """Whether enough was played to find any echo, and none was."""
        return self._sounding_ms >= GIVES_UP_MS

    def hear(self, block: Block) -> Found | None:
        """Take the next block; return the echo when it is found."""
        self._blocks.append(block)
        if not block.played.any():
            return None
        self._sounding_ms += BLOCK_MS
        least_ms = NEW_ROOM_MS if self._drift_ppm is None else KNOWN_ROOM_MS
        if self._sounding_ms < least_ms or self._sounding_ms % TRY_EVERY_MS:
            return None
        return self._find()

    def _find(self) -> Found | None:
        played = np.concatenate([block.played for block in self._blocks])
        heard = np.concatenate([block.heard for block in self._blocks])
        if self._drift_ppm is None:
            return find_echo(played, heard)
        delay = find_delay(_last_second(played), _last_second(heard))
        if delay is None:
            return None
        passed = max(0, len(played) - SECOND) + _middle(played[-SECOND:])
        return Found(delay - self._drift_ppm * 1e-6 * passed, self._drift_ppm)


def _last_second(sound: Samples) -> Samples:
    return np.pad(sound[-SECOND:], (0, max(0, SECOND - len(sound))))


def _middle(sound: Samples) -> float:
    """Return the sample around which the sound lies, which is where its delay was measured."""
    power = np.square(sound, dtype=np.float64)
    return float(power @ np.arange(len(sound)) / power.sum())
