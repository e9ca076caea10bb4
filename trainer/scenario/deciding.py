"""Which competences decide how a scenario ends: without them it can't end well."""

from collections.abc import Iterator, Mapping

from trainer.scenario.kinds import Competence, Need, Occasion, StopsFor
from trainer.scenario.scenario import USUAL_PATIENCE_S, Scenario

__all__ = ["HOW_TO_DECIDE", "deciding", "never_accepted"]

C = Competence
BY_NEED: Mapping[Need, Competence] = {
    Need.ACKNOWLEDGED: C.ACKNOWLEDGE,
    Need.APOLOGY: C.APOLOGISE,
    Need.UNDERSTOOD: C.LISTEN_REFLECTIVELY,
    Need.EXPLANATION: C.LEARN,
    Need.ON_MY_SIDE: C.BE_ON_THEIR_SIDE,
    Need.SOLUTION: C.OFFER_SOLUTION,
    Need.ASSURANCE: C.ASSURE,
    Need.FOLLOW_UP: C.FOLLOW_UP,
    Need.HAND_OVER: C.HAND_OVER,
}
HOW_TO_DECIDE: Mapping[Competence, str] = {
    C.LET_VENT: "write customer.vents_first",
    C.STAY_CALM: "write insults",
    C.ASK_OPEN_QUESTIONS: "write rambles",
    C.ASK_PERMISSION: "make a fact sensitive and needed",
    C.BE_BRIEF: f"write customer.patience_s, less than {USUAL_PATIENCE_S}",
    C.HOLD_THE_LINE: "write demands",
    C.RESIST_THREATS: "write threats",
    C.SET_BOUNDARIES: "write insults with stop_for: boundary or nothing",
    **{competence: f"write {need} under needs" for need, competence in BY_NEED.items()},
}
"""What makes the end of a scenario hang on a competence."""


def deciding(scenario: Scenario) -> frozenset[Competence]:
    """Return the competences without which the scenario can't end well."""
    found = frozenset((*_by_person(scenario), *_by_insults(scenario)))
    return found if _insults_for_good(scenario) else found.union(_by_settling(scenario))


def never_accepted(scenario: Scenario) -> str:
    """Return why the customer never takes an offer and goes; empty where they may."""
    if Need.HAND_OVER in scenario.needs:
        return "take hand_over out of needs"
    if _insults_for_good(scenario):
        return "write insults with stop_for: calm or boundary"
    follows_up = scenario.occasion is Occasion.FOLLOW_UP and scenario.lines.loyal
    return "leave out lines.loyal" if follows_up else ""


def _insults_for_good(scenario: Scenario) -> bool:
    return scenario.insults is not None and scenario.insults.stop_for is StopsFor.NOTHING


def _by_person(scenario: Scenario) -> Iterator[Competence]:
    if scenario.customer.vents_first:
        yield C.LET_VENT
    if scenario.customer.patience_s < USUAL_PATIENCE_S:
        yield C.BE_BRIEF


def _by_insults(scenario: Scenario) -> Iterator[Competence]:
    if scenario.insults is None:
        return
    yield C.STAY_CALM
    if scenario.insults.stop_for is not StopsFor.CALM:
        yield C.SET_BOUNDARIES


def _by_settling(scenario: Scenario) -> Iterator[Competence]:
    yield from (BY_NEED[need] for need in scenario.needs if need in BY_NEED)
    found = {
        C.ASK_OPEN_QUESTIONS: bool(scenario.rambles),
        C.ASK_PERMISSION: any(one.sensitive and one.needed for one in scenario.facts.values()),
        C.HOLD_THE_LINE: bool(scenario.demands),
        C.RESIST_THREATS: bool(scenario.threats),
    }
    yield from (competence for competence, decides in found.items() if decides)
