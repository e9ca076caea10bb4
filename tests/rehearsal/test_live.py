"""The live rehearsal on a line that the test feeds: threads are real, audio time is not."""

import errno
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Self, TypeVar

import numpy as np
import pytest

from tests.support.audio import FakeLine, ScriptedGate, tone
from tests.support.conversations import ScriptedCustomer, WordSpotter
from tests.support.live import Raw
from tests.support.speech import FakeEars, FakeVoice
from trainer.audio.problems import AudioProblem
from trainer.audio.recording import FlacRecorder
from trainer.conversation.blocks import Block, silence
from trainer.conversation.lines import RenderedLine
from trainer.conversation.timeline import Glitch, Listening, Outcome, Timeline
from trainer.conversation.turns import Phase
from trainer.conversation.words import Span
from trainer.customer.happenings import Happening, Reaction
from trainer.customer.state import CustomerState
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.events import (
    End,
    Finished,
    LineBegan,
    Pause,
    PauseChanged,
    PhaseChanged,
    RehearsalEvent,
    ReplyHeard,
    Resume,
    TroubleMet,
)
from trainer.rehearsal.live import LiveRehearsal, Made
from trainer.rehearsal.parts import Parts, Plan
from trainer.rehearsal.ports import AudioLine, Recorder, Voice
from trainer.rehearsal.workers import Post, ThreadedEars, ThreadedVoice
from trainer.speech.problems import VoiceProblem

PATIENT_S = 10.0
"""A message that has not come by now will never come."""

GONE = "The sound device has gone away. Plug it in again."
E = TypeVar("E")


class WatchedLine(FakeLine):
    """A `FakeLine` that says what the rehearsal does with it.

    Attributes:
        done: What it was told, in order.
        refusals: How many more times it can't be opened.
    """

    def __init__(self, refusals: int = 0) -> None:
        super().__init__()
        self.done: SimpleQueue[str] = SimpleQueue()
        self.refusals = refusals

    def open(self, deliver: Callable[[object], None]) -> None:
        """Open, unless it is to refuse; a line that opens has no trouble."""
        self.fail("")
        if self.refusals:
            self.refusals -= 1
            self.done.put("refuse")
            raise AudioProblem("No microphone was found. Plug one in.")
        super().open(lambda block: deliver(Raw(block)))  # type: ignore[arg-type]
        self.done.put("open")

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Unpack the block."""
        return (message.block,) if isinstance(message, Raw) else ()

    def play(self, line: RenderedLine) -> None:
        """Play, and say so."""
        super().play(line)
        self.done.put("play")

    def wait_for(self, what: str) -> None:
        """Wait until it has been told that."""
        while self.done.get(timeout=PATIENT_S) != what:
            pass


class Live:
    """A live rehearsal, what it tells, and the line that the test feeds."""

    def __init__(
        self,
        *lines: str,
        speech: Sequence[Span] = (),
        replies: Sequence[str] = (),
        line: WatchedLine | None = None,
        customer: ScriptedCustomer | None = None,
        recorder: Recorder | None = None,
        voices: tuple[Voice, Voice] | None = None,
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        self.line = line or WatchedLine()
        self.customer = customer or ScriptedCustomer(lines)
        self.events: list[RehearsalEvent] = []
        self.ended: list[Timeline | None] = []
        self._told: SimpleQueue[RehearsalEvent] = SimpleQueue()
        self._gate = ScriptedGate(speech)
        self._ears = FakeEars(replies)
        self._recorder = recorder
        self._voices = voices or (FakeVoice(), FakeVoice())
        self._stop = stop
        self.rehearsal = LiveRehearsal(self.line, self._make, self._told.put, self.ended.append)

    def wait_for(self, kind: type[E], holds: Callable[[E], bool] = lambda _: True) -> E:
        """Wait until it tells such an event."""
        while True:
            event = self._told.get(timeout=PATIENT_S)
            self.events.append(event)
            if isinstance(event, kind) and holds(event):
                return event

    def wait_for_phase(self, phase: Phase) -> None:
        """Wait until that phase has begun."""
        self.wait_for(PhaseChanged, lambda one: one.phase is phase)

    def wait_until_heard(self) -> None:
        """Wait until every block that came so far has been taken."""
        for command in (Pause(), Resume()):
            self.rehearsal.send(command)
        self.wait_for(PauseChanged, lambda one: not one.paused)

    def close(self) -> Timeline:
        """End it; return what took place."""
        self.rehearsal.close()
        while not self._told.empty():
            self.events.append(self._told.get())
        (timeline,) = self.ended
        assert timeline is not None
        return timeline

    @property
    def troubles(self) -> list[str]:
        """What went wrong, in order."""
        return [one.what for one in self.events if isinstance(one, TroubleMet)]

    def _make(self, line: AudioLine, post: Post) -> Made:
        ears = ThreadedEars(self._ears.recogniser, post)
        voice = ThreadedVoice(*self._voices, post)
        canceller = NoEcho()
        self.canceller = weakref.ref(canceller)
        parts = Parts(line, self._gate, canceller, ears, voice, self._recorder)
        plan = Plan(self.customer, WordSpotter(), Listening("script"), limit_ms=600_000)
        return Made(parts, plan, [ears.stop, voice.stop, self._stop])


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Every thread that a rehearsal starts ends with it."""
    before = set(threading.enumerate())
    yield
    assert [thread.name for thread in threading.enumerate() if thread not in before] == []


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that a rehearsal takes for the time, to be turned by hand."""
    now = [100.0]
    monkeypatch.setattr("trainer.rehearsal.live.monotonic", lambda: now[0])
    monkeypatch.setattr("trainer.rehearsal.live.QUIET_S", 0.01)
    return now


def test_a_turn_is_played_and_heard_with_threads_of_its_own() -> None:
    """A line, a reply, a line: and in the end every thread is gone."""
    live = Live("one two", "three four", speech=[Span(700, 1_700)], replies=["i am so sorry"])
    live.line.wait_for("play")
    live.line.speak(np.concatenate([silence(700 * 16), tone(1_000)]))
    live.line.tick(3_000)
    live.line.wait_for("play")
    live.line.tick(1_000)
    live.wait_for(LineBegan, lambda one: one.text == "three four")
    timeline = live.close()

    assert [reply.text for reply in timeline.replies] == ["i am so sorry"]
    assert [line.text for line in timeline.lines] == ["one two", "three four"]
    assert timeline.outcome == Outcome("ended_by_trainee", good=False, why="ended")
    assert live.line.closed == 1
    assert sum(isinstance(one, Finished) for one in live.events) == 1


def test_what_it_was_made_of_goes_with_it() -> None:
    """Whoever keeps a rehearsal that is over keeps no model by it."""
    live = Live("one two")
    live.line.wait_for("play")
    live.line.tick(1_000)
    live.close()

    assert live.canceller() is None


def test_beginning_returns_at_once() -> None:
    """Everything is made in the rehearsal's own thread, while the caller goes on."""
    began, go_on = SimpleQueue[str](), threading.Event()

    def make(_line: AudioLine, _post: Post) -> Made:
        began.put(threading.current_thread().name)
        assert go_on.wait(PATIENT_S)
        raise AudioProblem("nothing was made")

    ended: list[Timeline | None] = []
    rehearsal = LiveRehearsal(FakeLine(), make, lambda _: None, ended.append)

    assert began.get(timeout=PATIENT_S) == "rehearsal"
    assert ended == []
    go_on.set()
    rehearsal.wait()
    assert ended == [None]


def test_what_can_not_be_made_is_told() -> None:
    """The watcher hears why and that it is over; `ended` is called once, with nothing."""

    def make(_line: AudioLine, _post: Post) -> Made:
        raise VoiceProblem("I can't hear you with that model. Install it.")

    told: list[RehearsalEvent] = []
    ended: list[Timeline | None] = []
    line = FakeLine()
    rehearsal = LiveRehearsal(line, make, told.append, ended.append)
    rehearsal.close()
    rehearsal.close()

    assert told == [
        TroubleMet(0, "I can't hear you with that model. Install it."),
        Finished(Timeline(0, ())),
    ]
    assert ended == [None]
    assert (line.opened, line.closed) == (0, 1)


def test_a_line_that_can_not_be_opened_is_told() -> None:
    """No microphone: its own sentence and no other, then the end, with an empty timeline."""
    live = Live("one two", line=WatchedLine(refusals=1))
    live.wait_for(Finished)
    timeline = live.close()

    assert live.troubles == ["No microphone was found. Plug one in."]
    assert timeline.entries == ()
    assert live.ended == [timeline]


def test_commands_are_obeyed_in_order() -> None:
    """They may come before anything has begun."""
    live = Live("one two")
    for command in (Pause(), Resume(), Pause(), End()):
        live.rehearsal.send(command)
    live.rehearsal.wait()
    live.close()

    paused = [one.paused for one in live.events if isinstance(one, PauseChanged)]
    assert paused == [True, False, True]


def test_closing_is_harmless_when_it_is_over() -> None:
    """Also twice, and `ended` is not called again."""
    live = Live(
        "one two",
        customer=ScriptedCustomer(["bye"], Outcome("done", good=True, why="")),
    )
    live.line.wait_for("play")
    live.line.tick(1_000)
    live.wait_for(Finished)
    live.close()
    timeline = live.close()

    assert timeline.outcome is not None
    assert timeline.outcome.id == "done"
    assert live.ended == [timeline]


def test_a_line_that_is_lost_in_a_reply_is_opened_again(clock: list[float]) -> None:
    """The glitch stands on the timeline, it is told once, and nothing said before is lost."""
    live = Live("one two", "three", speech=[Span(700, 1_700)], replies=["i am so sorry"])
    live.line.wait_for("play")
    live.line.speak(np.concatenate([silence(700 * 16), tone(500)]))
    live.line.tick(1_200)
    live.wait_for_phase(Phase.TRAINEE)
    live.wait_until_heard()
    live.line.refusals = 2
    live.line.fail(GONE)
    live.wait_for(TroubleMet)
    clock[0] += 3
    live.line.wait_for("refuse")
    clock[0] += 3
    live.line.wait_for("refuse")
    clock[0] += 3
    live.line.wait_for("open")
    live.line.tick(3_000)
    live.line.wait_for("play")
    live.line.tick(100)
    live.wait_for(ReplyHeard)
    timeline = live.close()

    assert [reply.text for reply in timeline.replies] == ["i am so sorry"]
    assert live.troubles == [GONE]
    (glitch,) = (one for one in timeline.entries if isinstance(one, Glitch))
    assert 1_000 <= glitch.start_ms <= 1_200
    assert timeline.lines[0].text == "one two"


def test_a_line_that_is_lost_again_is_told_again(clock: list[float]) -> None:
    """Each loss is a glitch of its own."""
    live = Live("one two")
    live.line.wait_for("play")
    for _ in range(2):
        live.line.fail(GONE)
        live.wait_for(TroubleMet)
        clock[0] += 3
        live.line.wait_for("open")
        live.line.tick(100)

    assert sum(isinstance(one, Glitch) for one in live.close().entries) == 2


def test_what_was_lost_before_its_first_sample_is_played_again(
    clock: list[float],
) -> None:
    """A customer who was about to speak does so once the line is back."""
    live = Live("one two")
    live.line.wait_for("play")
    live.line.fail(GONE)
    live.wait_for(TroubleMet)
    clock[0] += 3
    live.line.wait_for("open")
    live.line.wait_for("play")
    live.line.tick(1_000)
    live.wait_for_phase(Phase.WAITING)

    assert [line.text for line in live.close().lines] == ["one two"]
    assert len(live.line.lines) == 2


def test_a_muted_microphone_is_told_and_not_opened_again(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line gives blocks all the time; opening it anew would cut the customer off."""
    monkeypatch.setattr("trainer.rehearsal.live.QUIET_S", PATIENT_S)
    live = Live("one two")
    live.line.wait_for("play")
    live.line.fail("The microphone sends nothing at all: it is muted.")
    for _ in range(100):
        clock[0] += 1
        live.line.tick(20)
    live.wait_for_phase(Phase.WAITING)
    live.close()

    assert live.troubles == ["The microphone sends nothing at all: it is muted."]
    assert live.line.opened == 1


class FullDisk:
    """A sound file on a disk without room."""

    def __init__(self, _path: Path) -> None:
        """Take the path."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def write(self, _table: object) -> None:
        """Refuse."""
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        """Do nothing."""


def test_a_full_disk_is_told_once_and_the_rehearsal_goes_on(tmp_path: Path) -> None:
    """What is lost is the recording, not the call."""
    recorder = FlacRecorder(tmp_path / "call.flac", FullDisk)
    live = Live("one two", recorder=recorder, stop=recorder.close)
    live.line.wait_for("play")
    live.line.tick(200)
    trouble = live.wait_for(TroubleMet)
    live.line.tick(1_000)
    live.wait_for_phase(Phase.WAITING)
    timeline = live.close()

    assert trouble.what.startswith("Recording stopped: ")
    assert live.troubles == [trouble.what]
    assert [line.text for line in timeline.lines] == ["one two"]


def test_without_a_voice_the_customer_is_silent_and_that_is_told() -> None:
    """The stand-in gives the line its length, so that captions go on."""
    mute = FakeVoice(trouble=VoiceProblem("The customer can't speak. Install espeak-ng."))
    live = Live("one two", voices=(mute, FakeVoice()))
    live.line.wait_for("play")
    live.line.tick(1_000)
    live.wait_for_phase(Phase.WAITING)

    assert [line.text for line in live.close().lines] == ["one two"]
    assert live.troubles == ["The customer can't speak. Install espeak-ng."]


def test_when_not_even_the_stand_in_can_speak_it_ends() -> None:
    """Nobody waits for a line that never comes."""
    mute = FakeVoice(trouble=VoiceProblem('There is no voice "nobody".'))
    live = Live("one two", voices=(mute, mute))
    live.wait_for(Finished)
    live.close()

    assert live.troubles[-1] == 'The customer can\'t go on: There is no voice "nobody".'


class BrokenCustomer(ScriptedCustomer):
    """A customer whose rules have a fault."""

    def react(self, state: CustomerState, happening: Happening) -> tuple[CustomerState, Reaction]:
        """Fail."""
        raise ZeroDivisionError(f"{state.turn} of {type(happening).__name__}")


def test_a_fault_in_mid_rehearsal_loses_nothing_that_was_said() -> None:
    """It is told, and the timeline is kept as far as it came."""
    live = Live(customer=BrokenCustomer(["one two"]))
    live.line.wait_for("play")
    live.line.tick(10_000)
    live.wait_for(Finished)
    timeline = live.close()

    assert live.troubles == ["The rehearsal ended: 1 of Stayed"]
    assert [line.text for line in timeline.lines] == ["one two"]
    assert timeline.outcome is None


def test_what_can_not_be_stopped_is_told_after_the_end() -> None:
    """The timeline is kept all the same, and the end is told once."""

    def stuck() -> None:
        raise RuntimeError("the file could not be closed")

    live = Live("one two", stop=stuck)
    live.rehearsal.send(End())
    live.wait_for(Finished)
    timeline = live.close()

    assert live.troubles == ["the file could not be closed"]
    assert sum(isinstance(one, Finished) for one in live.events) == 1
    assert live.ended == [timeline]
