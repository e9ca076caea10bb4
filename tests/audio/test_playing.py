import numpy as np

from tests.support.audio import tone
from trainer.audio.playing import Playback, resampled

RATE = 48_000
BLOCK = 960


def ones(length_ms: int) -> np.ndarray:
    """Return a line of full-scale samples."""
    return np.ones(length_ms * RATE // 1000, dtype=np.float32)


def test_nothing_is_silence() -> None:
    """A playback that was told nothing gives silence that belongs to no line."""
    taken = Playback(RATE).take(BLOCK)

    assert not taken.samples.any()
    assert (len(taken.samples), taken.line_frame, taken.line_frames) == (BLOCK, None, 0)


def test_a_line_is_given_whole_and_in_order() -> None:
    """Every sample of a line comes once, its last block filled up with silence."""
    line = tone(50, RATE)
    playback = Playback(RATE)
    playback.play(line, RATE)

    taken = [playback.take(BLOCK) for _ in range(4)]

    assert [part.line_frame for part in taken] == [0, 960, 1920, None]
    assert [part.line_frames for part in taken] == [960, 960, 480, 0]
    np.testing.assert_array_equal(
        np.concatenate([line, np.zeros(4 * BLOCK - len(line), np.float32)]),
        np.concatenate([part.samples for part in taken]),
    )


def test_hush_fades_linearly_over_20_ms() -> None:
    """The block after `hush` falls in a straight line to nothing, and silence follows."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.take(BLOCK)
    playback.hush()

    faded, after = playback.take(BLOCK), playback.take(BLOCK)

    np.testing.assert_allclose(np.diff(faded.samples), -1 / BLOCK, atol=1e-6)
    assert faded.samples[0] == 1
    assert (faded.line_frame, faded.line_frames) == (BLOCK, BLOCK)
    assert not after.samples.any()
    assert after.line_frame is None


def test_a_fade_goes_on_over_small_blocks() -> None:
    """A device that asks for 5 ms at a time hears the same 20 ms of fade."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.take(BLOCK)
    playback.hush()

    faded = np.concatenate([playback.take(240).samples for _ in range(5)])

    np.testing.assert_allclose(np.diff(faded[:BLOCK]), -1 / BLOCK, atol=1e-6)
    assert not faded[BLOCK:].any()


def test_hush_twice_fades_once() -> None:
    """A second `hush` during the fade changes nothing."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.take(BLOCK)
    playback.hush()
    playback.take(240)
    playback.hush()

    assert playback.take(240).samples[0] == np.float32(0.75)


def test_hush_before_the_line_began_leaves_silence() -> None:
    """A line that was hushed before its first block is never heard."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.hush()

    assert not playback.take(BLOCK).samples.any()


def test_a_line_replaces_another_without_a_click() -> None:
    """The line that gives way fades out under the beginning of the new one."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.take(BLOCK)
    playback.play(np.zeros(2 * BLOCK, np.float32), RATE)

    first, second = playback.take(BLOCK), playback.take(BLOCK)

    assert first.line_frame == 0
    np.testing.assert_allclose(np.diff(first.samples), -1 / BLOCK, atol=1e-6)
    assert not second.samples.any()


def test_a_line_that_is_played_again_begins_again() -> None:
    """Playing the same samples a second time starts from their beginning."""
    line = tone(200, RATE)
    playback = Playback(RATE)
    playback.play(line, RATE)
    playback.take(BLOCK)
    playback.play(line, RATE)

    assert playback.take(BLOCK).line_frame == 0


def test_a_line_after_a_hush_is_loud() -> None:
    """A fade belongs to the line that was hushed, not to the next one."""
    playback = Playback(RATE)
    playback.play(ones(1000), RATE)
    playback.take(BLOCK)
    playback.hush()
    playback.take(BLOCK)
    playback.play(ones(100), RATE)

    assert playback.take(BLOCK).samples.all()


def test_lines_are_resampled_to_the_device() -> None:
    """A line keeps its length and its pitch at the device's rate."""
    playback = Playback(RATE)
    playback.play(tone(1000, 22_050), 22_050)

    heard = np.concatenate([playback.take(BLOCK).samples for _ in range(50)])

    np.testing.assert_allclose(tone(1000, RATE)[2000:-2000], heard[2000:-2000], atol=2e-3)


def test_resampling_stays_within_full_scale() -> None:
    """Overshoot of the resampler is held at full scale."""
    square = np.sign(tone(200, 22_050, 400, 1))

    assert np.abs(resampled(square, 22_050, RATE)).max() <= 1


def test_a_raised_voice_is_louder_from_the_next_stretch_on_and_only_for_its_line() -> None:
    """The gain ramps over one stretch, stays below full scale and is forgotten by the next line."""
    playback = Playback(RATE)
    line = np.full(20 * BLOCK, 0.3, dtype=np.float32)
    playback.play(line, RATE)
    plain = playback.take(BLOCK).samples
    playback.raise_voice(6)
    ramped, raised = playback.take(BLOCK).samples, playback.take(BLOCK).samples
    playback.raise_voice(20)
    playback.take(BLOCK)
    loudest = playback.take(BLOCK).samples
    playback.play(line.copy(), RATE)
    playback.take(2 * BLOCK)

    assert np.allclose(plain, 0.3)
    assert np.allclose(ramped[[0, -1]], [0.3, 0.3 * 10**0.3])
    assert np.allclose(raised, 0.3 * 10**0.3)
    assert np.allclose(loudest, 0.98)
    assert np.allclose(playback.take(BLOCK).samples, 0.3)
