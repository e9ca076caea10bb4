"""Where speech begins and ends to a few milliseconds, by loudness against the room."""

from collections import deque
from itertools import islice

import numpy as np

from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples

__all__ = ["EdgeFinder"]

STEP_MS: Millis = 5
STEP_SAMPLES = SAMPLE_RATE * STEP_MS // 1000
KEPT_STEPS = 200
LONGEST_GAP_STEPS = 8
"""A stop consonant is silent for up to 40 ms in the middle of a word."""

ABOVE_ROOM_DB = 8.0
BELOW_PEAK_DB = 35.0
QUIETEST_DB = -75.0
ROOM_SHARE = 0.02
"""How much a step moves the room's level: a time constant of 250 ms."""


class EdgeFinder:
    """Remembers the loudness of the last second in steps of 5 ms.

    The neural gate tells speech from noise, but begins up to 100 ms late at a fricative and ends
    70 ms late; within the stretch that it names, loudness tells the edges.
    """

    def __init__(self) -> None:
        self._levels_db: deque[float] = deque(maxlen=KEPT_STEPS)
        self._room_db = QUIETEST_DB
        self._rest = np.zeros(0, dtype=np.float32)

    def hear(self, samples: Samples) -> None:
        """Take the next samples."""
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // STEP_SAMPLES * STEP_SAMPLES
        self._rest = sound[whole:]
        power = np.mean(np.square(sound[:whole].reshape(-1, STEP_SAMPLES)), axis=1)
        self._levels_db.extend((10 * np.log10(power + 1e-12)).tolist())

    def is_room(self, length_ms: Millis) -> None:
        """Learn the room's level: there was no speech in the last `length_ms`."""
        for level_db in islice(reversed(self._levels_db), length_ms // STEP_MS):
            self._room_db += ROOM_SHARE * (level_db - self._room_db)

    def began(self, sure_ago_ms: Millis, earliest_ago_ms: Millis) -> Millis:
        """Return how long ago speech began that was surely there `sure_ago_ms` ago.

        Args:
            sure_ago_ms: Where to start to look backwards.
            earliest_ago_ms: Where to stop.
        """
        loud = self._loud()
        first = gap = 0
        for ago in range(sure_ago_ms // STEP_MS, min(earliest_ago_ms // STEP_MS, len(loud))):
            gap = 0 if loud[ago] else gap + 1
            if gap > LONGEST_GAP_STEPS and first:
                break
            if loud[ago]:
                first = ago + 1
        return first * STEP_MS or sure_ago_ms

    def ended(self, latest_ago_ms: Millis, earliest_ago_ms: Millis) -> Millis:
        """Return how long ago speech ended, which it did between the two."""
        loud = self._loud()
        for ago in range(latest_ago_ms // STEP_MS, min(earliest_ago_ms // STEP_MS, len(loud))):
            if loud[ago]:
                return ago * STEP_MS
        return earliest_ago_ms

    def _loud(self) -> list[bool]:
        """Tell for each step whether it stands out, the newest first."""
        peak_db = max(self._levels_db, default=QUIETEST_DB)
        least_db = max(self._room_db + ABOVE_ROOM_DB, peak_db - BELOW_PEAK_DB, QUIETEST_DB)
        return [level_db > least_db for level_db in reversed(self._levels_db)]
