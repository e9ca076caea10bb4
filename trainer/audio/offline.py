"""A line as fast as the machine goes: the driver pulls each block, and says what is spoken."""

from collections.abc import Callable

import numpy as np

from trainer.audio.playing import Playback
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Millis,
    Samples,
    silence,
)
from trainer.conversation.lines import RenderedLine

__all__ = ["OfflineLine"]


class OfflineLine:
    """The `AudioLine` of recordings and tests, with no thread and no clock but its blocks.

    The driver calls `next_block` for each 20 ms; `speak` puts sound before the microphone. The
    block is its own message: `blocks` gives it back.
    """

    def __init__(self, echo: float = 0.0) -> None:
        """Prepare a line.

        Args:
            echo: The fraction of what is played that the microphone hears in the same block.
        """
        self._echo = np.float32(echo)
        self._playback = Playback(SAMPLE_RATE)
        self._spoken: Samples = silence(0)
        self._next_ms: Millis = 0

    def open(self, deliver: Callable[[object], None]) -> None:
        """Begin anew at 0 ms; nothing is ever delivered, since the driver pulls."""
        del deliver
        self._playback = Playback(SAMPLE_RATE)
        self._spoken = silence(0)
        self._next_ms = 0

    def next_block(self) -> Block:
        """Return the next 20 ms."""
        taken = self._playback.take(BLOCK_SAMPLES)
        line_ms = None if taken.line_frame is None else taken.line_frame * 1000 // SAMPLE_RATE
        block = Block(self._next_ms, self._heard(taken.samples), taken.samples, line_ms)
        self._next_ms += BLOCK_MS
        return block

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Return the block that the message is."""
        return (message,) if isinstance(message, Block) else ()

    def speak(self, samples: Samples) -> None:
        """Put sound (16 kHz mono) before the microphone, from the next block on.

        What is still being spoken is finished first.
        """
        self._spoken = np.concatenate([self._spoken, samples.astype(np.float32)])

    @property
    def speaking(self) -> bool:
        """Whether anything of what was spoken is still to be heard."""
        return len(self._spoken) > 0

    def play(self, line: RenderedLine) -> None:
        """Start the line with the next block; a line that is playing is replaced."""
        self._playback.play(line.samples, line.rate)

    def raise_voice(self, by_db: float) -> None:
        """Play the rest of the line louder, as far as full scale allows."""
        self._playback.raise_voice(by_db)

    def hush(self) -> None:
        """Fade out what is playing within 20 ms."""
        self._playback.hush()

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    @property
    def trouble(self) -> str:
        """Nothing can be wrong with no hardware."""
        return ""

    @property
    def dropped_blocks(self) -> int:
        """Nothing is ever lost."""
        return 0

    @property
    def latency_ms(self) -> Millis:
        """What is played is heard in the same block."""
        return 0

    def _heard(self, played: Samples) -> Samples:
        spoken, self._spoken = self._spoken[:BLOCK_SAMPLES], self._spoken[BLOCK_SAMPLES:]
        heard: Samples = self._echo * played
        heard[: len(spoken)] += spoken
        return heard.clip(-1, 1)
