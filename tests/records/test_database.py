"""Keeping rehearsals and opening them again, on SQLite and PostgreSQL."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import BEGAN, finished, later
from trainer.rating.scorecard import Marks
from trainer.records.database import Records
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode, Note, Profile, RehearsalId, StoredRating
from trainer.records.tables import OwnMarksRow, RatingRow, TimelineRow


def test_a_rehearsal_opens_as_it_was_kept(records: Records) -> None:
    """Timeline and rating come back equal to what was handed in."""
    kept = records.load(records.save(finished()))

    assert kept.timeline == example_timeline()
    assert kept.rating == example_rating()
    assert kept.ratings[0].rubric == "1"
    assert kept.recording is None


def test_a_list_shows_what_a_card_needs(records: Records) -> None:
    """Scenario, time, outcome, marks and the summing sentence need no document."""
    id_ = records.save(finished())

    (shown,) = records.rehearsals("Ada")

    assert shown.id == id_
    assert shown.scenario_title == "Double charge"
    assert shown.started_at == BEGAN
    assert shown.mode is Mode.PRACTICE
    assert shown.recogniser == "Vosk, vosk-model-small-en-us-0.15"
    assert shown.outcome == example_timeline().outcome
    assert (shown.overall, shown.marks) == (78, Marks(58, 88, 84, 76, 95))
    assert shown.sentence.startswith("You cut Marcus off once")


def test_lists_are_newest_first_and_of_one_profile(records: Records) -> None:
    """Each sees their own; without a name all are listed."""
    first = records.save(finished())
    others = records.save(finished(profile="Ben", minutes=1))
    last = records.save(finished(minutes=2))

    assert [shown.id for shown in records.rehearsals("Ada")] == [last, first]
    assert [shown.id for shown in records.rehearsals()] == [last, others, first]
    assert records.rehearsals("Nobody") == ()


def test_a_rehearsal_without_rating_is_kept(records: Records) -> None:
    """What could not be rated can still be opened."""
    kept = records.load(records.save(finished(rated=False)))

    assert kept.rating is None
    assert kept.summary.overall is None


def test_a_broken_off_rehearsal_has_no_outcome(records: Records) -> None:
    """None stays None."""
    broken_off = replace(finished(), timeline=replace(example_timeline(), outcome=None))

    assert records.load(records.save(broken_off)).summary.outcome is None


def test_a_new_rating_stands_beside_the_old(records: Records) -> None:
    """Re-scoring keeps both, and lists show the new."""
    id_ = records.save(finished())
    again = example_rating()
    again = replace(again, scorecard=replace(again.scorecard, overall=81))

    records.rescore(id_, StoredRating(again, "2", later(5), "new rubric"))

    kept = records.load(id_)
    assert [(one.rubric, one.rating.scorecard.overall) for one in kept.ratings] == [
        ("1", 78),
        ("2", 81),
    ]
    assert kept.rating == again
    assert kept.summary.overall == 81


def test_notes_are_kept_in_order(records: Records) -> None:
    """The trainee's own words come back as they were written."""
    id_ = records.save(finished())
    notes = (
        Note("What caused it?", "A double charge.", later(3)),
        Note("Next?", "Wait.", later(4)),
    )

    for note in notes:
        records.add_note(id_, note)

    assert records.load(id_).notes == notes


def test_the_bin_gives_back(records: Records) -> None:
    """A trashed rehearsal leaves the list, stays in the bin, and can be restored."""
    id_ = records.save(finished())

    records.trash(id_, later(1))
    assert records.rehearsals("Ada") == ()
    assert [shown.trashed_at for shown in records.rehearsals(trashed=True)] == [later(1)]

    records.restore(id_)
    assert [shown.id for shown in records.rehearsals("Ada")] == [id_]
    assert records.rehearsals(trashed=True) == ()


def test_purging_leaves_nothing_behind(records: Records) -> None:
    """Rows, documents and the recording are gone; other rehearsals are not."""
    flac = records.recording_path("double-charge", BEGAN)
    flac.write_bytes(b"fLaC")
    id_ = records.save(finished(recording=flac))
    other = records.save(finished(minutes=1))

    records.purge(id_)

    with Session(records._engine) as session:
        assert list(session.scalars(select(TimelineRow.rehearsal_id))) == [other]
        assert list(session.scalars(select(RatingRow.rehearsal_id))) == [other]
    assert not flac.exists()
    with pytest.raises(RecordsProblem, match="no longer kept"):
        records.load(id_)


def test_purging_spares_recordings_elsewhere(records: Records, tmp_path: Path) -> None:
    """A file that the trainee keeps in a folder of their own is not deleted."""
    elsewhere = tmp_path / "mine.flac"
    elsewhere.write_bytes(b"fLaC")
    id_ = records.save(finished(recording=elsewhere))

    assert records.load(id_).recording == elsewhere
    records.purge(id_)

    assert elsewhere.exists()


def test_recordings_are_named_for_people(records: Records) -> None:
    """Day, time and scenario; a second one of the same second gets a number."""
    first = records.recording_path("double/charge: é", BEGAN)
    first.touch()
    second = records.recording_path("double/charge: é", BEGAN)

    assert first.name == "2026-11-03_141500_double-charge.flac"
    assert second.name == "2026-11-03_141500_double-charge-2.flac"


def test_a_crash_leaves_an_orphan_that_is_listed(records: Records) -> None:
    """A recording that no rehearsal knows can be offered again."""
    known = records.recording_path("double-charge", BEGAN)
    known.touch()
    lost = records.recording_path("double-charge", later(1))
    lost.touch()

    records.save(finished(recording=known))

    assert records.orphans() == (lost,)


def test_a_recording_that_is_gone_is_none(records: Records) -> None:
    """A deleted file leaves its rehearsal readable."""
    missing = records.recording_path("double-charge", BEGAN)

    assert records.load(records.save(finished(recording=missing))).recording is None


def test_profiles_are_made_once(records: Records) -> None:
    """Saving makes the profile that is new and leaves one that is known as it is."""
    records.add_profile("Ben", BEGAN)
    records.save(finished(profile="Ada", minutes=1))
    records.add_profile("Ben", later(9))

    assert records.profiles() == (Profile("Ada", later(1)), Profile("Ben", BEGAN))


def test_wall_time_of_any_zone_is_kept_as_utc(records: Records) -> None:
    """A time of another zone is the same moment when it comes back."""
    elsewhere = timezone(timedelta(hours=5))
    moment = datetime(2026, 11, 3, 19, 15, tzinfo=elsewhere)

    records.save(replace(finished(), started_at=moment))

    assert records.rehearsals()[0].started_at == BEGAN
    assert records.rehearsals()[0].started_at.utcoffset() == timedelta(0)


def test_wall_time_without_a_zone_is_refused(records: Records) -> None:
    """Nothing is kept whose moment would be a guess."""
    with pytest.raises(Exception, match="has no zone"):
        records.save(replace(finished(), started_at=BEGAN.replace(tzinfo=None)))

    assert records.rehearsals() == ()


def test_an_unknown_rehearsal_is_said_plainly(records: Records) -> None:
    """Each verb says the same of a rehearsal that is not there."""
    gone = RehearsalId(4711)

    for attempt in (records.load, records.restore, records.purge):
        with pytest.raises(RecordsProblem, match="no longer kept"):
            attempt(gone)


def test_a_document_of_a_newer_version_is_not_misread(records: Records) -> None:
    """The rest of the list still works."""
    id_ = records.save(finished())
    with records._engine.begin() as connection:
        connection.execute(text("UPDATE timelines SET format = 99"))

    with pytest.raises(RecordsProblem, match="newer Soft Answer"):
        records.load(id_)
    assert len(records.rehearsals()) == 1


def test_a_damaged_document_is_said_plainly(records: Records) -> None:
    """One document that can't be read names its rehearsal and the mend."""
    id_ = records.save(finished())
    with records._engine.begin() as connection:
        connection.execute(text("UPDATE timelines SET document = '{\"duration_ms\":'"))

    with pytest.raises(RecordsProblem, match="“Double charge” can't be read any more"):
        records.load(id_)


def test_two_connections_write_at_once(tmp_path: Path, url: str | None) -> None:
    """Two programs that save together both keep everything."""
    with Records.open(tmp_path, url=url) as one, Records.open(tmp_path, url=url) as two:
        writers = [
            threading.Thread(target=lambda to=to: [to.save(finished()) for _ in range(10)])
            for to in (one, two)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()

        assert len(one.rehearsals()) == 20
        assert one.rehearsals() == two.rehearsals()


def test_a_save_that_is_killed_leaves_readable_records(tmp_path: Path, url: str | None) -> None:
    """Killed in the middle of a transaction, the program loses that rehearsal and no other."""
    with Records.open(tmp_path, url=url) as records:
        before = records.save(finished())
    script = f"""
import sys
from pathlib import Path
from sqlalchemy import event
from trainer.records.database import Records
from tests.support.rehearsals import finished
records = Records.open(Path({str(tmp_path)!r}), url={url!r})

def hang(connection):
    print("flushed", flush=True)
    sys.stdin.read()

event.listen(records._engine, "commit", hang)
records.save(finished(minutes=1))
"""
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as saving:
        assert saving.stdout
        assert saving.stdout.readline().strip() == b"flushed"
        saving.kill()

    with Records.open(tmp_path, url=url) as records:
        assert [shown.id for shown in records.rehearsals()] == [before]
        assert records.load(before).timeline == example_timeline()
        records.save(finished(minutes=2))
        assert len(records.rehearsals()) == 2


def test_ratings_are_kept_side_by_side(records: Records) -> None:
    """The old rating stays beside the new one, with its reason and the words that it rated."""
    id_ = records.save(finished())
    timeline = replace(example_timeline(), duration_ms=5)
    again = StoredRating(example_rating(), "2", later(5), "misheard", timeline)

    records.rescore(id_, again)
    kept = records.load(id_)

    assert kept.ratings == (StoredRating(example_rating(), "1", BEGAN), again)
    assert (kept.timeline, kept.rated) == (example_timeline(), timeline)


def test_what_was_rated_is_what_was_recorded(records: Records) -> None:
    """Until somebody corrects it, or while it is not rated at all."""
    rated, unrated = records.save(finished()), records.save(finished(rated=False))

    assert records.load(rated).rated == records.load(unrated).rated == example_timeline()


def test_own_marks_are_kept_once(records: Records) -> None:
    """Marks that come after the scorecard would tell nothing."""
    id_ = records.save(finished())
    own = Marks(70, 80, None, 60, 50)
    assert records.load(id_).own_marks is None

    records.mark_oneself(id_, own, later(1))
    with pytest.raises(RecordsProblem, match="marked this rehearsal already"):
        records.mark_oneself(id_, Marks(), later(2))

    assert records.load(id_).own_marks == own


def test_self_assessments_over_time(records: Records) -> None:
    """Own and given marks of a profile, the oldest first, what is in the bin left out."""
    given = Marks(58, 88, 84, 76, 95)
    ids = [records.save(finished(minutes=minutes)) for minutes in (30, 10, 20)]
    other = records.save(finished(profile="Ben"))
    records.save(finished(minutes=40))
    for mark, id_ in enumerate((*ids, other)):
        records.mark_oneself(id_, Marks(listening=mark), later(50))
    records.trash(ids[2], later(60))

    assert records.self_assessments("Ada") == (
        (Marks(listening=1), given),
        (Marks(listening=0), given),
    )


def test_own_marks_go_with_the_rehearsal(records: Records) -> None:
    """Deleting a rehearsal leaves no row behind."""
    id_ = records.save(finished())
    records.mark_oneself(id_, Marks(listening=1), later(1))

    records.purge(id_)

    with Session(records._engine) as session:
        assert session.scalars(select(OwnMarksRow)).all() == []
