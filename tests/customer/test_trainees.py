"""Simulated trainees over all bundled scenarios and many seeds."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from tests.support.deciding import small_deciding, small_with_everything
from tests.support.fitness import fits
from tests.support.played import Rehearsed, rehearse
from tests.support.scenarios import BUNDLED, bundled, rules
from tests.support.trainees import BAD, TRAINEES
from trainer.customer.customer import Customer
from trainer.scenario.deciding import deciding
from trainer.scenario.kinds import Competence, StopsFor
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation

RULES = rules()
SEEDS, FEW = 8, 4
LAST_EXCHANGE_MS = 90_000
"""A reply that has begun when the time is up is heard to its end, and answered."""
MUDDLED_SEEDS = 720 // len(BUNDLED)
"""Who does anything finds what nobody has thought of."""


@cache
def rehearsed(name: str, trainee: str | Competence) -> tuple[Rehearsed, ...]:
    """Play a bundled scenario with a trainee, once a seed."""
    fewer = FEW if isinstance(trainee, Competence) else SEEDS
    seeds = MUDDLED_SEEDS if trainee == "muddler" else fewer
    return played(bundled(name), trainee, seeds)


def played(scenario: Scenario, trainee: str | Competence, seeds: int) -> tuple[Rehearsed, ...]:
    """Play a scenario with a trainee, once a seed."""
    return tuple(rehearse(Customer(scenario, RULES, seed), trainee) for seed in range(seeds))


def share(found: tuple[Rehearsed, ...]) -> float:
    """Return the share of conversations that ended well."""
    return sum(one.good for one in found) / len(found)


def holds_together(scenario: Scenario, found: tuple[Rehearsed, ...]) -> None:
    """Assert what must be so in every conversation, whoever the trainee is."""
    for one in found:
        moved = sum(move.change for move in one.moves)

        assert one.ending, "a dead end"
        assert one.lasted_ms < scenario.minutes * 60_000 + LAST_EXCHANGE_MS
        assert one.first.pressure + moved == one.last.pressure
        assert all(move.why and move.change for move in one.moves)
        for exchange in one.exchanges:
            assert fits(scenario, exchange), exchange
            assert exchange.reaction.line or exchange.reaction.situation in ("", "out_of_time")


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("trainee", TRAINEES)
def test_conversations_hold_together(name: str, trainee: str) -> None:
    """Every one ends in time, explains its pressure, and answers with lines that fit."""
    holds_together(bundled(name), rehearsed(name, trainee))


@pytest.mark.parametrize("name", BUNDLED)
def test_no_line_is_said_twice_in_a_row(name: str) -> None:
    """Each line differs from the one before it."""
    found = [one for trainee in TRAINEES for one in rehearsed(name, trainee)]

    assert all(before != after for one in found for before, after in pairwise(one.texts))


@pytest.mark.parametrize("name", BUNDLED)
def test_who_listens_ends_well_and_who_argues_does_not(name: str) -> None:
    """The expert's conversations end well, those of bad habits don't."""
    assert share(rehearsed(name, "expert")) >= 0.95
    assert share(rehearsed(name, "decent")) >= 0.5
    assert {trainee: share(rehearsed(name, trainee)) for trainee in BAD} == dict.fromkeys(BAD, 0)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("trainee", ["parrot", "pushover"])
def test_no_script_and_no_gift_beats_decency(name: str, trainee: str) -> None:
    """Whatever the seed, the decent one ends as well or better."""
    pairs = zip(rehearsed(name, "decent"), rehearsed(name, trainee), strict=True)

    assert all(decent.good >= other.good for decent, other in pairs)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_end_hangs_on_what_is_practised(name: str) -> None:
    """An expert who lacks just one of the competences that decide does not end well."""
    scenario = bundled(name)
    lacking = {one: share(rehearsed(name, one)) for one in deciding(scenario)}

    assert lacking == dict.fromkeys(lacking, 0)


def test_every_situation_comes_up() -> None:
    """No line is written in vain: with somebody, somewhere, all of them are said."""
    found = [one for name in BUNDLED for trainee in TRAINEES for one in rehearsed(name, trainee)]
    said = {reaction.situation for one in found for reaction in one.reactions}
    written = {one for name in BUNDLED for one in Situation if bundled(name).wordings(one)}

    assert {str(one) for one in written - BY_OTHERS} <= said


BY_OTHERS = {Situation.KEPT_WAITING, Situation.ENDED_EARLY, Situation.OUT_OF_TIME}
"""The driver brings them about; it is tested there."""


@pytest.mark.parametrize("competence", Competence)
def test_every_competence_can_decide(competence: Competence) -> None:
    """With the competence a small scenario ends well, without it badly, all else being equal."""
    scenario = small_deciding(competence)

    assert competence in deciding(scenario)
    assert share(played(scenario, "expert", SEEDS)) == 1
    assert share(played(scenario, competence, SEEDS)) == 0
    holds_together(scenario, played(scenario, "muddler", SEEDS))


@pytest.mark.parametrize("stop_for", StopsFor)
@pytest.mark.parametrize("hands_over", [False, True])
def test_all_troubles_at_once_can_be_handled(stop_for: StopsFor, *, hands_over: bool) -> None:
    """Whoever can do everything ends well, whoever lacks one thing does not, and all lines fit."""
    scenario = small_with_everything(stop_for, hands_over=hands_over)
    lacking = {one: share(played(scenario, one, FEW)) for one in deciding(scenario)}

    assert share(played(scenario, "expert", FEW)) == 1
    assert lacking == dict.fromkeys(lacking, 0)
    for trainee in TRAINEES:
        holds_together(scenario, played(scenario, trainee, FEW))


@pytest.mark.parametrize("name", BUNDLED)
def test_seeds_give_different_conversations(name: str) -> None:
    """The third try does not sound like the first."""
    seen = Counter(one.texts for one in rehearsed(name, "decent"))

    assert len(seen) > SEEDS / 2
