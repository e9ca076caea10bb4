import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import pytest
import soundfile

from tests.support.audio import tone
from trainer.audio import recording as recording_module
from trainer.audio.problems import AudioProblem
from trainer.audio.recording import FlacRecorder, mend_recording, read_recording
from trainer.audio.sounds import clip, length_of, read_sound
from trainer.conversation.blocks import Block, Samples
from trainer.conversation.words import Span

KILLED_AFTER_MS = 5_000

CRASH = """
import os, signal, sys, time
from pathlib import Path
import numpy as np
from trainer.audio.recording import FlacRecorder
from trainer.conversation.blocks import Block

noise = np.random.default_rng(1).normal(0, 0.1, (250, 320)).astype(np.float32)
recorder = FlacRecorder(Path(sys.argv[1]))
for number, sound in enumerate(noise):
    recorder.write(Block(number * 20, sound, -sound))
while recorder._blocks.qsize():
    time.sleep(0.01)
time.sleep(0.1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def blocks(customer: Samples, trainee: Samples) -> Iterator[Block]:
    """Cut both sides into blocks."""
    for first in range(0, len(trainee), 320):
        played, heard = customer[first : first + 320], trainee[first : first + 320]
        yield Block(first // 16, heard, played)


def record(path: Path, customer: Samples, trainee: Samples) -> FlacRecorder:
    """Record both sides and close."""
    recorder = FlacRecorder(path)
    for block in blocks(customer, trainee):
        recorder.write(block)
    recorder.close()
    return recorder


class FullDisk:
    """A file whose disk is full after so many blocks; the test may hold it up."""

    def __init__(self, room: int, error: Exception | None = None) -> None:
        self.room = room
        self.error = error or OSError(28, "No space left on device")
        self.go_on = threading.Event()
        self.go_on.set()
        self.written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""

    def write(self, _table: object) -> None:
        """Write, while there is room."""
        self.go_on.wait(5)
        if self.written >= self.room:
            raise self.error
        self.written += 1

    def flush(self) -> None:
        """Sync."""


def test_both_sides_are_recorded(tmp_path: Path) -> None:
    """The customer stands on the left, the trainee on the right, in 16 kHz FLAC."""
    path = tmp_path / "new folder" / "call.flac"

    recorder = record(path, tone(500, hertz=300), tone(500, hertz=600))

    tracks = read_recording(path)
    np.testing.assert_allclose(tone(500, hertz=300), tracks.customer, atol=1e-4)
    np.testing.assert_allclose(tone(500, hertz=600), tracks.trainee, atol=1e-4)
    info = soundfile.info(path)
    assert (info.format, info.samplerate, info.channels) == ("FLAC", 16_000, 2)
    assert (recorder.trouble, recorder.missing_ms) == ("", 0)


def test_audio_time_is_kept_over_a_gap(tmp_path: Path) -> None:
    """A block that never came is silence, so that later sound stays at its time."""
    recorder = FlacRecorder(tmp_path / "call.flac")
    for block in blocks(tone(200), tone(200)):
        if block.start_ms not in (60, 80):
            recorder.write(block)
    recorder.close()

    trainee = read_recording(tmp_path / "call.flac").trainee
    assert len(trainee) == 3200
    assert not trainee[960:1600].any()
    np.testing.assert_allclose(tone(200)[1600:], trainee[1600:], atol=1e-4)


def test_close_twice(tmp_path: Path) -> None:
    """Closing again does nothing, and nothing is written after it."""
    recorder = record(tmp_path / "call.flac", tone(100), tone(100))
    recorder.write(Block(100, tone(20), tone(20)))
    recorder.close()

    assert length_of(tmp_path / "call.flac") == 100


def test_a_crash_loses_less_than_a_second(tmp_path: Path) -> None:
    """After kill -9 all but the last second can be read, at once and, mended, by any player."""
    path = tmp_path / "crash.flac"
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(path)],
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=60,
    )

    before = read_recording(path).trainee
    tail = clip(path, Span(4000, 4100), "right")
    mended = mend_recording(path)
    after = read_recording(path).trainee

    noise = np.random.default_rng(1).normal(0, 0.1, (250, 320)).astype(np.float32).reshape(-1)
    assert ended.returncode == -signal.SIGKILL
    assert len(before) / 16 >= KILLED_AFTER_MS - 1000
    np.testing.assert_allclose(noise[: len(before)], before, atol=1e-4)
    np.testing.assert_allclose(noise[64_000:65_600], tail, atol=1e-4)
    assert mended
    np.testing.assert_array_equal(before, after)
    assert soundfile.info(path).frames == len(before)
    assert not mend_recording(path)


def test_what_is_whole_needs_no_mending(tmp_path: Path) -> None:
    """A finished recording, and a file of another kind, are left as they are."""
    record(tmp_path / "call.flac", tone(100), tone(100))
    soundfile.write(tmp_path / "call.wav", tone(100), 16_000)
    before = [(tmp_path / name).read_bytes() for name in ("call.flac", "call.wav")]

    assert not mend_recording(tmp_path / "call.flac")
    assert not mend_recording(tmp_path / "call.wav")
    assert before == [(tmp_path / name).read_bytes() for name in ("call.flac", "call.wav")]


def test_mending_what_is_not_there(tmp_path: Path) -> None:
    """A recording that is missing is named."""
    with pytest.raises(AudioProblem, match="is not there"):
        mend_recording(tmp_path / "gone.flac")


def test_a_full_disk_is_told_and_the_rest_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk ends the recording with one clear line, and nothing raises or waits."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 10, 0))
    disk = FullDisk(room=100)
    recorder = FlacRecorder(tmp_path / "call.flac", lambda _path: disk)
    for block in blocks(tone(4000), tone(4000)):
        recorder.write(block)
    recorder.close()

    assert disk.written == 100
    assert recorder.trouble.startswith("Recording stopped: the disk is full. The first 0:02 are")
    assert "Make room" in recorder.trouble
    assert "\n" not in recorder.trouble


def test_any_other_failure_is_told(tmp_path: Path) -> None:
    """What the system says is in the line, with where to look."""
    disk = FullDisk(room=0, error=OSError(5, "Input/output error"))
    recorder = FlacRecorder(tmp_path / "call.flac", lambda _path: disk)
    recorder.write(Block(0, tone(20), tone(20)))
    recorder.close()

    assert "Input/output error" in recorder.trouble
    assert "Check the folder" in recorder.trouble


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """A recording that can't even begin is trouble, not an exception."""
    (tmp_path / "file").write_text("in the way")

    recorder = record(tmp_path / "file" / "call.flac", tone(40), tone(40))

    assert recorder.trouble.startswith("Recording stopped:")


def test_a_slow_disk_never_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a slow disk can't take is counted, and the caller goes on."""
    monkeypatch.setattr(recording_module, "MOST_WAITING", 10)
    disk = FullDisk(room=1000)
    disk.go_on.clear()
    recorder = FlacRecorder(tmp_path / "call.flac", lambda _path: disk)

    for block in blocks(tone(400), tone(400)):
        recorder.write(block)
    missing_ms = recorder.missing_ms
    disk.go_on.set()
    recorder.close()

    assert missing_ms in (180, 200)
    assert recorder.trouble == ""


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 200 kB, or skip where this user may not mount one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.name != "posix" or mount is None:
        pytest.skip("no mount here; the injected failure covers it")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=200k", "none", str(folder)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("this user may not mount; the injected failure covers it")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    """On a real full disk the line is told, and what was recorded can be read and mended."""
    rng = np.random.default_rng(1)
    noise = rng.normal(0, 0.1, 160_000).astype(np.float32)
    path = tiny_disk / "call.flac"

    recorder = record(path, noise, -noise)

    assert "the disk is full" in recorder.trouble
    assert length_of(path) > 2000
    mend_recording(path)
    kept, rate = read_sound(path)
    assert len(kept) > 2 * rate
