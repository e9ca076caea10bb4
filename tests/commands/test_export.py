from pathlib import Path

from tests.support.command_line import REHEARSE_KEYS, call
from tests.support.rehearsals import BEGAN, finished, later, recorded
from trainer.records.database import Records
from trainer.records.store import Note
from trainer.records.wording import REFLECTION


def test_a_kept_rehearsal_is_exported(home: Path, tmp_path: Path) -> None:
    """The list, the JSON of one, and its report; each only JSON on stdout."""
    with Records.open(home / "data") as records:
        number = records.save(finished())
    report = tmp_path / "report.html"

    (row,) = call("export", "--json").document
    assert (row["rehearsal"], row["scenario"]) == (number, "double-charge")
    assert "Double charge" in call("export").out
    said = call("export", number, "--report", report, "--json")
    assert list(said.document) == REHEARSE_KEYS
    assert str(report) in said.complaint
    assert "Double charge" in report.read_text("utf-8")


def test_a_report_has_own_words_and_nobody_elses(home: Path, tmp_path: Path) -> None:
    """What this trainee wrote stands in it; another trainee's name and words do not."""
    report = tmp_path / "report.html"
    with Records.open(home / "data") as records:
        ada, ben = records.save(finished()), records.save(finished(profile="Ben", minutes=9))
        records.add_note(ada, Note(REFLECTION[0], "I was in a hurry.", later(3)))
        records.add_note(ben, Note(REFLECTION[0], "I had not slept.", later(12)))

    call("export", ada, "--report", report)

    text = report.read_text("utf-8")
    assert "Ada, in your own words" in text
    assert "I was in a hurry." in text
    assert "Ben" not in text
    assert "not slept" not in text


def test_sound_is_in_a_report_when_it_is_asked_for(home: Path, tmp_path: Path) -> None:
    """With a recording, each advice and interruption can be played; without the word, none."""
    report = tmp_path / "report.html"
    with Records.open(home / "data") as records:
        flac = recorded(records.recording_path("double-charge", BEGAN), seconds_long=111)
        number = records.save(finished(recording=flac))

    assert call("export", number, "--report", report).code == 0
    assert "<audio" not in report.read_text("utf-8")
    assert call("export", number, "--report", report, "--clips").code == 0
    assert report.read_text("utf-8").count("<audio") == 4


def test_clips_that_can_not_be_had_are_one_line(home: Path, tmp_path: Path) -> None:
    """Without a recording, without a report, or in a PDF."""
    report = tmp_path / "report.html"
    with Records.open(home / "data") as records:
        number = records.save(finished())

    gone = call("export", number, "--report", report, "--clips")
    stray = call("export", number, "--clips")
    paper = call("export", number, "--report", tmp_path / "report.pdf", "--clips")

    assert (gone.code, stray.code, paper.code) == (1, 2, 2)
    assert "There is no sound of rehearsal" in gone.complaint
    assert "goes with --report OUT.html" in stray.complaint
    assert "A PDF holds no sound" in paper.complaint
    assert not report.exists()


def test_exporting_nothing_is_said() -> None:
    """An empty list, and a number that is not there."""
    assert call("export", "--json").document == []
    assert call("export").out == "No rehearsal has been kept yet.\n"
    said = call("export", 7)
    assert (said.code, said.out) == (1, "")
    assert said.complaint
