"""The process in which Piper lives, where it is installed: one phrase at a time, one file each."""

import re
import wave
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from trainer.speech.engine import EngineProcess
from trainer.speech.render_process import EngineVoice, Job, Mark, Ready, Spoken, serve_with

__all__ = ["PiperEngine", "piper_process", "serve_piper"]

TIMEOUT_S = 30.0

NATURAL_WPM = 175
SCALE_EXPONENT = 1.5
"""Measured on en_US-joe-medium: left alone it is as quick as espeak-ng at 175, and a length scale
of 0.7 makes it 1.27 times as quick, one of 1.3 only 0.85 times."""

SENTENCE_PAUSE_MS = 250
SEED = 1
"""Piper's models draw their own noise: with a seed a line sounds the same again."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+(?=\s)|$)", re.DOTALL)


def piper_process(voices: Mapping[str, Path]) -> EngineProcess:
    """Return Piper's process, which starts with the first line; its models take long to load."""
    return EngineProcess(partial(serve_piper, dict(voices)), timeout_s=TIMEOUT_S)


def serve_piper(voices: Mapping[str, Path], pipe: Connection) -> None:
    """Say which of Piper's voices there are, and render every `Job` until the pipe closes."""
    serve_with(partial(PiperEngine, voices), pipe)


class PiperEngine:
    """Piper's voices, each loaded when it is first to speak; no word times but for sentences.

    Args:
        voices: Where each installed voice is, by name.
        load: Loads one; Piper's own without it.
    """

    def __init__(
        self, voices: Mapping[str, Path], load: Callable[[str], Any] | None = None
    ) -> None:
        self._voices = voices
        self._load = load or _load
        self._loaded: dict[str, Any] = {}

    def describe(self) -> Ready:
        """Say what it is and which voices it has."""
        from importlib.metadata import version

        voices = (
            EngineVoice(str(path), name, (name.partition("-")[0].lower().replace("_", "-"),), "")
            for name, path in self._voices.items()
        )
        return Ready("piper", f"piper-tts {version('piper-tts')}", tuple(voices))

    def speak(self, job: Job) -> Spoken:
        """Render one phrase, sentence by sentence."""
        if job.voice not in self._loaded:
            self._loaded[job.voice] = self._load(job.voice)
        voice = self._loaded[job.voice]
        rate = int(voice.config.sample_rate)
        sound: list[Any] = []
        marks: list[Mark] = []
        length = 0
        for position, sentence in _sentences(job.text):
            marks.append(Mark(position, round(length * 1000 / rate)))
            spoken = [*_chunks(voice, sentence, job.rate_wpm), _pause(rate)]
            sound += spoken
            length += sum(map(len, spoken))
        _write(Path(job.path), rate, np.concatenate(sound))
        return Spoken(tuple(marks))


def _load(path: str) -> Any:  # noqa: ANN401 - Piper is not installed where types are checked
    import onnxruntime
    from piper import PiperVoice

    onnxruntime.set_seed(SEED)
    return PiperVoice.load(path)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in _SENTENCE.finditer(text):
        yield match.start(), match[0]


def _chunks(voice: Any, text: str, rate_wpm: int) -> Iterator[Any]:  # noqa: ANN401 - as above
    from piper import SynthesisConfig

    scale = voice.config.length_scale * (NATURAL_WPM / rate_wpm) ** SCALE_EXPONENT
    for chunk in voice.synthesize(text, SynthesisConfig(length_scale=scale)):
        yield chunk.audio_int16_array


def _pause(rate: int) -> Any:  # noqa: ANN401 - samples of 16 bits
    return np.zeros(rate * SENTENCE_PAUSE_MS // 1000, dtype=np.int16)


def _write(path: Path, rate: int, pcm: Any) -> None:  # noqa: ANN401 - as above
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm.astype("<i2").tobytes())
