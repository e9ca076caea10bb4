"""From what a callback copied, at the device's own rate, to whole 16 kHz blocks."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Millis,
    Samples,
    silence,
)

__all__ = ["BlockCutter", "Capture", "Heard", "Played"]

MOST_SKEW = SAMPLE_RATE // 10
"""How many samples microphone and loudspeaker may be apart before the loudspeaker is put right."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the microphone gave: samples at its rate, `first_frame` counted from the opening."""

    first_frame: int
    samples: Samples


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """What the loudspeaker was given.

    Attributes:
        first_frame: Counted from the opening, at the loudspeaker's rate.
        samples: Shape (n,), float32.
        line_frame: How far into the line the first frame is, None when no line is in it.
        line_frames: How many of the frames belong to the line.
    """

    first_frame: int
    samples: Samples
    line_frame: int | None = None
    line_frames: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """One callback's message: one side is None when two streams take turns.

    Attributes:
        source: The opening of the line that it came from; what is left of an earlier one in the
            inbox must not be taken for this one's.
    """

    source: object
    heard: Heard | None
    played: Played | None


STEADY_BLOCKS = 50
"""For how many blocks two streams must be apart before it is no mere jitter: 1 s."""


class BlockCutter:
    """Turns captures into blocks, microphone and loudspeaker side by side.

    Frames that were lost on the way are filled with silence, so audio time keeps pace with the
    devices. The microphone leads; where two separate streams have drifted apart or one has lost
    sound, the loudspeaker's count is put right: at once beyond 100 ms, within seconds beyond 40 ms.
    """

    def __init__(self, heard_rate: int | None, played_rate: int) -> None:
        """Cut at these device rates; `heard_rate` is None when there is no microphone."""
        self._heard = None if heard_rate is None else _Channel(heard_rate)
        self._played = _Channel(played_rate)
        self._marks: deque[Played] = deque()
        self._played_rate = played_rate
        self._paired = heard_rate is None
        self._next_ms: Millis = 0
        self._ahead: deque[int] = deque(maxlen=STEADY_BLOCKS)

    def cut(self, capture: Capture) -> tuple[Block, ...]:
        """Take one capture; return the whole blocks that it completes."""
        if capture.heard and self._heard:
            self._heard.push(capture.heard.first_frame, capture.heard.samples)
        if capture.played:
            self._played.push(capture.played.first_frame, capture.played.samples)
            self._mark(capture.played)
        if not self._paired:
            self._pair()
        return tuple(self._blocks()) if self._paired else ()

    def _mark(self, played: Played) -> None:
        if played.line_frame is not None:
            self._marks.append(played)

    def _pair(self) -> None:
        """Let both sides begin together: what one gave before the other came is dropped."""
        if self._heard and self._heard.begun and self._played.begun:
            self._heard.keep_last(self._played.ready)
            self._played.keep_last(self._heard.ready)
            self._paired = True

    def _blocks(self) -> Iterator[Block]:
        while self._another():
            line_ms = self._line_ms(self._played.position)
            heard = silence() if self._heard is None else self._heard.take()
            yield Block(self._next_ms, heard, self._played.take(), line_ms)
            self._next_ms += BLOCK_MS

    def _another(self) -> bool:
        if self._heard is None:
            return self._played.ready >= BLOCK_SAMPLES
        if self._heard.ready < BLOCK_SAMPLES:
            return False

        ahead = self._played.ready - self._heard.ready
        if ahead > MOST_SKEW or self._steadily_ahead:
            self._played.keep_last(self._heard.ready)
            self._ahead.clear()
        if ahead < -MOST_SKEW or self._steadily_behind:
            self._ahead.clear()
            return True
        if self._played.ready < BLOCK_SAMPLES:
            return False
        self._ahead.append(ahead)
        return True

    @property
    def _steadily_ahead(self) -> bool:
        return len(self._ahead) == STEADY_BLOCKS and min(self._ahead) > BLOCK_SAMPLES

    @property
    def _steadily_behind(self) -> bool:
        return len(self._ahead) == STEADY_BLOCKS and max(self._ahead) < -BLOCK_SAMPLES

    def _line_ms(self, position: int) -> Millis | None:
        frame = position * self._played_rate // SAMPLE_RATE
        while self._marks and frame >= self._marks[0].first_frame + len(self._marks[0].samples):
            self._marks.popleft()
        if not self._marks or frame < self._marks[0].first_frame:
            return None

        mark = self._marks[0]
        into = frame - mark.first_frame
        if mark.line_frame is None or into >= mark.line_frames:
            return None
        return (mark.line_frame + into) * 1000 // self._played_rate


class _Channel:
    """One side's samples on their way to 16 kHz.

    soxr's variable-rate resampler delays every rate by the same 1.6 samples and gives one block for
    each 20 ms, where its other recipes give bursts of 40 ms.
    """

    def __init__(self, rate: int) -> None:
        self._resample = _resampler(rate)
        self._frames = 0
        self._pending = np.zeros(0, dtype=np.float32)
        self.position = 0

    @property
    def begun(self) -> bool:
        """Whether anything came yet."""
        return self._frames > 0

    @property
    def ready(self) -> int:
        """How many samples wait at 16 kHz."""
        return len(self._pending)

    def push(self, first_frame: int, samples: Samples) -> None:
        """Add the samples, and silence before them for frames that were lost."""
        lost = first_frame - self._frames
        if lost > 0:
            samples = np.concatenate([silence(lost), samples])
        self._frames += len(samples)
        fresh = self._resample.resample_chunk(np.ascontiguousarray(samples, dtype=np.float32))
        self._pending = np.concatenate([self._pending, fresh])

    def take(self) -> Samples:
        """Return the next block's samples, the missing ones as silence."""
        taken, self._pending = self._pending[:BLOCK_SAMPLES], self._pending[BLOCK_SAMPLES:]
        self.position += len(taken)
        if len(taken) == BLOCK_SAMPLES:
            return taken
        return np.concatenate([taken, silence(BLOCK_SAMPLES - len(taken))])

    def keep_last(self, samples: int) -> None:
        """Drop the oldest samples beyond that many."""
        surplus = max(0, self.ready - samples)
        self._pending = self._pending[surplus:]
        self.position += surplus


class _Untouched:
    """The resampler of a device that runs at 16 kHz."""

    def resample_chunk(self, samples: Samples) -> Samples:
        return samples


def _resampler(rate: int) -> Any:  # noqa: ANN401 - soxr has no types
    if rate == SAMPLE_RATE:
        return _Untouched()

    import soxr

    return soxr.ResampleStream(rate, SAMPLE_RATE, 1, vr=True)
