"""A whole sound card without a sound card: a private PulseAudio with two null sinks.

What the program plays goes into the sink ``speaker``; what is spoken into the sink ``micsink``
comes out of the source ``mic``. A quiet noise stands for the room, since no real microphone gives
zeros.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import numpy as np
import pytest

from trainer.conversation.blocks import Samples

__all__ = ["CARD_RATE", "Recording", "SoundCard", "soundcard", "virtual_soundcard"]

CARD_RATE = 48_000
ROOM_NOISE_DB = -75.0
PROGRAMS = ("pulseaudio", "pactl", "pacat", "paplay", "parec")
START_S = 10.0

CARD = """\
load-module module-null-sink sink_name=speaker rate=48000 channels=2
load-module module-null-sink sink_name=micsink rate=48000 channels=1
load-module module-remap-source master=micsink.monitor source_name=mic
set-default-sink speaker
set-default-source mic
"""

CONFIGURATION = """\
.fail
load-module module-native-protocol-unix auth-anonymous=1 socket={home}/native
"""


class Recording:
    """What the loudspeaker plays, recorded by parec since the moment it was asked for."""

    def __init__(self, process: subprocess.Popen[bytes], path: Path) -> None:
        self._process = process
        self._path = path

    def samples(self) -> Samples:
        """Return what was recorded so far, mono at `CARD_RATE`."""
        raw = self._path.read_bytes()
        return np.frombuffer(raw[: len(raw) // 4 * 4], dtype=np.float32)

    def stop(self) -> Samples:
        """End the recording and return all of it."""
        _end(self._process)
        return self.samples()


class SoundCard:
    """The running card: speak into its microphone, record its loudspeaker, pull its plugs."""

    def __init__(self, environment: Mapping[str, str], home: Path, *, room_noise: bool) -> None:
        self.environment = dict(environment)
        self._home = home
        self._room_noise = room_noise
        self._started: list[subprocess.Popen[bytes]] = []

    def speak(self, wav: Path) -> subprocess.Popen[bytes]:
        """Play a sound file into the microphone; return at once."""
        return self._start("paplay", "--device=micsink", "--latency-msec=30", str(wav))

    def record(self) -> Recording:
        """Record what the loudspeaker plays from now on; return when the recording runs."""
        return self._listen("speaker.monitor")

    def unplug(self) -> None:
        """Take the whole card away, as a plug that is pulled."""
        for module in self._modules():
            self._call("pactl", "unload-module", module)

    def plug_in(self) -> None:
        """Put the card back, with its room."""
        for line in CARD.splitlines():
            self._call("pactl", *line.split())
        self.settle()

    def settle(self) -> None:
        """Let the room sound, and wait until both devices run."""
        self.stay_awake()
        if self._room_noise:
            self.make_room_noise()

    @contextmanager
    def echoing(self) -> Iterator[None]:
        """Let the program hear its own loudspeaker instead of the microphone meanwhile."""
        self._call("pactl", "set-default-source", "speaker.monitor")
        try:
            yield
        finally:
            self._call("pactl", "set-default-source", "mic")

    def stay_awake(self) -> None:
        """Keep both sinks in small steps: an idle null sink sleeps for 2 s and then starts late."""
        for device in ("--device=speaker", "--device=micsink"):
            self._start(
                *("pacat", device, "--latency-msec=20", "--channels=1", "--raw", "--playback"),
                "/dev/zero",
            )
        for source in ("speaker.monitor", "mic"):
            self._listen(source).stop()

    def make_room_noise(self) -> None:
        """Let the microphone hear a quiet room from now on."""
        level = 10 ** (ROOM_NOISE_DB / 20)
        noise = np.random.default_rng(1).normal(0, level, 8_000 * 600).astype(np.float32)
        path = self._home / "room.raw"
        path.write_bytes(noise.tobytes())
        self._start(
            *("pacat", "--device=micsink", "--format=float32le", "--channels=1"),
            *("--rate=8000", "--latency-msec=20", "--raw", "--playback", str(path)),
        )

    def close(self) -> None:
        """End every program that was started on the card."""
        for process in self._started:
            _end(process)

    def _listen(self, source: str) -> Recording:
        path = self._home / f"heard-{len(self._started)}.raw"
        with path.open("wb") as out:
            process = self._start(
                *("parec", f"--device={source}", "--format=float32le", "--channels=1"),
                *(f"--rate={CARD_RATE}", "--latency-msec=20", "--raw"),
                stdout=out,
            )
        _until(lambda: path.stat().st_size > 0, f"parec hears nothing of {source}")
        return Recording(process, path)

    def _modules(self) -> list[str]:
        """Return the card's modules, the ones that lean on others first."""
        listing = self._call("pactl", "list", "short", "modules")
        card = [line.split()[0] for line in listing.splitlines() if "_name=" in line]
        return card[::-1]

    def _call(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=10
        ).stdout

    def _start(
        self, *command: str, stdout: IO[bytes] | int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(process)
        return process


@contextmanager
def virtual_soundcard(*, room_noise: bool = True) -> Iterator[SoundCard]:
    """Run a private PulseAudio, point this process and PortAudio at it, and clean up after.

    Raises:
        RuntimeError: A program is missing (with what to install), or PulseAudio does not start.
    """
    _require_programs()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soft-answer-pulse-")))
        environment = _environment(home)
        stack.enter_context(_server(home, environment))
        stack.enter_context(_environ(environment))
        card = SoundCard(environment, home, room_noise=room_noise)
        stack.callback(card.close)
        card.settle()
        stack.callback(_look_again)
        _look_again()
        yield card


@pytest.fixture(scope="session")
def soundcard() -> Iterator[SoundCard]:
    """Give the virtual sound card, one for the whole session."""
    with virtual_soundcard() as card:
        yield card


def _require_programs() -> None:
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        raise RuntimeError(
            f"The virtual sound card needs {', '.join(missing)}. Install them: "
            "sudo apt-get install pulseaudio pulseaudio-utils libasound2-plugins"
        )


def _environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PULSE_RUNTIME_PATH": str(home / "pulse"),
        "PULSE_STATE_PATH": str(home / "state"),
        "PULSE_SERVER": f"unix:{home}/native",
        "PULSE_LATENCY_MSEC": "60",
    }


@contextmanager
def _server(home: Path, environment: Mapping[str, str]) -> Iterator[None]:
    configuration = home / "card.pa"
    configuration.write_text(CONFIGURATION.format(home=home) + CARD)
    log = home / "pulseaudio.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["pulseaudio", "-n", "-F", str(configuration), "--exit-idle-time=-1", "--daemonize=no"],
            env={key: value for key, value in environment.items() if key != "PULSE_SERVER"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        _until(lambda: _answers(environment), f"PulseAudio did not start: {log}", process)
        yield
    finally:
        _end(process)


def _answers(environment: Mapping[str, str]) -> bool:
    asked = subprocess.run(
        ["pactl", "info"], env=dict(environment), check=False, capture_output=True, timeout=10
    )
    return asked.returncode == 0


def _until(
    true: Callable[[], bool], otherwise: str, process: subprocess.Popen[bytes] | None = None
) -> None:
    latest = time.monotonic() + START_S
    while not true():
        if time.monotonic() > latest or (process is not None and process.poll() is not None):
            raise RuntimeError(otherwise)
        time.sleep(0.02)


@contextmanager
def _environ(environment: Mapping[str, str]) -> Iterator[None]:
    """Point this process at the card; its folders stay its own."""
    wanted = {name: value for name, value in environment.items() if name.startswith("PULSE_")}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _look_again() -> None:
    """Let PortAudio see the devices of the present environment, if it was imported already."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None:
        sounddevice._terminate()
        sounddevice._initialize()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
