"""How a reply sounded, as figures of its steps and stretches."""

import pytest

from trainer.conversation.timeline import ReplySound, VoiceStep, mean_db
from trainer.conversation.words import Span

SOUND = ReplySound(
    sounding=(Span(0, 1_000), Span(1_200, 2_000), Span(2_500, 3_000)),
    voiced=(Span(100, 600), Span(1_300, 1_500)),
    nuclei=(300, 1_400),
    steps=(VoiceStep(0, -20.0, 100.0), VoiceStep(250, -20.0), VoiceStep(500, -20.0, 200.0)),
)
SILENT = ReplySound((Span(5_000, 5_500),))


def test_its_figures() -> None:
    """Span, voiced time, loudness, pitch and pauses by hand."""
    assert SOUND.span == Span(0, 3_000)
    assert SOUND.voiced_ms == 700
    assert SOUND.level_db == -20.0
    assert SOUND.pitch_hz == 150.0
    assert SOUND.pitch_range == pytest.approx(9.5)
    assert SOUND.pauses(250) == (Span(2_000, 2_500),)


def test_what_is_not_known() -> None:
    """Without steps there is no loudness, without a pitch no median and no range."""
    assert (SILENT.level_db, SILENT.pitch_hz, SILENT.pitch_range) == (None, None, None)


def test_what_comes_after_is_joined() -> None:
    """The gap between the two is a pause of the whole."""
    whole = SOUND + SILENT

    assert whole.span == Span(0, 5_500)
    assert whole.pauses(250)[-1] == Span(3_000, 5_000)
    assert (whole.nuclei, whole.steps) == (SOUND.nuclei, SOUND.steps)


def test_loudness_is_the_mean_of_powers() -> None:
    """Half of the time 10 dB louder is 7.4 dB louder on the whole."""
    assert mean_db([-20.0, -30.0]) == pytest.approx(-22.6)
