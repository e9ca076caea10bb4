"""What a reply is answered with: the situation that the next line has to fit."""

from collections.abc import Callable
from dataclasses import dataclass

from trainer.customer.hearing import Heard
from trainer.customer.mood import Mood, bluntly_asked, boundary_is_due, misses
from trainer.customer.needs import missing_needs, unasked
from trainer.customer.progress import progressed
from trainer.customer.rules import Event
from trainer.customer.state import Course, CustomerState, Offer
from trainer.scenario.kinds import Need
from trainer.scenario.scenario import ALWAYS_SAID
from trainer.scenario.situation import Situation
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
REASSURING = (T.ASSURE, T.THANK, T.NEXT_STEPS, T.INTRODUCE_SELF)
ASKING = (S.OFFERED_WITHOUT_TIME, S.DEMANDING)
"""With these lines they ask for something, however they put it."""
MAY_ASK = (S.STILL_MISSING, S.DOUBTED, S.NOT_FOLLOWED)
"""With these they ask where they put a question."""
SETTLED = {Course.DEMAND: S.REFUSED_KIND, Course.THREAT: S.THREAT_DROPPED}
REPEATED = {
    Course.DEMAND: S.DEMANDING,
    Course.THREAT: S.THREATENING,
    Course.INSULT: S.INSULTING,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A reply, and the customer before and after taking it in."""

    mood: Mood
    before: CustomerState
    after: CustomerState
    heard: Heard

    @property
    def has_vent(self) -> bool:
        """Something is still to be let off, since nobody has listened or they are asked for it."""
        left = self.after.vented < len(self.mood.scenario.lines.vent)
        return left and (not self.after.heard or self._invites)

    @property
    def has_to_vent(self) -> bool:
        """More has to be let off before anything can make them feel heard."""
        first = self.mood.scenario.customer.vents_first
        return not self.after.heard and self.after.vented < first

    @property
    def missing(self) -> tuple[Need, ...]:
        """Needs that are not met and that they have a line for."""
        needs = missing_needs(self.mood.rules, self.mood.scenario, self.after)
        return tuple(need for need in needs if need not in ALWAYS_SAID)

    @property
    def passes_on(self) -> bool:
        """The right end is to pass it on, and they have been heard."""
        return Need.HAND_OVER in self.mood.scenario.needs and self.after.heard

    @property
    def takes_up_something(self) -> bool:
        """The reply holds anything that can be answered."""
        heard = self.heard
        found = heard.techniques or heard.facts or heard.asked or heard.remedy or heard.question
        return bool(found or heard.explains or heard.assures or heard.timed)

    @property
    def was_asked(self) -> bool:
        """The customer's last line has asked for something."""
        before = self.before
        asks = before.last is not None and "?" in before.last.text
        return before.last_situation in ASKING or (asks and before.last_situation in MAY_ASK)

    @property
    def _invites(self) -> bool:
        only = {T.BACKCHANNEL, T.INVITE_VENTING}
        while_venting = self.before.last_situation is S.VENT
        techniques = {one.id for one in self.heard.techniques}
        return while_venting and bool(techniques) and techniques <= only


@dataclass(frozen=True, slots=True)
class Answer:
    """What the next line answers.

    Attributes:
        fact: The fact that is told, corrected or wanted.
        need: What they still miss.
        again: A demand or a threat is repeated.
    """

    situation: Situation
    fact: str = ""
    need: Need | None = None
    again: bool = False


def answer_to(moment: Moment, *, cut_in: bool) -> Answer:
    """Return what a reply is answered with."""
    if moment.heard.has(T.INSULT):
        return Answer(S.INSULTED)
    if cut_in:
        again = moment.after.count(Event.INTERRUPTION) >= CUT_IN_AGAIN
        return Answer(S.INTERRUPTED_AGAIN if again else S.INTERRUPTED)
    if not moment.heard.words:
        return Answer(S.NOT_CAUGHT)
    for answer in (_to_provocation, _to_parting):
        if situation := answer(moment):
            return Answer(situation)
    for find in FINDING:
        if found := find(moment):
            return found
    return _to_listening(moment) or _to_nothing(moment)


def _to_provocation(moment: Moment) -> Situation | None:
    heard = moment.heard
    if heard.gives_in:
        return S.GAVE_IN
    if heard.inflames and moment.before.courses.standing is Course.INSULT:
        return S.INSULTING
    if heard.has(T.DISMISS):
        return S.DISMISSED
    if heard.has(T.BLAME):
        return S.BLAMED
    if heard.has(T.FLAT_REFUSAL, T.HIDE_BEHIND_POLICY):
        return S.REFUSED_KIND if heard.declines and moment.after.heard else S.REFUSED_BARE
    return S.INFLAMED if heard.has(*INFLAMING) else None


def _to_parting(moment: Moment) -> Situation | None:
    if moment.heard.has(T.HAND_OVER) and not moment.passes_on:
        return S.HANDED_OVER_EARLY
    if moment.heard.has(T.SET_BOUNDARY, T.PAUSE_CONTACT):
        if not boundary_is_due(moment.mood.rules, moment.before):
            return S.INFLAMED
        goes_on = moment.after.courses.standing is Course.INSULT
        return S.INSULTING if goes_on else S.BOUNDARY_SET
    return None


def _to_passing_on(moment: Moment) -> Answer | None:
    if not moment.heard.has(T.HAND_OVER):
        return None
    missing = [need for need in moment.missing if need is not Need.HAND_OVER]
    if not missing:
        return Answer(S.HANDED_OVER_EARLY)
    return Answer(S.STILL_MISSING, need=missing[0])


def _to_wrong_fact(moment: Moment) -> Answer | None:
    wrong = moment.heard.wrong
    return Answer(S.CORRECTED, fact=wrong[0]) if wrong else None


def _to_fact_question(moment: Moment) -> Answer | None:
    """Return the answer to a question for a fact; "is that right?" asks for none."""
    after, heard = moment.after, moment.heard
    if not heard.asked or heard.has(T.REFLECT):
        return None
    if bluntly_asked(moment.mood.scenario, moment.before, heard):
        return Answer(S.ASKED_WITHOUT_PERMISSION)
    if after.heard or heard.has(T.ASK_PERMISSION):
        return Answer(S.ASKED_CLOSED, fact=heard.asked[0])
    return None


def _to_what_stands(moment: Moment) -> Answer | None:
    """Return what they say to a reply that has answered, or not, what they came out with."""
    stood, stands = moment.before.courses.standing, moment.after.courses.standing
    waits = moment.heard.has(T.ANNOUNCE_PAUSE) and stood is not Course.INSULT
    lets_be = moment.takes_up_something and moment.after.courses.passed_over % 2 == 0
    if stood is Course.NONE or waits:
        return None
    if stands is Course.NONE:
        return Answer(SETTLED[stood]) if stood in SETTLED else None
    if stood is not Course.INSULT and lets_be:
        return None
    return Answer(REPEATED[stood], again=True)


def _to_offer(moment: Moment) -> Answer | None:
    before, after, heard = moment.before, moment.after, moment.heard
    if heard.offers and not after.heard:
        return Answer(S.OFFERED_TOO_EARLY)
    if misses(before, heard) and not heard.declines:
        return Answer(S.OFFERED_WRONG)
    moved = (before.offer, before.agreed) != (after.offer, after.agreed)
    if found := _pending(moment) if moved or heard.remedy else None:
        return found
    if heard.declines:
        return Answer(S.REFUSED_KIND if after.heard else S.REFUSED_BARE)
    return None


def _to_explanation(moment: Moment) -> Answer | None:
    new = moment.heard.explains and Need.EXPLANATION not in moment.before.met
    return Answer(S.EXPLAINED) if new and moment.after.heard else None


def _to_question(moment: Moment) -> Answer | None:
    after, heard = moment.after, moment.heard
    if heard.has(T.OPEN_QUESTION, T.INVITE_VENTING):
        return Answer(S.VENT) if moment.has_vent else _pending(moment) or Answer(S.ASKED_OPEN)
    if heard.has(T.ASK_PERMISSION):
        return Answer(S.ASKED_PERMISSION)
    guessed = heard.has(*WARM) and not heard.marked
    checks = guessed or heard.has(T.REFLECT, T.SEEK_AGREEMENT) or heard.facts
    if (heard.asked and not heard.has(T.REFLECT)) or (heard.question and not checks):
        return Answer(S.ASKED_CLOSED if after.heard else S.ASKED_TOO_EARLY)
    return None


def _to_listening(moment: Moment) -> Answer | None:
    before, heard = moment.before, moment.heard
    if moment.was_asked and not (moment.takes_up_something or moment.has_vent):
        return Answer(S.IGNORED)
    if heard.has(T.ANNOUNCE_PAUSE):
        return Answer(S.ASKED_TO_WAIT)
    if _parrots(moment):
        return Answer(S.REPEATED_APOLOGY)
    if moment.has_to_vent:
        return Answer(S.VENT)
    new = any(name not in before.given for name in heard.facts)
    if new or (heard.facts and heard.has(T.REFLECT)):
        return Answer(S.REFLECTED)
    return _to_warmth(moment) if moment.after.heard else None


def _to_warmth(moment: Moment) -> Answer | None:
    warm = moment.heard.has(*WARM)
    if warm and not moment.before.heard:
        return Answer(S.ACKNOWLEDGED)
    if moment.heard.has(T.FOLLOW_UP) and Need.FOLLOW_UP not in moment.before.met:
        return Answer(S.FOLLOWED_UP)
    return _pending(moment) or _to_circles(moment) or _to_kindness(moment)


def _to_circles(moment: Moment) -> Answer | None:
    """Return what they miss when one kind reply follows another and nothing comes of it."""
    stands = moment.after.courses.standing is not Course.NONE
    if stands or not moment.before.idle:
        return None
    if progressed(moment.before, moment.after, moment.heard):
        return None
    return _missed(moment) or Answer(S.NOT_FOLLOWED)


def _to_kindness(moment: Moment) -> Answer | None:
    heard = moment.heard
    if heard.has(*WARM):
        return Answer(S.ACKNOWLEDGED)
    if heard.has(T.FOLLOW_UP):
        return Answer(S.FOLLOWED_UP)
    return Answer(S.REASSURED) if heard.assures or heard.has(*REASSURING) else None


def _to_nothing(moment: Moment) -> Answer:
    if moment.has_vent:
        return Answer(S.VENT)
    warm = Answer(S.ACKNOWLEDGED) if moment.heard.has(*WARM) else None
    again = Answer(S.REFLECTED) if moment.heard.facts else None
    return _pending(moment) or warm or _missed(moment) or again or Answer(S.NOT_FOLLOWED)


def _missed(moment: Moment) -> Answer | None:
    """Return what they say they miss where no offer is wanted for it."""
    solvable = Need.SOLUTION in moment.mood.scenario.needs
    if solvable or not moment.after.heard or not moment.missing:
        return None
    return Answer(S.STILL_MISSING, need=moment.missing[0])


def _pending(moment: Moment) -> Answer | None:
    """Return what an offer on the table still lacks; None when there is no offer."""
    state, limits = moment.after, moment.mood.rules.limits
    timed = Need.TIME not in moment.mood.scenario.needs or state.offer is Offer.WITH_TIME
    if state.offer is Offer.NONE:
        return None
    if fact := unasked(moment.mood.scenario, state):
        return Answer(S.UNASKED, fact=fact)
    if not timed:
        return Answer(S.OFFERED_WITHOUT_TIME)
    if not state.agreed:
        return Answer(S.OFFERED_RIGHT)
    if moment.missing:
        return Answer(S.STILL_MISSING, need=moment.missing[0])
    return Answer(S.DOUBTED if state.trust < limits.believes_from else S.NOT_YET)


def _parrots(moment: Moment) -> bool:
    rule = moment.mood.rules.rule(T.APOLOGISE)
    worn = rule.is_worn(moment.before.count(T.APOLOGISE))
    others = moment.heard.has(*(technique for technique in WARM if technique is not T.APOLOGISE))
    return moment.heard.has(T.APOLOGISE) and worn and not others


FINDING: tuple[Callable[[Moment], Answer | None], ...] = (
    _to_passing_on,
    _to_wrong_fact,
    _to_fact_question,
    _to_what_stands,
    _to_offer,
    _to_explanation,
    _to_question,
)
"""Looked through in this order, until one finds an answer."""
