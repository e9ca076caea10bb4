"""Records to test with: a new SQLite file each, and PostgreSQL where it is installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.support.postgres import postgres_binaries, private_cluster
from trainer.records.database import Records


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Start PostgreSQL once, or skip where it is not installed."""
    pytest.importorskip("psycopg")
    binaries = postgres_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed")
    with private_cluster(binaries) as url:
        yield url


@pytest.fixture
def server_url(cluster: str) -> Iterator[str]:
    """Return an empty database on the cluster."""
    yield cluster
    engine = create_engine(cluster)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str | None:
    """Return where the records are kept: None for the SQLite file in the folder."""
    return request.getfixturevalue("server_url") if request.param == "postgres" else None


@pytest.fixture
def records(tmp_path: Path, url: str | None) -> Iterator[Records]:
    """Open empty records."""
    with Records.open(tmp_path, url=url) as opened:
        yield opened
