"""Sound as engines write it: read and checked, trimmed, levelled, written."""

from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import Millis, Samples
from trainer.conversation.lines import RenderedLine

__all__ = [
    "FRAME_MS",
    "Activity",
    "BadSoundError",
    "active_frames",
    "levelled",
    "read_sound",
    "trimmed",
    "write_wav",
]

FRAME_MS: Millis = 10
KEPT_MS: Millis = 30
"""Silence that is kept at either end, so that no consonant is clipped."""

HEADROOM_DB = 1.0
FLOOR_DB = -40.0
"""A frame this far under the loudest counts as silence."""

CLOSURE_FRAMES = 9
"""Gaps up to 90 ms lie inside a word: the closure of a p, t or k."""

Activity = NDArray[np.bool_]
"""Whether each frame of 10 ms holds speech, shape (frames,)."""


class BadSoundError(ValueError):
    """A file that an engine wrote is not whole; says what is wrong with it."""


def read_sound(path: Path) -> tuple[Samples, int]:
    """Read a WAV or AIFF file as mono samples and their rate.

    Raises:
        BadSoundError: It is missing, has no proper header, or is shorter than its header says.
    """
    import soundfile

    try:
        _check_size(path)
        frames, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as trouble:
        raise BadSoundError(f"the sound is not readable ({trouble})") from trouble
    if len(frames) == 0:
        raise BadSoundError("the sound is empty")
    return np.ascontiguousarray(frames.mean(axis=1), dtype=np.float32), int(rate)


def active_frames(samples: Samples, rate: int) -> Activity:
    """Tell which frames of 10 ms hold speech; short gaps inside words count as speech."""
    loudness = _frame_rms(samples, rate)
    loudest = float(loudness.max(initial=0.0))
    if loudest < 1e-4:
        return np.zeros(len(loudness), dtype=np.bool_)
    return _closed(loudness > loudest * 10 ** (FLOOR_DB / 20))


def trimmed(samples: Samples, rate: int) -> tuple[Samples, Millis]:
    """Cut the silence off both ends but for 30 ms; return the sound and the ms cut in front."""
    active = np.flatnonzero(active_frames(samples, rate))
    if len(active) == 0:
        return samples[:0], 0
    first_ms = max(int(active[0]) * FRAME_MS - KEPT_MS, 0)
    last_ms = (int(active[-1]) + 1) * FRAME_MS + KEPT_MS
    return samples[first_ms * rate // 1000 : last_ms * rate // 1000], first_ms


def levelled(samples: Samples, rate: int, level_db: float) -> Samples:
    """Bring the RMS of the speech to the level, but no peak closer than 1 dB to full scale."""
    active = active_frames(samples, rate)
    if not active.any():
        return samples
    rms = float(np.sqrt(np.mean(np.square(_frame_rms(samples, rate)[active]))))
    gain = 10 ** (level_db / 20) / rms
    most = 10 ** (-HEADROOM_DB / 20) / float(np.abs(samples).max())
    return (samples * min(gain, most)).astype(np.float32)


def write_wav(line: RenderedLine, path: Path) -> None:
    """Write a rendered line as a 16-bit WAV file at its own rate."""
    import soundfile

    soundfile.write(path, line.samples, line.rate, format="WAV", subtype="PCM_16")


def _check_size(path: Path) -> None:
    """See that the file is as long as its RIFF or FORM header says; libsndfile does not mind."""
    with path.open("rb") as file:
        header = file.read(8)
    order: Literal["little", "big"] = "big" if header.startswith(b"FORM") else "little"
    said, there = int.from_bytes(header[4:], order) + 8, path.stat().st_size
    if there < said:
        raise BadSoundError(f"the sound has {there} of {said} bytes")


def _frame_rms(samples: Samples, rate: int) -> NDArray[np.float64]:
    size = rate * FRAME_MS // 1000
    frames = -(-len(samples) // size)
    padded = np.zeros(frames * size, dtype=np.float64)
    padded[: len(samples)] = samples
    rms: NDArray[np.float64] = np.sqrt(np.mean(padded.reshape(frames, size) ** 2, axis=1))
    return rms


def _closed(active: Activity) -> Activity:
    places = np.flatnonzero(active)
    filled = active.copy()
    for left, right in pairwise(places):
        if 1 < right - left <= CLOSURE_FRAMES + 1:
            filled[left:right] = True
    return filled
