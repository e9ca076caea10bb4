"""Demands, threats, insults and rambling: how they begin, run and end."""

import pytest

from tests.support.replies import replied
from tests.support.scenarios import rules, small
from trainer.customer.customer import Customer
from trainer.customer.happenings import CallEnded, Happening, Reaction
from trainer.customer.state import CustomerState

ACK = replied("that is humiliating", "acknowledge_feelings")
KIND = replied("you have every right", "validate")
OPEN = replied("what would help", "open_question")
WHOLE = replied("a new lamp by noon is that ok", "offer_solution", "give_time", "seek_agreement")
FIRM = replied("no because", "hold_line")
BARE = replied("no", "flat_refusal")
EMPTY = replied("well the thing is")
ARGUES = replied("that is wrong", "argue")
BOUNDARY = replied("please not like that", "set_boundary")
LATER = replied("let us talk later", "pause_contact")
HANGS_UP = CallEnded(0, "trainee")
WAIT = replied("one moment", "announce_pause")
DEMAND: dict[str, object] = {
    "demands": [{"says": "Three lamps", "again": "Three", "granted_as": "three lamps"}]
}
THREAT: dict[str, object] = {
    "threats": [{"says": "I sue", "again": "I do", "dropped": "Forget it", "after": 1}]
}


def insulting(stop_for: str) -> dict[str, object]:
    """Return the changes for a customer who insults the trainee."""
    insults = {"says": ["Fool", ["Oaf"], "Twit"], "stop_for": stop_for}
    return {"insults": insults, "lines": {"boundary_set": "Sorry", "call_paused": "Later"}}


def played(*happenings: Happening, **changes: object) -> tuple[CustomerState, Reaction]:
    """Return the customer after the last of the happenings, and how they take it."""
    customer = Customer(small(**changes), rules())
    state, reaction = customer.opening()
    for happening in happenings:
        assert reaction.outcome is None, happening
        state, reaction = customer.react(state, happening)
    return state, reaction


def said(*happenings: Happening, **changes: object) -> tuple[str, str]:
    """Return the situation and the text of the last line."""
    _, reaction = played(*happenings, **changes)
    return reaction.situation, reaction.line.text if reaction.line else ""


def ended(*happenings: Happening, **changes: object) -> str:
    """Return the id of the outcome."""
    _, reaction = played(*happenings, **changes)
    return reaction.outcome.id if reaction.outcome else ""


@pytest.mark.parametrize(
    ("happenings", "line"),
    [
        ([ACK], ("acknowledged", "this is acknowledged")),
        ([ACK, KIND], ("demanding", "Three lamps")),
        ([ACK, OPEN], ("asked_open", "this is asked_open")),
        ([ACK, KIND, EMPTY], ("demanding", "Three")),
        ([ACK, KIND, KIND], ("demanding", "Three")),
        ([ACK, KIND, KIND, KIND], ("acknowledged", "this is acknowledged")),
        ([ACK, KIND, KIND, EMPTY], ("demanding", "I've said it before. Three")),
        ([ACK, KIND, BARE], ("refused_bare", "this is refused_bare")),
        ([ACK, KIND, FIRM], ("refused_kind", "this is refused_kind")),
        ([ACK, KIND, WAIT], ("asked_to_wait", "this is asked_to_wait")),
        ([ACK, WHOLE], ("demanding", "Three lamps")),
        ([EMPTY, EMPTY, EMPTY], ("not_followed", "this is not_followed")),
    ],
)
def test_a_demand_stands_until_it_is_answered(
    happenings: list[Happening], line: tuple[str, str]
) -> None:
    """It comes after some replies, or before they settle, and comes again when passed over."""
    assert said(*happenings, **DEMAND) == line


def test_an_offer_is_answered_before_anything_is_demanded() -> None:
    """What was offered comes first; then they come out with what they still want."""
    timed = replied("a new lamp by noon", "offer_solution", "give_time")

    assert said(ACK, timed, **DEMAND)[0] == "offered_right"
    assert said(ACK, timed, KIND, **DEMAND)[0] == "demanding"


def test_a_demand_that_was_declined_kindly_lets_them_settle() -> None:
    """A kind no is respected; giving in is not."""
    gives = replied("three lamps", "give_in")

    assert ended(ACK, WHOLE, FIRM, **DEMAND) == "stood_firm"
    assert ended(ACK, WHOLE, gives, WHOLE, **DEMAND) == "gave_in"


@pytest.mark.parametrize(
    ("happenings", "line"),
    [
        ([ACK, KIND], ("threatening", "I sue")),
        ([ACK, KIND, KIND], ("threat_dropped", "Forget it")),
        ([ACK, KIND, EMPTY], ("threatening", "I do")),
        ([ACK, KIND, ARGUES], ("inflamed", "this is inflamed")),
        ([ACK, KIND, ARGUES, KIND], ("threat_dropped", "Forget it")),
        ([ACK, KIND, replied("two lamps", "give_in")], ("gave_in", "this is gave_in")),
    ],
)
def test_a_threat_is_dropped_when_it_meets_kindness(
    happenings: list[Happening], line: tuple[str, str]
) -> None:
    """It feeds on arguing and on being passed over."""
    assert said(*happenings, **THREAT) == line


def test_a_no_to_a_demand_takes_back_nothing_that_a_threat_has_won() -> None:
    """Giving way stays giving way, until that is taken back."""
    both = THREAT | DEMAND
    gives = replied("two lamps", "give_in")

    assert ended(ACK, KIND, gives, WHOLE, FIRM, **both) == "gave_in"
    assert ended(ACK, KIND, gives, FIRM, WHOLE, FIRM, **both) == "stood_firm"


def test_a_threat_is_dropped_before_they_settle() -> None:
    """They take it back in words, and agree to the offer afterwards."""
    assert said(ACK, WHOLE, **THREAT)[0] == "threatening"
    assert said(ACK, WHOLE, KIND, **THREAT) == ("threat_dropped", "Forget it")
    assert ended(ACK, WHOLE, KIND, EMPTY, **THREAT) == "satisfied"


def test_kindness_under_a_threat_calms() -> None:
    """Standing up to it is told as the reason."""
    _, reaction = played(ACK, KIND, KIND, **THREAT)

    assert "stood_up_to_threat" in [move.rule for move in reaction.moves]


def test_an_insult_that_meets_calm_is_not_repeated() -> None:
    """One calm reply ends it, and calms."""
    state, reaction = played(EMPTY, KIND, **insulting("calm"))

    assert said(EMPTY, **insulting("calm")) == ("insulting", "Fool")
    assert state.courses.insults_over
    assert "stayed_calm" in [move.rule for move in reaction.moves]
    assert reaction.situation == "acknowledged"


def test_insults_may_come_later() -> None:
    """After so many replies, or before they settle; no earlier."""
    later = {"insults": {"says": ["Fool", "Oaf"], "after": 3}}

    assert said(ACK, KIND, **later)[0] == "acknowledged"
    assert said(ACK, KIND, KIND, **later) == ("insulting", "Fool")
    assert said(ACK, WHOLE, **later) == ("insulting", "Fool")
    assert ended(ACK, WHOLE, KIND, **later) == "satisfied"


def test_an_insult_that_is_paid_back_brings_the_next() -> None:
    """Twice, and they leave."""
    state, _ = played(EMPTY, ARGUES, **insulting("calm"))
    left = played(EMPTY, ARGUES, ARGUES, **insulting("calm"))[1].outcome

    assert state.courses.retorts == 1
    assert said(EMPTY, ARGUES, **insulting("calm")) == ("insulting", "Oaf")
    assert left is not None
    assert left.why == "You paid an insult back 2 times."


def test_some_insults_stop_only_for_a_boundary() -> None:
    """Calm alone is not enough; after a boundary they can be helped."""
    state, reaction = played(EMPTY, KIND, BOUNDARY, **insulting("boundary"))

    assert said(EMPTY, KIND, **insulting("boundary")) == ("insulting", "Oaf")
    assert (reaction.situation, state.courses.bounded) == ("boundary_set", True)
    assert ended(EMPTY, BOUNDARY, KIND, WHOLE, **insulting("boundary")) == "boundary_kept"
    assert ended(EMPTY, *[KIND] * 4, **insulting("boundary")) == "hung_up"


def test_some_insults_stop_for_nothing() -> None:
    """Then the boundary has to be kept, and the call ended."""
    assert said(EMPTY, BOUNDARY, **insulting("nothing")) == ("insulting", "Oaf")
    assert ended(EMPTY, BOUNDARY, BOUNDARY, **insulting("nothing")) == "boundary_kept"
    assert ended(EMPTY, BOUNDARY, LATER, **insulting("nothing")) == "call_paused"
    assert ended(EMPTY, BOUNDARY, HANGS_UP, **insulting("nothing")) == "call_paused"
    assert ended(EMPTY, HANGS_UP, **insulting("nothing")) == "brushed_off"
    assert ended(EMPTY, BOUNDARY, HANGS_UP, **insulting("boundary")) == "brushed_off"


def test_insults_that_want_a_boundary_come_before_they_settle() -> None:
    """However calm they have become, nothing is settled without it."""
    calm = insulting("boundary") | {"opening_pressure": 40}

    assert said(ACK, WHOLE, **calm) == ("insulting", "Fool")
    assert said(ACK, WHOLE, **(insulting("calm") | {"opening_pressure": 40}))[0] == "accepted"


def test_who_rambles_is_brought_back_by_an_open_question() -> None:
    """Until then nothing gets through to them, and the time runs out."""
    rambles: dict[str, object] = {"rambles": ["My aunt", ["Her cat", "Her cats"]]}

    assert said(ACK, KIND, **rambles) == ("rambling", "My aunt")
    assert said(ACK, WHOLE, **rambles) == ("rambling", "My aunt")
    assert said(ACK, KIND, OPEN, **rambles)[0] == "asked_open"
    assert said(ACK, KIND, OPEN, KIND, **rambles)[0] == "acknowledged"
    assert ended(ACK, KIND, KIND, KIND, **rambles) == "ran_out_of_time"
    assert ended(ACK, KIND, OPEN, WHOLE, **rambles) == "satisfied"


def test_a_sensitive_fact_wants_permission_first() -> None:
    """Asked out of the blue they refuse; asked for politely they tell, and it can be arranged."""
    private = {
        "value": "seven",
        "said_as": "number seven",
        "asked_as": "order number",
        "answer": "It is seven",
        "sensitive": True,
        "needed": True,
        "unasked": "Which lamp?",
    }
    changes: dict[str, object] = {
        "facts": {"number": private},
        "lines": {"asked_without_permission": "Why?"},
    }
    blunt = replied("what is your order number?")
    polite = replied("may i ask for your order number?", "ask_permission")

    assert said(ACK, WHOLE, **changes) == ("unasked", "Which lamp?")
    assert said(ACK, blunt, **changes) == ("asked_without_permission", "Why?")
    assert said(ACK, polite, **changes) == ("asked_closed", "It is seven")
    assert ended(ACK, polite, WHOLE, **changes) == "satisfied"


def test_kindness_does_not_hide_that_a_needed_fact_is_missing() -> None:
    """They ask for the question until it comes; then the offer stands, and needs no repeating."""
    needed = {
        "value": "seven",
        "said_as": "number seven",
        "asked_as": "which",
        "answer": "Seven",
        "needed": True,
        "unasked": ["Which lamp?", "Which of them?"],
    }
    changes: dict[str, object] = {"facts": {"number": needed}}
    asks = replied("which is it")

    assert said(ACK, WHOLE, KIND, **changes)[0] == "unasked"
    assert said(ACK, WHOLE, KIND, asks, **changes) == ("asked_closed", "Seven")
    assert ended(ACK, WHOLE, KIND, asks, KIND, **changes) == "satisfied"


def test_a_fact_that_the_customer_tells_is_known() -> None:
    """Nobody has to ask for what was told in a line."""
    needed = {
        "value": "seven",
        "said_as": "number seven",
        "asked_as": "which",
        "answer": "Seven",
        "needed": True,
        "unasked": "Which lamp?",
    }
    told = {"lines": {"opening": "It is number seven"}}

    assert ended(ACK, WHOLE, facts={"number": needed}, **told) == "satisfied"


def test_a_wrong_fact_is_corrected_and_earns_nothing() -> None:
    """The customer says how it was, and is a little put out."""
    facts = {
        "rent": {
            "value": "the rent bounced on Thursday",
            "said_as": "thursday",
            "wrong_as": "on friday",
            "corrected": "Thursday. It bounced Thursday.",
        }
    }
    wrong = replied("so it was on friday", "reflect")
    state, reaction = played(ACK, wrong, facts=facts)

    assert reaction.line is not None
    assert reaction.line.text == "Thursday. It bounced Thursday."
    assert state.given == ()
    assert [move.why for move in reaction.moves if move.rule == "wrong_fact"] == [
        "you got it wrong: the rent bounced on Thursday"
    ]


def test_who_was_not_believed_is_doubted() -> None:
    """With too little trust they take nothing, until something builds it."""
    doubting: dict[str, object] = {"opening_trust": 0, "lines": {"doubted": "Why this time?"}}
    trusted = replied("i will ring you", "follow_up", "take_responsibility", "assure")

    assert said(ACK, WHOLE, **doubting) == ("doubted", "Why this time?")
    assert ended(ACK, WHOLE, trusted, trusted, **doubting) == "satisfied"


def test_says_what_is_missing_in_its_order() -> None:
    """With everything offered and agreed, they name what they still want."""
    needs: dict[str, object] = {
        "needs": ["heard", "explanation", "follow_up", "solution", "time"],
        "solution": {
            "remedies": {"lamp": {"what": "a lamp", "said_as": "new lamp"}},
            "explanation": {"what": "a mix-up", "said_as": "labels were swapped"},
        },
        "lines": {"still_missing": {"explanation": "But why?", "follow_up": "And then?"}},
    }
    why = replied("the labels were swapped")
    rings = replied("i will ring you", "follow_up")

    assert said(ACK, WHOLE, **needs) == ("still_missing", "But why?")
    assert said(ACK, WHOLE, why, **needs)[0] == "explained"
    assert said(ACK, WHOLE, why, EMPTY, **needs) == ("still_missing", "And then?")
    assert said(ACK, WHOLE, why, EMPTY, EMPTY, **needs)[0] == "ignored"
    silent = needs | {"lines": {"still_missing": {"explanation": "Go on.", "follow_up": "And?"}}}
    assert said(ACK, WHOLE, EMPTY, **silent) == ("still_missing", "I've said it before. Go on.")
    assert said(ACK, rings, **needs)[0] == "followed_up"
    assert said(ACK, rings, rings, **needs)[0] == "followed_up"
    assert ended(ACK, WHOLE, why, rings, **needs) == "satisfied"
