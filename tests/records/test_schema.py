"""Tables and migrations agree, and start-up does not pay for Alembic twice."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from tests.support.rehearsals import finished
from trainer.records.database import Records
from trainer.records.problems import RecordsProblem
from trainer.records.schema import HEAD, alembic_config
from trainer.records.tables import Base


def test_migrations_make_the_tables_of_the_model(records: Records) -> None:
    """From an empty database on, nothing is left for Alembic to change."""
    with records._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert inspect(connection).has_table("rehearsals")


def test_head_is_the_newest_migration(records: Records) -> None:
    """The constant that saves Alembic's import follows the files."""
    with records._engine.connect() as connection:
        script = ScriptDirectory.from_config(alembic_config(connection))
        stored = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

    assert script.get_heads() == [HEAD]
    assert stored == HEAD


def test_a_second_start_does_without_alembic(tmp_path: Path) -> None:
    """Opening records that are up to date imports no migration code."""
    Records.open(tmp_path).close()
    script = f"""
        import sys
        from pathlib import Path
        from trainer.records.database import Records
        Records.open(Path({str(tmp_path)!r})).close()
        print("alembic" in sys.modules)
    """

    said = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )

    assert said.stdout.strip() == b"False"


def test_the_types_of_the_records_come_without_sqlalchemy() -> None:
    """The window can import what records speak in before they are opened."""
    script = "import sys, trainer.records.store; print('sqlalchemy' in sys.modules)"

    said = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )

    assert said.stdout.strip() == b"False"


def test_records_of_a_newer_version_are_left_alone(tmp_path: Path, url: str | None) -> None:
    """An older program says so and changes nothing."""
    with Records.open(tmp_path, url=url) as records:
        records.save(finished())
        with records._engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(RecordsProblem, match="newer Soft Answer"):
        Records.open(tmp_path, url=url)

    engine = create_engine(url or f"sqlite:///{tmp_path / 'records.db'}")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM rehearsals")).scalar() == 1
    engine.dispose()


def test_programs_that_start_together_share_new_records(tmp_path: Path, url: str | None) -> None:
    """Four first starts at once make the tables once."""
    opened: list[Records] = []
    starts = [
        threading.Thread(target=lambda: opened.append(Records.open(tmp_path, url=url)))
        for _ in range(4)
    ]
    for start in starts:
        start.start()
    for start in starts:
        start.join()

    assert [records.rehearsals() for records in opened] == [(), (), (), ()]
    for records in opened:
        records.close()


def test_sqlite_writes_ahead_and_holds_to_foreign_keys(tmp_path: Path) -> None:
    """Readers do not wait for writers, and no row outlives what it belongs to."""
    with Records.open(tmp_path) as records, records._engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 5_000
