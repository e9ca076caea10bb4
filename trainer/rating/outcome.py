"""The outcome mark: how it ended, and how much of the pressure had gone by then."""

from trainer.conversation.timeline import Timeline
from trainer.rating.judged import TAKEN_UP, Judged, marked, unrated
from trainer.rating.rubric import OutcomeRules
from trainer.rating.scorecard import Finding

__all__ = ["mark_outcome"]

NO_OUTCOME = "There is no outcome to rate: the conversation was not played to an end."


def mark_outcome(timeline: Timeline, rules: OutcomeRules) -> Judged:
    """Return the outcome mark: what the end is worth, and the share of the pressure that went."""
    outcome = timeline.outcome
    if timeline.taken_up:
        return unrated("outcome", TAKEN_UP)
    if outcome is None:
        return unrated("outcome", NO_OUTCOME)
    end_ms = timeline.duration_ms
    base = rules.good if outcome.good else rules.bad
    ended = Finding("outcome", f"outcome.{outcome.id}", 0.0, end_ms, end_ms, "", outcome.why)
    return marked(base, (ended, *_relief(timeline, rules)))


def _relief(timeline: Timeline, rules: OutcomeRules) -> tuple[Finding, ...]:
    if not timeline.moods:
        return ()
    first, last = timeline.moods[0], timeline.moods[-1]
    opening = first.pressure - first.change
    gone = (opening - last.pressure) / max(opening, 1)
    points = rules.relief * min(1.0, max(-1.0, gone))
    text = f"The customer's pressure went from {opening} to {last.pressure}."
    return (Finding("outcome", "relief", round(points, 2), first.start_ms, last.end_ms, "", text),)
