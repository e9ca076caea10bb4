"""Timelines, ratings and scripts as JSON text, and back."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from trainer.conversation.timeline import Timeline
from trainer.rating.scorecard import Rating
from trainer.records.store import Script

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = [
    "FORMAT",
    "rating_json",
    "read_rating",
    "read_script",
    "read_timeline",
    "script_json",
    "timeline_json",
]

FORMAT = 1
"""Raised when a document changes so that older readers would misread it."""


def timeline_json(timeline: Timeline) -> str:
    """Write a timeline as one line of JSON."""
    return _timelines().dump_json(timeline).decode()


def read_timeline(text: str) -> Timeline:
    """Read what `timeline_json` wrote.

    Raises:
        ValueError: The text is no timeline.
    """
    return _timelines().validate_json(text)


def rating_json(rating: Rating) -> str:
    """Write a rating as one line of JSON."""
    card, pacing = rating.scorecard, rating.pacing
    card = replace(card, not_rated=dict(card.not_rated), made_of=dict(card.made_of))
    pacing = replace(pacing, made_of=dict(pacing.made_of))
    return _ratings().dump_json(replace(rating, pacing=pacing, scorecard=card)).decode()


def read_rating(text: str) -> Rating:
    """Read what `rating_json` wrote.

    Raises:
        ValueError: The text is no rating.
    """
    return _ratings().validate_json(text)


def script_json(script: Script) -> str:
    """Write what it takes to take a rehearsal up again as one line of JSON."""
    return _scripts().dump_json(script).decode()


def read_script(text: str) -> Script:
    """Read what `script_json` wrote.

    Raises:
        ValueError: The text is none.
    """
    return _scripts().validate_json(text)


@cache
def _timelines() -> "TypeAdapter[Timeline]":
    """Make the adapter once; the literal `kind` tells one entry from another."""
    from pydantic import TypeAdapter

    return TypeAdapter(Timeline)


@cache
def _ratings() -> "TypeAdapter[Rating]":
    from pydantic import TypeAdapter

    return TypeAdapter(Rating)


@cache
def _scripts() -> "TypeAdapter[Script]":
    from pydantic import TypeAdapter

    return TypeAdapter(Script)
