import os
import sys
from dataclasses import replace

import pytest

from tests.support.sound_system import HEADSET
from trainer.audio import devices as devices_module
from trainer.audio.devices import (
    SoundSystem,
    choose_loudspeaker,
    choose_microphone,
    loudspeakers,
    microphones,
    usual_rates,
)
from trainer.audio.problems import AudioProblem, NoMicrophone

WEBCAM = replace(HEADSET, index=1, name="webcam", outputs=0, default_input=False)
MONITOR = replace(HEADSET, index=2, name="monitor", inputs=0, default_output=False)
PLAIN = replace(HEADSET, index=3, default_input=False, default_output=False)


class RefusingError(Exception):
    """PortAudio's error, as sounddevice raises it."""


class FakePortAudio:
    """The part of sounddevice that the sound system asks."""

    PortAudioError = RefusingError

    def __init__(
        self, error: Exception | None = None, apis: tuple[str, ...] = ("Core Audio",)
    ) -> None:
        self.error = error
        self.apis = apis
        self.looked = 0
        self.streams = 0
        self.default = type("Default", (), {"device": (0, 0)})

    def query_hostapis(self) -> tuple[dict[str, object], ...]:
        """Return a host API a name; each has its last device as default."""
        return tuple(
            {"name": name, "default_input_device": index, "default_output_device": index}
            for index, name in enumerate(self.apis)
        )

    def query_devices(self) -> list[dict[str, object]]:
        """Return a device a host API."""
        return [
            {
                "index": index,
                "name": "headset",
                "hostapi": index,
                "max_input_channels": 1,
                "max_output_channels": 2,
                "default_samplerate": 48_000.0,
            }
            for index, _ in enumerate(self.apis)
        ]

    def _terminate(self) -> None:
        self.looked += 1

    def _initialize(self) -> None:
        pass

    def Stream(self, **_asked: object) -> "FakePortAudio":  # noqa: N802 - sounddevice's name
        """Open a stream, or refuse."""
        if self.error:
            raise self.error
        self.streams += 1
        return self

    latency = (0.01, 0.02)

    def start(self) -> None:
        """Start, or refuse."""
        if self.error:
            raise self.error

    def abort(self, *, ignore_errors: bool) -> None:
        """Stop."""

    def close(self, *, ignore_errors: bool) -> None:
        """Let go."""


def use(monkeypatch: pytest.MonkeyPatch, portaudio: FakePortAudio) -> SoundSystem:
    """Return a sound system over the fake."""
    monkeypatch.setitem(sys.modules, "sounddevice", portaudio)
    return SoundSystem()


def open_duplex(system: SoundSystem) -> devices_module.OpenStream:
    """Open the headset both ways."""
    side = devices_module.Direction(HEADSET, 1)
    plan = devices_module.StreamPlan(48_000, side, side)
    return system.open(plan, lambda *_: None, lambda: None)


def test_devices_are_told_apart() -> None:
    """A device that hears is a microphone, one that plays a loudspeaker, a headset is both."""
    devices = (HEADSET, WEBCAM, MONITOR)

    assert microphones(devices) == (HEADSET, WEBCAM)
    assert loudspeakers(devices) == (HEADSET, MONITOR)


@pytest.mark.parametrize(
    ("remembered", "expected"),
    [
        ("", HEADSET),
        ("webcam", WEBCAM),
        ("webcam, Core Audio", WEBCAM),
        ("monitor", HEADSET),
        ("unplugged since", HEADSET),
    ],
)
def test_choose_microphone(remembered: str, expected: devices_module.Device) -> None:
    """The remembered microphone is taken if it is there and hears, else the system's choice."""
    assert choose_microphone((WEBCAM, HEADSET, MONITOR), remembered) == expected


def test_choose_without_a_default() -> None:
    """Where the system names no default, the first able device is taken."""
    assert choose_microphone((MONITOR, PLAIN, WEBCAM)) == PLAIN
    assert choose_loudspeaker((WEBCAM, MONITOR, PLAIN)) == MONITOR


def test_choose_from_nothing() -> None:
    """No device gives a sentence with its mend."""
    with pytest.raises(NoMicrophone, match="Plug one in"):
        choose_microphone((MONITOR,))
    with pytest.raises(AudioProblem, match="Plug them in"):
        choose_loudspeaker((WEBCAM,))


def test_rates_begin_with_48_khz() -> None:
    """48 kHz comes first, then the device's own, and none twice."""
    rates = usual_rates(replace(HEADSET, rate=22_050), HEADSET)

    assert rates[:3] == (48_000, 22_050, 44_100)
    assert len(set(rates)) == len(rates)


def test_devices_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """PortAudio's table becomes devices with their defaults."""
    assert use(monkeypatch, FakePortAudio()).devices() == (HEADSET,)


def test_wasapi_is_preferred_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a device that is listed for each host API, the one with little delay is the default."""
    devices = use(monkeypatch, FakePortAudio(apis=("MME", "Windows WASAPI"))).devices()

    assert choose_microphone(devices).label == "headset, Windows WASAPI"
    assert choose_loudspeaker(devices).host_api == "Windows WASAPI"


def test_refresh_looks_again_only_without_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is renewed, but not while a stream is open, since that would kill it."""
    portaudio = FakePortAudio()
    system = use(monkeypatch, portaudio)
    stream = open_duplex(system)

    system.refresh()
    assert portaudio.looked == 0
    stream.close()
    system.refresh()
    assert portaudio.looked == 1


def test_a_busy_device_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that another program holds gives that reason and its mend."""
    system = use(monkeypatch, FakePortAudio(RefusingError("Error opening Stream: …", -9985)))

    with pytest.raises(AudioProblem, match=r"busy.*Close that program"):
        open_duplex(system)


def test_any_other_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What PortAudio says is kept, after what to do."""
    system = use(monkeypatch, FakePortAudio(RefusingError("Invalid sample rate", -9997)))

    with pytest.raises(AudioProblem, match=r"Choose another one.*Invalid sample rate"):
        open_duplex(system)


def test_a_stream_that_can_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal at the start is told as one at the opening."""
    portaudio = FakePortAudio()
    stream = open_duplex(use(monkeypatch, portaudio))
    portaudio.error = RefusingError("Unanticipated host error", -9999)

    with pytest.raises(AudioProblem, match="Unanticipated host error"):
        stream.start()


def test_latency_is_there_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The latency of a duplex stream is that of both directions."""
    assert open_duplex(use(monkeypatch, FakePortAudio())).latency_ms == 30


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PortAudio the person reads what to install."""

    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])

    with pytest.raises(AudioProblem, match="libportaudio2"):
        SoundSystem().devices()


def test_pulse_is_asked_for_small_buffers(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Linux the buffer is asked to be 60 ms, unless somebody chose otherwise."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("PULSE_LATENCY_MSEC", raising=False)
    system = use(monkeypatch, FakePortAudio())

    system.devices()

    assert os.environ["PULSE_LATENCY_MSEC"] == "60"
    monkeypatch.setenv("PULSE_LATENCY_MSEC", "90")
    system.devices()
    assert os.environ["PULSE_LATENCY_MSEC"] == "90"
