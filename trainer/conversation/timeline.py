"""Everything that took place in a rehearsal, as one immutable record in audio time.

Rating reads a finished timeline and nothing else; records store it; review and report show it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias, TypeVar

from trainer.conversation.blocks import Millis
from trainer.conversation.words import Span, Word, text_of

__all__ = [
    "Entry",
    "Glitch",
    "LineSpoken",
    "Listening",
    "MoodMove",
    "Outcome",
    "Overlap",
    "OverlapKind",
    "Reply",
    "Silence",
    "Timeline",
]


class OverlapKind(StrEnum):
    """What speaking at the same time was (RUBRIC, section 3)."""

    INTERRUPTION = "interruption"
    BACKCHANNEL = "backchannel"
    END_OVERLAP = "end_overlap"
    TALKED_OVER = "talked_over"


@dataclass(frozen=True, slots=True)
class _Timed:
    start_ms: Millis
    end_ms: Millis

    @property
    def span(self) -> Span:
        """When it took place."""
        return Span(self.start_ms, self.end_ms)


@dataclass(frozen=True, slots=True)
class LineSpoken(_Timed):
    """A line of the customer's as it was heard, up to where it was cut.

    Attributes:
        words: Those that were spoken, in audio time.
        unheard: How many words of the line were cut off.
        situation: What the line answered, such as ``interrupted`` or ``asked_open``.
    """

    line_id: str
    words: tuple[Word, ...]
    text: str
    pressure: int | None = None
    unheard: int = 0
    situation: str = ""
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class Reply(_Timed):
    """What the trainee said in one turn.

    Attributes:
        words: As recognised or typed, in audio time (estimated for typed words).
        speech: When the gate heard speech; empty when typed.
        typed: The words are certain, their times are not.
    """

    words: tuple[Word, ...]
    speech: tuple[Span, ...] = ()
    typed: bool = False
    kind: Literal["reply"] = "reply"

    @property
    def text(self) -> str:
        """The words, joined."""
        return text_of(self.words)


@dataclass(frozen=True, slots=True)
class Overlap(_Timed):
    """Trainee and customer speaking at once.

    Attributes:
        overlap_kind: What it was.
        words: The trainee's words over the customer.
        cut_at: The customer's word at which they were cut, empty if they talked on.
        unheard: How many of the customer's words went unheard.
    """

    overlap_kind: OverlapKind
    words: str = ""
    cut_at: str = ""
    unheard: int = 0
    kind: Literal["overlap"] = "overlap"


@dataclass(frozen=True, slots=True)
class Silence(_Timed):
    """Dead air: nobody spoke, and whether it had been announced."""

    announced: bool = False
    kind: Literal["silence"] = "silence"


@dataclass(frozen=True, slots=True)
class MoodMove(_Timed):
    """One move of the customer's pressure, with its reason.

    Attributes:
        pressure: After the move, 0..100.
        change: Signed; the sum of all changes leads from the opening pressure to the last.
        why: A short sentence for people, such as ``you cut in at "third time"``.
        rule: Which rule of the customer's gave it, such as ``interruption`` or a technique's id.
        trust: After the move, 0..100; None where it was not followed.
        met: Needs of the customer's that were met by then, such as ``apology``.
    """

    pressure: int
    change: int
    why: str
    rule: str = ""
    trust: int | None = None
    met: tuple[str, ...] = ()
    kind: Literal["mood"] = "mood"


@dataclass(frozen=True, slots=True)
class Glitch(_Timed):
    """Something that the sound hardware did: lost blocks, a device that went away."""

    what: str
    kind: Literal["glitch"] = "glitch"


Entry: TypeAlias = LineSpoken | Reply | Overlap | Silence | MoodMove | Glitch
E = TypeVar("E", LineSpoken, Reply, Overlap, Silence, MoodMove, Glitch)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the rehearsal ended.

    Attributes:
        id: Such as ``satisfied`` or ``hung_up``.
        good: Whether a trainer would be content.
        why: One sentence.
    """

    id: str
    good: bool
    why: str


@dataclass(frozen=True, slots=True)
class Listening:
    """How the trainee was listened to, and what that allows to be rated.

    Attributes:
        recogniser: Name of the recogniser and its model; empty when every reply was typed.
        interruptions_unrated: Why interruptions can't be rated; empty when they can.
        fillers_unrated: Why fillers can't be counted; empty when they can.
    """

    recogniser: str = ""
    interruptions_unrated: str = ""
    fillers_unrated: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A rehearsal or a recorded conversation from its first sample to its last."""

    duration_ms: Millis
    entries: tuple[Entry, ...]
    listening: Listening = field(default=Listening())
    outcome: Outcome | None = None

    @property
    def lines(self) -> tuple[LineSpoken, ...]:
        """The customer's lines in order."""
        return tuple(self._of(LineSpoken))

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The trainee's replies in order."""
        return tuple(self._of(Reply))

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Every stretch in which both spoke."""
        return tuple(self._of(Overlap))

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Every stretch of dead air."""
        return tuple(self._of(Silence))

    @property
    def moods(self) -> tuple[MoodMove, ...]:
        """Every move of the customer's pressure."""
        return tuple(self._of(MoodMove))

    def _of(self, wanted: type[E]) -> Iterator[E]:
        return (entry for entry in self.entries if isinstance(entry, wanted))
