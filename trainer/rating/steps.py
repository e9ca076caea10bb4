"""The steps mark: what came first, what came too early and what never came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import OverlapKind, Timeline
from trainer.rating.judged import NOTHING_SAID, TAKEN_UP, Judged, marked, unrated
from trainer.rating.listening import interruptions_unrated
from trainer.rating.rubric import Step, StepRules
from trainer.rating.scorecard import Finding, HeardTechnique

__all__ = ["mark_steps"]

LISTEN = "listen"
ACKNOWLEDGE = "acknowledge"

Firsts = Mapping[str, HeardTechnique]


def mark_steps(timeline: Timeline, heard: Sequence[HeardTechnique], rules: StepRules) -> Judged:
    """Return the steps mark: 100, less what was missed, too early or late."""
    if not timeline.replies:
        return unrated("steps", NOTHING_SAID)
    if timeline.taken_up:
        return unrated("steps", TAKEN_UP)
    firsts = _first_uses(heard, rules.order)
    why = "" if LISTEN in firsts else interruptions_unrated(timeline)
    rated = [step for step in rules.order if not (why and step.name == LISTEN)]
    scale = 100 / sum(step.points for step in rated)
    findings = [
        *(_judge(timeline, step, firsts, rules, scale) for step in rated),
        *_acknowledged(timeline, firsts, rules),
    ]
    return marked(100, findings, {"listen": why} if why else {})


def _first_uses(heard: Sequence[HeardTechnique], order: Sequence[Step]) -> Firsts:
    """Return the first technique of each step."""
    firsts: dict[str, HeardTechnique] = {}
    for step in order:
        uses = [one for one in heard if one.technique.id in step.techniques]
        if uses:
            firsts[step.name] = min(uses, key=lambda one: one.start_ms)
    return firsts


def _judge(
    timeline: Timeline, step: Step, firsts: Firsts, rules: StepRules, scale: float
) -> Finding:
    """Return whether a step was reached, missed or too early."""
    use = firsts.get(step.name)
    name = step.name.replace("_", " ")
    moment = _moment(use) if use else _expected(timeline, step, rules.order)
    if use is None and step.name == LISTEN and _heard_out(timeline):
        return _finding(f"step_reached.{step.name}", 0.0, moment, "You heard the customer out.")
    if use is None:
        points = -step.points * scale
        return _finding(f"step_missed.{step.name}", points, moment, f"Missed: {name}.")
    if _is_early(use, step, firsts):
        points = -step.points * scale * (1 - rules.early_share)
        return _finding(f"step_early.{step.name}", points, moment, f"Too early: {name}.")
    return _finding(f"step_reached.{step.name}", 0.0, moment, f"Reached: {name}.")


@dataclass(frozen=True, slots=True)
class _Moment:
    """When something was said, and its words."""

    start_ms: Millis
    end_ms: Millis
    quote: str


def _moment(use: HeardTechnique) -> _Moment:
    return _Moment(use.start_ms, use.end_ms, use.technique.quote)


def _expected(timeline: Timeline, step: Step, order: Sequence[Step]) -> _Moment:
    """Return where a step that never came would have had its place."""
    opening = order.index(step) < len(order) / 2
    reply = timeline.replies[0 if opening else -1]
    return _Moment(reply.start_ms, reply.end_ms, reply.text)


def _finding(rule: str, points: float, moment: _Moment, text: str) -> Finding:
    return Finding(
        "steps", rule, round(points, 2), moment.start_ms, moment.end_ms, moment.quote, text
    )


def _heard_out(timeline: Timeline) -> bool:
    """Tell whether the customer's first line was heard to its end."""
    line = timeline.lines[0]
    return not line.unheard and not any(
        overlap.overlap_kind is OverlapKind.INTERRUPTION
        and line.start_ms <= overlap.start_ms < line.end_ms
        for overlap in timeline.overlaps
    )


def _is_early(use: HeardTechnique, step: Step, firsts: Firsts) -> bool:
    """Tell whether a step that has to come first has not come by this reply."""
    return any(needed not in firsts or firsts[needed].reply > use.reply for needed in step.after)


def _acknowledged(timeline: Timeline, firsts: Firsts, rules: StepRules) -> Iterator[Finding]:
    """Yield how long it took until the customer was first acknowledged."""
    use = firsts.get(ACKNOWLEDGE)
    if use is None:
        return
    began_ms = timeline.lines[0].start_ms if timeline.lines else 0
    took_ms = use.start_ms - began_ms
    typed = timeline.replies[use.reply].typed
    late = took_ms > rules.acknowledged_within_ms and not typed
    yield _finding(
        "late_acknowledgement" if late else "first_acknowledgement",
        rules.late_points if late else 0.0,
        _moment(use),
        f"First acknowledgement {took_ms / 1000:.0f} seconds into the call.",
    )
