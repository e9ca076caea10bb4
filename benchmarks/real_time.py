"""One dialogue in real time, over the virtual sound card, with an echo from it."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

import numpy as np

from benchmarks.acoustics import Clip, Mouth
from benchmarks.calls import (
    Call,
    Check,
    Made,
    Prepared,
    Switches,
    dialogue_voice,
    listening_ears,
    make_rehearsal,
)
from benchmarks.dialogues import Dialogue
from benchmarks.spoken import SPOKEN_DB
from benchmarks.trainee import Said, Trainee, Truth
from tests.support.soundcard import SoundCard
from trainer.audio.devices import SoundSystem
from trainer.audio.recording import FlacRecorder, read_recording
from trainer.audio.stream import DuplexLine
from trainer.conversation.blocks import BLOCK_MS, BLOCK_SAMPLES, SAMPLE_RATE, Block, Samples
from trainer.conversation.lines import RenderedLine
from trainer.conversation.timeline import Timeline
from trainer.rehearsal import live
from trainer.rehearsal.events import PhaseChanged, RehearsalEvent
from trainer.rehearsal.ports import AudioLine, Deliver
from trainer.rehearsal.workers import Post, ThreadedEars
from trainer.speech.vosk_ears import VoskModel

__all__ = ["InRealTime", "lag_of", "play_in_real_time"]

AHEAD_BLOCKS = 5
"""The trainee's sound is handed over this early, lest it run dry."""

PIPE_BYTES = 16_384
"""A quarter of a second of the trainee's sound."""

NEVER_S = 100_000
"""The loop is not to change its own speed meanwhile: it would make 200 ppm of drift that wavers,
twice what two sound cards differ by. Both virtual devices go by one clock."""

LONGEST_LAG = SAMPLE_RATE // 2
COMPARED = SAMPLE_RATE
"""So much of what was said is looked for in the recording."""


@dataclass(frozen=True, slots=True)
class InRealTime:
    """A call, and what the sound card lost of it."""

    call: Call
    xruns: int
    dropped_blocks: int


def play_in_real_time(
    dialogue: Dialogue, card: SoundCard, model: VoskModel, folder: Path
) -> InRealTime:
    """Play the dialogue through the live engine."""
    with _microphone(card) as speak, _echo(card, dialogue):
        return _play(_TraineeLine(dialogue, speak), dialogue, model, folder)


def _play(line: "_TraineeLine", dialogue: Dialogue, model: VoskModel, folder: Path) -> InRealTime:
    recording = folder / "call.flac"
    recording.unlink(missing_ok=True)
    made: list[Made] = []
    ended: list[Timeline | None] = []
    events: list[RehearsalEvent] = []

    def make(audio_line: AudioLine, post: Post) -> live.Made:
        check = Check(line.hear_check(), dialogue.room.trainee_db)
        ears = ThreadedEars(model.recogniser, post, listening_ears(model))
        recorder = FlacRecorder(recording)
        voice = dialogue_voice(dialogue, post)
        prepared = Prepared(audio_line, ears, voice, dialogue, check, recorder)
        made.append(make_rehearsal(prepared, Switches()))
        return live.Made(made[0].parts, made[0].plan, [ears.stop, recorder.close])

    live.LiveRehearsal(line, make, events.append, ended.append).wait()
    timeline = ended[0]
    if timeline is None or not timeline.lines:
        raise SystemExit(f"The rehearsal came to nothing: {events}")
    heard = read_recording(recording).trainee
    call = Call(
        truth=_as_heard(line.trainee.truth, heard),
        timeline=timeline,
        onsets=tuple(made[0].gate.onsets),
        phases=tuple(event for event in events if isinstance(event, PhaseChanged)),
        unexpected=0,
        front_s=made[0].gate.taken_s + made[0].canceller.taken_s,
        handling_s=0.0,
    )
    return InRealTime(call, line.xruns, line.dropped_blocks)


class _TraineeLine(DuplexLine):
    """The real line, whose blocks also drive the trainee.

    It stays open from the sound check to the end of the rehearsal, so that the echo's delay stays
    what it was.
    """

    def __init__(self, dialogue: Dialogue, speak: Callable[[Samples], None]) -> None:
        super().__init__(SoundSystem())
        self._dialogue = dialogue
        self._speak = speak
        self._mouth, self._noises = Mouth(), Mouth()
        self.trainee = Trainee(dialogue, self._mouth, self._noises)
        self._deliver: Deliver = lambda _: None
        self._is_open = False
        self._next_ms: int | None = None

    def open(self, deliver: Deliver) -> None:
        """Open the devices where they are closed; else only turn the messages to another inbox."""
        self._deliver = deliver
        if not self._is_open:
            super().open(self._pass_on)
            self._is_open = True

    def close(self) -> None:
        """Let go of the devices, to open them again when they have gone quiet."""
        self._is_open = False
        super().close()

    def _pass_on(self, message: object) -> None:
        self._deliver(message)

    def hear_check(self) -> tuple[Block, ...]:
        """Play the sound check's line; return what was played and heard."""
        inbox: SimpleQueue[object] = SimpleQueue()
        self.open(inbox.put)
        for _ in range(AHEAD_BLOCKS):
            self._speak(self._mouth.take())
        heard: list[Block] = []
        wanted = (self._dialogue.check.length_ms + 1_500) // BLOCK_MS
        while len(heard) < wanted:
            if len(heard) >= 25 and self._next_ms is None:
                self._next_ms = 0
                super().play(self._dialogue.check)
            for block in super().blocks(inbox.get(timeout=5)):
                heard.append(block)
                self._speak(np.zeros(BLOCK_SAMPLES, dtype=np.float32))
        self._next_ms, self._mouth.sample = 0, 0
        return tuple(heard)

    def play(self, line: RenderedLine) -> None:
        """Play the line, and let the trainee know which it is."""
        self.trainee.load(line)
        super().play(line)

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Return the blocks; for each, the trainee says the next 20 ms."""
        blocks = super().blocks(message)
        for block in blocks:
            stamped = replace(block, start_ms=self._next_ms or 0)
            self._next_ms = stamped.end_ms
            self._speak(self._mouth.take() + self._noises.take())
            self.trainee.after_block(stamped)
        return blocks


@contextmanager
def _microphone(card: SoundCard) -> Iterator[Callable[[Samples], None]]:
    """Keep a stream into the microphone; what it is given is heard a little later."""
    command = ["pacat", "--device=micsink", "--format=float32le", "--channels=1"]
    command += [f"--rate={SAMPLE_RATE}", "--latency-msec=60", "--raw", "--playback"]
    with subprocess.Popen(
        command, env=card.environment, stdin=subprocess.PIPE, pipesize=PIPE_BYTES
    ) as stream:
        assert stream.stdin is not None
        pipe = stream.stdin.fileno()
        os.set_blocking(pipe, False)

        def speak(samples: Samples) -> None:
            with suppress(BlockingIOError):  # a pipe that is full would come later and later
                os.write(pipe, samples.astype(np.float32).tobytes())

        try:
            yield speak
        finally:
            stream.terminate()


@contextmanager
def _echo(card: SoundCard, dialogue: Dialogue) -> Iterator[None]:
    """Let the microphone hear the loudspeaker beside the trainee, as loud as the room has it."""
    ratio_db = dialogue.room.ratio_db
    if ratio_db is None:
        yield
        return
    wanted_db = dialogue.room.trainee_db - ratio_db - SPOKEN_DB
    module = _pactl(
        card,
        *("load-module", "module-loopback", "source=speaker.monitor", "sink=micsink"),
        *("latency_msec=40", f"adjust_time={NEVER_S}"),
    )
    inputs = _pactl(card, "list", "short", "sink-inputs").splitlines()
    loop = next(one.split()[0] for one in inputs if "module-loopback" in one)
    _pactl(card, "set-sink-input-volume", loop, f"{wanted_db:.1f}dB")
    try:
        yield
    finally:
        _pactl(card, "unload-module", module)


def _pactl(card: SoundCard, *command: str) -> str:
    return subprocess.run(
        ["pactl", *command],
        env=card.environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=10,
    ).stdout.strip()


def _as_heard(truth: Truth, heard: Samples) -> Truth:
    """Return the truth with the trainee's sound where the recording has it."""
    lags = [lag_of(said.clips[0], heard) for said in truth.said]
    usual = int(np.median(lags)) if lags else 0
    near = [lag if abs(lag - usual) < SAMPLE_RATE // 20 else usual for lag in lags]
    moved = [_later(said, lag) for said, lag in zip(truth.said, near, strict=True)]
    return Truth(truth.noises, truth.lines, moved)


def lag_of(clip: Clip, heard: Samples) -> int:
    """Return how many samples after its time the clip is heard, by cross-correlation."""
    sound = clip.samples[:COMPARED]
    window = heard[clip.start : clip.start + len(sound) + LONGEST_LAG]
    if len(window) < len(sound):
        return 0
    size = 1 << (len(window) + len(sound)).bit_length()
    spectrum = np.fft.rfft(window, size) * np.conj(np.fft.rfft(sound, size))
    return int(np.argmax(np.fft.irfft(spectrum, size)[:LONGEST_LAG]))


def _later(said: Said, lag: int) -> Said:
    clips = tuple(replace(clip, start=clip.start + lag) for clip in said.clips)
    return Said(said.what, clips, said.planned_end + lag)
