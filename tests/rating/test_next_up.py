from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.desktop import example_scenario
from trainer.rating.next_up import Reason, Suggestion, Tried, suggest, times_practised
from trainer.rating.scorecard import Marks
from trainer.scenario.kinds import Competence, Difficulty
from trainer.scenario.scenario import Scenario

C, D = Competence, Difficulty


def shelf(*rows: tuple[str, Difficulty, tuple[Competence, ...]]) -> tuple[Scenario, ...]:
    """Return scenarios of these ids, difficulties and competences."""
    return tuple(
        example_scenario(id=id_, difficulty=level, competences=competences)
        for id_, level, competences in rows
    )


SHELF = shelf(
    ("vent", D.EASY, (C.LET_VENT,)),
    ("brief", D.EASY, (C.BE_BRIEF, C.LET_VENT)),
    ("vent-more", D.MEDIUM, (C.LET_VENT,)),
    ("sorry", D.MEDIUM, (C.APOLOGISE,)),
    ("no", D.HARD, (C.HOLD_THE_LINE, C.LET_VENT)),
)
WELL = Marks(80, 80, 80, 80, 80)
BADLY = Marks(listening=50)


def tried(scenario: str, overall: int | None, marks: Marks = WELL) -> Tried:
    """Return a rehearsal of a scenario."""
    return Tried(scenario, overall, marks)


def told(suggestion: Suggestion | None) -> tuple[str, Reason, Competence, int, bool] | None:
    """Return a suggestion with its scenario's id."""
    if suggestion is None:
        return None
    return (
        suggestion.scenario.id,
        suggestion.reason,
        suggestion.competence,
        suggestion.figure,
        suggestion.harder,
    )


@pytest.mark.parametrize(
    ("past", "suggested"),
    [
        ([], ("vent", Reason.FIRST, C.LET_VENT, 0, False)),
        # What was never practised, in the rubric's order, and a step up after a good mark.
        ([tried("vent", 80)], ("sorry", Reason.NOT_YET, C.APOLOGISE, 0, True)),
        # Without a step up where the mark was not that good.
        ([tried("vent", 74)], ("sorry", Reason.NOT_YET, C.APOLOGISE, 0, False)),
        # The weakest comes first: letting them vent, 50.
        ([tried("vent", 60, BADLY)], ("brief", Reason.WEAKEST, C.LET_VENT, 50, False)),
        # Good overall and weak in one thing: that, a step harder.
        ([tried("vent", 75, BADLY)], ("vent-more", Reason.WEAKEST, C.LET_VENT, 50, True)),
        # A poor mark leads to a gentler one.
        ([tried("no", 39, BADLY)], ("vent-more", Reason.WEAKEST, C.LET_VENT, 50, False)),
        ([tried("vent", 20, BADLY)], ("brief", Reason.WEAKEST, C.LET_VENT, 50, False)),
        # The last three tries count: two good ones and a bad one are no weakness.
        (
            [
                tried("sorry", 74),
                tried("vent", 74),
                tried("vent-more", 74),
                tried("vent", 5, BADLY),
            ],
            ("brief", Reason.NOT_YET, C.BE_BRIEF, 0, False),
        ),
        # Everything was practised: what was practised least.
        (
            [tried("no", 74), tried("sorry", 74), tried("brief", 74), tried("sorry", 74)],
            ("brief", Reason.SELDOM, C.BE_BRIEF, 1, False),
        ),
        # At the top there is no step up.
        (
            [tried("no", 90), tried("brief", 90), tried("sorry", 90), tried("sorry", 90)],
            ("brief", Reason.SELDOM, C.BE_BRIEF, 1, False),
        ),
        # What was not rated says nothing about the level; the one before does.
        (
            [tried("vent", None, Marks()), tried("sorry", 74)],
            ("brief", Reason.NOT_YET, C.BE_BRIEF, 0, False),
        ),
        ([tried("vent", None, Marks())], ("sorry", Reason.NOT_YET, C.APOLOGISE, 0, False)),
        # A scenario that is gone says nothing.
        ([tried("gone", 90)], ("vent", Reason.FIRST, C.LET_VENT, 0, False)),
    ],
)
def test_what_is_suggested(
    past: Sequence[Tried], suggested: tuple[str, Reason, Competence, int, bool]
) -> None:
    """The weakest or least practised competence, at the level that fits."""
    assert told(suggest(SHELF, past)) == suggested


def test_what_the_trainee_passes_over_is_not_suggested() -> None:
    """Another is, until there is none."""
    assert told(suggest(SHELF, [], ["vent"])) == ("brief", Reason.FIRST, C.BE_BRIEF, 0, False)
    assert suggest(SHELF, [], [scenario.id for scenario in SHELF]) is None


def test_nothing_is_suggested_where_there_is_nothing_else() -> None:
    """One scenario that was just rehearsed is not suggested again."""
    assert suggest(SHELF[:1], [tried("vent", 80)]) is None
    assert suggest((), []) is None


ids = st.sampled_from([*(scenario.id for scenario in SHELF), "gone"])
marks = st.integers(0, 100)
rehearsals = st.lists(st.builds(Tried, ids, st.none() | marks, st.builds(Marks, *[marks] * 5)))


@given(past=rehearsals)
def test_never_the_same_twice_running(past: list[Tried]) -> None:
    """Whatever came before; and what is to be practised can be practised with it."""
    suggestion = suggest(SHELF, past)

    assert suggestion is not None
    assert suggestion.scenario.id not in {one.scenario_id for one in past[:1]}
    assert suggestion.competence in suggestion.scenario.competences


def test_competences_are_counted_over_all_rehearsals() -> None:
    """All seventeen are there, those that were never practised with 0."""
    times = times_practised(SHELF, [tried("brief", 50), tried("vent", None), tried("gone", 50)])

    assert list(times) == list(C)
    assert {one: many for one, many in times.items() if many} == {C.LET_VENT: 2, C.BE_BRIEF: 1}
