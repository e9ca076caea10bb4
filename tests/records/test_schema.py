"""Tables and migrations agree, and start-up does not pay for Alembic twice."""

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import BEGAN, finished, later
from trainer.rating.scorecard import Marks
from trainer.records.database import Records
from trainer.records.documents import rating_json, timeline_json
from trainer.records.problems import RecordsProblem
from trainer.records.schema import HEAD, alembic_config
from trainer.records.store import StoredRating
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


def test_records_of_the_first_version_are_brought_up_to_date(
    tmp_path: Path, url: str | None
) -> None:
    """What was kept before opens as it was, and can be rated again and marked by oneself."""
    (tmp_path / "recordings").mkdir()
    engine = create_engine(url or f"sqlite:///{tmp_path / 'records.db'}")
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        _keep_as_the_first_version(connection)
    engine.dispose()

    with Records.open(tmp_path, url=url) as records:
        (kept,) = records.rehearsals()
        before = records.load(kept.id)
        records.rescore(kept.id, StoredRating(example_rating(), "2", later(1), "again"))
        records.mark_oneself(kept.id, Marks(listening=50), later(2))
        after = records.load(kept.id)

    assert before.ratings == (StoredRating(example_rating(), "1", BEGAN),)
    assert before.timeline == example_timeline()
    assert [one.why for one in after.ratings] == ["", "again"]
    assert after.own_marks == Marks(listening=50)
    assert (kept.interruptions, kept.words_per_minute, kept.reviewed_at) == (1, 149.0, BEGAN)
    assert (kept.again, before.script) == (None, None)


def test_a_damaged_rating_does_not_stop_the_update(tmp_path: Path, url: str | None) -> None:
    """Its figures stay unknown; everything else is brought up to date."""
    (tmp_path / "recordings").mkdir()
    engine = create_engine(url or f"sqlite:///{tmp_path / 'records.db'}")
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        _keep_as_the_first_version(connection)
        connection.execute(text("UPDATE ratings SET document = '{}'"))
    engine.dispose()

    with Records.open(tmp_path, url=url) as records:
        (kept,) = records.rehearsals()

    assert kept.interruptions is None


def _keep_as_the_first_version(connection: Connection) -> None:
    began = {"at": BEGAN if connection.dialect.name == "postgresql" else "2026-11-03 14:15:00"}
    connection.execute(text("INSERT INTO profiles VALUES (1, 'Ada', :at)"), began)
    connection.execute(
        text(
            "INSERT INTO rehearsals (id, profile_id, scenario_id, scenario_title, started_at,"
            " duration_ms, mode, recogniser, sentence)"
            " VALUES (1, 1, 'double-charge', 'Double charge', :at, 1, 'practice', '', '')"
        ),
        began,
    )
    connection.execute(
        text("INSERT INTO timelines VALUES (1, 1, :document)"),
        {"document": timeline_json(example_timeline())},
    )
    connection.execute(
        text(
            "INSERT INTO ratings (id, rehearsal_id, format, rubric, created, document)"
            " VALUES (1, 1, 1, '1', :at, :document)"
        ),
        {**began, "document": rating_json(example_rating())},
    )
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT setval('ratings_id_seq', 1)"))
