"""List and encoder together, as a rehearsal hears techniques."""

import pytest

from tests.support.traps import TRAPS
from trainer.rehearsal.library import Library
from trainer.techniques.detector import Detector

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


def test_an_apology_that_help_follows_is_no_condition(detector: Detector) -> None:
    """It is one where a refusal follows."""
    helping = "sorry about that but we'll get a new one out to you this afternoon"
    refusing = "sorry about that but we can't get a new one out to you"

    assert "conditional_apology" not in {one.id for one in detector.detect(helping.split())}
    assert "conditional_apology" in {one.id for one in detector.detect(refusing.split())}
