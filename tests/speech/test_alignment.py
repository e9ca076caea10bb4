"""When each word of a phrase is spoken."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.speech.alignment import align
from trainer.speech.render_process import Mark
from trainer.speech.sound import FRAME_MS, Activity


def speech(*stretches: tuple[int, int], length_ms: int) -> Activity:
    """Return a sound that holds speech in these ms."""
    active = np.zeros(length_ms // FRAME_MS, dtype=np.bool_)
    for start_ms, end_ms in stretches:
        active[start_ms // FRAME_MS : end_ms // FRAME_MS] = True
    return active


def test_marked_words_start_at_their_marks() -> None:
    """A word lasts from its mark to the next word's, the last to the end of speech."""
    marks = [Mark(0, 30), Mark(5, 300), Mark(9, 700)]
    words = align("They owe me", marks, speech((30, 1000), length_ms=1030))

    assert [(w.text, w.start_ms, w.end_ms) for w in words] == [
        ("They", 30, 300),
        ("owe", 300, 700),
        ("me", 700, 1000),
    ]


def test_word_ends_where_its_sound_does() -> None:
    """The pause after a comma belongs to no word."""
    marks = [Mark(0, 0), Mark(7, 800)]
    words = align("Right, so", marks, speech((0, 400), (800, 1000), length_ms=1000))

    assert [(w.start_ms, w.end_ms) for w in words] == [(0, 400), (800, 1000)]


def test_merged_words_share_their_time_by_syllables() -> None:
    """Of "to the manager", marked as one, the long word gets the most."""
    words = align("to the manager", [Mark(0, 0)], speech((0, 1000), length_ms=1000))

    assert [(w.start_ms, w.end_ms) for w in words] == [(0, 200), (200, 400), (400, 1000)]


def test_number_that_is_marked_often_starts_at_its_first() -> None:
    """Several marks inside one word are one word."""
    marks = [Mark(0, 0), Mark(4, 100), Mark(5, 500), Mark(8, 900)]
    words = align("Two 118 quid", marks, speech((0, 1200), length_ms=1200))

    assert [w.start_ms for w in words] == [0, 100, 900]


def test_without_marks_the_speech_is_shared_and_pauses_are_left_out() -> None:
    """On engines that mark nothing, no word begins inside a pause."""
    words = align("one two three four", [], speech((0, 400), (900, 1300), length_ms=1300))

    assert [(w.start_ms, w.end_ms) for w in words] == [
        (0, 200),
        (200, 400),
        (900, 1100),
        (1100, 1300),
    ]


def test_marks_that_run_back_are_passed_over() -> None:
    """A mark earlier than the one before, or after the end, is not believed."""
    marks = [Mark(0, 0), Mark(2, 500), Mark(4, 100), Mark(6, 9000)]
    words = align("a b c d", marks, speech((0, 1000), length_ms=1000))

    assert [w.start_ms for w in words] == [0, 500, 667, 833]


@pytest.mark.parametrize("text", ["", "   "])
def test_no_words(text: str) -> None:
    """A phrase without words has none."""
    assert align(text, [], speech((0, 100), length_ms=100)) == ()


@given(
    text=st.text(alphabet="ab —1.,\N{RIGHT SINGLE QUOTATION MARK}", max_size=40),
    marks=st.lists(st.builds(Mark, st.integers(0, 45), st.integers(0, 3000)), max_size=12),
    active=st.lists(st.booleans(), max_size=200),
)
def test_words_always_go_forward(text: str, marks: list[Mark], active: list[bool]) -> None:
    """Whatever the engine says, the words are the text's, and each starts after the one before."""
    words = align(text, marks, np.array(active, dtype=np.bool_))

    assert [word.text for word in words] == text.split()
    assert all(word.start_ms < word.end_ms for word in words)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(words))
