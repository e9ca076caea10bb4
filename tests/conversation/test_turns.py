import runpy
from pathlib import Path

import pytest

from trainer.conversation.turns import (
    TRANSITIONS,
    Action,
    BargedIn,
    Ended,
    Event,
    LineEnded,
    LineStarted,
    LineStopped,
    LineWanted,
    NoAnswer,
    PatienceEnded,
    Phase,
    ReplyTooLong,
    ReplyTyped,
    SpeechStarted,
    SpeechStopped,
    StoodGround,
    Timing,
    TurnEnded,
    TurnTaking,
    WordsOverLine,
)

GATE_MS = Timing().gate_ms


def started(at_ms: int) -> SpeechStarted:
    """Return an onset that the gate was sure of 60 ms later."""
    return SpeechStarted(at_ms, at_ms + 60)


def stopped(at_ms: int) -> SpeechStopped:
    """Return an end of speech that the gate was sure of 200 ms later."""
    return SpeechStopped(at_ms, at_ms + 200)


def follow(*events: Event) -> tuple[TurnTaking, list[Action]]:
    """Send the events through a new machine; return it and what it asked for."""
    turns = TurnTaking(Timing())
    return turns, [action for event in events for action in turns.receive(event)]


def test_a_reply_is_listened_to_and_finished() -> None:
    """After a line the trainee speaks, pauses, and the pause's end finishes the reply."""
    turns, actions = follow(
        LineStarted(0), LineEnded(2000), started(2600), stopped(4000), TurnEnded(4900)
    )

    assert turns.phase is Phase.DECIDING
    assert actions == [Action.LISTEN, Action.FINISH_REPLY]
    assert turns.unexpected == []


def test_a_pause_in_a_reply_does_not_end_it() -> None:
    """Speech that begins again before the deadline goes on with the same reply."""
    turns, actions = follow(
        LineStarted(0), LineEnded(2000), started(2600), stopped(4000), started(4500)
    )

    assert turns.phase is Phase.TRAINEE
    assert actions == [Action.LISTEN]


def test_speech_over_a_line_that_ends_in_time_is_judged() -> None:
    """A short overlap closes the ears and lets the customer talk on."""
    turns, actions = follow(LineStarted(0), started(800), stopped(1100))

    assert turns.phase is Phase.CUSTOMER
    assert actions == [Action.LISTEN, Action.JUDGE_OVERLAP]


def test_barging_in_stops_the_line_and_the_trainee_has_the_turn() -> None:
    """An interruption hushes the line; when it is silent the trainee is heard out."""
    turns, actions = follow(LineStarted(0), started(800), BargedIn(1300), LineStopped(1340))

    assert turns.phase is Phase.TRAINEE
    assert actions == [Action.LISTEN, Action.HUSH]


def test_a_trainee_who_falls_silent_while_the_line_fades_has_paused() -> None:
    """The gate's last word is told to the new phase when the two disagree."""
    turns, _ = follow(
        LineStarted(0), started(800), BargedIn(1300), stopped(1320), LineStopped(1340)
    )

    assert turns.phase is Phase.PAUSE
    assert turns.due(1320 + 899) is None
    assert turns.due(1320 + 900) == TurnEnded(2220)


def test_a_line_that_starts_over_the_trainee_is_an_overlap_that_never_cuts_it_off() -> None:
    """When the customer cuts in, the trainee's words are no barge-in."""
    turns, actions = follow(
        LineStarted(0),
        LineEnded(1000),
        started(1500),
        ReplyTooLong(31_500),
        LineStarted(31_600),
    )

    assert turns.phase is Phase.OVERLAP
    assert turns.talked_over
    assert actions == [Action.LISTEN, Action.FINISH_REPLY, Action.LISTEN]
    assert turns.due(60_000) is None


def test_speech_before_the_answer_has_begun_takes_the_turn_back() -> None:
    """A trainee who goes on while the customer decides keeps the turn."""
    turns, actions = follow(
        LineStarted(0),
        LineEnded(1000),
        started(1500),
        stopped(2000),
        TurnEnded(2900),
        started(2950),
    )

    assert turns.phase is Phase.TRAINEE
    assert actions[-1] is Action.KEEP_LISTENING


def test_a_reply_that_begins_before_the_line_ends_goes_on_as_the_turn() -> None:
    """The end of the line hands the turn to a trainee who is already speaking."""
    turns, actions = follow(LineStarted(0), started(1900), LineEnded(2000))

    assert turns.phase is Phase.TRAINEE
    assert actions == [Action.LISTEN]


@pytest.mark.parametrize(
    ("words", "due_ms"),
    [
        (WordsOverLine.OTHERS, 1400),
        (WordsOverLine.NONE, 1700 + GATE_MS),
        (WordsOverLine.FEW, 1700 + GATE_MS),
        (WordsOverLine.BACKCHANNELS, 2000 + GATE_MS),
    ],
)
def test_how_long_one_may_speak_over_a_line_depends_on_the_words(
    words: WordsOverLine, due_ms: int
) -> None:
    """Words cut in after 400 ms, unrecognised speech after 700, backchannels after 1,000.

    The last two wait for the gate, which is late to know that somebody has stopped.
    """
    turns, _ = follow(LineStarted(0), started(1000))
    turns.words_over_line(words)

    assert turns.due(due_ms - 1) is None
    assert turns.due(due_ms) == BargedIn(due_ms)


def test_a_noise_never_cuts_in() -> None:
    """A cough over the line is no interruption, however long it lasts."""
    turns, _ = follow(LineStarted(0), started(1000))
    turns.words_over_line(WordsOverLine.NOISE)

    assert turns.due(60_000) is None


def test_a_customer_who_stands_their_ground_talks_on_louder_once() -> None:
    """The line is not stopped; the voice is raised one time an overlap."""
    turns, _ = follow(LineStarted(0), started(1000))
    turns.stands_ground = True
    raised = turns.due(1700 + GATE_MS)

    assert raised == StoodGround(1700 + GATE_MS)
    assert turns.receive(raised) == (Action.RAISE_VOICE,)
    assert turns.phase is Phase.OVERLAP
    assert turns.due(9000) is None
    turns.receive(stopped(3000))
    turns.receive(started(4000))
    assert turns.due(4700 + GATE_MS) == StoodGround(4700 + GATE_MS)


def test_a_line_may_start_over_a_trainee_who_has_been_cut_off_in_turn() -> None:
    """A customer who snaps talks over the trainee, or into their pause."""
    over, actions = follow(
        LineStarted(0), started(800), BargedIn(1300), LineStopped(1340), LineStarted(1500)
    )
    after, _ = follow(
        LineStarted(0),
        started(800),
        BargedIn(1300),
        LineStopped(1340),
        stopped(1400),
        LineStarted(1500),
    )

    assert (over.phase, over.talked_over) == (Phase.OVERLAP, True)
    assert actions == [Action.LISTEN, Action.HUSH, Action.LISTEN]
    assert after.phase is Phase.CUSTOMER


def test_the_silence_that_ends_a_turn_can_be_set_while_it_lasts() -> None:
    """Whoever hears the words says how long to wait."""
    turns, _ = follow(LineStarted(0), LineEnded(10), started(500), stopped(2000))
    turns.turn_end_ms = 450

    assert turns.due(2449) is None
    assert turns.due(2450) == TurnEnded(2450)


def test_patience_ends_later_when_a_moment_was_asked_for() -> None:
    """An announced silence is borne for 15 s, another for 6 s."""
    turns, _ = follow(LineStarted(0), LineEnded(1000))

    assert turns.due(6_999) is None
    assert turns.due(7_000) == PatienceEnded(7_000)

    turns.announced = True
    assert turns.due(15_999) is None
    assert turns.due(16_000) == PatienceEnded(16_000)


def test_a_monologue_is_counted_from_its_onset() -> None:
    """Thirty seconds after the reply began the customer cuts in, pauses or not."""
    turns, _ = follow(LineStarted(0), LineEnded(1000), started(2000), stopped(9000), started(9500))

    assert turns.due(31_999) is None
    assert turns.due(32_000) == ReplyTooLong(32_000)


def test_an_unexpected_event_is_kept_and_changes_nothing() -> None:
    """Devices race: an event out of place is recorded and ignored."""
    turns, actions = follow(LineStarted(0), TurnEnded(100))

    assert turns.phase is Phase.CUSTOMER
    assert actions == []
    assert turns.unexpected == [(Phase.CUSTOMER, TurnEnded(100))]


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.OVER])
def test_every_phase_can_be_ended(phase: Phase) -> None:
    """The rehearsal can be ended at any moment, and then it is over."""
    assert TRANSITIONS[phase][Ended] == (Phase.OVER, Action.CLOSE)


def test_nothing_happens_after_the_end() -> None:
    """What still comes in when it is over leads nowhere and is not unexpected."""
    turns, _ = follow(LineStarted(0), started(10), Ended(20))

    assert [turns.receive(event) for event in (stopped(30), LineStopped(40), Ended(50))] == [()] * 3
    assert turns.phase is Phase.OVER
    assert turns.due(1_000_000) is None
    assert turns.unexpected == []


def test_a_line_may_be_wanted_while_the_customer_waits() -> None:
    """A repeat is decided on without a reply; nothing to say leads back to waiting."""
    turns, actions = follow(LineStarted(0), LineEnded(10), LineWanted(20), NoAnswer(30))

    assert turns.phase is Phase.WAITING
    assert turns.waiting_since_ms == 30
    assert actions == []


def test_a_typed_reply_is_finished_at_once() -> None:
    """Typing needs no end-pointing."""
    turns, actions = follow(LineStarted(0), LineEnded(10), ReplyTyped(20))

    assert turns.phase is Phase.DECIDING
    assert actions == [Action.FINISH_REPLY]


def test_every_phase_can_be_reached_and_left() -> None:
    """The table has no dead ends but the end."""
    reached = {
        to for phase, row in TRANSITIONS.items() for to, _ in row.values() if to is not phase
    }

    assert reached == set(Phase) - {Phase.READY}
    assert set(TRANSITIONS) == set(Phase)


def test_the_diagram_in_the_docs_is_drawn_from_the_table() -> None:
    """`tools/draw-turns` has been run since the table was changed."""
    root = Path(__file__).parents[2]
    tool = runpy.run_path(str(root / "tools" / "draw-turns"), run_name="tool")

    assert (root / "docs" / "turn-taking.md").read_text(encoding="utf-8") == tool["page"]()
