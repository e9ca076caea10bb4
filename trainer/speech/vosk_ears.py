"""Listening with Vosk: one model, a new recogniser for each reply."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from trainer.conversation.blocks import SAMPLE_RATE, Samples
from trainer.conversation.words import Word, text_of
from trainer.speech.problems import EarsProblem
from trainer.speech.unpacking import is_model

__all__ = ["VoskBackchannelEar", "VoskModel", "VoskRecogniser", "pcm"]

UNKNOWN = "[unk]"
"""Stands for everything that is not in a grammar."""

GHOST_CONFIDENCE = 0.6
"""On silence Vosk may hear a lone "the"; a lone word under this confidence is dropped."""


class VoskModel:
    """A Vosk model in memory.

    Args:
        path: The model's folder, which holds ``am/`` or ``conf/``.

    Raises:
        EarsProblem: The folder is missing or is no model that Vosk can read.
    """

    def __init__(self, path: Path) -> None:
        _check(path)
        self.name = path.name
        self._model = _open(path)
        self.has_fillers: bool = self._model.vosk_model_find_word("um") >= 0

    def recogniser(self) -> "VoskRecogniser":
        """Return a recogniser for one reply."""
        return VoskRecogniser(self._model)

    def backchannel_ear(self, backchannels: Sequence[str]) -> "VoskBackchannelEar":
        """Return an ear for these and nothing else."""
        return VoskBackchannelEar(self._model, backchannels)


class VoskRecogniser:
    """Hears one reply.

    Vosk ends a segment by itself after a long pause; its words are kept and listening goes on.
    """

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - vosk has no types
        import vosk

        self._kaldi = vosk.KaldiRecognizer(model, float(SAMPLE_RATE))
        self._kaldi.SetWords(True)  # noqa: FBT003 - vosk's own signature
        self._words: list[Word] = []
        self._final: tuple[Word, ...] | None = None

    def hear(self, samples: Samples) -> str:
        """Take more sound (16 kHz mono); return the words so far, which may still change."""
        if self._kaldi.AcceptWaveform(pcm(samples)):
            self._words += _known_words(self._kaldi.Result())
            return text_of(self._words)
        partial = json.loads(self._kaldi.PartialResult())["partial"]
        return " ".join(part for part in (text_of(self._words), partial) if part)

    def finish(self) -> tuple[Word, ...]:
        """Return the final words, with times from the first sample that was heard."""
        if self._final is None:
            self._words += _known_words(self._kaldi.FinalResult())
            self._final = _without_ghost(self._words)
        return self._final


class VoskBackchannelEar:
    """Hears one stretch of speech by a grammar of backchannels and "something else".

    Words that the model does not know are left out of the grammar. A model whose graph is fixed
    ignores the grammar; what it hears is then held against the backchannels all the same.
    """

    def __init__(self, model: Any, backchannels: Sequence[str]) -> None:  # noqa: ANN401 - vosk has no types
        import vosk

        self._known = frozenset(word for phrase in backchannels for word in phrase.split())
        grammar = json.dumps([*backchannels, UNKNOWN])
        self._kaldi = vosk.KaldiRecognizer(model, float(SAMPLE_RATE), grammar)
        self._kaldi.SetWords(True)  # noqa: FBT003 - vosk's own signature
        self._heard: list[Word] = []

    def hear(self, samples: Samples) -> bool:
        """Take more sound (16 kHz mono); say whether backchannels are all there is so far."""
        if self._kaldi.AcceptWaveform(pcm(samples)):
            self._heard += self._known_words(self._kaldi.Result())
            partial = []
        else:
            partial = json.loads(self._kaldi.PartialResult())["partial"].split()
        heard = [*(word.text for word in self._heard), *partial]
        return bool(heard) and self._known.issuperset(heard)

    def finish(self) -> tuple[Word, ...]:
        """Return what there was, times from the first sample; no text stands for anything else."""
        self._heard += self._known_words(self._kaldi.FinalResult())
        return tuple(self._heard)

    def _known_words(self, result: str) -> list[Word]:
        return [
            word if word.text in self._known else replace(word, text="") for word in _words(result)
        ]


def pcm(samples: Samples) -> bytes:
    """Return the samples as 16-bit little-endian PCM."""
    return (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()


def _words(result: str) -> list[Word]:
    return [
        Word(
            word["word"],
            round(word["start"] * 1000),
            round(word["end"] * 1000),
            min(max(float(word["conf"]), 0.0), 1.0),
        )
        for word in json.loads(result).get("result", [])
    ]


def _known_words(result: str) -> list[Word]:
    return [word for word in _words(result) if word.text != UNKNOWN]


def _without_ghost(words: list[Word]) -> tuple[Word, ...]:
    lone = len(words) == 1 and words[0].confidence < GHOST_CONFIDENCE
    return () if lone else tuple(words)


def _check(path: Path) -> None:
    if not path.is_dir():
        raise EarsProblem(
            f"I can't hear you: there is no speech model at {path}. "
            "Install one: ./run models install vosk-model-small-en-us-0.15"
        )
    if not is_model(path) or any(_is_empty(file) for file in path.glob("graph/*")):
        raise EarsProblem(_broken(path))


def _is_empty(file: Path) -> bool:
    return file.is_file() and file.stat().st_size == 0


def _broken(path: Path) -> str:
    return (
        f"I can't hear you: the speech model in {path} is not whole. Install it again: "
        f"./run models remove {path.name}, then ./run models install {path.name}"
    )


def _open(path: Path) -> Any:  # noqa: ANN401 - vosk has no types
    import vosk

    vosk.SetLogLevel(-2)
    name = _readable_by_vosk(path)
    try:
        model = vosk.Model(model_path=name)
        vosk.KaldiRecognizer(model, float(SAMPLE_RATE))  # a broken graph is only found here
    except Exception as trouble:  # vosk raises a bare Exception
        raise EarsProblem(_broken(path)) from trouble
    return model


def _readable_by_vosk(path: Path, *, windows: bool = sys.platform == "win32") -> str:
    """Return the path as libvosk can open it; on Windows it knows no letters beyond ASCII."""
    name = str(path)
    if name.isascii() or not windows:
        return name
    short = _short_name(name)
    if short.isascii():
        return short
    raise EarsProblem(
        f"I can't hear you: Vosk can't open {path} because of the special letters in it. "
        "Move the models to a folder with plain letters, such as C:\\SoftAnswer\\models."
    )


def _short_name(name: str) -> str:
    """Return Windows' 8.3 name of a path, or the path itself where there is none."""
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    buffer = ctypes.create_unicode_buffer(1024)
    return buffer.value if kernel.GetShortPathNameW(name, buffer, 1024) else name
