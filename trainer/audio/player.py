"""Plays a stretch of sound for the review page, without ever keeping its caller waiting."""

import threading
import time
from collections.abc import Callable

import numpy as np

from trainer.audio.devices import (
    Device,
    Direction,
    Flags,
    Frames,
    OpenStream,
    SoundSystem,
    StreamCallback,
    StreamPlan,
    choose_loudspeaker,
    usual_rates,
)
from trainer.audio.playing import Playback
from trainer.audio.problems import DEVICE_GONE, AudioProblem
from trainer.conversation.blocks import Samples

__all__ = ["Finished", "Player"]

TAIL_S = 0.05
"""How long the device may need, beside its own latency, to play what it was given last."""

LONGEST_WAIT_S = 2.0

Finished = Callable[[str], None]
"""Is told once that the sound is over, with what went wrong or an empty string; it is called from
the player's own thread."""


class Player:
    """Plays one sound at a time on the loudspeaker."""

    def __init__(self, system: SoundSystem, loudspeaker: str = "") -> None:
        """Prepare; no device is opened before there is something to play.

        Args:
            system: The process's one door to PortAudio.
            loudspeaker: Remembered label or name; empty for the system's choice.
        """
        self._system = system
        self._loudspeaker = loudspeaker
        self._playing: _Playing | None = None

    def play(self, samples: Samples, rate: int, finished: Finished) -> None:
        """Start to play and return at once; what was playing stops."""
        self.stop()
        self._playing = _Playing(self._system, self._loudspeaker, finished)
        self._playing.start(samples, rate)

    def stop(self) -> None:
        """Fade out what is playing and return at once; its `finished` is still called."""
        if self._playing is not None:
            self._playing.stop()

    def close(self) -> None:
        """Stop, and wait until the device is let go of."""
        self.stop()
        if self._playing is not None:
            self._playing.wait()

    @property
    def playing(self) -> bool:
        """Whether a sound is being played."""
        return self._playing is not None and self._playing.alive


class _Playing:
    """One sound on its way through one stream, from its own thread."""

    def __init__(self, system: SoundSystem, loudspeaker: str, finished: Finished) -> None:
        self._system = system
        self._loudspeaker = loudspeaker
        self._finished = finished
        self._stopped = False
        self._silent = False
        self._gone = False
        self._thread: threading.Thread | None = None

    def start(self, samples: Samples, rate: int) -> None:
        self._thread = threading.Thread(
            target=self._run, args=(samples, rate), name="player", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stopped = True

    def wait(self) -> None:
        if self._thread is not None:
            self._thread.join(LONGEST_WAIT_S)

    @property
    def alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _run(self, samples: Samples, rate: int) -> None:
        problem = ""
        try:
            self._play(samples, rate)
        except AudioProblem as error:
            problem = str(error)
        self._finished(problem)

    def _play(self, samples: Samples, rate: int) -> None:
        device = choose_loudspeaker(self._system.devices(), self._loudspeaker)
        playback, stream = self._opened(device)
        try:
            playback.play(samples, rate)
            stream.start()
            self._await_silence(playback, len(samples) / rate)
            if not self._stopped:
                time.sleep(stream.latency_ms / 1000 + TAIL_S)
        finally:
            stream.close()

    def _opened(self, device: Device) -> tuple[Playback, OpenStream]:
        side = Direction(device, min(2, device.outputs))
        problem: AudioProblem | None = None
        for rate in usual_rates(device):
            playback = Playback(rate)
            try:
                stream = self._system.open(
                    StreamPlan(rate, played=side), self._callback(playback), self._finish
                )
            except AudioProblem as error:
                problem = problem or error
            else:
                return playback, stream
        raise problem or AudioProblem(DEVICE_GONE)

    def _callback(self, playback: Playback) -> StreamCallback:
        def called(_heard: Frames | None, played: Frames | None, _flags: Flags) -> None:
            if played is not None:
                taken = playback.take(len(played))
                played[:] = taken.samples[:, np.newaxis]
                self._silent = taken.line_frame is None

        return called

    def _finish(self) -> None:
        self._gone = True

    def _await_silence(self, playback: Playback, length_s: float) -> None:
        latest = time.monotonic() + length_s + LONGEST_WAIT_S
        while not self._silent:
            if self._gone or time.monotonic() > latest:
                raise AudioProblem(DEVICE_GONE)
            if self._stopped:
                playback.hush()
            time.sleep(0.01)
