"""How well the echo guard finds the trainee over the customer's own loudspeaker, by condition."""

import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np

from benchmarks.figures import percentile, run, say
from trainer.audio.echo import EchoGuard, EchoMode
from trainer.audio.gate import SpeechGate
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Cleaned,
    Millis,
    Samples,
)
from trainer.conversation.turns import SpeechStarted

__all__ = ["Conversation", "Overlap", "Room", "converse", "rooms"]

CUSTOMERS = ("en-us", "en-gb+f3", "en-us+m3", "en-gb-scotland", "en-us+f2", "en-gb+m5")
TRAINEES = ("flite:slt", "flite:rms", "flite:awb", "en-us+m1", "en-gb+f1", "en-us+f4")
LINES = (
    (
        "I have been waiting for this parcel for three weeks and nobody tells me anything at "
        "all, do you have any idea how that feels"
    ),
    (
        "every single time I call you people I get a different story, and I am sick and tired "
        "of it, so don't you dare put me on hold again"
    ),
    (
        "my daughter's birthday was on Saturday and there was no present, because your driver "
        "could not be bothered to ring the bell"
    ),
    (
        "listen, I paid for the express delivery, that was twelve pounds, and what I got is "
        "an empty box with somebody else's name on it"
    ),
    (
        "no, you listen to me now, I want my money back today and I want to know what you "
        "will do about it, and don't read me your policy"
    ),
    (
        "I told your colleague yesterday and the day before that the boiler leaks, the "
        "kitchen floor is ruined, and still nobody has come"
    ),
)
SAYINGS = (
    "I am so sorry to hear that",
    "hold on a moment please",
    "can I just stop you there",
    "that must have been very frustrating",
    "let me have a look at your order",
    "what would help you most today",
    "okay but listen to me for a second",
    "yes I can see that here",
)
LEVELS_DB = (-6, 0, 6, 12)
DRIFTS_PPM = (0.0, 50.0, -100.0, 100.0)
LINES_EACH = 4
ROUNDS = 1
CHECK = 8 * SAMPLE_RATE
PAUSE_MS: Millis = 1_200
TAIL_MS: Millis = 400
EARLY_MS: Millis = 150
LATE_MS: Millis = 700


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """One opening of the line in one room.

    Attributes:
        response: From the loudspeaker to the microphone, delay and all, shape (n,).
        near: From the trainee's mouth to the microphone.
        drift_ppm: How much faster the microphone's clock runs than the loudspeaker's.
        noise_db: Level of the room in dBFS.
        drive: How hard the loudspeaker is driven; 0 is linear.
    """

    response: Samples
    near: Samples
    drift_ppm: float
    noise_db: float
    drive: float
    rt60_s: float
    delay_ms: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """A stretch in which the trainee speaks."""

    start_ms: Millis
    end_ms: Millis


@dataclass(frozen=True, slots=True, eq=False)
class Conversation:
    """Both tracks and the truth about them."""

    played: Samples
    heard: Samples
    room: Room
    lines: tuple[Overlap, ...]
    overlaps: tuple[Overlap, ...]


def speech(voice: str, text: str) -> Samples:
    """Return a saying at 16 kHz, silence trimmed off, at -26 dBFS where it sounds."""
    sound = _spoken(voice, text)
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    sound = sound[loud[0] : loud[-1] + 1]
    return (sound * (10 ** (-26 / 20) / active_rms(sound))).astype(np.float32)


def active_rms(sound: Samples) -> float:
    """Return the level of the 20 ms steps that are within 25 dB of the loudest."""
    steps = np.mean(np.square(sound[: len(sound) // 320 * 320].reshape(-1, 320)), axis=1)
    return float(np.sqrt(np.mean(steps[steps > steps.max() * 10**-2.5])))


@cache
def _spoken(voice: str, text: str) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        if voice.startswith("flite:"):
            call = ["flite", "-voice", voice.removeprefix("flite:"), "-t", text, "-o", str(path)]
        else:
            call = ["espeak-ng", "-v", voice, "-s", "165", "-w", str(path), text]
        subprocess.run(call, check=True)
        return to_16k(*read_sound(path))


def response(rng: np.random.Generator, delay_ms: float, rt60_s: float) -> Samples:
    """Return direct sound, a few early reflections and a tail of noise, peak 1."""
    length = int((delay_ms / 1000 + rt60_s) * SAMPLE_RATE)
    time_s = np.arange(length) / SAMPLE_RATE
    shaped = rng.normal(0, 1, length) * 10 ** (-3 * (time_s - delay_ms / 1000) / rt60_s) * 0.06
    shaped[time_s < (delay_ms + 5) / 1000] = 0
    first = int(delay_ms * 16)
    shaped[first] = 1
    for _ in range(6):
        at = first + int(rng.uniform(1, 30) * 16)
        shaped[min(at, length - 1)] += rng.uniform(-0.5, 0.5)
    return _through_small_loudspeaker(shaped.astype(np.float32))


def _through_small_loudspeaker(sound: Samples) -> Samples:
    """Cut the bass below 200 Hz, as a laptop's loudspeaker does."""
    spectrum = np.fft.rfft(sound, 2 * len(sound))
    hertz = np.fft.rfftfreq(2 * len(sound), 1 / SAMPLE_RATE)
    slope = (hertz / 200) ** 2 / (1 + (hertz / 200) ** 2)
    return np.fft.irfft(spectrum * slope)[: len(sound)].astype(np.float32)


def rooms(rng: np.random.Generator) -> tuple[Room, Room]:
    """Return the same room twice, opened once for the sound check and once for the rehearsal."""
    rt60_s, delay_ms = rng.uniform(0.2, 0.6), rng.uniform(30, 120)
    opened_ms = rng.uniform(30, 120)
    found = response(rng, delay_ms, rt60_s)
    bare = found[int(delay_ms * 16) - 8 :]
    near = response(rng, 1, 0.5 * rt60_s)
    noise_db, drive = rng.uniform(-60, -40), rng.choice([0.0, 0.5, 1.0])
    check = Room(found, near, 0.0, noise_db, drive, rt60_s, delay_ms)
    late = np.concatenate([np.zeros(int(opened_ms * 16) - 8, np.float32), bare])
    return check, replace(check, response=late, delay_ms=opened_ms)


def echo_of(played: Samples, room: Room) -> Samples:
    """Return what the microphone gets of what was played."""
    driven = played
    if room.drive:
        peak = float(np.abs(played).max()) / room.drive
        driven = (np.tanh(played / peak) * peak).astype(np.float32)
    return _drifted(convolve(driven, room.response), room.drift_ppm)


def convolve(sound: Samples, impulse: Samples) -> Samples:
    """Return the sound through the impulse response, as long as the sound."""
    size = 1 << (len(sound) + len(impulse)).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.fft.rfft(impulse, size)
    return np.fft.irfft(spectrum)[: len(sound)].astype(np.float32)


def _drifted(sound: Samples, ppm: float) -> Samples:
    """Read the sound at a slightly different clock: 16 taps of windowed sinc."""
    if not ppm:
        return sound
    at = np.arange(len(sound)) * (1 - ppm * 1e-6)
    whole = np.floor(at).astype(int)
    taps = np.arange(-15, 17)
    offset = taps[np.newaxis] - (at - whole)[:, np.newaxis]
    weight = np.sinc(offset) * np.cos(np.pi * offset / 34) ** 2
    padded = np.pad(sound, (40, 400))
    drifted: Samples = np.zeros(len(sound), np.float32)
    for column, tap in enumerate(taps):
        drifted += (padded[whole + 40 + tap] * weight[:, column]).astype(np.float32)
    return drifted


def converse(rng: np.random.Generator, room: Room, over_db: float | None) -> Conversation:
    """Return a conversation of a few lines; the trainee cuts into each, or into none."""
    gain = 10 ** (rng.uniform(0, 6) / 20)
    parts: list[Samples] = [np.zeros(PAUSE_MS * 16, np.float32)]
    spoken: list[tuple[int, Samples]] = []
    lines: list[Overlap] = []
    voice, trainee = rng.choice(CUSTOMERS), rng.choice(TRAINEES)
    at = len(parts[0])
    for text in rng.permutation(LINES)[:LINES_EACH]:
        line = speech(voice, str(text)) * gain
        lines.append(Overlap(at // 16, (at + len(line)) // 16))
        saying = speech(trainee, str(rng.choice(SAYINGS)))
        latest = len(line) - len(saying) - 8_000
        spoken.append((at + int(rng.uniform(8_000, max(8_001, latest))), saying))
        parts += [line, np.zeros(PAUSE_MS * 16, np.float32)]
        at += len(line) + PAUSE_MS * 16
    played = np.concatenate(parts)[: at // BLOCK_SAMPLES * BLOCK_SAMPLES].astype(np.float32)
    echo = echo_of(played, room)
    heard = echo + rng.normal(0, 10 ** (room.noise_db / 20), len(played)).astype(np.float32)
    overlaps = []
    if over_db is not None:
        for start, saying in spoken:
            said = convolve(np.pad(saying, (0, 3_200)), room.near)
            said *= active_rms(echo) * 10 ** (over_db / 20) / active_rms(said)
            heard[start : start + len(said)] += said[: len(heard) - start]
            overlaps.append(Overlap(start // 16 + 1, (start + len(saying)) // 16))
    return Conversation(played, heard.clip(-1, 1), room, tuple(lines), tuple(overlaps))


def blocks(talk: Conversation) -> Iterator[Block]:
    """Cut a conversation into blocks, as the line does."""
    for first in range(0, len(talk.played) - BLOCK_SAMPLES + 1, BLOCK_SAMPLES):
        here = slice(first, first + BLOCK_SAMPLES)
        sounds = bool(talk.played[here].any())
        yield Block(first // 16, talk.heard[here], talk.played[here], 0 if sounds else None)


@dataclass(slots=True)
class Tally:
    """What came of the overlaps of one condition.

    Attributes:
        found: How long it took to be sure of each overlap that was found, in ms.
        onsets: By how much each was misdated.
        there: How many overlaps there were.
        false: Onsets heard over a line with nobody speaking.
        line_ms: How long the customer spoke.
    """

    found: list[float] = field(default_factory=list)
    onsets: list[float] = field(default_factory=list)
    there: int = 0
    false: int = 0
    line_ms: int = 0

    def add(self, talk: Conversation, started: Sequence[SpeechStarted]) -> None:
        """Hold what was heard against the truth."""
        self.there += len(talk.overlaps)
        self.line_ms += sum(line.end_ms - line.start_ms for line in talk.lines)
        over = [one for one in started if _within(one.known_ms, talk.lines, TAIL_MS)]
        for overlap in talk.overlaps:
            mine = [
                one for one in over if overlap.start_ms - EARLY_MS <= one.at_ms < overlap.end_ms
            ]
            over = [one for one in over if one not in mine]
            if mine and mine[0].known_ms - overlap.start_ms < LATE_MS:
                self.found.append(mine[0].known_ms - overlap.start_ms)
                self.onsets.append(abs(mine[0].at_ms - overlap.start_ms))
        self.false += sum(not _within(one.at_ms, talk.overlaps, TAIL_MS) for one in over)

    def figures(self, name: str) -> Iterator[tuple[str, float]]:
        """Give recall, precision and the rest, by name."""
        yield f"{name}_false_per_minute", self.false * 60_000 / max(1, self.line_ms)
        if self.there:
            yield f"{name}_recall", len(self.found) / self.there
            yield f"{name}_precision", len(self.found) / max(1, len(self.found) + self.false)
        if self.found:
            yield f"{name}_known_p50_ms", percentile(self.found, 50)
            yield f"{name}_known_p95_ms", percentile(self.found, 95)
            yield f"{name}_onset_p95_ms", percentile(self.onsets, 95)


def _within(at_ms: Millis, stretches: Sequence[Overlap], tail_ms: Millis) -> bool:
    return any(one.start_ms <= at_ms < one.end_ms + tail_ms for one in stretches)


def listen(talk: Conversation, guard: EchoGuard | None) -> tuple[list[SpeechStarted], float]:
    """Return the onsets that the gate hears, and the guard's time in seconds."""
    gate, started, busy_s = SpeechGate(), [], 0.0
    for block in blocks(talk):
        began = time.process_time()
        cleaned = guard.clean(block) if guard else Cleaned(block, block)
        busy_s += time.process_time() - began
        event = gate.hear(cleaned.gate, over_echo=cleaned.over_echo)
        if isinstance(event, SpeechStarted):
            started.append(event)
    return started, busy_s


def measure(seed: int) -> tuple[Mapping[str, float], Mapping[str, object]]:
    """Hold conversations in as many rooms as there are conditions, times `ROUNDS`."""
    tallies: dict[str, Tally] = {}
    busy_s = sounds_s = 0.0
    facts: list[str] = []
    for number, (over_db, ppm) in enumerate(product((*LEVELS_DB, None, None), DRIFTS_PPM)):
        for again in range(ROUNDS):
            rng = np.random.default_rng([seed, number, again])
            check, room = (replace(one, drift_ppm=ppm) for one in rooms(rng))
            guard = EchoGuard()
            calibration = converse(rng, check, None)
            guard.calibrate(calibration.played[:CHECK], calibration.heard[:CHECK])
            talk = converse(rng, room, over_db)
            started, seconds = listen(talk, guard)
            busy_s, sounds_s = busy_s + seconds, sounds_s + len(talk.played) / SAMPLE_RATE
            alone = over_db is None
            names = ["alone" if alone else f"{over_db}db", "all"]
            names += [f"drift{ppm:g}", f"drive{room.drive:g}"]
            for name in names:
                tallies.setdefault(name, Tally()).add(talk, started)
            bare, _ = listen(talk, None)
            tallies.setdefault("without", Tally()).add(talk, bare)
            facts.append(told(over_db, guard, talk, started))
            say(facts[-1])
    figures = dict(pair for name, one in tallies.items() for pair in one.figures(name))
    return {**figures, "echo_rtf": busy_s / sounds_s, **dict(costs(seed))}, {}


def costs(seed: int) -> Iterator[tuple[str, float]]:
    """Give what guard and gate cost without a sound check: mean share of a core, worst block."""
    rng = np.random.default_rng([seed, 99])
    talk = converse(rng, rooms(rng)[1], None)
    noise = rng.normal(0, 10 ** (talk.room.noise_db / 20), len(talk.heard)).astype(np.float32)
    alone = [ms for _, ms in block_costs(replace(talk, heard=noise))]
    echoed = block_costs(talk)
    learning = [ms for mode, ms in echoed if mode is EchoMode.LEARNING]
    linear = [ms for mode, ms in echoed if mode is EchoMode.LINEAR]
    for name, taken_ms in (("no_echo", alone), ("learning", learning), ("linear", linear)):
        yield f"{name}_rtf", sum(taken_ms) / len(taken_ms) / BLOCK_MS
        yield f"{name}_worst_block_ms", max(taken_ms)


def block_costs(talk: Conversation) -> list[tuple[EchoMode, float]]:
    """Return for each block what mode it met, and how long guard and gate took, in ms."""
    guard, gate, taken = EchoGuard(), SpeechGate(), []
    for block in blocks(talk):
        mode, began_s = guard.mode, time.process_time()
        cleaned = guard.clean(block)
        gate.hear(cleaned.gate, over_echo=cleaned.over_echo)
        taken.append((mode, (time.process_time() - began_s) * 1000))
    return taken


def told(
    over_db: float | None, guard: EchoGuard, talk: Conversation, started: Sequence[SpeechStarted]
) -> str:
    """Say what one conversation gave."""
    one = Tally()
    one.add(talk, started)
    room = talk.room
    return (
        f"{over_db} dB, {room.drift_ppm:g} ppm ({guard.drift_ppm or 0:.1f}), "
        f"{room.delay_ms:.1f} ms ({guard.delay_ms or 0:.1f}), rt60 {room.rt60_s:.2f} s, "
        f"noise {room.noise_db:.0f} dB, drive {room.drive:g}, {guard.mode.value}, "
        f"erle {guard.erle_db or 0:.1f}: {len(one.found)} of {one.there} "
        f"({one.found}, {one.onsets}), {one.false} false"
    )


if __name__ == "__main__":
    run("echo", measure)
