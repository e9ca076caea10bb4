import numpy as np
import pytest

from trainer.audio.pitch import final_fall_semitones, pitch_of, voiced_share
from trainer.conversation.blocks import SAMPLE_RATE, Samples

TIME_S = np.arange(SAMPLE_RATE) / SAMPLE_RATE


def voice(hertz: np.ndarray | float) -> Samples:
    """Return a second of a buzz with that pitch: ten harmonics, falling by 6 dB an octave."""
    phase = 2 * np.pi * np.cumsum(np.broadcast_to(hertz, TIME_S.shape)) / SAMPLE_RATE
    buzz = sum(np.sin(number * phase) / number for number in range(1, 11))
    return np.asarray(0.1 * buzz, dtype=np.float32)


@pytest.mark.parametrize("hertz", [80.0, 120.0, 210.0, 400.0])
def test_the_pitch_of_a_voice_is_found(hertz: float) -> None:
    """Every frame of a steady buzz is within half a semitone of its pitch."""
    pitch = pitch_of(voice(hertz))

    assert np.all(np.abs(12 * np.log2(pitch / hertz)) < 0.5)


def test_noise_and_silence_have_no_pitch() -> None:
    """A cough is noise: hardly a frame of it is voiced."""
    noise = np.random.default_rng(1).normal(0, 0.1, SAMPLE_RATE).astype(np.float32)

    assert voiced_share(noise) < 0.05
    assert voiced_share(np.zeros(SAMPLE_RATE, dtype=np.float32)) == 0
    assert voiced_share(voice(150.0)) == 1


def test_a_fall_at_the_end_is_measured_in_semitones() -> None:
    """Six semitones down over the last 350 ms are seen; a rise is a negative fall."""
    falling = np.where(TIME_S < 0.65, 200.0, 200.0 * 2 ** (-(TIME_S - 0.65) / 0.35 * 0.5))
    fall, rise = (final_fall_semitones(voice(pitch)) for pitch in (falling, 40_000 / falling))

    assert fall == pytest.approx(4.0, abs=0.7)
    assert rise == pytest.approx(-4.0, abs=0.7)
    assert final_fall_semitones(voice(200.0)) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("length", [0, 100, 640])
def test_too_little_sound_has_no_fall(length: int) -> None:
    """Nothing is said of less than 60 ms of voice."""
    assert final_fall_semitones(voice(150.0)[:length]) is None
