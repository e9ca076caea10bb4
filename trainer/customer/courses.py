"""How demands, threats, insults and rambling begin, run and end."""

from dataclasses import replace

from trainer.customer.answer import Answer, Moment
from trainer.customer.hearing import Heard
from trainer.customer.mood import ends_for_calm, settles_demand, stands_up
from trainer.customer.state import Course, Courses, CustomerState
from trainer.scenario.kinds import StopsFor
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.techniques.technique import TechniqueId

__all__ = ["begun", "has_open_courses", "taken_up", "wants_redirecting"]

S = Situation
T = TechniqueId
BREAKS_IN = frozenset(
    {
        S.VENT,
        S.ACKNOWLEDGED,
        S.REFLECTED,
        S.REASSURED,
        S.FOLLOWED_UP,
        S.EXPLAINED,
        S.OFFERED_RIGHT,
        S.OFFERED_WITHOUT_TIME,
        S.OFFERED_TOO_EARLY,
        S.OFFERED_WRONG,
        S.NOT_YET,
        S.DOUBTED,
        S.STILL_MISSING,
        S.NOT_FOLLOWED,
        S.IGNORED,
    }
)
"""Instead of these answers they may come out with something of their own."""
TO_AN_OFFER = frozenset({S.OFFERED_RIGHT, S.OFFERED_WITHOUT_TIME, S.OFFERED_WRONG})
"""These answers no demand and no threat comes before: what was offered is taken up first."""


def taken_up(
    scenario: Scenario, before: CustomerState, after: CustomerState, heard: Heard
) -> Courses:
    """Return the courses once a reply has answered, or not, what stands."""
    courses = before.courses
    match courses.standing:
        case Course.DEMAND if settles_demand(heard, feels_heard=after.heard):
            done = courses.demands + 1
            return replace(courses, standing=Course.NONE, passed_over=0, demands=done)
        case Course.THREAT if heard.gives_in or stands_up(heard):
            done = courses.threats + 1
            return replace(courses, standing=Course.NONE, passed_over=0, threats=done)
        case Course.DEMAND | Course.THREAT if heard.words:
            courses = replace(courses, passed_over=courses.passed_over + 1)
        case Course.INSULT if heard.words:
            return _insult_taken(scenario, courses, heard)
    if after.heard and heard.has(T.OPEN_QUESTION) and not heard.inflames:
        return replace(courses, redirected=True)
    return courses


def _insult_taken(scenario: Scenario, courses: Courses, heard: Heard) -> Courses:
    if heard.inflames:
        retorts, insults = courses.retorts + 1, courses.insults + 1
        return replace(courses, retorts=retorts, insults=insults)
    over = replace(courses, standing=Course.NONE, insults_over=True)
    if ends_for_calm(scenario):
        return over
    if not heard.has(T.SET_BOUNDARY, T.PAUSE_CONTACT):
        return replace(courses, borne=courses.borne + 1, insults=courses.insults + 1)
    stops = scenario.insults is not None and scenario.insults.stop_for is StopsFor.BOUNDARY
    if stops:
        return replace(over, bounded=True)
    return replace(courses, bounded=True, insults=courses.insults + 1)


def begun(moment: Moment, answer: Answer, *, settling: bool) -> tuple[Courses, Answer]:
    """Return the courses and the answer, which may be the beginning of a course.

    Args:
        moment: The reply that is answered.
        answer: What it is answered with if nothing begins.
        settling: Nothing but what they still have to come out with keeps them from settling.
    """
    courses, scenario = moment.after.courses, moment.mood.scenario
    if courses.standing is not Course.NONE or answer.situation not in BREAKS_IN:
        return courses, answer
    if _insults_now(moment, settling=settling):
        begun = replace(courses, standing=Course.INSULT, insults=courses.insults + 1)
        return begun, Answer(S.INSULTING)
    if not (moment.after.heard and moment.before.heard) and not settling:
        return courses, answer
    if wants_redirecting(scenario, moment.after):
        return replace(courses, rambled=courses.rambled + 1), Answer(S.RAMBLING)
    if answer.situation in TO_AN_OFFER:
        return courses, answer
    return _claim(moment, answer, settling=settling)


def has_open_courses(scenario: Scenario, state: CustomerState) -> bool:
    """Say whether anything is still to come, or stands unanswered."""
    courses = state.courses
    claims = courses.demands < len(scenario.demands) or courses.threats < len(scenario.threats)
    return claims or courses.standing is not Course.NONE or _insists(scenario, state)


def wants_redirecting(scenario: Scenario, state: CustomerState) -> bool:
    """Say whether they talk of something else until an open question brings them back."""
    return bool(scenario.rambles) and not state.courses.redirected


def _claim(moment: Moment, answer: Answer, *, settling: bool) -> tuple[Courses, Answer]:
    courses, scenario = moment.after.courses, moment.mood.scenario
    threat = scenario.threats[courses.threats : courses.threats + 1]
    if threat and (settling or moment.after.replies >= threat[0].after):
        return replace(courses, standing=Course.THREAT), Answer(S.THREATENING)
    demand = scenario.demands[courses.demands : courses.demands + 1]
    if demand and (settling or moment.after.replies >= demand[0].after):
        return replace(courses, standing=Course.DEMAND), Answer(S.DEMANDING)
    return courses, answer


def _insults_now(moment: Moment, *, settling: bool) -> bool:
    insults, after = moment.mood.scenario.insults, moment.after
    if insults is None or after.courses.insults_over:
        return False
    if settling and _insists(moment.mood.scenario, after):
        return True
    angriest = max(moment.mood.scenario.opening_pressure, after.pressure)
    return after.replies >= insults.after and angriest >= insults.from_pressure


def _insists(scenario: Scenario, state: CustomerState) -> bool:
    """Say whether insults come before they settle: all that want a boundary, the others once."""
    insults = scenario.insults
    if insults is None or state.courses.insults_over:
        return False
    return not ends_for_calm(scenario) or scenario.opening_pressure >= insults.from_pressure
