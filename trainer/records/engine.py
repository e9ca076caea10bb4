"""Opens the database, SQLite or a server, and turns its complaints into sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from trainer.records.problems import RecordsProblem
from trainer.records.schema import HEAD, bring_up_to_date, revision_of

__all__ = ["DamagedRecords", "open_server", "open_sqlite", "said_plainly", "writing"]

BUSY_MS = 5_000
RETRY_S = 0.01
MIGRATION_LOCK = 0x50F7A115
"""Any number that nobody else on the server locks."""


class DamagedRecords(RecordsProblem):
    """The file is no database, or no longer a whole one."""


def open_sqlite(path: Path, *, busy_ms: int = BUSY_MS) -> Engine:
    """Open the file, made when it is missing, with its tables up to date.

    Raises:
        DamagedRecords: It can't be read as a database.
        RecordsProblem: It can't be opened or written for another reason.
    """
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda raw, entry: _prepare(raw, entry, busy_ms))
    event.listen(engine, "begin", _begin)
    return _ready(engine, str(path))


def open_server(url: str) -> Engine:
    """Open a database server by its SQLAlchemy URL, with the tables up to date.

    Raises:
        RecordsProblem: It does not answer or refuses.
    """
    engine = create_engine(url)
    return _ready(engine, engine.url.render_as_string(hide_password=True))


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write: they take SQLite's lock at their start.

    A transaction that began by reading could not wait for the lock; SQLite would refuse it at once.
    """
    return engine.execution_options(begin="IMMEDIATE")


@contextmanager
def said_plainly(place: str) -> Iterator[None]:
    """Turn what database and disk complain of into a `RecordsProblem`."""
    try:
        yield
    except DBAPIError as refused:
        raise _problem(refused, place) from refused
    except OSError as refused:
        raise RecordsProblem(
            f"{refused.filename or place} can't be written: {refused.strerror or refused}. "
            "Choose another folder for your records, or allow writing there."
        ) from refused


def _ready(engine: Engine, place: str) -> Engine:
    try:
        with said_plainly(place):
            _bring_up_to_date(engine)
    except RecordsProblem:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: Engine) -> None:
    with engine.begin() as connection:
        if revision_of(connection) == HEAD:
            return
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        bring_up_to_date(connection)


def _prepare(raw: DBAPIConnection, _entry: ConnectionPoolEntry, busy_ms: int) -> None:
    """Set what SQLite forgets between connections; `isolation_level` leaves BEGIN to `_begin`."""
    raw.isolation_level = None
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    cursor.execute("PRAGMA foreign_keys = ON")
    _write_ahead(cursor, monotonic() + busy_ms / 1000)
    cursor.close()


def _write_ahead(cursor: DBAPICursor, latest_s: float) -> None:
    """Turn write-ahead logging on, once for every file.

    Where two programs do it at once, SQLite refuses one of them without minding `busy_timeout`.
    """
    while True:
        try:
            cursor.execute("PRAGMA journal_mode")
            if cursor.fetchone() != ("wal",):
                cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as refused:
            busy = refused.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or monotonic() > latest_s:
                raise
            sleep(RETRY_S)
        else:
            return


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")


def _problem(refused: DBAPIError, place: str) -> RecordsProblem:
    code = getattr(refused.orig, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RecordsProblem(
                f"Another program holds {place}. Close other Soft Answer windows and try again."
            )
        case sqlite3.SQLITE_FULL:
            return RecordsProblem(f"The disk is full: {place} can't grow. Free some space first.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return RecordsProblem(
                f"{place} can't be written. Allow writing in its folder, or choose another folder."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedRecords(
                f"{place} is damaged. Move it away and start Soft Answer again; "
                "the recordings beside it are not touched."
            )
        case sqlite3.SQLITE_IOERR:
            return RecordsProblem(
                f"{place} can't be read or written: the disk does not answer. "
                "Check that the drive is connected."
            )
        case _:
            said = " ".join(str(refused.orig).split())
            return RecordsProblem(
                f"{place} refuses: {said}. Check the address of the records and try again."
            )
