"""What a customer is like at one moment of the conversation."""

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trainer.conversation.lines import Line
from trainer.conversation.timeline import Outcome
from trainer.scenario.kinds import Need, Step
from trainer.scenario.situation import Situation

__all__ = ["Course", "Courses", "CustomerState", "Cut", "Offer", "step_of"]


class Offer(StrEnum):
    """How far a fitting offer has come."""

    NONE = "none"
    WITHOUT_TIME = "without_time"
    WITH_TIME = "with_time"


class Course(StrEnum):
    """What the customer has done last that still wants an answer."""

    NONE = "none"
    DEMAND = "demand"
    THREAT = "threat"
    INSULT = "insult"


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that was cut off and how many of its words went unheard."""

    line: Line
    unheard: int


@dataclass(frozen=True, slots=True)
class Courses:
    """How far demands, threats, insults and rambling have run.

    Attributes:
        standing: What still wants an answer.
        passed_over: How many replies have passed it over since it was last answered with a line.
        demands: How many demands were answered.
        threats: How many threats were answered.
        insults: How many insults were said.
        insults_over: They won't insult the trainee any more.
        retorts: How many insults were paid back.
        borne: How many insults were met calmly where only a boundary would do.
        bounded: The trainee has set a boundary that was due.
        rambled: How many pieces of rambling were said.
        redirected: An open question has brought them back from it.
    """

    standing: Course = Course.NONE
    passed_over: int = 0
    demands: int = 0
    threats: int = 0
    insults: int = 0
    insults_over: bool = False
    retorts: int = 0
    borne: int = 0
    bounded: bool = False
    rambled: int = 0
    redirected: bool = False


@dataclass(frozen=True, slots=True)
class CustomerState:
    """A customer at one moment; every happening makes a new one.

    Attributes:
        pressure: How angry, 0..100.
        trust: How far they believe the trainee, 0..100.
        turn: How many happenings they have answered; seeds the next choice.
        replies: How many replies they have heard.
        warmth: How well they were listened to; from the rules' `heard_at` on they feel heard.
        heard: Whether they feel heard.
        vented: How many pieces of the vent were said.
        known: Facts that the trainee has given back or asked for, or was told in a line.
        given: Facts that the trainee has given back right.
        met: Needs that were met by something that was said.
        permitted: The trainee has asked whether they may ask.
        offer: How far a fitting offer has come.
        remedy: Name of the remedy that was offered.
        agreed: The trainee has asked whether the offer suits.
        held_firm: The trainee has said a kind no.
        gave_in: The trainee has promised too much and not taken it back.
        courses: How far demands, threats, insults and rambling have run.
        counts: How often each rule has moved them.
        said: Ids of the lines said so far, in order.
        last: The line said last.
        cut: The line that was cut off and is still to be taken up again.
        idle: Replies in a row that brought nothing.
        outcome: How it ended; None while it goes on.
    """

    pressure: int
    trust: int = 40
    turn: int = 0
    replies: int = 0
    warmth: float = 0.0
    heard: bool = False
    vented: int = 0
    known: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    met: tuple[Need, ...] = ()
    permitted: bool = False
    offer: Offer = Offer.NONE
    remedy: str = ""
    agreed: bool = False
    held_firm: bool = False
    gave_in: bool = False
    courses: Courses = field(default=Courses())
    counts: tuple[tuple[str, int], ...] = ()
    said: tuple[str, ...] = ()
    last: Line | None = None
    last_situation: Situation = Situation.OPENING
    cut: Cut | None = None
    idle: int = 0
    outcome: Outcome | None = None

    def counting(self, *rules: str) -> "CustomerState":
        """Return the state with each of the rules counted once more."""
        counts = Counter(dict(self.counts))
        counts.update(rules)
        return replace(self, counts=tuple(sorted(counts.items())))

    def count(self, rule: str) -> int:
        """Return how often a rule has moved them."""
        return dict(self.counts).get(rule, 0)


def step_of(state: CustomerState) -> Step:
    """Return the step that the conversation is at."""
    if not state.heard:
        return Step.ACKNOWLEDGE if state.warmth else Step.LISTEN
    if state.agreed and state.offer is Offer.WITH_TIME:
        return Step.FOLLOW_UP
    if state.offer is not Offer.NONE:
        return Step.CONFIRM
    return Step.SOLVE if state.known else Step.CLARIFY
