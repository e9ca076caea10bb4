"""Timelines and ratings survive being written down."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.support.examples import example_rating, example_timeline
from trainer.conversation.timeline import Entry, Glitch, Outcome, Reply, Timeline
from trainer.rating.scorecard import Rating
from trainer.records.documents import (
    rating_json,
    read_rating,
    read_script,
    read_timeline,
    script_json,
    timeline_json,
)
from trainer.records.store import Script

finite = some.floats(allow_nan=False, allow_infinity=False)
some.register_type_strategy(float, finite)


@given(some.from_type(Timeline))
def test_any_timeline_comes_back(timeline: Timeline) -> None:
    """Whatever took place is read as it was written."""
    assert read_timeline(timeline_json(timeline)) == timeline


@given(some.one_of([some.from_type(kind) for kind in get_args(Entry)]))
def test_each_entry_keeps_its_kind(entry: Entry) -> None:
    """An entry comes back as the type that its kind names."""
    (read,) = read_timeline(timeline_json(Timeline(1, (entry,)))).entries

    assert type(read) is type(entry)
    assert read == entry


@given(some.from_type(Rating))
def test_any_rating_comes_back(rating: Rating) -> None:
    """Whatever was rated is read as it was written."""
    assert read_rating(rating_json(rating)) == rating


def test_the_example_comes_back() -> None:
    """A whole call with everything in it survives."""
    assert read_timeline(timeline_json(example_timeline())) == example_timeline()
    assert read_rating(rating_json(example_rating())) == example_rating()


def test_a_later_version_may_add_fields() -> None:
    """What this version does not know is passed over."""
    document = json.loads(timeline_json(Timeline(5, (Glitch(1, 2, "lost"), Reply(2, 3, ())))))
    document["weather"] = "rain"
    document["entries"][0]["severity"] = 3

    assert read_timeline(json.dumps(document)).entries == (Glitch(1, 2, "lost"), Reply(2, 3, ()))


def test_an_earlier_version_may_lack_fields() -> None:
    """What has a default may be missing."""
    outcome = {"id": "satisfied", "good": True, "why": "It is mended."}
    text = json.dumps({"duration_ms": 5, "entries": [], "outcome": outcome})

    assert read_timeline(text) == Timeline(
        5, (), outcome=Outcome("satisfied", good=True, why="It is mended.")
    )


@pytest.mark.parametrize("text", ["", "{}", '{"duration_ms": 1, "entries": [{"kind": "dance"}]}'])
def test_what_is_no_timeline_is_refused(text: str) -> None:
    """Nothing is made up."""
    with pytest.raises(ValueError, match="validation error"):
        read_timeline(text)


@given(some.from_type(Script))
def test_any_script_comes_back(script: Script) -> None:
    """What it takes to take a rehearsal up again is read as it was written."""
    assert read_script(script_json(script)) == script
