import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.rating import reply, rubric
from trainer.conversation.timeline import Timeline
from trainer.rating.calming import credits_of, mark_calming
from trainer.rating.scorecard import HeardTechnique
from trainer.techniques.technique import INFLAMING, Technique, TechniqueId

RULES = rubric().calming
SAID = Timeline(9000, (reply("anything", 0, 1000),))


def heard(technique: TechniqueId, strength: float = 1.0) -> HeardTechnique:
    """Return a technique as heard in the first reply."""
    return HeardTechnique(0, Technique(technique, 0, 1, "anything", strength, "entry"), 0, 1000)


def mark(*techniques: HeardTechnique) -> int:
    """Return the calming mark."""
    judged = mark_calming(SAID, techniques, RULES).mark
    assert judged is not None
    return judged


def test_by_hand() -> None:
    """One full apology is worth 1 against a neutral weight of 1: 50 + 50 x 1/2."""
    assert mark(heard(TechniqueId.APOLOGISE)) == 75
    assert mark() == 50
    assert mark(heard(TechniqueId.DISMISS)) == 17  # 50 - 50 x 2/3
    assert mark(heard(TechniqueId.APOLOGISE), heard(TechniqueId.DISMISS)) == 38  # 50 - 50 x 1/4


def test_repeats_decay() -> None:
    """Each further use is worth half of the one before; inflaming techniques never decay."""
    three = [heard(TechniqueId.APOLOGISE)] * 3
    rude = [heard(TechniqueId.BLAME)] * 3

    assert credits_of(three, RULES) == (1.0, 0.5, 0.25)
    assert credits_of(rude, RULES) == (-2.0, -2.0, -2.0)


def test_findings_add_up() -> None:
    """The findings' points lead from 50 to the mark."""
    techniques = [heard(TechniqueId.VALIDATE, 0.7), heard(TechniqueId.INSULT, 0.9)]
    judged = mark_calming(SAID, techniques, RULES)

    assert judged.mark == round(50 + sum(finding.points for finding in judged.findings))
    assert [finding.text for finding in judged.findings] == [
        "Calming: validate.",
        "Inflaming: insult.",
    ]


def test_nothing_said() -> None:
    """Who has said nothing is not rated."""
    judged = mark_calming(Timeline(9000, ()), (), RULES)

    assert (judged.mark, judged.not_rated) == (None, {"calming": "You have not said anything yet."})


techniques = st.builds(
    heard, st.sampled_from(TechniqueId), st.floats(min_value=0.01, max_value=1.0)
)


@given(st.lists(techniques, max_size=12))
def test_always_a_mark(said: list[HeardTechnique]) -> None:
    """Whatever is said, the mark is within 0..100."""
    assert 0 <= mark(*said) <= 100


@given(st.lists(techniques, max_size=12), st.sampled_from(sorted(INFLAMING)), st.data())
def test_inflaming_never_helps(
    said: list[HeardTechnique], rude: TechniqueId, data: st.DataObject
) -> None:
    """An inflaming phrase more, wherever it stands, never raises the mark."""
    at = data.draw(st.integers(min_value=0, max_value=len(said)))

    assert mark(*said[:at], heard(rude), *said[at:]) <= mark(*said)


@pytest.mark.parametrize("technique", sorted(INFLAMING))
def test_inflaming_alone_is_below_the_middle(technique: TechniqueId) -> None:
    """Every inflaming technique leads below 50."""
    assert mark(heard(technique)) < 50
