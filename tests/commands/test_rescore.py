"""Rating a kept rehearsal again."""

import json
import re
from pathlib import Path

import pytest

from tests.support.command_line import call
from tests.support.rehearsals import finished, later
from trainer.rating.scorecard import Marks
from trainer.records.database import Records
from trainer.records.store import RehearsalId
from trainer.rehearsal.library import Library
from trainer.resources import asset

ONLY_CALMING = "weights: {listening: 0, calming: 30, steps: 0, pacing: 0, outcome: 0}"


def kept(home: Path) -> RehearsalId:
    """Keep a rehearsal; return its number."""
    with Records.open(home / "data") as records:
        return records.save(finished())


def test_a_corrected_transcript_rescores(home: Path, tmp_path: Path) -> None:
    """An insult that was never said costs nothing any more; old and new stand side by side."""
    number, file = kept(home), tmp_path / "talk.jsonl"
    said = call("export", number, "--transcript", file, "--json")
    assert str(file) in said.complaint
    turns = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    reply = next(turn for turn in turns if turn["speaker"] == "trainee")
    reply["text"] = "calm down it is your own fault you idiot"
    file.write_text("\n".join(map(json.dumps, turns)), "utf-8")
    insulted = call("rescore", number, "--transcript", file, "--json").document
    reply["text"] = "i am so sorry i would be upset too"
    file.write_text("\n".join(map(json.dumps, turns)), "utf-8")
    mended = call("rescore", number, "--transcript", file, "--why", "misheard", "--json").document

    assert mended["before"] == insulted["after"]
    assert mended["change"]["calming"] > 0
    assert mended["why"] == "misheard"
    with Records.open(home / "data") as records:
        stored = records.load(number)
        assert [one.why for one in stored.ratings] == [
            "",
            "the transcript was corrected",
            "misheard",
        ]
        assert stored.rated.replies[0].text == "i am so sorry i would be upset too"
        assert stored.timeline == finished().timeline
        (shown,) = records.rehearsals()
        assert shown.overall == mended["after"]["overall"]


def test_rescoring_by_another_rubric_keeps_corrected_words(home: Path) -> None:
    """Without a transcript the words stay; a table tells both ratings."""
    number = kept(home)
    said = call("rescore", number)

    assert said.code == 0
    assert said.out.splitlines()[0].startswith("Overall")
    with Records.open(home / "data") as records:
        assert records.load(number).ratings[-1].corrected is None


@pytest.fixture
def own_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each call read its rubric anew."""
    monkeypatch.setattr("trainer.app.foundation.Library", Library)


@pytest.mark.usefixtures("own_library")
def test_another_rubric_rates_otherwise(home: Path, tmp_path: Path) -> None:
    """By a file that is named, and by one's own beside the settings from then on."""
    number, file = kept(home), tmp_path / "ours.yaml"
    rubric = asset("rubric.yaml").read_text("utf-8")
    only = re.sub(r"(?m)^weights: .*$", ONLY_CALMING, rubric)
    file.write_text(only, "utf-8")
    named = call("rescore", number, "--rubric", file, "--json").document
    usual = call("rescore", number, "--json").document
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "rubric.yaml").write_text(only, "utf-8")
    own = call("rescore", number, "--json").document

    assert named["after"]["overall"] == named["after"]["marks"]["calming"]
    assert usual["after"]["overall"] != named["after"]["overall"]
    assert own["after"] == named["after"]


@pytest.mark.usefixtures("own_library")
@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "is no file"), ("weights: {", "ours.yaml"), (b"\xff\xfe\xff", "UTF-8")],
)
def test_a_broken_rubric_is_one_clear_line(
    home: Path, tmp_path: Path, text: str | bytes | None, told: str
) -> None:
    """It names the file; nothing is rated."""
    number, file = kept(home), tmp_path / "ours.yaml"
    if text is not None:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    said = call("rescore", number, "--rubric", file)

    assert said.code == 1
    assert told in said.complaint
    with Records.open(home / "data") as records:
        assert len(records.load(number).ratings) == 1


def test_a_wrong_transcript_changes_nothing(home: Path, tmp_path: Path) -> None:
    """One line says what is wrong, and no rating is kept."""
    number, file = kept(home), tmp_path / "talk.jsonl"
    file.write_text('{"speaker": "trainee", "start_ms": 1, "end_ms": 2, "words": []}', "utf-8")
    said = call("rescore", number, "--transcript", file)

    assert (said.code, said.out) == (1, "")
    assert "no reply of this rehearsal begins at 1 ms" in said.complaint
    with Records.open(home / "data") as records:
        assert len(records.load(number).ratings) == 1


def test_a_transcript_that_can_not_be_written_is_said(home: Path, tmp_path: Path) -> None:
    """The place is named."""
    said = call("export", kept(home), "--transcript", tmp_path / "no" / "talk.jsonl")

    assert said.code == 1
    assert "talk.jsonl can't be written" in said.complaint


def test_own_marks_are_exported(home: Path) -> None:
    """With how far each is from the one that was given."""
    number = kept(home)
    with Records.open(home / "data") as records:
        records.mark_oneself(number, Marks(listening=68), later(1))

    assert call("export", number).document["self_assessment"] == {
        "marks": {
            "listening": 68,
            "calming": None,
            "steps": None,
            "pacing": None,
            "outcome": None,
        },
        "difference": {"listening": 10},
    }
