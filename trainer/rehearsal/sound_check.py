"""The sound check: is the trainee heard, how loud, and does the microphone hear the loudspeaker?

First the customer's voice says a line while the trainee is silent, then the trainee says one.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from queue import Empty, SimpleQueue

import numpy as np

from trainer.audio.level import rms_db
from trainer.conversation.blocks import BLOCK_MS, Block, Millis, Samples
from trainer.conversation.lines import RenderedLine
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.rehearsal.ports import AudioLine, Gate, NewGate

__all__ = ["SoundCheck", "SoundCheckResult", "SoundCheckRun", "Stage"]

SETTLE_MS: Millis = 500
"""Room noise is measured for this long before anything is played."""

TAIL_MS: Millis = 400
"""After the line ends its echo may still be heard."""

ECHO_MS: Millis = 300
"""Speech heard for this long while only the loudspeaker spoke is an echo."""

ENOUGH_MS: Millis = 1_000
"""Once the trainee has been heard for this long the check is over."""

LISTEN_MS: Millis = 8_000
"""If they have not been heard by then, they are not heard."""

QUIET_DB = -45.0
"""Speech below this is recognised badly."""

CLIPPED = 0.99


class Stage(Enum):
    """What the check is doing."""

    SETTLING = "be quiet for a moment"
    PLAYING = "listen to the voice"
    LISTENING = "say a sentence"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SoundCheckResult:
    """The verdict of the sound check.

    Attributes:
        heard: Speech was heard.
        level_db: Loudness of that speech, dBFS; None when nothing was heard.
        noise_db: Loudness of the room, dBFS.
        echo: The microphone hears the loudspeaker, so interruptions can't be rated.
        clipped: Speech was so loud that it was cut off at full scale.
        verdict: One or two sentences with what to do.
    """

    heard: bool
    level_db: float | None
    noise_db: float
    echo: bool
    clipped: bool
    verdict: str


class SoundCheck:
    """Listens block by block; no I/O of its own.

    Attributes:
        stage: What it is doing now.
    """

    def __init__(self, gate: Gate, play: Callable[[], None]) -> None:
        """Prepare the check.

        Args:
            gate: A new speech gate.
            play: Starts the line; called once when the room has been measured.
        """
        self.stage = Stage.SETTLING
        self._gate = gate
        self._play = play
        self._since_ms: Millis = 0
        self._line_seen = False
        self._speaking = False
        self._echo_ms: Millis = 0
        self._speech_ms: Millis = 0
        self._noise: list[float] = []
        self._speech: list[Samples] = []

    def handle(self, block: Block) -> None:
        """Take the next block."""
        match self._gate.hear(block):
            case SpeechStarted():
                self._speaking = True
            case SpeechStopped():
                self._speaking = False
            case None:
                pass
        match self.stage:
            case Stage.SETTLING:
                self._settle(block)
            case Stage.PLAYING:
                self._hear_echo(block)
            case Stage.LISTENING:
                self._hear_trainee(block)
            case Stage.DONE:
                pass

    def result(self) -> SoundCheckResult:
        """Return the verdict on what was heard so far."""
        heard = self._speech_ms >= ENOUGH_MS // 2
        speech = np.concatenate(self._speech) if self._speech else np.zeros(0, dtype=np.float32)
        level_db = rms_db(speech) if heard else None
        clipped = bool(np.any(np.abs(speech) >= CLIPPED))
        echo = self._echo_ms >= ECHO_MS
        return SoundCheckResult(
            heard=heard,
            level_db=level_db,
            noise_db=float(np.median(self._noise)) if self._noise else -100.0,
            echo=echo,
            clipped=clipped,
            verdict=_verdict(level_db, echo=echo, clipped=clipped),
        )

    def _settle(self, block: Block) -> None:
        self._noise.append(rms_db(block.heard))
        if block.end_ms >= SETTLE_MS:
            self.stage = Stage.PLAYING
            self._play()

    def _hear_echo(self, block: Block) -> None:
        self._echo_ms += BLOCK_MS if self._speaking else 0
        if block.line_ms is not None:
            self._line_seen = True
            self._since_ms = block.end_ms
        elif self._line_seen and block.end_ms - self._since_ms >= TAIL_MS:
            self._since_ms = block.end_ms
            self.stage = Stage.LISTENING

    def _hear_trainee(self, block: Block) -> None:
        if self._speaking:
            self._speech_ms += BLOCK_MS
            self._speech.append(block.heard)
        waited_ms = block.end_ms - self._since_ms
        if self._speech_ms >= ENOUGH_MS or waited_ms >= LISTEN_MS:
            self.stage = Stage.DONE


def _verdict(level_db: float | None, *, echo: bool, clipped: bool) -> str:
    if level_db is None:
        return (
            "I can't hear you. Check that the microphone is plugged in and not muted in the "
            "system's sound settings, or type your replies."
        )
    if clipped:
        heard = "I hear you, but too loud. Move back a little or turn the microphone down."
    elif level_db < QUIET_DB:
        heard = "I hear you, but only just. Come closer or turn the microphone up."
    else:
        heard = "I hear you well."
    if echo:
        return heard + " I hear the loudspeaker too: use a headset, or interruptions are not rated."
    return heard


class SoundCheckRun:
    """A sound check on a real audio line, in a thread of its own."""

    def __init__(
        self,
        make: Callable[[], tuple[AudioLine, NewGate, RenderedLine]],
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> None:
        """Begin at once.

        Args:
            make: Makes the line, the gate and what is played; called in the thread.
            level: Gets the microphone's level in dBFS, ten times a second.
            stage: Gets what the check is doing, as often as that changes.
            done: Gets the verdict, unless the check was cancelled.
        """
        self._make = make
        self._level = level
        self._stage = stage
        self._done = done
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sound check", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop without a verdict and let go of the devices."""
        self._cancelled.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            line, new_gate, spoken = self._make()
            try:
                result = self._check(line, SoundCheck(new_gate(), lambda: line.play(spoken)))
            finally:
                line.close()
        except Exception as problem:  # noqa: BLE001 - whatever it is, the verdict says it
            result = _unheard(str(problem))
        if not self._cancelled.is_set():
            self._done(result)

    def _check(self, line: AudioLine, check: SoundCheck) -> SoundCheckResult:
        line.open(self._inbox.put)
        levels: list[float] = []
        told: Stage | None = None
        while check.stage is not Stage.DONE and not self._cancelled.is_set():
            if told is not check.stage:
                told = check.stage
                self._stage(told)
            try:
                message = self._inbox.get(timeout=0.25)
            except Empty:
                if line.trouble:
                    return _unheard(line.trouble)
                continue
            for block in line.blocks(message):
                check.handle(block)
                levels = self._show([*levels, rms_db(block.heard)])
        return check.result()

    def _show(self, levels: list[float]) -> list[float]:
        if len(levels) < 100 // BLOCK_MS:
            return levels
        self._level(max(levels))
        return []


def _unheard(why: str) -> SoundCheckResult:
    return SoundCheckResult(
        heard=False, level_db=None, noise_db=-100.0, echo=False, clipped=False, verdict=why
    )
