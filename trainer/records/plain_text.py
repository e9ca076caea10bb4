"""A rehearsal and its rating as plain text, for the terminal."""

from collections.abc import Iterator

from trainer.conversation.timeline import (
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    Reply,
    Silence,
    Timeline,
)
from trainer.rating.scorecard import Rating, Scorecard
from trainer.records.wording import MARKS, OVERLAPS, clock, mark_text, measure_name

__all__ = ["scorecard_text", "timeline_text"]


def timeline_text(timeline: Timeline, customer: str) -> str:
    """Return what was said and what moved the customer, a line each."""
    return "\n".join(_entries(timeline, customer))


def scorecard_text(rating: Rating) -> str:
    """Return marks, advice and what was not rated."""
    return "\n".join(_card(rating.scorecard))


def _entries(timeline: Timeline, customer: str) -> Iterator[str]:
    for entry in timeline.entries:
        at = clock(entry.start_ms)
        match entry:
            case LineSpoken():
                yield f"{at}  {customer}: {entry.text}{' —' if entry.unheard else ''}"
            case Reply():
                yield f"{at}  You: {entry.text or '(nothing was understood)'}"
            case Overlap():
                cut = f' at "{entry.cut_at}"' if entry.cut_at else ""
                yield f"{at}    ({OVERLAPS[entry.overlap_kind]}{cut})"
            case MoodMove():
                yield f"{at}    ({entry.change:+d} → {entry.pressure}: {entry.why})"
            case Silence():
                yield f"{at}    (silence, {entry.span.length_ms / 1000:.0f} s)"
            case Glitch():
                yield f"{at}    ({entry.what})"
    if timeline.outcome is not None:
        yield f"Outcome: {timeline.outcome.id.replace('_', ' ')}. {timeline.outcome.why}"


def _card(card: Scorecard) -> Iterator[str]:
    yield card.summary
    yield f"Overall: {mark_text(card.overall)}"
    for name, title in MARKS.items():
        yield f"  {title}: {mark_text(getattr(card.marks, name))}"
    for advice in card.advice:
        yield f"At {clock(advice.start_ms)}: {advice.why}"
        if advice.said:
            yield f'  You said: "{advice.said}"'
        yield f"  Better: {advice.better}"
    for measure, why in card.not_rated.items():
        yield f"Not rated: {measure_name(measure)}. {why}"
