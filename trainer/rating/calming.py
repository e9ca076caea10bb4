"""The calming mark: calming words against inflaming ones.

The formula is 100 * (calming - inflaming) / (calming + inflaming + neutral weight), mapped from
-100..100 to 0..100, so that 50 is neither. A calming technique counts less each time it is used
again.
"""

from collections import Counter
from collections.abc import Sequence

from trainer.conversation.timeline import Timeline
from trainer.rating.judged import NOTHING_SAID, Judged, marked, unrated
from trainer.rating.rubric import CalmingRules
from trainer.rating.scorecard import Finding, HeardTechnique
from trainer.techniques.technique import INFLAMING, TechniqueId

__all__ = ["credits_of", "mark_calming"]


def mark_calming(
    timeline: Timeline, heard: Sequence[HeardTechnique], rules: CalmingRules
) -> Judged:
    """Return the calming mark, each technique's share of it as a finding."""
    if not timeline.replies:
        return unrated("calming", NOTHING_SAID)
    worth = credits_of(heard, rules)
    total = sum(abs(credit) for credit in worth) + rules.neutral_weight
    findings = [
        _finding(one, 50 * credit / total) for one, credit in zip(heard, worth, strict=True)
    ]
    return marked(50, findings)


def credits_of(heard: Sequence[HeardTechnique], rules: CalmingRules) -> tuple[float, ...]:
    """Return what each technique is worth: calming above 0 and decaying, inflaming below 0."""
    used: Counter[TechniqueId] = Counter()
    worth: list[float] = []
    for one in heard:
        technique = one.technique
        credit = rules.weight(technique.id) * technique.strength
        if technique.id in INFLAMING:
            worth.append(-credit)
        else:
            worth.append(credit * rules.repeat_decay ** used[technique.id])
        used[technique.id] += 1
    return tuple(worth)


def _finding(one: HeardTechnique, points: float) -> Finding:
    technique = one.technique
    kind = "Inflaming" if technique.id in INFLAMING else "Calming"
    name = technique.id.value.replace("_", " ")
    return Finding(
        mark="calming",
        rule=technique.id.value,
        points=round(points, 2),
        start_ms=one.start_ms,
        end_ms=one.end_ms,
        quote=technique.quote,
        text=f"{kind}: {name}.",
    )
