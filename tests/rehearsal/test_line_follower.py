"""Where the loudspeaker is in the customer's line."""

import pytest

from tests.support.speech import FakeVoice
from trainer.conversation.blocks import Block, Millis, silence
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.turns import LineEnded, LineStarted, LineStopped
from trainer.conversation.words import Span
from trainer.rehearsal.line_follower import LineFollower


def line() -> RenderedLine:
    """Return a line of 1,000 ms, four words."""
    return FakeVoice().render(Line("vent.1", (Phrase("one two three four"),), "voice", 60))


def block(at_ms: Millis, line_ms: Millis | None) -> Block:
    """Return a block in which the loudspeaker is that far into its line."""
    return Block(at_ms, silence(), silence(), line_ms)


def test_a_line_starts_with_its_first_sample_and_ends_with_its_last() -> None:
    """Both are dated back into the block in which they lay."""
    follower = LineFollower()
    follower.expect(line())

    assert follower.follow(block(980, None)) is None
    playing = [follower.playing]
    assert follower.follow(block(1_000, 5)) == LineStarted(995)
    playing.append(follower.playing)
    assert playing == [False, True]
    assert follower.span == Span(995, 1_995)
    assert follower.follow(block(1_020, 25)) is None
    assert follower.follow(block(2_000, None)) == LineEnded(1_995)


def test_a_line_that_was_hushed_has_been_stopped() -> None:
    """What went unheard is counted."""
    follower = LineFollower()
    follower.expect(line())
    follower.follow(block(0, 0))
    follower.hushed = True

    assert follower.follow(block(600, None)) == LineStopped(600)
    spoken = follower.finish(600, "heard")
    assert (spoken.text, spoken.unheard, spoken.end_ms) == ("one two three", 1, 600)
    assert (spoken.line_id, spoken.pressure, spoken.situation) == (
        "vent.1",
        60,
        "heard",
    )


def test_between_lines_there_is_nothing_to_follow() -> None:
    """Nor anything to finish."""
    follower = LineFollower()

    assert follower.follow(block(0, None)) is None
    with pytest.raises(RuntimeError, match="no line"):
        follower.finish(0, "")
