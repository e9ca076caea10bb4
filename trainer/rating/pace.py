"""The pacing mark: what the measured pace is worth."""

from collections.abc import Iterator

from trainer.conversation.timeline import Reply, Timeline
from trainer.rating.judged import NOTHING_SAID, Judged, marked, unrated
from trainer.rating.pacing import speaking_ms
from trainer.rating.rubric import PacingRules
from trainer.rating.scorecard import Finding, Pacing

__all__ = ["band_mark", "mark_pacing"]

TYPED = "You typed your replies, so there is no pace to rate."
SHORT = "No reply was long enough for a verdict on its pace."


def mark_pacing(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Judged:
    """Return the pacing mark: 100, less what was too fast, too slow or too long."""
    if not timeline.replies:
        return unrated("pacing", NOTHING_SAID)
    if all(reply.typed for reply in timeline.replies):
        return unrated("pacing", TYPED)
    if not any(reply.words_per_minute for reply in pacing.replies):
        return unrated("pacing", SHORT)
    findings = (
        *_off_pace(timeline, pacing, rules),
        *_monologues(timeline, rules),
        *_rattled(timeline, pacing, rules),
        *_fillers(timeline, pacing, rules),
    )
    why = timeline.listening.fillers_unrated
    return marked(100, findings, {"fillers_per_100_words": why} if why else {})


def band_mark(words_per_minute: float, rules: PacingRules) -> float:
    """Return what a pace is worth: 100 in the target, less with the distance from it."""
    low, high = rules.target_from_wpm, rules.target_to_wpm
    off = max(1 - words_per_minute / low, words_per_minute / high - 1, 0.0)
    if off <= rules.amber_share:
        return 100 - (100 - rules.amber_mark) * off / rules.amber_share
    left = (rules.lost_share - off) / (rules.lost_share - rules.amber_share)
    return max(0.0, rules.amber_mark * left)


def _finding(rule: str, points: float, reply: Reply, text: str) -> Finding:
    return Finding("pacing", rule, round(points, 2), reply.start_ms, reply.end_ms, reply.text, text)


def _off_pace(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    """Yield a finding for each reply outside the target, weighed by its words."""
    rated = [
        (reply, measured.words, measured.words_per_minute)
        for reply, measured in zip(timeline.replies, pacing.replies, strict=True)
        if measured.words_per_minute
    ]
    total = sum(words for _, words, _ in rated)
    for reply, words, pace in rated:
        points = (band_mark(pace, rules) - 100) * words / total
        if points:
            fast = pace > rules.target_to_wpm
            text = f"You spoke {'fast' if fast else 'slowly'} here: {pace:.0f} words a minute."
            yield _finding("too_fast" if fast else "too_slow", points, reply, text)


def _monologues(timeline: Timeline, rules: PacingRules) -> Iterator[Finding]:
    for reply in timeline.replies:
        length_ms = speaking_ms(reply.words)
        if not reply.typed and length_ms > rules.monologue_ms:
            text = f"You talked for {length_ms / 1000:.0f} seconds without a stop."
            yield _finding("monologue", rules.monologue_points, reply, text)


def _rattled(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    change = pacing.under_pressure_wpm
    if change is not None and change > rules.rattled_wpm:
        text = f"After outbursts you spoke {change:.0f} words a minute faster than otherwise."
        yield _whole(timeline, "rattled", rules.rattled_points, text)


def _fillers(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    fillers = pacing.fillers_per_100_words
    if fillers is not None and fillers > rules.fillers_per_100_words:
        text = f"There were {fillers:.0f} fillers in 100 words."
        yield _whole(timeline, "fillers", rules.fillers_points, text)


def _whole(timeline: Timeline, rule: str, points: float, text: str) -> Finding:
    return Finding("pacing", rule, points, 0, timeline.duration_ms, "", text)
