"""Finds the echo after the line was opened: a new room, or a known one with another delay."""

from collections import deque
from dataclasses import replace
from itertools import dropwhile, islice

import numpy as np

from trainer.audio.echo_delay import HOP, SEGMENT, Found, Likeness, delay_of, echo_of, likeness_of
from trainer.conversation.blocks import BLOCK_MS, BLOCK_SAMPLES, Block, Millis, Samples

__all__ = ["Aligning"]

TRY_EVERY_MS: Millis = 200
KNOWN_ROOM_MS: Millis = 600
"""So much playback finds the delay of a known room to a sample."""

NEW_ROOM_SECONDS = 6
"""So many, half a second apart, are needed to tell a drift too, to 10 ppm: 3.5 s of playback."""

GIVES_UP_MS: Millis = 6_000
KNOWN_ROOM_BLOCKS = 60
NEW_ROOM_BLOCKS = 200
SECOND_BLOCKS = SEGMENT // BLOCK_SAMPLES
HOP_BLOCKS = HOP // BLOCK_SAMPLES


class Aligning:
    """Gathers what is played and heard until delay and drift are plain.

    A block costs one correlation at most, and a second two in a new room, five in a known one: so
    little that an echo is looked for as long as the line is open.
    """

    def __init__(self, drift_ppm: float | None = None) -> None:
        """Begin; the drift is given where a sound check has found it."""
        self._drift_ppm = drift_ppm
        self._sounding_ms: Millis = 0
        kept = NEW_ROOM_BLOCKS if drift_ppm is None else KNOWN_ROOM_BLOCKS
        self._blocks: deque[Block] = deque(maxlen=kept)
        self._passed = 0
        self._likenesses: deque[Likeness] = deque(maxlen=(kept - SECOND_BLOCKS) // HOP_BLOCKS + 1)

    @property
    def gathered(self) -> tuple[Block, ...]:
        """The blocks that the echo was found in, at whose beginning `Found` holds."""
        return tuple(dropwhile(lambda block: not block.plays, self._blocks))

    @property
    def hopeless(self) -> bool:
        """Whether enough was played to find any echo, and none was."""
        return self._sounding_ms >= GIVES_UP_MS

    def hear(self, block: Block) -> Found | None:
        """Take the next block; return the echo when it is found."""
        self._blocks.append(block)
        self._passed += 1
        if block.plays:
            self._sounding_ms += BLOCK_MS
        if self._drift_ppm is None:
            return self._find_new()
        return self._find_known(self._drift_ppm) if block.plays else None

    def _find_new(self) -> Found | None:
        """Correlate the last second each half second; go by the last seven in which it sounded."""
        if self._passed % HOP_BLOCKS or self._passed < SECOND_BLOCKS:
            return None
        newest = self._likeness((self._passed - SECOND_BLOCKS) * BLOCK_SAMPLES)
        if newest is None:
            return None
        self._likenesses.append(newest)
        begin = (self._passed - len(self.gathered)) * BLOCK_SAMPLES
        return echo_of(
            [replace(one, at=one.at - begin) for one in self._likenesses], least=NEW_ROOM_SECONDS
        )

    def _find_known(self, drift_ppm: float) -> Found | None:
        if self._sounding_ms < KNOWN_ROOM_MS or self._sounding_ms % TRY_EVERY_MS:
            return None
        newest = self._likeness()
        delay = None if newest is None else delay_of([newest])
        if delay is None:
            return None
        played = _joined([block.played for block in self.gathered])
        second = played[-SEGMENT:]
        passed = len(played) - len(second) + _middle(second)
        return Found(delay - drift_ppm * 1e-6 * passed, drift_ppm)

    def _likeness(self, at: int = 0) -> Likeness | None:
        """Correlate the last second, or as much of it as there is."""
        last = tuple(islice(self._blocks, max(0, len(self._blocks) - SECOND_BLOCKS), None))
        played = _joined([block.played for block in last])
        return likeness_of(played, _joined([block.heard for block in last]), at)


def _joined(sounds: list[Samples]) -> Samples:
    return np.concatenate(sounds)


def _middle(sound: Samples) -> float:
    """Return the sample around which the sound lies, which is where its delay was measured."""
    power = np.square(sound, dtype=np.float64)
    return float(power @ np.arange(len(sound)) / power.sum())
