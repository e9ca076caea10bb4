from dataclasses import fields

from trainer.rating.competences import SHOWN_IN, mark_of
from trainer.rating.scorecard import Marks
from trainer.scenario.kinds import Competence


def test_every_competence_shows_in_a_mark_that_exists() -> None:
    """All seventeen, each by one of the five."""
    assert set(SHOWN_IN) == set(Competence)
    assert set(SHOWN_IN.values()) <= {field.name for field in fields(Marks)}


def test_a_competence_is_marked_as_its_mark_is() -> None:
    """And not rated where that is not."""
    assert mark_of(Competence.LET_VENT, Marks(listening=58)) == 58
    assert mark_of(Competence.LET_VENT, Marks(steps=58)) is None
