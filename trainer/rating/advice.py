"""Advice: at most three findings, the most useful first, each with what might land better."""

from collections.abc import Sequence

from trainer.rating.rubric import Rubric
from trainer.rating.scorecard import Advice, Finding

__all__ = ["advise"]

MOST = 3


def advise(findings: Sequence[Finding], rubric: Rubric) -> tuple[Advice, ...]:
    """Return the advice on what cost most of the overall mark: other rules, other moments."""
    costly = sorted(
        (one for one in findings if one.points < 0 and one.rule in rubric.advice),
        key=lambda one: (_cost(one, rubric), one.start_ms, one.rule),
    )
    chosen: list[Finding] = []
    for one in costly:
        if not any(one.rule == other.rule or _same_moment(one, other) for other in chosen):
            chosen.append(one)
    return tuple(_advice(one, rubric) for one in chosen[:MOST])


def _same_moment(one: Finding, other: Finding) -> bool:
    return one.start_ms < other.end_ms and other.start_ms < one.end_ms


def _cost(finding: Finding, rubric: Rubric) -> float:
    """Return what the finding did to the overall mark, below 0."""
    weights = {str(name): weight for name, weight in rubric.weights.items()}
    return finding.points * weights.get(finding.mark, 0.0)


def _advice(finding: Finding, rubric: Rubric) -> Advice:
    text = rubric.advice[finding.rule]
    return Advice(
        start_ms=finding.start_ms,
        end_ms=finding.end_ms,
        said=finding.quote,
        better=text.better[0],
        why=f"{finding.text} {text.why}",
        rule=finding.rule,
    )
