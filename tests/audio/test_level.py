import numpy as np
import pytest

from tests.support.audio import tone
from trainer.audio.level import FLOOR_DB, LevelMeter, rms_db
from trainer.conversation.blocks import Block, silence


def test_rms_of_a_sine() -> None:
    """A full-scale sine is 3 dB under full scale."""
    assert rms_db(tone(1000, level=1)) == pytest.approx(-3.01, abs=0.01)


def test_rms_of_silence() -> None:
    """Silence, and no sound at all, stand on the floor."""
    assert rms_db(silence()) == FLOOR_DB
    assert rms_db(silence(0)) == FLOOR_DB
    assert rms_db(np.full(320, 1e-9, dtype=np.float32)) == FLOOR_DB


def test_the_needle_rises_at_once_and_falls_slowly() -> None:
    """One loud block moves the needle up; 20 dB down take 1.7 s."""
    meter = LevelMeter()
    loud = meter.hear(Block(0, tone(20, level=1), silence()))
    for _ in range(85):
        meter.hear(Block(0, silence(), silence()))

    assert loud == pytest.approx(-3, abs=0.1)
    assert meter.level_db == pytest.approx(loud - 20, abs=0.01)


def test_the_needle_stops_at_the_floor() -> None:
    """However long it is quiet, the needle stays on its scale."""
    meter = LevelMeter()
    for _ in range(10):
        meter.hear(Block(0, silence(), silence()))

    assert meter.level_db == FLOOR_DB
