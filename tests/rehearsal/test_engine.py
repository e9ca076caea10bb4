"""The rehearsal engine, played through scripts; every word lasts 250 ms."""

from itertools import pairwise

import pytest

from tests.support.conversations import Conversation, Said, ScriptedCustomer
from trainer.conversation.end_pointing import EndPointing, Pace, TurnWords
from trainer.conversation.lines import WhenCut
from trainer.conversation.timeline import (
    Glitch,
    LineSpoken,
    Outcome,
    OverlapKind,
    Reply,
    Silence,
)
from trainer.conversation.turns import Phase, Timing
from trainer.customer.happenings import Replied, SpokenOver, Stayed, TalkedTooLong
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    End,
    Finished,
    HoldKey,
    LineBegan,
    PauseChanged,
    PhaseChanged,
    ReplyHeard,
    Resume,
    StepReached,
    TechniquesHeard,
    TroubleMet,
)
from trainer.rehearsal.events import Pause as PauseNow
from trainer.speech.problems import VoiceProblem

EIGHT = "one two three four five six seven eight"
"""A line of 2,000 ms."""

GOOD = Outcome("satisfied", good=True, why="it was put right")


def customer(
    *lines: str, outcome: Outcome | None = None, when_cut: WhenCut = WhenCut.YIELDS
) -> ScriptedCustomer:
    """Return a customer who says these lines."""
    return ScriptedCustomer(lines, outcome, when_cut)


def phases(conversation: Conversation) -> list[Phase]:
    """Return the phases it went through."""
    return [one.phase for one in conversation.events if isinstance(one, PhaseChanged)]


def test_a_line_a_reply_and_the_next_line_stand_on_the_timeline_in_order() -> None:
    """A plain turn: the line, the reply with its words and times, the answer."""
    talk = Conversation(customer(EIGHT, "go on then"), [Said(2_600, "i am so sorry")]).run(6_000)

    first, reply, second = (
        entry for entry in talk.rehearsal.timeline.entries if not isinstance(entry, Silence)
    )
    assert isinstance(first, LineSpoken)
    assert isinstance(reply, Reply)
    assert isinstance(second, LineSpoken)
    assert (first.text, first.unheard) == (EIGHT, 0)
    assert [(word.text, word.start_ms) for word in reply.words] == [
        ("i", 2_600),
        ("am", 2_850),
        ("so", 3_100),
        ("sorry", 3_350),
    ]
    assert (reply.start_ms, reply.end_ms) == (2_600, 3_600)
    assert second.text == "go on then"
    assert talk.rehearsal.unexpected == ()


def test_the_answer_begins_after_the_pause_that_ends_a_turn() -> None:
    """The reply gap is the turn-end deadline and not a block more than rendering takes."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "i am so sorry")]).run(6_000)

    began = [one.at_ms for one in talk.events if isinstance(one, LineBegan)]
    assert began[1] - 3_600 == pytest.approx(900, abs=40)


def test_the_phases_of_a_turn_are_told() -> None:
    """Whoever watches sees who has the turn."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "sorry")]).run(5_000)

    assert phases(talk) == [
        Phase.CUSTOMER,
        Phase.WAITING,
        Phase.TRAINEE,
        Phase.PAUSE,
        Phase.DECIDING,
        Phase.CUSTOMER,
    ]


def test_what_was_heard_and_the_step_are_told_when_a_reply_counts() -> None:
    """After the reply itself; each of the customer's lines tells where the conversation is."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "i am so sorry")]).run(5_000)

    kinds = (ReplyHeard, TechniquesHeard, StepReached, LineBegan)
    told = [one for one in talk.events if isinstance(one, kinds)]
    (heard,) = (one for one in told if isinstance(one, TechniquesHeard))
    assert [type(one) for one in told] == [
        StepReached,
        LineBegan,
        ReplyHeard,
        TechniquesHeard,
        StepReached,
        LineBegan,
    ]
    assert heard.reply.text == "i am so sorry"
    assert not heard.too_long


def test_a_pause_in_a_reply_keeps_it_one_reply() -> None:
    """Two stretches of speech 600 ms apart are one reply with two spans."""
    script = [Said(2_600, "i am"), Said(3_700, "so sorry")]
    talk = Conversation(customer(EIGHT, EIGHT), script).run(6_500)

    (reply,) = talk.rehearsal.timeline.replies
    assert reply.text == "i am so sorry"
    assert [(span.start_ms, span.end_ms) for span in reply.speech] == [
        (2_600, 3_100),
        (3_700, 4_200),
    ]


def test_an_interruption_stops_the_line_and_raises_the_pressure_at_once() -> None:
    """Three words over the line cut it; the timeline names the word and what was lost."""
    script = [Said(800, "but if i could just take your name")]
    talk = Conversation(customer(EIGHT, "let me finish"), script).run(6_000)

    (overlap,) = talk.rehearsal.timeline.overlaps
    line = talk.rehearsal.timeline.lines[0]
    assert overlap.overlap_kind is OverlapKind.INTERRUPTION
    assert overlap.start_ms == 800
    assert overlap.cut_at == "four"
    assert overlap.words == "but if i could"
    assert (overlap.unheard, line.unheard) == (1, 1)
    assert line.text == "one two three four five six seven"
    assert line.end_ms <= 1_550 + 50
    assert [type(one) for one in talk.customer.happened] == [SpokenOver, Replied]
    assert talk.rehearsal.timeline.moods[0].change == 5
    (_, replied) = talk.customer.happened
    assert isinstance(replied, Replied)
    assert replied.cut_in


def test_a_misheard_backchannel_is_known_by_the_ear_for_them() -> None:
    """``I see`` that the recogniser takes for other words is listening all the same."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(800, "eye sea fog")])
    talk.listens = True
    talk.run(2_500)

    (overlap,) = talk.rehearsal.timeline.overlaps
    assert overlap.overlap_kind is OverlapKind.BACKCHANNEL
    assert not talk.rehearsal.timeline.replies


def test_a_backchannel_lets_the_line_go_on_and_is_no_reply() -> None:
    """``I see`` over the line is listening: the line is heard to its end."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(800, "i see")]).run(2_500)

    (overlap,) = talk.rehearsal.timeline.overlaps
    assert overlap.overlap_kind is OverlapKind.BACKCHANNEL
    assert overlap.words == "i see"
    assert talk.rehearsal.timeline.lines[0].unheard == 0
    assert talk.rehearsal.timeline.replies == ()


def test_a_reply_that_starts_just_before_the_line_ends_is_no_interruption() -> None:
    """Within 300 ms of its end people start speaking; the reply goes on as the turn."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(1_800, "that must be so hard")]).run(6_000)

    (overlap,) = talk.rehearsal.timeline.overlaps
    assert overlap.overlap_kind is OverlapKind.END_OVERLAP
    assert talk.customer.replies == ["that must be so hard"]
    assert talk.rehearsal.timeline.lines[0].unheard == 0


def test_a_cough_is_not_a_reply() -> None:
    """A short noise without a word leaves the customer waiting."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(3_000, noise_ms=300)]).run(5_500)

    assert talk.rehearsal.timeline.replies == ()
    assert talk.rehearsal.phase is Phase.WAITING
    assert talk.customer.happened == []


def test_speech_without_a_word_that_lasts_is_a_reply_that_was_not_caught() -> None:
    """The customer is told of a reply with no words rather than the trainee of a fault."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(3_000, noise_ms=1_500)]).run(6_000)

    assert talk.customer.replies == [""]


def test_silence_makes_the_customer_ask_and_is_kept() -> None:
    """After six seconds the customer asks whether anybody is there."""
    talk = Conversation(customer(EIGHT, "hello")).run(9_000)

    (happening,) = talk.customer.happened
    assert isinstance(happening, Stayed)
    assert happening.silent_ms == pytest.approx(6_000, abs=40)
    (silence,) = talk.rehearsal.timeline.silences
    assert silence.end_ms - silence.start_ms == pytest.approx(6_000, abs=40)
    assert not silence.announced


def test_an_announced_silence_is_borne_longer() -> None:
    """``One moment`` buys fifteen seconds, and the silence is kept as announced."""
    script = [Said(2_600, "one moment please"), Said(15_000, "here it is")]
    talk = Conversation(customer(EIGHT, "fine", EIGHT), script).run(17_000)

    assert talk.customer.replies == ["one moment please", "here it is"]
    assert [silence.announced for silence in talk.rehearsal.timeline.silences] == [True]


def test_a_monologue_is_cut_off_by_the_customer() -> None:
    """After the limit the customer talks over the trainee, which is not held against them."""
    script = [Said(2_600, " ".join(["word"] * 60))]
    timing = Timing(monologue_ms=6_000)
    talk = Conversation(customer(EIGHT, EIGHT, EIGHT), script, timing=timing).run(12_000)

    first, *rest = talk.customer.happened
    assert isinstance(first, TalkedTooLong)
    assert first.reply.text.split() == ["word"] * 24
    told = [one for one in talk.events if isinstance(one, TechniquesHeard)]
    assert told[0] == TechniquesHeard(first.reply, first.techniques, too_long=True)
    assert [one.overlap_kind for one in talk.rehearsal.timeline.overlaps] == [
        OverlapKind.TALKED_OVER
    ]
    assert rest


def test_going_on_while_the_customer_decides_keeps_the_reply_whole() -> None:
    """An answer that has not begun is dropped, with its moves, and the reply grows."""
    script = [Said(2_600, "i am so"), Said(4_500, "sorry")]
    talk = Conversation(customer(EIGHT, EIGHT), script).run(3_000)
    talk.rendering = True
    talk.run(5_000)
    talk.rendering = False
    talk.run(8_000)

    assert [reply.text for reply in talk.rehearsal.timeline.replies] == ["i am so sorry"]
    assert talk.customer.replies == ["i am so sorry"]
    assert [line.line_id for line in talk.rehearsal.timeline.lines] == ["line.0", "line.1"]
    assert talk.rehearsal.unexpected == ()


def test_a_typed_reply_is_answered() -> None:
    """Typing needs no microphone; its words are certain and its times estimated."""
    talk = Conversation(customer(EIGHT, EIGHT)).run(3_000)
    talk.send(AnswerInWords("I'm so sorry.")).run(3_100)

    (reply,) = talk.rehearsal.timeline.replies
    assert reply.typed
    assert reply.text == "i'm so sorry"
    assert talk.rehearsal.phase is Phase.CUSTOMER


def test_a_reply_typed_while_the_customer_speaks_ends_the_line_without_blame() -> None:
    """Who reads faster than the line is spoken does not interrupt."""
    talk = Conversation(customer(EIGHT, EIGHT)).run(500)
    talk.send(AnswerInWords("sorry")).run(1_000)

    assert talk.rehearsal.timeline.overlaps == ()
    assert [reply.text for reply in talk.rehearsal.timeline.replies] == ["sorry"]


def test_the_last_line_is_said_again_on_request() -> None:
    """Repeat plays the same line, and the customer's lines go on from there."""
    talk = Conversation(customer("one two", EIGHT)).run(1_000)
    talk.send(AskedRepeat()).run(2_500)

    assert [line.text for line in talk.rehearsal.timeline.lines] == ["one two", "one two"]
    assert talk.rehearsal.timeline.lines[1].situation == "repeat"


def test_a_pause_stops_the_clock_between_turns() -> None:
    """No audio time passes, nothing is recorded, and patience does not run out."""
    talk = Conversation(customer("one two", EIGHT)).run(1_000)
    talk.send(PauseNow())
    recorded = len(talk.recorder.blocks)
    talk.line.tick(20_000)

    assert talk.rehearsal.timeline.duration_ms == 1_000
    assert len(talk.recorder.blocks) == recorded
    assert talk.customer.happened == []

    talk.send(Resume()).run(3_000)
    assert talk.rehearsal.timeline.duration_ms == 3_000
    paused = [one.paused for one in talk.events if isinstance(one, PauseChanged)]
    assert paused == [True, False]


def test_an_outcome_ends_the_rehearsal_after_its_line() -> None:
    """The closing line is heard to its end, then the timeline is told."""
    lines = customer(EIGHT, "thank you", outcome=GOOD)
    talk = Conversation(lines, [Said(2_600, "sorry")]).run(20_000)

    assert talk.rehearsal.over
    finished = [one for one in talk.events if isinstance(one, Finished)]
    assert [one.timeline.outcome for one in finished] == [GOOD]
    assert finished[0].timeline.lines[-1].text == "thank you"


def test_ending_in_the_middle_of_a_reply_keeps_what_was_said() -> None:
    """Esc loses nothing: the words so far are a reply of the timeline."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "i am so sorry")]).run(3_400)
    talk.send(End())

    assert talk.rehearsal.over
    assert [reply.text for reply in talk.rehearsal.timeline.replies] == ["i am so"]
    outcome = talk.rehearsal.timeline.outcome
    assert outcome is not None
    assert outcome.id == "ended_by_trainee"


def test_ending_in_the_middle_of_a_line_keeps_what_was_heard_of_it() -> None:
    """The line stands on the timeline as far as it was spoken."""
    talk = Conversation(customer(EIGHT, EIGHT)).run(1_000)
    talk.send(End())

    assert [line.text for line in talk.rehearsal.timeline.lines] == ["one two three four"]


def test_the_time_limit_ends_it() -> None:
    """When the time is up while the customer waits, it is over."""
    talk = Conversation(customer(EIGHT, EIGHT), limit_ms=3_000).run(10_000)

    assert talk.rehearsal.over
    assert talk.rehearsal.timeline.outcome == Outcome("ended_by_time", good=False, why="ended")


def test_half_duplex_is_deaf_while_the_line_plays() -> None:
    """With the loudspeaker in the microphone the gate hears silence until the line is over."""
    talk = Conversation(customer(EIGHT), half_duplex=True).run(3_000)

    heard = {bool(block.heard.any()): block.start_ms for block in talk.gate.heard[1:]}
    loud_while_playing = [
        block for block in talk.gate.heard if block.line_ms is not None and block.heard.any()
    ]
    assert heard[True] > 2_000
    assert len(loud_while_playing) <= 1


def test_a_voice_that_fails_is_told_once_and_a_silent_one_stands_in() -> None:
    """The rehearsal goes on with captions."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "sorry")])
    talk.voice.trouble = VoiceProblem("I have no voice. Install espeak-ng.")
    talk.run(6_000)

    troubles = [one.what for one in talk.events if isinstance(one, TroubleMet)]
    assert troubles == ["I have no voice. Install espeak-ng."]
    assert [line.text for line in talk.rehearsal.timeline.lines] == [EIGHT, EIGHT]


def test_a_glitch_of_the_hardware_stands_on_the_timeline() -> None:
    """What was lost is known afterwards."""
    talk = Conversation(customer(EIGHT)).run(1_000)
    talk.send(Glitch(0, 0, "The microphone went away."))

    assert Glitch(1_000, 1_000, "The microphone went away.") in talk.rehearsal.timeline.entries
    assert TroubleMet(1_000, "The microphone went away.") in talk.events


def test_every_block_is_recorded_once() -> None:
    """The recording has the same clock as the timeline."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "sorry")]).run(5_000)

    times = [block.start_ms for block in talk.recorder.blocks]
    assert times[0] == 0
    assert all(later - earlier == 20 for earlier, later in pairwise(times))
    assert len(times) == 250


def test_replies_are_told_as_they_are_answered() -> None:
    """The window hears of each reply once."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "sorry")]).run(6_000)

    assert [one.reply.text for one in talk.events if isinstance(one, ReplyHeard)] == ["sorry"]


def test_the_answer_is_rendered_before_the_turn_has_ended() -> None:
    """While the trainee pauses, the line that would answer is already being made."""
    talk = Conversation(customer(EIGHT, EIGHT), [Said(2_600, "i am so sorry")]).run(3_800)

    assert talk.rehearsal.phase is Phase.PAUSE
    assert [line.id for line in talk.voice.rendered] == ["line.0", "line.1"]


def test_a_customer_who_talks_on_is_not_stopped_but_louder() -> None:
    """The interruption counts, and the line is heard to its end."""
    script = [Said(800, "but if i could")]
    talk = Conversation(customer(EIGHT, EIGHT, when_cut=WhenCut.TALKS_ON), script).run(2_400)

    (overlap,) = talk.rehearsal.timeline.overlaps
    assert overlap.overlap_kind is OverlapKind.INTERRUPTION
    assert (overlap.cut_at, overlap.unheard) == ("", 0)
    assert talk.rehearsal.timeline.lines[0].unheard == 0
    assert talk.line.raised == [4.0]


def test_a_customer_who_snaps_takes_the_turn_back() -> None:
    """They talk over the trainee at once; what was said so far stands on the timeline."""
    script = [Said(800, "but if i could just take your name please")]
    snapping = customer(EIGHT, "let me finish", EIGHT, when_cut=WhenCut.SNAPS)
    talk = Conversation(snapping, script).run(5_000)

    kinds = [overlap.overlap_kind for overlap in talk.rehearsal.timeline.overlaps]
    assert kinds == [OverlapKind.INTERRUPTION, OverlapKind.TALKED_OVER]
    assert [line.line_id for line in talk.rehearsal.timeline.lines][:2] == ["line.0", "line.1"]
    assert talk.rehearsal.timeline.replies[0].text.startswith("but")
    assert talk.customer.replies == ["just take your name please"]
    assert talk.rehearsal.unexpected == ()


def test_words_that_keep_the_turn_make_the_customer_wait() -> None:
    """After ``and`` the customer waits 1,400 ms, after a question to them 480."""
    known = TurnWords(frozenset({"and"}), giving_ends=("suit you",))
    waits = []
    for text in ("i can send it and", "does that suit you"):
        talk = Conversation(
            customer(EIGHT, EIGHT),
            [Said(2_600, text)],
            end_pointing=EndPointing(),
            turn_words=known,
        ).run(8_000)
        (reply,) = talk.rehearsal.timeline.replies
        waits.append(talk.rehearsal.timeline.lines[1].start_ms - reply.end_ms)

    assert waits == [pytest.approx(1_400, abs=40), pytest.approx(480, abs=40)]


def test_push_to_talk_listens_while_the_key_is_held_and_answers_when_it_is_let_go() -> None:
    """The gate is not asked: noise without the key is nothing, and no silence is waited for."""
    script = [Said(2_200, noise_ms=2_000), Said(5_000, "i am so sorry")]
    plan = {"pace": Pace.PUSH_TO_TALK, "end_pointing": EndPointing()}
    talk = Conversation(customer(EIGHT, EIGHT), script, **plan).run(4_900)
    seen = [talk.rehearsal.phase]
    talk.send(HoldKey(down=True)).run(6_200)
    seen.append(talk.rehearsal.phase)
    talk.send(HoldKey(down=False)).run(6_300)
    seen.append(talk.rehearsal.phase)

    assert seen == [Phase.WAITING, Phase.TRAINEE, Phase.CUSTOMER]
    assert talk.customer.replies == ["i am so sorry"]


def test_a_reply_is_measured_by_its_sound() -> None:
    """It stands in the timeline beside the words; a typed one has none."""
    script = [Said(2_000, "i am so sorry about that")]
    spoken = Conversation(ScriptedCustomer(["one two", "three"]), script).run(6_000)
    typed = Conversation(ScriptedCustomer(["one two", "three"]), script, typed=True).run(6_000)
    (reply,) = spoken.rehearsal.timeline.replies

    assert reply.sound is not None
    assert reply.sound.span.start_ms == pytest.approx(reply.speech[0].start_ms, abs=40)
    assert [reply.sound for reply in typed.rehearsal.timeline.replies] == [None]
