from tests.support.rating import rubric
from trainer.rating.advice import advise
from trainer.rating.scorecard import Finding


def finding(mark: str, rule: str, points: float, start_ms: int) -> Finding:
    """Return a finding of one second."""
    return Finding(mark, rule, points, start_ms, start_ms + 1000, "said", "What happened.")


def test_the_most_useful_first() -> None:
    """Advice is ordered by what it cost of the overall mark, three pieces at the most."""
    findings = [
        finding("pacing", "too_fast", -20, 0),
        finding("listening", "interruption", -15, 2000),
        finding("calming", "blame", -10, 4000),
        finding("steps", "step_missed.solve", -20, 6000),
    ]

    rules = [advice.rule for advice in advise(findings, rubric())]

    assert rules == ["step_missed.solve", "interruption", "blame"]


def test_one_a_rule_and_one_a_moment() -> None:
    """The same rule or the same moment is advised on once, by its worst finding."""
    findings = [
        finding("listening", "interruption", -10, 0),
        finding("listening", "interruption", -15, 5000),
        finding("steps", "step_missed.listen", -1, 5500),
    ]

    (advice,) = advise(findings, rubric())

    assert (advice.rule, advice.start_ms, advice.said) == ("interruption", 5000, "said")
    assert advice.why.startswith("What happened. You cut in")
    assert advice.better == rubric().advice["interruption"].better[0]


def test_nothing_to_advise() -> None:
    """What cost nothing, or has no text in the rubric, gives no advice."""
    assert (
        advise([finding("calming", "apologise", 5, 0), finding("x", "relief", -5, 0)], rubric())
        == ()
    )
