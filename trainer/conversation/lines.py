"""The customer's lines: as written, as delivered and as rendered to sound."""

from dataclasses import dataclass, field
from enum import StrEnum

from trainer.conversation.blocks import Millis, Samples
from trainer.conversation.words import Word, shifted

__all__ = ["Line", "Phrase", "RenderedLine", "WhenCut"]


class WhenCut(StrEnum):
    """What a customer does when the trainee cuts in on a line."""

    YIELDS = "yields"
    TALKS_ON = "talks_on"
    SNAPS = "snaps"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a line in one breath, and the pause that follows it (0 for none)."""

    text: str
    pause_ms: Millis = 0


@dataclass(frozen=True, slots=True)
class Line:
    """What the customer says next.

    Attributes:
        id: Names the line within its scenario, such as ``vent.2``.
        phrases: The text in breaths, with the pauses that tempt a trainee to cut in.
        voice: Id of the voice file that speaks it.
        pressure: How angry it is delivered, 0 (calm) to 100 (furious).
        when_cut: What the customer does when the trainee cuts in: falls silent, raises the voice
            and talks on, or stops, snaps and takes the line up again.
    """

    id: str
    phrases: tuple[Phrase, ...]
    voice: str
    pressure: int
    when_cut: WhenCut = WhenCut.YIELDS

    @property
    def text(self) -> str:
        """The whole line without pauses."""
        return " ".join(phrase.text for phrase in self.phrases)


@dataclass(frozen=True, slots=True, eq=False)
class RenderedLine:
    """A line as sound.

    Attributes:
        line: What was rendered.
        samples: Mono, shape (n,), float32 in -1..1, at `rate`.
        rate: Samples a second, the engine's own.
        words: The line's words as they are spoken, times from the line's start.
    """

    line: Line
    samples: Samples
    rate: int
    words: tuple[Word, ...] = field(default=())

    @property
    def length_ms(self) -> Millis:
        """How long it lasts."""
        return round(len(self.samples) * 1000 / self.rate)

    def words_from(self, start_ms: Millis) -> tuple[Word, ...]:
        """Return the words in audio time, the line having started at `start_ms`."""
        return shifted(self.words, start_ms)
