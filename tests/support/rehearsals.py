"""Finished rehearsals to keep, at times that are fixed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.examples import example_rating, example_timeline
from trainer.records.store import FinishedRehearsal

__all__ = ["BEGAN", "finished", "later"]

BEGAN = datetime(2026, 11, 3, 14, 15, tzinfo=UTC)


def later(minutes: int) -> datetime:
    """Return a time after `BEGAN`."""
    return BEGAN + timedelta(minutes=minutes)


def finished(
    *, profile: str = "Ada", minutes: int = 0, recording: Path | None = None, rated: bool = True
) -> FinishedRehearsal:
    """Return Marcus's call as rehearsed by `profile`, begun that many minutes after `BEGAN`."""
    kept = FinishedRehearsal(
        profile=profile,
        scenario_id="double-charge",
        scenario_title="Double charge",
        started_at=later(minutes),
        timeline=example_timeline(),
        rating=example_rating(),
        rubric="1",
        recording=recording,
    )
    return kept if rated else replace(kept, rating=None)
