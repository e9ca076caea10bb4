"""A call as it should read: Marcus Bell, handled well, and handled badly."""

from tests.support.replies import reply
from tests.support.scenarios import bundled, rules
from tests.support.trainees import heard_in
from trainer.conversation.timeline import MoodMove
from trainer.customer.customer import Customer
from trainer.customer.happenings import Reaction, Replied

NAMES = "i'm sorry being rung at work about your rent that's humiliating and it was our mistake"
GIVES_BACK = (
    "so if i've got it right two charges of a hundred and eighteen on the same day you've called"
    " twice and because of it the rent bounced on friday is that right"
)
OFFERS = (
    "thursday thank you here's what i can do right now i'm sending the second hundred and eighteen"
    " back it's in your account by noon tomorrow would that put it right"
)
FOLLOWS_UP = "i'll ring you myself at one tomorrow to make sure it's there"


def call(*texts: str, seed: int = 0) -> list[Reaction]:
    """Return how Marcus takes each of the replies."""
    customer = Customer(bundled("double-charge"), rules(), seed)
    state, _ = customer.opening()
    found = []
    for turn, text in enumerate(texts):
        happening = Replied(reply(text, turn * 30_000), heard_in(text))
        state, reaction = customer.react(state, happening)
        found.append(reaction)
    return found


def text_of(reaction: Reaction) -> str:
    """Return what Marcus says."""
    return reaction.line.text if reaction.line else ""


def test_handled_well_he_is_satisfied() -> None:
    """Heard out, he corrects the day, asks who checks, and takes it: whatever the seed."""
    for seed in range(20):
        found = call(NAMES, GIVES_BACK, OFFERS, FOLLOWS_UP, seed=seed)

        assert [one.situation for one in found] == [
            *("vent", "corrected", "still_missing", "accepted"),
        ]
        assert "Thursday" in text_of(found[1])
        outcome = found[-1].outcome
        assert outcome is not None
        assert outcome.id == "satisfied"


def test_every_point_has_its_reason() -> None:
    """What moved him stands beside every move, and the wrong day earned nothing."""
    found = call(NAMES, GIVES_BACK, OFFERS, FOLLOWS_UP)
    moves: list[MoodMove] = [move for one in found for move in one.moves]
    reasons = [move.why for move in moves]

    assert moves[-1].pressure < 30
    assert "you got it wrong: the rent that bounced" in reasons
    assert "takes responsibility" in reasons
    assert moves[-1].met == ("heard", "apology", "understood", "solution", "time", "follow_up")


def test_handled_badly_it_goes_elsewhere() -> None:
    """Calm down, an offer before he was heard, free months: each has its own answer."""
    found = call("calm down", "i can send you a refund today", "i will give you six months free")

    assert [one.situation for one in found] == ["dismissed", "offered_too_early", "gave_in"]
