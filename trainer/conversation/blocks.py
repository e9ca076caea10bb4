"""Audio time and the 20 ms block: what was heard and what was played, side by side."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BLOCK_MS",
    "BLOCK_SAMPLES",
    "SAMPLE_RATE",
    "Block",
    "Cleaned",
    "Millis",
    "Samples",
    "silence",
]

Millis: TypeAlias = int
"""Audio time: whole milliseconds counted from blocks, never the wall clock."""

Samples: TypeAlias = NDArray[np.float32]
"""Mono sound, shape (n,), float32 in -1..1."""

SAMPLE_RATE = 16_000
INAUDIBLE = 1e-5
"""-100 dBFS: what a resampler still sends long after a line, down to 1e-43, is no sound."""

BLOCK_MS: Millis = 20
BLOCK_SAMPLES = SAMPLE_RATE * BLOCK_MS // 1000


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The same 20 ms of microphone and loudspeaker.

    Attributes:
        start_ms: Audio time of the first sample.
        heard: Microphone, shape (320,) at 16 kHz.
        played: What the loudspeaker was given in the same 20 ms, shape (320,) at 16 kHz.
        line_ms: How far into the customer's line the loudspeaker was at the block's start, or None
            when no line was being played.
    """

    start_ms: Millis
    heard: Samples
    played: Samples
    line_ms: Millis | None = None

    @property
    def end_ms(self) -> Millis:
        """Audio time just after the last sample."""
        return self.start_ms + BLOCK_MS

    @property
    def plays(self) -> bool:
        """Whether the loudspeaker was given anything that can be heard."""
        return float(np.abs(self.played).max()) > INAUDIBLE


@dataclass(frozen=True, slots=True)
class OverEcho:
    """What there is in the microphone besides the customer's own loudspeaker.

    Attributes:
        nothing: Whatever is heard can be the loudspeaker's, so the gate must not open.
        since_ms: When what is more than echo began; None when it is not known.
        until_ms: When it was last heard; None likewise.
    """

    nothing: bool
    since_ms: Millis | None = None
    until_ms: Millis | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Cleaned:
    """A block without the loudspeaker's echo.

    Attributes:
        gate: What the speech gate is to judge.
        ears: What the recogniser is to hear.
        over_echo: What the gate has to know while there is an echo; None when there is none.
    """

    gate: Block
    ears: Block
    over_echo: OverEcho | None = None

    @property
    def echo_only(self) -> bool:
        """Whether the block can be nothing but echo."""
        return self.over_echo is not None and self.over_echo.nothing


def silence(samples: int = BLOCK_SAMPLES) -> Samples:
    """Return that many samples of silence."""
    return np.zeros(samples, dtype=np.float32)
