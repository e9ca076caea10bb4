"""What is drawn on the page of progress, from summaries alone: courses, judgement, what went well.

Times are left out on purpose: a course counts rehearsals, not days, so that a pause of a week
leaves no gap.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from trainer.rating.calibration import Calibration, calibrate
from trainer.rating.competences import mark_of
from trainer.rating.scorecard import Marks
from trainer.records.store import RehearsalId, RehearsalSummary
from trainer.scenario.kinds import Competence

__all__ = ["Course", "Dot", "Lately", "Progress", "WentWell", "progress_of"]

SHOWN = 10
"""So many dots a course has: the last ones."""
LATELY = 3
"""So many rehearsals are lately."""
BY = 8
"""So many points more than before are told as a gain."""
HIGH = 75
"""A mark that is told when it holds."""
MARKS = ("listening", "calming", "steps", "pacing", "outcome")
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Dot:
    """One rehearsal in a course."""

    rehearsal: RehearsalId
    value: float


@dataclass(frozen=True, slots=True)
class Course:
    """How one figure went: the last dots, the oldest first, and their median.

    Attributes:
        count: In how many rehearsals it was rated, those without a dot too.
        middle: None without a dot.
    """

    dots: tuple[Dot, ...] = ()
    count: int = 0
    middle: float | None = None


class WentWell(StrEnum):
    """What went well lately."""

    BEST = "best"
    RISEN = "risen"
    LET_FINISH = "let_finish"
    HELD = "held"
    SETTLED = "settled"
    REHEARSED = "rehearsed"


@dataclass(frozen=True, slots=True)
class Lately:
    """One thing that went well lately.

    Attributes:
        mark: Which mark is meant (risen, held).
        figure: The mark now, or how many rehearsals it holds for.
        before: The mark before (risen).
        title: The scenario (best).
    """

    what: WentWell
    mark: str = ""
    figure: int = 0
    before: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that the page draws.

    Attributes:
        marks: The overall mark and the five others, by name.
        competences: Those that were practised and rated.
        under_pressure: Words a minute more after outbursts than otherwise.
        interruptions: A minute.
        judgement: How well the trainee judges themselves, for each mark they gave themselves.
        lately: What went well; None before the first rehearsal.
    """

    marks: Mapping[str, Course]
    competences: Mapping[Competence, Course]
    under_pressure: Course
    interruptions: Course
    judgement: Mapping[str, Calibration]
    lately: Lately | None = None


def progress_of(
    summaries: Iterable[RehearsalSummary],
    practised: Mapping[str, Iterable[Competence]],
    own_marks: Iterable[tuple[Marks, Marks]] = (),
) -> Progress:
    """Return what the rehearsals of one trainee add up to.

    Args:
        summaries: Those that are kept, newest first; moments tried again are passed over.
        practised: Scenario → what it practises; of scenarios that are gone nothing is known.
        own_marks: Own and given marks of each rehearsal with both.
    """
    oldest_first = tuple(reversed([one for one in summaries if one.again is None]))
    return Progress(
        marks={
            "overall": _course(oldest_first, lambda one: one.overall),
            **{name: _course(oldest_first, _mark(name)) for name in MARKS},
        },
        competences=_competences(oldest_first, practised),
        under_pressure=_course(oldest_first, lambda one: one.under_pressure_wpm),
        interruptions=_course(oldest_first, _interruptions_a_minute),
        judgement=calibrate(own_marks),
        lately=_lately(oldest_first),
    )


def _competences(
    oldest_first: Sequence[RehearsalSummary], practised: Mapping[str, Iterable[Competence]]
) -> Mapping[Competence, Course]:
    courses = {}
    for competence in Competence:
        rehearsed = [
            one for one in oldest_first if competence in practised.get(one.scenario_id, ())
        ]
        courses[competence] = _course(rehearsed, _mark_of(competence))
    return {competence: course for competence, course in courses.items() if course.dots}


def _course(
    oldest_first: Iterable[RehearsalSummary],
    figure: Callable[[RehearsalSummary], float | None],
) -> Course:
    figures = ((one.id, figure(one)) for one in oldest_first)
    dots = tuple(Dot(rehearsal, value) for rehearsal, value in figures if value is not None)
    shown = dots[-SHOWN:]
    middle = median(dot.value for dot in shown) if shown else None
    return Course(shown, len(dots), middle)


def _mark(name: str) -> Callable[[RehearsalSummary], int | None]:
    def read(summary: RehearsalSummary) -> int | None:
        mark: int | None = getattr(summary.marks, name)
        return mark

    return read


def _mark_of(competence: Competence) -> Callable[[RehearsalSummary], int | None]:
    return lambda summary: mark_of(competence, summary.marks)


def _interruptions_a_minute(summary: RehearsalSummary) -> float | None:
    if summary.interruptions is None or not summary.duration_ms:
        return None
    return summary.interruptions * MINUTE_MS / summary.duration_ms


def _lately(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """Return the first of these that holds; there is always something once somebody rehearsed."""
    if not oldest_first:
        return None

    ways = (_best, _risen, _let_finish, _held, _settled)
    found = (way(oldest_first) for way in ways)
    rehearsed = Lately(WentWell.REHEARSED, figure=len(oldest_first))
    return next((one for one in found if one is not None), rehearsed)


def _best(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """The newest one went better than every earlier try of the same scenario."""
    *earlier, newest = oldest_first
    tries = [one for one in earlier if one.scenario_id == newest.scenario_id]
    marks = [one.overall for one in tries if one.overall is not None]
    if newest.overall is None or not marks or newest.overall <= max(marks):
        return None
    return Lately(WentWell.BEST, "overall", newest.overall, max(marks), newest.scenario_title)


def _risen(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """A mark is higher lately than before; the one that rose most."""
    gains = []
    for name in MARKS:
        given = [mark for mark in map(_mark(name), oldest_first) if mark is not None]
        before, now = given[:-LATELY][-SHOWN:], given[-LATELY:]
        if before and round(median(now)) - round(median(before)) >= BY:
            gains.append(Lately(WentWell.RISEN, name, round(median(now)), round(median(before))))
    return max(gains, key=lambda gain: gain.figure - gain.before, default=None)


def _let_finish(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """Nobody was cut off, several times running."""
    counted = [one.interruptions for one in oldest_first if one.interruptions is not None]
    running = next((n for n, count in enumerate(reversed(counted)) if count), len(counted))
    return Lately(WentWell.LET_FINISH, figure=running) if running >= LATELY else None


def _held(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """A mark was high every time; the highest of those."""
    held = []
    for name in MARKS:
        given = [mark for mark in map(_mark(name), oldest_first) if mark is not None][-LATELY:]
        if len(given) == LATELY and min(given) >= HIGH:
            held.append(Lately(WentWell.HELD, name, min(given)))
    return max(held, key=lambda one: one.figure, default=None)


def _settled(oldest_first: Sequence[RehearsalSummary]) -> Lately | None:
    """Customers ended well, lately."""
    ends = [one.outcome.good for one in oldest_first if one.outcome][-LATELY:]
    return Lately(WentWell.SETTLED, figure=sum(ends)) if sum(ends) > 1 else None
