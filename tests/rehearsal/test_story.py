"""What has taken place, told as it happens."""

from tests.support.speech import words_every
from trainer.conversation.timeline import (
    Glitch,
    LineSpoken,
    Listening,
    MoodMove,
    Outcome,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
)
from trainer.rehearsal.events import (
    MoodMoved,
    OverlapJudged,
    RehearsalEvent,
    ReplyHeard,
    TroubleMet,
)
from trainer.rehearsal.story import Story

LINE = LineSpoken(0, 900, "line", (), "hello")
REPLY = Reply(1_000, 2_000, words_every("but i need your name", 250, 1_000))
MOVE = MoodMove(1_200, 1_300, 55, 5, "you cut in")
CUT = Overlap(1_000, 1_600, OverlapKind.INTERRUPTION, "but")
GLITCH = Glitch(1_500, 1_500, "The microphone went away.")


def test_every_entry_is_told_that_a_watcher_can_not_see_otherwise() -> None:
    """Lines and silences are told while they last."""
    told: list[RehearsalEvent] = []
    Story(told.append).add((LINE, Silence(0, 4_000), REPLY, CUT, MOVE, GLITCH))

    assert told == [
        ReplyHeard(REPLY),
        OverlapJudged(CUT),
        MoodMoved(MOVE),
        TroubleMet(1_500, "The microphone went away."),
    ]


def test_the_timeline_is_in_the_order_in_which_things_began() -> None:
    """With how the trainee was listened to, and the outcome."""
    story = Story(lambda _: None)
    story.add((GLITCH, REPLY, LINE))
    story.outcome = Outcome("satisfied", good=True, why="it was put right")
    timeline = story.timeline(3_000, Listening("script"))

    assert timeline.entries == (LINE, REPLY, GLITCH)
    assert (timeline.duration_ms, timeline.listening.recogniser) == (3_000, "script")
    assert timeline.outcome == story.outcome


def test_an_interruption_gets_the_words_that_were_recognised_later() -> None:
    """Those of its reply that began over the line; without a reply it keeps its own."""
    story = Story(lambda _: None)
    lone = Overlap(5_000, 5_400, OverlapKind.BACKCHANNEL, "i see")
    story.add((CUT, lone, REPLY))
    found = story.timeline(6_000, Listening()).overlaps

    assert [one.words for one in found] == ["but i need", "i see"]
