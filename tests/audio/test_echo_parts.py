import numpy as np
import pytest

from trainer.audio.echo_delay import find_delay, find_echo
from trainer.audio.echo_double_talk import DoubleTalk
from trainer.audio.echo_filter import LinearCanceller
from trainer.audio.echo_fitness import Fitness
from trainer.audio.echo_reference import Reference
from trainer.conversation.blocks import SAMPLE_RATE, Samples

SECOND = SAMPLE_RATE


def noise(seconds: float, level: float = 0.05, seed: int = 3) -> Samples:
    """Return white noise."""
    sound = np.random.default_rng(seed).normal(0, level, int(seconds * SECOND))
    return sound.astype(np.float32)


def late(sound: Samples, samples: float, ppm: float = 0.0) -> Samples:
    """Return the sound later by a number of samples that grows."""
    at = np.arange(len(sound))
    read: Samples = np.interp(at * (1 - ppm * 1e-6) - samples, at, sound, left=0)
    return read.astype(np.float32)


def smooth(sound: Samples) -> Samples:
    """Return the sound without its highest tones, so that it can be read between samples."""
    smoothed: Samples = np.convolve(sound, np.hanning(9) / 4, "same").astype(np.float32)
    return smoothed


@pytest.mark.parametrize("delay", [480, 1_111, 2_400])
def test_a_delay_is_found_to_a_fraction_of_a_sample(delay: int) -> None:
    """Between 30 and 150 ms the delay is found, whatever noise is on top."""
    played = noise(2)
    heard = 0.3 * late(played, delay) + noise(2, 0.01, seed=4)

    assert find_delay(played, heard) == pytest.approx(delay, abs=0.3)


def test_no_delay_is_found_where_nothing_echoes() -> None:
    """Sound that has nothing to do with what is played has no delay."""
    assert find_delay(noise(3), noise(3, seed=9)) is None
    assert find_echo(noise(3), noise(3, seed=9)) is None


def test_no_delay_is_found_in_silence() -> None:
    """With nothing played there is nothing to find, nor in a microphone that is muted."""
    assert find_delay(np.zeros(2 * SECOND, np.float32), noise(2)) is None
    assert find_delay(noise(2), np.zeros(2 * SECOND, np.float32)) is None


@pytest.mark.parametrize("ppm", [-100.0, 50.0, 100.0])
def test_a_drift_is_found_in_six_seconds(ppm: float) -> None:
    """Six seconds tell the drift to 6 ppm and the delay at their beginning to a sample."""
    played = smooth(noise(6))
    found = find_echo(played, late(played, 900, ppm))

    assert found is not None
    assert found.drift_ppm == pytest.approx(ppm, abs=6)
    assert found.behind == pytest.approx(900, abs=1)


def test_the_reference_comes_as_late_as_it_is_told_to() -> None:
    """A reference behind by 700.5 samples is the played sound between samples 700 and 701."""
    played = smooth(noise(1))
    reference = Reference(700.5)
    blocks = [reference.hear(played[at : at + 320]) for at in range(0, SECOND - 319, 320)]
    told = np.concatenate(blocks)

    assert np.allclose(told[2_000:], late(played, 700.5)[2_000 : len(told)], atol=0.004)


def test_the_reference_follows_a_drift() -> None:
    """After a second at 100 ppm it is 1.6 samples further behind."""
    reference = Reference(700, 100)
    for _ in range(50):
        reference.hear(noise(0.02))

    assert reference.behind == pytest.approx(701.6, abs=0.01)


def test_the_canceller_learns_a_room_and_starts_from_it_again() -> None:
    """After 4 s 20 dB of echo are gone; another one that is told the response begins there."""
    played = noise(4)
    heard = 0.5 * late(played, 300) - 0.2 * late(played, 1_500)
    first = LinearCanceller()
    left = [
        first.split(played[at : at + 320], heard[at : at + 320]).residual
        for at in range(0, len(played), 320)
    ]
    knows = LinearCanceller(first.response)
    again = [
        knows.split(played[at : at + 320], heard[at : at + 320], learns=False).residual
        for at in range(0, SECOND, 320)
    ]

    assert np.mean(np.concatenate(left[-25:]) ** 2) < 0.01 * np.mean(heard**2)
    assert np.mean(np.concatenate(again[10:]) ** 2) < 0.01 * np.mean(heard**2)


def test_a_split_tells_how_late_the_echo_comes() -> None:
    """A canceller that stands still tells by how many samples the echo is later than it has it."""
    played = smooth(smooth(noise(2)))
    response = np.zeros(13 * 320, np.float32)
    response[160] = 1
    canceller = LinearCanceller(response)
    heard = late(played, 160.25)
    splits = [
        canceller.split(played[at : at + 320], heard[at : at + 320], learns=False)
        for at in range(0, len(played), 320)
    ]

    assert np.mean([one.lag for one in splits[5:]]) == pytest.approx(0.25, abs=0.05)
    assert canceller.split(np.zeros(320, np.float32), heard[:320]).lag_weight > 0


def test_double_talk_is_what_the_echo_does_not_explain() -> None:
    """A residual 26 dB below its echo is none; one as loud as the echo is, within 60 ms."""
    talk = DoubleTalk()
    echo, residual = noise(4), noise(4, 0.0025, seed=5)
    calm = [talk.hear(residual[at : at + 320], echo[at : at + 320]) for at in range(0, 48_000, 320)]
    loud = [
        talk.hear(noise(0.02, seed=at), echo[at : at + 320]) for at in range(48_000, 49_600, 320)
    ]

    assert not any(calm[25:])
    assert loud[2:] == [True, True, True]


def test_double_talk_goes_on_over_a_gap_and_then_ends() -> None:
    """Speech bridges 100 ms in which only echo is left, and is over after half a second."""
    talk = DoubleTalk()
    echo, residual = noise(4), noise(4, 0.0025, seed=5)
    for at in range(0, 32_000, 320):
        talk.hear(residual[at : at + 320], echo[at : at + 320])
    for at in range(10):
        talk.hear(noise(0.02, seed=at), echo[at * 320 : at * 320 + 320])
    after = [talk.hear(residual[at : at + 320], echo[at : at + 320]) for at in range(0, 8_000, 320)]

    assert all(after[:5])
    assert not any(after[20:])


def test_fitness_falls_when_the_echo_stays() -> None:
    """A canceller that stops removing the echo is known unfit, even where it looks like speech."""
    fitness = Fitness()
    echo = noise(0.02)
    for _ in range(60):
        fitness.hear(echo, 0.1 * echo, echo, speaks=False)
    worked = fitness.works
    for _ in range(400):
        fitness.hear(echo, 0.9 * echo, echo, speaks=True)

    assert worked
    assert not fitness.works
    assert fitness.erle_db == pytest.approx(0.9, abs=0.1)
