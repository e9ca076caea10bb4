"""Moments that were tried again, and what is seen otherwise, on SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from tests.support.rehearsals import finished, later
from tests.support.scenarios import rules, small
from trainer.customer.customer import Customer
from trainer.customer.state import CustomerState
from trainer.records.database import Records
from trainer.records.problems import RecordsProblem
from trainer.records.store import (
    Again,
    FinishedRehearsal,
    Note,
    Otherwise,
    RehearsalId,
    Restart,
    Script,
    Search,
)
from trainer.rehearsal.events import Bookmark


def opening() -> CustomerState:
    """Return somebody who has just come in."""
    return Customer(small(), rules()).opening()[0]


SCRIPT = Script(
    5,
    (
        Bookmark(1_000, opening()),
        Bookmark(9_000, replace(opening(), pressure=80, turn=2)),
    ),
)


def take(of: RehearsalId, minutes: int) -> FinishedRehearsal:
    """Return the moment at 9 s tried again."""
    script = Script(5, (Bookmark(0, SCRIPT.bookmarks[1].state),))
    whole = finished(minutes=minutes)
    return replace(whole, script=script, again=Again(of, 9_000))


def test_a_moment_comes_back_with_the_mood_of_then(records: Records) -> None:
    """The last line that had begun by then, or the first; the customer as they were, the seed."""
    kept = records.load(records.save(replace(finished(), script=SCRIPT)))

    restart = kept.restart_at(10_000)

    at = Again(kept.summary.id, 9_000)
    assert restart == Restart(at, 5, SCRIPT.bookmarks[1].state)
    assert kept.restart_at(8_999) == Restart(replace(at, at_ms=1_000), 5, opening())
    assert kept.restart_at(999) == kept.restart_at(1_000)


def test_what_was_kept_before_can_not_be_tried_again(records: Records) -> None:
    """Nobody knows what the customer was like then."""
    kept = records.load(records.save(finished()))

    assert kept.script is None
    assert kept.restart_at(10_000) is None


def test_a_line_that_ends_the_conversation_is_not_begun_again() -> None:
    """The one before it is."""
    outcome = finished().timeline.outcome
    ended = Bookmark(12_000, replace(opening(), outcome=outcome))

    assert replace(SCRIPT, bookmarks=(*SCRIPT.bookmarks, ended)).at(13_000) == SCRIPT.bookmarks[1]


def test_a_take_knows_what_it_is_of(records: Records) -> None:
    """Lists tell, and the whole one knows its takes, the oldest first."""
    whole = records.save(replace(finished(), script=SCRIPT))
    second = records.save(take(whole, 2))
    first = records.save(take(whole, 1))

    assert records.load(second).summary.again == Again(whole, 9_000)
    assert records.load(whole).summary.again is None
    assert [one.id for one in records.takes(whole)] == [first, second]


def test_a_take_that_is_begun_once_more_is_of_the_same_moment(records: Records) -> None:
    """So all takes of a moment stand side by side; a later moment of it is its own."""
    whole = records.save(replace(finished(), script=SCRIPT))
    begins = Bookmark(0, SCRIPT.bookmarks[1].state)
    script = Script(5, (begins, Bookmark(4_000, opening())))
    kept = records.load(records.save(replace(take(whole, 1), script=script)))

    once_more, later_on = kept.restart_at(2_000), kept.restart_at(5_000)

    assert once_more is not None
    assert once_more.again == Again(whole, 9_000)
    assert later_on is not None
    assert later_on.again == Again(kept.summary.id, 4_000)


def test_a_take_stays_one_when_the_whole_is_deleted(records: Records) -> None:
    """It is still no rehearsal of its own."""
    whole = records.save(replace(finished(), script=SCRIPT))
    id_ = records.save(take(whole, 1))
    records.purge(whole)

    assert records.load(id_).summary.again == Again(None, 9_000)


def test_a_take_in_the_bin_is_not_shown_beside_the_others(records: Records) -> None:
    """Until it is taken out again."""
    whole = records.save(replace(finished(), script=SCRIPT))
    id_ = records.save(take(whole, 1))
    records.trash(id_, later(5))

    assert records.takes(whole) == ()


def test_takes_are_no_tries_of_the_scenario(records: Records) -> None:
    """What comes next hangs on whole rehearsals; the table shows takes too."""
    whole = records.save(finished())
    take_id = records.save(take(whole, 1))

    assert len(records.tried("Ada")) == 1
    assert records.found("Ada", Search()) == (take_id, whole)


def test_what_is_seen_otherwise_stands_with_its_moment(records: Records) -> None:
    """In the order of the moments; the words said last count, and none take it back."""
    id_ = records.save(finished())
    records.see_otherwise(id_, Otherwise(9_000, "She had finished.", later(1)))
    records.see_otherwise(id_, Otherwise(2_000, "I did say sorry.", later(2)))
    records.see_otherwise(id_, Otherwise(9_000, "It was a cough.", later(3)))

    said = records.load(id_).otherwise
    records.see_otherwise(id_, Otherwise(2_000, "", later(4)))

    assert said == (
        Otherwise(2_000, "I did say sorry.", later(2)),
        Otherwise(9_000, "It was a cough.", later(3)),
    )
    assert [one.at_ms for one in records.load(id_).otherwise] == [9_000]


def test_nothing_is_seen_otherwise_in_what_is_not_there(records: Records) -> None:
    """It says so."""
    with pytest.raises(RecordsProblem, match="no longer kept"):
        records.see_otherwise(RehearsalId(7), Otherwise(1, "No.", later(1)))


def test_the_last_notes_on_a_scenario_are_the_newest_answers(records: Records) -> None:
    """Of the newest rehearsal that has any; what was taken back is left out."""
    older, newer = records.save(finished()), records.save(finished(minutes=10))
    records.save(finished(minutes=20))
    records.add_note(older, Note("Why?", "Long ago.", later(1)))
    records.add_note(newer, Note("Why?", "The wait.", later(11)))
    records.add_note(newer, Note("What next?", "Let her finish.", later(11)))
    records.add_note(newer, Note("Why?", "", later(12)))

    assert records.last_notes("Ada", "double-charge") == (
        Note("What next?", "Let her finish.", later(11)),
    )
    assert records.last_notes("Ben", "double-charge") == ()
    assert records.last_notes("Ada", "lost-parcel") == ()
