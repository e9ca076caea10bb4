"""Text as espeak-ng and flite speak it, cut at its first and last sample, kept on disk."""

import hashlib
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.acoustics import active_db, from_db
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import SAMPLE_RATE, Samples

__all__ = ["CUSTOMERS", "SPOKEN_DB", "TRAINEES", "Speaker", "spoken", "trimmed"]

SPOKEN_DB = -20.0
"""How loud everything is spoken, dBFS without its pauses."""

AUDIBLE_BELOW_PEAK_DB = 35.0
STEP = SAMPLE_RATE // 200
RAMP = SAMPLE_RATE // 500
CACHE = Path(tempfile.gettempdir()) / "soft-answer-benchmark-speech"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody's voice.

    Attributes:
        engine: ``espeak-ng`` or ``flite``.
        voice: As the engine calls it.
        words_per_minute: Only espeak-ng knows it.
        pitch: Likewise, 0..99.
    """

    engine: str
    voice: str
    words_per_minute: int = 160
    pitch: int = 50


CUSTOMERS = (
    Speaker("espeak-ng", "en-us+m3", 175, 55),
    Speaker("espeak-ng", "en-gb+f2", 180, 60),
    Speaker("espeak-ng", "en-us+f4", 170, 50),
    Speaker("espeak-ng", "en-gb+m1", 185, 45),
    Speaker("espeak-ng", "en-us+m6", 190, 60),
    Speaker("espeak-ng", "en-gb+f5", 165, 55),
)
TRAINEES = (
    Speaker("flite", "slt"),
    Speaker("flite", "rms"),
    Speaker("flite", "awb"),
    Speaker("flite", "kal16"),
    Speaker("espeak-ng", "en-us+f1", 150, 50),
    Speaker("espeak-ng", "en-us+m2", 145, 40),
    Speaker("espeak-ng", "en-gb+m7", 155, 50),
    Speaker("espeak-ng", "en-gb+f3", 150, 60),
)


def spoken(text: str, speaker: Speaker) -> Samples:
    """Return the text as the speaker says it, 16 kHz, as loud as `SPOKEN_DB`.

    The first sample and the last can be heard: what is 35 dB below the loudest 5 ms is cut.
    """
    name = hashlib.sha256(f"{speaker}|{text}|{AUDIBLE_BELOW_PEAK_DB}".encode()).hexdigest()[:24]
    path = CACHE / f"{name}.npy"
    if not path.exists():
        _keep(trimmed(_synthesised(text, speaker)), path)
    samples: Samples = np.load(path)
    return samples


def trimmed(sound: Samples) -> Samples:
    """Return what can be heard of a sound, with ramps of 2 ms, at the usual loudness."""
    steps = sound[: len(sound) // STEP * STEP].reshape(-1, STEP)
    power = np.square(steps, dtype=np.float64).mean(axis=1)
    heard = np.flatnonzero(power > power.max() * 10 ** (-AUDIBLE_BELOW_PEAK_DB / 10))
    cut = sound[heard[0] * STEP : (heard[-1] + 1) * STEP].astype(np.float32)
    ramp = np.linspace(0, 1, RAMP + 2, dtype=np.float32)[1:-1]
    cut[:RAMP] *= ramp
    cut[-RAMP:] *= ramp[::-1]
    return np.asarray(cut * from_db(SPOKEN_DB - active_db(cut)), dtype=np.float32)


def _synthesised(text: str, speaker: Speaker) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spoken.wav"
        subprocess.run(_command(text, speaker, path), check=True, capture_output=True, timeout=30)
        return to_16k(*read_sound(path))


def _command(text: str, speaker: Speaker, path: Path) -> list[str]:
    if speaker.engine == "flite":
        return ["flite", "-voice", speaker.voice, "-t", text, "-o", str(path)]
    how = ["-v", speaker.voice, "-s", str(speaker.words_per_minute), "-p", str(speaker.pitch)]
    return ["espeak-ng", *how, "-w", str(path), text]


def _keep(samples: Samples, path: Path) -> None:
    """Write the file as a whole: two processes may want the same text at the same time."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=CACHE, suffix=".npy", delete=False) as file:
        np.save(file, samples)
    Path(file.name).replace(path)
