"""What progress is drawn from, and what is told of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.support.desktop import stored
from trainer.conversation.timeline import Outcome
from trainer.rating.calibration import Calibration
from trainer.rating.scorecard import Marks
from trainer.records.progress import Course, Dot, Lately, WentWell, progress_of
from trainer.records.store import RehearsalId, RehearsalSummary
from trainer.scenario.kinds import Competence

BAD = Outcome("left", good=False, why="")
GOOD = Outcome("satisfied", good=True, why="")


def one(number: int, **changes: object) -> RehearsalSummary:
    """Return a rehearsal of which nothing but its number is known, changed as asked."""
    known = {"overall": None, "marks": Marks(), "outcome": None, **changes}
    return replace(stored(number).summary, **known)  # type: ignore[arg-type] # dataclass fields


def newest_first(*oldest_first: RehearsalSummary) -> Sequence[RehearsalSummary]:
    """Return them as the records list them."""
    return tuple(reversed(oldest_first))


def test_a_course_has_the_last_ten_and_their_median() -> None:
    """The oldest of them first; those that were not rated leave no gap."""
    marks = [90, None, *range(10, 20)]

    course = progress_of(
        newest_first(*(one(number, overall=mark) for number, mark in enumerate(marks))), {}
    ).marks["overall"]

    assert [dot.value for dot in course.dots] == list(range(10, 20))
    assert course.dots[0].rehearsal == RehearsalId(2)
    assert (course.count, course.middle) == (11, 14.5)


def test_nothing_is_nothing() -> None:
    """Before the first rehearsal every course is empty."""
    progress = progress_of((), {})

    assert set(progress.marks.values()) == {Course()}
    assert progress.competences == {}
    assert progress.lately is None


def test_a_competence_goes_by_the_mark_it_shows_in() -> None:
    """Only rehearsals of scenarios that practise it count, and only what was rated."""
    rehearsed = newest_first(
        one(1, scenario_id="a", marks=Marks(listening=40, outcome=90)),
        one(2, scenario_id="b", marks=Marks(listening=60)),
        one(3, scenario_id="gone", marks=Marks(listening=99)),
    )

    found = progress_of(
        rehearsed,
        {"a": (Competence.LET_VENT, Competence.BE_BRIEF), "b": (Competence.LET_VENT,)},
    ).competences

    dots = (Dot(RehearsalId(1), 40), Dot(RehearsalId(2), 60))
    assert found == {Competence.LET_VENT: Course(dots, 2, 50.0)}


def test_interruptions_are_counted_by_the_minute() -> None:
    """Those that could not be rated are left out, and so is a call without length."""
    progress = progress_of(
        newest_first(
            one(1, interruptions=3, duration_ms=90_000),
            one(2, interruptions=None, duration_ms=90_000),
            one(3, interruptions=0, duration_ms=0),
        ),
        {},
    )

    assert progress.interruptions.dots == (Dot(RehearsalId(1), 2.0),)


def test_pace_under_pressure_and_own_marks_are_told() -> None:
    """As they are kept."""
    progress = progress_of([one(1, under_pressure_wpm=6.0)], {}, [(Marks(50), Marks(58))])

    assert progress.under_pressure.dots == (Dot(RehearsalId(1), 6.0),)
    assert progress.judgement == {"listening": Calibration(1, -8.0, 0.0)}


@pytest.mark.parametrize(
    ("oldest_first", "told"),
    [
        ([one(1)], Lately(WentWell.REHEARSED, figure=1)),
        (
            [one(1, overall=60), one(2, overall=61)],
            Lately(WentWell.BEST, "overall", 61, 60, "Double charge"),
        ),
        ([one(1, overall=60), one(2, overall=60)], Lately(WentWell.REHEARSED, figure=2)),
        (
            [one(1, overall=60), one(2, overall=90, scenario_id="other")],
            Lately(WentWell.REHEARSED, figure=2),
        ),
        (
            [one(n, marks=Marks(steps=mark)) for n, mark in enumerate((50, 70, 58, 58))],
            Lately(WentWell.RISEN, "steps", 58, 50),
        ),
        (
            [one(n, marks=Marks(steps=mark)) for n, mark in enumerate((51, 70, 58, 58))],
            Lately(WentWell.REHEARSED, figure=4),
        ),
        (
            [
                one(n, marks=Marks(listening=mark, steps=mark + n))
                for n, mark in enumerate((40, 70, 70, 70))
            ],
            Lately(WentWell.RISEN, "steps", 72, 40),
        ),
        (
            [one(n, interruptions=count) for n, count in enumerate((1, 0, 0, None, 0))],
            Lately(WentWell.LET_FINISH, figure=3),
        ),
        (
            [one(n, interruptions=count) for n, count in enumerate((0, 0, 0, 1))],
            Lately(WentWell.REHEARSED, figure=4),
        ),
        (
            [one(n, marks=Marks(calming=80 + n, pacing=75)) for n in range(3)],
            Lately(WentWell.HELD, "calming", 80),
        ),
        (
            [one(n, marks=Marks(calming=80)) for n in range(2)],
            Lately(WentWell.REHEARSED, figure=2),
        ),
        (
            [one(n, outcome=end) for n, end in enumerate((GOOD, GOOD, BAD, None, GOOD))],
            Lately(WentWell.SETTLED, figure=2),
        ),
        (
            [one(n, outcome=end) for n, end in enumerate((GOOD, BAD))],
            Lately(WentWell.REHEARSED, figure=2),
        ),
    ],
)
def test_what_went_well_lately(oldest_first: list[RehearsalSummary], told: Lately) -> None:
    """A best, a rise, patience, a mark that held, or good ends; else that one rehearsed at all."""
    assert progress_of(newest_first(*oldest_first), {}).lately == told
