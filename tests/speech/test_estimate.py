"""How long words take to say, without any engine."""

from itertools import pairwise

import pytest

from trainer.conversation.lines import Line, Phrase
from trainer.conversation.words import text_of
from trainer.resources import voices
from trainer.speech.estimate import EstimatedVoice, estimate_words
from trainer.speech.problems import VoiceProblem
from trainer.speech.voices import load_voices

VENT = (Phrase("Right, so you've taken 118 pounds off me. Twice!", 600), Phrase("Well?", 0))


@pytest.fixture
def voice() -> EstimatedVoice:
    """The bundled voices without an engine."""
    return EstimatedVoice(load_voices(voices()))


def test_typed_words_read_as_if_recognised() -> None:
    """A typed reply loses capitals and punctuation but keeps its apostrophes and hyphens."""
    words = estimate_words("I'm SO sorry \N{EM DASH} that's a 'twenty-five' pound fee!", 0, 150)

    assert text_of(words) == "i'm so sorry that's a twenty-five pound fee"


def test_typed_words_have_the_speed_that_was_asked_for() -> None:
    """Ten words at 150 words a minute last four seconds, one after the other."""
    words = estimate_words("one two three four five six seven eight nine ten", 500, 150)

    assert (words[0].start_ms, words[-1].end_ms) == (500, 4500)
    assert all(a.end_ms == b.start_ms for a, b in pairwise(words))


def test_nothing_typed_is_no_words() -> None:
    """Punctuation alone is not a word."""
    assert estimate_words(" ... !", 0, 150) == ()


def test_line_has_its_words_and_its_pause(voice: EstimatedVoice) -> None:
    """The words of a line come as they are written, with the phrase's pause between."""
    line = Line("vent.1", VENT, "dana", 70)
    rendered = voice.render(line)
    twice, well = rendered.words[-2:]

    assert [word.text for word in rendered.words] == line.text.split()
    assert well.start_ms - twice.end_ms == 600
    assert rendered.length_ms == well.end_ms


def test_anger_is_quicker(voice: EstimatedVoice) -> None:
    """The same line takes less time when it is shouted."""
    calm, furious = (voice.render(Line("vent.1", VENT, "dana", at)).length_ms for at in (0, 100))

    assert furious < calm * 0.9


def test_unknown_voice_is_named(voice: EstimatedVoice) -> None:
    """A voice that does not exist is named beside those that do."""
    with pytest.raises(VoiceProblem, match=r'no voice "nobody".*dana.*marcus'):
        voice.render(Line("vent.1", VENT, "nobody", 70))
