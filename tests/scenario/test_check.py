"""Warnings about scenarios that can be read."""

from tests.support.scenarios import OPTIONAL, small
from trainer.scenario.check import Remark, check
from trainer.scenario.scenario import Scenario, Situation

S = Situation
VOICES = {"dana"}


def remarks(scenario: Scenario, place: str) -> list[str]:
    """Return what is said about one place."""
    return [remark.text for remark in check(scenario, VOICES) if remark.place == place]


def test_a_remark_reads_as_one_line() -> None:
    """Place first, then what and the mend."""
    assert str(Remark("voice", "there is none: add one")) == "voice: there is none: add one"


def test_warns_of_an_unknown_voice() -> None:
    """The voices there are stand beside it."""
    assert remarks(small(voice="bob"), "voice") == ['there is no voice "bob": use one of dana']
    assert "use one of none" in check(small(), ())[0].text


def test_warns_of_facts_that_nobody_speaks_of() -> None:
    """A fact that the customer never mentions can't be given back."""
    said = {"lines": {"opening": "My lamp is broken"}}

    assert remarks(small(), "facts.lamp") == ["the customer never speaks of it: put it into a line"]
    assert remarks(small(**said), "facts.lamp") == []


def test_short_words_count_when_there_are_no_longer_ones() -> None:
    """A fact that is said in short words only is looked for by them."""
    facts = {"a": {"value": "a hat", "said_as": "hat"}}

    assert remarks(small(facts=facts, lines={"opening": "My hat"}), "facts.a") == []


def test_warns_of_a_wording_that_is_right_and_wrong() -> None:
    """A fact can't be wrong in the words in which it is right."""
    said = {"said_as": ["the seven", "six"], "wrong_as": ["Seven!", "ten"], "corrected": "no"}
    facts = {"a": {"value": "7", **said}}

    assert remarks(small(facts=facts), "facts.a.wrong_as") == [
        '"the seven" is right and is always taken for wrong: reword the wrong one'
    ]


def test_warns_of_competences_on_which_nothing_hangs() -> None:
    """At least one of those that are named has to decide how it ends."""
    found = remarks(small(), "competences")

    assert found == [
        "the end hangs on none of them: for acknowledge write acknowledged under needs"
    ]
    assert remarks(small(competences=["learn", "offer_solution"]), "competences") == []


def test_warns_of_demands_and_threats_that_will_sound_the_same() -> None:
    """What may come back wants another wording."""
    demands = [{"says": "two", "granted_as": "two lamps"}]
    threats = [{"says": "I sue", "again": "I do sue", "dropped": "no"}]
    found = small(demands=demands, threats=threats)

    assert "has one wording" in remarks(found, "demands.1")[0]
    assert remarks(found, "threats.1") == []


def test_warns_of_insults_that_may_never_come() -> None:
    """They begin at a pressure that has to be reached."""
    insults = {"says": ["fool"], "from_pressure": 61}

    assert "may never come" in remarks(small(insults=insults), "insults.from_pressure")[0]
    assert remarks(small(insults=insults, opening_pressure=61), "insults.from_pressure") == []


def test_warns_of_insults_that_nobody_will_hear() -> None:
    """Calm ends them, and two that were paid back end the call."""
    three = {"says": ["fool", "oaf", "ass"]}
    found = remarks(small(insults=three), "insults.says")

    assert found == ["only 2 come before they leave: delete the rest, or write stop_for"]
    bounded = three | {"stop_for": "boundary"}
    assert remarks(small(insults=bounded, lines={"boundary_set": "oh"}), "insults.says") == []


def test_warns_of_lines_that_are_never_said() -> None:
    """A line for what can't come up says what it lacks."""
    found = remarks(small(lines={"loyal": ["a", "b"]}), "lines.loyal")

    assert found == ["it is never said: write occasion: follow_up, or delete it"]
    wants = {"needs": ["heard", "hand_over"], "lines": {"still_missing": {"hand_over": "who?"}}}
    assert remarks(small(**wants), "lines.accepted") == [
        "it is never said: take hand_over out of needs, or delete it"
    ]


def test_warns_of_a_remedy_that_is_too_much() -> None:
    """A wording can't be both right and too much."""
    solution = {
        "remedies": {"lamp": {"what": "a lamp", "said_as": ["two new lamps", "one"]}},
        "too_much": "two lamps",
    }
    found = remarks(small(solution=solution), "solution.remedies.lamp")

    assert found == ['"two new lamps" is in too_much as well: keep it in one of them']


def test_warns_of_situations_without_a_line() -> None:
    """What stands in is named; where nothing does, that is said."""
    unlikely = {S.SNAPPED, S.LOYAL, S.EXPLAINED, S.ASKED_WITHOUT_PERMISSION, S.CALL_PAUSED}

    for situation in OPTIONAL - unlikely - {S.STILL_MISSING}:
        assert remarks(small(), f"lines.{situation}")[0].startswith("no line: ")
    for situation in unlikely:
        assert remarks(small(), f"lines.{situation}") == []

    assert "inflamed stands in" in remarks(small(), "lines.dismissed")[0]
    assert "says nothing" in remarks(small(), "lines.out_of_time")[0]


def test_warns_of_lines_that_will_be_heard_again_and_again() -> None:
    """A situation that returns wants more than one wording, and different ones."""
    assert "comes back often" in remarks(small(), "lines.silence")[0]
    assert remarks(small(lines={"silence": ["a", "b"]}), "lines.silence") == []
    assert "there twice" in remarks(small(lines={"silence": ["a", "a"]}), "lines.silence")[0]


def test_a_snap_that_is_never_said_is_told() -> None:
    """Lines for snapping need a customer who snaps."""
    found = [str(one) for one in check(small(lines={"snapped": "stop"}), {"dana"})]

    assert any(one.startswith("lines.snapped: it is never said") for one in found)
