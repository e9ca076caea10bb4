"""Ears and voice at work, inline and in threads: the same messages, and failures that are told."""

from collections.abc import Callable
from queue import SimpleQueue

import pytest

from tests.support.audio import tone
from tests.support.speech import FakeEars, FakeVoice, words_every
from trainer.conversation.blocks import Samples
from trainer.conversation.lines import Line, Phrase
from trainer.conversation.words import Word
from trainer.rehearsal.events import End
from trainer.rehearsal.workers import (
    FinalWords,
    InlineEars,
    InlineVoice,
    LineReady,
    PartialWords,
    ThreadedEars,
    ThreadedVoice,
    WorkerTrouble,
)
from trainer.speech.problems import VoiceProblem

LINE = Line("line", (Phrase("one two"),), "voice", 50)


class BrokenRecogniser:
    """Fails while it hears, or at the end."""

    def __init__(self, *, hears: bool) -> None:
        self._hears = hears

    def hear(self, samples: Samples) -> str:
        """Fail, or hear one word."""
        del samples
        if not self._hears:
            raise RuntimeError("the model is broken")
        return "hello"

    def finish(self) -> tuple[Word, ...]:
        """Fail."""
        raise RuntimeError("the model is broken")


class Attentive:
    """An ear that takes everything for a backchannel."""

    def __init__(self) -> None:
        self.heard = 0

    def hear(self, samples: Samples) -> bool:
        """Count the samples."""
        self.heard += len(samples)
        return True

    def finish(self) -> tuple[Word, ...]:
        """Say so."""
        return (Word("yes", 0, 300),)


def hear_a_reply(ears: InlineEars | ThreadedEars) -> None:
    """Let the ears hear one reply of half a second, in blocks of 100 ms."""
    ears.open(7)
    for _ in range(5):
        ears.hear(tone(100))
    ears.close()


@pytest.mark.parametrize("threaded", [False, True])
def test_ears_post_partial_words_as_they_change_and_then_the_final_ones(*, threaded: bool) -> None:
    """Every message carries the ticket it answers."""
    posted: list[object] = []
    recogniser = FakeEars(["i see"]).recogniser
    if threaded:
        ears = ThreadedEars(recogniser, posted.append)
        hear_a_reply(ears)
        ears.stop()
    else:
        hear_a_reply(InlineEars(recogniser, posted.append))

    assert posted == [
        PartialWords(7, "i"),
        PartialWords(7, "i see"),
        FinalWords(7, words_every("i see")),
    ]


@pytest.mark.parametrize(
    ("length_ms", "over_line", "backchannels"),
    [(500, True, True), (500, False, False), (3_100, True, False)],
)
def test_short_speech_over_a_line_is_held_against_backchannels(
    length_ms: int, *, over_line: bool, backchannels: bool
) -> None:
    """Not what is said between the lines, and nothing that is too long for one."""
    posted: list[object] = []
    given = Attentive()
    ears = InlineEars(FakeEars().recogniser, posted.append, lambda: given)

    ears.open(1, over_line=over_line)
    for _ in range(length_ms // 100):
        ears.hear(tone(100))
    ears.close()

    assert posted[-1] == FinalWords(1, (), (Word("yes", 0, 300),) if backchannels else ())
    assert (PartialWords(1, "", backchannels=True) in posted) is over_line
    assert given.heard == (min(length_ms, 3_000) * 16 if over_line else 0)


def test_closed_ears_hear_nothing() -> None:
    """Sound before an opening and after a closing is nobody's."""
    posted: list[object] = []
    ears = InlineEars(FakeEars(["i see"]).recogniser, posted.append)
    ears.hear(tone(1_000))
    ears.close()

    assert posted == []


@pytest.mark.parametrize("hears", [False, True])
def test_a_recogniser_that_fails_costs_one_reply(*, hears: bool) -> None:
    """It is told, the reply ends without words, and the next one is heard."""
    broken: list[Callable[[], object]] = [lambda: BrokenRecogniser(hears=hears)]
    good = FakeEars(["i see"])
    posted: list[object] = []
    ears = ThreadedEars(
        lambda: broken.pop()() if broken else good.recogniser(),  # type: ignore[arg-type, return-value]
        posted.append,
    )
    hear_a_reply(ears)
    hear_a_reply(ears)
    ears.stop()

    assert WorkerTrouble("I lost part of what you said: the model is broken") in posted
    finals = [one for one in posted if isinstance(one, FinalWords)]
    assert finals[0] == FinalWords(7, ())
    assert finals[-1] == FinalWords(7, words_every("i see"))


def test_a_recogniser_that_can_not_be_made_is_told() -> None:
    """The reply then has no words, rather than no end."""

    def none() -> BrokenRecogniser:
        raise RuntimeError("out of memory")

    posted: list[object] = []
    ears = ThreadedEars(none, posted.append)
    ears.open(1)
    ears.close()
    ears.stop()

    assert posted == [WorkerTrouble("I lost part of what you said: out of memory")]


def test_a_voice_that_fails_is_replaced_and_told_once() -> None:
    """Each line is rendered by the stand-in; another failure is told again."""
    posted: list[object] = []
    voice, stand_in = FakeVoice(trouble=VoiceProblem("no engine")), FakeVoice()
    worker = InlineVoice(voice, stand_in, posted.append)
    worker.prepare(1, LINE)
    worker.prepare(2, LINE)
    voice.trouble = VoiceProblem("it hangs")
    worker.prepare(3, LINE)

    told = [one.what for one in posted if isinstance(one, WorkerTrouble)]
    assert told == ["no engine", "it hangs"]
    assert [one.ticket for one in posted if isinstance(one, LineReady)] == [1, 2, 3]
    assert len(stand_in.rendered) == 3


def test_a_threaded_voice_renders_and_stops() -> None:
    """Lines come in the order in which they were asked for."""
    posted: SimpleQueue[object] = SimpleQueue()
    worker = ThreadedVoice(FakeVoice(), FakeVoice(), posted.put)
    worker.prepare(1, LINE)
    worker.prepare(2, LINE)
    worker.stop()

    tickets = [posted.get(), posted.get()]
    assert [one.ticket for one in tickets if isinstance(one, LineReady)] == [1, 2]


def test_a_voice_that_fails_altogether_ends_the_rehearsal() -> None:
    """Nobody waits for a line that never comes; the worker can be stopped."""
    posted: list[object] = []
    fault = FakeVoice(trouble=OSError("the disk is gone"))
    worker = ThreadedVoice(fault, FakeVoice(), posted.append)
    worker.prepare(1, LINE)
    worker.stop()

    assert posted == [
        WorkerTrouble("The customer can't go on: the disk is gone"),
        End(),
    ]
