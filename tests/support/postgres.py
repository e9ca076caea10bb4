"""A private PostgreSQL cluster on a socket of its own, for tests marked `postgres`."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["postgres_binaries", "private_cluster"]


def postgres_binaries() -> Path | None:
    """Return the folder of `initdb` and `pg_ctl`; None when PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


@contextmanager
def private_cluster(binaries: Path) -> Iterator[str]:
    """Start a cluster that listens on a socket only; yield its SQLAlchemy URL, then remove it."""
    home = Path(tempfile.mkdtemp(prefix="soft-answer-pg-"))
    owner = _owner()
    if owner:
        shutil.chown(home, owner)
    data = home / "data"
    settings = f"-k {home} -c listen_addresses='' -c fsync=off"
    try:
        _run(owner, binaries / "initdb", "-D", data, "-U", "trainer", "-A", "trust", "-E", "UTF8")
        _run(
            owner,
            binaries / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            home / "log",
            "-o",
            settings,
            "start",
        )
        yield f"postgresql+psycopg://trainer@/postgres?host={home}"
    finally:
        _run(owner, binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(home)


def _owner() -> str | None:
    """Return whom to run as: PostgreSQL refuses to run as root."""
    return "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None


def _run(owner: str | None, *command: object) -> None:
    subprocess.run(
        [str(part) for part in command],
        user=owner,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=60,
    )
