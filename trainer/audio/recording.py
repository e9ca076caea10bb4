"""Both channels on disk as they happen, so that a crash loses less than a second."""

import queue
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from trainer.audio.problems import AudioProblem
from trainer.audio.sounds import frames_in, read_channel, to_16k
from trainer.conversation.blocks import BLOCK_MS, SAMPLE_RATE, Block, Millis, Samples

__all__ = ["FlacRecorder", "Tracks", "mend_recording", "read_recording"]

MOST_WAITING = 1_500
"""Blocks that may wait for a slow disk: 30 s."""

SYNC_BLOCKS = 1000 // BLOCK_MS
LONGEST_CLOSE_S = 10.0
FULL_BYTES = 1_000_000

STREAM_INFO = slice(18, 26)
"""Where a FLAC keeps rate, channels, bits and, in the last 36 bits, its length (RFC 9639)."""

SAMPLES_MASK = 2**36 - 1


class FlacRecorder:
    """The `Recorder` that writes 16 kHz stereo FLAC: customer on the left, trainee on the right.

    Audio time is kept: where a block is missing, silence stands. Nothing here raises or blocks
    while a rehearsal runs; what went wrong stands in `trouble`.
    """

    def __init__(self, path: Path, open_file: Callable[[Path], Any] | None = None) -> None:
        """Begin the file.

        Args:
            path: Where it is to lie; its folder is made if need be.
            open_file: Opens the file for writing; another one is handed in by tests.
        """
        self._path = path
        self._open_file = open_file or _new_flac
        self._blocks: queue.Queue[Block | None] = queue.Queue(MOST_WAITING)
        self._trouble = ""
        self._missing_ms: Millis = 0
        self._closed = False
        self._writer = threading.Thread(target=self._work, name="recorder", daemon=True)
        self._writer.start()

    def write(self, block: Block) -> None:
        """Keep one block."""
        if self._trouble or self._closed:
            return
        try:
            self._blocks.put_nowait(block)
        except queue.Full:
            self._missing_ms += BLOCK_MS

    def close(self) -> None:
        """Finish the file; what was written before stays whatever happens."""
        if self._closed:
            return
        self._closed = True
        try:
            self._blocks.put(None, timeout=LONGEST_CLOSE_S)
        except queue.Full:
            self._trouble = self._trouble or _too_slow(self._path)
        self._writer.join(LONGEST_CLOSE_S)

    @property
    def trouble(self) -> str:
        """Why nothing more is being written, with its mend; empty when all is well."""
        return self._trouble

    @property
    def missing_ms(self) -> Millis:
        """How much could not be kept because the disk was too slow."""
        return self._missing_ms

    def _work(self) -> None:
        written_ms: Millis = 0
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._open_file(self._path) as file:
                while (block := self._blocks.get()) is not None:
                    file.write(_table(block, written_ms))
                    written_ms = block.end_ms
                    if written_ms % (SYNC_BLOCKS * BLOCK_MS) == 0:
                        file.flush()
        except (OSError, RuntimeError) as error:
            self._trouble = _why_stopped(self._path, written_ms, error)
            self._let_go()

    def _let_go(self) -> None:
        """Empty the queue, so that `close` finds room."""
        while not self._blocks.empty():
            self._blocks.get_nowait()


@dataclass(frozen=True, slots=True, eq=False)
class Tracks:
    """A recorded conversation, each side shape (n,), float32, 16 kHz."""

    customer: Samples
    trainee: Samples


def read_recording(path: Path) -> Tracks:
    """Return both sides of a recording, also of one that a crash left unfinished.

    Raises:
        AudioProblem: The file is missing, no sound, cut off or has one channel only.
    """
    customer, rate = read_channel(path, "left")
    trainee, _ = read_channel(path, "right")
    return Tracks(to_16k(customer, rate), to_16k(trainee, rate))


def mend_recording(path: Path) -> bool:
    """Write its length into a FLAC that a crash left unfinished, so that any player can read it.

    Returns:
        Whether there was anything to mend.

    Raises:
        AudioProblem: The file is missing, no sound, or can't be written.
    """
    frames = frames_in(path)
    try:
        with path.open("r+b") as raw:
            head = raw.read(STREAM_INFO.stop)
            stream_info = int.from_bytes(head[STREAM_INFO], "big")
            if head[:4] != b"fLaC" or stream_info & SAMPLES_MASK or not frames:
                return False
            raw.seek(STREAM_INFO.start)
            raw.write((stream_info | frames).to_bytes(8, "big"))
    except OSError as error:
        raise AudioProblem(
            f"{path} can't be mended ({error.strerror}). Check that you may write there."
        ) from error
    return True


def _new_flac(path: Path) -> Any:  # noqa: ANN401 - soundfile has no types
    import soundfile

    return soundfile.SoundFile(
        path, "w", samplerate=SAMPLE_RATE, channels=2, format="FLAC", subtype="PCM_16"
    )


def _table(block: Block, written_ms: Millis) -> np.ndarray[Any, np.dtype[np.float32]]:
    sides = np.stack([block.played, block.heard], axis=1)
    lost = max(0, block.start_ms - written_ms) * SAMPLE_RATE // 1000
    return np.concatenate([np.zeros((lost, 2), dtype=np.float32), sides])


def _why_stopped(path: Path, written_ms: Millis, error: Exception) -> str:
    minutes, seconds = divmod(written_ms // 1000, 60)
    kept = f"The first {minutes}:{seconds:02} are kept and the rehearsal goes on."
    if _is_full(path):
        return f"Recording stopped: the disk is full. {kept} Make room before the next one."
    return (
        f"Recording stopped: {path} can't be written ({error}). {kept} "
        "Check the folder in the settings."
    )


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < FULL_BYTES
    except OSError:
        return False


def _too_slow(path: Path) -> str:
    return f"The end of {path} is missing: the disk was too slow. Choose a folder on another disk."
