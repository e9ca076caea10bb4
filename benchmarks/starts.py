"""Warm starts of the window, on a display of its own, each in a process of its own."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

__all__ = ["Start", "warm_starts"]

STARTS = 7
HOME = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Start:
    """From ``./run`` to a window that is filled.

    Attributes:
        rss_mb: The largest memory until then.
    """

    taken_ms: float
    rss_mb: float


def warm_starts() -> list[Start]:
    """Start it a few times; the first start, which is cold, is left out."""
    with _display() as display, tempfile.TemporaryDirectory() as home:
        return [_start(display, home) for _ in range(STARTS + 1)][1:]


@contextmanager
def _display() -> Iterator[str]:
    """Start a display of its own and give its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        yield ":" + os.read(read, 16).decode().strip()
        server.terminate()
    os.close(read)


def _start(display: str, home: str) -> Start:
    environment = {**os.environ, "DISPLAY": display, "SOFT_ANSWER_HOME": home}
    environment.pop("QT_QPA_PLATFORM", None)
    begun = perf_counter()
    process = subprocess.Popen([HOME / "run", "--until-ready"], env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    taken_ms = (perf_counter() - begun) * 1000
    if status:
        raise SystemExit("./run did not open a window")
    return Start(taken_ms, usage.ru_maxrss / 1024)
