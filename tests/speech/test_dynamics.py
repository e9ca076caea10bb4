"""Pauses, onsets and stressed words."""

import numpy as np
import pytest

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Span
from trainer.speech.dynamics import attacked, leaned_on, with_pauses
from trainer.speech.sound import active_frames

RATE = 16_000


def tone(length_ms: int, level: float = 0.2) -> Samples:
    """Return a tone of 200 Hz."""
    at = np.arange(length_ms * RATE // 1000) / RATE
    return (level * np.sin(2 * np.pi * 200 * at)).astype(np.float32)


def hush(length_ms: int) -> Samples:
    """Return silence."""
    return np.zeros(length_ms * RATE // 1000, dtype=np.float32)


PHRASE = np.concatenate([tone(400), hush(300), tone(500), hush(200), tone(300)])


@pytest.mark.parametrize("percent", [50, 100, 150])
def test_pauses_are_scaled_and_speech_is_not(percent: int) -> None:
    """The pauses are as long as was asked for; every moment of speech is found where it went."""
    changed, moved = with_pauses(PHRASE, RATE, percent)
    first, second = 300 * percent // 100, 200 * percent // 100

    assert len(changed) / RATE * 1000 == pytest.approx(1200 + first + second, abs=25)
    assert moved(200) == 200
    assert moved(900) == pytest.approx(400 + first + 200, abs=12)
    assert moved(1550) == pytest.approx(900 + first + second + 150, abs=24)
    assert np.abs(changed[moved(900) * 16 :][:320]).max() > 0.15
    assert np.count_nonzero(active_frames(changed, RATE)) == pytest.approx(120, abs=2)


def test_pause_stays_a_pause() -> None:
    """No pause is cut below 80 ms, and one that is shorter is left alone."""
    changed, _ = with_pauses(PHRASE, RATE, 10)

    assert len(changed) / RATE * 1000 == pytest.approx(1200 + 2 * 80, abs=25)


def test_phrase_without_pauses_stays_as_it_is() -> None:
    """There is nothing to scale in one breath, or in silence."""
    for sound in (tone(500), hush(300)):
        changed, moved = with_pauses(sound, RATE, 40)

        np.testing.assert_array_equal(changed, sound)
        assert moved(250) == 250


def test_attack_lifts_the_onset_and_leaves_the_rest() -> None:
    """The first 10 ms of a word gain as much as was asked for; 200 ms later there is nothing."""
    sound = np.concatenate([hush(200), tone(400)])
    changed = attacked(sound, RATE, 6)

    def gain_db(start_ms: int, end_ms: int) -> float:
        part = slice(start_ms * RATE // 1000, end_ms * RATE // 1000)
        power = np.sum(np.square(changed[part])) / np.sum(np.square(sound[part]))
        return float(10 * np.log10(power))

    assert gain_db(203, 210) == pytest.approx(6, abs=1)
    assert gain_db(400, 600) == pytest.approx(0, abs=0.3)
    assert attacked(sound, RATE, 0) is sound


def test_stressed_word_is_louder() -> None:
    """Inside its span by as many decibels as was asked for, elsewhere not at all."""
    changed = leaned_on(tone(600), RATE, [Span(200, 400)], 3)
    inside = np.abs(changed[250 * 16 : 350 * 16]).max() / 0.2

    assert 20 * np.log10(inside) == pytest.approx(3, abs=0.1)
    np.testing.assert_array_equal(changed[: 180 * 16], tone(600)[: 180 * 16])
