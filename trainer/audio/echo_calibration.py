"""What a few seconds of playback tell about the room: its response, the drift, what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from trainer.audio.echo_delay import Found, find_echo
from trainer.audio.echo_double_talk import DoubleTalk
from trainer.audio.echo_filter import LEAD, LinearCanceller
from trainer.audio.echo_reference import Reference
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Samples

__all__ = ["EchoState", "calibrated"]

ROUNDS = 3
SAMPLES_A_MS = SAMPLE_RATE // 1000
EPOCHS = 2
SURE_PPM = 300.0
"""No two sound clocks are further apart; what seems to be is no echo."""


@dataclass(frozen=True, slots=True, eq=False)
class EchoState:
    """What a sound check finds, and a rehearsal in the same room goes by.

    Attributes:
        response: The room's response from 10 ms before the direct sound, shape (4160,); all zeros
            when the microphone does not hear the loudspeaker.
        drift_ppm: How much faster the microphone's clock runs than the loudspeaker's.
        leak: Which part of the estimated echo's power is left over, each band, shape (20,).
        room: The room's own power, each band, shape (20,).
        delay_ms: How late the echo came; another opening of the line has another delay.
        erle_db: By how much the echo got less loud.
    """

    response: Samples
    drift_ppm: float
    leak: Samples
    room: Samples
    delay_ms: float
    erle_db: float

    @property
    def echoes(self) -> bool:
        """Whether the microphone hears the loudspeaker."""
        return bool(self.response.any())


def calibrated(played: Samples, heard: Samples) -> EchoState:
    """Learn the room from some seconds of playback with nobody speaking.

    The sound is gone through several times: correlation tells the drift to about 5 ppm; what a
    filter that has stopped learning leaves over tells the rest, since it goes wrong steadily.
    """
    found = find_echo(played, heard)
    canceller, talk, erle_db = LinearCanceller(), DoubleTalk(), 0.0
    if found is None or abs(found.drift_ppm) > SURE_PPM:
        return EchoState(canceller.response, 0.0, talk.leak, talk.room, 0.0, erle_db)
    found = replace(found, behind=found.behind - LEAD)
    sound = _Sound(played, heard)
    for _ in range(ROUNDS):
        for _ in range(EPOCHS):
            canceller.forget_a_little()
            _go_through(sound, found, canceller)
        left = _go_through(sound, found, canceller, learns=False)
        found, erle_db = replace(found, drift_ppm=found.drift_ppm + left.drift_ppm), left.erle_db
    response = canceller.response
    _go_through(sound, found, LinearCanceller(response), talk)
    delay_ms = (found.behind + LEAD) / SAMPLES_A_MS
    return EchoState(response, found.drift_ppm, talk.leak, talk.room, delay_ms, erle_db)


@dataclass(frozen=True, slots=True, eq=False)
class _Sound:
    """Both directions of the sound check."""

    played: Samples
    heard: Samples

    def blocks(self) -> Iterator[tuple[Samples, Samples]]:
        """Cut both into blocks."""
        for first in range(0, len(self.played) - BLOCK_SAMPLES + 1, BLOCK_SAMPLES):
            here = slice(first, first + BLOCK_SAMPLES)
            yield self.played[here], self.heard[here]


@dataclass(frozen=True, slots=True)
class _Left:
    """What is wrong after going through once."""

    drift_ppm: float
    erle_db: float


def _go_through(
    sound: "_Sound",
    found: Found,
    canceller: LinearCanceller,
    talk: DoubleTalk | None = None,
    *,
    learns: bool = True,
) -> _Left:
    reference = Reference(found.behind, found.drift_ppm)
    lags, weights, before, after = [], [], 1e-9, 1e-9
    for played, heard in sound.blocks():
        split = canceller.split(reference.hear(played), heard, learns=learns)
        if talk is not None:
            talk.hear(split.residual, split.echo)
        lags.append(split.lag)
        weights.append(split.lag_weight)
        if split.lag_weight:
            before += float(heard @ heard)
            after += float(split.residual @ split.residual)
    return _Left(_drift(np.array(lags), np.array(weights)), float(10 * np.log10(before / after)))


def _drift(lags: Samples, weights: Samples) -> float:
    """Return the slope of the lag in ppm, by weighted least squares."""
    at = np.arange(len(lags)) * float(BLOCK_SAMPLES)
    total = weights.sum() + 1e-12
    at = at - (weights @ at) / total
    lags = lags - (weights @ lags) / total
    return float((weights * at) @ lags / ((weights * at) @ at + 1e-12) * 1e6)
