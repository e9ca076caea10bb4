import pytest

from tests.support.rating import said
from trainer.techniques.normalise import Normaliser, Token

NORMALISER = Normaliser(
    suffixes={"n't": "not", "'m": "am", "'ll": "will"},
    heard_as={"can't": "can not", "im": "i am", "count down": "calm down", "lets": "let us"},
    fillers=["um"],
    stutters=["i", "the"],
)


def texts(reply: str) -> str:
    """Return the tokens of a reply as text."""
    return " ".join(token.text for token in NORMALISER.tokens(reply.split()))


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("I'm Sorry.", "i am sorry"),
        ("im sorry", "i am sorry"),
        ("I\u2019ll see", "i will see"),
        ("you can't, don't you?", "you can not do not you"),
        ("um i um i see the the thing", "i see the thing"),
        ("no no", "no no"),
        ("count down now", "calm down now"),
        ("count me down", "count me down"),
        ("mm-hm", "mm hm"),
        ("let's", "let us"),
        ("-- ?", ""),
    ],
)
def test_plain_words(reply: str, expected: str) -> None:
    """Spoken and typed words come to the same plain words."""
    assert texts(reply) == expected


def test_tokens_know_their_words() -> None:
    """A token keeps the indices of the words it stands for, whatever was skipped or joined."""
    tokens = NORMALISER.tokens(said("um i i can't count down"))

    assert tokens == (
        Token("i", 1, 3),
        Token("can", 3, 4),
        Token("not", 3, 4),
        Token("calm", 4, 6),
        Token("down", 4, 6),
    )
