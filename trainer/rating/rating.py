"""The rating of a finished timeline: measures, five marks, findings and advice.

It reads the timeline and nothing else, so the same timeline always gives the same rating.
"""

from collections.abc import Mapping
from dataclasses import replace

from trainer.conversation.timeline import Timeline
from trainer.rating.advice import advise
from trainer.rating.calming import mark_calming
from trainer.rating.fluency import left_out
from trainer.rating.hearing import hear
from trainer.rating.judged import Judged
from trainer.rating.listening import mark_listening
from trainer.rating.outcome import mark_outcome
from trainer.rating.pace import mark_pacing
from trainer.rating.pacing import Syllables, measure_pacing
from trainer.rating.rubric import MarkName, Rubric
from trainer.rating.scorecard import Finding, Marks, Part, Rating, Scorecard
from trainer.rating.steps import mark_steps
from trainer.rating.summary import sum_up
from trainer.techniques.detector import Detector

__all__ = ["rate"]


def rate(timeline: Timeline, detector: Detector, rubric: Rubric, syllables: Syllables) -> Rating:
    """Rate one rehearsal or one recorded conversation.

    Args:
        timeline: What took place.
        detector: Hears techniques; made with the customer's names where they are known.
        rubric: What counts and how much.
        syllables: Counts a word's syllables.
    """
    heard = hear(timeline, detector)
    pacing = measure_pacing(timeline, rubric.pacing, syllables, detector.phrases.fillers)
    judged: dict[MarkName, Judged] = {
        "listening": mark_listening(timeline, heard, rubric),
        "calming": mark_calming(timeline, heard, rubric.calming),
        "steps": mark_steps(timeline, heard, rubric.steps),
        "pacing": mark_pacing(timeline, pacing, rubric),
        "outcome": mark_outcome(timeline, rubric.outcome),
    }
    return Rating(pacing, heard, _scorecard(judged, rubric, left_out(pacing)))


def _scorecard(
    judged: Mapping[MarkName, Judged], rubric: Rubric, chosen: Mapping[str, str]
) -> Scorecard:
    marks = {name: one.mark for name, one in judged.items()}
    findings = tuple(
        _with_better(finding, rubric) for one in judged.values() for finding in one.findings
    )
    return Scorecard(
        overall=_overall(marks, rubric.weights),
        marks=Marks(**marks),
        summary=sum_up(marks, rubric.summary),
        advice=advise(findings, rubric),
        findings=findings,
        not_rated=_not_rated(judged, chosen),
        made_of=_made_of(judged, marks, rubric.weights),
    )


def _not_rated(judged: Mapping[MarkName, Judged], chosen: Mapping[str, str]) -> Mapping[str, str]:
    """Return why what is not rated: for reasons of its own, or because the person chose so."""
    of_marks = {what: why for one in judged.values() for what, why in one.not_rated.items()}
    return of_marks | dict(chosen)


def _with_better(finding: Finding, rubric: Rubric) -> Finding:
    """Give a finding that is open to advice the wording that might land better."""
    text = rubric.advice.get(finding.rule)
    return replace(finding, better=text.better[0]) if text else finding


def _made_of(
    judged: Mapping[MarkName, Judged],
    marks: Mapping[MarkName, int | None],
    weights: Mapping[MarkName, float],
) -> dict[str, tuple[Part, ...]]:
    """Return what each mark was made of, and which share each has of the overall one."""
    given = {name: mark for name, mark in marks.items() if mark is not None}
    total = sum(weights.get(name, 0.0) for name in given) or 1.0
    shares = tuple(
        Part(name, round(mark * weights.get(name, 0.0) / total, 2), "points")
        for name, mark in given.items()
    )
    parts = {str(name): one.made_of for name, one in judged.items() if one.made_of}
    return {"overall": shares, **parts} if given else {}


def _overall(marks: Mapping[MarkName, int | None], weights: Mapping[MarkName, float]) -> int | None:
    """Return the weighted mean of the marks that could be given; None when none could."""
    given = [(mark, weights.get(name, 0.0)) for name, mark in marks.items() if mark is not None]
    total = sum(weight for _, weight in given)
    return round(sum(mark * weight for mark, weight in given) / total) if total else None
