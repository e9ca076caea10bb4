"""The ears of a rehearsal: opened with the sound from before an onset, and never given it twice."""

import numpy as np

from trainer.conversation.blocks import Block, Millis, Samples, silence
from trainer.rehearsal.hearing import Hearing
from trainer.rehearsal.open_reply import OpenReply


class Notes:
    """Ears that note when they are opened and closed, and the blocks they are given."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.heard_ms: list[Millis] = []

    def open(self, ticket: int, *, over_line: bool = False) -> None:
        """Note it."""
        self.done.append(f"open {ticket} over the line" if over_line else f"open {ticket}")

    def hear(self, samples: Samples) -> None:
        """Note when the block began."""
        self.heard_ms.append(round(float(samples[0])))

    def close(self) -> None:
        """Note it."""
        self.done.append("close")


def play(hearing: Hearing, from_ms: Millis, until_ms: Millis) -> None:
    """Let it hear blocks whose samples say when they began."""
    for at_ms in range(from_ms, until_ms, 20):
        hearing.hear(Block(at_ms, silence() + np.float32(at_ms), silence()))


def test_a_reply_begins_a_little_before_its_onset() -> None:
    """The ears get 400 ms from before it, and then every block until the end."""
    ears = Notes()
    hearing = Hearing(ears)
    reply = OpenReply(1_000)
    play(hearing, 0, 1_200)
    hearing.begin(reply, 1_000)
    play(hearing, 1_200, 1_300)
    hearing.end()
    play(hearing, 1_300, 1_400)

    assert ears.done == ["open 1", "close"]
    assert ears.heard_ms == list(range(600, 1_300, 20))
    assert reply.expects(1)
    assert not hearing.open


def test_nothing_is_heard_twice() -> None:
    """A second part begins where the first one ended."""
    ears = Notes()
    hearing = Hearing(ears)
    reply = OpenReply(200)
    play(hearing, 0, 300)
    hearing.begin(reply, 200)
    hearing.end()
    play(hearing, 300, 500)
    hearing.begin(reply, 400)

    assert ears.done == ["open 1", "close", "open 2"]
    assert ears.heard_ms == list(range(0, 500, 20))
    assert hearing.open


def test_ending_twice_closes_once() -> None:
    """Who is not listening can't stop listening."""
    ears = Notes()
    hearing = Hearing(ears)
    hearing.end()
    hearing.begin(OpenReply(0), 0)
    hearing.end()
    hearing.end()

    assert ears.done == ["open 1", "close"]


def test_the_sound_of_a_moment_ago_is_remembered() -> None:
    """What was heard between two times; nothing from before it was hearing."""
    hearing = Hearing(Notes())
    play(hearing, 0, 400)

    assert len(hearing.sound(100, 200)) == 5 * 320
    assert hearing.sound(100, 200)[0] == 100
    assert len(hearing.sound(1_000, 1_200)) == 0


def test_speech_over_a_line_is_opened_as_such() -> None:
    """The ears are told, so that they can listen for backchannels."""
    ears = Notes()
    hearing = Hearing(ears)

    hearing.begin(OpenReply(0), 0, over_line=True)

    assert ears.done == ["open 1 over the line"]
