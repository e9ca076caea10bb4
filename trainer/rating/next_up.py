"""What to rehearse next, and why: the weakest or the least practised, never the same twice running.

First the competence is chosen: the one that went worst lately, if it went badly; else the one
that was practised least. Then the scenario: as hard as the last one, one step harder after a good
mark and one gentler after a poor one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

from trainer.rating.competences import mark_of
from trainer.rating.scorecard import Marks
from trainer.scenario.kinds import Competence, Difficulty

if TYPE_CHECKING:
    from trainer.scenario.scenario import Scenario

__all__ = ["Reason", "Suggestion", "Tried", "suggest", "times_practised"]

WENT_WELL = 75
WENT_POORLY = 40
WEAK = 60
"""A competence that went worse than this, in the median of its last tries, comes first."""
LATELY = 3
"""So many tries of a competence are looked at."""
LEVELS = tuple(Difficulty)
COMPETENCES = tuple(Competence)


class Reason(StrEnum):
    """Why a scenario is suggested."""

    FIRST = "first"
    WEAKEST = "weakest"
    NOT_YET = "not_yet"
    SELDOM = "seldom"


@dataclass(frozen=True, slots=True)
class Tried:
    """A rehearsal, as far as the next one hangs on it."""

    scenario_id: str
    overall: int | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to rehearse next.

    Attributes:
        competence: What it is to practise.
        figure: The competence's median mark lately (weakest), or how often it was practised.
        harder: It is a step harder than the last one, which went well.
    """

    scenario: Scenario
    reason: Reason
    competence: Competence
    figure: int = 0
    harder: bool = False


def suggest(
    scenarios: Sequence[Scenario], tried: Sequence[Tried], passed_over: Iterable[str] = ()
) -> Suggestion | None:
    """Return what to rehearse next; None when there is nothing but what was just rehearsed.

    Args:
        scenarios: What there is, in the library's order.
        tried: What was rehearsed, newest first.
        passed_over: Ids of scenarios that the trainee did not want now.
    """
    tired_of = {*passed_over, *(one.scenario_id for one in tried[:1])}
    open_to = [scenario for scenario in scenarios if scenario.id not in tired_of]
    if not open_to:
        return None

    known = {scenario.id: scenario for scenario in scenarios}
    past = [one for one in tried if one.scenario_id in known]
    reason, competence, figure = _need(open_to, past, known)
    level, harder = _level(past, known)
    fitting = [scenario for scenario in open_to if competence in scenario.competences]
    chosen = min(fitting, key=lambda scenario: _far(scenario, level, past))
    return Suggestion(chosen, reason, competence, figure, harder=harder and _rank(chosen) >= level)


def times_practised(scenarios: Iterable[Scenario], tried: Iterable[Tried]) -> dict[Competence, int]:
    """Return how often each of the seventeen competences was practised."""
    known = {scenario.id: scenario for scenario in scenarios}
    times = dict.fromkeys(COMPETENCES, 0)
    for one in tried:
        scenario = known.get(one.scenario_id)
        for competence in scenario.competences if scenario else ():
            times[competence] += 1
    return times


def _need(
    open_to: Sequence[Scenario], past: Sequence[Tried], known: dict[str, Scenario]
) -> tuple[Reason, Competence, int]:
    offered = [one for one in COMPETENCES if any(one in each.competences for each in open_to)]
    if not past:
        gentlest = min(open_to, key=_rank)
        return Reason.FIRST, gentlest.competences[0], 0

    marks = {one: _lately(one, past, known) for one in offered}
    rated = {one: round(median(given)) for one, given in marks.items() if given}
    weakest = min(rated, key=lambda one: rated[one], default=None)
    if weakest is not None and rated[weakest] < WEAK:
        return Reason.WEAKEST, weakest, rated[weakest]
    times = times_practised(known.values(), past)
    seldom = min(offered, key=lambda one: times[one])
    return (Reason.SELDOM if times[seldom] else Reason.NOT_YET), seldom, times[seldom]


def _lately(competence: Competence, past: Sequence[Tried], known: dict[str, Scenario]) -> list[int]:
    given = (
        mark_of(competence, one.marks)
        for one in past
        if competence in known[one.scenario_id].competences
    )
    return [mark for mark in given if mark is not None][:LATELY]


def _level(past: Sequence[Tried], known: dict[str, Scenario]) -> tuple[int, bool]:
    """Return how hard the next one is to be, and whether that is a step up."""
    rated = next((one for one in past if one.overall is not None), None)
    if rated is None or rated.overall is None:
        return 0, False

    last = _rank(known[rated.scenario_id])
    if rated.overall >= WENT_WELL:
        return min(last + 1, len(LEVELS) - 1), last + 1 < len(LEVELS)
    return (max(last - 1, 0) if rated.overall < WENT_POORLY else last), False


def _far(scenario: Scenario, level: int, past: Sequence[Tried]) -> tuple[int, int, int]:
    """Return how far a scenario is from what is wanted: its level, then what is new."""
    rank = _rank(scenario)
    return (
        abs(rank - level),
        sum(one.scenario_id == scenario.id for one in past),
        rank,
    )


def _rank(scenario: Scenario) -> int:
    return LEVELS.index(scenario.difficulty)
