"""What a reply is answered with: lines that fit."""

import pytest

from tests.support.replies import interruption, replied
from tests.support.scenarios import bundled, rules, small
from trainer.customer.customer import Customer
from trainer.customer.happenings import Happening, Reaction
from trainer.scenario.scenario import Scenario

ACK = replied("that is humiliating", "acknowledge_feelings")
OFFER = replied("a new lamp", "offer_solution")
TIMED = replied("a new lamp by noon", "offer_solution", "give_time")
ASKS = replied("does that suit you", "seek_agreement")
VENTED = (replied("mm hm", "backchannel"), replied("mm hm", "backchannel"))
HOT: dict[str, object] = {"opening_pressure": 90, "difficulty": "hard"}


def reaction(*happenings: Happening, scenario: Scenario | None = None) -> Reaction:
    """Return how the customer takes the last of the happenings."""
    customer = Customer(scenario or small(), rules())
    state, last = customer.opening()
    for happening in happenings:
        state, last = customer.react(state, happening)
    return last


@pytest.mark.parametrize(
    ("happenings", "situation"),
    [
        # They let off steam while nobody listens.
        ([replied("hello", "introduce_self")], "vent"),
        ([replied("sorry", "apologise")], "vent"),
        ([replied("what happened", "open_question")], "vent"),
        ([replied("go on", "invite_venting")], "vent"),
        ([*VENTED, replied("what happened", "open_question")], "asked_open"),
        ([*VENTED, replied("sorry", "apologise")], "acknowledged"),
        ([*VENTED, replied("mm hm", "backchannel")], "not_followed"),
        # They are heard.
        ([ACK], "acknowledged"),
        ([ACK, replied("so sorry", "apologise")], "acknowledged"),
        ([replied("so the lamp broke", "reflect")], "reflected"),
        ([ACK, replied("the lamp is broken")], "reflected"),
        ([ACK, replied("the lamp"), replied("the lamp is broken", "reflect")], "reflected"),
        ([ACK, replied("the lamp"), replied("yes the lamp")], "reflected"),
        ([ACK, replied("so that is it", "reflect")], "acknowledged"),
        ([ACK, replied("never again", "assure")], "reassured"),
        ([ACK, replied("well the thing is")], "not_followed"),
        ([ACK, replied("in ten minutes", "give_time")], "not_followed"),
        ([replied("sorry that was our mistake", "apologise", "take_responsibility")],
         "acknowledged"),
        ([replied("", "apologise")], "not_caught"),
        ([replied("sorry", "apologise")] * 3, "repeated_apology"),
        ([*[replied("sorry", "apologise")] * 2, replied("sorry", "apologise", "validate")],
         "acknowledged"),
        # They are asked.
        ([ACK, replied("what would help most", "open_question")], "asked_open"),
        ([ACK, replied("can i have your order number")], "asked_closed"),
        ([ACK, replied("which shelf was it")], "asked_closed"),
        ([ACK, replied("i see how you feel which shelf was it", "validate")], "acknowledged"),
        ([ACK, replied("i see how you feel which shelf was it?", "validate")], "asked_closed"),
        ([ACK, replied("i need your order number")], "asked_closed"),
        ([ACK, replied("may i ask something", "ask_permission")], "asked_permission"),
        ([replied("may i ask something", "ask_permission")], "asked_permission"),
        ([replied("can i have your order number")], "asked_too_early"),
        ([replied("which shelf was it")], "asked_too_early"),
        ([ACK, replied("bear with me", "announce_pause")], "asked_to_wait"),
        ([ACK, replied("is that right which it was", "reflect")], "acknowledged"),
        # Something is offered.
        ([OFFER], "offered_too_early"),
        ([ACK, replied("a hat", "offer_solution")], "offered_wrong"),
        ([ACK, OFFER], "offered_without_time"),
        ([ACK, OFFER, replied("mm hm", "backchannel")], "offered_without_time"),
        ([ACK, OFFER, replied("i see", "acknowledge_feelings")], "offered_without_time"),
        ([ACK, OFFER, replied("anything else", "open_question")], "offered_without_time"),
        ([ACK, OFFER, replied("a hat too", "offer_solution")], "offered_without_time"),
        ([ACK, OFFER, ASKS], "offered_without_time"),
        ([ACK, OFFER, replied("by noon", "give_time")], "offered_right"),
        ([ACK, TIMED], "offered_right"),
        ([ACK, replied("no but a hat", "offer_solution", "hold_line")], "refused_kind"),
        ([ACK, replied("no", "hold_line")], "refused_kind"),
        ([replied("no", "hold_line")], "refused_bare"),
        # They are provoked.
        ([replied("no", "flat_refusal")], "refused_bare"),
        ([replied("the rules", "hide_behind_policy")], "refused_bare"),
        ([ACK, replied("no that is", "flat_refusal", "hold_line")], "refused_kind"),
        ([replied("that is wrong", "argue")], "inflamed"),
        ([replied("what a fuss", "insult")], "insulted"),
        ([replied("calm down", "dismiss")], "dismissed"),
        ([replied("you should have", "blame")], "blamed"),
        ([replied("two lamps", "offer_solution")], "gave_in"),
        ([replied("whatever you like", "give_in")], "gave_in"),
        ([replied("ask someone else", "hand_over")], "handed_over_early"),
        ([replied("not like that", "set_boundary")], "inflamed"),
        ([replied("let us talk later", "pause_contact")], "inflamed"),
        # They are cut off.
        ([interruption(), replied("sorry", "apologise", cut_in=True)], "interrupted"),
        ([interruption(), replied("", cut_in=True)], "interrupted"),
        ([interruption(), replied("what a fuss", "insult", cut_in=True)], "insulted"),
        ([*[interruption()] * 3, replied("but", cut_in=True)], "interrupted_again"),
    ],
)  # fmt: skip
def test_answers_fit(happenings: list[Happening], situation: str) -> None:
    """The line answers what was said, at the step at which it was said."""
    found = reaction(*happenings)

    assert found.situation == situation
    assert found.line is not None


def test_kindness_that_goes_in_circles_is_told_what_is_missing() -> None:
    """With nothing offered they ask what happens now; where no offer is wanted they say it."""
    kind = [ACK, *[replied("you have every right", "validate")] * 2]
    wants_sorry = small(
        needs=["heard", "apology"], lines={"still_missing": {"apology": ["Well?", "And?"]}}
    )

    assert reaction(*kind[:2]).situation == "acknowledged"
    assert reaction(*kind).situation == "not_followed"
    assert reaction(*kind[:2], scenario=wants_sorry).situation == "acknowledged"
    assert reaction(*kind, scenario=wants_sorry).situation == "still_missing"


def test_a_boundary_that_is_due_is_respected() -> None:
    """Raging at a civil trainee, they lower their voice."""
    found = reaction(replied("not like that", "set_boundary"), scenario=small(**HOT))

    assert found.situation == "boundary_set"


def test_everything_offered_may_still_be_too_early_for_an_angry_customer() -> None:
    """Over the limit they say that they are not there yet; calmed further, they take it."""
    hot = small(**HOT)
    offered = (replied("i see", "validate"), TIMED, ASKS)
    more = replied("that was our mistake i will ring", "take_responsibility", "follow_up")

    assert reaction(*offered, scenario=hot).situation == "not_yet"
    assert reaction(*offered, replied("mm hm"), scenario=hot).situation == "not_yet"
    assert reaction(*offered, more, scenario=hot).situation == "accepted"


@pytest.mark.parametrize("ids", [(), ("ask_permission",)])
def test_a_fact_that_is_asked_for_is_told(ids: tuple[str, ...]) -> None:
    """Asked for a detail of the complaint, they give that detail."""
    found = reaction(ACK, replied("can i have your order number", *ids))

    assert found.line is not None
    assert (found.line.id, found.line.text) == ("facts.number.1", "It is seven")


def test_permission_opens_the_door_before_they_were_heard() -> None:
    """A question that was asked for politely is answered at once."""
    polite = replied("would you mind can i have your order number", "ask_permission")
    found = reaction(polite)

    assert found.line is not None
    assert found.line.id == "facts.number.1"


def test_a_bundled_customer_tells_what_is_asked() -> None:
    """Marcus answers a question about the bank's fee with the bank's fee."""
    asked = replied("did your bank charge you for it")
    found = reaction(ACK, asked, scenario=bundled("double-charge"))

    assert found.line is not None
    assert found.line.id.startswith("facts.fee.")
