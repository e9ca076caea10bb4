"""A conversation that is taken up in its middle goes on as it did."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.speech import FakeVoice
from trainer.app import Program
from trainer.conversation.timeline import Listening, Timeline
from trainer.records.folders import Folders
from trainer.rehearsal.bookmarks import Bookmarks
from trainer.rehearsal.events import Bookmark
from trainer.rehearsal.offline import TextReplies, rehearse

SEED = 7
REPLIES = (
    "I'm so sorry, that must have been awful. Please tell me what happened.",
    "You should have called us earlier.",
    "Sorry. I can hear how frustrating this is. What would help you most today?",
    "So you waited in twice and nobody came, is that right?",
    "I can give you a refund by noon tomorrow. Would that work for you?",
    "I'll ring you on Friday to see that it has come.",
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Return the program in an empty folder."""
    home: Path = tmp_path_factory.mktemp("home")
    return Program(Folders(home, home, home, home))


def played(
    program: Program, name: str, replies: tuple[str, ...], at: Bookmark | None = None
) -> tuple[Timeline, list[Bookmark]]:
    """Rehearse by text, from the beginning or taken up."""
    scenario = program.library.scenario(name)
    plan = program.plan(scenario, SEED, Listening(), typed=True, taken_up=at.state if at else None)
    marks = Bookmarks(lambda _: None)
    voices = (FakeVoice(), FakeVoice())
    return rehearse(plan, TextReplies(replies, 150), voices, None, marks.tell), marks.kept


@pytest.mark.parametrize("name", ["lost-parcel", "double-charge", "funeral-suitcase"])
def test_from_any_line_on_the_same_replies_lead_to_the_same(program: Program, name: str) -> None:
    """Lines, moves and the end are those of the first time, wherever it is taken up."""
    whole, marks = played(program, name, REPLIES)
    assert len(marks) > 2

    going_on = [mark for mark in marks if mark.state.outcome is None]
    for mark in (going_on[0], going_on[1], going_on[-1]):
        left = tuple(one.text for one in whole.replies if one.start_ms > mark.at_ms)
        again, _ = played(program, name, left, mark)

        spoken = [line.text for line in whole.lines if line.start_ms >= mark.at_ms]
        moved = [move.change for move in whole.moods if move.start_ms > mark.at_ms]
        assert [line.text for line in again.lines] == spoken
        assert [move.change for move in again.moods] == moved
        assert again.taken_up


def test_ending_it_early_is_no_brush_off(program: Program) -> None:
    """Somebody who tries one moment again is done when they have tried it."""
    _, marks = played(program, "lost-parcel", REPLIES)

    whole, _ = played(program, "lost-parcel", REPLIES[:1])
    again, _ = played(program, "lost-parcel", REPLIES[:1], replace(marks[1], at_ms=0))

    assert whole.outcome is not None
    assert again.outcome is None


def test_every_line_has_its_bookmark_and_nobody_else_hears_of_them(program: Program) -> None:
    """They are kept, in order, and everything else is passed on."""
    told: list[object] = []
    scenario = program.library.scenario("lost-parcel")
    marks = Bookmarks(told.append)
    plan = program.plan(scenario, SEED, Listening(), typed=True)
    voices = (FakeVoice(), FakeVoice())
    timeline = rehearse(plan, TextReplies(REPLIES, 150), voices, None, marks.tell)

    assert [mark.at_ms for mark in marks.kept] == [line.start_ms for line in timeline.lines]
    assert told
    assert not any(isinstance(one, Bookmark) for one in told)
