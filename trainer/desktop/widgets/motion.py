"""How what is drawn keeps pace with audio time."""

from trainer.conversation.blocks import Millis

__all__ = ["Glide"]

JUMP_MS = 500
"""Further apart than this, the two clocks are not brought together gently."""

AHEAD_MS = 250
"""So far beyond the last word from audio time the estimate may run; then it waits."""

_DRAWN = 0.1
"""The share of the difference that each word from audio time takes away."""


class Glide:
    """Estimates audio time between the events that tell it, without a step back or a jerk.

    Events come ten times a second, late by a little and unevenly; what is drawn moves on with the
    screen's clock and is drawn towards them.
    """

    def __init__(self) -> None:
        self._heard = False
        self._audio_ms = self._clock_ms = 0.0
        self._latest_ms = self._limit_ms = 0.0

    def hear(self, at_ms: Millis, clock_ms: float) -> None:
        """Take a time that audio has reached, and the screen's clock then."""
        expected = self._expected(clock_ms)
        apart = at_ms - expected
        if not self._heard or abs(apart) > JUMP_MS:
            self._heard = True
            self._audio_ms = self._latest_ms = float(at_ms)
        else:
            self._audio_ms = expected + apart * _DRAWN
        self._clock_ms = clock_ms
        self._limit_ms = at_ms + AHEAD_MS

    def now(self, clock_ms: float) -> float:
        """Return the audio time at that time of the screen's clock."""
        self._latest_ms = max(self._latest_ms, self._expected(clock_ms))
        return self._latest_ms

    def _expected(self, clock_ms: float) -> float:
        return min(self._audio_ms + clock_ms - self._clock_ms, self._limit_ms)
