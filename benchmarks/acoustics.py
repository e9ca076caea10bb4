"""A room with a microphone, a loudspeaker and a trainee, 20 ms at a time.

The microphone hears the trainee, the loudspeaker through the room (a soft clipping, a response, a
delay that drifts with the clocks), the room's own noise, and whatever disturbs. All is placed to
the sample, so it is known who spoke when.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from trainer.audio.level import FLOOR_DB, rms_db
from trainer.audio.offline import OfflineLine
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Samples
from trainer.conversation.lines import RenderedLine

__all__ = [
    "Clip",
    "Convolver",
    "DriftingDelay",
    "Mouth",
    "Room",
    "RoomLine",
    "active_db",
    "far_away",
    "from_db",
    "pink_noise",
    "room_response",
]

Spectra = NDArray[np.complex64]

ACTIVE_BELOW_PEAK_DB = 25.0
"""Frames this far below the loudest one are pauses."""

NOISE_S = 8
TAPS = 16
PHASES = 1024
HIGH_PASS_HERTZ = 180.0
"""A laptop's loudspeaker plays hardly anything below."""


def from_db(level_db: float) -> np.float32:
    """Return the factor of a level."""
    return np.float32(10 ** (level_db / 20))


def active_db(sound: Samples) -> float:
    """Return the loudness of speech without its pauses, in dBFS."""
    whole = len(sound) // BLOCK_SAMPLES * BLOCK_SAMPLES
    if not whole:
        return rms_db(sound)
    power = np.square(sound[:whole].reshape(-1, BLOCK_SAMPLES), dtype=np.float64).mean(axis=1)
    loud = power[power > power.max() * 10 ** (-ACTIVE_BELOW_PEAK_DB / 10)]
    return float(10 * np.log10(loud.mean())) if len(loud) else FLOOR_DB


@dataclass(frozen=True, slots=True)
class Room:
    """What one conversation takes place in.

    Attributes:
        ratio_db: How much louder the trainee is than the echo, both while they speak; None when
            the microphone does not hear the loudspeaker (a headset).
        trainee_db: The trainee's loudness at the microphone while speaking, dBFS.
        rt60_s: How long a sound takes to fade by 60 dB.
        delay_ms: From the samples that are given to the loudspeaker to the microphone.
        drift_ppm: How much faster (or slower) the loudspeaker's clock is.
        noise_db: The room's own noise, dBFS.
        knee: How soon the loudspeaker clips, 0.4 (hardly) to 1.
        seed: Draws the response and the noise.
    """

    ratio_db: float | None
    trainee_db: float = -26.0
    rt60_s: float = 0.4
    delay_ms: float = 60.0
    drift_ppm: float = 0.0
    noise_db: float = -55.0
    knee: float = 0.6
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Sound that reaches the microphone from a sample on; `what` tells noises apart."""

    start: int
    samples: Samples
    what: str = ""

    @property
    def end(self) -> int:
        """The sample just after its last."""
        return self.start + len(self.samples)


@dataclass(slots=True)
class Mouth:
    """Mixes clips into a stream, each to its sample.

    Attributes:
        sample: The next sample to be taken.
        clips: Everything that is to be heard or was.
    """

    sample: int = 0
    clips: list[Clip] = field(default_factory=list)

    def speak(self, clip: Clip) -> Clip:
        """Let the clip be heard when its time comes."""
        self.clips.append(clip)
        return clip

    def drop_after(self, sample: int) -> None:
        """Leave unsaid whatever begins later than that."""
        self.clips = [clip for clip in self.clips if clip.start <= max(sample, self.sample)]

    def unsay(self, clips: Sequence[Clip]) -> None:
        """Leave these unsaid; none of them may have begun."""
        gone = set(map(id, clips))
        self.clips = [clip for clip in self.clips if id(clip) not in gone]

    def take(self, count: int = BLOCK_SAMPLES) -> Samples:
        """Return the next samples and move on."""
        begin, end = self.sample, self.sample + count
        mixed = np.zeros(count, dtype=np.float32)
        for clip in self.clips:
            first, last = max(begin, clip.start), min(end, clip.end)
            if first < last:
                mixed[first - begin : last - begin] += clip.samples[
                    first - clip.start : last - clip.start
                ]
        self.sample = end
        return mixed


class RoomLine(OfflineLine):
    """The offline line in a room.

    Attributes:
        mouth: What the trainee says.
        noises: What else makes a sound.
        on_play: Is told of each line that is about to begin.
    """

    def __init__(self, room: Room, played: Samples) -> None:
        """Prepare a line.

        Args:
            room: What it stands in.
            played: What will be played in all, to measure the echo's loudness by.
        """
        super().__init__()
        rng = np.random.default_rng([room.seed, 1])
        self.mouth = Mouth()
        self.noises = Mouth()
        self.on_play: Callable[[RenderedLine], None] = lambda _: None
        self._noise = pink_noise(NOISE_S * SAMPLE_RATE, rng) * from_db(room.noise_db)
        self._noise_at = int(rng.integers(len(self._noise)))
        self._knee = np.float32(room.knee)
        response = room_response(room.rt60_s, float(rng.uniform(0, 8)), rng)
        self._echo = self._gain(room, played, response)
        self._convolver = Convolver(response)
        self._delay = DriftingDelay(room.delay_ms, room.drift_ppm)

    def begin(self) -> None:
        """Count samples and milliseconds from here on; the room goes on sounding."""
        self._next_ms = 0
        self.mouth.sample = self.noises.sample = 0

    def play(self, line: RenderedLine) -> None:
        """Start the line with the next block."""
        self.on_play(line)
        super().play(line)

    def _gain(self, room: Room, played: Samples, response: Samples) -> np.float32:
        if room.ratio_db is None:
            return np.float32(0)
        echo = _convolved(self._clipped(played), response)
        return from_db(room.trainee_db - room.ratio_db - active_db(echo))

    def _clipped(self, played: Samples) -> Samples:
        clipped: Samples = np.tanh(self._knee * played) / self._knee
        return clipped

    def _heard(self, played: Samples) -> Samples:
        heard = self.mouth.take(len(played)) + self.noises.take(len(played)) + self._next_noise()
        if self._echo:
            heard += self._echo * self._delay.hear(self._convolver.hear(self._clipped(played)))
        return heard.clip(-1, 1)

    def _next_noise(self) -> Samples:
        self._noise_at = (self._noise_at + BLOCK_SAMPLES) % len(self._noise)
        return self._noise.take(range(self._noise_at, self._noise_at + BLOCK_SAMPLES), mode="wrap")


class Convolver:
    """Convolves block by block with a long response, by partitions in the frequency domain."""

    def __init__(self, response: Samples) -> None:
        count = -(-len(response) // BLOCK_SAMPLES)
        parts = np.zeros((count, 2 * BLOCK_SAMPLES), dtype=np.float32)
        whole = np.zeros(count * BLOCK_SAMPLES, dtype=np.float32)
        whole[: len(response)] = response
        parts[:, :BLOCK_SAMPLES] = whole.reshape(count, BLOCK_SAMPLES)
        self._parts: Spectra = np.fft.rfft(parts, axis=1).astype(np.complex64)
        self._past: Spectra = np.zeros_like(self._parts)
        self._place = 0
        self._last = np.zeros(BLOCK_SAMPLES, dtype=np.float32)

    def hear(self, block: Samples) -> Samples:
        """Take the next block; return the same block of what comes out."""
        count = len(self._parts)
        self._place = (self._place - 1) % count
        self._past[self._place] = np.fft.rfft(np.concatenate([self._last, block]))
        self._last = block
        new, old = self._parts[: count - self._place], self._parts[count - self._place :]
        total = np.einsum("ij,ij->j", new, self._past[self._place :])
        total += np.einsum("ij,ij->j", old, self._past[: self._place])
        out: Samples = np.fft.irfft(total)[BLOCK_SAMPLES:].astype(np.float32)
        return out


class DriftingDelay:
    """Delays a stream by a time that grows or shrinks, by windowed-sinc interpolation."""

    def __init__(self, delay_ms: float, drift_ppm: float) -> None:
        self._delay = delay_ms * SAMPLE_RATE / 1000
        self._step = 1 + drift_ppm * 1e-6
        self._past = np.zeros(SAMPLE_RATE // 4, dtype=np.float32)
        self._taken = 0

    def hear(self, block: Samples) -> Samples:
        """Take the next block; return what comes out meanwhile."""
        self._past = np.concatenate([self._past[len(block) :], block])
        first = self._taken + len(block) - len(self._past)
        wanted = (self._taken + np.arange(len(block))) * self._step - self._delay
        self._taken += len(block)
        whole = np.floor(wanted)
        phases = ((wanted - whole) * PHASES).astype(np.int64)
        places = (whole - first).astype(np.int64)[:, np.newaxis] + np.arange(TAPS) - TAPS // 2 + 1
        out: Samples = np.einsum("ij,ij->i", self._past[places], _SINC[phases])
        return out


def room_response(rt60_s: float, direct_db: float, rng: np.random.Generator) -> Samples:
    """Return a room's response: direct sound, a dozen early reflections, a tail that fades.

    Args:
        rt60_s: How long a sound takes to fade by 60 dB.
        direct_db: How much louder the direct sound is than all the rest.
        rng: Draws the reflections and the tail.
    """
    length = int(rt60_s * SAMPLE_RATE)
    fade = 10 ** (-3 * np.arange(length) / length)
    tail = rng.normal(size=length) * fade
    tail[: SAMPLE_RATE // 200] = 0
    early = rng.integers(SAMPLE_RATE // 500, SAMPLE_RATE // 25, 12)
    tail[early] += rng.choice([-1, 1], 12) * 4 * fade[early]
    tail *= 10 ** (-direct_db / 20) / np.sqrt(np.sum(tail**2))
    tail[0] = 1
    spectrum = np.fft.rfft(tail, 2 * length)
    hertz = np.fft.rfftfreq(2 * length, 1 / SAMPLE_RATE)
    high_passed = np.fft.irfft(spectrum * (1j * hertz / (HIGH_PASS_HERTZ + 1j * hertz)))
    response: Samples = high_passed[:length].astype(np.float32)
    return response


def far_away(sound: Samples, rt60_s: float, rng: np.random.Generator) -> Samples:
    """Return a sound from the other end of the room: more of the room than of the sound."""
    return _convolved(sound, room_response(rt60_s, -9.0, rng))


def pink_noise(length: int, rng: np.random.Generator) -> Samples:
    """Return noise of 0 dBFS whose power falls by 3 dB an octave from 60 Hz on."""
    spectrum = np.fft.rfft(rng.normal(size=length))
    hertz = np.fft.rfftfreq(length, 1 / SAMPLE_RATE)
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(hertz, 60)), length)
    noise /= np.sqrt(np.mean(noise**2))
    return noise.astype(np.float32)


def _convolved(sound: Samples, response: Samples) -> Samples:
    length = len(sound) + len(response) - 1
    size = 1 << (length - 1).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(response, size)
    out: Samples = np.fft.irfft(spectrum, size)[:length].astype(np.float32)
    return out


def _sinc_table() -> NDArray[np.float32]:
    """Return the taps for each fraction of a sample, shape (PHASES, TAPS)."""
    places = np.arange(TAPS) - TAPS // 2 + 1
    away = places[np.newaxis] - np.arange(PHASES)[:, np.newaxis] / PHASES
    window = np.cos(np.pi * away / (TAPS + 1)) ** 2
    table: NDArray[np.float32] = (np.sinc(away) * window).astype(np.float32)
    return table


_SINC = _sinc_table()
