"""Microphone and loudspeaker on one timeline: the full-duplex line over PortAudio.

The callback copies what was heard, takes the next stretch to play and delivers one frozen message;
everything else is done on the rehearsal's thread.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from trainer.audio.captures import BlockCutter, Capture, Heard, Played
from trainer.audio.devices import (
    USUAL_RATE,
    Device,
    Direction,
    Flags,
    Frames,
    OpenStream,
    SoundSystem,
    StreamPlan,
    choose_loudspeaker,
    choose_microphone,
    usual_rates,
)
from trainer.audio.playing import Playback
from trainer.audio.problems import DEVICE_GONE, AudioProblem
from trainer.conversation.blocks import Block, Millis
from trainer.conversation.lines import RenderedLine

__all__ = ["DuplexLine"]

BETTER_APART = ("ALSA",)
"""Where a duplex stream loses sound: over ALSA's way to PulseAudio, 11 of 16 lines of 2 s had gaps
that added up to 2-22 ms, unseen by PortAudio; with two streams 0 of 22 had."""

FIRST_CALLBACK_S = 5.0
"""A Bluetooth headset takes 2 to 3 s to change from music to a call."""

QUIET_S = 0.5
MUTED_MS: Millis = 5_000
MOST_LATE = 1_000_000.0

MUTED = (
    "The microphone sends nothing at all: it is muted. Switch it on at the headset or in the "
    "system's sound settings, or choose another microphone."
)
NO_CALLBACK = (
    "The sound device opened but stays dead. Unplug it and plug it in again, or choose another "
    "one, then try again."
)


class _NoCallback(AudioProblem):
    """A stream opened and stays dead: other rates won't wake it, other streams might."""


class DuplexLine:
    """The `AudioLine` over real devices.

    Opens one stream for both directions, so that what was heard and what was played belong to the
    same instant. Where the devices don't go together, or one stream is known to lose sound, it
    opens two and pairs them by count.
    """

    def __init__(
        self,
        system: SoundSystem,
        microphone: str = "",
        loudspeaker: str = "",
        *,
        listens: bool = True,
    ) -> None:
        """Prepare a line; nothing is opened yet.

        Args:
            system: The process's one door to PortAudio.
            microphone: Remembered label or name; empty for the system's choice.
            loudspeaker: Likewise.
            listens: False for replies that are typed: no microphone is opened or needed.
        """
        self._system = system
        self._microphone = microphone
        self._loudspeaker = loudspeaker
        self._listens = listens
        self._run: _Run | None = None

    def open(self, deliver: Callable[[object], None]) -> None:
        """Start the devices and wait for their first callback.

        Raises:
            NoMicrophone: There is nothing to hear with.
            AudioProblem: No usable device; the message says what to do.
        """
        self.close()
        devices = self._system.devices()
        played = choose_loudspeaker(devices, self._loudspeaker)
        heard = choose_microphone(devices, self._microphone) if self._listens else None
        self._run = _first_that_runs(self._system, heard, played, deliver)

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Turn a delivered message into the whole blocks it completes."""
        if self._run is None or not isinstance(message, Capture) or message.source != self._run:
            return ()
        return self._run.blocks(message)

    def play(self, line: RenderedLine) -> None:
        """Start the line with the next block; a line that is playing is replaced."""
        if self._run is not None:
            self._run.playback.play(line.samples, line.rate)

    def raise_voice(self, by_db: float) -> None:
        """Play the rest of the line louder, as far as full scale allows."""
        if self._run is not None:
            self._run.playback.raise_voice(by_db)

    def hush(self) -> None:
        """Fade out what is playing within 20 ms."""
        if self._run is not None:
            self._run.playback.hush()

    def close(self) -> None:
        """Stop the stream and let go of the devices; may be called twice."""
        if self._run is not None:
            self._run.close()

    @property
    def trouble(self) -> str:
        """What is wrong now in one sentence with its mend; empty when all is well."""
        return "" if self._run is None else self._run.trouble

    @property
    def dropped_blocks(self) -> int:
        """How many blocks were lost since the line was opened."""
        return 0 if self._run is None else self._run.lost.blocks

    @property
    def xruns(self) -> int:
        """How often the device had to skip or repeat since the line was opened."""
        return 0 if self._run is None else self._run.lost.xruns

    @property
    def latency_ms(self) -> Millis:
        """How long a sound takes through loudspeaker and microphone, as the system tells it."""
        return 0 if self._run is None else self._run.latency_ms

    @property
    def description(self) -> str:
        """Devices, rate and kind of stream in one line, for the doctor and the sound check."""
        return "" if self._run is None else self._run.plans.description


@dataclass(frozen=True, slots=True)
class _Plans:
    """One plan a stream: one for a duplex stream, two when they are apart."""

    streams: tuple[StreamPlan, ...]

    @property
    def heard_rate(self) -> int | None:
        return next((plan.rate for plan in self.streams if plan.heard), None)

    @property
    def played_rate(self) -> int:
        return next(plan.rate for plan in self.streams if plan.played)

    @property
    def description(self) -> str:
        return " + ".join(
            " and ".join(side.device.label for side in (plan.heard, plan.played) if side)
            + f" at {plan.rate} Hz"
            for plan in self.streams
        )


@dataclass(slots=True)
class _Lost:
    """What the callbacks had to drop; each count has one writer."""

    messages: int = 0
    overflows: int = 0
    underflows: int = 0

    @property
    def blocks(self) -> int:
        return self.messages + self.overflows

    @property
    def xruns(self) -> int:
        return self.overflows + self.underflows


@dataclass(slots=True)
class _Side:
    """How far one callback has come; only that callback writes it."""

    heard_frames: int = 0
    played_frames: int = 0
    last_s: float = 0.0


@dataclass(slots=True, eq=False)
class _Run:
    """One opening of the line, from the first callback to the last."""

    plans: _Plans
    playback: Playback
    cutter: BlockCutter
    deliver: Callable[[object], None]
    lost: _Lost = field(default_factory=_Lost)
    sides: list[_Side] = field(default_factory=list)
    streams: list[OpenStream] = field(default_factory=list)
    ended: bool = False
    closed: bool = False
    heard_anything: bool = False
    cut_ms: Millis = 0

    def start(self, system: SoundSystem) -> None:
        """Open every stream and wait until each has called back."""
        try:
            for plan in self.plans.streams:
                side = _Side()
                self.streams.append(system.open(plan, self._callback(side), self._finished))
                self.sides.append(side)
            for stream in self.streams:
                stream.start()
            self._await_callbacks()
        except AudioProblem:
            self.close()
            raise

    def blocks(self, capture: Capture) -> tuple[Block, ...]:
        """Cut the capture, and note whether the microphone gives any sound at all."""
        if capture.heard is not None and not self.heard_anything:
            self.heard_anything = bool(capture.heard.samples.any())
        blocks = self.cutter.cut(capture)
        if blocks:
            self.cut_ms = blocks[-1].end_ms
        return blocks

    def close(self) -> None:
        """Stop every stream, once."""
        self.closed = True
        while self.streams:
            self.streams.pop().close()

    @property
    def trouble(self) -> str:
        if self.closed:
            return ""
        if self.ended or self._quiet_s > QUIET_S:
            return DEVICE_GONE
        if self.plans.heard_rate and not self.heard_anything and self.cut_ms >= MUTED_MS:
            return MUTED
        return ""

    @property
    def latency_ms(self) -> Millis:
        return sum(stream.latency_ms for stream in self.streams)

    @property
    def _quiet_s(self) -> float:
        # The one place where the wall clock is right: no callback, no audio time.
        now = time.monotonic()
        return max((now - side.last_s for side in self.sides), default=MOST_LATE)

    def _await_callbacks(self) -> None:
        latest = time.monotonic() + FIRST_CALLBACK_S
        while not all(side.last_s for side in self.sides):
            if self.ended or time.monotonic() > latest:
                raise _NoCallback(NO_CALLBACK)
            time.sleep(0.005)

    def _finished(self) -> None:
        self.ended = True

    def _callback(self, side: _Side) -> Callable[[Frames | None, Frames | None, Flags], None]:
        def called(heard: Frames | None, played: Frames | None, flags: Flags) -> None:
            side.last_s = time.monotonic()
            self._count(flags)
            capture = Capture(
                self,
                None if heard is None else _copied(heard, side),
                None if played is None else _filled(played, side, self.playback),
            )
            try:
                self.deliver(capture)
            except Exception:  # noqa: BLE001 - an exception would end the stream; it is counted
                self.lost.messages += 1

        return called

    def _count(self, flags: Flags) -> None:
        if flags.input_overflow:
            self.lost.overflows += 1
        if flags.output_underflow:
            self.lost.underflows += 1


def _copied(heard: Frames, side: _Side) -> Heard:
    first, side.heard_frames = side.heard_frames, side.heard_frames + len(heard)
    return Heard(first, heard[:, 0].copy())


def _filled(played: Frames, side: _Side, playback: Playback) -> Played:
    taken = playback.take(len(played))
    played[:] = taken.samples[:, np.newaxis]
    first, side.played_frames = side.played_frames, side.played_frames + len(played)
    return Played(first, taken.samples, taken.line_frame, taken.line_frames)


def _first_that_runs(
    system: SoundSystem, heard: Device | None, played: Device, deliver: Callable[[object], None]
) -> _Run:
    """Try one plan after the other; the first problem is what is told."""
    problem: AudioProblem | None = None
    dead: set[int] = set()
    for plans in _plans(heard, played):
        if len(plans.streams) in dead:
            continue
        try:
            return _started(plans, system, deliver)
        except _NoCallback as error:
            problem = problem or error
            dead.add(len(plans.streams))
        except AudioProblem as error:
            problem = problem or error
    raise problem or AudioProblem(NO_CALLBACK)


def _started(plans: _Plans, system: SoundSystem, deliver: Callable[[object], None]) -> _Run:
    cutter = BlockCutter(plans.heard_rate, plans.played_rate)
    run = _Run(plans, Playback(plans.played_rate), cutter, deliver)
    run.start(system)
    return run


def _plans(heard: Device | None, played: Device) -> Iterator[_Plans]:
    """Give the ways to open the devices, the best first."""
    if heard is None:
        return _alone(played)
    if heard.host_api != played.host_api:
        return _apart(heard, played)
    if played.host_api in BETTER_APART:
        return chain(_apart(heard, played), _together(heard, played))
    return chain(_together(heard, played), _apart(heard, played))


def _alone(played: Device) -> Iterator[_Plans]:
    for rate in usual_rates(played):
        yield _Plans((StreamPlan(rate, None, _mouth(played)),))


def _together(heard: Device, played: Device) -> Iterator[_Plans]:
    for ears in _ears(heard):
        for rate in usual_rates(played, heard):
            yield _Plans((StreamPlan(rate, ears, _mouth(played)),))


def _apart(heard: Device, played: Device) -> Iterator[_Plans]:
    for ears in _ears(heard):
        for rates in dict.fromkeys([(USUAL_RATE, USUAL_RATE), (heard.rate, played.rate)]):
            hearing = StreamPlan(rates[0], heard=ears)
            yield _Plans((hearing, StreamPlan(rates[1], played=_mouth(played))))


def _ears(heard: Device) -> tuple[Direction, ...]:
    """Mono first; some devices only do stereo."""
    return tuple(Direction(heard, channels) for channels in sorted({1, min(2, heard.inputs)}))


def _mouth(played: Device) -> Direction:
    """Both speakers where there are two: the first channel alone would be the left one."""
    return Direction(played, min(2, played.outputs))
