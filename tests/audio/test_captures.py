import numpy as np
import pytest

from tests.support.audio import tone
from trainer.audio.captures import BlockCutter, Capture, Heard, Played
from trainer.audio.playing import Playback
from trainer.conversation.blocks import BLOCK_SAMPLES, Block, Samples

RATES = [16_000, 44_100, 48_000, 96_000]


def duplex(sound: Samples, frames: int) -> list[Capture]:
    """Return captures in which the microphone hears what is played."""
    return [
        Capture(None, Heard(i, sound[i : i + frames]), Played(i, sound[i : i + frames]))
        for i in range(0, len(sound) - frames + 1, frames)
    ]


def cut(cutter: BlockCutter, captures: list[Capture]) -> list[Block]:
    """Return every block of the captures."""
    return [block for capture in captures for block in cutter.cut(capture)]


def line_captures(
    line: Samples, rate: int, frames: int, *, before: int, count: int
) -> list[Capture]:
    """Return captures of a playback that is given the line after so many blocks."""
    playback = Playback(rate)
    captures = []
    for number in range(count):
        if number == before:
            playback.play(line, rate)
        taken = playback.take(frames)
        played = Played(number * frames, taken.samples, taken.line_frame, taken.line_frames)
        captures.append(Capture(None, None, played))
    return captures


@pytest.mark.parametrize("rate", RATES)
def test_blocks_follow_each_other_in_20_ms(rate: int) -> None:
    """Blocks are 320 samples long, start at 0 and count up in 20 ms, at every device rate."""
    blocks = cut(BlockCutter(rate, rate), duplex(tone(1000, rate), rate // 50))

    assert list(range(0, len(blocks) * 20, 20)) == [block.start_ms for block in blocks]
    assert {(BLOCK_SAMPLES,)} == {b.heard.shape for b in blocks} | {b.played.shape for b in blocks}
    assert len(blocks) >= 49


@pytest.mark.parametrize("rate", RATES)
def test_blocks_hold_the_sound_at_its_time(rate: int) -> None:
    """What was heard at 500 ms stands in the block of 500 ms, within two samples."""
    click = np.zeros(rate, dtype=np.float32)
    half = rate // 200
    click[rate // 2 - half : rate // 2 + half] = np.hanning(2 * half)

    blocks = cut(BlockCutter(rate, rate), duplex(click, rate // 50))

    heard = np.concatenate([block.heard for block in blocks])
    centre = float(np.sum(np.arange(len(heard)) * heard) / np.sum(heard))
    assert centre == pytest.approx(8000, abs=2)


@pytest.mark.parametrize("rate", RATES)
def test_both_channels_have_the_same_delay(rate: int) -> None:
    """What is heard and played at once stands in the same samples."""
    blocks = cut(BlockCutter(rate, rate), duplex(tone(1000, rate), rate // 50))

    for block in blocks:
        np.testing.assert_array_equal(block.played, block.heard)


@pytest.mark.parametrize("rate", RATES)
def test_a_block_comes_with_each_callback(rate: int) -> None:
    """The resampler holds sound back by one block, and never gives two at once."""
    cutter = BlockCutter(rate, rate)

    counts = [len(cutter.cut(capture)) for capture in duplex(tone(1000, rate), rate // 50)]

    assert {1} == set(counts[1:])


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("frames_ms", [20, 7, 33])
def test_line_ms_agrees_with_what_is_played(rate: int, frames_ms: int) -> None:
    """`line_ms` is the position in the line of the block's first sample, whatever a callback asks.

    The line is a ramp, so that each sample tells where in the line it stands.
    """
    line = np.linspace(0.1, 0.9, rate, dtype=np.float32)
    frames = rate * frames_ms // 1000
    captures = line_captures(line, rate, frames, before=10, count=2000 // frames_ms)

    blocks = cut(BlockCutter(None, rate), captures)

    spoken = [block for block in blocks if block.line_ms is not None]
    assert len(spoken) in (50, 51)
    for block in spoken[1:-1]:
        told = 0.1 + 0.8 * (block.line_ms or 0) / 1000
        assert float(block.played[0]) == pytest.approx(told, abs=0.8 * 2 / 1000)


@pytest.mark.parametrize("rate", RATES)
def test_line_ms_begins_at_0_and_ends_with_the_line(rate: int) -> None:
    """The first block of a line says 0, the last one 20 ms before its end, the next one None."""
    captures = line_captures(tone(100, rate), rate, rate // 50, before=3, count=20)

    blocks = cut(BlockCutter(None, rate), captures)

    assert [b.line_ms for b in blocks][:13] == [None] * 3 + [0, 20, 40, 60, 80] + [None] * 5


def test_lost_frames_become_silence() -> None:
    """A capture that never arrived leaves its time behind, so later sound stays where it was."""
    captures = duplex(tone(1000), 320)

    blocks = cut(BlockCutter(16_000, 16_000), captures[:10] + captures[12:])

    assert list(range(0, 1000, 20)) == [block.start_ms for block in blocks]
    assert not blocks[10].heard.any()
    assert not blocks[11].played.any()
    np.testing.assert_array_equal(blocks[12].heard, tone(1000)[12 * 320 : 13 * 320])


def test_lost_frames_keep_line_ms_right() -> None:
    """After a lost capture the line is where the loudspeaker is."""
    captures = line_captures(tone(400), 16_000, 320, before=0, count=20)

    blocks = cut(BlockCutter(None, 16_000), captures[:5] + captures[6:])

    assert [block.line_ms for block in blocks[4:7]] == [80, None, 120]


def test_two_streams_are_paired_from_their_first_common_callback() -> None:
    """What the microphone gave before the loudspeaker began is dropped, then both keep step."""
    sound = tone(1000)
    cutter = BlockCutter(16_000, 16_000)
    early = [Capture(None, Heard(i, sound[i : i + 320]), None) for i in range(0, 3200, 320)]
    both = [
        part
        for i in range(3200, 9600, 320)
        for part in (
            Capture(None, Heard(i, sound[i : i + 320]), None),
            Capture(None, None, Played(i - 3200, sound[i : i + 320])),
        )
    ]

    blocks = cut(cutter, early + both)

    assert len(blocks) == 20
    assert blocks[0].start_ms == 0
    for block in blocks:
        np.testing.assert_array_equal(block.played, block.heard)


def test_a_loudspeaker_that_stalls_does_not_stop_audio_time() -> None:
    """When only the microphone goes on, blocks go on with silence played, 100 ms late."""
    cutter = BlockCutter(16_000, 16_000)
    begin = [Capture(None, Heard(0, tone(20)), Played(0, tone(20)))]
    alone = [Capture(None, Heard(i, tone(20)), None) for i in range(320, 320 * 50, 320)]

    blocks = cut(cutter, begin + alone)

    assert len(blocks) == 45
    assert not blocks[-1].played.any()


def test_a_loudspeaker_that_runs_ahead_is_put_right() -> None:
    """When the loudspeaker's clock is 100 ms ahead, its surplus is dropped and pairs are new."""
    cutter = BlockCutter(16_000, 16_000)
    begin = [Capture(None, Heard(0, tone(20)), Played(0, tone(20)))]
    ahead = [Capture(None, None, Played(i, tone(20))) for i in range(320, 320 * 10, 320)]
    level = np.full(320, 0.5, dtype=np.float32)
    then = Capture(None, Heard(320, tone(20)), Played(3200, level))

    blocks = cut(cutter, [*begin, *ahead, then])

    assert [block.start_ms for block in blocks] == [0, 20]
    np.testing.assert_array_equal(level, blocks[1].played)


def skewed(*, ahead: int) -> list[Block]:
    """Return the blocks of two streams, of which the loudspeaker's is so many blocks ahead.

    Both give a ramp of one sample a step, so that each sample tells which one it is.
    """
    cutter = BlockCutter(16_000, 16_000)
    sound = np.arange(96_000, dtype=np.float32)
    captures = [Capture(None, Heard(0, sound[:320]), Played(0, sound[:320]))]
    for first in range(320, 64_000, 320):
        played = first + ahead * 320
        if played > 0:
            captures.append(Capture(None, None, Played(played, sound[played : played + 320])))
        captures.append(Capture(None, Heard(first, sound[first : first + 320]), None))
    return cut(cutter, captures)


@pytest.mark.parametrize("ahead", [4, 3, -3, -4])
def test_a_lasting_skew_is_put_right_within_seconds(ahead: int) -> None:
    """Streams that stay apart for longer than jitter lasts are paired anew to within 40 ms."""
    blocks = skewed(ahead=ahead)

    assert [block.start_ms for block in blocks] == list(range(0, len(blocks) * 20, 20))
    assert len(blocks) >= 198
    for block in blocks[-10:]:
        assert block.played[0] - block.heard[0] == pytest.approx(ahead * 320, abs=640)


def test_a_small_skew_is_left_alone() -> None:
    """A jitter of one block changes nothing: no sound is dropped or put in."""
    played = np.concatenate([block.played for block in skewed(ahead=1)[3:]])

    assert set(np.diff(played)) == {1}
