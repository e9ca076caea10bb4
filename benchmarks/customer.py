"""How simulated trainees end with the customer of every bundled scenario, over many seeds.

They speak sentences, made of the scenario's own words, in which the rehearsal's own detector hears
the techniques; they know nothing of the customer's state. A dead end is a conversation that neither
ends by itself nor by the scenario's time. An unfit line is one that the table of fitness in
tests/support/fitness.py does not allow as the answer to what was said. An unexplained move is one
without a reason, or a change of pressure that no move tells.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec

from benchmarks.figures import Figures, run, say
from tests.support.fitness import fits
from tests.support.played import Rehearsed, rehearse
from tests.support.scenarios import BUNDLED, bundled, rules
from tests.support.trainees import TRAINEES
from trainer.customer.customer import Customer
from trainer.scenario.deciding import deciding
from trainer.scenario.kinds import Competence

CONVERSATIONS = 1_000
"""With each trainee, over all scenarios."""
ABLATED = 10
"""Seeds for each expert who lacks one competence."""
DELIVERY = "benchmarks.delivery"
"""Measures the voices, where it is there."""


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Play every scenario with every trainee."""
    seeds = -(-CONVERSATIONS // len(BUNDLED))
    say(f"{len(BUNDLED)} scenarios, {len(TRAINEES)} trainees, {seeds} seeds each ...")
    played = {trainee: list(_played(trainee, seed, seeds)) for trainee in TRAINEES}
    everybody = [one for found in played.values() for one in found]
    figures: dict[str, float | None] = {
        "scenarios": len(BUNDLED),
        "conversations": len(everybody),
        **{f"good_ending_{trainee}": _share(found) for trainee, found in played.items()},
        **{
            f"{trainee}_beats_decent": _beaten(played[trainee], played["decent"])
            for trainee in ("parrot", "pushover")
        },
        "dead_ends": sum(not one.ending for _, one in everybody),
        "unfit_lines": sum(_unfit(name, one) for name, one in everybody),
        "unexplained_moves": sum(_unexplained(one) for _, one in everybody),
        "minutes_longest": max(one.lasted_ms for _, one in everybody) / 60_000,
        **_deciding(seed),
        **_delivery(seed),
    }
    endings = {
        trainee: dict(Counter(one.ending for _, one in found)) for trainee, found in played.items()
    }
    return figures, {"endings": endings}


Played = tuple[str, Rehearsed]


def _played(trainee: str | Competence, seed: int, seeds: int) -> Iterator[Played]:
    for name in BUNDLED:
        scenario = bundled(name)
        for number in range(seed * seeds, (seed + 1) * seeds):
            yield name, rehearse(Customer(scenario, rules(), number), trainee)


def _share(found: list[Played]) -> float:
    return sum(one.good for _, one in found) / len(found)


def _beaten(others: list[Played], decent: list[Played]) -> int:
    return sum(
        other.good and not one.good for (_, other), (_, one) in zip(others, decent, strict=True)
    )


def _unfit(name: str, played: Rehearsed) -> int:
    return sum(not fits(bundled(name), exchange) for exchange in played.exchanges)


def _unexplained(played: Rehearsed) -> int:
    told = played.first.pressure + sum(move.change for move in played.moves)
    return sum(not move.why for move in played.moves) + (told != played.last.pressure)


def _deciding(seed: int) -> dict[str, float]:
    """Return how often competences decide, and how experts end who lack one that does."""
    decided: Counter[Competence] = Counter()
    good = total = 0
    for name in BUNDLED:
        scenario = bundled(name)
        for competence in sorted(deciding(scenario)):
            decided[competence] += 1
            for number in range(seed * ABLATED, (seed + 1) * ABLATED):
                good += rehearse(Customer(scenario, rules(), number), competence).good
                total += 1
    return {
        "good_ending_lacking_one": good / total,
        "competences_deciding": len(decided),
        "competences_deciding_twice": sum(count > 1 for count in decided.values()),
    }


def _delivery(seed: int) -> Mapping[str, float]:
    if find_spec(DELIVERY) is None:
        return {}
    found: Mapping[str, float] = import_module(DELIVERY).measure_delivery(seed)
    return found


if __name__ == "__main__":
    run("customer", measure)
