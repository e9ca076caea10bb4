"""What a customer is like at one moment of the conversation."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.conversation.lines import Line
from trainer.conversation.timeline import Outcome
from trainer.scenario.scenario import Situation, Step

__all__ = ["CustomerState", "Cut", "Offer", "step_of"]


class Offer(StrEnum):
    """How far a fitting offer has come."""

    NONE = "none"
    WITHOUT_TIME = "without_time"
    WITH_TIME = "with_time"


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that was cut off and how many of its words went unheard."""

    line: Line
    unheard: int


@dataclass(frozen=True, slots=True)
class CustomerState:
    """A customer at one moment; every happening makes a new one.

    Attributes:
        pressure: How angry, 0..100.
        turn: How many happenings they have answered; seeds the next choice.
        warmth: How well they were listened to; from the rules' `heard_at` on they feel heard.
        vented: How many pieces of the vent were said.
        known: Facts that the trainee has given back or asked for.
        offer: How far a fitting offer has come.
        remedy: Name of the remedy that was offered.
        agreed: The trainee has asked whether the offer suits.
        held_firm: The trainee has said a kind no.
        gave_in: The trainee has promised too much and not taken it back.
        counts: How often each rule has moved them.
        said: Ids of the lines said so far, in order.
        last: The line said last.
        cut: The line that was cut off and is still to be taken up again.
        heard: Whether they feel heard.
        idle: Replies in a row that brought nothing.
        outcome: How it ended; None while it goes on.
    """

    pressure: int
    turn: int = 0
    warmth: float = 0.0
    heard: bool = False
    vented: int = 0
    known: tuple[str, ...] = ()
    offer: Offer = Offer.NONE
    remedy: str = ""
    agreed: bool = False
    held_firm: bool = False
    gave_in: bool = False
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
