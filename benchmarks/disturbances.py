"""Sounds that are no speech of the trainee's: coughs, clicks, doors, a keyboard, a colleague."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from benchmarks.acoustics import active_db, far_away, from_db
from trainer.conversation.blocks import SAMPLE_RATE, Samples

__all__ = ["Disturbance", "click", "colleague", "cough", "door", "keyboard"]

Wave = NDArray[np.float64]


class Disturbance(StrEnum):
    """What makes a sound besides the two who talk."""

    COUGH = "cough"
    CLICK = "click"
    DOOR = "door"
    KEYBOARD = "keyboard"
    COLLEAGUE = "colleague"


def cough(level_db: float, rng: np.random.Generator) -> Samples:
    """Return one to three coughs.

    Each has the three phases of a voluntary cough: an explosive burst of some 40 ms, a breathy
    middle of 100-200 ms and, in two of three, a voiced end.
    """
    coughs = [_one_cough(rng) for _ in range(rng.integers(1, 4))]
    rests = [np.zeros(int(rng.uniform(0.05, 0.2) * SAMPLE_RATE)) for _ in coughs]
    return _levelled(
        _joined([part for pair in zip(coughs, rests, strict=True) for part in pair]), level_db
    )


def click(level_db: float, rng: np.random.Generator) -> Samples:
    """Return a click: a few milliseconds of ringing."""
    return _peaking(_tick(float(rng.uniform(1_500, 5_000)), 0.003, rng), level_db)


def door(level_db: float, rng: np.random.Generator) -> Samples:
    """Return a door that falls shut: a thud and its rattle, in the room."""
    time_s = _time(0.45)
    thud = sum(
        np.sin(2 * np.pi * hertz * time_s + rng.uniform(0, 6)) * np.exp(-time_s / 0.07)
        for hertz in rng.uniform(55, 190, 5)
    )
    rattle = _band(rng.normal(size=len(time_s)), 200, 2_500) * np.exp(-time_s / 0.03)
    sound = (thud + 1.5 * rattle).astype(np.float32)
    return _peaking(far_away(sound, 0.5, rng), level_db)


def keyboard(level_db: float, rng: np.random.Generator) -> Samples:
    """Return a second or two of typing."""
    keys: list[Wave] = []
    for _ in range(rng.integers(6, 14)):
        keys.append(_tick(float(rng.uniform(1_000, 4_000)), 0.008, rng) * rng.uniform(0.4, 1))
        keys.append(np.zeros(int(rng.uniform(0.07, 0.22) * SAMPLE_RATE)))
    return _peaking(_joined(keys), level_db)


def colleague(speech: Samples, level_db: float, rng: np.random.Generator) -> Samples:
    """Return what a second talker says far from the microphone."""
    return _levelled(far_away(speech, 0.6, rng), level_db)


def _one_cough(rng: np.random.Generator) -> Wave:
    burst_s, breath_s = rng.uniform(0.03, 0.05), rng.uniform(0.1, 0.2)
    time_s = _time(burst_s)
    burst = _band(rng.normal(size=len(time_s)), 300, 6_000) * np.minimum(1, time_s / 0.004)
    breath = _band(rng.normal(size=len(_time(breath_s))), 400, 3_500)
    sound = [burst, 0.35 * breath * np.linspace(1, 0.5, len(breath))]
    if rng.random() < 2 / 3:
        time_s = _time(rng.uniform(0.06, 0.14))
        hertz = rng.uniform(140, 320) * (1 - 0.3 * time_s / time_s[-1])
        voice = np.sign(np.sin(2 * np.pi * np.cumsum(hertz) / SAMPLE_RATE))
        voiced = _band(voice + 0.5 * rng.normal(size=len(time_s)), 300, 2_000)
        sound.append(0.5 * voiced * np.linspace(1, 0, len(voiced)))
    else:
        sound[-1] = sound[-1] * np.linspace(1, 0, len(sound[-1]))
    return _joined(sound)


def _tick(hertz: float, fade_s: float, rng: np.random.Generator) -> Wave:
    time_s = _time(8 * fade_s)
    ringing = np.sin(2 * np.pi * hertz * time_s) + 0.7 * rng.normal(size=len(time_s))
    return np.asarray(ringing * np.exp(-time_s / fade_s))


def _time(length_s: float) -> Wave:
    return np.arange(int(length_s * SAMPLE_RATE)) / SAMPLE_RATE


def _band(noise: Wave, low_hertz: float, high_hertz: float) -> Wave:
    spectrum = np.fft.rfft(noise)
    hertz = np.fft.rfftfreq(len(noise), 1 / SAMPLE_RATE)
    shape = 1 / (1 + (low_hertz / np.maximum(hertz, 1)) ** 4) / (1 + (hertz / high_hertz) ** 4)
    band = np.fft.irfft(spectrum * shape, len(noise))
    return np.asarray(band / np.sqrt(np.mean(band**2)))


def _joined(parts: list[Wave]) -> Wave:
    return np.concatenate(parts)


def _levelled(sound: Wave | Samples, level_db: float) -> Samples:
    wave = sound.astype(np.float32)
    return wave * from_db(level_db - active_db(wave))


def _peaking(sound: Wave | Samples, level_db: float) -> Samples:
    """Return the sound with its peak 12 dB above the level, as speech has it."""
    wave = sound.astype(np.float32)
    peak = np.float32(np.abs(wave).max())
    return wave / peak * from_db(level_db + 12)
