"""Finished rehearsals to keep, at times that are fixed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import soundfile

from tests.support.examples import example_rating, example_timeline
from trainer.conversation.blocks import SAMPLE_RATE
from trainer.records.store import FinishedRehearsal

__all__ = ["BEGAN", "finished", "later", "recorded"]

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


def recorded(path: Path, *, seconds_long: int) -> Path:
    """Write a recording of noise, both sides, and return its path."""
    noise = np.random.default_rng(1).uniform(-0.3, 0.3, (seconds_long * SAMPLE_RATE, 2))
    soundfile.write(path, noise, SAMPLE_RATE)
    return path
