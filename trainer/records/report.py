"""Shows a rated conversation on one page: nothing to load or run, and two A4 pages on paper."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from trainer.conversation.timeline import Timeline
from trainer.rating.scorecard import Advice, Marks, Rating
from trainer.records.clips import Clips, advice_anchor, clips_of
from trainer.records.colours import DARK, LIGHT
from trainer.records.excerpt import excerpt, left_out, room
from trainer.records.figures import (
    counted_findings,
    listened,
    not_rated,
    own_marks,
    pace,
    reply_paces,
)
from trainer.records.lanes import bands_of
from trainer.records.page import fill_in
from trainer.records.problems import RecordsProblem
from trainer.records.store import Note, Otherwise, RehearsalSummary
from trainer.records.talk import rows_of
from trainer.records.wording import (
    MARKS,
    NEEDS,
    OVERLAPS,
    REFLECTION,
    clock,
    mark_word,
)
from trainer.resources import asset
from trainer.scenario.scenario import Scenario

__all__ = ["Beside", "Heading", "heading_of", "report_html", "write_report"]

PDF = ".pdf"

Told: TypeAlias = dict[str, Any]
"""What a report says, ready to be laid out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a report.

    Attributes:
        title: The scenario's, or the recording's name.
        customer: Name of who was angry.
        trainee: Name of who rehearsed; empty leaves it out.
        when: Day and time as people write them; empty leaves it out.
        mode: How it was rehearsed; empty leaves it out.
    """

    title: str
    customer: str = "Customer"
    trainee: str = ""
    when: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes into a report beside the timeline and its rating.

    Attributes:
        notes: The trainee's own words after the call.
        recording: Where clips are cut from; None leaves them out.
        own_marks: What the trainee gave themselves; None where they did not.
        otherwise: What the trainee sees otherwise than the rating does.
    """

    notes: tuple[Note, ...] = ()
    recording: Path | None = None
    own_marks: Marks | None = None
    otherwise: tuple[Otherwise, ...] = ()


NOTHING_BESIDE = Beside()


def heading_of(scenario: Scenario, summary: RehearsalSummary | None = None) -> Heading:
    """Return what stands above a report; `summary` is that of a rehearsal which is kept."""
    when = f"{summary.started_at.astimezone():%d %B %Y, %H:%M}" if summary else ""
    title, trainee = (summary.title, summary.profile) if summary else (scenario.title, "")
    return Heading(title, scenario.customer.name, trainee, when)


def report_html(
    heading: Heading, timeline: Timeline, rating: Rating, beside: Beside = NOTHING_BESIDE
) -> str:
    """Return the report as one HTML document.

    Raises:
        AudioProblem: Clips are wanted and the recording can't be read; the message names it.
    """
    report = _told(heading, timeline, rating, beside)
    advice = rating.scorecard.advice
    clips = clips_of(beside.recording, timeline, advice) if beside.recording else Clips()
    return fill_in(
        "report.html.j2",
        "var(--{})".format,
        **report,
        clips=clips,
        light=LIGHT,
        dark=DARK,
        fonts={weight: _font(name) for weight, name in ((400, "Regular"), (700, "Bold"))},
    )


def write_report(
    path: Path,
    heading: Heading,
    timeline: Timeline,
    rating: Rating,
    beside: Beside = NOTHING_BESIDE,
) -> None:
    """Write the report to `path`: a PDF where its name ends in ``.pdf``, else HTML.

    Raises:
        RecordsProblem: It can't be written there.
        AudioProblem: Clips are wanted and the recording can't be read; the message names it.
    """
    report = _report(path, heading, timeline, rating, beside)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report)
    except OSError as refused:
        raise RecordsProblem(
            f"The report can't be written to {path}: {refused.strerror or refused}. "
            "Choose another place for it."
        ) from refused


def _report(
    path: Path, heading: Heading, timeline: Timeline, rating: Rating, beside: Beside
) -> bytes:
    if path.suffix.lower() != PDF:
        return report_html(heading, timeline, rating, beside).encode()
    if beside.recording:
        raise RecordsProblem(
            f"{path.name} would be a PDF, which holds no sound. "
            "Give it a name that ends in .html, or leave the clips out."
        )
    from trainer.records.paper import report_pdf

    advice = rating.scorecard.advice
    return report_pdf(_told(heading, timeline, rating, beside), advice)


def _told(heading: Heading, timeline: Timeline, rating: Rating, beside: Beside) -> Told:
    """Return what a report of any kind says."""
    scorecard = rating.scorecard
    report: Told = {
        "heading": heading,
        "facts": _facts(heading, timeline),
        "summary": scorecard.summary,
        "overall": scorecard.overall,
        "word": mark_word(scorecard.overall),
        "marks": [_mark(name, getattr(scorecard.marks, name)) for name in MARKS],
        "own": own_marks(beside.own_marks, scorecard.marks),
        "ending": _ending(timeline),
        "advice": [_advice(number, one) for number, one in enumerate(scorecard.advice, 1)],
        "bands": bands_of(timeline, scorecard.advice),
        "kinds": _kinds(timeline),
        "rows": rows_of(heading.customer, timeline, rating.techniques),
        "pace": pace(rating.pacing),
        "replies": reply_paces(rating.pacing),
        "pauses_shown": not rating.pacing.fluency_left_out,
        "findings": counted_findings(rating),
        "not_rated": not_rated(rating),
        "listened": listened(timeline),
        "reflection": _reflection(beside.notes),
        "otherwise": [(clock(one.at_ms), one.words) for one in beside.otherwise],
    }
    chosen = excerpt(report["rows"], scorecard.advice, room(report))
    return report | {"chosen": chosen, "skipped": left_out(report["rows"], chosen)}


def _facts(heading: Heading, timeline: Timeline) -> list[str]:
    duration = f"{clock(timeline.duration_ms)} minutes"
    return [fact for fact in (heading.trainee, heading.when, duration, heading.mode) if fact]


def _mark(name: str, mark: int | None) -> tuple[str, int | None, str]:
    return MARKS[name], mark, mark_word(mark)


def _ending(timeline: Timeline) -> Mapping[str, str] | None:
    """Return how it ended, in whose favour, and what the customer had got by then."""
    outcome = timeline.outcome
    if outcome is None:
        return None
    met = timeline.moods[-1].met if timeline.moods else ()
    return {
        "verdict": "A good ending." if outcome.good else "Not the ending one hopes for.",
        "why": outcome.why,
        "got": ", ".join(NEEDS.get(need, need) for need in met),
    }


def _advice(number: int, advice: Advice) -> Mapping[str, str]:
    return {
        "anchor": advice_anchor(number),
        "at": clock(advice.start_ms),
        "why": advice.why,
        "said": advice.said,
        "better": advice.better,
    }


def _kinds(timeline: Timeline) -> list[tuple[str, str]]:
    """Return the kinds of overlap that the picture shows, for its legend."""
    shown = {overlap.overlap_kind for overlap in timeline.overlaps}
    return [(kind, name) for kind, name in OVERLAPS.items() if kind in shown]


def _reflection(notes: Sequence[Note]) -> list[tuple[str, str]]:
    """Return each question with its newest answer; one without an answer leaves room for it."""
    answers: dict[str, str] = dict.fromkeys(REFLECTION, "")
    answers |= {note.question: note.answer.strip() for note in notes}
    return list(answers.items())


def _font(weight: str) -> str:
    font = asset(f"fonts/AtkinsonHyperlegible-{weight}.woff2").read_bytes()
    return base64.b64encode(font).decode()
