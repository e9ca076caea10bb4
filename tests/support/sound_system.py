"""A `SoundSystem` without sound: streams that call back when the test says so."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from trainer.audio.devices import Device, Direction, Frames, SoundSystem, StreamCallback, StreamPlan
from trainer.audio.problems import AudioProblem
from trainer.conversation.blocks import Samples

__all__ = ["HEADSET", "FakeStream", "FakeSystem", "Flagged"]

HEADSET = Device(0, "headset", "Core Audio", 1, 2, 48_000, default_input=True, default_output=True)


@dataclass(frozen=True)
class Flagged:
    """PortAudio's flags of one callback."""

    input_overflow: bool = False
    output_underflow: bool = False


@dataclass
class FakeStream:
    """A stream that is turned by hand.

    Attributes:
        spoken: What the loudspeaker was given, callback by callback.
    """

    plan: StreamPlan
    callback: StreamCallback
    finished: Callable[[], None]
    dead: bool = False
    turns: int = 1
    latency_ms: int = 40
    started: bool = False
    closed: int = 0
    spoken: list[Samples] = field(default_factory=list)

    def start(self) -> None:
        """Call back, as a stream that lives does soon."""
        self.started = True
        for _ in range(0 if self.dead else self.turns):
            self.turn()

    def turn(self, heard: float = 0.25, flags: Flagged | None = None) -> None:
        """Let one callback take place, in which the microphone hears this level."""
        ears = self._room(self.plan.heard, heard)
        mouth = self._room(self.plan.played, 9)
        self.callback(ears, mouth, flags or Flagged())
        if mouth is not None:
            self.spoken.append(mouth[:, -1])

    def _room(self, side: Direction | None, level: float) -> Frames | None:
        if side is None:
            return None
        return np.full((self.plan.rate // 50, side.channels), level, dtype=np.float32)

    def end(self) -> None:
        """End by itself, as when the device is unplugged."""
        self.finished()

    def close(self) -> None:
        """Count."""
        self.closed += 1


class FakeSystem(SoundSystem):
    """Gives fake streams on its devices, and refuses the plans that the test wants refused."""

    def __init__(
        self,
        *devices: Device,
        refuses: Callable[[StreamPlan], bool] = lambda _plan: False,
        dead: Callable[[StreamPlan], bool] = lambda _plan: False,
        turns: int = 1,
    ) -> None:
        super().__init__()
        self._devices = devices
        self._refuses = refuses
        self._dead = dead
        self._turns = turns
        self.streams: list[FakeStream] = []
        self.refused: list[StreamPlan] = []

    def devices(self) -> tuple[Device, ...]:
        """Return the test's devices."""
        return self._devices

    def refresh(self) -> tuple[Device, ...]:
        """Return the same: nothing is plugged in."""
        return self._devices

    def open(
        self, plan: StreamPlan, callback: StreamCallback, finished: Callable[[], None]
    ) -> FakeStream:
        """Open a fake stream, or refuse."""
        if self._refuses(plan):
            self.refused.append(plan)
            raise AudioProblem("refused")
        stream = FakeStream(plan, callback, finished, self._dead(plan), self._turns)
        self.streams.append(stream)
        return stream
