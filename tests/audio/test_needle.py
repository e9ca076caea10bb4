"""The microphone's level, for as long as somebody looks, and the test tone."""

import queue
from dataclasses import replace

import numpy as np
import pytest

from tests.support.sound_system import HEADSET, FakeStream, FakeSystem
from trainer.audio import needle
from trainer.audio.level import rms_db
from trainer.audio.needle import Needle
from trainer.audio.problems import DEVICE_GONE
from trainer.audio.tone import TONE_RATE, two_notes


class Told:
    """What a level line would be told."""

    def __init__(self) -> None:
        self.levels: queue.SimpleQueue[float] = queue.SimpleQueue()
        self.ended: queue.SimpleQueue[str] = queue.SimpleQueue()

    def watch(self, system: FakeSystem) -> Needle:
        """Begin to watch the system's own microphone."""
        return Needle(system, "", self.levels.put, self.ended.put)


def stream_of(system: FakeSystem, told: Told) -> FakeStream:
    """Wait until the stream is open, and return it."""
    told.levels.get(timeout=5)
    return system.streams[0]


def test_ten_levels_a_second() -> None:
    """Five blocks of 20 ms are one level; the microphone alone is opened."""
    system, told = FakeSystem(HEADSET, turns=10), Told()
    watching = told.watch(system)
    levels = [told.levels.get(timeout=5) for _ in range(2)]
    watching.stop()
    watching.wait()

    (stream,) = system.streams
    assert levels == [pytest.approx(rms_db(np.full(960, 0.25, dtype=np.float32)))] * 2
    assert stream.plan.played is None
    assert stream.closed == 1
    assert told.ended.get(timeout=5) == ""
    assert told.levels.empty()


def test_another_rate_is_tried() -> None:
    """A microphone that refuses 48 kHz is heard at its own rate."""
    system = FakeSystem(
        replace(HEADSET, rate=44_100), refuses=lambda plan: plan.rate == 48_000, turns=5
    )
    told = Told()
    watching = told.watch(system)
    assert stream_of(system, told).plan.rate == 44_100
    watching.stop()
    watching.wait()


def test_a_microphone_that_nobody_can_open_is_told() -> None:
    """In the sound system's own words; so is one that is not there."""
    for system, problem in (
        (FakeSystem(HEADSET, refuses=lambda _: True), "refused"),
        (FakeSystem(replace(HEADSET, inputs=0)), "No microphone was found."),
    ):
        told = Told()
        told.watch(system).wait()
        assert told.ended.get(timeout=5).startswith(problem)


def test_a_microphone_that_goes_away_is_told() -> None:
    """And it is let go of."""
    system, told = FakeSystem(HEADSET, turns=5), Told()
    watching = told.watch(system)
    stream_of(system, told).end()
    watching.wait()

    assert told.ended.get(timeout=5) == DEVICE_GONE
    assert system.streams[0].closed == 1


def test_a_microphone_that_stays_dead_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at a line that never moves and wonders."""
    monkeypatch.setattr(needle, "SILENT_S", 0.01)
    told = Told()
    told.watch(FakeSystem(HEADSET, dead=lambda _: True)).wait()

    assert told.ended.get(timeout=5) == DEVICE_GONE


def test_the_tone_is_soft_and_does_not_click() -> None:
    """It begins and ends in silence, is under a second, and stays far below full scale."""
    tone = two_notes()

    assert abs(tone[0]) < 1e-3
    assert abs(tone[-1]) < 1e-3
    assert len(tone) < TONE_RATE
    assert 0.1 < np.abs(tone).max() < 0.125
    assert tone.dtype == np.float32
