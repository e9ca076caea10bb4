"""What goes wrong with a database is said in one line with its mend, and loses nothing."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text

from tests.support.rehearsals import BEGAN, finished
from trainer.records.database import Records
from trainer.records.problems import RecordsProblem


def one_line(problem: pytest.ExceptionInfo[RecordsProblem]) -> str:
    """Return what the person reads, which is one line."""
    said = str(problem.value)
    assert "\n" not in said
    return said


def test_a_damaged_file_is_kept_and_new_records_begun(tmp_path: Path) -> None:
    """Nothing is deleted, the remark says where it is, and the recordings can be rated again."""
    with Records.open(tmp_path) as records:
        flac = records.recording_path("double-charge", BEGAN)
        flac.touch()
        records.save(finished(recording=flac))
    (tmp_path / "records.db").write_bytes(b"not a database at all" * 100)

    with Records.open(tmp_path) as records:
        assert str(tmp_path / "records-damaged.db") in records.remark
        assert records.rehearsals() == ()
        assert records.orphans() == (flac,)
        records.save(finished())
    assert (tmp_path / "records-damaged.db").read_bytes().startswith(b"not a database")


def test_a_second_damage_does_not_overwrite_the_first(tmp_path: Path) -> None:
    """Each damaged file keeps a name of its own."""
    for content in (b"first" * 500, b"second" * 500):
        (tmp_path / "records.db").write_bytes(content)
        Records.open(tmp_path).close()

    assert (tmp_path / "records-damaged.db").read_bytes().startswith(b"first")
    assert (tmp_path / "records-damaged-2.db").read_bytes().startswith(b"second")


def test_sound_records_have_no_remark(tmp_path: Path) -> None:
    """There is nothing to tell."""
    with Records.open(tmp_path) as records:
        assert records.remark == ""


def test_records_that_another_program_holds(tmp_path: Path) -> None:
    """Whoever waits too long for the lock is told who has it."""
    with (
        Records.open(tmp_path) as one,
        Records.open(tmp_path, busy_ms=10) as two,
        one._engine.connect() as connection,
    ):
        connection.execution_options(begin="IMMEDIATE").execute(text("SELECT 1"))
        with pytest.raises(RecordsProblem) as problem:
            two.save(finished())
        connection.rollback()

        assert one_line(problem).endswith("Close other Soft Answer windows and try again.")
        assert two.rehearsals() == ()


def test_records_that_another_program_is_just_making(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first start waits for another one, although SQLite itself does not wait then."""
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            other.execute("COMMIT")

    monkeypatch.setattr("trainer.records.engine.sleep", wait)
    with Records.open(tmp_path) as records:
        assert records.rehearsals() == ()

    other.close()
    assert len(waits) == 2


def test_a_full_disk(tmp_path: Path) -> None:
    """What does not fit is not half kept; what was there is still there."""
    with Records.open(tmp_path) as records:
        before = records.save(finished())

        @event.listens_for(records._engine, "begin")
        def _no_room(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]

        long = replace(finished(), scenario_title="x" * 100_000)
        with pytest.raises(RecordsProblem) as problem:
            records.save(long)

        assert "The disk is full" in one_line(problem)
        assert records.load(before).rating is not None


def test_a_folder_that_can_only_be_read(tmp_path: Path) -> None:
    """The place is named, and what to do."""
    with Records.open(tmp_path) as records:

        @event.listens_for(records._engine, "begin")
        def _read_only(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA query_only = ON")  # type: ignore[attr-defined]

        with pytest.raises(RecordsProblem) as problem:
            records.save(finished())

    said = one_line(problem)
    assert str(tmp_path / "records.db") in said
    assert "choose another folder" in said


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """A wrong folder is named."""
    taken = tmp_path / "taken"
    taken.write_text("a letter", encoding="utf-8")

    with pytest.raises(RecordsProblem) as problem:
        Records.open(taken)

    assert str(taken) in one_line(problem)
    assert "Choose another folder" in one_line(problem)


def test_a_database_that_is_a_folder(tmp_path: Path) -> None:
    """What can't be opened at all is no damage: nothing is moved."""
    (tmp_path / "records.db").mkdir()

    with pytest.raises(RecordsProblem) as problem:
        Records.open(tmp_path)

    assert "can't be written" in one_line(problem)
    assert (tmp_path / "records.db").is_dir()


@pytest.mark.postgres
def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    """The address is to be checked; no password is shown."""
    nowhere = f"postgresql+psycopg://trainer:secret@/postgres?host={tmp_path}"

    with pytest.raises(RecordsProblem) as problem:
        Records.open(tmp_path, url=nowhere)

    said = one_line(problem)
    assert "Check the address" in said
    assert "secret" not in said


def test_pages_that_are_destroyed_count_as_damage(tmp_path: Path) -> None:
    """A file whose head is whole and whose tables are not is moved aside too."""
    with Records.open(tmp_path) as records:
        for minutes in range(20):
            records.save(finished(minutes=minutes))
    database = tmp_path / "records.db"
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.write_bytes(bytes(content))

    with Records.open(tmp_path) as records:
        assert "kept as" in records.remark
        assert records.rehearsals() == ()
