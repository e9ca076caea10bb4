"""Scenario files: what can be read, and what is said about mistakes."""

import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.support.scenarios import BUNDLED, HOME, OPTIONAL, bundled, small, small_data
from trainer.scenario.check import check
from trainer.scenario.deciding import HOW_TO_DECIDE, deciding
from trainer.scenario.kinds import Need
from trainer.scenario.scenario import (
    FALLBACKS,
    Competence,
    Lines,
    Scenario,
    Situation,
)
from trainer.scenario.scenario_file import ScenarioProblem, read_scenario
from trainer.scenario.schema import schema_text
from trainer.scenario.situation import ELSEWHERE

S = Situation
VOICES = {path.stem for path in (HOME / "voices").glob("*.yaml")}
REGENERATE = (
    "write it anew: python -c 'from trainer.scenario.schema import schema_text;"
    ' print(schema_text(), end="")\' > assets/schemas/scenario.json'
)


def mistakes(text: str) -> tuple[str, ...]:
    """Return what is said about a file's mistakes."""
    with pytest.raises(ScenarioProblem) as caught:
        read_scenario(text, "a.yaml")
    assert str(caught.value) == "\n".join(caught.value.mistakes)
    return caught.value.mistakes


def spoilt(**changes: object) -> str:
    """Return the small scenario's text with changes (JSON is YAML), everything in line 1."""
    return json.dumps(small_data() | changes)


def small_lines() -> dict[str, object]:
    """Return the small scenario's lines."""
    lines = small_data()["lines"]
    assert isinstance(lines, dict)
    return lines


def test_reads_a_whole_scenario() -> None:
    """The text of a file becomes the model of a scenario."""
    assert read_scenario(spoilt(), "small.yaml") == small()


def test_a_scenario_does_not_change() -> None:
    """What was read is frozen."""
    with pytest.raises(ValidationError):
        small().title = "Other"


def test_a_scenario_that_was_changed_has_another_sign() -> None:
    """However it was read; one that says the same has the same."""
    changed = small(opening_trust=small().opening_trust + 1)

    assert small().sign == small().sign
    assert changed.sign != small().sign


def test_a_single_line_stands_for_a_list() -> None:
    """One wording may be written without a dash."""
    assert small().lines.wordings(Situation.OPENING) == ("this is opening",)


def test_the_vent_has_wordings_of_all_pieces() -> None:
    """All pieces of the vent are its wordings."""
    assert small().lines.wordings(Situation.VENT) == (
        "first vent",
        "second vent",
        "vent the second",
    )


def test_every_situation_is_a_key_of_the_lines() -> None:
    """Situations and the keys of `lines` are the same words."""
    here = [str(situation) for situation in Situation if situation not in ELSEWHERE]

    assert here == list(Lines.model_fields)


def test_optional_situations_are_stood_in_for() -> None:
    """Every line that may be left out has a stand-in, but for those without a need of one."""
    silent = {S.ENDED_EARLY, S.OUT_OF_TIME, S.STILL_MISSING}
    optional = {name for name, field in Lines.model_fields.items() if not field.is_required()}

    assert set(FALLBACKS) | silent == optional - {S.ACCEPTED} == OPTIONAL


SILENT = {key: line for key, line in small_lines().items() if key != "accepted"}


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"occasion": "follow_up"}, {"loyal": "thanks"}),
        ({"needs": ["heard", "hand_over"]}, {"still_missing": {"hand_over": "who?"}}),
        ({"insults": {"says": ["a"], "stop_for": "nothing"}}, {"boundary_set": "oh"}),
    ],
)
def test_who_never_takes_an_offer_needs_no_line_for_it(
    changes: dict[str, object], lines: dict[str, object]
) -> None:
    """Some can only be handed over, some have to be left, and some stay."""
    assert read_scenario(spoilt(**changes, lines=SILENT | lines), "a.yaml").id == "small"


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, {}),
        ({"occasion": "follow_up"}, {}),
        ({"insults": {"says": ["a"], "stop_for": "boundary"}}, {"boundary_set": "oh"}),
    ],
)
def test_who_takes_an_offer_says_so(changes: dict[str, object], lines: dict[str, object]) -> None:
    """Everybody else has a line for the good end."""
    found = mistakes(spoilt(**changes, lines=SILENT | lines))

    assert found == (
        "a.yaml:1: they can't say that they take the offer: write accepted under lines",
    )


def test_a_stand_in_may_have_a_stand_in() -> None:
    """A promise to follow up is taken like an assurance, and that like sympathy."""
    assert small().lines.stand_in(Situation.FOLLOWED_UP) is Situation.ACKNOWLEDGED
    assert small(lines={"reassured": "good"}).lines.stand_in(S.FOLLOWED_UP) is S.REASSURED
    assert small().lines.stand_in(Situation.OUT_OF_TIME) is Situation.OUT_OF_TIME


def whole() -> Scenario:
    """Return a scenario that has everything a scenario can have."""
    fact = {"value": "seven", "said_as": "seven", "asked_as": "which", "answer": "It is seven"}
    wrong = {"wrong_as": "eight", "corrected": "Seven.", "needed": True, "unasked": "Which?"}
    return small(
        needs=["heard", "explanation", "follow_up"],
        facts={"number": fact | wrong | {"sensitive": True}},
        solution={
            "remedies": {"lamp": {"what": "a lamp", "said_as": "new lamp"}},
            "explanation": {"what": "a mix-up", "said_as": "mixed up"},
        },
        demands=[{"says": "two", "again": "two!", "granted_as": "two lamps"}],
        threats=[{"says": "I sue", "dropped": "forget it"}],
        insults={"says": ["fool", ["ass", "oaf"]], "stop_for": "boundary"},
        rambles=["my aunt", "her cat"],
        customer={**SMALL_PERSON, "vents_first": 2, "patience_s": 10},
        occasion="follow_up",
        lines={
            "still_missing": {"explanation": "why?", "follow_up": "and then?"},
            "boundary_set": "sorry",
        },
    )


SMALL_PERSON = {"name": "Kim", "age": 40, "who": "Somebody", "temperament": "even"}


@pytest.mark.parametrize(
    ("situation", "wordings"),
    [
        (S.CORRECTED, ("Seven.",)),
        (S.UNASKED, ("Which?",)),
        (S.DEMANDING, ("two", "two!")),
        (S.THREATENING, ("I sue",)),
        (S.THREAT_DROPPED, ("forget it",)),
        (S.INSULTING, ("fool", "ass", "oaf")),
        (S.RAMBLING, ("my aunt", "her cat")),
        (S.STILL_MISSING, ("why?", "and then?")),
        (S.BOUNDARY_SET, ("sorry",)),
    ],
)
def test_finds_the_wordings_of_a_situation(situation: Situation, wordings: tuple[str, ...]) -> None:
    """A line may stand in its own part of the file; it is found all the same."""
    assert whole().wordings(situation) == wordings
    assert situation not in ELSEWHERE or small().wordings(situation) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"customer": {**SMALL_PERSON, "vents_first": 3}}, "the vent has 2 pieces: write 2 or"),
        ({"needs": ["apology"]}, "write apology under lines.still_missing"),
        ({"needs": ["time"]}, "a time belongs to a solution"),
        ({"needs": ["explanation"]}, "nobody can know what went wrong: write solution.expl"),
        ({"insults": {"says": ["a"], "stop_for": "nothing"}}, "write lines.boundary_set"),
        ({"facts": {"a": {"value": "b", "said_as": "c", "asked_as": "d"}}}, "write both"),
        ({"facts": {"a": {"value": "b", "said_as": "c", "wrong_as": "d"}}}, "write both"),
        ({"facts": {"a": {"value": "b", "said_as": "c", "needed": True}}}, "write both"),
        ({"facts": {"a": {"value": "b", "said_as": "c", "sensitive": True}}}, "sensitive wants a"),
        (
            {"facts": {"a": {"value": "b", "said_as": "c", "needed": True, "unasked": "x"}}},
            "needed wants a question",
        ),
    ],
)
def test_tells_what_only_the_whole_shows(changes: dict[str, object], said: str) -> None:
    """Parts that are right by themselves and don't fit together are a mistake, with its mend."""
    assert any(said in mistake for mistake in mistakes(spoilt(**changes)))


def test_a_line_for_a_need_that_nobody_has_is_told() -> None:
    """What is still missing has to be needed."""
    lines = small_data()["lines"]
    assert isinstance(lines, dict)

    found = mistakes(spoilt(lines={**lines, "still_missing": {"apology": "well?"}}))

    assert found == ("a.yaml:1: it is never said: write apology under needs, or delete it",)


def test_knows_what_decides_the_end() -> None:
    """Each competence can be what a scenario hangs on."""
    usual = {Competence.OFFER_SOLUTION}
    needy = whole().model_copy(
        update={
            "needs": tuple(Need),
            "threats": small(threats=[{"says": "a", "dropped": "b"}]).threats,
        }
    )

    assert deciding(small()) == usual
    assert deciding(needy) == set(Competence) == set(HOW_TO_DECIDE)


def test_where_nothing_stops_the_insults_nothing_else_decides() -> None:
    """Only who stays calm and keeps a boundary brings that to a good end."""
    insults = {"says": ["fool"], "stop_for": "nothing"}
    never = small(insults=insults, lines={"boundary_set": "sorry"})

    assert deciding(never) == {Competence.STAY_CALM, Competence.SET_BOUNDARIES}


def test_there_are_seventeen_competences() -> None:
    """The rubric has seventeen."""
    assert len(Competence) == 17


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (spoilt(titel="x"), 'a.yaml:1: "titel" is not known here: did you mean "title"?'),
        (spoilt(zzz="x"), '"zzz" is not known here: use one of id, title, setting'),
        (spoilt(difficulty="medum"), '"medum" is not known here: did you mean "medium"?'),
        (spoilt(competences=["xyz"]), '"xyz" is not known here: use one of let_vent, acknowledge'),
        (spoilt(competences=[]), '"competences" is empty: write at least one'),
        (spoilt(minutes=3.5), '"minutes" wants a whole number: leave out the fraction'),
        (spoilt(minutes=None), '"minutes" wants a whole number: write digits only'),
        (spoilt(minutes=90), '"minutes" is too large: write 60 or less'),
        (spoilt(opening_pressure=0), '"opening_pressure" is too small: write 10 or more'),
        (spoilt(title=7), '"title" wants a text: put what is meant between quotes'),
        (spoilt(title=""), '"title" is empty: write something'),
        (spoilt(id="Not good"), "can't be written so: use lower case"),
        (spoilt(customer=3), '"customer" wants names with values'),
        (spoilt(facts=3), '"facts" wants names with values'),
        (spoilt(lines={"opening": {"Yes": "no"}}), "put the whole text between quotes"),
        (spoilt(lines={"opening": 3}), '"opening" wants a list'),
        (spoilt(lines={"opening": "x [paus]"}), "a.yaml:1: square brackets only hold pauses"),
        (spoilt(lines={"opening": []}), '"opening" is empty: write at least one'),
        (spoilt(solution={"remedies": {}}), '"remedies" is empty: write at least one'),
        (spoilt(solution={"remedies": {"a": {"wat": "x"}}}), 'did you mean "what"?'),
        (spoilt(lines={}), '"silence" is missing: add it here (Nobody speaks.)'),
    ],
)
def test_names_the_mistake_and_its_mend(text: str, said: str) -> None:
    """Each kind of mistake has a sentence for people that says how to mend it."""
    assert any(said in mistake for mistake in mistakes(text))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id: a\nid: b", 2, '"id" is here twice, first in line 1: keep one of them'),
        ("a: &x {b: 1}\nc: *x", 2, "this is here by *: write it out instead"),
        ("id: a\ntitle: [", 2, "can't be read as YAML"),
        ("id: a: b", 1, "can't be read as YAML"),
        ("\0", 1, "a character that a text file can't hold"),
        ("- x", 1, '"the file" wants names with values'),
        ("", 1, '"id" is missing: add it here'),
        ("customer:\n  name: x\n  nam: y", 3, '"nam" is not known here: did you mean "name"?'),
        ("facts:\n  a:\n    value: 3", 3, '"value" wants a text'),
        ("minutes: 0o7\nplace: ~", 2, '"place" wants a text'),
        ("minutes: 1.5", 1, "leave out the fraction"),
        ("minutes: 1.5.5", 1, "wants a whole number"),
        ("minutes: 5\ntitle: true", 2, '"title" wants a text'),
    ],
)
def test_names_the_line(text: str, line: int, said: str) -> None:
    """A mistake is reported in the line in which it stands."""
    assert any(
        mistake.startswith(f"a.yaml:{line}: ") and said in mistake for mistake in mistakes(text)
    )


def test_tells_all_mistakes_at_once_in_their_order() -> None:
    """Whoever mends a file sees everything there is to mend, from top to bottom."""
    found = mistakes("id: A\nid: b\ntitel: x\nminutes: many\nlines:\n  opening: '[pause]'\n")
    lines = [int(mistake.split(":")[1]) for mistake in found]

    assert lines == sorted(lines)
    assert {1, 2, 3, 4, 5, 6} <= set(lines)


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_scenarios_are_complete(name: str) -> None:
    """The bundled scenarios have no mistakes, no warnings and the name of their file."""
    scenario = bundled(name)

    assert scenario.id == name
    assert check(scenario, VOICES) == ()


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_scenarios_have_several_wordings(name: str) -> None:
    """What comes up has two wordings at the least, but for the end of the time."""
    found = {situation: bundled(name).wordings(situation) for situation in Situation}

    assert all(len(one) != 1 for situation, one in found.items() if situation is not S.OUT_OF_TIME)


def test_the_schema_is_up_to_date() -> None:
    """Editors complete the format that the program reads."""
    path: Path = HOME / "assets" / "schemas" / "scenario.json"

    assert path.read_text("utf-8") == schema_text(), REGENERATE


def test_the_schema_names_every_key() -> None:
    """The schema is that of a scenario."""
    assert set(json.loads(schema_text())["properties"]) == set(Scenario.model_fields)


def test_the_documented_example_holds() -> None:
    """What docs/write-a-scenario.md shows is read; only lines that it leaves out are missing."""
    page = (HOME / "docs" / "write-a-scenario.md").read_text("utf-8")
    example = "".join(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    lines_at = example[: example.index("lines:\n")].count("\n") + 1

    assert all(
        mistake.startswith(f"a.yaml:{lines_at}: ") and "is missing" in mistake
        for mistake in mistakes(example)
    )


def test_the_documented_blocks_hold() -> None:
    """Harder customers, as the page shows them, can be added to the file that one starts from."""
    page = (HOME / "docs" / "write-a-scenario.md").read_text("utf-8")
    blocks = re.findall(r"```\n(demands:.*?)```", page, re.DOTALL)
    starter = (HOME / "assets" / "new-scenario.yaml").read_text("utf-8")

    (block,) = blocks
    assert len(read_scenario(starter + block, "new.yaml").demands) == 1
