"""The rules that move a customer."""

import json

import pytest

from tests.support.scenarios import rules
from trainer.customer.rules import Event, Rules, RulesProblem, read_rules
from trainer.techniques.technique import CALMING, INFLAMING, TechniqueId


def spoilt(**moves: object) -> str:
    """Return the bundled rules' text with other moves (JSON is YAML)."""
    data = rules().model_dump(mode="json", exclude_none=True)
    return json.dumps(data | {"moves": data["moves"] | moves})


def test_every_technique_and_event_has_a_rule() -> None:
    """Nothing that can happen is without a rule."""
    names = {str(name) for kind in (TechniqueId, Event) for name in kind}

    assert set(rules().moves) == names


def test_calming_calms_and_inflaming_inflames() -> None:
    """The bundled rules move the pressure the way their techniques are called."""
    assert all(rules().rule(technique).change < 0 for technique in CALMING)
    assert all(rules().rule(technique).change > 0 for technique in INFLAMING)


def test_reads_what_it_writes() -> None:
    """Rules that are written out and read again are the same."""
    assert read_rules(spoilt(), "customer.yaml") == rules()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (spoilt(nonsense={"change": 1, "why": "x"}), "nothing is called nonsense: take it out"),
        (spoilt(dismiss={"change": 99, "why": "x"}), '"change" is too large: write 40 or less'),
        (spoilt(dismiss={"change": 9}), '"why" is missing: add it here'),
        ('{"moves": {"dismiss": {"change": 9, "why": "x"}}}', "rules are missing for "),
    ],
)
def test_names_mistakes_and_their_mend(text: str, said: str) -> None:
    """Mistakes in the rules are told like those in a scenario."""
    with pytest.raises(RulesProblem) as caught:
        read_rules(text, "customer.yaml")

    assert any(
        mistake.startswith("customer.yaml:1: ") and said in mistake
        for mistake in caught.value.mistakes
    )


def test_a_rule_wears_out() -> None:
    """The third sorry is worth something else than the first; most rules never wear out."""
    found: Rules = rules()

    assert not found.rule(TechniqueId.APOLOGISE).is_worn(1)
    assert found.rule(TechniqueId.APOLOGISE).is_worn(2)
    assert not found.rule(TechniqueId.REFLECT).is_worn(99)
