"""A voice across a counter and over the telephone."""

import numpy as np
import pytest

from trainer.conversation.blocks import Samples
from trainer.scenario.scenario import Setting
from trainer.speech.places import heard_in

RATES = (16_000, 22_050, 44_100)


def sine(hz: float, rate: int) -> Samples:
    """Return half a second of a tone."""
    return (0.3 * np.sin(2 * np.pi * hz * np.arange(rate // 2) / rate)).astype(np.float32)


def gain_db(hz: float, rate: int, setting: Setting) -> float:
    """Return how much of a tone is left, the edges left out."""
    inner = slice(rate // 8, -rate // 8)
    before, after = sine(hz, rate)[inner], heard_in(setting, sine(hz, rate), rate)[inner]
    return float(10 * np.log10(np.mean(np.square(after)) / np.mean(np.square(before))))


def click(rate: int) -> Samples:
    """Return a click after 100 ms."""
    sound = np.zeros(rate // 2, dtype=np.float32)
    sound[rate // 10] = 1.0
    return sound


@pytest.mark.parametrize("rate", RATES)
def test_telephone_lets_its_band_through(rate: int) -> None:
    """300 to 3,400 Hz pass, what lies well outside does not."""
    assert gain_db(500, rate, Setting.TELEPHONE) == pytest.approx(0, abs=0.7)
    assert gain_db(3000, rate, Setting.TELEPHONE) == pytest.approx(0, abs=0.7)
    assert gain_db(100, rate, Setting.TELEPHONE) < -30
    assert gain_db(5000, rate, Setting.TELEPHONE) < -30


@pytest.mark.parametrize("rate", RATES)
def test_companding_is_gentle(rate: int) -> None:
    """What eight bits add lies 30 dB and more below a tone of middling loudness."""
    inner = slice(rate // 8, -rate // 8)
    heard, clean = (
        heard_in(Setting.TELEPHONE, sine(1000, rate), rate)[inner],
        sine(1000, rate)[inner],
    )
    scale = np.dot(heard, clean) / np.dot(clean, clean)
    added = np.mean(np.square(heard - scale * clean))

    assert 0 < added < np.mean(np.square(clean)) / 1000


@pytest.mark.parametrize("rate", RATES)
def test_room_is_a_little_of_it(rate: int) -> None:
    """The direct sound is untouched; what comes after is 18 dB below it and over within 80 ms."""
    heard = heard_in(Setting.IN_PERSON, click(rate), rate)
    direct = rate // 10
    tail = heard[direct + 1 :]

    assert heard[direct] == pytest.approx(1.0, abs=1e-5)
    assert 10 * np.log10(np.sum(np.square(tail))) == pytest.approx(-18, abs=0.5)
    assert np.abs(tail[: 5 * rate // 1000]).max() < 1e-5
    assert np.abs(tail[80 * rate // 1000 :]).max() < 1e-5


@pytest.mark.parametrize("setting", Setting)
@pytest.mark.parametrize("rate", RATES)
def test_nothing_moves(setting: Setting, rate: int) -> None:
    """The sound is as long as before, a click is where it was, and silence stays silent."""
    heard = heard_in(setting, click(rate), rate)

    assert len(heard) == rate // 2
    assert abs(int(np.abs(heard).argmax()) - rate // 10) <= 1
    assert not heard_in(setting, np.zeros(rate, dtype=np.float32), rate).any()
    assert len(heard_in(setting, np.zeros(0, dtype=np.float32), rate)) == 0


def test_nowhere_is_dry() -> None:
    """A text that is only tried out is neither here nor there."""
    sound = sine(300, 16_000)

    assert heard_in(None, sound, 16_000) is sound
