"""The command line's JSON: its keys, its order, its bytes."""

import json
from dataclasses import replace

from tests.support.examples import example_rating, example_timeline
from trainer.conversation.timeline import Reply, ReplySound, Timeline, VoiceStep
from trainer.conversation.words import Span
from trainer.rating.scorecard import Marks, Pacing, Part, Rating, Scorecard
from trainer.records.interchange import (
    dumps,
    rate_document,
    rehearse_document,
    technique_document,
)
from trainer.techniques.technique import Technique, TechniqueId


def test_techniques_of_one_reply() -> None:
    """Text, id, word indices, quote and strength are what DESIGN writes."""
    heard = Technique(TechniqueId.APOLOGISE, 1, 3, "i'm sorry", 2 / 3, "apologise.sorry")

    assert technique_document("well i'm sorry", [heard]) == {
        "text": "well i'm sorry",
        "techniques": [
            {"id": "apologise", "start": 1, "end": 3, "quote": "i'm sorry", "strength": 0.667}
        ],
    }


def test_rate_has_the_keys_of_the_design() -> None:
    """Nothing that the design names is missing, and nulls are there as nulls."""
    document = rate_document(example_timeline(), example_rating())

    assert list(document) == [
        "duration_ms",
        "recogniser",
        "transcript",
        "pacing",
        "overlaps",
        "techniques",
        "scorecard",
        "not_rated",
    ]
    measures = {measure: document["pacing"][measure] for measure in list(document["pacing"])[:6]}
    assert measures == {
        "words_per_minute": 149.0,
        "articulation_rate": 4.3,
        "pause_ratio": 0.08,
        "longest_pause_ms": 880,
        "fillers_per_100_words": None,
        "reply_gap_ms_median": 1200,
    }
    assert "fillers" in document["not_rated"]
    assert document["overlaps"][0] == {"start_ms": 10200, "end_ms": 10620, "kind": "backchannel"}


def test_a_transcript_tells_both_speakers_words() -> None:
    """Each turn has speaker, times, text and words with times and confidences."""
    transcript = rate_document(example_timeline(), example_rating())["transcript"]

    assert [turn["speaker"] for turn in transcript[:3]] == ["customer", "trainee", "customer"]
    assert list(transcript[1]) == ["speaker", "start_ms", "end_ms", "text", "words"]
    assert transcript[1]["text"] == "i understand sir but if i could just take your"
    assert list(transcript[1]["words"][0]) == ["text", "start_ms", "end_ms", "confidence"]


def test_techniques_in_a_recording_tell_their_moment() -> None:
    """Beside the word indices stand the reply, its entry and the time."""
    first = rate_document(example_timeline(), example_rating())["techniques"][0]

    assert list(first) == [
        *("id", "start", "end", "quote", "strength"),
        *("entry", "reply", "start_ms", "end_ms"),
    ]


def test_rehearse_has_the_keys_of_the_design() -> None:
    """Outcome, timeline by kind, moods and scorecard are what DESIGN writes."""
    document = rehearse_document("double-charge", example_timeline(), example_rating())

    assert list(document) == ["scenario", "outcome", "timeline", "moods", "scorecard"]
    assert list(document["outcome"]) == ["id", "good", "why"]
    assert {entry["kind"] for entry in document["timeline"]} == {
        *("line", "reply", "overlap", "silence", "mood"),
    }
    assert all({"start_ms", "end_ms"} <= set(entry) for entry in document["timeline"])
    assert all(entry["text"] for entry in document["timeline"] if entry["kind"] == "reply")
    assert document["moods"][0] == {
        "at_ms": 22400,
        "pressure": 81,
        "trust": None,
        "met": [],
        "why": "you cut in at “never once”; 14 words unheard",
    }
    scorecard = document["scorecard"]
    assert scorecard["marks"] == {
        "listening": 58,
        "calming": 88,
        "steps": 84,
        "pacing": 76,
        "outcome": 95,
    }
    assert {"overall", "marks", "advice", "not_rated"} <= set(scorecard)


def test_what_is_not_rated_is_null_with_a_reason() -> None:
    """An empty rating of an empty conversation is still a whole document."""
    scorecard = Scorecard(None, Marks(), "Nothing was said.", not_rated={"pacing": "No reply."})
    rating = Rating(Pacing(), (), scorecard)

    document = rehearse_document("x", Timeline(0, ()), rating)

    assert document["outcome"] is None
    assert document["scorecard"]["overall"] is None
    assert document["scorecard"]["marks"]["pacing"] is None
    assert document["scorecard"]["not_rated"] == {"pacing": "No reply."}


def test_the_same_rehearsal_gives_the_same_bytes() -> None:
    """Two runs can be compared with cmp, on any system's encoding."""
    one = dumps(rehearse_document("x", example_timeline(), example_rating()))
    two = dumps(rehearse_document("x", example_timeline(), example_rating()))

    assert one == two
    assert one.isascii()
    assert "\n" not in one
    assert json.loads(one)["moods"][0]["why"].startswith("you cut in at “never")


def test_fractions_have_three_digits() -> None:
    """A difference that no ear hears does not change a byte."""
    pacing = replace(example_rating().pacing, words_per_minute=149.000_04, pause_ratio=-0.000_01)

    document = rate_document(example_timeline(), replace(example_rating(), pacing=pacing))

    assert dumps(document["pacing"]).startswith(
        '{"words_per_minute": 149.0, "articulation_rate": 4.3, "pause_ratio": 0.0,'
    )


def test_figures_open_to_what_they_are_made_of() -> None:
    """Marks and measures stand side by side, each with its parts and their moments."""
    rating = example_rating()
    card = replace(rating.scorecard, made_of={"pacing": (Part("start", 100, "points"),)})
    pacing = replace(rating.pacing, made_of={"longest_pause_ms": (Part("pause", 880, "ms", 1, 2),)})
    document = rate_document(example_timeline(), replace(rating, scorecard=card, pacing=pacing))

    assert document["scorecard"]["made_of"] == {
        "pacing": [
            {"what": "start", "value": 100, "unit": "points", "start_ms": None, "end_ms": None}
        ],
        "longest_pause_ms": [
            {"what": "pause", "value": 880, "unit": "ms", "start_ms": 1, "end_ms": 2}
        ],
    }


def test_a_reply_tells_the_figures_of_its_sound() -> None:
    """Its course in quarters of a second is left to the records."""
    steps = (VoiceStep(0, -20.0, 150.0), VoiceStep(250, -20.0, 150.0))
    sound = ReplySound((Span(0, 500),), (Span(0, 400),), (100, 300), steps)
    replies = (Reply(0, 500, (), sound=sound), Reply(900, 950, ()))
    first, second = rehearse_document("x", Timeline(1_000, replies), example_rating())["timeline"]

    assert first["sound"] == {
        "start_ms": 0,
        "end_ms": 500,
        "syllables": 2,
        "voiced_ms": 400,
        "level_db": -20.0,
        "pitch_hz": 150.0,
        "pitch_range": 0.0,
    }
    assert second["sound"] is None
