"""Fakes of the customer's voice and the ears, that keep to the same contract as the real ones."""

import os
import threading
import wave
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples
from trainer.conversation.lines import Line, RenderedLine
from trainer.conversation.words import Word, text_of
from trainer.speech.render_process import EngineVoice, Failed, Job, Ready, Spoken

__all__ = [
    "TINY",
    "FakeEars",
    "FakeRecogniser",
    "FakeVoice",
    "dead_engine",
    "no_engine",
    "odd_engine",
    "words_every",
]

TINY = Path(__file__).parents[1] / "data" / "vosk-model-tiny-synthetic-en"
"""A real Vosk model that understands synthetic speech."""


def words_every(text: str, each_ms: Millis = 250, start_ms: Millis = 0) -> tuple[Word, ...]:
    """Return the text's words one after the other, each as long."""
    return tuple(
        Word(word, start_ms + place * each_ms, start_ms + (place + 1) * each_ms)
        for place, word in enumerate(text.split())
    )


class FakeVoice:
    """Renders every word as 250 ms of a quiet tone and every pause as silence; keeps the lines.

    `trouble` is raised instead of rendering, when it is set.
    """

    def __init__(self, each_ms: Millis = 250, trouble: Exception | None = None) -> None:
        self.each_ms = each_ms
        self.trouble = trouble
        self.rendered: list[Line] = []

    def render(self, line: Line) -> RenderedLine:
        """Return the line as tones."""
        if self.trouble is not None:
            raise self.trouble
        self.rendered.append(line)
        words: list[Word] = []
        sound = [np.zeros(0, dtype=np.float32)]
        at_ms = 0
        for phrase in line.phrases:
            spoken = words_every(phrase.text, self.each_ms, at_ms)
            words += spoken
            sound += [_tone(len(spoken) * self.each_ms), _hush(phrase.pause_ms)]
            at_ms += len(spoken) * self.each_ms + phrase.pause_ms
        return RenderedLine(line, np.concatenate(sound), SAMPLE_RATE, tuple(words))


class FakeRecogniser:
    """Hears the words it was given, each once the sound has reached its end; deaf to silence."""

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._words = tuple(words)
        self.heard_ms = 0.0
        self._loud = False

    def hear(self, samples: Samples) -> str:
        """Take more sound; return the words whose end it has reached."""
        self.heard_ms += len(samples) * 1000 / SAMPLE_RATE
        self._loud = self._loud or bool(np.any(samples))
        return text_of(self.finish())

    def finish(self) -> tuple[Word, ...]:
        """Return the words that lie inside the sound."""
        return tuple(w for w in self._words if self._loud and w.end_ms <= self.heard_ms)


class FakeEars:
    """Gives a `FakeRecogniser` for each reply in turn, and silence when there are no more."""

    name = "fake"
    model = "script"
    synthetic_only = False
    has_fillers = True
    note = "Listening from a script."

    def __init__(self, replies: Sequence[Sequence[Word] | str] = ()) -> None:
        self._replies = [words_every(r) if isinstance(r, str) else tuple(r) for r in replies]
        self.given: list[FakeRecogniser] = []

    def recogniser(self) -> FakeRecogniser:
        """Return the recogniser of the next reply."""
        place = len(self.given)
        words = self._replies[place] if place < len(self._replies) else ()
        self.given.append(FakeRecogniser(words))
        return self.given[-1]

    def backchannel_ears(self, backchannels: Sequence[str]) -> None:
        """Have none, as PocketSphinx."""


def _tone(length_ms: Millis) -> Samples:
    at = np.arange(length_ms * SAMPLE_RATE // 1000, dtype=np.float32) / SAMPLE_RATE
    return (0.1 * np.sin(2 * np.pi * 220 * at)).astype(np.float32)


def _hush(length_ms: Millis) -> Samples:
    return np.zeros(length_ms * SAMPLE_RATE // 1000, dtype=np.float32)


def no_engine(pipe: Connection) -> None:
    """Stand in for a speaking process that finds no engine."""
    pipe.send(Failed("RuntimeError: you probably do not have eSpeak or eSpeak-ng installed"))


def dead_engine(_pipe: Connection) -> None:
    """Stand in for a speaking process that dies while it starts."""
    os._exit(3)


def odd_engine(pipe: Connection) -> None:
    """Stand in for a speaking process that goes wrong when the phrase says so.

    A phrase with "twice" goes wrong every time, others only until the file ``<voice>`` is there,
    which the first attempt makes: hang, die, fail, full, truncate, lie.
    """
    pipe.send(Ready("sapi5", "odd 1", (EngineVoice("odd", "Odd Zira", ("en-US",), "female"),)))
    while True:
        try:
            job: Job = pipe.recv()
        except EOFError:
            return
        pipe.send(_odd_answer(job))


def _odd_answer(job: Job) -> object:
    first = not Path(job.voice).exists()
    Path(job.voice).touch()
    deed = job.text.split()[0] if first or "twice" in job.text else ""
    match deed:
        case "hang":
            threading.Event().wait()
        case "die":
            os._exit(3)
        case "fail":
            return Failed("ValueError: no such voice")
        case "full":
            return Failed("RuntimeError: Error saving WAV file", disk_full=True)
        case "lie":
            return Ready("sapi5", "again", ())
        case _:
            pass
    _write_tone(Path(job.path), truncate=deed == "truncate")
    return Spoken(())


def _write_tone(path: Path, *, truncate: bool) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes((_tone(800) * 32767).astype("<i2").tobytes())
    if truncate:
        path.write_bytes(path.read_bytes()[:9000])
