"""The figures of a report in words: pace, reply by reply, and what counted."""

from trainer.conversation.timeline import Timeline
from trainer.rating.calibration import differences
from trainer.rating.fluency import LEFT_OUT, left_out
from trainer.rating.scorecard import Marks, Pacing, Rating, ReplyPacing
from trainer.records.wording import (
    MARKS,
    clock,
    counted,
    mark_word,
    measure_name,
    own_mark,
    seconds,
    signed,
)

__all__ = ["counted_findings", "listened", "not_rated", "own_marks", "pace", "reply_paces"]

UNKNOWN = "·"
NOTHING_TO_COMPARE = "Too little was said after outbursts, or too little otherwise, to compare."


def pace(pacing: Pacing) -> list[tuple[str, str, str]]:
    """Return each measure of the whole rehearsal: its name, its figure, and what is usual."""
    slow, fast = pacing.target_wpm
    figures = (
        (
            "words_per_minute",
            _form(pacing.words_per_minute, "{:.0f}"),
            f"{slow:.0f} to {fast:.0f} is easy",
        ),
        ("under_pressure_wpm", _faster(pacing.under_pressure_wpm), "after outbursts"),
        ("articulation_rate", _form(pacing.articulation_rate, "{:.1f}"), "pauses left out"),
        ("pause_ratio", _form(_percent(pacing.pause_ratio), "{:.0f} %"), "of your speaking time"),
        ("longest_pause_ms", _length(pacing.longest_pause_ms), "within a reply"),
        ("reply_gap_ms_median", _length(pacing.reply_gap_ms_median), "under 0.2 s is too soon"),
        ("longest_monologue_ms", _length(pacing.longest_monologue_ms), "over 30 s is too long"),
        (
            "fillers_per_100_words",
            _form(pacing.fillers_per_100_words, "{:.1f}"),
            "an estimate from the sound" if pacing.fillers_estimated else "up to 6",
        ),
    )
    return [
        (measure_name(name), mark_word(None) if figure == UNKNOWN else figure, usual)
        for name, figure, usual in figures
        if name not in left_out(pacing)
    ]


def reply_paces(pacing: Pacing) -> list[tuple[str, int, str, str, str]]:
    """Return the pace of every spoken reply."""
    return [_reply_pace(reply) for reply in pacing.replies]


def counted_findings(rating: Rating) -> list[tuple[str, str, str, str, str]]:
    """Return what gave or cost points: moment, sentence, quote, mark and points."""
    return [
        (
            clock(one.start_ms),
            one.text,
            one.quote,
            MARKS.get(one.mark, one.mark),
            signed(one.points) if round(one.points) else UNKNOWN,
        )
        for one in rating.scorecard.findings
    ]


def not_rated(rating: Rating) -> list[tuple[str, str]]:
    """Return what could not be rated, and why; what a person chose to leave out stays unsaid.

    A report is handed on, and it is nobody's business why there are no fillers in it.
    """
    reasons = rating.scorecard.not_rated
    missing = [(measure_name(name), why) for name, why in reasons.items() if why != LEFT_OUT]
    pacing = rating.pacing
    if pacing.words_per_minute is not None and pacing.under_pressure_wpm is None:
        missing.append((measure_name("under_pressure_wpm"), NOTHING_TO_COMPARE))
    return missing


def own_marks(own: Marks | None, given: Marks) -> dict[str, tuple[int, str]]:
    """Return what the trainee gave themselves, by the mark's name, and how far that is off."""
    if own is None:
        return {}
    marked = {name: getattr(own, name) for name in MARKS}
    off = differences(own, given)
    return {
        MARKS[name]: (mark, own_mark(mark, off.get(name)))
        for name, mark in marked.items()
        if mark is not None
    }


def listened(timeline: Timeline) -> list[str]:
    """Say what listened to the trainee."""
    typed = sum(reply.typed for reply in timeline.replies)
    heard = f"{timeline.listening.recogniser} listened." if timeline.listening.recogniser else ""
    hand = f"{counted(typed, 'reply', 'replies')} typed." if typed else ""
    given = "" if heard or hand else "The words and their times were handed in; nobody listened."
    return [one for one in (heard, hand, given) if one]


def _reply_pace(reply: ReplyPacing) -> tuple[str, int, str, str, str]:
    return (
        clock(reply.start_ms),
        reply.words,
        _form(reply.words_per_minute, "{:.0f}"),
        _length(reply.longest_pause_ms),
        "cut in" if reply.gap_ms is not None and reply.gap_ms < 0 else _length(reply.gap_ms),
    )


def _faster(change: float | None) -> str:
    """Return how much faster, in words a minute."""
    if change is None:
        return UNKNOWN
    return f"{abs(change):.0f} {'faster' if change > 0 else 'slower'}" if round(change) else "same"


def _form(figure: float | None, form: str) -> str:
    return UNKNOWN if figure is None else form.format(figure)


def _length(span_ms: int | None) -> str:
    return UNKNOWN if span_ms is None else seconds(span_ms)


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100
