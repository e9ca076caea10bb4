"""Everything of a person's: how much it is, in one zip file, and its sound after so many days."""

import json
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.examples import example_rating
from tests.support.rehearsals import BEGAN, finished, later, recorded
from trainer.rating.scorecard import Rating
from trainer.records import database
from trainer.records.database import Records
from trainer.records.everything import ExportCancelledProblem, export_everything
from trainer.records.problems import RecordsProblem
from trainer.records.store import Amount, Note, RehearsalId, StoredRehearsal


def with_sound(records: Records, *, minutes: int = 0, profile: str = "Ada") -> RehearsalId:
    """Keep a rehearsal with a second of sound."""
    path = recorded(records.recording_path("double-charge", later(minutes)), seconds_long=1)
    return records.save(finished(minutes=minutes, profile=profile, recording=path))


def exported(
    records: Records, archive: Path, *wanted: RehearsalId, cancelled: bool = False
) -> list[tuple[int, int]]:
    """Export these; return what was told of the progress."""

    def load(rehearsal: int) -> tuple[StoredRehearsal, Rating]:
        return records.load(RehearsalId(rehearsal)), example_rating()

    told: list[tuple[int, int]] = []
    tell = lambda done, total: told.append((done, total))  # noqa: E731
    export_everything(archive, wanted, load, tell, lambda: cancelled)
    return told


def test_everything_is_in_the_file(records: Records, tmp_path: Path) -> None:
    """A folder a rehearsal, with its sound, its transcript and one's own words."""
    first, second = with_sound(records), records.save(finished(minutes=5))
    records.add_note(first, Note("What caused it?", "A double charge.", BEGAN))
    told = exported(records, tmp_path / "mine.zip", first, second)

    with ZipFile(tmp_path / "mine.zip") as pack:
        names = set(pack.namelist())
        folder = f"2026-11-03_141500_double-charge_{first}"
        document = json.loads(pack.read(f"{folder}/rehearsal.json"))
        notes = pack.read(f"{folder}/notes.txt").decode()
        lines = pack.read(f"{folder}/transcript.jsonl").decode().splitlines()
    other = f"2026-11-03_142000_double-charge_{second}"
    assert names == {
        *(f"{folder}/{name}" for name in ("rehearsal.json", "transcript.jsonl", "notes.txt")),
        f"{folder}/sound.flac",
        *(f"{other}/{name}" for name in ("rehearsal.json", "transcript.jsonl")),
    }
    assert document["profile"] == "Ada"
    assert document["scorecard"]["overall"] == 78
    assert notes == "What caused it?\nA double charge.\n"
    assert json.loads(lines[0])["speaker"] == "customer"
    assert told == [(1, 2), (2, 2)]


def test_an_export_that_is_stopped_leaves_nothing(records: Records, tmp_path: Path) -> None:
    """Not even a part; what was there before stays."""
    archive = tmp_path / "mine.zip"
    archive.write_bytes(b"of last month")

    with pytest.raises(ExportCancelledProblem, match="Nothing was written"):
        exported(records, archive, with_sound(records), cancelled=True)

    assert archive.read_bytes() == b"of last month"
    assert not archive.with_name("mine.zip.new").exists()


def test_an_export_that_can_not_be_written_says_so(records: Records, tmp_path: Path) -> None:
    """One line with the file and the mend."""
    with pytest.raises(RecordsProblem, match=r"nowhere.*can't be written: .*Choose another place"):
        exported(records, tmp_path / "nowhere" / "mine.zip", records.save(finished()))


def test_how_much_is_kept_of_somebody(records: Records) -> None:
    """Their rehearsals and sound; what is in the bin is counted apart, others' not at all."""
    binned = with_sound(records, minutes=9)
    records.trash(binned, BEGAN)
    with_sound(records, profile="Ben", minutes=8)
    records.save(finished(minutes=5))
    mine = records.load(with_sound(records)).recording
    assert mine is not None

    assert records.amount("Ada") == Amount(2, 1, mine.stat().st_size, binned=1)
    assert records.amount("Nobody") == Amount(0, 0, 0)


def test_old_sound_is_forgotten(records: Records) -> None:
    """Everybody's from before that moment; marks and transcripts stay, and so does newer sound."""
    old, older, new = (
        with_sound(records),
        with_sound(records, minutes=1, profile="Ben"),
        with_sound(records, minutes=9),
    )
    path = records.load(old).recording

    assert records.forget_sound(BEGAN + timedelta(minutes=5)) == 2

    assert path is not None
    assert not path.exists()
    assert records.load(old).recording is None
    assert records.load(older).rating is not None
    assert records.load(new).recording is not None
    assert records.forget_sound(BEGAN + timedelta(minutes=5)) == 0


def test_sound_of_ones_own_elsewhere_is_left_alone(records: Records, tmp_path: Path) -> None:
    """A recording that was rated where it lay is let go of, not deleted."""
    elsewhere = recorded(tmp_path / "mine.flac", seconds_long=1)
    kept = records.save(finished(recording=elsewhere))

    records.forget_sound(later(5))

    assert elsewhere.exists()
    assert records.load(kept).recording is None


def test_sound_that_is_gone_is_forgotten_without_a_word(records: Records) -> None:
    """Whoever deleted the file by hand is not told that it was deleted."""
    kept = with_sound(records)
    path = records.load(kept).recording
    assert path is not None
    path.unlink()

    assert records.forget_sound(later(5)) == 0


def test_sound_that_can_not_be_deleted_now_waits(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file that is being played is held; it goes the next time."""
    kept = with_sound(records)

    def held(path: Path) -> None:
        raise RecordsProblem(f"{path} is held.")

    with monkeypatch.context() as patched:
        patched.setattr(database, "delete_recording", held)
        assert records.forget_sound(later(5)) == 0
    assert records.load(kept).recording is not None
    assert records.forget_sound(later(5)) == 1
