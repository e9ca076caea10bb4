import pytest

from tests.support.rating import ASSETS, rubric
from trainer.rating.rubric import RubricProblem, read_rubric

TEXT = (ASSETS / "rubric.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line_of", "mend"),
    [
        ("target_to_wpm: 160", "target_to_wpm: 100", "target_to_wpm", "raise it"),
        ("lost_share: 0.50", "lost_share: 0.05", "lost_share", "raise it"),
        ("interruption: -15", "interruption: 15", "interruption: 15", "too large: write 0 or less"),
        ("click_ms: 120", "clik_ms: 120", "overlaps:", 'did you mean "click_ms"'),
        ("{name: confirm,", "{name: solve,", "{name: solve, points: 10", "two steps named solve"),
        ("after: [solve]}", "after: [nap]}", "after: [nap]", "nap is no step above confirm"),
        ("  too_slow:\n", "  too_slo:\n", "  too_slo:", "too_slo is no rule"),
        ("insult: 2.0", "insults: 2.0", "insults", 'did you mean "insult"'),
        ("listening: 25, calming: 30", "listening: [", "weights", "can't be read as YAML"),
    ],
)
def test_mistakes(old: str, new: str, line_of: str, mend: str) -> None:
    """A mistake is named by file, line and mend."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)

    with pytest.raises(RubricProblem, match=mend) as caught:
        read_rubric(text, "mine.yaml")

    name, line, _ = caught.value.mistakes[0].split(":", 2)
    assert name == "mine.yaml"
    assert abs(int(line) - 1 - text[: text.index(line_of)].count("\n")) <= 1


def test_weights_that_weigh_nothing() -> None:
    """A rubric in which nothing counts is a mistake."""
    old = "{listening: 25, calming: 30, steps: 20, pacing: 10, outcome: 15}"

    with pytest.raises(RubricProblem, match="every weight is 0"):
        read_rubric(TEXT.replace(old, "{listening: 0}"), "mine.yaml")


def test_overlap_rules() -> None:
    """The thresholds for overlaps come from the rubric, the backchannels from the language."""
    rules = rubric().overlap_rules(["mm hm"])

    assert (rules.backchannel_ms, rules.end_ms, rules.interruption_ms) == (1000, 300, 400)
    assert rules.backchannels == ("mm hm",)


def test_all_mistakes_at_once() -> None:
    """Whoever changes a rubric sees everything there is to mend, from top to bottom."""
    text = TEXT.replace("target_to_wpm: 160", "target_to_wpm: 100")
    text = text.replace("after: [solve]}", "after: [nap]}")

    with pytest.raises(RubricProblem) as caught:
        read_rubric(text, "mine.yaml")

    assert [one.split(": ")[1].split()[0] for one in caught.value.mistakes] == [
        "target_to_wpm",
        "nap",
    ]
