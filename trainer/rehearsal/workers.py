"""Ears and voice at work: inline for offline runs, in threads of their own for live ones.

Both kinds answer with the same messages, put into the rehearsal's one inbox. A ticket ties an
answer to its question, so that an answer which is no longer wanted is known as such.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

from trainer.conversation.blocks import SAMPLE_RATE, Samples
from trainer.conversation.lines import Line, RenderedLine
from trainer.conversation.words import Word
from trainer.rehearsal.events import End
from trainer.rehearsal.ports import (
    BackchannelEar,
    NewBackchannelEar,
    NewRecogniser,
    Recogniser,
    Voice,
)
from trainer.speech.problems import VoiceProblem

__all__ = [
    "EarsWorker",
    "FinalWords",
    "InlineEars",
    "InlineVoice",
    "LineReady",
    "PartialWords",
    "Post",
    "ThreadedEars",
    "ThreadedVoice",
    "VoiceWorker",
    "WorkerTrouble",
]

LONGEST_LISTENED = 3 * SAMPLE_RATE
"""A backchannel with the sound before and after it is never longer than this."""


@dataclass(frozen=True, slots=True)
class PartialWords:
    """What the ears make of the sound so far.

    Attributes:
        backchannels: An ear that knows nothing else has heard backchannels only.
    """

    ticket: int
    text: str
    backchannels: bool = False


@dataclass(frozen=True, slots=True)
class FinalWords:
    """What the ears made of it, times from the first sample they were given.

    Attributes:
        backchannels: What an ear that knows nothing else made of it, where there was one; a word
            without text is something else.
    """

    ticket: int
    words: tuple[Word, ...]
    backchannels: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class LineReady:
    """A line as sound."""

    ticket: int
    line: RenderedLine


@dataclass(frozen=True, slots=True)
class WorkerTrouble:
    """The ears or the voice failed; the sentence says what to do."""

    what: str


Post = Callable[[PartialWords | FinalWords | LineReady | WorkerTrouble | End], None]


class EarsWorker(Protocol):
    """Hears one reply after another."""

    def open(self, ticket: int, *, over_line: bool = False) -> None:
        """Begin to listen; over a line, for backchannels too."""

    def hear(self, samples: Samples) -> None:
        """Take more sound, 16 kHz mono."""

    def close(self) -> None:
        """Listen no more; the final words follow."""


class VoiceWorker(Protocol):
    """Renders lines before they are played."""

    def prepare(self, ticket: int, line: Line) -> None:
        """Render the line; `LineReady` follows."""


class InlineEars:
    """Listens in the caller's thread.

    Speech over a line is heard twice: a recogniser that knows all words takes a lone "yeah" for
    "jack" more often than one that knows only what people say while they listen.
    """

    def __init__(
        self,
        new_recogniser: NewRecogniser,
        post: Post,
        new_backchannel_ear: NewBackchannelEar | None = None,
    ) -> None:
        self._new_recogniser = new_recogniser
        self._new_backchannel_ear = new_backchannel_ear
        self._post = post
        self._recogniser: Recogniser | None = None
        self._listening: _Listening | None = None
        self._partial = PartialWords(0, "")

    def open(self, ticket: int, *, over_line: bool = False) -> None:
        """Begin to listen; over a line, for backchannels too."""
        self._partial = PartialWords(ticket, "")
        self._recogniser = self._new_recogniser()
        self._listening = None
        if over_line and self._new_backchannel_ear is not None:
            self._listening = _Listening(self._new_backchannel_ear())

    def hear(self, samples: Samples) -> None:
        """Take more sound; post the words so far when they have changed."""
        if self._recogniser is None:
            return
        backchannels = self._listening is not None and self._listening.hear(samples)
        partial = PartialWords(self._partial.ticket, self._recogniser.hear(samples), backchannels)
        if partial != self._partial and (partial.text or backchannels):
            self._partial = partial
            self._post(partial)

    def close(self) -> None:
        """Post the final words."""
        if self._recogniser is None:
            return
        words = self._recogniser.finish()
        backchannels = () if self._listening is None else self._listening.finish()
        self._recogniser = self._listening = None
        self._post(FinalWords(self._partial.ticket, words, backchannels))


class _Listening:
    """An ear for backchannels, until there is too much for one."""

    def __init__(self, ear: BackchannelEar) -> None:
        self._ear = ear
        self._heard = 0

    def hear(self, samples: Samples) -> bool:
        self._heard += len(samples)
        return self._heard <= LONGEST_LISTENED and self._ear.hear(samples)

    def finish(self) -> tuple[Word, ...]:
        return self._ear.finish() if self._heard <= LONGEST_LISTENED else ()


class ThreadedEars:
    """Listens in a thread of its own; a recogniser that fails costs one reply and no more."""

    def __init__(
        self,
        new_recogniser: NewRecogniser,
        post: Post,
        new_backchannel_ear: NewBackchannelEar | None = None,
    ) -> None:
        self._ears = InlineEars(new_recogniser, post, new_backchannel_ear)
        self._post = post
        self._ticket = 0
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="ears", daemon=True)
        self._thread.start()

    def open(self, ticket: int, *, over_line: bool = False) -> None:
        """Begin to listen; over a line, for backchannels too."""
        self._jobs.put(lambda: self._attempt(lambda: self._ears.open(ticket, over_line=over_line)))
        self._ticket = ticket

    def hear(self, samples: Samples) -> None:
        """Take more sound."""
        self._jobs.put(lambda: self._attempt(lambda: self._ears.hear(samples)))

    def close(self) -> None:
        """Post the final words once everything before has been heard."""
        ticket = self._ticket
        self._jobs.put(lambda: self._finish(ticket))

    def stop(self) -> None:
        """End the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _finish(self, ticket: int) -> None:
        if not self._attempt(self._ears.close):
            self._post(FinalWords(ticket, ()))

    def _attempt(self, do: Callable[[], None]) -> bool:
        try:
            do()
        except Exception as problem:  # noqa: BLE001 - whatever an engine throws
            self._post(WorkerTrouble(f"I lost part of what you said: {problem}"))
            return False
        return True


class InlineVoice:
    """Renders in the caller's thread; when the voice fails, the silent one stands in."""

    def __init__(self, voice: Voice, stand_in: Voice, post: Post) -> None:
        self._voice = voice
        self._stand_in = stand_in
        self._post = post
        self._told = ""

    def prepare(self, ticket: int, line: Line) -> None:
        """Render the line and post it."""
        try:
            rendered = self._voice.render(line)
        except VoiceProblem as problem:
            self._tell(str(problem))
            rendered = self._stand_in.render(line)
        self._post(LineReady(ticket, rendered))

    def _tell(self, what: str) -> None:
        if what != self._told:
            self._told = what
            self._post(WorkerTrouble(what))


class ThreadedVoice:
    """Renders in a thread of its own, which waits for the engine's process.

    When even the stand-in fails there is nothing to wait for, so the rehearsal is ended.
    """

    def __init__(self, voice: Voice, stand_in: Voice, post: Post) -> None:
        self._voice = InlineVoice(voice, stand_in, post)
        self._post = post
        self._jobs: SimpleQueue[tuple[int, Line] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    def prepare(self, ticket: int, line: Line) -> None:
        """Render the line and post it."""
        self._jobs.put((ticket, line))

    def stop(self) -> None:
        """End the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._voice.prepare(*job)
            except Exception as problem:  # noqa: BLE001 - whatever it is, nobody else would hear
                self._post(WorkerTrouble(f"The customer can't go on: {problem}"))
                self._post(End())
