"""Simulated trainees over all bundled scenarios and many seeds."""

from functools import cache

import pytest

from tests.support.scenarios import BUNDLED, bundled, rules
from tests.support.trainees import TRAINEES, TURNS, Rehearsed, rehearse
from trainer.customer.customer import Customer

SEEDS = 200
RULES = rules()


@cache
def rehearsed(name: str, trainee: str) -> tuple[Rehearsed, ...]:
    """Play a scenario with a trainee, once a seed."""
    scenario = bundled(name)
    return tuple(rehearse(Customer(scenario, RULES, seed), trainee) for seed in range(SEEDS))


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("trainee", TRAINEES)
def test_conversations_hold_together(name: str, trainee: str) -> None:
    """Every conversation ends in time, explains its pressure and never repeats itself at once."""
    for played in rehearsed(name, trainee):
        changes = sum(move.change for move in played.moves)

        assert played.last.outcome is not None
        assert played.last.turn < TURNS
        assert played.first.pressure + changes == played.last.pressure
        assert all(move.why for move in played.moves)
        assert all(one != after for one, after in zip(played.texts, played.texts[1:], strict=False))


@pytest.mark.parametrize("name", BUNDLED)
def test_the_calm_one_always_does_better_than_the_rude_one(name: str) -> None:
    """Whatever the seed, decency ends lower and well, rudeness higher and badly."""
    for calm, rude in zip(rehearsed(name, "calm"), rehearsed(name, "rude"), strict=True):
        assert calm.last.outcome is not None
        assert rude.last.outcome is not None
        assert (calm.last.outcome.good, rude.last.outcome.good) == (True, False)
        assert calm.last.pressure < rude.last.pressure


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("trainee", ["interrupter", "silent", "mumbler", "parrot", "lecturer"])
def test_bad_habits_end_badly(name: str, trainee: str) -> None:
    """Cutting in, silence, empty words, parroted apologies and lectures never end well."""
    outcomes = [played.last.outcome for played in rehearsed(name, trainee)]

    assert all(outcome is not None and not outcome.good for outcome in outcomes)


@pytest.mark.parametrize("name", BUNDLED)
def test_seeds_give_different_conversations(name: str) -> None:
    """The third try does not sound like the first."""
    assert len({played.texts for played in rehearsed(name, "calm")}) > SEEDS / 10
