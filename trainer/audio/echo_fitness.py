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


class Fitness:
    """Remembers by how much the last two seconds of echo got less loud.

    Attributes:
        works: Whether the canceller is to be relied on.
    """

    def __init__(self) -> None:
        self.works = False
        self._gains_db: deque[float] = deque(maxlen=REMEMBERED)
        self._spoken_over = 0

    @property
    def erle_db(self) -> float | None:
        """The echo return loss enhancement: how much less echo is left, where it was loud."""
        if len(self._gains_db) < ENOUGH:
            return None
        return float(np.percentile(self._gains_db, QUANTILE))

    def hear(self, heard: Samples, residual: Samples, echo: Samples, *, speaks: bool) -> None:
        """Take the next block of microphone, what was left of it and what was taken out."""
        before, taken = float(heard @ heard), float(echo @ echo)
        if taken < SOUNDS * len(heard) or taken < LOUDER_THAN_REST * before:
            return
        self._spoken_over = self._spoken_over + 1 if speaks else 0
        if speaks and self.works and self._spoken_over < STUBBORN:
            return
        self._gains_db.append(float(10 * np.log10(before / (float(residual @ residual) + 1e-12))))
        if len(self._gains_db) >= ENOUGH and not len(self._gains_db) % 10:
            self.works = (self.erle_db or 0.0) > (FAILS_DB if self.works else WORKS_DB)
