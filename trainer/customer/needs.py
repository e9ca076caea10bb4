"""What the customer can't settle without, and which of it they have got."""

from collections.abc import Iterator

from trainer.customer.rules import Rules
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.kinds import Need
from trainer.scenario.scenario import Scenario

__all__ = ["met_needs", "missing_needs", "unasked"]


def met_needs(rules: Rules, scenario: Scenario, state: CustomerState) -> tuple[Need, ...]:
    """Return the scenario's needs that are met, in the scenario's order."""
    met = frozenset(_met(rules, scenario, state))
    return tuple(need for need in scenario.needs if need in met)


def missing_needs(rules: Rules, scenario: Scenario, state: CustomerState) -> tuple[Need, ...]:
    """Return the scenario's needs that are not met, in the scenario's order."""
    met = frozenset(_met(rules, scenario, state))
    return tuple(need for need in scenario.needs if need not in met)


def unasked(scenario: Scenario, state: CustomerState) -> str:
    """Return the name of a fact without which nothing can be arranged; empty when all is known."""
    needed = (name for name, fact in scenario.facts.items() if fact.needed)
    return next((name for name in needed if name not in state.known), "")


def _met(rules: Rules, scenario: Scenario, state: CustomerState) -> Iterator[Need]:
    yield from state.met
    if state.heard:
        yield Need.HEARD
    if len(state.given) >= min(rules.limits.understood_facts, len(scenario.facts)):
        yield Need.UNDERSTOOD
    if state.offer is not Offer.NONE and not unasked(scenario, state):
        yield Need.SOLUTION
    if state.offer is Offer.WITH_TIME:
        yield Need.TIME
