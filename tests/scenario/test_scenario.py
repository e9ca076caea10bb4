"""Scenario files: what can be read, and what is said about mistakes."""

import json
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.support.scenarios import BUNDLED, HOME, OPTIONAL, bundled, small, small_data
from trainer.scenario.check import check
from trainer.scenario.scenario import (
    FALLBACKS,
    Competence,
    Lines,
    Scenario,
    ScenarioProblem,
    Situation,
    read_scenario,
)
from trainer.scenario.schema import schema_text

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


def test_reads_a_whole_scenario() -> None:
    """The text of a file becomes the model of a scenario."""
    assert read_scenario(spoilt(), "small.yaml") == small()


def test_a_scenario_does_not_change() -> None:
    """What was read is frozen."""
    with pytest.raises(ValidationError):
        small().title = "Other"


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
    assert [str(situation) for situation in Situation] == list(Lines.model_fields)


def test_optional_situations_are_stood_in_for() -> None:
    """Each optional situation has a stand-in, but for the two in which silence is natural."""
    silent = {Situation.ENDED_EARLY, Situation.OUT_OF_TIME}

    assert set(FALLBACKS) | silent == OPTIONAL


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
    assert check(scenario, {"dana", "marcus"}) == ()


@pytest.mark.parametrize("name", BUNDLED)
def test_bundled_scenarios_have_several_wordings(name: str) -> None:
    """What comes back in one conversation has two wordings at the least."""
    closing = {Situation.OUT_OF_TIME, Situation.SNAPPED}  # SNAPPED: only who snaps
    lines = bundled(name).lines

    assert all(
        len(lines.wordings(situation)) >= 2 for situation in Situation if situation not in closing
    )


def test_all_bundled_scenarios_are_tested() -> None:
    """A new file in scenarios/ joins these tests."""
    assert sorted(path.stem for path in (HOME / "scenarios").glob("*.yaml")) == sorted(BUNDLED)


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
