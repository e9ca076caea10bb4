"""How somebody speaks, measured on the sound alone: pauses, syllables, loudness and pitch.

Syllable nuclei after de Jong & Wempe (2009): peaks of loudness with a dip before them, where the
voice is voiced. Loudness is taken from the band of the vowels, so that an s is no syllable.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from trainer.audio.level import FLOOR_DB
from trainer.audio.pitch import HOP_MS, WINDOW_MS, pitch_of
from trainer.conversation.blocks import SAMPLE_RATE, Block, Millis, Samples, silence
from trainer.conversation.timeline import ReplySound, VoiceStep, mean_db
from trainer.conversation.words import Span

__all__ = ["PAUSE_MS", "SpeechMeter", "articulation_of"]

PAUSE_MS: Millis = 250
"""A shorter gap is part of articulating (RUBRIC, section 4)."""

BATCH_SAMPLES = SAMPLE_RATE // 5
"""Frames are measured 200 ms at a time, which costs a fifth of one block at a time."""

HOP = SAMPLE_RATE * HOP_MS // 1000
WINDOW = SAMPLE_RATE * WINDOW_MS // 1000
LEAD = (WINDOW - HOP) // 2
"""A frame's window begins this many samples before the 10 ms that it stands for."""

VOWELS_HZ = (300.0, 2_500.0)
VOWEL_WINDOW = SAMPLE_RATE * 25 // 1000
"""Short enough that quick syllables still have a dip between them."""

SMOOTH_FRAMES = 3
NUCLEUS_BELOW_PEAK_DB = 25.0
DIP_DB = 1.25
"""Less than de Jong & Wempe's 2 dB, which is of a smoother loudness."""

NEAR_VOICED_FRAMES = 1

ABOVE_ROOM_DB = 8.0
BELOW_PEAK_DB = 35.0
SURE_BELOW_PEAK_DB = 20.0
QUIETEST_DB = -75.0
GAP_MS: Millis = 130
"""A final p, t or k is silent for up to 120 ms before it bursts."""

CLICK_MS: Millis = 80
"""A sound that is no longer and has no pitch is no speech: a click, the tongue, a breath."""

VOICED_GAP_MS: Millis = 30
STEP_MS: Millis = 250
EDGE_MS: Millis = 20
"""The gate may be wrong by so much about where speech begins and ends."""

Frames = NDArray[np.float64]
"""A figure for each 10 ms, shape (frames,)."""


class SpeechMeter:
    """Measures the cleaned blocks of a reply as they go by.

    The blocks come in order; where some are left out, there was silence.
    """

    def __init__(self) -> None:
        self._runs: list[_Run] = []

    def hear(self, block: Block) -> None:
        """Take the next block."""
        if not self._runs or self._runs[-1].end_ms != block.start_ms:
            self._runs.append(_Run(block.start_ms))
        self._runs[-1].hear(block.heard)

    def sound(self, speech: Sequence[Span]) -> ReplySound | None:
        """Return how the stretches of speech sounded; None when nothing can be heard in them."""
        frames = _joined(self._runs)
        return None if frames is None else _measured(*frames, speech)


class _Run:
    """Frames of one stretch of blocks without a gap."""

    def __init__(self, start_ms: Millis) -> None:
        self.start_ms = start_ms
        self.end_ms = start_ms
        self._pending = silence(LEAD)
        self._measured: list[Frames] = []

    def hear(self, samples: Samples) -> None:
        self.end_ms += len(samples) * 1000 // SAMPLE_RATE
        self._pending = np.concatenate([self._pending, samples])
        if len(self._pending) >= BATCH_SAMPLES + WINDOW:
            self._measure(self._pending)
            whole = (len(self._pending) - WINDOW) // HOP + 1
            self._pending = self._pending[whole * HOP :]

    def frames(self) -> Frames:
        """Return level, level of the vowels' band and pitch, shape (frames, 3)."""
        rest = np.concatenate([self._pending, silence(WINDOW)])
        found = [*self._measured, _figures(rest)]
        count = (self.end_ms - self.start_ms) // HOP_MS
        return np.concatenate(found)[:count]

    def _measure(self, samples: Samples) -> None:
        self._measured.append(_figures(samples))


def _figures(samples: Samples) -> Frames:
    """Return level, level of the vowels' band and pitch of each 10 ms, shape (frames, 3)."""
    windows = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP].astype(np.float64)
    middle = windows[:, LEAD : LEAD + HOP]
    edge = (WINDOW - VOWEL_WINDOW) // 2
    short = windows[:, edge : edge + VOWEL_WINDOW] * np.hanning(VOWEL_WINDOW)
    spectrum = np.fft.rfft(short, axis=1)
    hertz = np.fft.rfftfreq(VOWEL_WINDOW, 1 / SAMPLE_RATE)
    band = (hertz >= VOWELS_HZ[0]) & (hertz <= VOWELS_HZ[1])
    vowels = np.mean(np.square(np.abs(spectrum[:, band])), axis=1) / VOWEL_WINDOW
    level = np.mean(np.square(middle), axis=1)
    return np.column_stack([_db(level), _db(vowels), pitch_of(samples)])


def _db(power: Frames) -> Frames:
    decibels: Frames = np.maximum(10 * np.log10(power + 1e-12), FLOOR_DB)
    return decibels


def _joined(runs: Sequence[_Run]) -> tuple[Millis, Frames] | None:
    """Put the runs' frames in one row, silence between them."""
    if not runs:
        return None
    start_ms = runs[0].start_ms
    row = np.zeros(((runs[-1].end_ms - start_ms) // HOP_MS, 3))
    row[:, :2] = FLOOR_DB
    for run in runs:
        first = (run.start_ms - start_ms) // HOP_MS
        frames = run.frames()
        row[first : first + len(frames)] = frames
    return start_ms, row


def _measured(start_ms: Millis, frames: Frames, speech: Sequence[Span]) -> ReplySound | None:
    level, vowels, pitch = frames.T
    inside = _inside(start_ms, len(frames), speech)
    heard = _sounding(level, pitch, inside)
    if not heard.any():
        return None
    voiced = np.where(heard, pitch, 0.0)
    return ReplySound(
        sounding=tuple(_spans(heard, start_ms)),
        voiced=tuple(_spans(_closed(voiced > 0, VOICED_GAP_MS), start_ms)),
        nuclei=tuple(start_ms + HOP_MS * int(at) for at in _nuclei(vowels, voiced, heard)),
        steps=tuple(_steps(level, voiced, heard, start_ms)),
    )


def _inside(start_ms: Millis, count: int, speech: Sequence[Span]) -> NDArray[np.bool_]:
    inside = np.zeros(count, dtype=np.bool_)
    for span in speech:
        first = max(0, (span.start_ms - EDGE_MS - start_ms) // HOP_MS)
        inside[first : max(0, -(-(span.end_ms + EDGE_MS - start_ms) // HOP_MS))] = True
    return inside


def _sounding(level: Frames, pitch: Frames, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell for each frame whether something is said: short gaps closed, clicks left out."""
    if not inside.any():
        return inside
    peak_db = float(np.percentile(level[inside], 95))
    room_db = float(np.percentile(level, 5))
    least_db = min(
        max(room_db + ABOVE_ROOM_DB, peak_db - BELOW_PEAK_DB), peak_db - SURE_BELOW_PEAK_DB
    )
    loud = inside & (level > max(least_db, QUIETEST_DB))
    said = _closed(loud, GAP_MS)
    for first, end in _stretches(said):
        if (end - first) * HOP_MS < CLICK_MS and not (pitch[first:end] > 0).any():
            said[first:end] = False
    return said


def _stretches(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first and end of each stretch that is true."""
    edges = np.flatnonzero(np.diff(np.pad(mask.astype(np.int8), 1)))
    return [(int(first), int(end)) for first, end in edges.reshape(-1, 2)]


def _closed(mask: NDArray[np.bool_], gap_ms: Millis) -> NDArray[np.bool_]:
    filled = mask.copy()
    for (_, end), (first, _) in pairwise(_stretches(mask)):
        if (first - end) * HOP_MS < gap_ms:
            filled[end:first] = True
    return filled


def _spans(mask: NDArray[np.bool_], start_ms: Millis) -> Iterator[Span]:
    for first, end in _stretches(mask):
        yield Span(start_ms + first * HOP_MS, start_ms + end * HOP_MS)


def _nuclei(vowels: Frames, voiced: Frames, heard: NDArray[np.bool_]) -> list[int]:
    """Return the frames at which a syllable is loudest."""
    smooth = np.convolve(vowels, np.ones(SMOOTH_FRAMES) / SMOOTH_FRAMES, mode="same")
    least_db = float(np.percentile(smooth[heard], 99)) - NUCLEUS_BELOW_PEAK_DB
    near = np.convolve(voiced > 0, np.ones(2 * NEAR_VOICED_FRAMES + 1), mode="same") > 0
    rising = smooth[1:-1] > smooth[:-2]
    peaks = np.flatnonzero(rising & (smooth[1:-1] >= smooth[2:])) + 1
    found: list[int] = []
    for peak in peaks:
        if smooth[peak] < least_db or not near[peak] or not heard[peak]:
            continue
        if not found:
            found.append(int(peak))
            continue
        dip_db = float(smooth[found[-1] : peak + 1].min())
        if min(smooth[found[-1]], smooth[peak]) - dip_db >= DIP_DB:
            found.append(int(peak))
        elif smooth[peak] > smooth[found[-1]]:
            found[-1] = int(peak)
    return found


def _steps(
    level: Frames, voiced: Frames, heard: NDArray[np.bool_], start_ms: Millis
) -> Iterator[VoiceStep]:
    size = STEP_MS // HOP_MS
    for first in range(0, len(level), size):
        part = slice(first, first + size)
        if heard[part].any():
            pitches = voiced[part][voiced[part] > 0]
            hertz = round(float(np.median(pitches)), 1) if len(pitches) else None
            level_db = mean_db(level[part][heard[part]].tolist())
            yield VoiceStep(start_ms + first * HOP_MS, level_db, hertz)


def articulation_of(sound: ReplySound) -> float | None:
    """Return syllables a second, pauses left out; None under half a second of speech."""
    pauses_ms = sum(pause.length_ms for pause in sound.pauses(PAUSE_MS))
    spoken_ms = sound.span.length_ms - pauses_ms
    return round(len(sound.nuclei) * 1000 / spoken_ms, 2) if spoken_ms >= 500 else None
