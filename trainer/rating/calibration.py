"""How well a trainee judges themselves: own marks against those that were given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from statistics import fmean, pstdev

from trainer.rating.scorecard import Marks

__all__ = ["Calibration", "calibrate", "differences"]

NAMES = tuple(field.name for field in fields(Marks))


@dataclass(frozen=True, slots=True)
class Calibration:
    """How own marks lie against given ones over several rehearsals.

    Attributes:
        count: In how many both were there.
        mean: Own less given: above 0 for somebody who thinks better of themselves.
        spread: Standard deviation of the differences; 0 for somebody who is always as far off.
    """

    count: int
    mean: float
    spread: float


def differences(own: Marks, given: Marks) -> Mapping[str, int]:
    """Return own less given for each mark that is on both sides."""
    pairs = ((name, getattr(own, name), getattr(given, name)) for name in NAMES)
    return {name: mine - theirs for name, mine, theirs in pairs if None not in (mine, theirs)}


def calibrate(pairs: Iterable[tuple[Marks, Marks]]) -> Mapping[str, Calibration]:
    """Return how well each mark was judged over the rehearsals, given as own and given marks."""
    off = [differences(own, given) for own, given in pairs]
    found = {name: [one[name] for one in off if name in one] for name in NAMES}
    return {
        name: Calibration(len(many), round(fmean(many), 1), round(pstdev(many), 1))
        for name, many in found.items()
        if many
    }
