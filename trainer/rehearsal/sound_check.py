"""The sound check: is the trainee heard, and can they be told from the loudspeaker?

First the customer's voice says a line while the trainee is silent: that tells the room, the echo,
its delay and the drift of the clocks. Then the trainee reads a sentence: that is their own pace,
loudness and pitch, with which later ones are compared.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from queue import Empty, SimpleQueue

import numpy as np

from trainer.audio.echo_calibration import EchoState, calibrated
from trainer.audio.level import FLOOR_DB, rms_db
from trainer.audio.pitch import pitch_of
from trainer.audio.speaking import SpeechMeter, articulation_of
from trainer.conversation.blocks import BLOCK_MS, Block, Millis, Samples
from trainer.conversation.lines import RenderedLine
from trainer.conversation.timeline import Baseline
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.conversation.words import Span
from trainer.rehearsal.ports import AudioLine, Gate, NewGate

__all__ = [
    "SENTENCE",
    "Duplex",
    "SoundCheck",
    "SoundCheckResult",
    "SoundCheckRun",
    "Stage",
]

SETTLE_MS: Millis = 500
"""Room noise is measured for this long before anything is played."""

TAIL_MS: Millis = 400
"""After the line ends its echo may still be heard."""

SENTENCE = "I would like to help you with that, so please tell me what happened."
"""What the trainee reads, as they would say it to a customer."""

ENOUGH_MS: Millis = 1_000
"""Once the trainee has been heard for this long, the next pause ends the check."""

PAUSE_MS: Millis = 700
"""A pause of this length ends the sentence."""

CANCELLED_DB = 10.0
"""An echo that is made less loud by this much can be told from the trainee."""

NEAR_NOISE_DB = 6.0
"""So little above the room's noise an echo can't be made any quieter, and does no harm."""

DRIFT_PPM = 200.0
"""Clocks that are further apart than this break every canceller (FACTS of the libraries)."""

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


class Duplex(StrEnum):
    """How the trainee can be listened to while the customer speaks."""

    HEADSET = "headset"
    OPEN = "open loudspeakers"
    HALF = "half duplex"


@dataclass(frozen=True, slots=True)
class SoundCheckResult:
    """What the sound check has found.

    Attributes:
        heard: Speech was heard.
        level_db: Loudness of that speech, dBFS; None when nothing was heard.
        noise_db: Loudness of the room, dBFS.
        clipped: Speech was so loud that it was cut off at full scale.
        verdict: One to three sentences with what to do.
        duplex: How the trainee can be listened to while the customer speaks.
        echo_db: Loudness of the loudspeaker in the microphone, dBFS; None when it is not heard.
        echo: What the echo guard has learned of the room; None when nothing was played.
        baseline: The trainee's own voice.
    """

    heard: bool
    level_db: float | None
    noise_db: float
    clipped: bool
    verdict: str
    duplex: Duplex = Duplex.HEADSET
    echo_db: float | None = None
    echo: EchoState | None = None
    baseline: Baseline = field(default=Baseline())

    @property
    def delay_ms(self) -> float | None:
        """How late the echo comes."""
        return self.echo.delay_ms if self.echo and self.echo.echoes else None

    @property
    def drift_ppm(self) -> float | None:
        """How much faster the microphone's clock runs than the loudspeaker's."""
        return self.echo.drift_ppm if self.echo and self.echo.echoes else None


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
        self._gate_says: SpeechStarted | SpeechStopped | None = None
        self._began_ms: Millis | None = None
        self._ended_ms: Millis | None = None
        self._noise: list[float] = []
        self._calibration: list[Block] = []
        self._speech: list[Samples] = []
        self._meter = SpeechMeter()
        self._echo: EchoState | None = None

    def handle(self, block: Block) -> None:
        """Take the next block."""
        self._gate_says = self._gate.hear(block) or self._gate_says
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
        speech = np.concatenate(self._speech) if self._speech else np.zeros(0, dtype=np.float32)
        heard = self._heard_ms >= ENOUGH_MS // 2
        clipped = bool(np.any(np.abs(speech) >= CLIPPED))
        baseline = self._baseline(speech) if heard else Baseline()
        noise_db = float(np.median(self._noise)) if self._noise else FLOOR_DB
        echo_db = self._echo_db()
        duplex = _duplex(self._echo, echo_db, noise_db)
        return SoundCheckResult(
            heard=heard,
            level_db=baseline.level_db,
            noise_db=noise_db,
            clipped=clipped,
            verdict=_verdict(baseline.level_db, duplex, clipped=clipped),
            duplex=duplex,
            echo_db=echo_db,
            echo=self._echo,
            baseline=baseline,
        )

    def _baseline(self, speech: Samples) -> Baseline:
        pitch = pitch_of(speech)
        voiced = pitch[pitch > 0]
        return Baseline(
            words_per_minute=self._pace(),
            level_db=rms_db(speech),
            pitch_hz=float(np.median(voiced)) if len(voiced) else None,
            articulation_rate=self._articulation(),
        )

    def _pace(self) -> float | None:
        if self._began_ms is None or self._ended_ms is None:
            return None
        return len(SENTENCE.split()) * 60_000 / max(1, self._ended_ms - self._began_ms)

    def _articulation(self) -> float | None:
        if self._began_ms is None or self._ended_ms is None:
            return None
        sound = self._meter.sound((Span(self._began_ms, self._ended_ms),))
        return articulation_of(sound) if sound else None

    def _echo_db(self) -> float | None:
        if self._echo is None or not self._echo.echoes:
            return None
        return rms_db(np.concatenate([block.heard for block in self._calibration]))

    def _settle(self, block: Block) -> None:
        self._noise.append(rms_db(block.heard))
        if block.end_ms >= SETTLE_MS:
            self.stage = Stage.PLAYING
            self._play()

    def _hear_echo(self, block: Block) -> None:
        self._calibration.append(block)
        if block.line_ms is not None:
            self._line_seen = True
            self._since_ms = block.end_ms
        elif self._line_seen and block.end_ms - self._since_ms >= TAIL_MS:
            self._since_ms = block.end_ms
            self._echo = self._calibrated()
            self.stage = Stage.LISTENING

    def _calibrated(self) -> EchoState:
        return calibrated(
            np.concatenate([block.played for block in self._calibration]),
            np.concatenate([block.heard for block in self._calibration]),
        )

    def _hear_trainee(self, block: Block) -> None:
        waited_ms = block.end_ms - self._since_ms
        self._meter.hear(block)
        match self._gate_says:
            case SpeechStarted() as started if started.known_ms > self._since_ms:
                self._began_ms = self._began_ms or started.at_ms
                self._speech.append(block.heard)
                over = waited_ms >= 2 * LISTEN_MS
            case SpeechStopped() as stopped if self._began_ms is not None:
                self._ended_ms = stopped.at_ms
                paused = block.end_ms - stopped.at_ms >= PAUSE_MS
                over = (self._heard_ms >= ENOUGH_MS and paused) or waited_ms >= LISTEN_MS
            case _:
                over = waited_ms >= LISTEN_MS
        if over:
            self.stage = Stage.DONE

    @property
    def _heard_ms(self) -> Millis:
        return len(self._speech) * BLOCK_MS


def _duplex(echo: EchoState | None, echo_db: float | None, noise_db: float) -> Duplex:
    if echo is None or echo_db is None:
        return Duplex.HEADSET
    left_db = echo_db - echo.erle_db
    cancelled = echo.erle_db >= CANCELLED_DB or left_db <= noise_db + NEAR_NOISE_DB
    told_apart = cancelled and abs(echo.drift_ppm) <= DRIFT_PPM
    return Duplex.OPEN if told_apart else Duplex.HALF


def _verdict(level_db: float | None, duplex: Duplex, *, clipped: bool) -> str:
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
    return f"{heard} {_ABOUT_LOUDSPEAKER[duplex]}"


_ABOUT_LOUDSPEAKER = {
    Duplex.HEADSET: "The loudspeaker does not reach the microphone, as it should be.",
    Duplex.OPEN: "I hear the loudspeaker too, and can tell it from you.",
    Duplex.HALF: (
        "The loudspeaker drowns you, so I don't listen while the customer speaks, and "
        "interruptions are not rated. Use a headset, or turn the loudspeaker down."
    ),
}


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
        heard=False, level_db=None, noise_db=FLOOR_DB, clipped=False, verdict=why
    )
