"""A line that turns its own clock, as fast as the rehearsal takes its blocks."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.support.audio import FakeLine
from trainer.conversation.blocks import Block

__all__ = ["Raw", "SelfTurningLine", "self_turning_line"]

PATIENT_S = 10.0


@dataclass(frozen=True)
class Raw:
    """What a line delivers: no block yet, as with real devices."""

    block: Block


class SelfTurningLine(FakeLine):
    """A `FakeLine` that delivers the next block when the one before has been taken."""

    def __init__(self) -> None:
        super().__init__()
        self._taken = threading.Semaphore(0)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._turn, name="self-turning line")

    def open(self, deliver: Callable[[object], None]) -> None:
        """Begin to turn."""
        super().open(lambda block: deliver(Raw(block)))  # type: ignore[arg-type]
        self._thread.start()

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Take a block, so that the next one may come."""
        self._taken.release()
        return (message.block,) if isinstance(message, Raw) else ()

    def close(self) -> None:
        """Stop turning."""
        super().close()
        self._over.set()
        self._taken.release()
        if self._thread.is_alive():
            self._thread.join()

    def _turn(self) -> None:
        while not self._over.is_set():
            self.tick()
            self._taken.acquire(timeout=PATIENT_S)


def self_turning_line(_program: object, *, typed: bool) -> SelfTurningLine:
    """Stand in for `Program.audio_line`."""
    del typed
    return SelfTurningLine()
