"""Whether spoken words are a wording of the scenario's."""

import pytest

from trainer.conversation.words import words_of
from trainer.scenario.wordings import says, says_one


@pytest.mark.parametrize(
    ("spoken", "wording", "expected"),
    [
        ("I'll send back the second charge", "send back", True),
        ("i will send it straight back", "send back", True),
        ("i will send it to you straight back", "send back", False),
        ("back i send", "send back", False),
        ("send send back", "send back", True),
        ("send x send x x back", "send back", True),
        ("the bank's fee", "BANKS fee!", True),
        ("anything", "…", False),
        ("", "a", False),
    ],
)
def test_finds_a_wording_with_few_words_between(
    spoken: str, wording: str, *, expected: bool
) -> None:
    """The words must come in their order with two others between them at the most."""
    assert says(words_of(spoken), wording) is expected


def test_one_of_several_wordings_is_enough() -> None:
    """Any of the wordings counts."""
    assert says_one(("a", "refund"), ("money back", "refund"))
    assert not says_one(("a", "lamp"), ("money back", "refund"))
