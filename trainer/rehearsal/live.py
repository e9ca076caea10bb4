"""The live rehearsal: one thread owns the conversation and drains one inbox."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeAlias

from trainer.audio.problems import AudioProblem
from trainer.conversation.blocks import Block
from trainer.conversation.timeline import Glitch, Timeline
from trainer.rehearsal.engine import Rehearsal
from trainer.rehearsal.events import Command, End, Finished, RehearsalEvent, TroubleMet
from trainer.rehearsal.parts import MESSAGES, LineBack, Parts, Plan
from trainer.rehearsal.ports import AudioLine, Deliver, Recorder
from trainer.rehearsal.workers import Post

__all__ = ["LiveRehearsal", "Made"]

LISTEN_AGAIN_S = 2.0
"""A line that has gone away is opened again this often."""

QUIET_S = 0.25
"""The inbox is never empty for this long while the line is well."""

NOTHING = Timeline(0, ())


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
    one returns at once. `tell` is called from that thread too. Whatever goes wrong, `Finished` is
    told and `ended` is called once with what took place.
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
                timeline = self._rehearse(made)
        except Exception as problem:  # noqa: BLE001 - the window must hear of it, whatever it is
            self._tell(TroubleMet(0, str(problem)))
            if timeline is None:
                self._tell(Finished(NOTHING))
        finally:
            self._line.close()
            self._ended(timeline)

    def _rehearse(self, made: Made) -> Timeline:
        rehearsal = Rehearsal(made.parts, made.plan, self._tell)
        line = _LineWatch(self._line, self._inbox.put)
        recorder = _RecorderWatch(made.parts.recorder)
        try:
            line.open()
            while not rehearsal.over:
                line.look(rehearsal)
                recorder.look(rehearsal, self._tell)
                self._take_next(rehearsal, line)
        except AudioProblem as problem:
            self._end_in_trouble(str(problem), rehearsal.timeline)
        except Exception as problem:  # noqa: BLE001 - what was said so far must not be lost
            self._end_in_trouble(f"The rehearsal ended: {problem}", rehearsal.timeline)
        return rehearsal.timeline

    def _take_next(self, rehearsal: Rehearsal, line: "_LineWatch") -> None:
        try:
            message = self._inbox.get(timeout=QUIET_S)
        except Empty:
            line.quiet = True
            return
        if isinstance(message, MESSAGES):
            rehearsal.handle(message)
            return
        for block in line.blocks(message):
            rehearsal.handle(block)

    def _end_in_trouble(self, what: str, timeline: Timeline) -> None:
        self._tell(TroubleMet(timeline.duration_ms, what))
        self._tell(Finished(timeline))


class _LineWatch:
    """Opens the audio line, and opens it again while it is away.

    It is away when it has trouble and gives no blocks; a muted microphone goes on giving them.

    Attributes:
        quiet: The last that came of the line was no block, or nothing at all.
    """

    def __init__(self, line: AudioLine, deliver: Deliver) -> None:
        self._line = line
        self._deliver = deliver
        self.quiet = False
        self._told = ""
        self._well_at = 0.0
        self._away = False

    def open(self) -> None:
        """Open the line for the first time.

        Raises:
            AudioProblem: It can't be opened.
        """
        self._line.open(self._deliver)
        self._well_at = monotonic()

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Turn a message of the line into blocks, and note that there are some."""
        blocks = self._line.blocks(message)
        self.quiet = not blocks
        if blocks:
            self._well_at = monotonic()
        return blocks

    def look(self, rehearsal: Rehearsal) -> None:
        """Tell of trouble once, and mend what can be mended."""
        trouble = self._line.trouble
        if trouble and trouble != self._told:
            rehearsal.handle(Glitch(0, 0, trouble))
        if not self._away:
            self._told = trouble
        if not self.quiet or not (trouble or self._away):
            return
        if monotonic() - self._well_at >= LISTEN_AGAIN_S:
            self._open_again(rehearsal)

    def _open_again(self, rehearsal: Rehearsal) -> None:
        self._away = True
        self._line.close()
        with contextlib.suppress(AudioProblem):
            self._line.open(self._deliver)
            self._told, self._away = "", False
            rehearsal.handle(LineBack())
        self._well_at = monotonic()


class _RecorderWatch:
    """Tells once that nothing more is being recorded."""

    def __init__(self, recorder: Recorder | None) -> None:
        self._recorder = recorder
        self._told = False

    def look(self, rehearsal: Rehearsal, tell: Tell) -> None:
        """Tell of trouble the first time there is some."""
        if self._recorder is None or self._told or not self._recorder.trouble:
            return
        self._told = True
        tell(TroubleMet(rehearsal.timeline.duration_ms, self._recorder.trouble))
