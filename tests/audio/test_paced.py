import queue
import threading

import pytest

from trainer.audio.paced import PacedLine


class Clock:
    """A wall clock that only moves when somebody waits, and ends the line after so many waits."""

    def __init__(self, waits: int, *, oversleep: float = 0.0) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.enough = threading.Event()
        self._waits = waits
        self._oversleep = oversleep
        self._go_on = threading.Event()

    def __call__(self) -> float:
        """Tell the time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Move on; after the last wait stand still until the test lets go."""
        self.slept.append(seconds)
        self.now += seconds + self._oversleep
        if len(self.slept) == self._waits:
            self.enough.set()
            self._go_on.wait(5)

    def let_go(self) -> None:
        """Let the line's thread come to its end."""
        self._go_on.set()


def pace(clock: Clock) -> tuple[PacedLine, queue.SimpleQueue[object]]:
    """Run a line until the clock has enough."""
    inbox: queue.SimpleQueue[object] = queue.SimpleQueue()
    line = PacedLine(clock, clock.wait)
    line.open(inbox.put)
    assert clock.enough.wait(5)
    return line, inbox


def test_blocks_come_every_20_ms() -> None:
    """Each block is waited for as long as it lasts."""
    clock = Clock(50)

    line, inbox = pace(clock)
    clock.let_go()
    line.close()

    assert clock.slept[:50] == pytest.approx([0.02] * 50)
    assert inbox.qsize() >= 49


def test_pacing_does_not_drift() -> None:
    """Waits that take 3 ms too long are made up for: 50 blocks still take a second."""
    clock = Clock(50, oversleep=0.003)

    line, _ = pace(clock)
    passed = clock.now - 1000
    clock.let_go()
    line.close()

    assert passed == pytest.approx(1.0, abs=0.02)


def test_a_machine_that_slept_goes_on_from_where_it_was() -> None:
    """An hour in which the machine slept is no audio time, so no flood of blocks follows."""
    clock = Clock(2, oversleep=3600)

    line, inbox = pace(clock)
    clock.let_go()
    line.close()

    assert inbox.qsize() <= 5


def test_a_full_inbox_is_counted() -> None:
    """What the inbox refuses is counted as lost, and the line goes on."""
    clock = Clock(6)
    inbox: queue.Queue[object] = queue.Queue(2)
    line = PacedLine(clock, clock.wait)

    line.open(inbox.put_nowait)
    assert clock.enough.wait(5)
    dropped = line.dropped_blocks
    clock.let_go()
    line.close()

    assert dropped == 3


def test_there_is_no_latency_and_no_trouble() -> None:
    """What does not exist can't be late or broken."""
    line = PacedLine()

    assert (line.latency_ms, line.trouble) == (0, "")
