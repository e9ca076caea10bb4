"""The range of a voice's pitch, widened and narrowed."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Span
from trainer.speech.melody import Melody, range_of, with_melody
from trainer.speech.render_process import Job, Spoken, give_melody
from trainer.speech.sound import read_sound

RATE = 22_050


def buzz(lowest_hz: float, highest_hz: float, length_s: float = 2.0) -> Samples:
    """Return a buzz whose pitch swings four times between two pitches."""
    at_s = np.arange(int(length_s * RATE)) / RATE
    swing = 0.5 + 0.5 * np.sin(2 * np.pi * 2 * at_s)
    pitch = lowest_hz * (highest_hz / lowest_hz) ** swing
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    harmonics = (np.sin(number * phase) / number for number in range(1, 12))
    return np.asarray(0.15 * np.sum(list(harmonics), axis=0), dtype=np.float32)


def median_of(samples: Samples) -> float:
    """Return the median pitch in Hz."""
    import parselmouth

    found = parselmouth.Sound(samples.astype(np.float64), RATE).to_pitch_ac(
        pitch_floor=60, pitch_ceiling=600
    )
    contour = found.selected_array["frequency"]
    return float(np.median(contour[contour > 0]))


@pytest.mark.parametrize("wanted", [3.0, 9.0])
def test_range_becomes_what_was_asked_for(wanted: float) -> None:
    """Narrower or wider, within a semitone, and exactly as long as before."""
    sound = buzz(110, 160)
    changed = with_melody(sound, RATE, Melody(wanted), ())

    assert range_of(sound, RATE) == pytest.approx(6.2, abs=0.5)
    assert range_of(changed, RATE) == pytest.approx(wanted, abs=1.2)
    assert len(changed) == len(sound)


def test_wider_range_lifts_the_mean_a_little() -> None:
    """The peaks rise more than the floor sinks."""
    sound = buzz(110, 160)
    lift = 12 * np.log2(median_of(with_melody(sound, RATE, Melody(13.0), ())) / median_of(sound))

    assert 0.5 <= lift <= 4


def test_stretch_has_its_limits() -> None:
    """A monotone voice is not torn apart: at most three times its own range."""
    sound = buzz(118, 124)
    changed = range_of(with_melody(sound, RATE, Melody(20.0), ()), RATE)

    assert changed is not None
    assert changed < 4


def test_stressed_word_stands_out() -> None:
    """Only inside its span the pitch is higher, by as much as was asked for."""
    sound = buzz(120, 120.5, 1.5)
    changed = with_melody(sound, RATE, Melody(1.0, 4.0), [Span(500, 1000)])
    before, inside = (
        median_of(changed[start * RATE // 1000 : end * RATE // 1000])
        for start, end in ((50, 400), (600, 900))
    )

    assert 12 * np.log2(inside / before) == pytest.approx(4, abs=0.5)


def test_sound_without_pitch_stays_as_it_is() -> None:
    """A hiss has no melody to change, and no range."""
    hiss = np.random.default_rng(3).normal(0, 0.1, RATE).astype(np.float32)

    assert with_melody(hiss, RATE, Melody(12.0), ()) is hiss
    assert range_of(hiss, RATE) is None


def test_nothing_clips() -> None:
    """Where grains add up over full scale, the whole is turned down."""
    loud = buzz(110, 160) * 5

    assert np.abs(with_melody(loud, RATE, Melody(14.0), ())).max() <= 1.0


@pytest.mark.parametrize("name", ["phrase.wav", "phrase.aiff"])
def test_phrase_is_written_again_in_its_own_format(tmp_path: Path, name: str) -> None:
    """A Mac's AIFF stays one; nothing else is left in the folder."""
    path = tmp_path / name
    soundfile.write(path, buzz(110, 160), RATE, subtype="PCM_16")
    how = ("voice", 170, 50, 50, str(path))
    give_melody(Job("I rang twice.", *how, Melody(10.0, 2.0, ((7, 12),))), Spoken(()))
    samples, rate = read_sound(path)
    changed = range_of(samples, rate)

    assert changed is not None
    assert changed > 8
    assert [kept.name for kept in tmp_path.iterdir()] == [name]
    with path.open("rb") as file:
        assert file.read(4) == (b"RIFF" if name.endswith("wav") else b"FORM")
