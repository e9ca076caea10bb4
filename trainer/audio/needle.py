"""Shows how loud a microphone is, for as long as somebody looks, without keeping anything."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from trainer.audio.devices import (
    Device,
    Direction,
    Flags,
    Frames,
    OpenStream,
    SoundSystem,
    StreamPlan,
    choose_microphone,
    usual_rates,
)
from trainer.audio.level import rms_db
from trainer.audio.problems import DEVICE_GONE, AudioProblem
from trainer.conversation.blocks import Samples

__all__ = ["Needle"]

BLOCKS_AT_ONCE = 5
"""A tenth of a second: what a level line draws at a time."""

SILENT_S = 5.0
"""A Bluetooth headset takes 2 to 3 s before it sends anything."""


class Needle:
    """Opens a microphone in a thread of its own and tells its loudness ten times a second.

    Args:
        system: The process's one door to PortAudio.
        microphone: Remembered label or name; empty for the system's choice.
        level: Is given dB of full scale.
        ended: Is told once that nothing is heard any more, and why; empty when it was stopped.
    """

    def __init__(
        self,
        system: SoundSystem,
        microphone: str,
        level: Callable[[float], None],
        ended: Callable[[str], None],
    ) -> None:
        self._system, self._microphone = system, microphone
        self._level, self._ended = level, ended
        self._heard: SimpleQueue[Samples | None] = SimpleQueue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="needle", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let go of the microphone; returns at once."""
        self._stopped.set()
        self._heard.put(None)

    def wait(self) -> None:
        """Wait until the microphone is let go of."""
        self._thread.join()

    def _run(self) -> None:
        problem = ""
        try:
            self._listen()
        except AudioProblem as error:
            problem = str(error)
        self._ended(problem)

    def _listen(self) -> None:
        stream = self._opened(choose_microphone(self._system.devices(), self._microphone))
        try:
            stream.start()
            self._follow()
        finally:
            stream.close()

    def _opened(self, device: Device) -> OpenStream:
        problem: AudioProblem | None = None
        for rate in usual_rates(device):
            plan = StreamPlan(rate, heard=Direction(device, 1))
            try:
                return self._system.open(plan, self._take, lambda: self._heard.put(None))
            except AudioProblem as error:
                problem = problem or error
        raise problem or AudioProblem(DEVICE_GONE)

    def _take(self, heard: Frames | None, _played: Frames | None, _flags: Flags) -> None:
        if heard is not None:
            self._heard.put(heard[:, 0].copy())

    def _follow(self) -> None:
        loudest: list[float] = []
        while not self._stopped.is_set():
            try:
                samples = self._heard.get(timeout=SILENT_S)
            except Empty:
                samples = None
            if self._stopped.is_set():
                return
            if samples is None:
                raise AudioProblem(DEVICE_GONE)
            loudest.append(rms_db(samples))
            if len(loudest) == BLOCKS_AT_ONCE:
                self._level(max(loudest))
                loudest.clear()
