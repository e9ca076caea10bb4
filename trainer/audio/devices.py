"""Microphones and loudspeakers, and the one door to PortAudio that opens streams on them."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.audio.problems import AudioProblem, NoMicrophone

__all__ = [
    "USUAL_RATE",
    "Device",
    "Direction",
    "Flags",
    "Frames",
    "OpenStream",
    "SoundSystem",
    "StreamCallback",
    "StreamPlan",
    "choose_loudspeaker",
    "choose_microphone",
    "loudspeakers",
    "microphones",
    "usual_rates",
]

PREFERRED_HOST_APIS = ("Windows WASAPI",)
"""Asked before PortAudio's own default, which on Windows is MME with its 200 ms of delay."""

USUAL_RATE = 48_000
OTHER_RATES = (44_100, 96_000, 32_000, 16_000)

DEVICE_UNAVAILABLE = -9985
"""PortAudio's code for a device that another program holds."""

Frames: TypeAlias = NDArray[np.float32]
"""Shape (frames, channels), float32 in -1..1."""


class Flags(Protocol):
    """What PortAudio had to tell about one callback."""

    @property
    def input_overflow(self) -> bool:
        """Sound from the microphone was lost."""

    @property
    def output_underflow(self) -> bool:
        """The loudspeaker had to wait."""


StreamCallback: TypeAlias = Callable[[Frames | None, Frames | None, Flags], None]
"""Is given what was heard and the room for what to play, on PortAudio's own thread."""


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device as PortAudio lists it.

    Attributes:
        index: PortAudio's number for it, good until the list is refreshed.
        inputs: How many channels it hears, 0 for none.
        outputs: How many channels it plays, 0 for none.
        rate: Its own samples a second.
    """

    index: int
    name: str
    host_api: str
    inputs: int
    outputs: int
    rate: int
    default_input: bool = False
    default_output: bool = False

    @property
    def label(self) -> str:
        """What tells it from others and can be remembered: the same name occurs once a host API."""
        return f"{self.name}, {self.host_api}"


@dataclass(frozen=True, slots=True)
class Direction:
    """One side of a stream: the device, and how many of its channels to use."""

    device: Device
    channels: int


@dataclass(frozen=True, slots=True)
class StreamPlan:
    """How to open a stream: the rate, and either side or both."""

    rate: int
    heard: Direction | None = None
    played: Direction | None = None


class OpenStream(Protocol):
    """A stream that has been opened."""

    @property
    def latency_ms(self) -> int:
        """How long sound takes through it, there and back for a duplex stream."""

    def start(self) -> None:
        """Begin to call back."""

    def close(self) -> None:
        """Stop at once and let go of the devices."""


def microphones(devices: Iterable[Device]) -> tuple[Device, ...]:
    """Return the devices that hear."""
    return tuple(device for device in devices if device.inputs)


def loudspeakers(devices: Iterable[Device]) -> tuple[Device, ...]:
    """Return the devices that play."""
    return tuple(device for device in devices if device.outputs)


def choose_microphone(devices: Iterable[Device], remembered: str = "") -> Device:
    """Return the remembered microphone, else the system's, else any.

    Args:
        devices: Those that are there now.
        remembered: A device's label or name; empty for the system's choice.

    Raises:
        NoMicrophone: None of the devices hears.
    """
    able = microphones(devices)
    if not able:
        raise NoMicrophone(
            "No microphone was found. Plug one in or switch it on, then try again; "
            "until then you can type your replies."
        )

    return _remembered(able, remembered) or next((d for d in able if d.default_input), able[0])


def choose_loudspeaker(devices: Iterable[Device], remembered: str = "") -> Device:
    """Return the remembered loudspeaker, else the system's, else any.

    Raises:
        AudioProblem: None of the devices plays.
    """
    able = loudspeakers(devices)
    if not able:
        raise AudioProblem(
            "No loudspeaker or headphones were found. Plug them in or switch them on, "
            "then try again."
        )

    return _remembered(able, remembered) or next((d for d in able if d.default_output), able[0])


def usual_rates(*devices: Device) -> tuple[int, ...]:
    """Return the rates to try, the best first: 48 kHz, the devices' own, then the common ones."""
    own = tuple(device.rate for device in devices)
    return tuple(dict.fromkeys((USUAL_RATE, *own, *OTHER_RATES)))


def _remembered(devices: tuple[Device, ...], name: str) -> Device | None:
    by_label = (device for device in devices if name and device.label == name)
    by_name = (device for device in devices if name and device.name == name)
    return next(by_label, None) or next(by_name, None)


class SoundSystem:
    """PortAudio, which a process has once: lists devices and opens streams on them.

    Make one and hand it to every line and player, so that it knows when no stream is open and the
    device list may be refreshed.
    """

    def __init__(self) -> None:
        self._open: set[_PortAudioStream] = set()

    def devices(self) -> tuple[Device, ...]:
        """Return the devices as they were when PortAudio last looked.

        Raises:
            AudioProblem: PortAudio itself is missing or fails.
        """
        portaudio = _portaudio()
        try:
            host_apis = portaudio.query_hostapis()
            raw = portaudio.query_devices()
        except portaudio.PortAudioError as error:
            raise AudioProblem(_in_plain_words(error)) from error

        default_input, default_output = _defaults(host_apis, tuple(portaudio.default.device))
        return tuple(
            Device(
                index=device["index"],
                name=device["name"],
                host_api=host_apis[device["hostapi"]]["name"],
                inputs=device["max_input_channels"],
                outputs=device["max_output_channels"],
                rate=round(device["default_samplerate"]),
                default_input=device["index"] == default_input,
                default_output=device["index"] == default_output,
            )
            for device in raw
        )

    def refresh(self) -> tuple[Device, ...]:
        """Look for devices again, unless a stream is open (PortAudio would kill it); list them.

        Raises:
            AudioProblem: PortAudio itself is missing or fails.
        """
        portaudio = _portaudio()
        if not self._open:
            try:
                portaudio._terminate()  # noqa: SLF001 - the only way to see new devices
                portaudio._initialize()  # noqa: SLF001 - likewise
            except portaudio.PortAudioError as error:
                raise AudioProblem(_in_plain_words(error)) from error

        return self.devices()

    def open(
        self, plan: StreamPlan, callback: StreamCallback, finished: Callable[[], None]
    ) -> OpenStream:
        """Open a stream in blocks of 20 ms; it calls back once it is started.

        Args:
            plan: Rate, microphone and loudspeaker.
            callback: Called for every block on PortAudio's thread.
            finished: Called when the stream has ended, whoever ended it.

        Raises:
            AudioProblem: The devices can't be opened like this.
        """
        portaudio = _portaudio()
        try:
            stream = _PortAudioStream(
                _made(portaudio, plan, callback, finished), self._open.discard
            )
        except (portaudio.PortAudioError, ValueError) as error:
            raise AudioProblem(_in_plain_words(error)) from error

        self._open.add(stream)
        return stream


class _PortAudioStream:
    """An open sounddevice stream that tells when it was closed."""

    def __init__(self, stream: Any, closed: Callable[["_PortAudioStream"], None]) -> None:  # noqa: ANN401 - sounddevice has no types
        self._stream = stream
        self._closed = closed

    @property
    def latency_ms(self) -> int:
        return round(float(np.sum(self._stream.latency)) * 1000)

    def start(self) -> None:
        portaudio = _portaudio()
        try:
            self._stream.start()
        except portaudio.PortAudioError as error:
            raise AudioProblem(_in_plain_words(error)) from error

    def close(self) -> None:
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)
        self._closed(self)


def _portaudio() -> Any:  # noqa: ANN401 - sounddevice has no types
    if sys.platform.startswith("linux"):
        # With PulseAudio's default of 2 s of buffer, blocks of 20 ms may never come. Less than the
        # 60 ms that PortAudio keeps full makes gaps and is no quicker.
        os.environ.setdefault("PULSE_LATENCY_MSEC", "60")
    try:
        import sounddevice
    except OSError as error:
        raise AudioProblem(
            "The sound library PortAudio is missing. Install it (on Debian and Ubuntu: "
            "sudo apt-get install libportaudio2), then start Soft Answer again."
        ) from error
    return sounddevice


def _made(
    portaudio: Any,  # noqa: ANN401 - sounddevice has no types
    plan: StreamPlan,
    callback: StreamCallback,
    finished: Callable[[], None],
) -> Any:  # noqa: ANN401 - likewise
    shared = {
        "samplerate": plan.rate,
        "blocksize": plan.rate // 50,
        "dtype": "float32",
        "latency": "low",
        "finished_callback": finished,
    }

    def duplex(heard: Frames, played: Frames, _frames: int, _time: object, flags: Flags) -> None:
        callback(heard, played, flags)

    def hear(heard: Frames, _frames: int, _time: object, flags: Flags) -> None:
        callback(heard, None, flags)

    def play(played: Frames, _frames: int, _time: object, flags: Flags) -> None:
        callback(None, played, flags)

    match plan.heard, plan.played:
        case Direction(ears, ears_channels), Direction(mouth, mouth_channels):
            return portaudio.Stream(
                device=(ears.index, mouth.index),
                channels=(ears_channels, mouth_channels),
                callback=duplex,
                **shared,
            )
        case Direction(ears, channels), None:
            return portaudio.InputStream(
                device=ears.index, channels=channels, callback=hear, **shared
            )
        case None, Direction(mouth, channels):
            return portaudio.OutputStream(
                device=mouth.index, channels=channels, callback=play, **shared
            )
        case _:
            raise ValueError("a stream needs a microphone or a loudspeaker")


def _defaults(host_apis: tuple[dict[str, Any], ...], fallback: tuple[int, ...]) -> tuple[int, int]:
    for wanted in PREFERRED_HOST_APIS:
        for api in host_apis:
            if api["name"] == wanted:
                return api["default_input_device"], api["default_output_device"]
    return fallback[0], fallback[1]


def _in_plain_words(error: Exception) -> str:
    if len(error.args) > 1 and error.args[1] == DEVICE_UNAVAILABLE:
        return (
            "The sound device is busy: another program is using it. Close that program (a call, "
            "a recorder, a browser tab) or choose another device, then try again."
        )
    return (
        "The sound device can't be opened. Choose another one, or unplug it, plug it in and try "
        f"again. (The sound system says: {error.args[0] if error.args else error})"
    )
