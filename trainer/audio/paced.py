"""A line without any hardware: silence in real time, for typed rehearsals."""

import threading
import time
from collections.abc import Callable

from trainer.audio.captures import BlockCutter, Capture, Played
from trainer.audio.playing import Playback
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Millis,
)
from trainer.conversation.lines import RenderedLine

__all__ = ["PacedLine"]

BLOCK_S = BLOCK_MS / 1000
MOST_LATE_S = 1.0


class PacedLine:
    """The `AudioLine` of a machine that can neither hear nor play.

    Every 20 ms it delivers a block in which nothing was heard. Lines are played into nothing, with
    their positions right, so that captions keep pace. A machine that slept goes on from where it
    was: time without blocks is no audio time.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """Prepare a line; the clock and the wait are handed in by tests."""
        self._clock = clock
        self._wait = wait
        self._playback = Playback(SAMPLE_RATE)
        self._opening = _Opening()
        self._dropped = 0

    def open(self, deliver: Callable[[object], None]) -> None:
        """Start to deliver blocks, from the line's own thread."""
        self.close()
        self._playback = Playback(SAMPLE_RATE)
        self._dropped = 0
        self._opening = opening = _Opening()
        opening.thread = threading.Thread(
            target=self._pace, args=(opening, deliver), name="paced line", daemon=True
        )
        opening.thread.start()

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Turn a delivered message into the whole blocks it completes."""
        if not isinstance(message, Capture) or message.source is not self._opening:
            return ()
        return self._opening.cutter.cut(message)

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
        """Stop delivering; may be called twice."""
        self._opening.closed.set()
        if self._opening.thread is not None:
            self._opening.thread.join()

    @property
    def trouble(self) -> str:
        """Nothing can be wrong with no hardware."""
        return ""

    @property
    def dropped_blocks(self) -> int:
        """How many blocks the inbox had no room for."""
        return self._dropped

    @property
    def latency_ms(self) -> Millis:
        """Nothing is played, so nothing is late."""
        return 0

    def _pace(self, opening: "_Opening", deliver: Callable[[object], None]) -> None:
        due = self._clock()
        sent = 0
        while not opening.closed.is_set():
            due = self._next_due(due)
            taken = self._playback.take(BLOCK_SAMPLES)
            played = Played(sent, taken.samples, taken.line_frame, taken.line_frames)
            sent += BLOCK_SAMPLES
            try:
                deliver(Capture(opening, None, played))
            except Exception:  # noqa: BLE001 - as a real callback: a full inbox is counted
                self._dropped += 1

    def _next_due(self, due: float) -> float:
        """Wait for the next block; return when it was due, so that delays don't add up."""
        due += BLOCK_S
        late = self._clock() - due
        if late > MOST_LATE_S:
            return self._clock()
        if late < 0:
            self._wait(-late)
        return due


class _Opening:
    """What belongs to one opening of the line."""

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.thread: threading.Thread | None = None
        self.cutter = BlockCutter(None, SAMPLE_RATE)
