"""List and encoder together, as a rehearsal hears techniques."""

from pathlib import Path

import pytest

from tests.support.traps import TRAPS
from trainer.rehearsal.library import Library
from trainer.techniques.detector import Detector
from trainer.techniques.technique import INFLAMING

GIVES_ALL = "we will do anything for you"
"""The encoder takes it for giving in and nothing else, which can be said too."""

PLAIN = [
    ("acknowledge_feelings", "i can't imagine what that's been like"),
    ("apologise", "i can't tell you how sorry i am"),
    ("apologise", "there's no excuse for it"),
    ("apologise", "sorry about that but we'll get a new one out to you this afternoon"),
    ("follow_up", "i'll be the one who rings you"),
    ("hand_over", "let me take you to mrs lund"),
    ("hand_over", "i'll introduce you to her"),
    ("hand_over", "i'll walk you next door to the tracing desk"),
    ("hand_over", "the tracing desk will take over"),
    ("open_question", "what does that mean for you"),
    ("set_boundary", "as soon as the insults stop"),
]


SORRY_IT_HAPPENED = [
    "i am so sorry you have every right to be upset what would help you most today",
    "i am so sorry you had to wait what happened",
    "i'm so sorry you went through that",
    "i'm sorry you had such a bad experience with us",
    "i'm sorry you missed your flight",
    "sorry you had to come back again",
    "i am sorry that you had to call three times",
    "i'm really sorry you've been treated like this",
]
SORRY_YOU_SAY_SO = [
    "i'm sorry you feel that way",
    "i'm sorry if you were upset",
    "i'm sorry you think we did that",
    "i'm sorry you're not happy with it",
    "sorry you had to take it like that",
]
GOOD = Path(__file__).parents[1] / "data" / "techniques" / "good_replies.txt"
"""Replies as a trainer would wish them: nothing in them inflames."""


@pytest.fixture(scope="module")
def detector() -> Detector:
    """Return what a rehearsal hears by."""
    library = Library()
    assert library.learned is not None
    return library.detector(library.scenario("lost-parcel"))


@pytest.mark.parametrize(("reply", "expected"), TRAPS.items())
def test_trap(detector: Detector, reply: str, expected: list[str]) -> None:
    """The encoder neither falls into a trap that the list knows nor leads into it."""
    heard = {one.id.value for one in detector.detect(reply.split())}

    assert sorted(heard) == (["give_in"] if reply == GIVES_ALL else expected)


@pytest.mark.parametrize(("technique", "reply"), PLAIN)
def test_plain_wordings_are_not_doubted(detector: Detector, technique: str, reply: str) -> None:
    """What can hardly mean anything else is heard, whatever the encoder has not met yet."""
    assert technique in {one.id for one in detector.detect(reply.split())}


@pytest.mark.parametrize("reply", SORRY_IT_HAPPENED)
def test_sorry_for_what_happened_is_an_apology(detector: Detector, reply: str) -> None:
    """Neither list nor encoder makes half an apology of it."""
    heard = {one.id for one in detector.detect(reply.split())}

    assert "apologise" in heard
    assert "conditional_apology" not in heard


@pytest.mark.parametrize("reply", SORRY_YOU_SAY_SO)
def test_sorry_for_what_they_think_is_half_of_one(detector: Detector, reply: str) -> None:
    """It is their feeling that it regrets."""
    heard = {one.id for one in detector.detect(reply.split())}

    assert "conditional_apology" in heard
    assert "apologise" not in heard


@pytest.mark.parametrize("reply", GOOD.read_text(encoding="utf-8").splitlines())
def test_a_good_reply_accuses_nobody(detector: Detector, reply: str) -> None:
    """What is wrongly held against a trainee costs their trust."""
    assert not {one.id for one in detector.detect(reply.split())} & INFLAMING


def test_an_apology_that_help_follows_is_no_condition(detector: Detector) -> None:
    """It is one where a refusal follows."""
    helping = "sorry about that but we'll get a new one out to you this afternoon"
    refusing = "sorry about that but we can't get a new one out to you"

    assert "conditional_apology" not in {one.id for one in detector.detect(helping.split())}
    assert "conditional_apology" in {one.id for one in detector.detect(refusing.split())}
