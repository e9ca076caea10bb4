"""Whole rehearsals without a device."""

from tests.support.audio import FakeRecorder, ScriptedGate, tone
from tests.support.conversations import ScriptedCustomer, WordSpotter
from tests.support.speech import FakeEars, FakeVoice
from trainer.conversation.timeline import Listening, Outcome, Timeline
from trainer.conversation.words import Span
from trainer.rehearsal.events import LineBegan, RehearsalEvent, TroubleMet
from trainer.rehearsal.offline import RecordedReplies, Replies, TextReplies, rehearse
from trainer.rehearsal.parts import Plan
from trainer.speech.problems import VoiceProblem


def plan(*lines: str, outcome: Outcome | None = None) -> Plan:
    """Return a rehearsal with a customer who says these lines."""
    customer = ScriptedCustomer(lines, outcome)
    return Plan(customer, WordSpotter(), Listening("script"), limit_ms=600_000)


def played(replies: Replies, *lines: str, outcome: Outcome | None = None) -> Timeline:
    """Play it."""
    return rehearse(plan(*lines, outcome=outcome), replies, (FakeVoice(), FakeVoice()))


def test_written_replies_are_said_at_their_pace() -> None:
    """Each begins a little after the line; the words are certain."""
    replies = TextReplies(["I am so sorry.", "Of course!"], 120)
    timeline = played(replies, "one two", "three", "four")

    assert [reply.text for reply in timeline.replies] == ["i am so sorry", "of course"]
    first = timeline.replies[0]
    assert first.start_ms - timeline.lines[0].end_ms == 600
    assert first.end_ms - first.start_ms == 2_000
    assert all(word.confidence == 1 for word in first.words)


def test_when_the_replies_run_out_it_ends() -> None:
    """The outcome says by what."""
    timeline = played(TextReplies([], 120), "one two")

    assert timeline.outcome == Outcome("ended_by_replies", good=False, why="ended")
    assert [line.text for line in timeline.lines] == ["one two"]


def test_a_reply_without_a_word_is_passed_over() -> None:
    """Marks alone can't be spoken."""
    timeline = played(TextReplies(["…", "yes"], 120), "one two", "three")

    assert [reply.text for reply in timeline.replies] == ["yes"]


def test_the_customer_may_end_it_first() -> None:
    """Replies that are left are not said."""
    good = Outcome("satisfied", good=True, why="it was put right")
    timeline = played(TextReplies(["yes", "no", "no"], 120), "one", "bye", outcome=good)

    assert timeline.outcome == good
    assert len(timeline.replies) == 1


def test_recorded_replies_are_heard_by_gate_and_ears() -> None:
    """One after the other; a recording in which nothing is heard is passed over."""
    gate = ScriptedGate([Span(1_100, 2_100)])
    replies = RecordedReplies([tone(1_000), tone(200)], gate, FakeEars(["i am sorry"]).recogniser)
    assert not replies.speaking
    timeline = played(replies, "one two", "three")

    assert [reply.text for reply in timeline.replies] == ["i am sorry"]
    assert timeline.outcome is not None
    assert timeline.outcome.id == "ended_by_replies"


def test_it_can_be_recorded_and_watched() -> None:
    """Every block from the first, and every event."""
    recorder = FakeRecorder()
    told: list[RehearsalEvent] = []
    mute = FakeVoice(trouble=VoiceProblem("no engine"))
    voices = (mute, FakeVoice())
    timeline = rehearse(plan("one two"), TextReplies([], 120), voices, recorder, told.append)

    assert recorder.blocks[-1].start_ms == timeline.duration_ms - 20
    assert [one.text for one in told if isinstance(one, LineBegan)] == ["one two"]
    assert [one.what for one in told if isinstance(one, TroubleMet)] == ["no engine"]
