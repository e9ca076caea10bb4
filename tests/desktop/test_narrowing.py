import pytest

from tests.support.desktop import example_scenario
from trainer.desktop.pages.home.narrowing import Narrowing

CARD = "Double charge, Marcus Bell, On the telephone, testing"


@pytest.mark.parametrize(
    ("narrowing", "keeps"),
    [
        (Narrowing(), True),
        (Narrowing("MARCUS charge"), True),
        (Narrowing("bus driver"), True),
        (Narrowing("billing line"), True),
        (Narrowing("marcus hotel"), False),
        (Narrowing(settings=frozenset({"telephone", "in_person"})), True),
        (Narrowing(settings=frozenset({"in_person"})), False),
        (Narrowing(difficulties=frozenset({"medium"})), True),
        (Narrowing(difficulties=frozenset({"easy", "hard"})), False),
        (Narrowing(competence="let_vent"), True),
        (Narrowing(competence="hold_the_line"), False),
        (Narrowing("marcus", competence="hold_the_line"), False),
    ],
)
def test_a_scenario_is_kept_when_all_that_is_asked_holds(narrowing: Narrowing, keeps: bool) -> None:  # noqa: FBT001 - a table's column
    """Words may stand on the card, in the place, or in who the customer is."""
    assert narrowing.keeps(example_scenario(), CARD, done=()) is keeps


def test_what_was_done_can_be_left_out() -> None:
    """Only then does it matter."""
    scenario = example_scenario()

    assert Narrowing().keeps(scenario, CARD, done={scenario.id})
    assert not Narrowing(not_done=True).keeps(scenario, CARD, done={scenario.id})
    assert Narrowing(not_done=True).keeps(scenario, CARD, done={"another"})
