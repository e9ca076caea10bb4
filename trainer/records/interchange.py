"""The JSON that the command line writes: stable keys, stable order, stable bytes.

Fractions are rounded to three digits and everything outside ASCII is escaped, so that the same
recording gives the same bytes on every system.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from enum import Enum
from typing import Any, TypeAlias

from trainer.conversation.timeline import Entry, LineSpoken, Outcome, Reply, ReplySound, Timeline
from trainer.conversation.words import Word, text_of
from trainer.rating.calibration import differences
from trainer.rating.scorecard import HeardTechnique, Marks, Pacing, Rating
from trainer.records.store import StoredRehearsal
from trainer.techniques.technique import Technique

__all__ = [
    "DIGITS",
    "Document",
    "dumps",
    "kept_document",
    "rate_document",
    "rehearse_document",
    "scorecard_document",
    "self_assessment_document",
    "technique_document",
    "transcript_lines",
]

DIGITS = 3
"""Fractions are rounded to this many digits."""

Document: TypeAlias = dict[str, Any]

PACING = (
    "words_per_minute",
    "articulation_rate",
    "pause_ratio",
    "longest_pause_ms",
    "fillers_per_100_words",
    "reply_gap_ms_median",
    "mean_pause_ms",
    "longest_monologue_ms",
    "under_pressure_wpm",
    "under_pressure_against",
    "fillers_estimated",
)


def dumps(document: Mapping[str, Any], *, indent: int | None = None) -> str:
    """Write a document as JSON text, on one line unless `indent` is given."""
    return json.dumps(document, indent=indent, allow_nan=False)


def technique_document(text: str, techniques: Sequence[Technique]) -> Document:
    """Return what `techniques --json` says of one reply."""
    return {"text": text, "techniques": [_technique(one) for one in techniques]}


def rate_document(timeline: Timeline, rating: Rating) -> Document:
    """Return what `rate --json` says of a conversation."""
    not_rated = dict(rating.scorecard.not_rated)
    return {
        "duration_ms": timeline.duration_ms,
        "recogniser": timeline.listening.recogniser,
        "transcript": [_turn(entry) for entry in _turns(timeline)],
        "pacing": _pacing(rating.pacing),
        "overlaps": [
            {"start_ms": one.start_ms, "end_ms": one.end_ms, "kind": one.overlap_kind.value}
            for one in timeline.overlaps
        ],
        "techniques": [_heard(one) for one in rating.techniques],
        "scorecard": scorecard_document(rating),
        "not_rated": not_rated,
    }


def rehearse_document(scenario: str, timeline: Timeline, rating: Rating) -> Document:
    """Return what `rehearse --json` says of a rehearsal of that scenario."""
    return {
        "scenario": scenario,
        "outcome": _outcome(timeline.outcome),
        "timeline": [_entry(entry) for entry in timeline.entries],
        "moods": [
            {
                "at_ms": move.start_ms,
                "pressure": move.pressure,
                "trust": move.trust,
                "met": list(move.met),
                "why": move.why,
            }
            for move in timeline.moods
        ],
        "scorecard": scorecard_document(rating),
    }


def kept_document(stored: StoredRehearsal, rating: Rating) -> Document:
    """Return what `export` says of a rehearsal that was kept.

    Own marks, what is seen otherwise and what it is a take of are there where they are known.
    """
    document = rehearse_document(stored.summary.scenario_id, stored.rated, rating)
    if stored.own_marks is not None:
        own = self_assessment_document(stored.own_marks, rating.scorecard.marks)
        document["self_assessment"] = own
    if stored.otherwise:
        seen = [{"at_ms": one.at_ms, "words": one.words} for one in stored.otherwise]
        document["seen_otherwise"] = seen
    if again := stored.summary.again:
        document["again"] = {"of": again.of, "at_ms": again.at_ms}
    return document


def scorecard_document(rating: Rating) -> Document:
    """Return a scorecard; what could not be rated is None, with its reason in `not_rated`.

    `made_of` opens every mark and every measure to what it was made of.
    """
    scorecard = rating.scorecard
    made_of = {**scorecard.made_of, **rating.pacing.made_of}
    return {
        "overall": scorecard.overall,
        "marks": _plain(scorecard.marks),
        "summary": scorecard.summary,
        "advice": [_plain(advice) for advice in scorecard.advice],
        "findings": [_plain(finding) for finding in scorecard.findings],
        "not_rated": dict(scorecard.not_rated),
        "made_of": {figure: _plain(parts) for figure, parts in made_of.items()},
    }


def transcript_lines(timeline: Timeline) -> Iterator[str]:
    """Yield a transcript that `rate` and `rescore` read: one JSON object a turn."""
    return (dumps(_turn(entry)) for entry in _turns(timeline))


def self_assessment_document(own: Marks, given: Marks) -> Document:
    """Return the trainee's own marks, and how far each is from the one that was given."""
    return {"marks": _plain(own), "difference": dict(differences(own, given))}


def _turns(timeline: Timeline) -> Iterable[LineSpoken | Reply]:
    return (entry for entry in timeline.entries if isinstance(entry, LineSpoken | Reply))


def _turn(entry: LineSpoken | Reply) -> Document:
    return {
        "speaker": "customer" if isinstance(entry, LineSpoken) else "trainee",
        "start_ms": entry.start_ms,
        "end_ms": entry.end_ms,
        "text": entry.text,
        "words": [_word(word) for word in entry.words],
    }


def _word(word: Word) -> Document:
    return {
        "text": word.text,
        "start_ms": word.start_ms,
        "end_ms": word.end_ms,
        "confidence": _rounded(word.confidence),
    }


def _pacing(pacing: Pacing) -> Document:
    measures = {measure: _rounded(getattr(pacing, measure)) for measure in PACING}
    return {**measures, "replies": [_plain(reply) for reply in pacing.replies]}


def _technique(technique: Technique) -> Document:
    return {
        "id": technique.id.value,
        "start": technique.start,
        "end": technique.end,
        "quote": technique.quote,
        "strength": _rounded(technique.strength),
    }


def _heard(heard: HeardTechnique) -> Document:
    return {
        **_technique(heard.technique),
        "entry": heard.technique.entry,
        "reply": heard.reply,
        "start_ms": heard.start_ms,
        "end_ms": heard.end_ms,
    }


def _outcome(outcome: Outcome | None) -> Document | None:
    return _plain(outcome) if outcome else None


def _entry(entry: Entry) -> Document:
    """Return one entry, its kind first; a reply tells its text as a line does."""
    said: Document = {}
    if isinstance(entry, Reply):
        said = {"sound": _sound(entry.sound), "text": text_of(entry.words)}
        entry = replace(entry, sound=None)
    return {"kind": entry.kind, **{k: v for k, v in _plain(entry).items() if k != "kind"}, **said}


def _sound(sound: ReplySound | None) -> Document | None:
    """Return the figures of a reply's sound; its course stays in the records."""
    if sound is None:
        return None
    return {
        "start_ms": sound.span.start_ms,
        "end_ms": sound.span.end_ms,
        "syllables": len(sound.nuclei),
        "voiced_ms": sound.voiced_ms,
        "level_db": _rounded(sound.level_db),
        "pitch_hz": _rounded(sound.pitch_hz),
        "pitch_range": _rounded(sound.pitch_range),
    }


def _plain(thing: Any) -> Any:  # noqa: ANN401 - whatever a domain type is made of
    """Turn domain types into what JSON knows, fields in the order they are written in."""
    if isinstance(thing, Enum):
        return thing.value
    if hasattr(thing, "__dataclass_fields__"):
        return {one.name: _plain(getattr(thing, one.name)) for one in fields(thing)}
    if isinstance(thing, tuple):
        return [_plain(one) for one in thing]
    return _rounded(thing)


def _rounded(value: Any) -> Any:  # noqa: ANN401 - fractions are rounded, the rest passes
    return round(value, DIGITS) + 0.0 if isinstance(value, float) else value
