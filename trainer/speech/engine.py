"""Our end of the process that speaks: started when needed, kept warm, killed when it hangs."""

import contextlib
import multiprocessing
import sys
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Answer, EngineVoice, Failed, Job, Ready, Spoken, serve

__all__ = ["EngineProcess", "list_engine_voices"]


class EngineProcess:
    """The speaking process, as seen from here; used by one thread.

    A phrase that is not done in time, or that takes the process with it, is tried once more in a
    new process, and then with the engine's own melody.
    """

    def __init__(
        self,
        target: Callable[[Connection], None] = serve,
        *,
        timeout_s: float = 10.0,
        start_timeout_s: float = 30.0,
    ) -> None:
        self._target = target
        self._timeout_s = timeout_s
        self._start_timeout_s = start_timeout_s
        self._running: tuple[BaseProcess, Connection, Ready] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        return self._running[0].pid if self._running else None

    def start(self) -> Ready:
        """Start the process unless it runs, and return what it said of itself.

        Raises:
            VoiceProblem: There is no engine, or it does not come up.
        """
        if self._running is None:
            self._running = self._launch()
        return self._running[2]

    def speak(self, job: Job) -> Spoken:
        """Render one phrase.

        Raises:
            VoiceProblem: There is no engine, no room on disk, or it failed or hung twice.
        """
        with contextlib.suppress(_GoneError):
            return self._speak_once(job)
        try:
            again = self._speak_once(replace(job, melody=None))
            return replace(again, plain=job.melody is not None)
        except _GoneError as gone:
            raise VoiceProblem(
                f"The customer can't speak: the speech engine {gone} twice over "
                f'"{job.text[:60]}". Try another voice, or restart the computer.'
            ) from gone

    def stop(self) -> None:
        """Let the process go; may be called twice."""
        if self._running is not None:
            process, pipe, _ = self._running
            self._running = None
            pipe.close()
            _end(process)

    def _speak_once(self, job: Job) -> Spoken:
        self.start()
        match self._ask(job):
            case Spoken() as spoken:
                return spoken
            case Failed(disk_full=True):
                raise VoiceProblem(
                    f"The customer can't speak: no room is left on the disk of {job.path}. "
                    "Free some disk space and try again."
                )
            case Failed(why=why):
                self.stop()
                raise _GoneError(f"failed ({why})")
            case Ready():
                self.stop()
                raise _GoneError("answered out of turn")

    def _ask(self, job: Job) -> Answer:
        if self._running is None:
            raise _GoneError("did not start")
        pipe = self._running[1]
        try:
            pipe.send(job)
            if pipe.poll(self._timeout_s):
                return _received(pipe)
        except (EOFError, OSError) as gone:
            self.stop()
            raise _GoneError("stopped") from gone
        self.stop()
        raise _GoneError(f"hung for {self._timeout_s:g} seconds")

    def _launch(self) -> tuple[BaseProcess, Connection, Ready]:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=self._target, args=(theirs,), name="voice", daemon=True)
        process.start()
        theirs.close()
        answer = _first_answer(ours, self._start_timeout_s)
        if isinstance(answer, Ready):
            return process, ours, answer
        ours.close()
        _end(process)
        raise VoiceProblem(_no_engine(answer))


def list_engine_voices() -> tuple[EngineVoice, ...]:
    """Return the voices of this computer's speech engine.

    Raises:
        VoiceProblem: There is no engine.
    """
    with EngineProcess() as engine:
        return engine.start().voices


class _GoneError(Exception):
    """The process failed, died or hung; says which."""


def _received(pipe: Connection) -> Answer:
    answer: Answer = pipe.recv()
    return answer


def _first_answer(pipe: Connection, timeout_s: float) -> Answer:
    try:
        if pipe.poll(timeout_s):
            return _received(pipe)
    except (EOFError, OSError):
        return Failed("it stopped while starting")
    return Failed(f"it did not start within {timeout_s:g} seconds")


def _end(process: BaseProcess) -> None:
    """End the process at once: it holds nothing that is worth saving."""
    process.kill()
    process.join(timeout=5)
    with contextlib.suppress(ValueError):  # still dying: the system will reap it
        process.close()


def _no_engine(answer: Answer) -> str:
    why = answer.why if isinstance(answer, Failed) else "it answered out of turn"
    mends = {
        "linux": "Install espeak-ng: sudo apt install espeak-ng",
        "darwin": "Add a voice in System Settings, Accessibility, Spoken Content.",
        "win32": "Add a voice in Settings, Time and language, Speech.",
    }
    mend = mends.get(sys.platform, "Install espeak-ng.")
    return f"The customer can't speak: no speech engine was found ({why}). {mend}"
