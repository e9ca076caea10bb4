"""How conversations end, and why."""

import pytest

from tests.support.replies import interruption, monologue, replied
from tests.support.scenarios import rules, small
from trainer.customer.customer import Customer
from trainer.customer.endings import GOOD, EndingId
from trainer.customer.happenings import CallEnded, Happening, Reaction, Stayed

ACK = replied("that is humiliating", "acknowledge_feelings")
TIMED = replied("a new lamp by noon", "offer_solution", "give_time")
WHOLE = replied("a new lamp by noon is that ok", "offer_solution", "give_time", "seek_agreement")
INSULT = replied("what a fuss", "insult")
NOTHING = replied("well the thing is")
OVER = replied("my colleague knows", "hand_over")
GAVE_IN = replied("two lamps", "give_in")
FIRM = replied("no", "hold_line")
BOUNDARY = replied("please do not shout", "set_boundary")
SILENCE = Stayed(9_000, 6_000)
HOT: dict[str, object] = {"opening_pressure": 90}


def last(happenings: list[Happening], **changes: object) -> Reaction:
    """Return how the customer takes the last of the happenings."""
    customer = Customer(small(**changes), rules())
    state, reaction = customer.opening()
    for happening in happenings:
        assert reaction.outcome is None
        state, reaction = customer.react(state, happening)
    return reaction


@pytest.mark.parametrize(
    ("happenings", "ending", "closing", "why"),
    [
        ([ACK, WHOLE], "satisfied", "accepted", "take what was offered (a new lamp)"),
        ([ACK, TIMED, NOTHING], "satisfied", "accepted", "They were heard"),
        ([ACK, TIMED, CallEnded(0, "trainee")], "satisfied", "accepted", "They were heard"),
        ([ACK, TIMED, CallEnded(0, "time")], "satisfied", "accepted", "They were heard"),
        ([ACK, FIRM, WHOLE], "stood_firm", "accepted", "your no was kind and stood"),
        ([ACK, GAVE_IN, FIRM, WHOLE], "stood_firm", "accepted", "your no was kind"),
        ([ACK, GAVE_IN, WHOLE], "gave_in", "took_it", "You promised what you may not offer."),
        ([ACK, GAVE_IN, GAVE_IN], "gave_in", "took_it", "You promised what you may not offer."),
        ([OVER, OVER], "brushed_off", "leaving", "passed them on twice"),
        ([CallEnded(0, "trainee")], "brushed_off", "ended_early", "You ended it before"),
        ([CallEnded(0, "replies")], "ran_out_of_time", "out_of_time", "The replies ran out"),
        ([CallEnded(0, "time")], "ran_out_of_time", "out_of_time", "The time ran out"),
        ([SILENCE] * 3, "hung_up", "leaving", "Nobody answered, 3 times."),
        ([INSULT] * 3, "hung_up", "leaving", "The pressure boiled over."),
        ([ACK, *[NOTHING] * 5], "hung_up", "leaving", "5 replies in a row brought nothing"),
        ([monologue("on")] * 3, "hung_up", "leaving", "You talked until they cut in, 3 times."),
        ([*[interruption()] * 5, replied("but", cut_in=True)], "hung_up", "leaving", "boiled"),
    ],
)
def test_ends(happenings: list[Happening], ending: str, closing: str, why: str) -> None:
    """Every ending has its way there, its closing line and its reason."""
    found = last(happenings)

    assert found.outcome is not None
    assert (found.outcome.id, found.situation) == (ending, closing)
    assert why in found.outcome.why
    assert found.outcome.good == (EndingId(ending) in GOOD)


def test_what_was_tried_and_not_enough_may_be_passed_on() -> None:
    """An offer that was put to them and not believed is an attempt; a mere offer is none."""
    doubting: dict[str, object] = {"opening_trust": 0}
    handed = last([ACK, WHOLE, OVER], **doubting).outcome
    caved = last([ACK, WHOLE, GAVE_IN, OVER], **doubting).outcome

    assert handed is not None
    assert (handed.id, handed.good) == ("handed_over", True)
    assert caved is not None
    assert caved.id == "gave_in"
    assert last([ACK, TIMED, OVER]).situation == "handed_over_early"
    assert last([ACK, TIMED, OVER]).outcome is None


def test_they_walk_out_in_person() -> None:
    """Nobody hangs up at a counter."""
    found = last([SILENCE] * 3, setting="in_person")

    assert found.outcome is not None
    assert found.outcome.id == "walked_out"


def test_silence_can_boil_over() -> None:
    """Somebody furious does not wait for the third silence."""
    found = last([SILENCE, SILENCE], opening_pressure=88)

    assert found.outcome is not None
    assert "while nobody answered" in found.outcome.why


def test_a_boundary_that_is_kept_is_a_good_end() -> None:
    """Named once with its choice, and kept when it did not help."""
    rage: dict[str, object] = HOT | {"difficulty": "hard"}
    found = last([BOUNDARY, BOUNDARY], **rage)

    assert found.outcome is not None
    assert (found.outcome.id, found.outcome.good) == ("boundary_kept", True)


def test_a_conversation_is_paused_until_it_is_calmer() -> None:
    """Offering to talk again later keeps the boundary, too."""
    found = last([BOUNDARY, replied("talk later", "pause_contact")], **HOT | {"difficulty": "hard"})

    assert found.outcome is not None
    assert (found.outcome.id, found.situation) == ("call_paused", "call_paused")


def test_a_promise_that_was_kept_makes_them_loyal() -> None:
    """The call that was promised ends with a customer who stays."""
    found = last([ACK, WHOLE], occasion="follow_up", lines={"loyal": "I'll be back"})

    assert found.outcome is not None
    assert (found.outcome.id, found.outcome.good) == ("loyal", True)
    assert found.line is not None
    assert found.line.text == "I'll be back"


def test_says_what_was_still_missed() -> None:
    """A customer who leaves, or whose time is up, leaves with something wanting."""
    missing: dict[str, object] = {
        "needs": ["heard", "apology"],
        "lines": {"still_missing": {"apology": "well?"}},
    }

    left = last([ACK, *[NOTHING] * 5], **missing).outcome
    timed_out = last([CallEnded(0, "time")], **missing).outcome

    assert left is not None
    assert timed_out is not None
    assert left.why.endswith("; they still missed this: an apology.")
    assert timed_out.why.endswith("; they still missed this: being heard, an apology.")


def test_without_an_offer_they_settle_when_they_have_what_they_need() -> None:
    """Where no solution is wanted, nobody has to agree to one."""
    needs: dict[str, object] = {
        "needs": ["heard", "apology"],
        "lines": {"still_missing": {"apology": "well?"}},
    }

    assert last([ACK], **needs).outcome is None
    assert last([ACK, NOTHING], **needs).situation == "still_missing"
    settled = last([ACK, replied("sorry", "apologise")], **needs).outcome
    assert settled is not None
    assert (settled.id, settled.why) == ("satisfied", "They were heard and have what they need.")


def test_a_hand_over_may_be_the_only_good_end() -> None:
    """Then it wants the story told; before that they say what is missing."""
    needs: dict[str, object] = {
        "needs": ["heard", "understood", "hand_over"],
        "lines": {"still_missing": {"understood": "what happened?", "hand_over": "who decides?"}},
    }
    told = replied("so the lamp broke and it is number seven", "reflect")

    assert last([OVER], **needs).situation == "handed_over_early"
    too_early = last([ACK, OVER, OVER], **needs)
    assert (too_early.situation, too_early.outcome) == ("still_missing", None)
    handed = last([ACK, told, OVER], **needs).outcome
    assert handed is not None
    assert handed.id == "handed_over"
    found = last([ACK, told, NOTHING], **needs)
    assert found.line is not None
    assert found.line.text == "who decides?"


def test_a_hand_over_without_the_offer_that_is_needed_is_too_early() -> None:
    """Where something has to be tried first, it is no answer to ask who decides."""
    needs: dict[str, object] = {
        "needs": ["heard", "solution", "hand_over"],
        "lines": {"still_missing": {"hand_over": "who decides?"}},
    }

    assert last([ACK, OVER], **needs).situation == "handed_over_early"
    assert last([ACK, TIMED, OVER], **needs).situation == "handed_over"


def test_a_question_comes_before_the_end() -> None:
    """Who asks for something is answered, even when all is settled."""
    found = last([ACK, TIMED, replied("may i have your order number", "ask_permission")])

    assert (found.situation, found.outcome) == ("asked_closed", None)


def test_a_boundary_is_no_way_out_for_the_rude() -> None:
    """Whoever was rude can't end well by a boundary."""
    found = last([BOUNDARY, replied("not like that", "set_boundary", "argue")], **HOT)

    assert found.outcome is None or not found.outcome.good


def test_an_insult_with_the_offer_ends_nothing_well() -> None:
    """A fitting offer that comes with an insult is not taken; nor is a rude hand-over."""
    rude = replied("a lamp", "offer_solution", "give_time", "seek_agreement", "insult")
    over = replied("my colleague", "hand_over", "insult")

    assert last([ACK, rude]).outcome is None
    assert last([ACK, TIMED, over]).outcome is None


def test_settled_customers_need_to_agree() -> None:
    """What is offered right away without asking is asked back, not taken."""
    assert last([ACK, TIMED]).outcome is None
    assert last([ACK, TIMED, INSULT]).outcome is None


def test_pauses_in_a_closing_line_are_optional() -> None:
    """A scenario may have no line for being cut short: the end comes without one."""
    assert last([CallEnded(0, "trainee")]).line is None
    spoken = last([CallEnded(0, "trainee")], lines={"ended_early": "Hello?"}).line
    assert spoken is not None
    assert spoken.text == "Hello?"
