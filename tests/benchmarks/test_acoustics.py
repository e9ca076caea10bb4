import numpy as np
import pytest

from benchmarks.acoustics import (
    Clip,
    Convolver,
    DriftingDelay,
    Mouth,
    Room,
    RoomLine,
    active_db,
    from_db,
    pink_noise,
    room_response,
)
from tests.support.audio import rendered
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Samples


def noise(samples: int, seed: int = 1) -> Samples:
    """Return white noise of about -20 dBFS."""
    return np.random.default_rng(seed).normal(0, 0.1, samples).astype(np.float32)


def by_blocks(part: Convolver | DriftingDelay, sound: Samples) -> Samples:
    """Send a sound through block by block."""
    return np.concatenate([part.hear(block) for block in sound.reshape(-1, BLOCK_SAMPLES)])


def test_convolver_is_convolution() -> None:
    """Block by block, the room gives what a convolution of the whole gives."""
    sound, response = noise(50 * BLOCK_SAMPLES), noise(2_345, seed=2)

    heard = by_blocks(Convolver(response), sound)

    assert heard == pytest.approx(np.convolve(sound, response)[: len(sound)], abs=1e-4)


def test_delay_delays() -> None:
    """Without drift, a whole number of samples is a mere shift."""
    sound = noise(30 * BLOCK_SAMPLES)

    heard = by_blocks(DriftingDelay(40, 0), sound)

    assert heard[640:] == pytest.approx(sound[:-640], abs=1e-3)


@pytest.mark.parametrize("drift_ppm", [-100, 100])
def test_delay_drifts(drift_ppm: float) -> None:
    """After 20 s a drift of 100 ppm has moved the echo by 2 ms."""
    time_s = np.arange(20 * SAMPLE_RATE) / SAMPLE_RATE
    tone = np.sin(2 * np.pi * 100 * time_s).astype(np.float32)

    heard = by_blocks(DriftingDelay(40, drift_ppm), tone)

    moved_s = 0.04 - time_s * drift_ppm * 1e-6
    expected = np.sin(2 * np.pi * 100 * (time_s - moved_s))
    assert heard[-SAMPLE_RATE:] == pytest.approx(expected[-SAMPLE_RATE:], abs=0.02)


def test_response_fades() -> None:
    """A response has fallen by about 30 dB after half its reverberation time."""
    response = room_response(0.5, 0.0, np.random.default_rng(1))

    early = active_db(response[800:1_600])
    late = active_db(response[4_800:5_600])

    assert early - late == pytest.approx(30, abs=6)


def test_pink_noise_falls() -> None:
    """An octave further up holds the same power: as a density, 3 dB less."""
    spectrum = np.abs(np.fft.rfft(pink_noise(4 * SAMPLE_RATE, np.random.default_rng(1)))) ** 2
    octaves = [spectrum[4 * low : 8 * low].sum() for low in (250, 500, 1_000, 2_000)]

    assert max(octaves) / min(octaves) < 1.3


def test_mouth_places_clips_to_the_sample() -> None:
    """Clips sound from their sample on, over one another, and not once they are unsaid."""
    mouth = Mouth()
    ones = np.ones(500, dtype=np.float32)
    mouth.speak(Clip(310, ones))
    mouth.speak(Clip(400, ones))
    unsaid = mouth.speak(Clip(600, ones))

    mouth.unsay([unsaid])
    heard = np.concatenate([mouth.take() for _ in range(4)])

    assert np.flatnonzero(heard == 1).tolist() == [*range(310, 400), *range(810, 900)]
    assert np.flatnonzero(heard == 2).tolist() == [*range(400, 810)]


def test_mouth_drops_what_comes_later() -> None:
    """What has begun is said to its end; what would begin later is not."""
    mouth = Mouth()
    begun = mouth.speak(Clip(0, noise(900)))
    mouth.speak(Clip(700, noise(900)))
    mouth.take()

    mouth.drop_after(500)

    assert mouth.clips == [begun]


@pytest.mark.parametrize("ratio_db", [-6.0, 0.0, 12.0])
def test_echo_is_as_loud_as_asked(ratio_db: float) -> None:
    """The echo is that much less loud than the trainee, and nobody else is heard."""
    played = noise(3 * SAMPLE_RATE)
    line = RoomLine(Room(ratio_db, trainee_db=-26, noise_db=-90, seed=3), played)
    line.play(rendered(played))

    heard = np.concatenate([line.next_block().heard for _ in range(150)])

    assert active_db(heard[SAMPLE_RATE:]) == pytest.approx(-26 - ratio_db, abs=1)


def test_headset_has_no_echo() -> None:
    """With a headset only the room's noise is heard."""
    played = noise(SAMPLE_RATE)
    line = RoomLine(Room(None, noise_db=-60, seed=3), played)
    line.play(rendered(played))

    heard = np.concatenate([line.next_block().heard for _ in range(50)])

    assert active_db(heard) == pytest.approx(-60, abs=2)


def test_trainee_is_heard_where_placed() -> None:
    """The trainee's first sample is the one asked for."""
    line = RoomLine(Room(None, noise_db=-90), noise(SAMPLE_RATE))
    line.mouth.speak(Clip(1_234, noise(1_000)))

    heard = np.concatenate([line.next_block().heard for _ in range(10)])

    assert np.flatnonzero(np.abs(heard) > from_db(-60))[0] == pytest.approx(1_234, abs=2)
