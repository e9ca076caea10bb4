"""For every situation, the replies that its lines may answer: a line must never miss the point."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.support.played import Exchange
from trainer.customer.happenings import Replied, SpokenOver, Stayed, TalkedTooLong
from trainer.customer.hearing import Heard, hear
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.kinds import Need
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.techniques.technique import TechniqueId

__all__ = ["fits"]

S = Situation
T = TechniqueId
WARM = (
    T.ACKNOWLEDGE_FEELINGS,
    T.VALIDATE,
    T.APOLOGISE,
    T.TAKE_RESPONSIBILITY,
    T.TAKE_SIDE,
    T.REFLECT,
)
REASSURING = (T.ASSURE, T.THANK, T.NEXT_STEPS, T.INTRODUCE_SELF)
REFUSING = (T.FLAT_REFUSAL, T.HIDE_BEHIND_POLICY)
BOUNDING = (T.SET_BOUNDARY, T.PAUSE_CONTACT)


@dataclass(frozen=True, slots=True)
class _Case:
    """One reply with its answer."""

    scenario: Scenario
    heard: Heard
    before: CustomerState
    after: CustomerState
    line_id: str

    @property
    def about(self) -> str:
        """The fact that the line is about."""
        return self.line_id.split(".")[1] if self.line_id.startswith("facts.") else ""

    @property
    def asks_for_a_fact(self) -> bool:
        """A question that a fact answers, put as one may put it."""
        polite = self.after.permitted or not any(
            self.scenario.facts[name].sensitive for name in self.heard.asked
        )
        return bool(self.heard.asked) and polite and not self.heard.has(T.REFLECT)

    @property
    def on_the_table(self) -> bool:
        """There is an offer to speak of, or none is wanted."""
        unwanted = Need.SOLUTION not in self.scenario.needs
        return self.after.offer is not Offer.NONE or unwanted


def fits(scenario: Scenario, exchange: Exchange) -> bool:
    """Say whether the line of an exchange may answer what happened in it."""
    situation = exchange.reaction.situation
    match exchange.happening:
        case SpokenOver():
            return situation in ("", S.SNAPPED)
        case Stayed():
            return situation in (S.SILENCE, S.KEPT_WAITING, S.LEAVING)
        case TalkedTooLong():
            return situation in (S.MONOLOGUE_CUT, S.LEAVING)
        case Replied() as replied if replied.cut_in:
            return situation in (S.INTERRUPTED, S.INTERRUPTED_AGAIN, S.INSULTED, *ENDS)
        case Replied(reply=reply, techniques=techniques):
            heard = hear(scenario, reply, techniques)
            line_id = exchange.reaction.line.id if exchange.reaction.line else ""
            case = _Case(scenario, heard, exchange.before, exchange.after, line_id)
            return FITS[Situation(situation)](case)
        case _:
            return situation in ENDS


ENDS = (S.LEAVING, S.ENDED_EARLY, S.OUT_OF_TIME, S.ACCEPTED, S.LOYAL, S.TOOK_IT)


def _benign(case: _Case) -> bool:
    return case.heard.words > 0 and not case.heard.inflames and not case.asks_for_a_fact


def _settles(case: _Case) -> bool:
    return _benign(case) and not case.heard.wrong


def _empty(case: _Case) -> bool:
    heard = case.heard
    asks = heard.question and not heard.has(T.SEEK_AGREEMENT)
    held = asks or heard.facts or heard.asked or heard.offers or heard.has(*WARM)
    return heard.words > 0 and not held and not heard.inflames


FITS: Mapping[Situation, Callable[[_Case], bool]] = {
    S.VENT: lambda case: _benign(case) and not case.heard.offers,
    S.ACKNOWLEDGED: lambda case: case.heard.has(*WARM),
    S.REFLECTED: lambda case: bool(case.heard.facts) and not case.heard.wrong,
    S.REASSURED: lambda case: case.heard.assures or case.heard.has(*REASSURING),
    S.FOLLOWED_UP: lambda case: case.heard.has(T.FOLLOW_UP),
    S.EXPLAINED: lambda case: case.heard.explains,
    S.ASKED_OPEN: lambda case: case.heard.has(T.OPEN_QUESTION, T.INVITE_VENTING),
    S.ASKED_CLOSED: lambda case: (
        case.about in case.heard.asked if case.about else case.heard.question
    ),
    S.ASKED_TOO_EARLY: lambda case: case.heard.question and not case.after.heard,
    S.ASKED_PERMISSION: lambda case: case.heard.has(T.ASK_PERMISSION),
    S.ASKED_WITHOUT_PERMISSION: lambda case: (
        any(case.scenario.facts[name].sensitive for name in case.heard.asked)
        and not case.after.permitted
    ),
    S.ASKED_TO_WAIT: lambda case: case.heard.has(T.ANNOUNCE_PAUSE),
    S.OFFERED_RIGHT: lambda case: _benign(case) and case.after.offer is not Offer.NONE,
    S.OFFERED_WITHOUT_TIME: lambda case: _benign(case) and case.after.offer is Offer.WITHOUT_TIME,
    S.OFFERED_TOO_EARLY: lambda case: case.heard.offers and not case.after.heard,
    S.OFFERED_WRONG: lambda case: case.heard.offers and not case.heard.remedy,
    S.NOT_YET: lambda case: _settles(case) and case.on_the_table,
    S.DOUBTED: lambda case: _settles(case) and case.on_the_table,
    S.STILL_MISSING: lambda case: (
        _settles(case)
        and ("hand_over" not in case.line_id if case.heard.has(T.HAND_OVER) else case.on_the_table)
    ),
    S.GAVE_IN: lambda case: case.heard.gives_in,
    S.REFUSED_KIND: lambda case: case.heard.declines and case.after.heard,
    S.REFUSED_BARE: lambda case: case.heard.declines or case.heard.has(*REFUSING),
    S.HANDED_OVER: lambda case: case.heard.has(T.HAND_OVER),
    S.HANDED_OVER_EARLY: lambda case: case.heard.has(T.HAND_OVER),
    S.BOUNDARY_SET: lambda case: case.heard.has(*BOUNDING),
    S.INFLAMED: lambda case: case.heard.inflames or case.heard.has(*BOUNDING),
    S.DISMISSED: lambda case: case.heard.has(T.DISMISS),
    S.BLAMED: lambda case: case.heard.has(T.BLAME),
    S.INSULTED: lambda case: case.heard.has(T.INSULT),
    S.REPEATED_APOLOGY: lambda case: (
        case.heard.has(T.APOLOGISE) and case.before.count(T.APOLOGISE) > 1
    ),
    S.MONOLOGUE_CUT: lambda case: case.heard.words > 0,
    S.NOT_CAUGHT: lambda case: not case.heard.words,
    S.NOT_FOLLOWED: lambda case: _empty(case) or (_settles(case) and case.before.idle > 0),
    S.IGNORED: _empty,
    S.ACCEPTED: _settles,
    S.LOYAL: _settles,
    S.TOOK_IT: lambda case: _settles(case) or case.heard.gives_in,
    S.CALL_PAUSED: lambda case: case.heard.has(*BOUNDING),
    S.LEAVING: lambda case: case.heard.words > 0,
    S.OUT_OF_TIME: lambda case: case.heard.words > 0,
    S.CORRECTED: lambda case: case.about in case.heard.wrong,
    S.UNASKED: lambda case: (
        _benign(case) and case.after.offer is not Offer.NONE and case.about not in case.after.known
    ),
    S.RAMBLING: _benign,
    S.THREATENING: _benign,
    S.THREAT_DROPPED: lambda case: _benign(case) and not case.heard.gives_in,
    S.DEMANDING: _benign,
    S.INSULTING: lambda case: case.heard.words > 0,
}
