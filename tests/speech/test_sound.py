"""Sound as engines write it."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.support.audio import tone as any_tone
from tests.support.speech import FakeVoice
from trainer.audio.level import rms_db
from trainer.conversation.blocks import Samples
from trainer.conversation.lines import Line, Phrase
from trainer.speech.sound import (
    BadSoundError,
    active_frames,
    levelled,
    read_sound,
    trimmed,
    write_wav,
)

RATE = 22_050


tone = partial(any_tone, rate=RATE, hertz=200)


def hush(length_ms: int) -> Samples:
    """Return silence."""
    return np.zeros(length_ms * RATE // 1000, dtype=np.float32)


@pytest.mark.parametrize("kind", ["WAV", "AIFF"])
def test_whole_file_is_read(tmp_path: Path, kind: str) -> None:
    """WAV and macOS's AIFF are read alike, stereo mixed to mono, whatever the suffix."""
    path = tmp_path / "phrase.wav"
    stereo = np.stack([tone(300), tone(300)], axis=1)
    soundfile.write(path, stereo, RATE, format=kind, subtype="PCM_16")
    samples, rate = read_sound(path)

    assert rate == RATE
    np.testing.assert_allclose(samples, tone(300), atol=1e-4)


@pytest.mark.parametrize("kind", ["WAV", "AIFF"])
def test_file_that_is_cut_short_is_refused(tmp_path: Path, kind: str) -> None:
    """A file shorter than its header says is not taken for a line."""
    path = tmp_path / "phrase.wav"
    soundfile.write(path, tone(300), RATE, format=kind, subtype="PCM_16")
    path.write_bytes(path.read_bytes()[:-2000])

    with pytest.raises(BadSoundError, match=r"has \d+ of \d+ bytes"):
        read_sound(path)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"Hello, this is no sound."])
def test_file_that_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    """An empty file, and one with something else in it, are refused."""
    (tmp_path / "phrase.wav").write_bytes(content)

    with pytest.raises(BadSoundError):
        read_sound(tmp_path / "phrase.wav")


def test_file_without_samples_is_refused(tmp_path: Path) -> None:
    """A header alone is no line, and neither is no file."""
    soundfile.write(tmp_path / "phrase.wav", hush(0), RATE)

    with pytest.raises(BadSoundError, match="empty"):
        read_sound(tmp_path / "phrase.wav")
    with pytest.raises(BadSoundError, match="not readable"):
        read_sound(tmp_path / "none.wav")


def test_silence_is_trimmed_to_30_ms() -> None:
    """What is left is the speech with 30 ms on either side, and how much was cut in front."""
    speech, cut_ms = trimmed(np.concatenate([hush(200), tone(500), hush(400)]), RATE)

    assert cut_ms == 170
    assert len(speech) * 1000 / RATE == pytest.approx(560, abs=11)


def test_short_gaps_are_speech_and_long_ones_are_not() -> None:
    """The closure of a p or t lies inside a word; a pause does not."""
    active = active_frames(np.concatenate([tone(100), hush(60), tone(100), hush(200)]), RATE)

    assert active[:26].all()
    assert not active[28:].any()


def test_silence_stays_silent() -> None:
    """A file of zeros has no speech, and no gain makes noise of it."""
    speech, cut_ms = trimmed(hush(500), RATE)

    assert (len(speech), cut_ms) == (0, 0)
    assert not levelled(hush(500), RATE, -20).any()


@pytest.mark.parametrize("peak", [0.01, 0.9])
def test_level_is_of_the_speech_alone(peak: float) -> None:
    """However loud it was and however long the pauses, the speech has the level asked for."""
    sound = levelled(np.concatenate([tone(500, level=peak), hush(3000)]), RATE, -20)

    assert rms_db(sound[: len(tone(500))]) == pytest.approx(-20, abs=0.2)


def test_no_peak_comes_closer_than_1_db() -> None:
    """A sound with sharp peaks is left quieter rather than clipped."""
    spiky = tone(500, level=0.1)
    spiky[::400] = 1.0
    peak = float(np.abs(levelled(spiky, RATE, -12)).max())

    assert peak == pytest.approx(10 ** (-1 / 20), abs=1e-3)


def test_line_is_written_at_its_own_rate(tmp_path: Path) -> None:
    """A line that is written can be read back."""
    line = FakeVoice().render(Line("a", (Phrase("Where is it"),), "dana", 50))
    write_wav(line, tmp_path / "line.wav")
    samples, rate = read_sound(tmp_path / "line.wav")

    assert rate == line.rate
    np.testing.assert_allclose(samples, line.samples, atol=1e-4)
