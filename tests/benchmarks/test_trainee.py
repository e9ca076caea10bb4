from dataclasses import replace

import numpy as np

from benchmarks.acoustics import Mouth, Room
from benchmarks.dialogues import Dialogue, Kind, Turn, Utterance
from benchmarks.spoken import CUSTOMERS, TRAINEES
from benchmarks.trainee import Trainee
from tests.support.audio import rendered, tone
from trainer.conversation.blocks import Block, silence
from trainer.conversation.lines import RenderedLine


def utterance(kind: Kind, at_ms: int, *breaths_ms: tuple[int, int]) -> Utterance:
    """Return something to say in breaths of (start, end) in ms."""
    placed = tuple((a * 16, np.ones((b - a) * 16, dtype=np.float32)) for a, b in breaths_ms)
    return Utterance(kind, "words", at_ms, placed)


REPLY = utterance(Kind.REPLY, 400, (0, 600), (1_200, 2_000))
INTERRUPTION = utterance(Kind.INTERRUPTION, 1_000, (0, 800))


class Played:
    """A trainee beside a loudspeaker that the test turns by hand."""

    def __init__(self, *over: Utterance) -> None:
        lines = [rendered(tone(3_000), line_id=f"line.{n}") for n in range(2)]
        turns = (Turn(lines[0], over, REPLY, ()), Turn(lines[1], (), REPLY, ()))
        room = Room(None)
        self.dialogue = Dialogue(
            room, CUSTOMERS[0], TRAINEES[0], lines[0], tone(1_000), turns, lines[0], lines[0]
        )
        self.mouth = Mouth()
        self.trainee = Trainee(self.dialogue, self.mouth, Mouth())
        self._now_ms = 0

    def play(self, number: int, length_ms: int) -> "Played":
        """Play so much of a line."""
        line: RenderedLine = self.dialogue.turns[number].line
        self.trainee.load(line)
        return self._blocks(length_ms, playing=True)

    def wait(self, length_ms: int) -> "Played":
        """Let time pass with no line playing."""
        return self._blocks(length_ms, playing=False)

    @property
    def said(self) -> list[tuple[Kind, int, int]]:
        """What was said, with its first and last sample in ms."""
        return [(one.what.kind, one.start // 16, one.end // 16) for one in self.trainee.truth.said]

    def _blocks(self, length_ms: int, *, playing: bool) -> "Played":
        block = Block(self._now_ms, silence(), silence())
        for at_ms in range(0, length_ms, 20):
            now = replace(block, start_ms=self._now_ms, line_ms=at_ms if playing else None)
            self.mouth.take()
            self.trainee.after_block(now)
            self._now_ms += 20
        return self


def test_replies_after_the_line() -> None:
    """The reply begins its gap after the line's last sample."""
    played = Played().play(0, 3_000).wait(3_000)

    assert played.said == [(Kind.REPLY, 3_400, 5_400)]


def test_interrupts_and_does_not_answer_again() -> None:
    """Whoever cut the line off has answered it."""
    played = Played(INTERRUPTION).play(0, 1_600).wait(3_000)

    assert played.said == [(Kind.INTERRUPTION, 1_000, 1_800)]


def test_answers_a_line_that_talked_on() -> None:
    """When the customer talks on over an interruption, the reply comes after the line."""
    played = Played(INTERRUPTION).play(0, 3_000).wait(3_000)

    assert [kind for kind, *_ in played.said] == [Kind.INTERRUPTION, Kind.REPLY]


def test_plans_fall_through_when_the_line_is_cut() -> None:
    """What was to be said over a line that has stopped is not said."""
    played = Played(INTERRUPTION).play(0, 600).wait(3_000)

    assert played.said == [(Kind.REPLY, 1_000, 3_000)]


def test_falls_silent_when_cut_off() -> None:
    """A customer who begins in a pause keeps the trainee from the next breath."""
    played = Played().play(0, 3_000).wait(1_200).play(1, 1_000)

    assert played.said == [(Kind.REPLY, 3_400, 4_000)]
    assert played.trainee.truth.said[0].planned_end == 5_400 * 16


def test_goes_on_when_both_begin() -> None:
    """A breath that begins within 200 ms of the line is said all the same."""
    played = Played().play(0, 3_000).wait(1_500).play(1, 1_000)

    assert played.said == [(Kind.REPLY, 3_400, 5_400)]
