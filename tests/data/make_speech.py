"""Make the spoken replies in tests/data/speech with flite and espeak-ng: 16 kHz, mono, 16 bit.

Run it as ``python tests/data/make_speech.py``. The words are in REPLIES, and in the tests.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import soxr

REPLIES = {
    "sorry": ("flite", "slt", "I am so sorry about the delay. Let me look into that right now."),
    "understand": ("espeak-ng", "en-us+f2", "I understand how frustrating this must be for you."),
    "number": ("flite", "rms", "Would you mind if I ask for your order number?"),
}
RATE = 16_000


def main() -> None:
    """Write every reply as a WAV file."""
    folder = Path(__file__).parent / "speech"
    folder.mkdir(exist_ok=True)
    for name, (engine, voice, text) in REPLIES.items():
        soundfile.write(folder / f"{name}.wav", spoken(engine, voice, text), RATE, "PCM_16")


def spoken(engine: str, voice: str, text: str) -> np.ndarray:
    """Return the text as the engine speaks it, with 300 ms of room noise on either side."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/reply.wav"
        command = {
            "flite": ["flite", "-voice", voice, "-t", text, "-o", path],
            "espeak-ng": ["espeak-ng", "-v", voice, "-s", "150", "-w", path, text],
        }
        subprocess.run(command[engine], check=True)
        samples, rate = soundfile.read(path, dtype="float32")
    speech = soxr.resample(samples, rate, RATE)
    edge = np.zeros(RATE * 3 // 10)
    noise = np.random.default_rng(1).normal(0, 3e-4, len(speech) + 2 * len(edge))
    return np.concatenate([edge, speech / np.abs(speech).max() * 0.5, edge]) + noise


if __name__ == "__main__":
    main()
