import numpy as np
import pytest

from tests.support.audio import rendered, tone
from trainer.audio.offline import OfflineLine
from trainer.conversation.blocks import Samples


def heard(line: OfflineLine, blocks: int) -> Samples:
    """Return what the microphone hears in the next blocks."""
    return np.concatenate([line.next_block().heard for _ in range(blocks)])


def test_speech_starts_with_the_next_block() -> None:
    """What is spoken after three blocks is heard from 60 ms on, whole."""
    line = OfflineLine()
    for _ in range(3):
        line.next_block()
    line.speak(tone(50))

    sound = heard(line, 4)

    np.testing.assert_array_equal(tone(50), sound[:800])
    assert not sound[800:].any()


def test_speech_queues() -> None:
    """What is spoken while something is being spoken follows it."""
    line = OfflineLine()
    line.speak(tone(20))
    line.speak(tone(20, hertz=880))

    np.testing.assert_array_equal(np.concatenate([tone(20), tone(20, hertz=880)]), heard(line, 2))


def test_speaking_tells_when_all_was_heard() -> None:
    """`speaking` holds until the last sample is in a block."""
    line = OfflineLine()
    before = line.speaking
    line.speak(tone(30))
    during = line.speaking
    heard(line, 1)
    still = line.speaking
    heard(line, 1)

    assert [before, during, still, line.speaking] == [False, True, True, False]


def test_echo_is_a_fraction_of_what_is_played() -> None:
    """With echo the microphone hears the line too, quieter."""
    line = OfflineLine(echo=0.25)
    line.play(rendered(tone(100)))

    block = line.next_block()

    np.testing.assert_allclose(block.heard, 0.25 * block.played)
    assert block.played.any()


def test_the_microphone_clips() -> None:
    """Speech and echo together stay within full scale."""
    line = OfflineLine(echo=1.0)
    line.play(rendered(np.full(320, 0.9, dtype=np.float32)))
    line.speak(np.full(320, 0.9, dtype=np.float32))

    assert line.next_block().heard.max() == pytest.approx(1)


def test_what_is_played_is_not_changed_by_what_is_heard() -> None:
    """Speech over an echo leaves the played samples alone."""
    line = OfflineLine(echo=1.0)
    line.play(rendered(tone(20)))
    line.speak(tone(20))

    np.testing.assert_array_equal(tone(20), line.next_block().played)


def test_two_runs_are_the_same() -> None:
    """The same commands give the same blocks, to the last bit."""

    def run() -> Samples:
        line = OfflineLine(echo=0.3)
        line.play(rendered(tone(500, 22_050), 22_050))
        line.speak(tone(200))
        first = heard(line, 10)
        line.hush()
        return np.concatenate([first, heard(line, 10)])

    np.testing.assert_array_equal(run(), run())
