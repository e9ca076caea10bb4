import pytest

from tests.support.rating import ASSETS, rubric
from trainer.rating.rubric import RubricProblem, read_rubric

TEXT = (ASSETS / "rubric.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line_of", "mend"),
    [
        ("target_to_wpm: 160", "target_to_wpm: 100", "target_to_wpm", "Raise it"),
        ("lost_share: 0.50", "lost_share: 0.05", "lost_share", "Raise it"),
        ("interruption: -15", "interruption: 15", "interruption: 15", "less than or equal to 0"),
        ("click_ms: 120", "clik_ms: 120", "overlaps:", "click_ms is missing"),
        ("{name: confirm,", "{name: solve,", "{name: solve, points: 10", "two steps named solve"),
        ("after: [solve]}", "after: [nap]}", "after: [nap]", "nap is no step above confirm"),
        ("  too_slow:\n", "  too_slo:\n", "  too_slo:", "too_slo is no rule"),
        ("insult: 2.0", "insults: 2.0", "insults", "insults"),
        ("listening: 25, calming: 30", "listening: [", "weights", "This is not YAML"),
    ],
)
def test_mistakes(old: str, new: str, line_of: str, mend: str) -> None:
    """A mistake is named by file, line and mend."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)

    with pytest.raises(RubricProblem, match=mend) as caught:
        read_rubric(text, "mine.yaml")

    assert caught.value.file == "mine.yaml"
    assert abs(caught.value.line - 1 - text[: text.index(line_of)].count("\n")) <= 1


def test_weights_that_weigh_nothing() -> None:
    """A rubric in which nothing counts is a mistake."""
    old = "{listening: 25, calming: 30, steps: 20, pacing: 10, outcome: 15}"

    with pytest.raises(RubricProblem, match="Every weight is 0"):
        read_rubric(TEXT.replace(old, "{listening: 0}"), "mine.yaml")


def test_overlap_rules() -> None:
    """The thresholds for overlaps come from the rubric, the backchannels from the language."""
    rules = rubric().overlap_rules(["mm hm"])

    assert (rules.backchannel_ms, rules.end_ms, rules.interruption_ms) == (1000, 300, 400)
    assert rules.backchannels == ("mm hm",)
