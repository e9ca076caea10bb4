"""Everything that took place in a rehearsal, as one immutable record in audio time.

Rating reads a finished timeline and nothing else; records store it; review and report show it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import log2, log10
from statistics import fmean, median, quantiles
from typing import Literal, TypeAlias, TypeVar

from trainer.conversation.blocks import Millis
from trainer.conversation.words import Span, Word, text_of

__all__ = [
    "Baseline",
    "Entry",
    "Glitch",
    "LineSpoken",
    "Listening",
    "MoodMove",
    "Outcome",
    "Overlap",
    "OverlapKind",
    "Reply",
    "ReplySound",
    "Silence",
    "Timeline",
    "VoiceStep",
    "mean_db",
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
class VoiceStep:
    """A quarter of a second of speech.

    Attributes:
        level_db: Loudness, dBFS.
        pitch_hz: The median; None where nothing is voiced.
    """

    start_ms: Millis
    level_db: float
    pitch_hz: float | None = None


@dataclass(frozen=True, slots=True)
class ReplySound:
    """How a reply sounded, whatever its words were; measured on the cleaned microphone.

    Attributes:
        sounding: When something could be heard, closures of consonants included; never empty.
        voiced: When that had a pitch.
        nuclei: When each syllable was at its loudest.
        steps: Loudness and pitch as they went; silent steps are left out.
    """

    sounding: tuple[Span, ...]
    voiced: tuple[Span, ...] = ()
    nuclei: tuple[Millis, ...] = ()
    steps: tuple[VoiceStep, ...] = ()

    def __add__(self, later: "ReplySound") -> "ReplySound":
        """Join it with what came after it."""
        return ReplySound(
            self.sounding + later.sounding,
            self.voiced + later.voiced,
            self.nuclei + later.nuclei,
            self.steps + later.steps,
        )

    @property
    def span(self) -> Span:
        """From the first sound to the last."""
        return Span(self.sounding[0].start_ms, self.sounding[-1].end_ms)

    @property
    def voiced_ms(self) -> Millis:
        """How long the voice was voiced."""
        return sum(span.length_ms for span in self.voiced)

    @property
    def level_db(self) -> float | None:
        """Loudness, dBFS; None without steps."""
        return mean_db([step.level_db for step in self.steps]) if self.steps else None

    @property
    def pitch_hz(self) -> float | None:
        """The median of the pitch; None where nothing is voiced."""
        return median(self._pitches) if self._pitches else None

    @property
    def pitch_range(self) -> float | None:
        """From the lowest tenth of the pitch to the highest one, in semitones; None likewise."""
        if len(self._pitches) < 2:
            return None
        tenths = quantiles(self._pitches, n=10, method="inclusive")
        return round(12 * log2(tenths[-1] / tenths[0]), 1)

    @property
    def _pitches(self) -> list[float]:
        return [step.pitch_hz for step in self.steps if step.pitch_hz is not None]

    def pauses(self, least_ms: Millis) -> tuple[Span, ...]:
        """Return the silences within it that last so long."""
        gaps = (Span(one.end_ms, two.start_ms) for one, two in pairwise(self.sounding))
        return tuple(gap for gap in gaps if gap.length_ms >= least_ms)


@dataclass(frozen=True, slots=True)
class Reply(_Timed):
    """What the trainee said in one turn.

    Attributes:
        words: As recognised or typed, in audio time (estimated for typed words).
        speech: When the gate heard speech; empty when typed.
        typed: The words are certain, their times are not.
        sound: How it sounded; None when it was typed, or only its words are known.
    """

    words: tuple[Word, ...]
    speech: tuple[Span, ...] = ()
    typed: bool = False
    sound: ReplySound | None = None
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
class Baseline:
    """The trainee's own calm voice, from the sentence they have read; None where it is unknown.

    Attributes:
        words_per_minute: Their pace.
        level_db: Their loudness, dBFS.
        pitch_hz: The median of their pitch.
        articulation_rate: Syllables a second, as heard, pauses left out.
    """

    words_per_minute: float | None = None
    level_db: float | None = None
    pitch_hz: float | None = None
    articulation_rate: float | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """How the trainee was listened to, and what that allows to be rated.

    Attributes:
        recogniser: Name of the recogniser and its model; empty when every reply was typed.
        interruptions_unrated: Why interruptions can't be rated; empty when they can.
        fillers_unrated: Why fillers can't be counted; empty when they can.
        baseline: The trainee's own voice; None where no sound check has told.
    """

    recogniser: str = ""
    interruptions_unrated: str = ""
    fillers_unrated: str = ""
    baseline: Baseline | None = None


def mean_db(levels_db: Sequence[float]) -> float:
    """Return the mean of loudnesses as powers, in dB."""
    return round(10 * log10(fmean(10 ** (level_db / 10) for level_db in levels_db)), 1)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A rehearsal or a recorded conversation from its first sample to its last.

    Attributes:
        taken_up: It begins in the middle of another: a moment of that was tried again.
    """

    duration_ms: Millis
    entries: tuple[Entry, ...]
    listening: Listening = field(default=Listening())
    outcome: Outcome | None = None
    taken_up: bool = False

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
