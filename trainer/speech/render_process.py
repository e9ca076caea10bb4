"""The process in which pyttsx3 lives: one engine, one phrase at a time, one file each.

It talks to its parent over a pipe, never over stdout, where pyttsx3 prints. What is to be known of
pyttsx3 2.99: with espeak-ng, settings that are still under way when a line begins are cancelled, so
they are waited for; `runAndWait` comes back before the file is written, so the last event is waited
for; an exception in its callback (a full disk) would never end the wait, so it is caught here; a
voice that does not exist is only reported as an "error" event. The melody is changed here too:
nothing that goes wrong in foreign code may take the rehearsal with it.
"""

import contextlib
import ctypes
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event
from typing import Any, Literal, Protocol, TypeAlias

from trainer.speech.melody import Melody

__all__ = [
    "Answer",
    "Driver",
    "Engine",
    "EngineVoice",
    "Failed",
    "Job",
    "Mark",
    "Ready",
    "Spoken",
    "give_melody",
    "serve",
    "serve_with",
]

Driver: TypeAlias = Literal["espeak-ng", "sapi5", "nsss", "piper"]


@dataclass(frozen=True, slots=True)
class EngineVoice:
    """A voice that the engine of this computer has."""

    id: str
    name: str
    languages: tuple[str, ...]
    sex: str


@dataclass(frozen=True, slots=True)
class Job:
    """One phrase to render into one file; `melody` is None to leave the engine's own."""

    text: str
    voice: str
    rate_wpm: int
    pitch: int
    pitch_range: int
    path: str
    melody: Melody | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The engine reached the character `position` (from 0) of the text at `at_ms` of the sound."""

    position: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine is up."""

    driver: Driver
    version: str
    voices: tuple[EngineVoice, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The phrase is in its file; marks only where the engine gives them.

    `plain` when the melody that was wanted could not be given to it.
    """

    marks: tuple[Mark, ...]
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not work; `disk_full` when the file could not be written for want of room."""

    why: str
    disk_full: bool = False


Answer: TypeAlias = Ready | Spoken | Failed


def serve(pipe: Connection) -> None:
    """Start the system's engine and render every `Job` that comes until the pipe closes."""
    serve_with(_open, pipe)


def serve_with(opened: "Callable[[], Engine]", pipe: Connection) -> None:
    """Start an engine, say so, and render every `Job` that comes until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, which closes the pipe
    _mute_stdout()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        engine = _start(opened, pipe)
        while engine is not None:
            pipe.send(_answer(engine, pipe.recv()))


class Engine(Protocol):
    """What differs between the engines that pyttsx3 drives."""

    def describe(self) -> Ready:
        """Say what it is and which voices it has."""

    def speak(self, job: Job) -> Spoken:
        """Render one phrase."""


def _start(opened: Callable[[], Engine], pipe: Connection) -> Engine | None:
    try:
        engine = opened()
        pipe.send(engine.describe())
    except Exception as trouble:  # noqa: BLE001 - drivers raise anything; the parent must hear of it
        pipe.send(Failed(f"{type(trouble).__name__}: {trouble}"))
        return None
    return engine


def _answer(engine: Engine, job: Job) -> Spoken | Failed:
    try:
        spoken = engine.speak(job)
    except Exception as trouble:  # noqa: BLE001 - as above
        return Failed(f"{type(trouble).__name__}: {trouble}", disk_full=_is_full(trouble))
    try:
        give_melody(job, spoken)
    except Exception:  # noqa: BLE001 - the phrase can be heard without it
        return Spoken(spoken.marks, plain=True)
    return spoken


def give_melody(job: Job, spoken: Spoken) -> None:
    """Write the phrase again with the melody that was asked for, all of it or nothing."""
    if job.melody is None:
        return
    import soundfile

    from trainer.speech.alignment import align
    from trainer.speech.melody import with_melody
    from trainer.speech.sound import active_frames, read_sound
    from trainer.speech.stress import spoken_at

    path = Path(job.path)
    samples, rate = read_sound(path)
    words = align(job.text, spoken.marks, active_frames(samples, rate))
    stressed = spoken_at(job.text, words, job.melody.stressed)
    changed = with_melody(samples, rate, job.melody, stressed)
    part = path.with_name(f"melody-{path.name}")
    soundfile.write(part, changed, rate, subtype="PCM_16")
    part.replace(path)


def _is_full(trouble: BaseException | None) -> bool:
    while trouble is not None:
        if isinstance(trouble, OSError) and trouble.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        trouble = trouble.__cause__ or trouble.__context__
    return False


def _mute_stdout() -> None:
    """Send stdout nowhere: pyttsx3 prints, and our own stdout may be JSON."""
    nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
    with contextlib.suppress(OSError):  # a windowed program has no stdout to begin with
        os.dup2(nowhere.fileno(), 1)
    sys.stdout = nowhere


def _open() -> Engine:
    import pyttsx3

    engine = pyttsx3.init()
    if str(engine) == "espeak":
        return EspeakEngine(engine)
    return SystemEngine(engine, "nsss" if str(engine) == "nsss" else "sapi5")


class SystemEngine:
    """SAPI5 on Windows and NSSS on macOS: they have rate, but neither pitch nor word times."""

    def __init__(self, engine: Any, driver: Driver) -> None:  # noqa: ANN401 - pyttsx3 has no types
        self._engine = engine
        self._driver = driver
        self._errors: list[Exception] = []
        engine.connect("error", lambda name, exception: self._errors.append(exception))  # noqa: ARG005 - called by name

    def describe(self) -> Ready:
        """Say what it is and which voices it has."""
        return Ready(self._driver, _version(), tuple(_voices(self._engine)))

    def speak(self, job: Job) -> Spoken:
        """Render one phrase."""
        self._prepare(job)
        self._engine.save_to_file(job.text, job.path)
        self._engine.runAndWait()
        self._raise_errors()
        return Spoken(())

    def _prepare(self, job: Job) -> None:
        self._errors.clear()
        self._engine.setProperty("voice", job.voice)
        self._engine.setProperty("rate", job.rate_wpm)

    def _raise_errors(self) -> None:
        if self._errors:
            raise self._errors[0]


class EspeakEngine(SystemEngine):
    """espeak-ng through pyttsx3, with word times, pitch and pitch range."""

    def __init__(self, engine: Any) -> None:  # noqa: ANN401 - pyttsx3 has no types
        super().__init__(engine, "espeak-ng")
        from pyttsx3.drivers import _espeak

        self._espeak = _espeak
        self._speech = engine.proxy._driver  # noqa: SLF001 - the only way to the word events
        self._marks: list[Mark] = []
        self._done = Event()
        _espeak.SetSynthCallback(self._hear)

    def describe(self) -> Ready:
        """Say what it is and which voices it has."""
        info: Callable[[None], bytes] = self._espeak.dll.espeak_Info
        info.restype = ctypes.c_char_p  # type: ignore[attr-defined]  # a ctypes function
        version = f"{_version()}, espeak-ng {info(None).decode()}"
        return Ready("espeak-ng", version, tuple(_voices(self._engine)))

    def speak(self, job: Job) -> Spoken:
        """Render one phrase and wait for its last event; the parent watches the time."""
        self._marks.clear()
        self._done.clear()
        self._prepare(job)
        self._engine.save_to_file(job.text, job.path)
        self._engine.runAndWait()
        self._done.wait()
        self._raise_errors()
        return Spoken(tuple(self._marks))

    def _prepare(self, job: Job) -> None:
        """Set the delivery past pyttsx3's queue, which would cancel what is still under way."""
        self._errors.clear()
        self._speech.setProperty("voice", job.voice)
        self._speech.setProperty("rate", job.rate_wpm)
        self._speech.setProperty("volume", 0.8)  # some voices clip at 1; the parent sets the level
        self._speech.setProperty("pitch", job.pitch)
        self._espeak.SetParameter(self._espeak.RANGE, job.pitch_range, 0)
        self._espeak.dll.espeak_Synchronize()

    def _hear(self, sound: Any, samples: int, events: Any) -> int:  # noqa: ANN401 - ctypes pointers
        finished = self._note(events)
        try:
            self._speech._onSynth(sound, samples, events)  # noqa: SLF001 - pyttsx3's own callback
        except Exception as trouble:  # noqa: BLE001 - ctypes would swallow it
            self._errors.append(trouble)
            self._speech.endLoop()
            finished = True
        if finished:
            self._done.set()
        return 0

    def _note(self, events: Any) -> bool:  # noqa: ANN401 - a ctypes pointer
        place = 0
        while (event := events[place]).type != self._espeak.EVENT_LIST_TERMINATED:
            if event.type == self._espeak.EVENT_MSG_TERMINATED:
                return True
            if event.type == self._espeak.EVENT_WORD:
                self._marks.append(Mark(event.text_position - 1, event.audio_position))
            place += 1
        return False


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    with contextlib.suppress(PackageNotFoundError):  # a frozen bundle may leave the metadata out
        return f"pyttsx3 {version('pyttsx3')}"
    return "pyttsx3"


def _voices(engine: Any) -> Iterator[EngineVoice]:  # noqa: ANN401 - pyttsx3 has no types
    for voice in engine.getProperty("voices"):
        languages = tuple(str(language) for language in voice.languages or ())
        sex = str(voice.gender or "").lower().removeprefix("voicegender")
        yield EngineVoice(str(voice.id), str(voice.name), languages, sex)
