"""How a conversation ends, whether that is good, and why."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.conversation.timeline import Outcome
from trainer.customer.hearing import Heard
from trainer.customer.mood import boundary_is_due, hand_over_is_due
from trainer.customer.rules import Event, Rules
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.scenario import Scenario, Setting, Situation
from trainer.techniques.technique import TechniqueId

__all__ = ["GOOD", "Ending", "EndingId", "after_reply", "after_silence", "is_settled", "on_call"]

T = TechniqueId


class EndingId(StrEnum):
    """Every ending."""

    SATISFIED = "satisfied"
    STOOD_FIRM = "stood_firm"
    HANDED_OVER = "handed_over"
    BOUNDARY_KEPT = "boundary_kept"
    GAVE_IN = "gave_in"
    BRUSHED_OFF = "brushed_off"
    WALKED_OUT = "walked_out"
    HUNG_UP = "hung_up"
    RAN_OUT_OF_TIME = "ran_out_of_time"


E = EndingId
GOOD = frozenset({E.SATISFIED, E.STOOD_FIRM, E.HANDED_OVER, E.BOUNDARY_KEPT})
"""Those a trainer would be content with."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome and the situation whose line closes the conversation."""

    outcome: Outcome
    closing: Situation


def after_reply(
    scenario: Scenario, rules: Rules, before: CustomerState, after: CustomerState, heard: Heard
) -> Ending | None:
    """Return how a reply ends the conversation; None when it goes on."""
    if after.pressure >= rules.limits.leaves_at:
        return _leaving(scenario, "the pressure boiled over")
    if ending := _by_choice(rules, before, after, heard):
        return ending
    if is_settled(rules, after) and after.agreed and not heard.inflames:
        return _settled(scenario, after)
    if after.idle >= rules.limits.idle_replies:
        return _leaving(scenario, f"{after.idle} replies in a row brought nothing that helps")
    return None


def after_silence(scenario: Scenario, rules: Rules, after: CustomerState) -> Ending | None:
    """Return how a silence ends the conversation; None when it goes on."""
    if after.count(Event.SILENCE) >= rules.limits.silences:
        return _leaving(scenario, f"nobody answered, {after.count(Event.SILENCE)} times")
    if after.pressure >= rules.limits.leaves_at:
        return _leaving(scenario, "the pressure boiled over while nobody answered")
    return None


def on_call(scenario: Scenario, rules: Rules, state: CustomerState, by: str) -> Ending:
    """Return how the conversation ends when somebody or something else ends it."""
    if is_settled(rules, state):
        return _settled(scenario, state)
    if by == "trainee":
        why = "you ended it before anything was settled"
        return _ending(E.BRUSHED_OFF, why, Situation.ENDED_EARLY)
    ran_out = "the replies" if by == "replies" else "the time"
    why = f"{ran_out} ran out before anything was settled"
    return _ending(E.RAN_OUT_OF_TIME, why, Situation.OUT_OF_TIME)


def is_settled(rules: Rules, state: CustomerState) -> bool:
    """Say whether there is nothing left but to agree."""
    calm = state.pressure < rules.limits.takes_offer_below
    return state.heard and state.offer is Offer.WITH_TIME and calm


def _by_choice(
    rules: Rules, before: CustomerState, after: CustomerState, heard: Heard
) -> Ending | None:
    if heard.has(T.HAND_OVER) and not heard.inflames:
        if hand_over_is_due(before):
            why = "you had tried, and passed it on with the story told"
            return _ending(E.HANDED_OVER, why, Situation.HANDED_OVER)
        if before.count(T.HAND_OVER):
            why = "you passed them on twice before trying anything"
            return _ending(E.BRUSHED_OFF, why, Situation.LEAVING)
    boundary = heard.has(T.SET_BOUNDARY, T.PAUSE_CONTACT) and before.count(T.SET_BOUNDARY)
    if boundary and boundary_is_due(rules, before) and not heard.inflames:
        why = "you had named the boundary and its choice, and kept it politely"
        return _ending(E.BOUNDARY_KEPT, why, Situation.BOUNDARY_SET)
    if after.gave_in and before.gave_in and (heard.too_much or heard.has(T.GIVE_IN)):
        return _ending(E.GAVE_IN, _CAVED, Situation.ACCEPTED)
    return None


_CAVED = "you promised what you may not offer"


def _settled(scenario: Scenario, state: CustomerState) -> Ending:
    remedy = scenario.solution.remedies[state.remedy].what
    got = f"they were heard and take what was offered ({remedy})"
    if state.gave_in:
        return _ending(E.GAVE_IN, _CAVED, Situation.ACCEPTED)
    if state.held_firm:
        why = f"{got}, and your no was kind and stood"
        return _ending(E.STOOD_FIRM, why, Situation.ACCEPTED)
    return _ending(E.SATISFIED, got, Situation.ACCEPTED)


def _leaving(scenario: Scenario, why: str) -> Ending:
    on_phone = scenario.setting is Setting.TELEPHONE
    return _ending(E.HUNG_UP if on_phone else E.WALKED_OUT, why, Situation.LEAVING)


def _ending(which: EndingId, why: str, closing: Situation) -> Ending:
    sentence = f"{why[0].upper()}{why[1:]}."
    return Ending(Outcome(which.value, which in GOOD, sentence), closing)
