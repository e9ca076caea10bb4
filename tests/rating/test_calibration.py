"""Own marks against given ones, once and over time."""

from trainer.rating.calibration import Calibration, calibrate, differences
from trainer.rating.scorecard import Marks


def test_difference_of_each_mark() -> None:
    """Own less given; a mark that one side lacks is left out."""
    own, given = Marks(80, 60, 50, None, 70), Marks(60, 70, 50, 90, None)

    assert differences(own, given) == {"listening": 20, "calming": -10, "steps": 0}


def test_calibration_over_time() -> None:
    """Mean and spread by hand: 20 and 10 too high, then once right."""
    pairs = [
        (Marks(listening=80), Marks(listening=60)),
        (Marks(listening=60, calming=40), Marks(listening=50, calming=70)),
        (Marks(listening=55), Marks(listening=55)),
    ]

    assert calibrate(pairs) == {
        "listening": Calibration(3, 10.0, 8.2),
        "calming": Calibration(1, -30.0, 0.0),
    }


def test_nobody_has_marked_themselves() -> None:
    """Then there is nothing to say."""
    assert calibrate([]) == {}
