"""Shows a rated conversation as one HTML page: nothing to load, nothing to run, two A4 pages."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from trainer.conversation.silences import DEAD_AIR_MS
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.conversation.words import text_of
from trainer.rating.scorecard import HeardTechnique, Pacing, Rating, ReplyPacing
from trainer.records.lanes import bands_of
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalSummary
from trainer.records.wording import (
    MARKS,
    OVERLAPS,
    TECHNIQUES,
    clock,
    mark_word,
    measure_name,
    seconds,
)
from trainer.resources import asset
from trainer.scenario.scenario import Scenario
from trainer.techniques.technique import INFLAMING

__all__ = ["Heading", "Note", "Piece", "Turn", "heading_of", "report_html", "write_report"]

RING = 263.9
"""How long the ring round the overall mark is, in units of its SVG: 2 π · 42."""

UNKNOWN = "·"


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


def heading_of(scenario: Scenario, summary: RehearsalSummary | None = None) -> Heading:
    """Return what stands above a report; `summary` is that of a rehearsal which is kept."""
    when = f"{summary.started_at.astimezone():%d %B %Y, %H:%M}" if summary else ""
    return Heading(scenario.title, scenario.customer.name, summary.profile if summary else "", when)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a turn, and the techniques that were heard in them."""

    text: str
    names: tuple[str, ...] = ()
    inflaming: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the transcript."""

    at: str
    who: str
    speaker: str
    pieces: tuple[Piece, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What happened between turns: a move of the mood, an overlap, silence."""

    at: str
    text: str
    shape: str
    figure: str = ""


Row: TypeAlias = Turn | Note


def report_html(heading: Heading, timeline: Timeline, rating: Rating) -> str:
    """Return the report as one HTML document."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = asset("report/report.html.j2").read_text(encoding="utf-8")
    scorecard = rating.scorecard
    return environment.from_string(template).render(
        heading=heading,
        facts=_facts(heading, timeline),
        scorecard=scorecard,
        ring=RING,
        word=mark_word(scorecard.overall),
        marks=[_mark(name, getattr(scorecard.marks, name)) for name in MARKS],
        outcome=timeline.outcome,
        bands=bands_of(timeline, scorecard.advice),
        rows=_rows(heading, timeline, rating),
        pace=_pace(rating.pacing),
        replies=[_reply_pace(reply) for reply in rating.pacing.replies],
        findings=[
            (clock(one.start_ms), MARKS.get(one.mark, one.mark), _signed(one.points), one)
            for one in scorecard.findings
        ],
        not_rated=[(measure_name(name), why) for name, why in scorecard.not_rated.items()],
        listened=_listened(timeline),
        clock=clock,
        kinds=_kinds(timeline),
        fonts={weight: _font(name) for weight, name in ((400, "Regular"), (700, "Bold"))},
    )


def write_report(path: Path, heading: Heading, timeline: Timeline, rating: Rating) -> None:
    """Write the report to `path`.

    Raises:
        RecordsProblem: It can't be written there.
    """
    html = report_html(heading, timeline, rating)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="\n")
    except OSError as refused:
        raise RecordsProblem(
            f"The report can't be written to {path}: {refused.strerror or refused}. "
            "Choose another place for it."
        ) from refused


def _facts(heading: Heading, timeline: Timeline) -> list[str]:
    duration = f"{clock(timeline.duration_ms)} minutes"
    return [fact for fact in (heading.trainee, heading.when, duration, heading.mode) if fact]


def _mark(name: str, mark: int | None) -> tuple[str, int | None, str]:
    return MARKS[name], mark, mark_word(mark)


def _rows(heading: Heading, timeline: Timeline, rating: Rating) -> list[Row]:
    reply_of = {id(reply): number for number, reply in enumerate(timeline.replies)}
    rows = (
        _turn(heading, entry, rating.techniques, reply_of.get(id(entry), -1))
        if isinstance(entry, LineSpoken | Reply)
        else _note(entry)
        for entry in timeline.entries
    )
    return [row for row in rows if row]


def _turn(
    heading: Heading, entry: LineSpoken | Reply, heard: Sequence[HeardTechnique], number: int
) -> Turn:
    at = clock(entry.start_ms)
    if isinstance(entry, LineSpoken):
        cut = f"cut off, {_counted(entry.unheard, 'word')} unheard" if entry.unheard else ""
        return Turn(at, heading.customer, "customer", (Piece(entry.text),), cut)

    own = [one for one in heard if one.reply == number]
    return Turn(at, "You", "you", tuple(_pieces(entry, own)), "typed" if entry.typed else "")


def _pieces(reply: Reply, heard: Sequence[HeardTechnique]) -> Iterator[Piece]:
    """Cut a reply where the techniques in it change."""

    def techniques_at(index: int) -> tuple[HeardTechnique, ...]:
        return tuple(one for one in heard if one.technique.start <= index < one.technique.end)

    for here, group in groupby(range(len(reply.words)), techniques_at):
        yield Piece(
            text=text_of(reply.words[index] for index in group),
            names=tuple(TECHNIQUES[one.technique.id] for one in here),
            inflaming=any(one.technique.id in INFLAMING for one in here),
        )


def _note(entry: Entry) -> Note | None:
    at = clock(entry.start_ms)
    match entry:
        case MoodMove():
            return Note(at, entry.why, "up" if entry.change > 0 else "down", _signed(entry.change))
        case Overlap():
            return Note(at, _overlap(entry), OverlapKind(entry.overlap_kind).value)
        case Silence() if entry.span.length_ms >= DEAD_AIR_MS:
            said = "announced" if entry.announced else "nobody spoke"
            return Note(at, f"{seconds(entry.span.length_ms)} of silence, {said}", "silence")
        case Glitch():
            return Note(at, entry.what, "glitch")
        case _:
            return None


def _overlap(overlap: Overlap) -> str:
    said = f" with “{overlap.words}”" if overlap.words else ""
    cut = f", at “{overlap.cut_at}”" if overlap.cut_at else ""
    unheard = f"; {_counted(overlap.unheard, 'word')} unheard" if overlap.unheard else ""
    return OVERLAPS[OverlapKind(overlap.overlap_kind)] + said + cut + unheard


def _pace(pacing: Pacing) -> list[tuple[str, str, str]]:
    figures = (
        (
            "words_per_minute",
            _form(pacing.words_per_minute, "{:.0f}"),
            "120 to 160 is easy",
        ),
        ("articulation_rate", _form(pacing.articulation_rate, "{:.1f}"), "pauses left out"),
        ("pause_ratio", _form(_percent(pacing.pause_ratio), "{:.0f} %"), "of your speaking time"),
        ("longest_pause_ms", _length(pacing.longest_pause_ms), "within a reply"),
        ("reply_gap_ms_median", _length(pacing.reply_gap_ms_median), "under 0.2 s is too soon"),
        ("longest_monologue_ms", _length(pacing.longest_monologue_ms), "over 30 s is too long"),
        (
            "fillers_per_100_words",
            _form(pacing.fillers_per_100_words, "{:.1f}"),
            "an estimate from the sound" if pacing.fillers_estimated else "",
        ),
    )
    return [
        (measure_name(name), mark_word(None) if figure == UNKNOWN else figure, usual)
        for name, figure, usual in figures
    ]


def _reply_pace(reply: ReplyPacing) -> tuple[str, int, str, str, str]:
    return (
        clock(reply.start_ms),
        reply.words,
        _form(reply.words_per_minute, "{:.0f}"),
        _length(reply.longest_pause_ms),
        "cut in" if reply.gap_ms is not None and reply.gap_ms < 0 else _length(reply.gap_ms),
    )


def _listened(timeline: Timeline) -> list[str]:
    listening = timeline.listening
    typed = sum(reply.typed for reply in timeline.replies)
    heard = f"{listening.recogniser} listened." if listening.recogniser else ""
    hand = f"{_counted(typed, 'reply', 'replies')} typed." if typed else ""
    given = "" if heard or hand else "The words and their times were handed in; nobody listened."
    return [one for one in (heard, hand, given) if one]


def _kinds(timeline: Timeline) -> list[tuple[str, str]]:
    """Return the kinds of overlap that the picture shows, for its legend."""
    shown = {OverlapKind(overlap.overlap_kind) for overlap in timeline.overlaps}
    return [(kind, name) for kind, name in OVERLAPS.items() if kind in shown]


def _font(weight: str) -> str:
    font = asset(f"fonts/AtkinsonHyperlegible-{weight}.woff2").read_bytes()
    return base64.b64encode(font).decode()


def _form(figure: float | None, form: str) -> str:
    return UNKNOWN if figure is None else form.format(figure)


def _length(span_ms: int | None) -> str:
    return UNKNOWN if span_ms is None else seconds(span_ms)


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _signed(figure: float) -> str:
    return f"{figure:+.0f}".replace("-", "\N{MINUS SIGN}")


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
