"""Where recordings lie, what they are called, and which of them belong to nobody."""

import re
from collections.abc import Container
from datetime import datetime
from itertools import count
from pathlib import Path

from trainer.records.problems import RecordsProblem

__all__ = ["delete_recording", "free_path", "recordings_in", "set_aside"]

SUFFIX = ".flac"


def free_path(folder: Path, scenario_id: str, started_at: datetime) -> Path:
    """Return a path in `folder` that is not taken: ``2026-11-03_141500_lost-parcel.flac``."""
    safe = re.sub(r"[^\w-]+", "-", scenario_id, flags=re.ASCII).strip("-") or "rehearsal"
    stem = f"{started_at:%Y-%m-%d_%H%M%S}_{safe}"
    return _first_free(folder / f"{stem}{SUFFIX}")


def recordings_in(folder: Path, besides: Container[str | None]) -> tuple[Path, ...]:
    """Return the recordings in `folder`, oldest first, whose names are not in `besides`."""
    return tuple(path for path in sorted(folder.glob(f"*{SUFFIX}")) if path.name not in besides)


def delete_recording(path: Path) -> None:
    """Delete a recording; one that is gone already is no trouble.

    Raises:
        RecordsProblem: It can't be deleted now.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as refused:
        raise RecordsProblem(
            f"The recording {path} can't be deleted: {refused.strerror or refused}. "
            "Close whatever is playing it, then delete the file."
        ) from refused


def set_aside(database: Path) -> Path:
    """Rename a damaged database and what belongs to it; return where it is now.

    Raises:
        RecordsProblem: Another program holds it.
    """
    kept = _first_free(database.with_name(f"{database.stem}-damaged{database.suffix}"))
    try:
        for tail in ("-wal", "-shm", ""):
            part = database.with_name(database.name + tail)
            if part.exists():
                part.rename(kept.with_name(kept.name + tail))
    except OSError as refused:
        raise RecordsProblem(
            f"{database} is damaged and can't be moved away: {refused.strerror or refused}. "
            "Close other Soft Answer windows and start again."
        ) from refused
    return kept


def _first_free(path: Path) -> Path:
    if not path.exists():
        return path
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in numbered if not one.exists())
