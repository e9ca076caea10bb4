"""The customer as the rehearsal meets them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.replies import backchannel, interruption, monologue, replied, reply
from tests.support.scenarios import BUNDLED, bundled, rules, small
from trainer.conversation.lines import WhenCut
from trainer.customer.customer import Customer
from trainer.customer.happenings import (
    CallEnded,
    Happening,
    Reaction,
    RepeatAsked,
    Replied,
    SpokenOver,
    Stayed,
    TalkedTooLong,
)
from trainer.customer.state import CustomerState, Offer, step_of
from trainer.scenario.scenario import Step
from trainer.techniques.technique import Technique, TechniqueId

ACK = replied("that is humiliating", "acknowledge_feelings")
CUSTOMERS = {name: Customer(bundled(name), rules(), seed=5) for name in BUNDLED}


def test_opens_with_the_opening_line() -> None:
    """The customer comes in at the opening pressure and speaks first."""
    state, reaction = Customer(small(), rules()).opening()

    assert state.pressure == 60
    assert reaction.line is not None
    assert (reaction.line.id, reaction.situation, reaction.moves) == ("opening.1", "opening", ())


def test_taken_up_in_the_middle_they_say_again_what_they_said_last() -> None:
    """They are as they were then, and nothing moves."""
    customer = Customer(small(), rules())
    state, reaction = customer.react(customer.opening()[0], ACK)
    taken_up = replace(customer, taken_up=state)

    assert taken_up.opening() == (state, replace(reaction, moves=()))


def test_a_reaction_leaves_no_trace() -> None:
    """The same happening on the same state gives the same answer, however often it is asked."""
    customer = Customer(bundled("double-charge"), rules(), seed=3)
    state, _ = customer.opening()
    before = replace(state)
    first = customer.react(state, ACK)
    customer.react(state, replied("calm down", "dismiss"))

    assert customer.react(state, ACK) == first
    assert state == before


def test_nothing_happens_after_the_end() -> None:
    """Once it is over, nothing moves and nothing is said."""
    customer = Customer(small(), rules())
    over, _ = customer.react(customer.opening()[0], CallEnded(0, "trainee"))

    assert customer.react(over, ACK) == (over, Reaction())


def test_repeats_the_last_line_without_a_move() -> None:
    """Asked by key, the customer says the same again, and it costs nothing."""
    customer = Customer(small(), rules())
    state, opening = customer.opening()
    after, again = customer.react(state, RepeatAsked(0))

    assert after == state
    assert again == Reaction(line=opening.line, situation="repeat")


def test_cutting_in_is_answered_after_the_reply() -> None:
    """The move comes at once without a line; the answer takes up what was cut."""
    customer = Customer(small(lines={"opening": "One. [pause] Two three."}), rules())
    over, at_once = customer.react(customer.opening()[0], interruption("Two", 2))
    _, answer = customer.react(over, replied("but", cut_in=True))

    assert at_once.line is None
    assert [move.rule for move in at_once.moves] == ["interruption"]
    assert answer.line is not None
    assert answer.line.text == "this is interrupted Two three."


def test_cutting_in_before_anything_was_said_is_taken_up_by_nothing() -> None:
    """A state without a last line has nothing to restart."""
    customer = Customer(small(), rules())
    over, _ = customer.react(CustomerState(pressure=60), interruption("x", 2))
    _, answer = customer.react(over, replied("but", cut_in=True))

    assert answer.line is not None
    assert answer.line.text == "this is interrupted"


def test_an_announced_silence_is_asked_after_kindly() -> None:
    """The first time it costs nothing, and it never counts towards leaving."""
    customer = Customer(small(), rules())
    state, _ = customer.opening()
    state, reaction = customer.react(state, Stayed(15_000, 15_000, announced=True))

    assert (reaction.situation, reaction.moves) == ("kept_waiting", ())
    for _ in range(4):
        state, reaction = customer.react(state, Stayed(30_000, 15_000, announced=True))

        assert [move.rule for move in reaction.moves] == ["kept_waiting"]
        assert reaction.outcome is None


def test_cuts_in_on_a_typed_reply_that_would_last_too_long() -> None:
    """Everybody has a patience of their own, however the words come in."""
    person = {"name": "Kim", "age": 40, "who": "Somebody", "temperament": "even", "patience_s": 6}
    hurried = Customer(small(customer=person), rules())
    long = replied(" ".join(["lamp"] * 21))

    assert hurried.react(hurried.opening()[0], long)[1].situation == "monologue_cut"
    patient = Customer(small(), rules())
    assert patient.react(patient.opening()[0], long)[1].situation != "monologue_cut"


def test_who_does_not_show_it_sounds_calm() -> None:
    """The pressure is there, the voice does not tell it."""
    person = {"name": "Kim", "age": 40, "who": "Somebody", "temperament": "cold"}
    cold = Customer(small(customer={**person, "shows_it": False}), rules())
    state, opening = cold.opening()

    assert state.pressure == 60
    assert opening.line is not None
    assert opening.line.pressure == 25


def test_cuts_in_on_a_monologue() -> None:
    """Whatever was offered in a flood of words is lost in it."""
    customer = Customer(small(), rules())
    state, reaction = customer.react(
        customer.opening()[0], monologue("a new lamp", "offer_solution", "acknowledge_feelings")
    )

    assert reaction.situation == "monologue_cut"
    assert (state.heard, state.offer) == (False, Offer.NONE)


def test_a_reply_that_was_not_caught_costs_nothing() -> None:
    """No word recognised is nobody's fault: no move, no step towards leaving."""
    customer = Customer(small(), rules())
    state, _ = customer.opening()
    for _ in range(9):
        state, reaction = customer.react(state, replied(""))

        assert (reaction.situation, reaction.moves, state.idle) == ("not_caught", (), 0)


def test_the_steps_come_in_their_order() -> None:
    """Listen, acknowledge, clarify, solve, confirm, follow up."""
    customer = Customer(small(opening_pressure=90, difficulty="hard"), rules())
    state, _ = customer.opening()
    steps = [step_of(state)]
    for happening in (
        replied("sorry", "apologise"),
        ACK,
        replied("the lamp is broken", "reflect"),
        replied("a new lamp", "offer_solution"),
        replied("by noon is that ok", "give_time", "seek_agreement"),
    ):
        state, _ = customer.react(state, happening)
        steps.append(step_of(state))

    assert steps == list(Step)


WORDS = st.sampled_from(
    ["sorry", "refund", "by noon", "your order number", "the rent", "cold", "hm", "", "suite", "?"]
)
TECHNIQUES = st.builds(
    Technique,
    id=st.sampled_from(TechniqueId),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    quote=st.just(""),
    strength=st.floats(0, 1),
    entry=st.just(""),
)
REPLIES = st.lists(WORDS, max_size=6).map(lambda words: reply(" ".join(words)))
MANY = st.lists(TECHNIQUES, max_size=5).map(tuple)
HAPPENINGS: st.SearchStrategy[Happening] = st.one_of(
    st.builds(Replied, REPLIES, MANY, cut_in=st.booleans()),
    st.builds(TalkedTooLong, REPLIES, MANY),
    st.builds(Stayed, st.integers(20_000, 90_000), st.integers(0, 20_000), st.booleans()),
    st.sampled_from([RepeatAsked(0), backchannel(), interruption("the", 4), interruption()]),
    st.sampled_from([CallEnded(0, by) for by in ("trainee", "replies", "time")]),
)


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(BUNDLED), happenings=st.lists(HAPPENINGS, max_size=25))
def test_any_sequence_is_taken_and_every_move_is_explained(
    name: str, happenings: list[Happening]
) -> None:
    """Whatever happens in whatever order, changes lead from the first pressure to the last."""
    customer = CUSTOMERS[name]
    state, _ = customer.opening()
    pressure = state.pressure
    for happening in happenings:
        state, reaction = customer.react(state, happening)
        for move in reaction.moves:
            pressure += move.change

            assert move.pressure == pressure
            assert move.change
            assert move.why
            assert 0 <= pressure <= 100
        if not state.outcome and not isinstance(happening, SpokenOver):
            assert reaction.line is not None
    assert state.pressure == pressure


def cut_off(when_cut: str, **changes: object) -> tuple[Reaction, Reaction]:
    """Return the opening of a customer who is cut off in it, and how they take that."""
    scenario = small(**changes)
    person = scenario.customer.model_copy(update={"when_cut": WhenCut(when_cut)})
    customer = Customer(scenario.model_copy(update={"customer": person}), rules())
    state, opening = customer.opening()
    _, reaction = customer.react(state, interruption("is", 2))
    return opening, reaction


def test_a_customer_who_snaps_says_so_over_the_trainee_and_takes_the_line_up_again() -> None:
    """`snaps` answers an interruption at once; the unheard breath follows."""
    opening, reaction = cut_off("snaps", lines={"snapped": "let me finish"})

    assert reaction.situation == "snapped"
    assert reaction.line is not None
    assert opening.line is not None
    assert reaction.line.text == f"let me finish {opening.line.text}"
    assert reaction.line.when_cut is WhenCut.YIELDS


@pytest.mark.parametrize("when_cut", ["yields", "talks_on"])
def test_other_customers_leave_the_turn_to_who_cut_in(when_cut: str) -> None:
    """The line says what its customer does; only moves follow at once."""
    opening, reaction = cut_off(when_cut)

    assert opening.line is not None
    assert opening.line.when_cut == when_cut
    assert reaction.line is None
    assert reaction.moves


def test_a_calm_customer_yields() -> None:
    """Whoever is not angry stops when somebody cuts in."""
    opening, reaction = cut_off("snaps", opening_pressure=30)

    assert opening.line is not None
    assert opening.line.when_cut is WhenCut.YIELDS
    assert reaction.line is None
