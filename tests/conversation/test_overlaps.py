import pytest

from tests.support.rating import line
from trainer.conversation.overlaps import (
    OverlapRules,
    all_backchannels,
    classify,
    find_overlaps,
    word_at,
)
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.words import Span, Word

RULES = OverlapRules()
LINE = Span(1000, 6000)


@pytest.mark.parametrize(
    ("speech", "words", "expected"),
    [
        (Span(2000, 2800), "mm-hm", OverlapKind.BACKCHANNEL),
        (Span(2000, 3000), "right I see go on", OverlapKind.BACKCHANNEL),
        (Span(2000, 3001), "right", OverlapKind.INTERRUPTION),
        (Span(2000, 2700), "", OverlapKind.BACKCHANNEL),
        (Span(2000, 2701), "", OverlapKind.INTERRUPTION),
        (Span(2000, 2119), "", None),
        (Span(2000, 2399), "but", None),
        (Span(2000, 2400), "but", OverlapKind.INTERRUPTION),
        (Span(2000, 2800), "right but", OverlapKind.INTERRUPTION),
        (Span(2000, 2800), "i see but", OverlapKind.INTERRUPTION),
        (Span(5700, 7000), "so what i can do", OverlapKind.END_OVERLAP),
        (Span(5699, 7000), "so what i can do", None),
        (Span(5500, 7000), "so what i can do", OverlapKind.INTERRUPTION),
        (Span(500, 1400), "and then", OverlapKind.TALKED_OVER),
        (Span(1199, 1700), "and then", OverlapKind.TALKED_OVER),
        (Span(1200, 1700), "and then", OverlapKind.INTERRUPTION),
        (Span(0, 1000), "before", None),
        (Span(6000, 7000), "after", None),
    ],
)
def test_classify(speech: Span, words: str, expected: OverlapKind | None) -> None:
    """Speech over a line from 1.0 s to 6.0 s is what the rubric's table says."""
    assert classify(speech, LINE, words, RULES) is expected


@pytest.mark.parametrize(
    ("end_ms", "expected"), [(3000, OverlapKind.BACKCHANNEL), (3001, OverlapKind.INTERRUPTION)]
)
def test_a_surer_ear_for_backchannels_is_believed(end_ms: int, expected: OverlapKind) -> None:
    """Whatever the recogniser took it for, as long as it is no longer than a backchannel may be."""
    assert classify(Span(2000, end_ms), LINE, "jack the", RULES, listens=True) is expected


def test_backchannels_are_a_parameter() -> None:
    """Another language has other backchannels."""
    german = OverlapRules(backchannels=("genau",))

    assert classify(Span(2000, 2800), LINE, "genau", german) is OverlapKind.BACKCHANNEL
    assert classify(Span(2000, 2800), LINE, "right", german) is OverlapKind.INTERRUPTION


def test_interruption_that_the_customer_gave_way_to() -> None:
    """An interruption names the word at which the customer was cut, and what went unheard."""
    spoken = line("one two three four five", 0, 5000, unheard=7)
    said = [Word("wait", 3500, 3900), Word("please", 4000, 4900), Word("now", 5200, 5900)]

    found = find_overlaps([spoken], [Span(3500, 6000)], said, RULES)

    assert found == (
        Overlap(
            3500,
            5000,
            OverlapKind.INTERRUPTION,
            words="wait please",
            cut_at="four",
            unheard=7,
        ),
    )


def test_cut_line_that_ends_after_the_speech() -> None:
    """A line that was cut may fade out a little after the words that cut it."""
    spoken = line("one two three four five", 0, 5000, unheard=2)

    (cut,) = find_overlaps([spoken], [Span(3500, 4500)], [Word("wait", 3500, 4400)], RULES)

    assert (cut.cut_at, cut.unheard) == ("four", 2)


def test_interruption_that_the_customer_talked_over() -> None:
    """Who talks on was not cut: there is no word to name."""
    spoken = line("one two three four five", 0, 5000)

    (overlap,) = find_overlaps([spoken], [Span(1000, 2000)], [Word("but", 1000, 1900)], RULES)

    assert overlap == Overlap(1000, 2000, OverlapKind.INTERRUPTION, words="but")


def test_cut_near_the_end_of_what_was_heard() -> None:
    """A line that was cut has no natural end, so speech just before the cut still interrupts."""
    spoken = line("one two", 0, 2000, unheard=4)

    (overlap,) = find_overlaps([spoken], [Span(1800, 4000)], [Word("no", 1800, 2100)], RULES)

    assert overlap.overlap_kind is OverlapKind.INTERRUPTION


def test_conversation_in_order() -> None:
    """Every overlap of a conversation is found once, in order; noises and own turns are not."""
    lines = [line("a b c d", 0, 4000), line("e f g h", 6000, 10_000)]
    speech = [
        Span(1000, 1050),
        Span(2000, 2500),
        Span(3900, 6300),
        Span(8000, 9500),
        Span(10_500, 12_000),
    ]
    said = [
        Word("okay", 2000, 2400),
        Word("well", 3900, 4300),
        Word("so", 6000, 6200),
        Word("no", 8000, 8400),
    ]

    found = find_overlaps(lines, speech, said, RULES)

    assert [(one.start_ms, one.end_ms, one.overlap_kind) for one in found] == [
        (2000, 2500, OverlapKind.BACKCHANNEL),
        (3900, 4000, OverlapKind.END_OVERLAP),
        (6000, 6300, OverlapKind.TALKED_OVER),
        (8000, 9500, OverlapKind.INTERRUPTION),
    ]


def test_speech_after_a_cut_line_is_no_overlap() -> None:
    """What the trainee says after a cut line has stopped is a reply."""
    spoken = line("one two", 0, 2000, unheard=9)

    assert find_overlaps([spoken], [Span(2100, 4000)], [], RULES) == ()


def test_word_at() -> None:
    """The word at a time is the one being said, the last one in a pause, none before the first."""
    words = line("one two", 1000, 3000).words

    assert word_at(words, 999) == ""
    assert word_at(words, 1999) == "one"
    assert word_at(words, 5000) == "two"


def test_backchannels_so_far() -> None:
    """Half of a backchannel is one as long as more may come."""
    assert all_backchannels("right i", RULES.backchannels, so_far=True)
    assert not all_backchannels("right i", RULES.backchannels)
    assert not all_backchannels("right but", RULES.backchannels, so_far=True)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the right", OverlapKind.BACKCHANNEL),
        ("i seem", OverlapKind.BACKCHANNEL),
        ("okays", OverlapKind.BACKCHANNEL),
        ("wait", OverlapKind.INTERRUPTION),
        ("no listen", OverlapKind.INTERRUPTION),
        ("right that is wrong", OverlapKind.INTERRUPTION),
    ],
)
def test_a_misheard_backchannel_is_no_interruption(words: str, kind: OverlapKind) -> None:
    """A word or two that nearly are a backchannel count as one; three words want the turn."""
    assert classify(Span(1_000, 1_600), Span(0, 5_000), words, RULES) is kind
