"""How a conversation ends, whether that is good, and why."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.conversation.timeline import Outcome
from trainer.customer.answer import Moment
from trainer.customer.courses import has_open_courses, wants_redirecting
from trainer.customer.mood import boundary_is_due, hand_over_is_due
from trainer.customer.needs import missing_needs
from trainer.customer.rules import Event, Rules
from trainer.customer.state import Course, CustomerState
from trainer.scenario.kinds import Need, Occasion, Setting, StopsFor
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.techniques.technique import TechniqueId

__all__ = [
    "GOOD",
    "Ending",
    "EndingId",
    "after_reply",
    "after_silence",
    "is_satisfied",
    "is_settled",
    "on_call",
]

S = Situation
T = TechniqueId


class EndingId(StrEnum):
    """Every ending."""

    SATISFIED = "satisfied"
    LOYAL = "loyal"
    STOOD_FIRM = "stood_firm"
    HANDED_OVER = "handed_over"
    BOUNDARY_KEPT = "boundary_kept"
    CALL_PAUSED = "call_paused"
    GAVE_IN = "gave_in"
    BRUSHED_OFF = "brushed_off"
    WALKED_OUT = "walked_out"
    HUNG_UP = "hung_up"
    RAN_OUT_OF_TIME = "ran_out_of_time"


E = EndingId
GOOD = frozenset(
    {E.SATISFIED, E.LOYAL, E.STOOD_FIRM, E.HANDED_OVER, E.BOUNDARY_KEPT, E.CALL_PAUSED}
)
"""Those a trainer would be content with."""


COMES_FIRST = frozenset(
    {
        S.ASKED_CLOSED,
        S.ASKED_TOO_EARLY,
        S.ASKED_PERMISSION,
        S.ASKED_WITHOUT_PERMISSION,
        S.ASKED_TO_WAIT,
        S.CORRECTED,
        S.UNASKED,
        S.NOT_CAUGHT,
        S.GAVE_IN,
        S.THREAT_DROPPED,
    }
)
"""These answers are given before they settle."""
PROVOKED = frozenset(
    {
        S.INFLAMED,
        S.DISMISSED,
        S.BLAMED,
        S.INSULTED,
        S.REFUSED_BARE,
        S.INTERRUPTED,
        S.HANDED_OVER_EARLY,
    }
)
"""After these answers nobody settles."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome and the situation whose line closes the conversation."""

    outcome: Outcome
    closing: Situation


def after_reply(moment: Moment, answer: Situation) -> Ending | None:
    """Return how a reply ends the conversation; None when it goes on.

    Args:
        moment: The reply that is answered.
        answer: What it is answered with if it goes on.
    """
    rules, scenario, after = moment.mood.rules, moment.mood.scenario, moment.after
    if after.pressure >= rules.limits.leaves_at:
        return _leaving(scenario, "the pressure boiled over")
    if ending := _by_choice(moment):
        return ending
    if is_settled(rules, scenario, after) and answer not in COMES_FIRST | PROVOKED:
        return _settled(scenario, after)
    if wants_redirecting(scenario, after) and after.courses.rambled > len(scenario.rambles):
        why = "they talked of other things until no time was left, and nobody asked what would help"
        return _ending(E.RAN_OUT_OF_TIME, why, S.OUT_OF_TIME)
    return _out_of_patience(rules, scenario, after)


def after_silence(scenario: Scenario, rules: Rules, after: CustomerState) -> Ending | None:
    """Return how a silence ends the conversation; None when it goes on."""
    if after.count(Event.SILENCE) >= rules.limits.silences:
        return _leaving(scenario, f"nobody answered, {after.count(Event.SILENCE)} times")
    if after.pressure >= rules.limits.leaves_at:
        return _leaving(scenario, "the pressure boiled over while nobody answered")
    return None


def on_call(scenario: Scenario, rules: Rules, state: CustomerState, by: str) -> Ending:
    """Return how the conversation ends when somebody or something else ends it."""
    if is_satisfied(rules, scenario, state) and not has_open_courses(scenario, state):
        return _settled(scenario, state)
    if by == "trainee" and _insults_go_on(state):
        return _ending(E.CALL_PAUSED, _KEPT, S.CALL_PAUSED)
    if by == "trainee":
        why = "you ended it before anything was settled"
        return _ending(E.BRUSHED_OFF, why, S.ENDED_EARLY)
    ran_out = "the replies" if by == "replies" else "the time"
    why = f"{ran_out} ran out before anything was settled{_wanting(rules, scenario, state)}"
    return _ending(E.RAN_OUT_OF_TIME, why, S.OUT_OF_TIME)


def is_settled(rules: Rules, scenario: Scenario, state: CustomerState) -> bool:
    """Say whether they have all they need, have agreed to it and are done with the rest."""
    agreed = state.agreed or Need.SOLUTION not in scenario.needs
    open_courses = has_open_courses(scenario, state)
    return agreed and is_satisfied(rules, scenario, state) and not open_courses


def is_satisfied(rules: Rules, scenario: Scenario, state: CustomerState) -> bool:
    """Say whether they have what they need, believe it and are calm enough to take it."""
    limits = rules.limits
    calm = state.pressure < limits.takes_offer_below and state.trust >= limits.believes_from
    whole = not missing_needs(rules, scenario, state) and state.heard
    return calm and whole and not wants_redirecting(scenario, state)


def _by_choice(moment: Moment) -> Ending | None:
    before, after, heard = moment.before, moment.after, moment.heard
    if heard.has(T.HAND_OVER) and not heard.inflames:
        return _handed_over(moment)
    if heard.has(T.SET_BOUNDARY, T.PAUSE_CONTACT) and not heard.inflames:
        return _kept_boundary(moment)
    if after.gave_in and before.gave_in and heard.gives_in:
        return _ending(E.GAVE_IN, _CAVED, S.TOOK_IT)
    return None


_CAVED = "you promised what you may not offer"


def _handed_over(moment: Moment) -> Ending | None:
    rules, scenario, before = moment.mood.rules, moment.mood.scenario, moment.before
    if hand_over_is_due(rules, scenario, before, moment.after):
        if moment.after.gave_in:
            return _ending(E.GAVE_IN, _CAVED, S.TOOK_IT)
        why = "you had tried, and passed it on with the story told"
        return _ending(E.HANDED_OVER, why, S.HANDED_OVER)
    if before.count(T.HAND_OVER) and not moment.passes_on:
        why = "you passed them on twice before trying anything"
        return _ending(E.BRUSHED_OFF, why, S.LEAVING)
    return None


def _kept_boundary(moment: Moment) -> Ending | None:
    before = moment.before
    named = before.count(T.SET_BOUNDARY) or before.count(T.PAUSE_CONTACT)
    if not named or not boundary_is_due(moment.mood.rules, before):
        return None
    if moment.heard.has(T.PAUSE_CONTACT):
        return _ending(
            E.CALL_PAUSED, f"{_KEPT}: you can talk again when it is calmer", S.CALL_PAUSED
        )
    return _ending(E.BOUNDARY_KEPT, _KEPT, S.CALL_PAUSED)


_KEPT = "you had named the boundary and its choice, and kept it politely"


def _insults_go_on(state: CustomerState) -> bool:
    """Say whether they have gone on although a boundary was set."""
    return state.courses.bounded and state.courses.standing is Course.INSULT


def _settled(scenario: Scenario, state: CustomerState) -> Ending:
    got = "they were heard and have what they need"
    if state.remedy:
        got = f"they were heard and take what was offered ({_remedy(scenario, state)})"
    if state.gave_in:
        return _ending(E.GAVE_IN, _CAVED, S.TOOK_IT)
    if scenario.occasion is Occasion.FOLLOW_UP:
        return _ending(E.LOYAL, f"{got}, and you had kept your word to come back to them", S.LOYAL)
    if _was_bounded(scenario, state):
        why = f"the insults stopped when you set a boundary, and then {got}"
        return _ending(E.BOUNDARY_KEPT, why, S.ACCEPTED)
    if state.held_firm:
        return _ending(E.STOOD_FIRM, f"{got}, and your no was kind and stood", S.ACCEPTED)
    return _ending(E.SATISFIED, got, S.ACCEPTED)


def _remedy(scenario: Scenario, state: CustomerState) -> str:
    return scenario.solution.remedies[state.remedy].what


def _was_bounded(scenario: Scenario, state: CustomerState) -> bool:
    insults = scenario.insults
    wanted = insults is not None and insults.stop_for is StopsFor.BOUNDARY
    return wanted and state.courses.bounded


def _out_of_patience(rules: Rules, scenario: Scenario, after: CustomerState) -> Ending | None:
    limits, courses = rules.limits, after.courses
    talked = after.count(Event.MONOLOGUE)
    idle = f"{after.idle} replies in a row brought nothing that helps"
    reasons = (
        (courses.retorts >= limits.retorts, f"you paid an insult back {courses.retorts} times"),
        (
            courses.borne >= limits.insults_borne,
            "the insults went on, and you never set a boundary or kept it",
        ),
        (talked >= limits.monologues, f"you talked until they cut in, {talked} times"),
        (after.idle >= limits.idle_replies, f"{idle}{_wanting(rules, scenario, after)}"),
    )
    return next((_leaving(scenario, why) for true, why in reasons if true), None)


def _wanting(rules: Rules, scenario: Scenario, state: CustomerState) -> str:
    """Return what was still wanted, to be added to a reason; empty when nothing was."""
    if state.courses.standing is Course.DEMAND:
        return "; what they demanded was not answered"
    missing = missing_needs(rules, scenario, state)
    if not missing:
        return ""
    return f"; they still missed this: {', '.join(_NAMES[need] for need in missing)}"


_NAMES = {
    Need.HEARD: "being heard",
    Need.ACKNOWLEDGED: "somebody who sees how it feels",
    Need.APOLOGY: "an apology",
    Need.UNDERSTOOD: "the facts given back right",
    Need.EXPLANATION: "what went wrong",
    Need.ON_MY_SIDE: "somebody on their side",
    Need.SOLUTION: "an offer that fits",
    Need.TIME: "a time",
    Need.ASSURANCE: "what will be different",
    Need.FOLLOW_UP: "a promise to follow it up",
    Need.HAND_OVER: "somebody who can decide it",
}


def _leaving(scenario: Scenario, why: str) -> Ending:
    on_phone = scenario.setting is Setting.TELEPHONE
    return _ending(E.HUNG_UP if on_phone else E.WALKED_OUT, why, S.LEAVING)


def _ending(which: EndingId, why: str, closing: Situation) -> Ending:
    sentence = f"{why[0].upper()}{why[1:]}."
    return Ending(Outcome(which.value, which in GOOD, sentence), closing)
