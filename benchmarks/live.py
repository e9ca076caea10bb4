"""A live rehearsal over the virtual sound card, without a window, answered by recordings."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import numpy as np
import soundfile

from tests.support.soundcard import virtual_soundcard
from trainer import resources
from trainer.app import Program
from trainer.audio.recording import read_recording
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import SAMPLE_RATE, Samples
from trainer.conversation.turns import Phase
from trainer.records.folders import Folders
from trainer.rehearsal.call import LiveCall
from trainer.rehearsal.events import End, Finished, PhaseChanged, RehearsalEvent
from trainer.rehearsal.sound_check import SoundCheckResult

__all__ = ["reply_gaps"]

TINY = str(resources.asset("demo/vosk-model-tiny-synthetic-en"))
REPLIES = sorted(resources.asset("demo/replies").glob("*.flac"))
ROUNDS = 3
HEADSET = SoundCheckResult(
    heard=True, level_db=-20.0, noise_db=-75.0, clipped=False, verdict="The card has no echo."
)
QUIET = 0.01
"""Below this the null sinks play nothing but the room."""


def reply_gaps(seed: int) -> list[float]:
    """Return the gaps in ms from the trainee's last sample to the customer's first one."""
    gaps: list[float] = []
    with virtual_soundcard() as card, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        wavs = list(_as_wav(home))
        for number in range(ROUNDS):
            recording = home / f"{number}.flac"
            program = Program(Folders(home, home, home, home))
            scenario = program.library.scenario("lost-parcel")
            events: SimpleQueue[RehearsalEvent] = SimpleQueue()
            call = LiveCall(
                scenario,
                events.put,
                check=HEADSET,
                ears=program.ears(TINY),
                recording=recording,
                seed=seed + number,
            )
            rehearsal = program.rehearse_live(call, lambda _: None)
            replies = iter(wavs)
            while not isinstance(event := events.get(), Finished):
                if isinstance(event, PhaseChanged) and event.phase is Phase.WAITING:
                    if (wav := next(replies, None)) is None:
                        rehearsal.send(End("replies"))
                    else:
                        card.speak(wav)
            rehearsal.wait()
            program.close()
            gaps += _gaps(recording, event)
    return gaps


def _as_wav(folder: Path) -> Iterator[Path]:
    for path in REPLIES:
        wav = folder / f"{path.stem}.wav"
        soundfile.write(wav, to_16k(*read_sound(path)), SAMPLE_RATE)
        yield wav


def _gaps(recording: Path, finished: Finished) -> list[float]:
    tracks = read_recording(recording)
    return [
        gap
        for reply, line in zip(finished.timeline.replies, finished.timeline.lines[1:], strict=False)
        if (gap := _gap(tracks.trainee, tracks.customer, reply.start_ms, line.end_ms)) is not None
    ]


def _gap(trainee: Samples, customer: Samples, from_ms: int, until_ms: int) -> float | None:
    window = slice(from_ms * 16, until_ms * 16)
    spoken = np.flatnonzero(np.abs(trainee[window]) > QUIET)
    answered = np.flatnonzero(np.abs(customer[window]) > QUIET)
    if not len(spoken) or not len(answered):
        return None
    last = spoken[spoken < answered[0]]
    return float(answered[0] - last[-1]) / 16 if len(last) else None
