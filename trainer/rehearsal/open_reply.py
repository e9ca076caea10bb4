"""A reply while it is being made: stretches of speech, and the words of each part heard."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from trainer.audio.speaking import SpeechMeter
from trainer.conversation.blocks import Block, Millis
from trainer.conversation.timeline import Reply
from trainer.conversation.words import Span, Word, shifted

__all__ = ["OpenReply"]


@dataclass(slots=True)
class _Part:
    """What one opening of the ears heard; None until the final words are known."""

    from_ms: Millis
    words: tuple[Word, ...] | None = None
    backchannels: tuple[Word, ...] = ()


@dataclass(slots=True)
class OpenReply:
    """Grows while the trainee speaks and becomes a `Reply` when the turn has ended.

    Attributes:
        start_ms: Onset of its first speech.
        line_span: The line it began over and which it did not cut, until that has been judged.
        cut_in: It cut that line off.
        finishing: The turn has ended; it waits for the last words.
        cut_short: The customer has taken the turn, so nothing answers it.
        too_long: It was ended by the customer, who would listen no longer.
        nobody: It was a noise, or somebody far away.
    """

    start_ms: Millis
    line_span: Span | None = None
    cut_in: bool = False
    finishing: bool = False
    cut_short: bool = False
    too_long: bool = False
    nobody: bool = False
    _spans: list[Span] = field(default_factory=list)
    _speaking_since: Millis | None = None
    _parts: dict[int, _Part] = field(default_factory=dict)
    _meter: SpeechMeter = field(default_factory=SpeechMeter)

    def hear(self, block: Block) -> None:
        """Measure the next block; what lies between two parts is silence."""
        self._meter.hear(block)

    def open_part(self, ticket: int, from_ms: Millis) -> None:
        """Expect words of another part, whose first sample was heard at `from_ms`."""
        self._parts[ticket] = _Part(from_ms)

    def take_words(
        self, ticket: int, words: tuple[Word, ...], backchannels: tuple[Word, ...] = ()
    ) -> None:
        """Keep the final words of a part, times from its first sample."""
        part = self._parts[ticket]
        part.words = shifted(words, part.from_ms)
        part.backchannels = shifted(backchannels, part.from_ms)

    def expects(self, ticket: int) -> bool:
        """Whether the ticket is one of its parts'."""
        return ticket in self._parts

    @property
    def only_backchannels(self) -> bool:
        """Whether an ear for backchannels heard nothing else in any part."""
        heard = self.spoken(word for part in self._parts.values() for word in part.backchannels)
        return bool(heard) and all(word.text for word in heard)

    @property
    def complete(self) -> bool:
        """Whether the words of every part are known."""
        return all(part.words is not None for part in self._parts.values())

    def speech_started(self, at_ms: Millis) -> None:
        """Note the onset of speech."""
        self._speaking_since = at_ms

    def speech_stopped(self, at_ms: Millis) -> None:
        """Note the end of speech."""
        if self._speaking_since is not None:
            self._spans.append(Span(self._speaking_since, at_ms))
        self._speaking_since = None

    @property
    def speech_ms(self) -> Millis:
        """How long the trainee has spoken in all."""
        return sum(span.length_ms for span in self._spans)

    def spoken_so_far(self, now_ms: Millis) -> Span:
        """Return from its onset to where it last fell silent, or to now."""
        silent = self._speaking_since is None and self._spans
        return Span(self.start_ms, self._spans[-1].end_ms if silent else now_ms)

    def reply(self, now_ms: Millis) -> Reply:
        """Return what has been said so far; speech that is going on lasts until `now_ms`."""
        spans = list(self._spans)
        if self._speaking_since is not None and self._speaking_since < now_ms:
            spans.append(Span(self._speaking_since, now_ms))
        words = tuple(word for part in self._parts.values() for word in part.words or ())
        ends = [span.end_ms for span in spans] + [word.end_ms for word in words]
        end_ms = max(ends, default=now_ms)
        return Reply(self.start_ms, end_ms, words, tuple(spans))

    def finished(self, now_ms: Millis) -> Reply:
        """Return what has been said, with how it sounded."""
        reply = self.reply(now_ms)
        return replace(reply, sound=self._meter.sound(reply.speech))

    def spoken(self, words: Iterable[Word]) -> tuple[Word, ...]:
        """Leave out what was heard in the sound from before the onset: over a line it was echo."""
        return tuple(word for word in words if word.start_ms + word.end_ms > 2 * self.start_ms)
