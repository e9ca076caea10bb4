from pathlib import Path

from tests.support.command_line import REHEARSE_KEYS, call
from tests.support.rehearsals import finished
from trainer.records.database import Records


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


def test_exporting_nothing_is_said() -> None:
    """An empty list, and a number that is not there."""
    assert call("export", "--json").document == []
    assert call("export").out == "No rehearsal has been kept yet.\n"
    said = call("export", 7)
    assert (said.code, said.out) == (1, "")
    assert said.complaint
