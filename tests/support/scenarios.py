"""The bundled scenarios and rules, and a small scenario to change in tests."""

from copy import deepcopy
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from trainer.customer.rules import Rules, read_rules
from trainer.scenario.scenario import Scenario, Situation
from trainer.scenario.scenario_file import read_scenario
from trainer.scenario.situation import ELSEWHERE, FALLBACKS

__all__ = ["BUNDLED", "bundled", "rules", "small", "small_data"]

S = Situation
HOME = Path(__file__).parents[2]
BUNDLED = tuple(sorted(path.stem for path in (HOME / "scenarios").glob("*.yaml")))
"""Every bundled scenario: a new file in scenarios/ joins the tests."""


@cache
def bundled(name: str) -> Scenario:
    """Return a bundled scenario."""
    return read_scenario((HOME / "scenarios" / f"{name}.yaml").read_text("utf-8"), name)


@cache
def rules() -> Rules:
    """Return the bundled rules."""
    return read_rules((HOME / "assets" / "customer.yaml").read_text("utf-8"), "customer.yaml")


def small_data() -> dict[str, object]:
    """Return the data of a scenario with one wording a situation, named after the situation."""
    loaded = deepcopy(_loaded())
    required = {name: f"this is {name}" for name in Situation if name not in OPTIONAL | ELSEWHERE}
    vent = ["first vent", ["second vent", "vent the second"]]
    return loaded | {"lines": {str(name): line for name, line in required.items()} | {"vent": vent}}


def small(**changes: object) -> Scenario:
    """Return the small scenario with changes; those to ``lines`` are added to its lines."""
    data = small_data()
    lines = changes.pop("lines", {})
    assert isinstance(lines, dict)
    assert isinstance(data["lines"], dict)
    return Scenario.model_validate(data | changes | {"lines": data["lines"] | lines})


@cache
def _loaded() -> dict[str, object]:
    loaded: dict[str, object] = YAML(typ="safe").load(SMALL)
    return loaded


OPTIONAL = frozenset({*FALLBACKS, S.STILL_MISSING, S.ENDED_EARLY, S.OUT_OF_TIME})
SMALL = """
id: small
title: Small
setting: telephone
category: retail
place: A telephone
difficulty: medium
competences: [acknowledge]
minutes: 5
voice: dana
opening_pressure: 60
customer: {name: Kim, age: 40, who: Somebody, temperament: even}
briefing: {you_are: You, what_happened: A lamp broke, you_may: send a lamp}
facts:
  lamp: {value: the broken lamp, said_as: lamp}
  number:
    {value: number seven, said_as: number seven, asked_as: order number, answer: It is seven}
solution:
  remedies:
    lamp: {what: a new lamp, said_as: new lamp}
  too_much: two lamps
"""
