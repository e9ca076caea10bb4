"""Words that were misheard, put right."""

import pytest

from tests.support.examples import example_timeline, spread
from trainer.conversation.correcting import replaced, reworded, with_reply
from trainer.conversation.timeline import LineSpoken, Reply
from trainer.conversation.words import Span, Word

HEARD = Reply(1_000, 2_000, (Word("the", 1_100, 1_200, 0.9), Word("rant", 1_300, 1_500, 0.4)))


@pytest.mark.parametrize(
    ("first", "last", "text", "words"),
    [
        (1, 2, "rent", (("the", 1_100, 1_200, 0.9), ("rent", 1_300, 1_500, 1.0))),
        (
            1,
            2,
            "rent is",
            (("the", 1_100, 1_200, 0.9), ("rent", 1_300, 1_400, 1.0), ("is", 1_400, 1_500, 1.0)),
        ),
        (1, 2, " ", (("the", 1_100, 1_200, 0.9),)),
        (0, 2, "", ()),
        (
            1,
            1,
            "very",
            (("the", 1_100, 1_200, 0.9), ("very", 1_200, 1_300, 1.0), ("rant", 1_300, 1_500, 0.4)),
        ),
    ],
    ids=["one for one", "several", "none", "nothing left", "between two"],
)
def test_a_word_becomes_none_or_several(
    first: int, last: int, text: str, words: tuple[tuple[str, int, int, float], ...]
) -> None:
    """New words are certain and share the time of those that they replace; others stay."""
    assert replaced(HEARD, first, last, text).words == tuple(Word(*word) for word in words)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("the rent", [(1_100, 1_200), (1_300, 1_500)]),
        ("so the rant", [(1_000, 1_100), (1_100, 1_200), (1_300, 1_500)]),
        ("the rant bounced", [(1_100, 1_200), (1_300, 1_500), (1_500, 2_000)]),
        ("the", [(1_100, 1_200)]),
    ],
)
def test_a_whole_text_takes_the_times_of_what_it_replaces(
    text: str, times: list[tuple[int, int]]
) -> None:
    """Words that stayed keep theirs; new ones go where there is room."""
    words = reworded(HEARD.words, text, Span(1_000, 2_000))

    assert [word.text for word in words] == text.split()
    assert [(word.start_ms, word.end_ms) for word in words] == times


def test_other_replies_and_all_lines_stay() -> None:
    """Only the reply of that number is another one."""
    call = example_timeline()
    wrong = call.replies[1]
    right = Reply(wrong.start_ms, wrong.end_ms, spread("oh dear", wrong.start_ms, wrong.end_ms))

    mended = with_reply(call, 1, right)

    assert mended.replies == (call.replies[0], right, *call.replies[2:])
    assert [one for one in mended.entries if isinstance(one, LineSpoken)] == list(call.lines)
    assert len(mended.entries) == len(call.entries)
