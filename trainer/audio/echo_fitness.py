"""How well a canceller does, while the trainee does not speak over the customer."""

from collections import deque

import numpy as np

from trainer.conversation.blocks import Samples

__all__ = ["Fitness"]

REMEMBERED = 100
ENOUGH = 25
STUBBORN = 200
"""Somebody who seems to speak over 4 s of playback is an echo that the canceller leaves over."""

QUANTILE = 70
FAILS_DB = 4.0
WORKS_DB = 7.0
SOUNDS = 1e-7
LOUDER_THAN_REST = 0.05

FLOOR_BLOCKS = 500
NEAR_FLOOR = 4.0
"""What is left within 6 dB of the room's own noise can't be made any quieter."""


LOUDER = 1.15
ASTRAY_OF, ASTRAY = 8, 5
"""What is taken out makes the microphone louder when it is no longer where the echo is, and hardly
ever else, whoever speaks: in 5 of 8 blocks it can't be chance."""


class Fitness:
    """Remembers by how much the last two seconds of echo got less loud.

    Attributes:
        works: Whether the canceller is to be relied on.
    """

    def __init__(self) -> None:
        self.works = False
        self._gains_db: deque[float] = deque(maxlen=REMEMBERED)
        self._spoken_over = 0
        self._left: deque[float] = deque(maxlen=FLOOR_BLOCKS)
        self._louder: deque[bool] = deque(maxlen=ASTRAY_OF)

    @property
    def astray(self) -> bool:
        """Whether the echo has left the place where the canceller takes it out."""
        return sum(self._louder) >= ASTRAY

    @property
    def erle_db(self) -> float | None:
        """The echo return loss enhancement: how much less echo is left, where it was loud."""
        if len(self._gains_db) < ENOUGH:
            return None
        return float(np.percentile(self._gains_db, QUANTILE))

    def hear(self, heard: Samples, residual: Samples, echo: Samples, *, speaks: bool) -> None:
        """Take the next block of microphone, what was left of it and what was taken out."""
        before, taken, left = (float(one @ one) for one in (heard, echo, residual))
        self._left.append(left)
        if not before or taken < SOUNDS * len(heard) or taken < LOUDER_THAN_REST * before:
            return
        self._louder.append(left > LOUDER * before)
        self._spoken_over = self._spoken_over + 1 if speaks else 0
        if speaks and self.works and self._spoken_over < STUBBORN:
            return
        self._gains_db.append(self._gain_db(before, left))
        if len(self._gains_db) >= ENOUGH and not len(self._gains_db) % 10:
            self.works = (self.erle_db or 0.0) > (FAILS_DB if self.works else WORKS_DB)

    def _gain_db(self, before: float, left: float) -> float:
        """Return the enhancement; an echo that is down in the room's noise counts as gone."""
        gain_db = float(10 * np.log10(before / (left + 1e-12)))
        gone = left <= NEAR_FLOOR * min(self._left)
        return max(gain_db, WORKS_DB + 1) if gone else gain_db
