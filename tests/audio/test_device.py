"""The real PortAudio on the virtual sound card."""

import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.support.audio import rendered, tone
from tests.support.soundcard import CARD_RATE, SoundCard
from trainer.audio.devices import OpenStream, SoundSystem, StreamCallback, StreamPlan
from trainer.audio.level import rms_db
from trainer.audio.player import Player
from trainer.audio.problems import AudioProblem
from trainer.audio.sounds import to_16k
from trainer.audio.stream import DuplexLine
from trainer.conversation.blocks import Block, Samples

pytestmark = pytest.mark.device


class Call:
    """An open line on the card, whose blocks are taken as they come."""

    def __init__(self, system: SoundSystem | None = None, *, listens: bool = True) -> None:
        self.line = DuplexLine(system or SoundSystem(), listens=listens)
        self.inbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.line.open(self.inbox.put)

    def blocks(self, length_ms: int) -> list[Block]:
        """Take blocks for so long."""
        blocks: list[Block] = []
        while len(blocks) * 20 < length_ms:
            blocks += self.line.blocks(self.inbox.get(timeout=2))
        return blocks

    def blocks_over(self, sound: Samples) -> list[Block]:
        """Play the sound and take blocks for a second longer."""
        self.line.play(rendered(sound))
        return self.blocks(len(sound) // 16 + 1000)


def heard_in(blocks: list[Block]) -> Samples:
    """Return what was heard in the blocks, one after the other."""
    return np.concatenate([block.heard for block in blocks])


@pytest.fixture
def call(soundcard: SoundCard) -> Iterator[Call]:
    """Give an open line on the card."""
    del soundcard
    call = Call()
    yield call
    call.line.close()


class TogetherSystem(SoundSystem):
    """A sound system whose devices only go together."""

    def open(
        self, plan: StreamPlan, callback: StreamCallback, finished: Callable[[], None]
    ) -> OpenStream:
        """Refuse a stream for one direction."""
        if not (plan.heard and plan.played):
            raise AudioProblem("these devices only go together")
        return super().open(plan, callback, finished)


PIECE = 3_200
TRIES = 3


def sweep(length_ms: int) -> Samples:
    """Return a sine that rises from 200 to 800 Hz, at 16 kHz, which is like itself only once."""
    time_s = np.arange(length_ms * 16) / 16_000
    rise = 600 / (length_ms / 1000)
    return (0.5 * np.sin(2 * np.pi * (200 + rise / 2 * time_s) * time_s)).astype(np.float32)


def best_lag(sound: Samples, inside: Samples) -> tuple[int, float]:
    """Return at which sample `sound` stands in `inside`, and how alike they are there, 0..1."""
    size = len(sound) + len(inside)
    spectrum = np.fft.rfft(inside, size) * np.conj(np.fft.rfft(sound, size))
    lag = int(np.argmax(np.fft.irfft(spectrum, size)[: len(inside)]))
    there = inside[lag : lag + len(sound)]
    here = sound[: len(there)]
    return lag, float(here @ there / (np.linalg.norm(here) * np.linalg.norm(there) + 1e-9))


def found(sound: Samples, inside: Samples) -> float:
    """Return how much of `sound` stands in `inside`, in pieces of 200 ms, 0..1.

    In pieces, since a busy machine may starve the sound card for a moment.
    """
    pieces = [sound[first : first + PIECE] for first in range(0, len(sound) - PIECE + 1, PIECE)]
    return float(np.mean([best_lag(piece, inside)[1] > 0.95 for piece in pieces]))


def at_best(share: Callable[[], float], least: float) -> float:
    """Return the first share that reaches `least`, else the best of three tries.

    What is wrong stays wrong; a machine that is busy with other things starves the card only now
    and then.
    """
    shares: list[float] = []
    while not shares or (shares[-1] < least and len(shares) < TRIES):
        shares.append(share())
    return max(shares)


def delay_ms(blocks: list[Block]) -> float:
    """Return by how much what was heard follows what was played (the median of pieces)."""
    played = np.concatenate([block.played for block in blocks])
    heard = heard_in(blocks)
    lags = [
        best_lag(played[first : first + PIECE], heard)[0] - first
        for first in range(0, len(played) - PIECE, PIECE)
        if rms_db(played[first : first + PIECE]) > -15
    ]
    return float(np.median(lags)) / 16


def test_what_is_played_comes_round(soundcard: SoundCard) -> None:
    """A line that leaves the loudspeaker comes back through the microphone whole and soon."""
    delays_ms: list[float] = []

    def share() -> float:
        with soundcard.echoing():
            call = Call()
            blocks = call.blocks_over(sweep(1000))
            call.line.close()
        delays_ms.append(delay_ms(blocks))
        return found(sweep(1000), heard_in(blocks))

    assert at_best(share, 0.8) >= 0.8
    assert 0 < delays_ms[-1] < 150


def test_what_is_played_is_what_the_loudspeaker_gets(soundcard: SoundCard, call: Call) -> None:
    """The recording of the loudspeaker holds the sound that stands in `played`."""

    def share() -> float:
        recording = soundcard.record()
        blocks = call.blocks_over(sweep(2000))
        recorded = to_16k(recording.stop(), CARD_RATE)
        played = np.concatenate([block.played for block in blocks])
        begin, alike = best_lag(sweep(2000), played)
        assert alike > 0.99
        return found(played[begin : begin + 32_000], recorded)

    assert at_best(share, 0.8) >= 0.8


def test_the_microphone_hears_what_is_spoken(
    soundcard: SoundCard, call: Call, tmp_path: Path
) -> None:
    """A sound file that is spoken into the microphone stands in `heard`."""
    import soundfile

    path = tmp_path / "sweep.wav"
    soundfile.write(path, sweep(1000), 16_000)

    def share() -> float:
        soundcard.speak(path)
        return found(sweep(1000), heard_in(call.blocks(2000)))

    assert at_best(share, 0.8) >= 0.8


def test_hush_is_silent_within_50_ms(soundcard: SoundCard, call: Call) -> None:
    """From the moment `hush` is told, the loudspeaker is given at most 50 ms more of the line."""
    recording = soundcard.record()
    call.line.play(rendered(tone(5000)))
    call.blocks(1000)
    assert call.line._run
    given_ms = call.line._run.playback._position * 1000 / CARD_RATE
    call.line.hush()
    call.blocks(600)

    recorded = recording.stop()

    steps = recorded[: len(recorded) // 240 * 240].reshape(-1, 240)
    sounded_ms = 5 * np.count_nonzero(np.abs(steps).max(axis=1) > 0.005)
    assert given_ms - 50 < sounded_ms <= given_ms + 50


def test_a_hushed_line_ends_without_a_click(soundcard: SoundCard, call: Call) -> None:
    """The loudspeaker's last 20 ms fall smoothly, with no step louder than the tone's own."""
    recording = soundcard.record()
    call.line.play(rendered(tone(3000)))
    call.blocks(500)
    call.line.hush()
    call.blocks(400)

    recorded = recording.stop()

    last = int(np.flatnonzero(np.abs(recorded) > 0.005)[-1])
    end = recorded[last - CARD_RATE * 15 // 1000 :]
    own_step = 0.5 * 2 * np.pi * 440 / CARD_RATE
    assert np.abs(np.diff(end)).max() < own_step * 1.3


def test_nothing_is_lost_in_5_s(soundcard: SoundCard) -> None:
    """Five seconds with a line playing go by without an xrun, at the pace of the clock.

    On a machine that is busy with other things, one run of three is enough.
    """
    del soundcard
    runs: list[tuple[int, int, str]] = []
    while not runs or (runs[-1] != (0, 0, "") and len(runs) < 3):
        call = Call()
        call.blocks(200)
        begun = time.monotonic()
        call.line.play(rendered(tone(4000)))
        call.blocks(5000)
        lasted = time.monotonic() - begun
        runs.append((call.line.xruns, call.line.dropped_blocks, call.line.trouble))
        call.line.close()

    assert runs[-1] == (0, 0, "")
    assert lasted == pytest.approx(5, abs=0.25)


def test_one_stream_does_the_same(soundcard: SoundCard) -> None:
    """Where only a duplex stream can be had, most of the line is heard within 150 ms."""
    descriptions: list[str] = []

    def share() -> float:
        with soundcard.echoing():
            call = Call(TogetherSystem())
            blocks = call.blocks_over(sweep(1000))
            descriptions.append(call.line.description)
            call.line.close()
        return found(sweep(1000), heard_in(blocks)) if 0 < delay_ms(blocks) < 150 else 0.0

    assert at_best(share, 0.4) >= 0.4
    assert not any("+" in description for description in descriptions)


def test_a_line_that_only_plays(soundcard: SoundCard) -> None:
    """Without a microphone the loudspeaker still gets the line."""

    def share() -> float:
        call = Call(listens=False)
        recording = soundcard.record()
        blocks = call.blocks_over(sweep(500))
        call.line.close()
        assert not heard_in(blocks).any()
        return found(sweep(500), to_16k(recording.stop(), CARD_RATE))

    assert at_best(share, 0.5) >= 0.5


def test_the_player_plays_to_the_end(soundcard: SoundCard) -> None:
    """A clip is heard whole, its caller does not wait for it, and `finished` is told once."""

    def share() -> float:
        finished: queue.SimpleQueue[str] = queue.SimpleQueue()
        recording = soundcard.record()
        player = Player(SoundSystem())
        begun = time.monotonic()
        player.play(sweep(500), 16_000, finished.put)
        returned_s = time.monotonic() - begun
        told = finished.get(timeout=5)
        player.close()

        assert returned_s < 0.5
        assert told == ""
        assert finished.empty()
        assert not player.playing
        return found(sweep(500), to_16k(recording.stop(), CARD_RATE))

    assert at_best(share, 0.5) >= 0.5


def test_the_player_stops(soundcard: SoundCard) -> None:
    """A clip that is stopped is over long before its end, and `finished` is still told."""
    finished: queue.SimpleQueue[str] = queue.SimpleQueue()
    recording = soundcard.record()
    player = Player(SoundSystem())

    player.play(tone(10_000), 16_000, finished.put)
    while not np.abs(recording.samples()).max() > 0.1:
        time.sleep(0.02)
    player.stop()
    told = finished.get(timeout=1)
    player.close()

    assert told == ""
    assert np.count_nonzero(np.abs(recording.stop()) > 0.1) < CARD_RATE


def test_a_plug_that_is_pulled_is_trouble(soundcard: SoundCard) -> None:
    """Within a second of the card going away the line says so, and opens again later."""
    call = Call()
    call.blocks(200)

    soundcard.unplug()
    pulled = time.monotonic()
    while not call.line.trouble and time.monotonic() - pulled < 2:
        time.sleep(0.02)
    lasted = time.monotonic() - pulled
    trouble = call.line.trouble
    call.line.close()
    soundcard.plug_in()

    assert "gone away" in trouble
    assert lasted <= 1

    again = Call()
    assert len(again.blocks(100)) >= 5
    again.line.close()


def test_a_line_arrives_in_tune(soundcard: SoundCard, call: Call) -> None:
    """A line of the voice's 22,050 Hz has its pitch on the card."""
    recording = soundcard.record()
    call.line.play(rendered(tone(1000, 22_050), 22_050))
    call.blocks(1400)

    recorded = recording.stop()

    spectrum = np.abs(np.fft.rfft(recorded))
    assert float(np.argmax(spectrum)) * CARD_RATE / len(recorded) == pytest.approx(440, abs=2)
