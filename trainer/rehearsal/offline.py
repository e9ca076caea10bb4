"""A whole rehearsal without a device: replies from recordings or from text, as fast as it goes."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from trainer.audio.offline import OfflineLine
from trainer.conversation.blocks import BLOCK_MS, SAMPLE_RATE, Block, Millis, OverEcho, Samples
from trainer.conversation.timeline import Timeline
from trainer.conversation.turns import Phase, SpeechStarted, SpeechStopped
from trainer.conversation.words import Word, shifted, text_of
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.engine import Rehearsal
from trainer.rehearsal.events import End, RehearsalEvent
from trainer.rehearsal.parts import Message, Parts, Plan
from trainer.rehearsal.ports import Gate, NewBackchannelEar, NewRecogniser, Recorder, Voice
from trainer.rehearsal.workers import InlineEars, InlineVoice
from trainer.speech.estimate import estimate_words

__all__ = ["RecordedReplies", "Replies", "TextReplies", "rehearse"]

REPLY_GAP_MS: Millis = 600
"""The trainee answers this long after the line has ended."""


class Replies(Protocol):
    """A trainee whose replies are known beforehand."""

    gate: Gate
    new_recogniser: NewRecogniser
    new_backchannel_ear: NewBackchannelEar | None

    def begin_next(self, line: OfflineLine) -> bool:
        """Begin the next reply; False when none is left."""

    @property
    def speaking(self) -> bool:
        """Whether a reply is still being spoken."""


class RecordedReplies:
    """Replies from recordings, 16 kHz mono, heard by a real gate and recogniser."""

    def __init__(
        self,
        replies: Sequence[Samples],
        gate: Gate,
        new_recogniser: NewRecogniser,
        new_backchannel_ear: NewBackchannelEar | None = None,
    ) -> None:
        self.gate = gate
        self.new_recogniser = new_recogniser
        self.new_backchannel_ear = new_backchannel_ear
        self._replies = deque(replies)
        self._line: OfflineLine | None = None

    def begin_next(self, line: OfflineLine) -> bool:
        """Put the next recording before the microphone."""
        self._line = line
        if not self._replies:
            return False
        line.speak(self._replies.popleft())
        return True

    @property
    def speaking(self) -> bool:
        """Whether a recording is still being played."""
        return self._line is not None and self._line.speaking


class TextReplies:
    """Replies from text: certain words, spoken at an estimated pace; gate and ears in one."""

    def __init__(self, replies: Sequence[str], words_per_minute: float) -> None:
        self.gate: Gate = self
        self.new_recogniser: NewRecogniser = lambda: _TextRecogniser(self)
        self.new_backchannel_ear: NewBackchannelEar | None = None
        self.words: tuple[Word, ...] = ()
        self.now_ms: Millis = 0
        self._replies = deque(replies)
        self._pace = words_per_minute
        self._due = False
        self._open = False

    def begin_next(self, line: OfflineLine) -> bool:
        """Speak the next text from the next block on."""
        del line
        if not self._replies:
            return False
        self.words = estimate_words(self._replies.popleft(), self.now_ms, self._pace)
        self._due = bool(self.words)
        return True

    @property
    def speaking(self) -> bool:
        """Whether the text is still being spoken."""
        return self._due or self._open

    def hear(
        self, block: Block, *, over_echo: OverEcho | None = None
    ) -> SpeechStarted | SpeechStopped | None:
        """Be the gate: speech lasts from the first word to the last."""
        del over_echo
        self.now_ms = block.end_ms
        if self._due:
            self._due, self._open = False, True
            return SpeechStarted(self.words[0].start_ms, block.end_ms)
        if self._open and self.now_ms >= self.words[-1].end_ms:
            self._open = False
            return SpeechStopped(self.words[-1].end_ms, block.end_ms)
        return None


class _TextRecogniser:
    """Hears just the words that are being spoken."""

    def __init__(self, trainee: TextReplies) -> None:
        self._trainee = trainee
        self._heard_ms: Millis = 0

    def hear(self, samples: Samples) -> str:
        """Return the words whose end has been heard."""
        self._heard_ms += len(samples) * 1000 // SAMPLE_RATE
        return text_of(word for word in self._trainee.words if word.end_ms <= self._trainee.now_ms)

    def finish(self) -> tuple[Word, ...]:
        """Return the words spoken so far."""
        began_ms = self._trainee.now_ms - self._heard_ms
        said = (word for word in self._trainee.words if word.start_ms < self._trainee.now_ms)
        return shifted(said, -began_ms)


def rehearse(
    plan: Plan,
    replies: Replies,
    voices: tuple[Voice, Voice],
    recorder: Recorder | None = None,
    tell: Callable[[RehearsalEvent], None] | None = None,
) -> Timeline:
    """Play a whole rehearsal; the same plan and replies give the same timeline.

    Args:
        plan: What is rehearsed.
        replies: What the trainee says.
        voices: What speaks the customer's lines, and what stands in when that fails.
        recorder: Keeps the sound of both, if given.
        tell: Gets every event as it happens, if given.
    """
    inbox: deque[Message] = deque()
    line = OfflineLine()
    parts = Parts(
        line=line,
        gate=replies.gate,
        canceller=NoEcho(),
        ears=InlineEars(replies.new_recogniser, inbox.append, replies.new_backchannel_ear),
        voice=InlineVoice(*voices, inbox.append),
        recorder=recorder,
    )
    rehearsal = Rehearsal(parts, plan, tell or (lambda _: None))
    trainee = _Trainee(replies, line)
    while not rehearsal.over:
        while inbox:
            rehearsal.handle(inbox.popleft())
        rehearsal.handle(line.next_block())
        if command := trainee.after_block(rehearsal.phase):
            rehearsal.handle(command)
    return rehearsal.timeline


class _Trainee:
    """Replies a little after each line; ends the rehearsal when nothing is left to say."""

    def __init__(self, replies: Replies, line: OfflineLine) -> None:
        self._replies = replies
        self._line = line
        self._waited_ms: Millis = 0

    def after_block(self, phase: Phase) -> End | None:
        """Begin the next reply when it is time; return the end when there is none."""
        waits = phase is Phase.WAITING and not self._replies.speaking
        self._waited_ms = self._waited_ms + BLOCK_MS if waits else 0
        if self._waited_ms < REPLY_GAP_MS:
            return None
        self._waited_ms = 0
        return None if self._replies.begin_next(self._line) else End(by="replies")
