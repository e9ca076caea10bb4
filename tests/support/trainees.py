"""Simulated trainees: they answer a customer's line with words and the techniques in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.replies import interruption, monologue, replied
from trainer.conversation.timeline import MoodMove
from trainer.customer.customer import Customer
from trainer.customer.happenings import Happening, Reaction, Stayed
from trainer.customer.state import CustomerState
from trainer.scenario.scenario import Scenario, Situation

__all__ = ["TRAINEES", "Rehearsed", "calm", "interrupter", "rehearse", "rude", "silent"]

S = Situation
TURNS = 40
"""More than any conversation needs."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A conversation that was played to its end."""

    first: CustomerState
    last: CustomerState
    reactions: tuple[Reaction, ...]

    @property
    def moves(self) -> tuple[MoodMove, ...]:
        """Every move of the pressure."""
        return tuple(move for reaction in self.reactions for move in reaction.moves)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every line."""
        return tuple(reaction.line.text for reaction in self.reactions if reaction.line)


def rehearse(customer: Customer, trainee: str) -> Rehearsed:
    """Play a conversation until the customer ends it, or for `TURNS` turns."""
    first, opening = customer.opening()
    state, reactions = first, [opening]
    for turn in range(TURNS):
        for happening in TRAINEES[trainee](customer.scenario, state, turn):
            state, reaction = customer.react(state, happening)
            reactions.append(reaction)
        if state.outcome:
            break
    return Rehearsed(first, state, tuple(reactions))


def calm(scenario: Scenario, state: CustomerState, turn: int) -> Iterator[Happening]:
    """Let them vent once, acknowledge, give facts back, offer with a time, ask, follow up."""
    facts = [fact.said_as[0] for fact in scenario.facts.values()][:3]
    remedy = next(iter(scenario.solution.remedies.values())).said_as[0]
    at_ms = turn * 20_000
    if turn == 0:
        yield replied("mm hm go on", "invite_venting", at_ms=at_ms)
    elif not state.heard:
        says = "i am sorry that is humiliating and it was our mistake"
        ids = ("apologise", "acknowledge_feelings", "take_responsibility")
        yield replied(says, *ids, at_ms=at_ms)
    elif not state.known:
        yield replied(f"so {' and '.join(facts)} is that right", "reflect", at_ms=at_ms)
    elif state.remedy == "":
        says = f"i will see to it {remedy} by tomorrow would that put it right"
        ids = ("offer_solution", "give_time", "seek_agreement")
        yield replied(says, *ids, at_ms=at_ms)
    else:
        says = "you have every right and i will ring you myself tomorrow"
        kind = ("validate", "assure", "follow_up", "take_side", "thank")
        yield replied(says, kind[turn % 5], kind[(turn + 1) % 5], at_ms=at_ms)


def rude(_scenario: Scenario, _state: CustomerState, turn: int) -> Iterator[Happening]:
    """Tell them to calm down, blame them, refuse, mock them."""
    says = (("calm down", "dismiss"), ("you should have", "blame"), ("no", "flat_refusal"))
    text, technique = (*says, ("what a fuss", "insult"))[turn % 4]
    yield replied(text, technique, at_ms=turn * 20_000)


def interrupter(_scenario: Scenario, state: CustomerState, turn: int) -> Iterator[Happening]:
    """Cut in on every line, kindly."""
    at_ms = turn * 20_000
    words = state.last.text.split() if state.last else []
    yield interruption(words[len(words) // 2] if words else "", len(words) // 2, at_ms)
    yield replied("i understand but", "acknowledge_feelings", at_ms=at_ms, cut_in=True)


def silent(_scenario: Scenario, _state: CustomerState, turn: int) -> Iterator[Happening]:
    """Say nothing at all."""
    yield Stayed(at_ms=(turn + 1) * 8_000, silent_ms=8_000)


def mumbler(_scenario: Scenario, _state: CustomerState, turn: int) -> Iterator[Happening]:
    """Say words that hold nothing."""
    yield replied("well yes the thing is", at_ms=turn * 20_000)


def parrot(_scenario: Scenario, _state: CustomerState, turn: int) -> Iterator[Happening]:
    """Say sorry and nothing else."""
    yield replied("i am sorry", "apologise", at_ms=turn * 20_000)


def lecturer(_scenario: Scenario, _state: CustomerState, turn: int) -> Iterator[Happening]:
    """Talk on and on."""
    del turn
    yield monologue("our system works like this and then", "offer_solution")


TRAINEES = {
    "calm": calm,
    "rude": rude,
    "interrupter": interrupter,
    "silent": silent,
    "mumbler": mumbler,
    "parrot": parrot,
    "lecturer": lecturer,
}
