"""A recorded conversation, heard from end to end."""

from collections.abc import Iterator, Sequence

import pytest

from tests.support.audio import ScriptedGate, tone
from tests.support.conversations import ScriptedBackchannelEar
from tests.support.speech import FakeEars, words_every
from trainer.conversation.blocks import Block, Millis, silence
from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import Listening, OverlapKind, Reply, Silence, Timeline
from trainer.conversation.words import Span
from trainer.rehearsal.recorded import ChannelListener, Heard, listen_to, timeline_of

LISTENING = Listening("script")


def blocks(until_ms: Millis) -> Iterator[Block]:
    """Return a recording of that length."""
    return (Block(at_ms, tone(20), silence()) for at_ms in range(0, until_ms, 20))


def heard(
    spans: Sequence[Span], replies: Sequence[str], until_ms: Millis = 20_000
) -> Sequence[Reply]:
    """Return the utterances of a speaker who speaks in these spans."""
    listener = ChannelListener(lambda: ScriptedGate(spans), FakeEars(replies).recogniser)
    assert listen_to(blocks(until_ms), listener) == until_ms
    return listener.heard.utterances


def said(start_ms: Millis, text: str) -> Reply:
    """Return an utterance of words of 250 ms."""
    words = words_every(text, 250, start_ms)
    return Reply(start_ms, words[-1].end_ms, words, (Span(start_ms, words[-1].end_ms),))


def put_together(
    customer: Sequence[Reply], trainee: Sequence[Reply], listened: Sequence[Span] = ()
) -> Timeline:
    """Put both on one timeline."""
    heard = Heard(trainee, listened)
    return timeline_of(Heard(customer), heard, 60_000, LISTENING, OverlapRules())


def test_an_utterance_ends_with_a_long_silence() -> None:
    """A gap of less than 0.9 s belongs to it."""
    spans = [Span(1_000, 1_500), Span(2_000, 2_500), Span(5_000, 5_500)]
    first, second = heard(spans, ["well you see", "yes"])

    assert first.speech == (Span(1_000, 1_500), Span(2_000, 2_500))
    assert first.text == "well you see"
    assert second.speech == (Span(5_000, 5_500),)
    assert second.text == "yes"


def test_what_is_open_at_the_end_of_the_recording_is_kept() -> None:
    """The recording may stop in mid-word."""
    (only,) = heard([Span(1_000, 30_000)], ["one two three"], until_ms=3_000)

    assert only.end_ms == 3_000
    assert only.text == "one two three"


def test_a_gate_that_closes_before_it_opens_is_nothing() -> None:
    """As when a recording begins in mid-word."""

    class Closing(ScriptedGate):
        """A gate whose first word is an end."""

        def __init__(self) -> None:
            super().__init__([Span(0, 500)])
            self._coming.pop(0)

    listener = ChannelListener(Closing, FakeEars(["one"]).recogniser)
    listen_to(blocks(3_000), listener)

    assert listener.heard == Heard(())


def test_progress_is_told_as_it_goes() -> None:
    """In audio time, up to the end."""
    told: list[Millis] = []
    listener = ChannelListener(ScriptedGate, FakeEars().recogniser)
    listen_to(blocks(1_000), listener, told.append)

    assert told == list(range(20, 1_001, 20))


def test_both_sides_stand_on_one_timeline() -> None:
    """Lines and replies in the order in which they began."""
    timeline = put_together([said(0, "where is it"), said(3_000, "well")], [said(1_200, "sorry")])

    assert [entry.start_ms for entry in timeline.entries] == [0, 1_200, 3_000]
    assert [line.text for line in timeline.lines] == ["where is it", "well"]
    assert [reply.text for reply in timeline.replies] == ["sorry"]
    assert (timeline.duration_ms, timeline.listening) == (60_000, LISTENING)


def test_utterances_that_nobody_answered_are_one_turn() -> None:
    """Up to a gap of four seconds."""
    trainee = [said(0, "let me see"), said(3_000, "here it is"), said(9_000, "so")]
    turns = put_together([], trainee).replies

    assert [turn.text for turn in turns] == ["let me see here it is", "so"]
    assert turns[0].speech == (Span(0, 750), Span(3_000, 3_750))


def test_an_answer_in_between_parts_two_turns() -> None:
    """Whoever speaks again after an answer has a new turn."""
    timeline = put_together([said(1_000, "no")], [said(0, "here"), said(2_000, "there")])

    assert [reply.text for reply in timeline.replies] == ["here", "there"]


def test_a_backchannel_is_an_overlap_and_no_turn() -> None:
    """The customer's line goes on over it as one."""
    customer = [said(0, "one two three four five six seven eight nine ten eleven twelve")]
    timeline = put_together(customer, [said(1_000, "i see")])

    assert [one.overlap_kind for one in timeline.overlaps] == [OverlapKind.BACKCHANNEL]
    assert timeline.replies == ()


def test_a_misheard_backchannel_is_told_by_the_ear_for_them() -> None:
    """What nothing but backchannels fits is listening, whatever the recogniser wrote."""
    customer = [said(0, "one two three four five six seven eight")]
    jack = said(500, "jack the")

    kinds = [
        [one.overlap_kind for one in put_together(customer, [jack], listened).overlaps]
        for listened in ((), (jack.span,))
    ]

    assert kinds == [[OverlapKind.INTERRUPTION], [OverlapKind.BACKCHANNEL]]


@pytest.mark.parametrize("listens", [True, False])
def test_each_utterance_is_heard_by_the_ear_for_backchannels(*, listens: bool) -> None:
    """What it heard nothing else in is noted."""
    listener = ChannelListener(
        lambda: ScriptedGate([Span(1_000, 1_500)]),
        FakeEars(["jack"]).recogniser,
        lambda: ScriptedBackchannelEar(listens=listens),
    )
    listen_to(blocks(4_000), listener)
    (said_,) = listener.heard.utterances

    assert listener.heard.listened == ((said_.span,) if listens else ())


def test_dead_air_is_kept() -> None:
    """From three seconds on; speech over speech shortens nothing."""
    customer = [said(0, "one two three four five six seven eight")]
    timeline = put_together(customer, [said(500, "i see"), said(6_000, "yes")])

    assert timeline.silences == (Silence(2_000, 6_000),)
    assert put_together([], []).entries == ()


def test_an_utterance_is_measured_by_its_sound() -> None:
    """Words or not, it tells when something was heard, how loud and how high."""
    first, second = heard([Span(1_000, 2_000), Span(5_000, 5_500)], ["well", ""])

    assert first.sound is not None
    assert second.sound is not None
    assert first.sound.span.start_ms == pytest.approx(1_000, abs=20)
    assert first.sound.span.end_ms == pytest.approx(2_000, abs=20)
    assert second.sound.pitch_hz == pytest.approx(440, rel=0.05)
    assert put_together([], [first, second]).replies[0].sound == first.sound + second.sound


def test_one_sound_is_enough_for_a_turn() -> None:
    """Where only one utterance was measured, the turn has that."""
    (loud,) = heard([Span(1_000, 2_000)], ["well"])
    (turn,) = put_together([], [loud, said(3_000, "yes")]).replies

    assert turn.sound == loud.sound
