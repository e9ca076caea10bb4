"""What the customer has got so far: a hearing, an offer with its time, a say in it."""

from dataclasses import replace

from trainer.customer.hearing import Heard
from trainer.customer.mood import Mood
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.scenario import Situation
from trainer.techniques.technique import TechniqueId

__all__ = ["progressed", "with_needs"]

T = TechniqueId
NOTICED = 0.25
"""A gain in warmth under this brings nobody further."""


def with_needs(mood: Mood, state: CustomerState, heard: Heard) -> CustomerState:
    """Return the state with what a reply has brought."""
    feels_heard = mood.feels_heard(state, heard)
    offer = _offer(state, heard) if feels_heard else state.offer
    known = [name for name in (*heard.facts, *heard.asked) if name not in state.known]
    return replace(
        state,
        warmth=mood.warmth(state, heard),
        heard=feels_heard,
        known=(*state.known, *dict.fromkeys(known)),
        offer=offer,
        remedy=(heard.remedy or state.remedy) if offer is not Offer.NONE else "",
        agreed=state.agreed or (offer is not Offer.NONE and _asks_agreement(state, heard)),
        held_firm=state.held_firm or (feels_heard and heard.has(T.HOLD_LINE)),
        gave_in=_gave_in(state, heard),
    )


def progressed(before: CustomerState, after: CustomerState, heard: Heard) -> bool:
    """Say whether a reply has brought the conversation any further."""
    nearer = after.agreed and after.pressure < before.pressure
    warmer = after.warmth - before.warmth >= NOTICED and not before.heard
    asked = heard.has(T.OPEN_QUESTION) and not before.count(T.OPEN_QUESTION)
    return nearer or warmer or asked or _needs(before) != _needs(after)


def _needs(state: CustomerState) -> tuple[object, ...]:
    return state.heard, state.known, state.offer, state.agreed, state.held_firm


def _offer(state: CustomerState, heard: Heard) -> Offer:
    if not heard.remedy and state.offer is Offer.NONE:
        return Offer.NONE
    if heard.timed:
        return Offer.WITH_TIME
    return Offer.WITHOUT_TIME if state.offer is Offer.NONE else state.offer


def _asks_agreement(state: CustomerState, heard: Heard) -> bool:
    confirms = state.last_situation is Situation.OFFERED_RIGHT and heard.words > 0
    return heard.has(T.SEEK_AGREEMENT) or (confirms and not heard.inflames)


def _gave_in(state: CustomerState, heard: Heard) -> bool:
    if heard.too_much or heard.has(T.GIVE_IN):
        return True
    return state.gave_in and not heard.has(T.HOLD_LINE)
