"""The dozen customers can be told apart by ear."""

from itertools import combinations

import numpy as np
import soxr
from numpy.typing import NDArray

from trainer.audio.pitch import pitch_of
from trainer.conversation.blocks import SAMPLE_RATE
from trainer.conversation.lines import Line, Phrase
from trainer.resources import voices
from trainer.speech.render import SpokenVoice
from trainer.speech.voices import load_voices

TEXT = "I rang on Tuesday and I rang on Thursday, and nobody called me back."
BANDS = 24


def timbre_of(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the long-term spectrum up to 7 kHz in bands, in dB around its mean."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, 1024)[::512] * np.hanning(1024)
    power = np.square(np.abs(np.fft.rfft(frames, axis=1))).mean(axis=0)[5:450]
    bands = 10 * np.log10([band.mean() for band in np.array_split(power, BANDS)])
    return np.asarray(bands - bands.mean(), dtype=np.float64)


def test_any_two_customers_sound_different() -> None:
    """Two of them differ by 1.5 semitones of pitch, or by 2 dB of their spectrum at least."""
    known = load_voices(voices())
    heard: dict[str, tuple[float, NDArray[np.float64]]] = {}
    with SpokenVoice(known) as voice:
        for name in known:
            line = voice.render(Line("a", (Phrase(TEXT),), name, 40))
            sound = soxr.resample(line.samples, line.rate, SAMPLE_RATE).astype(np.float32)
            pitch = pitch_of(sound)
            heard[name] = (float(np.median(pitch[pitch > 0])), timbre_of(sound))

    for one, other in combinations(heard, 2):
        (pitch_one, timbre_one), (pitch_other, timbre_other) = heard[one], heard[other]
        semitones = abs(12 * np.log2(pitch_one / pitch_other))
        spectrum_db = float(np.sqrt(np.mean(np.square(timbre_one - timbre_other))))
        assert semitones >= 1.5 or spectrum_db >= 2, (one, other, semitones, spectrum_db)
