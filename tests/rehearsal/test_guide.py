"""What could be said at each step: it can be said, and the detector hears it."""

from collections.abc import Iterator
from functools import cache

import pytest

from trainer.conversation.timeline import Reply
from trainer.rehearsal.events import GuidanceChanged, LineBegan, StepReached, TechniquesHeard
from trainer.rehearsal.guide import Guide, GuideProblem, hand_over_words, read_guide
from trainer.rehearsal.library import Library
from trainer.scenario.kinds import Step
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.techniques.technique import INFLAMING, TechniqueId

LIBRARY = Library()
TEXTS = LIBRARY.guide
DETECTOR = LIBRARY.detector()
OF_STEP = {step.name: frozenset(step.techniques) for step in LIBRARY.rubric.steps.order}
EVERY_SCENARIO = pytest.mark.parametrize("name", sorted(LIBRARY.scenarios))


def said_by(scenario: Scenario, *situations: Situation) -> list[str]:
    """Return what the customer says then."""
    return [wording for situation in situations for wording in scenario.wordings(situation)]


def stories(scenario: Scenario) -> Iterator[list[str]]:
    """Yield what the customer may have told: nothing, one fact, or their whole grievance."""
    yield []
    yield said_by(scenario, Situation.OPENING, Situation.VENT)
    for fact in scenario.facts.values():
        yield [f"well, {fact.said_as[0]}, that's what!"]


def guide_of(scenario: Scenario, told: list[str]) -> Guide:
    """Return the guide after the customer has told that."""
    guide = Guide(scenario, TEXTS)
    for line in told:
        guide.take(LineBegan(0, line, (), 70))
    return guide


@cache
def heard_in(phrase: str) -> frozenset[TechniqueId]:
    """Return what the detector hears when that is said."""
    return frozenset(one.id for one in DETECTOR.detect(phrase.split()))


@EVERY_SCENARIO
def test_every_phrase_is_heard_as_its_step_and_none_as_inflaming(name: str) -> None:
    """Whoever says what stands on the card gets the credit for it, whatever was told before."""
    scenario = LIBRARY.scenario(name)
    unheard = [
        (step.value, phrase)
        for told in stories(scenario)
        for guide in [guide_of(scenario, told)]
        for step in Step
        for phrase in guide.phrases(step)
        for heard in [heard_in(phrase)]
        if not heard & OF_STEP[step] or heard & INFLAMING
    ]

    assert unheard == []


@EVERY_SCENARIO
def test_there_are_three_phrases_at_every_step(name: str) -> None:
    """None with a blank left open, none that speaks of the customer as of somebody else."""
    scenario = LIBRARY.scenario(name)

    for told in stories(scenario):
        for step in Step:
            phrases = guide_of(scenario, told).phrases(step)
            assert len(set(phrases)) == 3
            assert not any(sign in phrase for phrase in phrases for sign in "{}")


@EVERY_SCENARIO
def test_handing_over_is_heard_as_that(name: str) -> None:
    """With the story told, as far as there is one."""
    scenario = LIBRARY.scenario(name)

    for told in stories(scenario):
        heard = heard_in(hand_over_words(scenario, TEXTS, told))
        assert TechniqueId.HAND_OVER in heard
        assert not heard & INFLAMING


def test_facts_are_given_back_once_they_were_told() -> None:
    """The latest two, in the order in which they came; a secret is never given away."""
    scenario = LIBRARY.scenario("card-blocked")
    guide = guide_of(scenario, ["He tried it twice. In front of a queue, on our ruby wedding."])

    assert guide.phrases(Step.CLARIFY)[0] == (
        "If I understand you correctly: the card refused twice, before a queue, and the ruby "
        "wedding, forty years. Is that right?"
    )
    guide.take(LineBegan(0, "It's a bracelet. It's for tonight.", (), 60))
    assert "jeweller" not in guide.phrases(Step.CLARIFY)[0]
    assert guide_of(scenario, []).phrases(Step.CLARIFY)[0] == "What would help you most right now?"


def test_offers_end_before_they_speak_of_the_customer() -> None:
    """In his account by noon is left out; a briefing's own deed stands beside."""
    scenario = LIBRARY.scenario("double-charge")

    assert Guide(scenario, TEXTS).phrases(Step.SOLVE)[:2] == (
        "What I can offer you is the second charge sent back.",
        "What I can do for you is send the second charge back at once.",
    )


def test_it_tells_when_the_step_or_the_phrases_change_and_not_otherwise() -> None:
    """The first line brings the first card."""
    scenario = LIBRARY.scenario("lost-parcel")
    guide = Guide(scenario, TEXTS)
    first = guide.take(StepReached(Step.LISTEN))

    assert first == GuidanceChanged(Step.LISTEN, TEXTS.steps[Step.LISTEN][:3])
    assert guide.take(StepReached(Step.LISTEN)) is None
    assert guide.take(LineBegan(0, "It is a student clarinet. Was.", (), 60)) is None
    then = guide.take(StepReached(Step.CLARIFY))
    assert then is not None
    assert then.step is Step.CLARIFY


def test_what_is_not_its_business_changes_nothing() -> None:
    """Only lines and steps count."""
    guide = Guide(LIBRARY.scenario("lost-parcel"), TEXTS)

    assert guide.take(TechniquesHeard(Reply(0, 1, ()), ())) is None


def test_a_list_with_mistakes_says_where_and_how_to_mend_them() -> None:
    """A training room may write its own: three phrases a step that can always be said."""
    text = (
        "language: en\nsteps:\n  listen: [one, two, '{facts}']\n"
        "hand_over: {with_facts: a, without: b}"
    )

    with pytest.raises(GuideProblem) as caught:
        read_guide(text, "guide.yaml")

    assert "guide.yaml:2: acknowledge is missing: write its phrases" in caught.value.mistakes
    assert caught.value.mistakes[-1] == (
        "guide.yaml:3: listen has 2 phrases without a blank: write at least 3"
    )
