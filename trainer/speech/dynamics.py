"""How a phrase is thrown at somebody: the pauses in it, its onsets and its stressed words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import Millis, Samples, silence
from trainer.conversation.words import Span
from trainer.speech.sound import FRAME_MS, active_frames

__all__ = ["TimeMap", "attacked", "leaned_on", "with_pauses"]

Curve = NDArray[np.float64]

SHORTEST_PAUSE_MS: Millis = 80
"""No pause is cut below this: a comma stays a comma."""

ONSET_MS, BEFORE_MS = 8, 80
RISE_DB = 9.0
"""An onset this far above what was before it gets all of the attack."""

RAMP_MS = 20
INAUDIBLE = 1e-4


class TimeMap:
    """Tells where a moment of a sound lies after its pauses were changed.

    Args:
        before: Moments in ms, increasing.
        after: Where they lie now.
    """

    def __init__(self, before: Sequence[Millis], after: Sequence[Millis]) -> None:
        self._before = before
        self._after = after

    def __call__(self, at_ms: Millis) -> Millis:
        """Return where the moment lies now."""
        return round(float(np.interp(at_ms, self._before, self._after)))


def with_pauses(samples: Samples, rate: int, percent: float) -> tuple[Samples, TimeMap]:
    """Make the engine's own pauses inside a phrase shorter or longer, in their middle."""
    before, after = [0], [0]
    kept: list[Samples] = []
    begin = 0
    for start_ms, end_ms in _pauses(samples, rate):
        pause_ms = end_ms - start_ms
        wanted_ms = max(round(pause_ms * percent / 100), min(SHORTEST_PAUSE_MS, pause_ms))
        head, tail = _halves(start_ms, end_ms, wanted_ms, rate)
        kept += [samples[begin:head], silence(max(wanted_ms - pause_ms, 0) * rate // 1000)]
        begin = tail
        begins_ms = after[-1] + start_ms - before[-1]
        before += [start_ms, end_ms]
        after += [begins_ms, begins_ms + wanted_ms]
    rest_ms = (len(samples) - begin) * 1000 // rate + 1
    before.append(before[-1] + rest_ms)
    after.append(after[-1] + rest_ms)
    return np.concatenate([*kept, samples[begin:]]), TimeMap(before, after)


def attacked(samples: Samples, rate: int, attack_db: float) -> Samples:
    """Lift every onset by up to `attack_db`; what is held stays as it is."""
    if attack_db <= 0 or not len(samples):
        return samples
    now = _mean_power(samples, rate * ONSET_MS // 1000)
    before = _mean_power(samples, rate * BEFORE_MS // 1000)
    floor = float(now.max()) * 1e-4 + INAUDIBLE**2
    rise_db = 10 * np.log10((now + floor) / (before + floor))
    share = np.clip(rise_db / RISE_DB, 0, 1)
    return np.asarray(samples * 10 ** (attack_db * share / 20), dtype=np.float32)


def leaned_on(samples: Samples, rate: int, stressed: Sequence[Span], stress_db: float) -> Samples:
    """Make the stressed words louder, with ramps of 20 ms."""
    at_ms = np.arange(len(samples)) * 1000 / rate
    shares = np.zeros(len(samples))
    for span in stressed:
        inside = np.minimum(at_ms - span.start_ms, span.end_ms - at_ms) / RAMP_MS + 0.5
        shares = np.maximum(shares, np.clip(inside, 0, 1))
    return np.asarray(samples * 10 ** (stress_db * shares / 20), dtype=np.float32)


def _pauses(samples: Samples, rate: int) -> list[tuple[Millis, Millis]]:
    """Return the silences between the first and the last sound, in ms."""
    active = np.flatnonzero(active_frames(samples, rate))
    gaps = np.flatnonzero(np.diff(active) > 1)
    return [((int(active[gap]) + 1) * FRAME_MS, int(active[gap + 1]) * FRAME_MS) for gap in gaps]


def _halves(start_ms: Millis, end_ms: Millis, wanted_ms: Millis, rate: int) -> tuple[int, int]:
    """Return the samples up to which, and from which, the old sound is kept."""
    kept_ms = min(wanted_ms, end_ms - start_ms)
    head_ms = start_ms + kept_ms // 2
    tail_ms = end_ms - (kept_ms - kept_ms // 2)
    return head_ms * rate // 1000, tail_ms * rate // 1000


def _mean_power(samples: Samples, window: int) -> Curve:
    """Return the mean power of each sample and the `window` before it."""
    sums = np.concatenate([[0.0], np.cumsum(np.square(samples, dtype=np.float64))])
    ends = np.arange(1, len(samples) + 1)
    power: Curve = (sums[ends] - sums[np.maximum(ends - window, 0)]) / window
    return power
