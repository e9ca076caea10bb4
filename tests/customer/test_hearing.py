"""What the customer makes of a reply."""

import pytest

from tests.support.replies import reply, techniques
from tests.support.scenarios import small
from trainer.customer.hearing import Heard, hear
from trainer.techniques.technique import Technique, TechniqueId


def heard(text: str, *ids: str) -> Heard:
    """Return what is heard in a reply to the small scenario's customer."""
    return hear(small(), reply(text), techniques(*ids))


def test_asking_for_a_fact_is_not_giving_it_back() -> None:
    """A question that names a fact asks for it, unless it checks what was said."""
    asks = "is that order number number seven"

    assert (heard(asks).asked, heard(asks).facts) == (("number",), ())
    assert heard(asks, "reflect").facts == ("number",)


def test_hears_facts_given_back() -> None:
    """A fact counts when one of its wordings is in the reply."""
    assert heard("so your lamp is broken and it is number seven").facts == ("lamp", "number")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("can i have your order number", ("number",)),
        ("order number?", ("number",)),
        ("i do not need an order number", ()),
        ("can i have your lamp", ()),
    ],
)
def test_hears_which_fact_is_asked_for(text: str, asked: tuple[str, ...]) -> None:
    """Only a question asks, and only for facts that have an answer."""
    assert heard(text).asked == asked


@pytest.mark.parametrize(
    ("text", "ids", "remedy"),
    [
        ("i will send you a new lamp", ("offer_solution",), "lamp"),
        ("i will send you a new lamp", ("next_steps",), "lamp"),
        ("so the new lamp broke", ("reflect",), ""),
        ("i will send you a new lamp", (), "lamp"),
        ("shall i send you a new lamp", (), "lamp"),
        ("i\N{RIGHT SINGLE QUOTATION MARK}ll send a new lamp", (), "lamp"),
        ("you'll have the new lamp by noon", (), "lamp"),
        ("so they said it will be a new lamp", ("reflect",), ""),
        ("i will see but i can't send a new lamp", (), ""),
        ("i will send you a hat", ("offer_solution",), ""),
    ],
)
def test_hears_a_fitting_offer(text: str, ids: tuple[str, ...], remedy: str) -> None:
    """An offer fits when it is one and has a remedy's words."""
    assert heard(text, *ids).remedy == remedy


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (("offer_solution",), True),
        (("give_in",), True),
        ((), False),
        (("next_steps",), True),
        (("hold_line", "offer_solution"), False),
        (("flat_refusal", "offer_solution"), False),
    ],
)
def test_hears_a_promise_of_too_much(ids: tuple[str, ...], *, expected: bool) -> None:
    """Naming what is too much only counts when it is promised, not when it is declined."""
    assert heard("two lamps", *ids).too_much is expected


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        ("i will send two lamps", (), True),
        ("so you would like two lamps i will write that down", ("reflect",), False),
        ("may i ask did they say two lamps", ("ask_permission",), False),
        ("you can have two lamps", (), True),
        ("it'll be two lamps i guarantee", (), True),
        ("i cannot send two lamps but i can mend it", ("offer_solution",), False),
        ("i can't stop you so have the two lamps", ("give_in",), True),
    ],
)
def test_telling_what_is_too_much_does_not_promise_it(
    text: str, ids: tuple[str, ...], *, expected: bool
) -> None:
    """It may be asked about, given back and refused."""
    assert heard(text, *ids).gives_in is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("you won't pay for it", True),
        ("all right you won't pay", True),
        ("i can't promise that you won't pay", False),
        ("i will see whether you pay", False),
    ],
)
def test_a_gift_may_sound_like_a_no(text: str, *, expected: bool) -> None:
    """What they are let off is promised with a "won't"; another no beside it refuses."""
    remedies = {"lamp": {"what": "a lamp", "said_as": "new lamp"}}
    scenario = small(solution={"remedies": remedies, "too_much": "you won't pay"})

    assert hear(scenario, reply(text), ()).too_much is expected


def test_an_offer_may_fit_or_not() -> None:
    """Something is offered when the technique is there or a remedy's words are promised."""
    assert heard("a hat", "offer_solution").offers
    assert heard("a new lamp", "next_steps").offers
    assert not heard("a hat", "next_steps").offers


def test_keeps_the_strongest_of_each_technique_in_order() -> None:
    """A technique that is heard twice counts once, at its strongest."""
    weak = Technique(TechniqueId.APOLOGISE, 0, 1, "", 0.2, "")
    strong = Technique(TechniqueId.APOLOGISE, 5, 6, "", 0.9, "")
    blame = Technique(TechniqueId.BLAME, 2, 3, "", 1.0, "")
    found = hear(small(), reply("a b c d e f"), (weak, strong, blame, weak))

    assert found.techniques == (blame, strong)
    assert found.inflames
    assert not heard("sorry", "apologise").inflames


@pytest.mark.parametrize(
    ("text", "ids", "expected"),
    [
        ("it is done by noon", (), True),
        ("in ten minutes", (), True),
        ("straight away", (), True),
        ("when it is ready", ("give_time",), True),
        ("here is what i can do right now", (), False),
        ("as soon as possible", (), False),
    ],
)
def test_hears_a_time(text: str, ids: tuple[str, ...], *, expected: bool) -> None:
    """A time is given by the technique or by a plain time; "soon" is none."""
    assert heard(text, *ids).timed is expected


WRONG = {
    "rent": {
        "value": "the rent",
        "said_as": "rent bounced",
        "wrong_as": "bounced on friday",
        "corrected": "Thursday.",
    },
    "lamp": {"value": "the lamp", "said_as": "lamp"},
}


@pytest.mark.parametrize(
    ("text", "ids", "wrong", "facts"),
    [
        ("so the rent bounced on friday", ("reflect",), ("rent",), ()),
        ("the rent bounced on friday and the lamp broke", (), ("rent",), ("lamp",)),
        ("the rent bounced", ("reflect",), (), ("rent",)),
        ("i will send a new lamp so nothing bounced on friday", ("offer_solution",), (), ("lamp",)),
    ],
)
def test_a_fact_given_back_wrong_is_no_fact(
    text: str, ids: tuple[str, ...], wrong: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    """The wrong day undoes the fact, unless the words belong to an offer."""
    found = hear(small(facts=WRONG), reply(text), techniques(*ids))

    assert (found.wrong, found.facts) == (wrong, facts)


def test_hears_what_a_scenario_wants_to_be_told() -> None:
    """What went wrong and what will be different count in the scenario's words."""
    solution = {
        "remedies": {"lamp": {"what": "a lamp", "said_as": "new lamp"}},
        "explanation": {"what": "a mix-up", "said_as": "labels were swapped"},
        "assurance": {"what": "a check", "said_as": "checks twice"},
    }
    scenario = small(solution=solution)

    assert hear(scenario, reply("the labels were swapped"), ()).explains
    assert hear(scenario, reply("somebody checks it twice now"), ()).assures
    assert not hear(scenario, reply("never again"), techniques("assure")).assures
    assert heard("never again", "assure").assures


def test_a_demand_and_a_threat_have_words_of_giving_in_and_of_declining() -> None:
    """They count wherever they come."""
    scenario = small(
        demands=[{"says": "a", "granted_as": "three lamps", "declined_as": "not three lamps"}],
        threats=[{"says": "b", "dropped": "c", "gives_way": "pay you off"}],
    )

    assert hear(scenario, reply("i will send three lamps"), ()).gives_in
    assert hear(scenario, reply("i will pay you off"), ()).gives_in
    declined = hear(scenario, reply("i will see but not three lamps"), ())
    assert (declined.declines, declined.gives_in) == (True, False)
