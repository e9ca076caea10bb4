"""The reminder of Practice: seldom, one at a time, and right."""

from dataclasses import replace

import pytest

from tests.support.rating import rubric
from tests.support.speech import words_every
from trainer.conversation.syllables import count_syllables
from trainer.conversation.timeline import MoodMove, Overlap, OverlapKind, Reply, ReplySound
from trainer.conversation.turns import Phase
from trainer.rehearsal.cues import APART_MS, FIRST_MS, SHOWN_MS, CueGiver
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    LevelMeasured,
    LineBegan,
    MoodMoved,
    OverlapJudged,
    PhaseChanged,
    RehearsalEvent,
    StepReached,
    TechniquesHeard,
)
from trainer.scenario.kinds import Step
from trainer.techniques.technique import Technique, TechniqueId

TWENTY = "one two three four five six seven eight nine ten " * 2
LATE = 30_000


def giver() -> CueGiver:
    """Return one that goes by the bundled rubric."""
    return CueGiver(rubric().pacing, count_syllables)


def cut_in(at_ms: int, kind: OverlapKind = OverlapKind.INTERRUPTION) -> OverlapJudged:
    """Speak over the customer."""
    return OverlapJudged(Overlap(at_ms - 600, at_ms, kind))


def said(at_ms: int, each_ms: int = 400, text: str = TWENTY) -> Reply:
    """Return a reply of that pace."""
    words = words_every(text, each_ms, at_ms)
    return Reply(at_ms, words[-1].end_ms, words)


def replied(
    at_ms: int, *heard: TechniqueId, each_ms: int = 400, too_long: bool = False
) -> TechniquesHeard:
    """Say something in which that is heard."""
    techniques = tuple(Technique(id_, 0, 1, "one", 1.0, "entry") for id_ in heard)
    return TechniquesHeard(said(at_ms, each_ms), techniques, too_long)


def line(at_ms: int, pressure: int = 70) -> LineBegan:
    """Let the customer speak."""
    return LineBegan(at_ms, "one two", (), pressure)


def given(*events: RehearsalEvent) -> list[Cue | None]:
    """Return the reminders that these events bring."""
    cues = giver()
    changes = (cues.take(event) for event in events)
    return [change.cue for change in changes if change is not None]


FAST = replied(LATE, each_ms=250)
"""240 words a minute."""
BRISK = replied(LATE, each_ms=350)
"""171 words a minute: amber, which is not surely too fast."""


@pytest.mark.parametrize(
    ("events", "cues"),
    [
        pytest.param([cut_in(LATE)], [Cue.LET_FINISH], id="an interruption"),
        pytest.param([cut_in(LATE, OverlapKind.BACKCHANNEL)], [], id="a backchannel"),
        pytest.param([cut_in(LATE, OverlapKind.END_OVERLAP)], [], id="the end of a line"),
        pytest.param([cut_in(LATE, OverlapKind.TALKED_OVER)], [], id="the customer cut in"),
        pytest.param([FAST], [Cue.SLOWER], id="fast"),
        pytest.param([BRISK], [], id="brisk"),
        pytest.param(
            [replace(FAST, reply=replace(FAST.reply, typed=True))], [], id="typed as fast"
        ),
        pytest.param(
            [TechniquesHeard(said(LATE, 150, "yes of course"), ())], [], id="fast and short"
        ),
        pytest.param([TechniquesHeard(Reply(LATE, LATE + 900, ()), ())], [], id="without words"),
        pytest.param(
            [
                replace(
                    FAST,
                    reply=replace(
                        FAST.reply,
                        sound=ReplySound(
                            (FAST.reply.span,), (FAST.reply.span,), tuple(range(LATE, LATE + 8))
                        ),
                    ),
                )
            ],
            [],
            id="fast by doubtful words",
        ),
        pytest.param([replied(LATE, too_long=True)], [Cue.SHORTER], id="cut in on for its length"),
        pytest.param([line(1_000), replied(5_000)], [], id="no feeling named yet, once"),
        pytest.param(
            [line(1_000), replied(5_000), replied(LATE)], [Cue.NAME_FEELING], id="no feeling, twice"
        ),
        pytest.param(
            [line(1_000), replied(5_000, TechniqueId.APOLOGISE), replied(LATE)],
            [Cue.NAME_FEELING],
            id="sorry is no feeling",
        ),
        pytest.param(
            [line(1_000), replied(5_000, TechniqueId.VALIDATE), replied(LATE)],
            [],
            id="a right to be upset is",
        ),
        pytest.param(
            [line(1_000), StepReached(Step.SOLVE), replied(5_000), replied(LATE)],
            [],
            id="they feel heard",
        ),
        pytest.param(
            [
                line(1_000),
                replied(5_000),
                MoodMoved(MoodMove(6_000, 6_000, 40, -30, "it helped")),
                replied(LATE),
            ],
            [],
            id="they have calmed down",
        ),
    ],
)
def test_each_reminder_has_its_moment(events: list[RehearsalEvent], cues: list[Cue]) -> None:
    """What is not sure is not said."""
    assert given(*events) == cues


def test_nobody_is_reminded_in_the_first_seconds() -> None:
    """One may find one's feet."""
    assert given(cut_in(FIRST_MS - 1)) == []
    assert given(cut_in(FIRST_MS)) == [Cue.LET_FINISH]


def test_reminders_are_far_apart_and_what_comes_between_is_dropped() -> None:
    """The second interruption is passed over, and not told later either."""
    second, third = LATE + APART_MS - 1, LATE + APART_MS
    quiet = LevelMeasured(LATE + SHOWN_MS, -60.0, -60.0)

    cues = given(cut_in(LATE), quiet, cut_in(second), PhaseChanged(second, Phase.WAITING))
    again = given(cut_in(LATE), quiet, cut_in(third))

    assert cues == [Cue.LET_FINISH, None]
    assert again == [Cue.LET_FINISH, None, Cue.LET_FINISH]


def test_a_reminder_goes_by_itself() -> None:
    """In audio time, so that it stays as long as a pause does."""
    cues = giver()
    shown = cues.take(cut_in(LATE))
    still = cues.take(LevelMeasured(LATE + SHOWN_MS - 100, -60.0, -60.0))
    gone = cues.take(LevelMeasured(LATE + SHOWN_MS, -60.0, -60.0))
    after = cues.take(LevelMeasured(LATE + SHOWN_MS + 100, -60.0, -60.0))

    assert shown == CueChanged(LATE, Cue.LET_FINISH)
    assert still is None
    assert gone == CueChanged(LATE + SHOWN_MS, None)
    assert after is None


def test_a_span_is_not_older_than_what_was_told_before() -> None:
    """An overlap that is judged late does not turn the clock back."""
    cues = giver()
    cues.take(LevelMeasured(LATE, -60.0, -60.0))

    assert cues.take(cut_in(LATE - 2_000)) == CueChanged(LATE, Cue.LET_FINISH)
