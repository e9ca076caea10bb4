"""Pacing: how fast, with which pauses, and whether pressure changed it (RUBRIC, section 4).

Speaking time is the reply from its first sound (or word) to its last, pauses included; so words a
minute are words over that time, and articulation rate leaves pauses out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import LineSpoken, Reply, Timeline
from trainer.rating.fluency import without_fluency
from trainer.rating.rubric import PacingRules
from trainer.rating.scorecard import Against, Pacing, Part, ReplyPacing
from trainer.rating.stretches import NO_STRETCH, Stretch, Syllables, joined, stretch_of

__all__ = ["Syllables", "line_before", "measure_pacing"]


@dataclass(frozen=True, slots=True)
class _Said:
    """A spoken reply with what was measured of it."""

    reply: Reply
    stretch: Stretch


def measure_pacing(
    timeline: Timeline, rules: PacingRules, syllables: Syllables, fillers: Collection[str]
) -> Pacing:
    """Measure the pacing of every spoken reply and of all together.

    Args:
        timeline: What took place.
        rules: Thresholds.
        syllables: Counts a word's syllables.
        fillers: Words such as ``um``; estimated when the timeline says that they can't be counted.
    """
    known = None if timeline.listening.fillers_unrated else fillers
    spoken = [
        _Said(reply, stretch_of(reply, rules, syllables, known))
        for reply in timeline.replies
        if _is_spoken(reply)
    ]
    stretches = {id(one.reply): one.stretch for one in spoken}
    replies = tuple(
        _reply_pacing(timeline, reply, stretches.get(id(reply)), rules)
        for reply in timeline.replies
    )
    gaps = [reply.gap_ms for reply in replies if reply.gap_ms is not None]
    whole = joined([one.stretch for one in spoken])
    enough = whole.is_enough(rules)
    judged = whole if enough else NO_STRETCH
    change = _under_pressure(timeline, replies, rules)
    pacing = Pacing(
        words_per_minute=judged.words_per_minute,
        articulation_rate=judged.articulation_rate,
        pause_ratio=judged.pause_ratio,
        mean_pause_ms=judged.mean_pause_ms if enough else None,
        longest_pause_ms=judged.longest_pause_ms if enough else None,
        fillers_per_100_words=judged.fillers_per_100_words,
        fillers_estimated=known is None and judged.fillers_per_100_words is not None,
        reply_gap_ms_median=round(median(gaps)) if gaps else None,
        longest_monologue_ms=max((one.stretch.speaking_ms for one in spoken), default=None),
        under_pressure_wpm=change.wpm,
        under_pressure_against=change.against,
        replies=replies,
        made_of={
            **(_made_of(spoken, whole) if enough else {}),
            **_gaps_and_longest(spoken, replies),
            **({"under_pressure_wpm": change.made_of} if change.made_of else {}),
        },
        target_wpm=(rules.target_from_wpm, rules.target_to_wpm),
    )
    return pacing if rules.fluency else without_fluency(pacing)


def line_before(timeline: Timeline, reply: Reply) -> LineSpoken | None:
    """Return the line that a reply answers; None when another reply stands between."""
    lines = [line for line in timeline.lines if line.start_ms <= reply.start_ms]
    earlier = [
        other.start_ms
        for other in timeline.replies
        if other is not reply and other.start_ms <= reply.start_ms
    ]
    if not lines or (earlier and max(earlier) > lines[-1].start_ms):
        return None
    return lines[-1]


def _is_spoken(reply: Reply) -> bool:
    return not reply.typed and bool(reply.words or reply.sound)


def _reply_pacing(
    timeline: Timeline, reply: Reply, stretch: Stretch | None, rules: PacingRules
) -> ReplyPacing:
    enough = stretch is not None and stretch.is_enough(rules)
    judged = stretch if stretch and enough else NO_STRETCH
    return ReplyPacing(
        start_ms=reply.start_ms,
        end_ms=reply.end_ms,
        words=len(reply.words),
        words_per_minute=judged.words_per_minute,
        articulation_rate=judged.articulation_rate,
        pause_ratio=judged.pause_ratio,
        longest_pause_ms=judged.longest_pause_ms if enough else None,
        gap_ms=_gap_ms(timeline, reply) if stretch else None,
        mean_pause_ms=judged.mean_pause_ms if enough else None,
        fillers_per_100_words=judged.fillers_per_100_words,
        speaking_ms=stretch.speaking_ms if stretch else None,
        disagreement=judged.disagreement,
        doubtful=judged.doubtful,
    )


def _gap_ms(timeline: Timeline, reply: Reply) -> Millis | None:
    line = line_before(timeline, reply)
    return reply.start_ms - line.end_ms if line else None


# Under pressure


@dataclass(frozen=True, slots=True)
class _Change:
    """How much faster the trainee is after outbursts, against what, and from which replies."""

    wpm: float | None = None
    against: Against = ""
    made_of: tuple[Part, ...] = ()


def _under_pressure(
    timeline: Timeline, replies: Sequence[ReplyPacing], rules: PacingRules
) -> _Change:
    """Compare replies after outbursts with the others, or with the sound check if those are few."""
    after: list[ReplyPacing] = []
    otherwise: list[ReplyPacing] = []
    for reply, pacing in zip(timeline.replies, replies, strict=True):
        if pacing.words_per_minute is not None and not pacing.doubtful:
            line = line_before(timeline, reply)
            outburst = line is not None and (line.pressure or 0) >= rules.outburst_pressure
            (after if outburst else otherwise).append(pacing)
    if not after:
        return _Change()
    baseline = timeline.listening.baseline
    usual = baseline.words_per_minute if baseline else None
    made_of = tuple(_paces("after an outburst", after))
    if usual is not None and len(otherwise) < rules.calm_replies:
        calm = Part("sound check", round(usual, 1), "words a minute")
        return _Change(round(_pace(after) - usual, 1), "sound check", (*made_of, calm))
    if not otherwise:
        return _Change()
    change = round(_pace(after) - _pace(otherwise), 1)
    return _Change(change, "other replies", (*made_of, *_paces("otherwise", otherwise)))


def _pace(replies: Sequence[ReplyPacing]) -> float:
    return median(one.words_per_minute or 0.0 for one in replies)


def _paces(what: str, replies: Sequence[ReplyPacing]) -> Iterable[Part]:
    for one in replies:
        yield Part(what, one.words_per_minute or 0.0, "words a minute", one.start_ms, one.end_ms)


# What the figures are made of


def _made_of(spoken: Sequence[_Said], whole: Stretch) -> dict[str, tuple[Part, ...]]:
    speaking = Part("speaking time", whole.speaking_ms, "ms")
    pauses = tuple(
        Part("pause", pause.length_ms, "ms", pause.start_ms, pause.end_ms) for pause in whole.pauses
    )
    paused = Part("pauses", whole.speaking_ms - whole.articulating_ms, "ms")
    articulating = Part("speaking time without pauses", whole.articulating_ms, "ms")
    words = Part("words", round(whole.words, 1), "words")
    made_of: dict[str, tuple[Part, ...]] = {
        "words_per_minute": (words, speaking, *_words(spoken)),
        "articulation_rate": (
            Part("syllables", whole.syllables, "syllables"),
            articulating,
            *_syllables(spoken),
        ),
        "pause_ratio": (paused, speaking),
        "mean_pause_ms": pauses,
        "longest_pause_ms": tuple(sorted(pauses, key=lambda part: -part.value)[:1]),
    }
    if whole.fillers is not None:
        fillers = (Part("filler", 1, "", span.start_ms, span.end_ms) for span in whole.fillers)
        made_of["fillers_per_100_words"] = (*fillers, words)
    return made_of


def _words(spoken: Sequence[_Said]) -> Iterable[Part]:
    for one in spoken:
        what = "estimated from the sound" if one.stretch.doubtful else "recognised"
        span = one.reply.span
        yield Part(what, round(one.stretch.words, 1), "words", span.start_ms, span.end_ms)


def _syllables(spoken: Sequence[_Said]) -> Iterable[Part]:
    for one in spoken:
        by_sound = one.stretch.doubtful or not one.reply.words
        what = "heard in the sound" if by_sound else "of the words"
        span = one.reply.span
        yield Part(what, one.stretch.syllables, "syllables", span.start_ms, span.end_ms)


def _gaps_and_longest(
    spoken: Sequence[_Said], replies: Sequence[ReplyPacing]
) -> dict[str, tuple[Part, ...]]:
    made_of: dict[str, tuple[Part, ...]] = {}
    gaps = [
        Part("gap", one.gap_ms, "ms", one.start_ms - max(one.gap_ms, 0), one.start_ms)
        for one in replies
        if one.gap_ms is not None
    ]
    if gaps:
        made_of["reply_gap_ms_median"] = tuple(gaps)
    if spoken:
        longest = max(spoken, key=lambda one: one.stretch.speaking_ms)
        span, length_ms = longest.reply.span, longest.stretch.speaking_ms
        made_of["longest_monologue_ms"] = (
            Part("reply", length_ms, "ms", span.start_ms, span.end_ms),
        )
    return made_of
