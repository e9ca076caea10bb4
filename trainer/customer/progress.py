"""What a reply brings: a hearing, needs that are met, an offer with its time, a say in it."""

from collections.abc import Iterator
from dataclasses import replace

from trainer.customer.hearing import Heard
from trainer.customer.mood import Mood, bluntly_asked
from trainer.customer.state import Course, CustomerState, Offer
from trainer.scenario.kinds import Need
from trainer.scenario.situation import Situation
from trainer.techniques.technique import TechniqueId

__all__ = ["progressed", "with_reply"]

T = TechniqueId
NOTICED = 0.25
"""A gain in warmth under this brings nobody further."""
AFTER_A_HEARING = frozenset({Need.ASSURANCE, Need.FOLLOW_UP, Need.EXPLANATION})
"""Needs that nothing meets before they feel heard."""


def with_reply(mood: Mood, state: CustomerState, heard: Heard) -> CustomerState:
    """Return the state with what a reply has brought."""
    feels_heard = mood.feels_heard(state, heard)
    offer = _offer(state, heard) if feels_heard else state.offer
    blunt = bluntly_asked(mood.scenario, state, heard)
    asked = [name for name in heard.asked if name not in blunt]
    met = dict.fromkeys((*state.met, *_met(mood, heard, feels_heard=feels_heard)))
    return replace(
        state,
        replies=state.replies + 1,
        warmth=mood.warmth(state, heard),
        heard=feels_heard,
        known=tuple(dict.fromkeys((*state.known, *heard.facts, *asked))),
        given=tuple(dict.fromkeys((*state.given, *heard.facts))),
        met=tuple(met),
        permitted=state.permitted or heard.has(T.ASK_PERMISSION),
        offer=offer,
        remedy=(heard.remedy or state.remedy) if offer is not Offer.NONE else "",
        agreed=state.agreed or (offer is not Offer.NONE and _asks_agreement(state, heard)),
        held_firm=state.held_firm or (feels_heard and heard.declines),
        gave_in=heard.gives_in or (state.gave_in and not _takes_back(state, heard)),
    )


def progressed(before: CustomerState, after: CustomerState, heard: Heard) -> bool:
    """Say whether a reply has brought the conversation any further."""
    nearer = after.agreed and after.pressure < before.pressure
    warmer = after.warmth - before.warmth >= NOTICED and not before.heard
    asked = heard.has(T.OPEN_QUESTION) and not before.count(T.OPEN_QUESTION)
    return nearer or warmer or asked or _brought(before) != _brought(after)


def _brought(state: CustomerState) -> tuple[object, ...]:
    courses = (state.courses.demands, state.courses.threats, state.courses.redirected)
    needs = (state.heard, state.known, state.given, state.met, state.offer, state.agreed)
    return (*needs, *courses, state.held_firm, state.permitted, state.courses.bounded)


def _met(mood: Mood, heard: Heard, *, feels_heard: bool) -> Iterator[Need]:
    if heard.inflames:
        return
    named = {need for one in heard.techniques for need in mood.rules.rule(one.id).meets}
    found = {*named, *([Need.ASSURANCE] if heard.assures else [])}
    found |= {Need.EXPLANATION} if heard.explains else set()
    yield from sorted(found if feels_heard else found - AFTER_A_HEARING)


def _offer(state: CustomerState, heard: Heard) -> Offer:
    if not heard.remedy and state.offer is Offer.NONE:
        return Offer.NONE
    if heard.timed:
        return Offer.WITH_TIME
    return Offer.WITHOUT_TIME if state.offer is Offer.NONE else state.offer


def _takes_back(state: CustomerState, heard: Heard) -> bool:
    """Say whether a no takes back what was promised; a no to a demand answers only that."""
    return heard.declines and state.courses.standing is not Course.DEMAND


def _asks_agreement(state: CustomerState, heard: Heard) -> bool:
    confirms = state.last_situation is Situation.OFFERED_RIGHT and heard.words > 0
    turns_away = heard.inflames or heard.has(T.HAND_OVER)
    return heard.has(T.SEEK_AGREEMENT) or (confirms and not turns_away)
