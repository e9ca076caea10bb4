"""Fakes of the audio ports: a line whose clock is turned by hand, a scripted gate, a recorder."""

from collections.abc import Callable, Iterable

import numpy as np

from trainer.audio.offline import OfflineLine
from trainer.conversation.blocks import SAMPLE_RATE, Block, Millis, OverEcho, Samples
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.conversation.words import Span

__all__ = ["FakeLine", "FakeRecorder", "ScriptedGate", "rendered", "tone"]


def tone(
    length_ms: Millis, rate: int = SAMPLE_RATE, hertz: float = 440, level: float = 0.5
) -> Samples:
    """Return a sine, shape (n,), float32."""
    time_s = np.arange(length_ms * rate // 1000) / rate
    return (level * np.sin(2 * np.pi * hertz * time_s)).astype(np.float32)


def rendered(
    samples: Samples, rate: int = SAMPLE_RATE, text: str = "hello", line_id: str = "line"
) -> RenderedLine:
    """Return a line that sounds like the samples."""
    return RenderedLine(Line(line_id, (Phrase(text),), "voice", 50), samples, rate)


class FakeLine(OfflineLine):
    """An `AudioLine` that delivers when the test says so, and remembers what it was told.

    Attributes:
        lines: Every line it was told to play.
        hushes: How often it was told to hush.
        raised: By how many dB it was told to raise the voice.
    """

    def __init__(self, echo: float = 0.0) -> None:
        super().__init__(echo)
        self.lines: list[RenderedLine] = []
        self.hushes = 0
        self.raised: list[float] = []
        self.opened = 0
        self.closed = 0
        self._deliver: Callable[[object], None] = _nowhere
        self._trouble = ""
        self._dropped = 0

    def open(self, deliver: Callable[[object], None]) -> None:
        """Begin anew and deliver to the test's inbox."""
        super().open(deliver)
        self.opened += 1
        self._deliver = deliver

    def tick(self, length_ms: Millis = 20) -> None:
        """Let that much audio time pass; every block is delivered."""
        for _ in range(length_ms // 20):
            self._deliver(self.next_block())

    def play(self, line: RenderedLine) -> None:
        """Remember the line and play it."""
        self.lines.append(line)
        super().play(line)

    def raise_voice(self, by_db: float) -> None:
        """Remember, and raise it."""
        self.raised.append(by_db)
        super().raise_voice(by_db)

    def hush(self) -> None:
        """Count, and fade out."""
        self.hushes += 1
        super().hush()

    def close(self) -> None:
        """Count."""
        self.closed += 1

    def fail(self, trouble: str, dropped_blocks: int = 0) -> None:
        """Have this trouble from now on; an empty one is over."""
        self._trouble = trouble
        self._dropped = dropped_blocks

    @property
    def trouble(self) -> str:
        """What the test said."""
        return self._trouble

    @property
    def dropped_blocks(self) -> int:
        """What the test said."""
        return self._dropped


class ScriptedGate:
    """A `Gate` that hears speech in the spans of its script, whatever the blocks hold."""

    def __init__(self, spans: Iterable[Span] = (), *, known_after_ms: Millis = 100) -> None:
        """Take the spans in order; the gate is sure of each end `known_after_ms` later."""
        self._coming = [
            event
            for span in spans
            for event in (
                SpeechStarted(span.start_ms, span.start_ms + known_after_ms),
                SpeechStopped(span.end_ms, span.end_ms + known_after_ms),
            )
        ]
        self.heard: list[Block] = []

    def hear(
        self, block: Block, *, over_echo: OverEcho | None = None
    ) -> SpeechStarted | SpeechStopped | None:
        """Answer with the next event of the script once its time has come."""
        del over_echo
        self.heard.append(block)
        if self._coming and block.end_ms >= self._coming[0].known_ms:
            return self._coming.pop(0)
        return None


class FakeRecorder:
    """A `Recorder` that keeps its blocks in memory."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.closed = False
        self.trouble = ""

    def write(self, block: Block) -> None:
        """Keep the block, unless there is trouble."""
        if not self.trouble:
            self.blocks.append(block)

    def close(self) -> None:
        """Remember."""
        self.closed = True


def _nowhere(message: object) -> None:
    raise AssertionError(f"the line was never opened, but has {message}")
