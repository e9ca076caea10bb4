"""Reading sound files: whole, in blocks or a clip of them, with plain words for what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from trainer.audio.captures import BlockCutter, Capture, Heard, Played
from trainer.audio.playing import resampled
from trainer.audio.problems import AudioProblem
from trainer.conversation.blocks import (
    SAMPLE_RATE,
    Block,
    Millis,
    Samples,
    silence,
)
from trainer.conversation.words import Span

__all__ = [
    "Channel",
    "blocks_of",
    "clip",
    "flac_bytes",
    "frames_in",
    "length_of",
    "read_channel",
    "read_sound",
    "to_16k",
    "write_copy",
]

Channel: TypeAlias = Literal["left", "right", "mono"]
"""Which side of a recording; mono takes all channels together."""

Table: TypeAlias = NDArray[np.float32]
"""Shape (frames, channels), float32 in -1..1."""

UNFINISHED = 2**63 - 1
"""What libsndfile calls the length of a FLAC whose recording was never closed."""

UNKNOWN_SIZES = (0, 0x7FFF_F000, 0xFFFF_FFFF, 0x7FFF_FFFF)
"""What programs that write WAV into a pipe put for a length they don't know."""

CHUNK = 4_096
SMALL_CHUNK = 320
LISTENABLE = "WAV, FLAC, OGG or MP3"


def read_sound(path: Path) -> tuple[Samples, int]:
    """Return the whole sound, its channels together, and its rate.

    Raises:
        AudioProblem: The file is missing, no sound or cut off; the message names it.
    """
    return read_channel(path, "mono")


def read_channel(path: Path, channel: Channel) -> tuple[Samples, int]:
    """Return one side of the whole sound, and its rate.

    Raises:
        AudioProblem: The file is missing, no sound or cut off, or has no such side.
    """
    with _opened(path) as file:
        parts = [_side(chunk, channel, path) for chunk in _chunks(file, path)]
        return np.concatenate([silence(0), *parts]), file.samplerate


def to_16k(samples: Samples, rate: int) -> Samples:
    """Return the sound at the 16 kHz of analysis."""
    return resampled(samples, rate, SAMPLE_RATE)


def length_of(path: Path) -> Millis:
    """Return how long the sound is.

    Raises:
        AudioProblem: The file is missing, no sound or cut off.
    """
    with _opened(path) as file:
        rate: int = file.samplerate
        return round(_frames(file, path) * 1000 / rate)


def frames_in(path: Path) -> int:
    """Return how many frames can be read, also of a recording that was never closed.

    Raises:
        AudioProblem: The file is missing, no sound or cut off.
    """
    with _opened(path) as file:
        return _frames(file, path)


def blocks_of(path: Path, trainee: Channel = "right") -> Iterator[Block]:
    """Give a recording block by block, however long it is, in little memory.

    Args:
        path: A recording of a conversation, or of the trainee alone.
        trainee: The side the trainee is on; the customer is on the other one, or not there at all
            with ``mono``. The last block is filled up with silence.

    Raises:
        AudioProblem: The file is missing, no sound or cut off, or has no such side.
    """
    with _opened(path) as file:
        rate = file.samplerate
        cutter = BlockCutter(rate, rate)
        frames = 0
        length = 0
        rest = np.zeros((rate // 10, file.channels), dtype=np.float32)
        for chunk in chain(_chunks(file, path), [rest]):
            length += len(chunk) if chunk is not rest else 0
            for block in cutter.cut(_capture(chunk, trainee, frames, path)):
                if block.start_ms * rate < length * 1000:
                    yield block
            frames += len(chunk)


def clip(path: Path, span: Span, channel: Channel = "mono") -> Samples:
    """Return that span of a recording at 16 kHz; what lies outside the recording is left out.

    Raises:
        AudioProblem: The file is missing, no sound or cut off, or has no such side.
    """
    with _opened(path) as file:
        rate = file.samplerate
        first, last = (max(0, ms) * rate // 1000 for ms in (span.start_ms, span.end_ms))
        if file.frames == UNFINISHED or file.format == "MP3":
            whole = [_side(chunk, channel, path) for chunk in _chunks(file, path)]
            return to_16k(np.concatenate([silence(0), *whole])[first:last], rate)

        file.seek(min(first, file.frames))
        found = file.read(max(0, last - first), dtype="float32", always_2d=True)
        return to_16k(_side(found, channel, path), rate)


def write_copy(source: Path, target: Path) -> None:
    """Write a recording anew, all its channels: a WAV where the name asks for it, else FLAC.

    Raises:
        AudioProblem: The recording can't be read, or the copy can't be written.
    """
    import soundfile

    draft = target.with_name(target.name + ".new")
    form = "WAV" if target.suffix.lower() == ".wav" else "FLAC"
    with _opened(source) as file:
        try:
            with soundfile.SoundFile(
                draft, "w", file.samplerate, file.channels, "PCM_16", format=form
            ) as copy:
                for chunk in _chunks(file, source):
                    copy.write(chunk)
            draft.replace(target)
        except (soundfile.LibsndfileError, OSError) as refused:
            draft.unlink(missing_ok=True)
            raise AudioProblem(
                f"The sound can't be written to {target}. Choose another place for it. ({refused})"
            ) from refused


def flac_bytes(samples: Samples) -> bytes:
    """Return sound of 16 kHz as the bytes of a FLAC file."""
    import soundfile

    file = BytesIO()
    soundfile.write(file, samples, SAMPLE_RATE, format="FLAC", subtype="PCM_16")
    return file.getvalue()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import soundfile

    if not path.is_file():
        raise AudioProblem(f"{path} is not there. Check the name, then try again.")
    try:
        file = _sequential(path)
    except (soundfile.SoundFileError, OSError) as error:
        raise AudioProblem(
            f"{path} is not a sound file that can be read. Save it as {LISTENABLE}, "
            f"then try again. ({error})"
        ) from error
    with file:
        _refuse_cut_wav(path, file)
        try:
            yield file
        except soundfile.SoundFileError as error:
            raise AudioProblem(
                f"{path} is damaged and can't be read. Copy or record it again. ({error})"
            ) from error


def _sequential(path: Path) -> Any:  # noqa: ANN401 - soundfile has no types
    """Open a file that reads straight on.

    soundfile seeks after each read where it can, which leaves holes of silence in an MP3.
    """
    import soundfile

    class Sequential(soundfile.SoundFile):  # type: ignore[misc]
        def seekable(self) -> bool:
            return False

    return Sequential(path)


def _frames(file: Any, path: Path) -> int:  # noqa: ANN401 - soundfile has no types
    if file.frames != UNFINISHED:
        frames: int = file.frames
        return frames
    return sum(len(chunk) for chunk in _chunks(file, path))


def _chunks(file: Any, path: Path) -> Iterator[Table]:  # noqa: ANN401 - soundfile has no types
    """Read on to the end; a file whose length is unknown ends where it can't be read."""
    import soundfile

    unfinished = file.frames == UNFINISHED
    size = SMALL_CHUNK if unfinished else CHUNK
    read = 0
    try:
        while len(chunk := file.read(size, dtype="float32", always_2d=True)):
            read += len(chunk)
            yield np.nan_to_num(chunk)
    except soundfile.SoundFileError as error:
        if not unfinished:
            raise _cut_off(path, read, file.frames, file.samplerate) from error
    if not unfinished and read < file.frames:
        raise _cut_off(path, read, file.frames, file.samplerate)


def _cut_off(path: Path, read: int, frames: int, rate: int) -> AudioProblem:
    return AudioProblem(
        f"{path} is cut off: only {read / rate:.1f} s of its {frames / rate:.1f} s could be read. "
        "Copy or record it again."
    )


def _refuse_cut_wav(path: Path, file: Any) -> None:  # noqa: ANN401 - soundfile has no types
    """Compare what a WAV says of itself with what is there: libsndfile reads on in silence."""
    size, there = _data_chunk(path)
    if size in UNKNOWN_SIZES or there >= size or not there:
        return
    raise _cut_off(path, file.frames, round(file.frames * size / there), file.samplerate)


def _data_chunk(path: Path) -> tuple[int, int]:
    """Return the declared size of a WAV's samples and how many bytes follow; 0, 0 for others."""
    with path.open("rb") as raw:
        head = raw.read(12)
        if head[:4] != b"RIFF" or head[8:] != b"WAVE":
            return 0, 0
        while len(chunk := raw.read(8)) == 8:
            size = int.from_bytes(chunk[4:], "little")
            if chunk[:4] == b"data":
                return size, path.stat().st_size - raw.tell()
            raw.seek(size + size % 2, 1)
    return 0, 0


def _side(chunk: Table, channel: Channel, path: Path) -> Samples:
    if channel == "mono":
        return np.asarray(chunk.mean(axis=1), dtype=np.float32)
    if chunk.shape[1] < 2:
        raise AudioProblem(
            f"{path} has one channel only, so there is no {channel} side. "
            "Choose mono, or take a recording with both sides."
        )
    return chunk[:, 0 if channel == "left" else 1]


def _capture(chunk: Table, trainee: Channel, frames: int, path: Path) -> Capture:
    customer: Samples = silence(len(chunk))
    if trainee != "mono":
        customer = _side(chunk, "left" if trainee == "right" else "right", path)
    return Capture(path, Heard(frames, _side(chunk, trainee, path)), Played(frames, customer))
