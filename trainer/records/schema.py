"""Brings a database's tables to the newest revision; Alembic is only imported when they are not."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = ["HEAD", "alembic_config", "bring_up_to_date", "revision_of"]

HEAD = "0004"
"""The newest revision; a test holds it to the migrations."""


def bring_up_to_date(connection: Connection) -> None:
    """Run whatever migrations are missing, in the connection's transaction.

    Raises:
        RecordsProblem: The tables are newer than this program.
    """
    stored = revision_of(connection)
    if stored != HEAD:
        _migrate(connection, stored)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables; None when there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None

    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def alembic_config(connection: Connection) -> "Config":
    """Return Alembic's configuration for that connection, without an ini file."""
    from alembic.config import Config

    config = Config()
    place = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", place.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _migrate(connection: Connection, stored: str | None) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = alembic_config(connection)
    try:
        ScriptDirectory.from_config(config).get_revision(stored or HEAD)
    except CommandError as unknown:
        raise RecordsProblem(
            "These records were kept by a newer Soft Answer. Update Soft Answer to open them."
        ) from unknown
    command.upgrade(config, "head")
