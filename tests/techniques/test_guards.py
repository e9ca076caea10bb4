import pytest

from tests.support.rating import english, said
from trainer.techniques.guards import (
    Stretch,
    content_words,
    contrasted,
    mended,
    negated,
    said_before,
    touched,
)

CLUES = english().clues


def stretch(reply: str, part: str) -> Stretch:
    """Return where `part` stands in `reply`."""
    words, wanted = reply.split(), part.split()
    start = next(at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
    return Stretch(start, start + len(wanted))


@pytest.mark.parametrize(
    ("reply", "part", "expected"),
    [
        ("i am not at all sorry", "sorry", True),
        ("i would never ever call that", "call that", True),
        ("it is not nice but calm down", "calm down", False),
        ("i am not saying that you should have called", "you should have called", True),
        ("it is not much i am sorry", "i am sorry", False),
        ("not one two three four sorry", "sorry", False),
        ("sorry", "sorry", False),
    ],
)
def test_negated(reply: str, part: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """A negation near on the left denies, unless a clause begins in between."""
    assert negated(reply.split(), stretch(reply, part), CLUES) is expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("they told you to calm down", True),
        ("they told you and calm down", False),
        ("they told you a b c d e f g calm down", False),
        ("calm down they told you", False),
    ],
)
def test_said_before(reply: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """Words of others are told by an opener close before them, in the same clause."""
    opener = stretch(reply, "they told you")
    hit = stretch(reply, "calm down")

    assert said_before(reply.split(), hit, [opener], CLUES, reach=6) is expected


def test_contrasted() -> None:
    """A but that is not followed by help takes an apology back."""
    bare = said("sorry but you signed for it")
    helping = said("sorry but i can fix it")
    far = said("sorry a b c d but no")
    named = said("sorry about the wait but you signed for it")
    vague = said("sorry about that but you signed for it")

    assert contrasted(bare, Stretch(0, 1), [], CLUES) == 2
    assert contrasted(helping, Stretch(0, 1), [Stretch(2, 4)], CLUES) is None
    assert contrasted(far, Stretch(0, 1), [], CLUES) is None
    assert contrasted(named, Stretch(0, 4), [], CLUES) is None
    assert contrasted(vague, Stretch(0, 3), [], CLUES) == 4


def test_what_can_not_be_done_is_no_help() -> None:
    """A contrast stands where what would help is denied."""
    refusing = said("sorry but i can not fix it")

    assert contrasted(refusing, Stretch(0, 1), [Stretch(2, 4)], CLUES) == 2


@pytest.mark.parametrize(
    ("reply", "helps", "expected"),
    [
        ("sorry about that but i can fix it", "i can", True),
        ("sorry about that but what i can do", "i can", True),
        ("sorry about that but i can not fix it", "i can", False),
        ("sorry but i can fix it", "i can", False),
        ("sorry about that i can fix it", "i can", False),
        ("sorry about that but you signed so i can go", "i can", False),
    ],
)
def test_mended(reply: str, helps: str, expected: bool) -> None:  # noqa: FBT001 - likewise
    """An apology for something is mended by a but that help follows at once."""
    assert mended(reply.split(), Stretch(0, 3), [stretch(reply, helps)], CLUES) is expected


def test_touched() -> None:
    """A phrase that means something else undoes a hit on any of its words."""
    assert touched(Stretch(2, 4), [Stretch(3, 6)])
    assert not touched(Stretch(2, 4), [Stretch(4, 6)])


def test_content_words() -> None:
    """Only words of content beside the hit count, each once."""
    texts = said("the parcel is late is that right the parcel")
    small = frozenset({"the", "is"})

    assert content_words(texts, Stretch(4, 7), "before", small) == 2
    assert content_words(texts, Stretch(4, 7), "after", small) == 1
    assert content_words(texts, Stretch(4, 7), "around", small) == 2
