"""A recorded conversation, listened to from end to end: who spoke when, and what was said.

Each channel goes through the same gate and ears as a live trainee; memory does not grow with the
recording's length.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from trainer.conversation.blocks import Block, Millis
from trainer.conversation.overlaps import OverlapRules, find_overlaps
from trainer.conversation.silences import find_silences
from trainer.conversation.timeline import (
    Entry,
    LineSpoken,
    Listening,
    Overlap,
    OverlapKind,
    Reply,
    Timeline,
)
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.conversation.words import Span
from trainer.rehearsal.hearing import Hearing
from trainer.rehearsal.open_reply import OpenReply
from trainer.rehearsal.ports import NewBackchannelEar, NewGate, NewRecogniser
from trainer.rehearsal.workers import FinalWords, InlineEars

__all__ = ["ChannelListener", "Heard", "listen_to", "timeline_of"]

UTTERANCE_GAP_MS: Millis = 900
"""Silence of this length ends an utterance; a live reply ends after the same."""

TURN_GAP_MS: Millis = 4_000
"""Utterances of one speaker belong to one turn up to this gap, if nobody else speaks in it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one speaker said.

    Attributes:
        utterances: Oldest first.
        listened: When they only showed that they listen, as an ear for backchannels has it.
    """

    utterances: Sequence[Reply]
    listened: Sequence[Span] = ()


class ChannelListener:
    """Hears one speaker of a recording."""

    def __init__(
        self,
        new_gate: NewGate,
        new_recogniser: NewRecogniser,
        new_backchannel_ear: NewBackchannelEar | None = None,
    ) -> None:
        self._utterances: list[Reply] = []
        self._listened: list[Span] = []
        self._gate = new_gate()
        self._hearing = Hearing(InlineEars(new_recogniser, self._take, new_backchannel_ear))
        self._open: OpenReply | None = None
        self._stopped_ms: Millis | None = None
        self._now_ms: Millis = 0

    @property
    def heard(self) -> Heard:
        """What was said so far."""
        return Heard(tuple(self._utterances), tuple(self._listened))

    def hear(self, block: Block) -> None:
        """Take the next block."""
        self._now_ms = block.end_ms
        self._hearing.hear(block)
        match self._gate.hear(block):
            case SpeechStarted(at_ms=at_ms):
                self._start(at_ms)
            case SpeechStopped(at_ms=at_ms):
                self._stop(at_ms)
            case None:
                self._end_after_silence()

    def finish(self) -> None:
        """Take what is still open as ended."""
        if self._open is not None:
            self._hearing.end()

    def _start(self, at_ms: Millis) -> None:
        self._stopped_ms = None
        if self._open is None:
            self._open = OpenReply(at_ms)
            self._hearing.begin(self._open, at_ms, over_line=True)  # it may turn out to be
        self._open.speech_started(at_ms)

    def _stop(self, at_ms: Millis) -> None:
        self._stopped_ms = at_ms
        if self._open is not None:
            self._open.speech_stopped(at_ms)

    def _end_after_silence(self) -> None:
        if self._stopped_ms is not None and self._now_ms - self._stopped_ms >= UTTERANCE_GAP_MS:
            self._stopped_ms = None
            self._hearing.end()

    def _take(self, answer: object) -> None:
        if isinstance(answer, FinalWords) and self._open is not None:
            self._open.take_words(answer.ticket, answer.words, answer.backchannels)
            self._utterances.append(self._open.finished(self._now_ms))
            if self._open.only_backchannels:
                self._listened.append(self._utterances[-1].span)
            self._open = None


def listen_to(
    blocks: Iterable[Block],
    listener: ChannelListener,
    progress: Callable[[Millis], None] | None = None,
) -> Millis:
    """Let the listener hear every block; return how long the recording is."""
    end_ms: Millis = 0
    for block in blocks:
        listener.hear(block)
        end_ms = block.end_ms
        if progress is not None:
            progress(end_ms)
    listener.finish()
    return end_ms


def timeline_of(
    customer: Heard,
    trainee: Heard,
    duration_ms: Millis,
    listening: Listening,
    rules: OverlapRules,
) -> Timeline:
    """Put two speakers' utterances on one timeline and find what they said at once."""
    hers, yours = customer.utterances, trainee.utterances
    lines = [_line(turn) for turn in _turns(hers, yours)]
    overlaps = find_overlaps(
        lines,
        [span for said in yours for span in said.speech],
        [word for said in yours for word in said.words],
        rules,
        trainee.listened,
    )
    spoken = [said for said in yours if not _is_backchannel(said, overlaps)]
    replies = _turns(spoken, hers)
    entries: list[Entry] = [
        *lines,
        *replies,
        *overlaps,
        *find_silences(said.span for said in (*hers, *yours)),
    ]
    entries.sort(key=lambda entry: entry.start_ms)
    return Timeline(duration_ms, tuple(entries), listening)


def _turns(own: Sequence[Reply], others: Sequence[Reply]) -> list[Reply]:
    """Join utterances of one speaker that nobody answered in between."""
    turns: list[Reply] = []
    for said in own:
        if turns and _goes_on(turns[-1], said, others):
            turns[-1] = _joined(turns[-1], said)
        else:
            turns.append(said)
    return turns


def _goes_on(before: Reply, after: Reply, others: Sequence[Reply]) -> bool:
    gap = Span(before.end_ms, after.start_ms)
    answered = any(before.start_ms < other.start_ms < gap.end_ms for other in others)
    return gap.length_ms < TURN_GAP_MS and not answered


def _joined(one: Reply, two: Reply) -> Reply:
    sound = one.sound + two.sound if one.sound and two.sound else one.sound or two.sound
    words, speech = one.words + two.words, one.speech + two.speech
    return Reply(one.start_ms, two.end_ms, words, speech, sound=sound)


def _line(turn: Reply) -> LineSpoken:
    return LineSpoken(turn.start_ms, turn.end_ms, "", turn.words, turn.text)


def _is_backchannel(said: Reply, overlaps: Sequence[Overlap]) -> bool:
    return any(
        one.overlap_kind is OverlapKind.BACKCHANNEL
        and one.span.overlap_ms(said.span) >= 0.8 * said.span.length_ms
        for one in overlaps
    )
