"""What a reply is answered with: the situation that the next line has to fit."""

from dataclasses import dataclass

from trainer.customer.hearing import Heard
from trainer.customer.mood import Mood, boundary_is_due, misses
from trainer.customer.rules import Event
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.scenario import Situation
from trainer.techniques.technique import INFLAMING, TechniqueId

__all__ = ["Answer", "Moment", "answer_to"]

S = Situation
T = TechniqueId
CUT_IN_AGAIN = 3
"""From so many interruptions on they say that it is happening again."""
WARM = (
    T.ACKNOWLEDGE_FEELINGS,
    T.VALIDATE,
    T.APOLOGISE,
    T.TAKE_RESPONSIBILITY,
    T.TAKE_SIDE,
    T.REFLECT,
)
REASSURING = (T.ASSURE, T.FOLLOW_UP, T.THANK, T.NEXT_STEPS, T.INTRODUCE_SELF)


@dataclass(frozen=True, slots=True)
class Moment:
    """A reply, and the customer before and after taking it in."""

    mood: Mood
    before: CustomerState
    after: CustomerState
    heard: Heard

    @property
    def has_vent(self) -> bool:
        """Something is still to be let off, since nobody has listened."""
        pieces = self.mood.scenario.lines.vent
        return not self.after.heard and self.after.vented < len(pieces)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the next line answers; `fact` when it is the answer to a question for one."""

    situation: Situation
    fact: str = ""


def answer_to(moment: Moment, *, cut_in: bool) -> Answer:
    """Return what a reply is answered with."""
    if moment.heard.has(T.INSULT):
        return Answer(S.INSULTED)
    if cut_in:
        again = moment.after.count(Event.INTERRUPTION) >= CUT_IN_AGAIN
        return Answer(S.INTERRUPTED_AGAIN if again else S.INTERRUPTED)
    if not moment.heard.words:
        return Answer(S.NOT_CAUGHT)
    for answer in (_to_provocation, _to_parting, _to_offer, _to_refusal):
        if situation := answer(moment):
            return Answer(situation)
    if found := _to_question(moment):
        return found
    return Answer(_to_listening(moment) or _to_nothing(moment))


def _to_provocation(moment: Moment) -> Situation | None:
    heard = moment.heard
    if heard.too_much or heard.has(T.GIVE_IN):
        return S.GAVE_IN
    if heard.has(T.DISMISS):
        return S.DISMISSED
    if heard.has(T.BLAME):
        return S.BLAMED
    if heard.has(T.FLAT_REFUSAL, T.HIDE_BEHIND_POLICY):
        kind = heard.has(T.HOLD_LINE) and moment.after.heard
        return S.REFUSED_KIND if kind else S.REFUSED_BARE
    return S.INFLAMED if heard.has(*INFLAMING) else None


def _to_parting(moment: Moment) -> Situation | None:
    if moment.heard.has(T.HAND_OVER):
        return S.HANDED_OVER_EARLY
    if moment.heard.has(T.SET_BOUNDARY, T.PAUSE_CONTACT):
        due = boundary_is_due(moment.mood.rules, moment.before)
        return S.BOUNDARY_SET if due else S.INFLAMED
    return None


def _to_offer(moment: Moment) -> Situation | None:
    before, after, heard = moment.before, moment.after, moment.heard
    if heard.offers and not after.heard:
        return S.OFFERED_TOO_EARLY
    if misses(before, heard):
        return None if heard.has(T.HOLD_LINE) else S.OFFERED_WRONG
    moved = (before.offer, before.agreed) != (after.offer, after.agreed)
    return _pending(after) if moved or heard.remedy else None


def _to_refusal(moment: Moment) -> Situation | None:
    if not moment.heard.has(T.HOLD_LINE):
        return None
    return S.REFUSED_KIND if moment.after.heard else S.REFUSED_BARE


def _to_question(moment: Moment) -> Answer | None:
    after, heard = moment.after, moment.heard
    for_a_fact = heard.asked and not heard.has(T.REFLECT)  # "is that right?" asks for none
    if for_a_fact and (after.heard or heard.has(T.ASK_PERMISSION)):
        return Answer(S.ASKED_CLOSED, fact=heard.asked[0])
    if heard.has(T.OPEN_QUESTION, T.INVITE_VENTING):
        return Answer(S.VENT if moment.has_vent else _pending(after) or S.ASKED_OPEN)
    checks = heard.has(T.REFLECT, T.SEEK_AGREEMENT) or heard.facts
    if for_a_fact or heard.has(T.ASK_PERMISSION) or (heard.question and not checks):
        return Answer(S.ASKED_CLOSED if after.heard else S.ASKED_TOO_EARLY)
    return None


def _to_listening(moment: Moment) -> Situation | None:
    before, heard = moment.before, moment.heard
    if heard.has(T.ANNOUNCE_PAUSE):
        return S.ASKED_TO_WAIT
    if _parrots(moment):
        return S.REPEATED_APOLOGY
    new = any(name not in before.known for name in heard.facts)
    if new or (heard.facts and heard.has(T.REFLECT)):
        return S.REFLECTED
    return _to_warmth(moment) if moment.after.heard else None


def _to_warmth(moment: Moment) -> Situation | None:
    warm = moment.heard.has(*WARM)
    if warm and not moment.before.heard:
        return S.ACKNOWLEDGED
    if pending := _pending(moment.after):
        return pending
    if warm:
        return S.ACKNOWLEDGED
    return S.REASSURED if moment.heard.has(*REASSURING) else None


def _to_nothing(moment: Moment) -> Situation:
    if moment.has_vent:
        return S.VENT
    warm = moment.heard.has(*WARM)
    return _pending(moment.after) or (S.ACKNOWLEDGED if warm else S.NOT_FOLLOWED)


def _pending(state: CustomerState) -> Situation | None:
    """Return what an offer on the table still lacks; None when there is no offer."""
    if state.offer is Offer.NONE:
        return None
    if state.offer is Offer.WITHOUT_TIME:
        return S.OFFERED_WITHOUT_TIME
    return S.NOT_YET if state.agreed else S.OFFERED_RIGHT


def _parrots(moment: Moment) -> bool:
    rule = moment.mood.rules.rule(T.APOLOGISE)
    worn = rule.is_worn(moment.before.count(T.APOLOGISE))
    others = moment.heard.has(*(technique for technique in WARM if technique is not T.APOLOGISE))
    return moment.heard.has(T.APOLOGISE) and worn and not others
