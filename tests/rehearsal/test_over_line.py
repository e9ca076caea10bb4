"""Speech over the line, as an overlap."""

import numpy as np
import pytest

from tests.support.audio import tone
from tests.support.speech import words_every
from trainer.audio.level import rms_db
from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import LineSpoken, Overlap, OverlapKind
from trainer.conversation.words import Span, Word
from trainer.rehearsal.open_reply import OpenReply
from trainer.rehearsal.over_line import cut_off, is_nobody, spoken_over

RULES = OverlapRules()


def said(start_ms: int, end_ms: int, text: str = "", line: Span | None = None) -> OpenReply:
    """Return a reply whose words last 250 ms each."""
    reply = OpenReply(start_ms, line)
    reply.open_part(1, start_ms)
    reply.take_words(1, words_every(text))
    reply.speech_started(start_ms)
    reply.speech_stopped(end_ms)
    return reply


def test_an_interruption_names_the_word_and_what_went_unheard() -> None:
    """It lasts until the line is silent."""
    line = LineSpoken(500, 1_600, "line", words_every("one two three four", 250, 500), "", 50, 3)

    assert cut_off(said(1_100, 2_500), line, "but i") == Overlap(
        1_100, 1_600, OverlapKind.INTERRUPTION, "but i", "three", 3
    )


@pytest.mark.parametrize(
    ("start_ms", "text", "kind"),
    [
        (1_000, "i see", OverlapKind.BACKCHANNEL),
        (1_000, "", OverlapKind.BACKCHANNEL),
        (1_000, "but i need", OverlapKind.INTERRUPTION),
        (2_800, "let me look", OverlapKind.END_OVERLAP),
        (300, "let me look", OverlapKind.TALKED_OVER),
    ],
)
def test_speech_over_a_line_that_talks_on_has_its_kind(
    start_ms: int, text: str, kind: OverlapKind
) -> None:
    """The line lasts from 500 to 3,000 ms; what was said is bounded by it."""
    overlap = spoken_over(said(start_ms, start_ms + 600, text, Span(500, 3_000)), RULES, 5_000)

    assert overlap is not None
    assert overlap.overlap_kind is kind
    assert overlap.start_ms == max(start_ms, 500)
    assert overlap.end_ms <= 3_000


@pytest.mark.parametrize(
    ("confidence", "kind"), [(0.6, OverlapKind.BACKCHANNEL), (0.97, OverlapKind.INTERRUPTION)]
)
def test_a_word_that_is_hardly_heard_is_no_word(confidence: float, kind: OverlapKind) -> None:
    """Short backchannels are misheard with little confidence; a sure word cuts in."""
    reply = OpenReply(1_000, Span(500, 3_000))
    reply.open_part(1, 1_000)
    reply.take_words(1, (Word("nancy", 0, 500, confidence),))
    reply.speech_started(1_000)
    reply.speech_stopped(1_600)
    overlap = spoken_over(reply, RULES, 5_000)

    assert overlap is not None
    assert overlap.overlap_kind is kind


def test_words_after_the_line_are_not_over_it() -> None:
    """A reply that begins at the end goes on in silence."""
    overlap = spoken_over(said(2_800, 4_000, "let me look into", Span(500, 3_000)), RULES, 5_000)

    assert overlap is not None
    assert overlap.words == "let"


def test_speech_over_no_line_or_none_to_speak_of_is_nothing() -> None:
    """Beside the line, a click, or with nobody speaking."""
    assert spoken_over(said(100, 900, "hello"), RULES, 1_000) is None
    assert spoken_over(said(1_000, 1_080, "", Span(500, 3_000)), RULES, 2_000) is None
    assert spoken_over(said(4_000, 4_500, "hello", Span(500, 3_000)), RULES, 5_000) is None


@pytest.mark.parametrize("words", ["", "after i take"])
def test_a_cough_is_nobody_whatever_was_recognised_in_it(words: str) -> None:
    """A rush of air has no pitch; a voice has."""
    rush = np.random.default_rng(1).normal(0, 0.1, 8_000).astype(np.float32)

    assert is_nobody(rush, words, usual_db=None)
    assert not is_nobody(tone(500, hertz=180), words, usual_db=None)


def test_half_a_voice_is_somebody_where_words_were_recognised() -> None:
    """A lone ``yes`` is mostly hiss; without a word it is taken for a noise."""
    hiss = np.random.default_rng(1).normal(0, 0.1, 6_400).astype(np.float32)
    yes = np.concatenate([tone(150, hertz=180), hiss])

    assert not is_nobody(yes, "yes", usual_db=None)
    assert is_nobody(yes, "", usual_db=None)


def test_a_voice_far_away_is_nobody() -> None:
    """Known by how loud the trainee was in the sound check."""
    voice = tone(500, hertz=180)
    level_db = rms_db(voice)

    assert is_nobody(voice, "the meeting is at three", level_db + 10.1)
    assert not is_nobody(voice, "the meeting is at three", level_db + 9.9)
