from tests.support.rating import english
from trainer.techniques.resolve import resolve
from trainer.techniques.technique import Technique, TechniqueId


def heard(technique: TechniqueId, start: int, end: int) -> Technique:
    """Return a match on some words."""
    return Technique(technique, start, end, "", 0.5, "an entry")


def test_a_time_in_a_promise_that_can_not_be_kept_is_no_time() -> None:
    """Beside giving in, when and how it will be done count for nothing, wherever they stand."""
    gave_in = heard(TechniqueId.GIVE_IN, 0, 2)
    time = heard(TechniqueId.GIVE_TIME, 5, 8)

    assert resolve([gave_in, time], english().techniques) == (gave_in,)
    assert resolve([time], english().techniques) == (time,)
