"""The live rehearsal: one thread owns the conversation and drains one inbox."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeAlias

from trainer.audio.problems import AudioProblem
from trainer.conversation.timeline import Glitch, Timeline
from trainer.rehearsal.engine import Rehearsal
from trainer.rehearsal.events import Command, End, RehearsalEvent, TroubleMet
from trainer.rehearsal.parts import MESSAGES, Message, Parts, Plan
from trainer.rehearsal.ports import AudioLine
from trainer.rehearsal.workers import Post

__all__ = ["LiveRehearsal", "Made"]

LISTEN_AGAIN_S = 2.0
"""A line that has gone away is opened again this often."""

QUIET_S = 0.25
"""The inbox is never empty for this long while the line is well."""


@dataclass(frozen=True, slots=True)
class Made:
    """What `make` made in the rehearsal's own thread, and what is to be stopped in the end."""

    parts: Parts
    plan: Plan
    stop: Sequence[Callable[[], None]]


Make: TypeAlias = Callable[[AudioLine, Post], Made]
Tell: TypeAlias = Callable[[RehearsalEvent], None]


class LiveRehearsal:
    """A rehearsal with a microphone and a loudspeaker, in a thread of its own.

    Everything slow (models, voices, devices) is made in that thread by `make`, so that beginning
    one returns at once. `tell` is called from that thread too. Whatever goes wrong, `ended` is
    called once with what took place.
    """

    def __init__(
        self, line: AudioLine, make: Make, tell: Tell, ended: Callable[[Timeline | None], None]
    ) -> None:
        self._line = line
        self._make = make
        self._tell = tell
        self._ended = ended
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="rehearsal", daemon=True)
        self._thread.start()

    def send(self, command: Command) -> None:
        """Tell it something; returns at once."""
        self._inbox.put(command)

    def close(self) -> None:
        """End it, keep what was recorded, and wait until its thread is done."""
        self.send(End())
        self._thread.join()

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def _run(self) -> None:
        timeline: Timeline | None = None
        try:
            made = self._make(self._line, self._inbox.put)
            with contextlib.ExitStack() as stops:
                for stop in reversed(made.stop):
                    stops.callback(stop)
                timeline = self._rehearse(Rehearsal(made.parts, made.plan, self._tell))
        except Exception as problem:  # noqa: BLE001 - the window must hear of it, whatever it is
            self._tell(TroubleMet(0, str(problem)))
        finally:
            self._line.close()
            self._ended(timeline)

    def _rehearse(self, rehearsal: Rehearsal) -> Timeline:
        watch = _LineWatch(self._line, self._inbox.put)
        try:
            watch.open()
            while not rehearsal.over:
                watch.look(rehearsal.handle)
                with contextlib.suppress(Empty):
                    self._take(self._inbox.get(timeout=QUIET_S), rehearsal)
        except Exception as problem:  # noqa: BLE001 - what was said so far must not be lost
            self._tell(
                TroubleMet(rehearsal.timeline.duration_ms, f"The rehearsal ended: {problem}")
            )
        return rehearsal.timeline

    def _take(self, message: object, rehearsal: Rehearsal) -> None:
        if isinstance(message, MESSAGES):
            rehearsal.handle(message)
            return
        for block in self._line.blocks(message):
            rehearsal.handle(block)


class _LineWatch:
    """Opens the audio line, and opens it again when it has gone away."""

    def __init__(self, line: AudioLine, deliver: Callable[[object], None]) -> None:
        self._line = line
        self._deliver = deliver
        self._told = ""
        self._again_at = 0.0

    def open(self) -> None:
        """Open the line for the first time.

        Raises:
            AudioProblem: It can't be opened.
        """
        self._line.open(self._deliver)

    def look(self, handle: Callable[[Message], None]) -> None:
        """Tell of trouble once, and mend what can be mended."""
        trouble = self._line.trouble
        if trouble and trouble != self._told:
            handle(Glitch(0, 0, trouble))
            self._again_at = monotonic() + LISTEN_AGAIN_S
        self._told = trouble
        if trouble and monotonic() >= self._again_at:
            self._open_again()

    def _open_again(self) -> None:
        self._line.close()
        with contextlib.suppress(AudioProblem):
            self._line.open(self._deliver)
        self._again_at = monotonic() + LISTEN_AGAIN_S
