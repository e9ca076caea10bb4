"""The rows that the table is measured with are rows that the program can read."""

from pathlib import Path

from benchmarks.desktop_table import keep_many
from trainer.records.database import Records
from trainer.records.store import Search


def test_many_rehearsals_are_kept_as_the_program_keeps_them(tmp_path: Path) -> None:
    """They are found, listed and tagged."""
    with Records.open(tmp_path) as records:
        keep_many(tmp_path, "Ada", 50)

        found = records.found("Ada", Search())
        newest = records.summaries(found[:1])[0]

    assert len(found) == 50
    assert newest.scenario_title in newest.sentence
    assert records.tags("Ada")
