"""The rating of one rehearsal: measures, findings, marks and advice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from trainer.conversation.blocks import Millis
from trainer.techniques.technique import Technique

__all__ = [
    "Advice",
    "Against",
    "Finding",
    "HeardTechnique",
    "Marks",
    "Pacing",
    "Part",
    "Rating",
    "ReplyPacing",
    "Scorecard",
]


Against: TypeAlias = Literal["", "other replies", "sound check"]
"""What the pace under pressure is compared with; nothing where it can't be."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what a mark or a measure was made of.

    Attributes:
        what: Such as ``words``, ``start`` or the name of a rule.
        unit: Such as ``ms`` or ``points``; empty for a bare count.
        start_ms: Its moment; None where it has none.
    """

    what: str
    value: float
    unit: str = ""
    start_ms: Millis | None = None
    end_ms: Millis | None = None


@dataclass(frozen=True, slots=True)
class HeardTechnique:
    """A technique with the reply it was heard in and when it was said."""

    reply: int
    technique: Technique
    start_ms: Millis
    end_ms: Millis


@dataclass(frozen=True, slots=True)
class ReplyPacing:
    """Pacing of one reply; None where it is too short for a verdict.

    Attributes:
        words_per_minute: Words over speaking time, pauses included.
        articulation_rate: Syllables a second, pauses of 250 ms and more left out.
        pause_ratio: Share of the reply that is pause, 0..1.
        gap_ms: From the end of the customer's line to the start of the reply; negative when the
            reply began over the line.
        speaking_ms: From its first sound to its last, however short it is.
        disagreement: How far the words and the sound are apart in syllables, as a share.
        doubtful: That is too far to trust the words: its pace is shown, not rated.
    """

    start_ms: Millis
    end_ms: Millis
    words: int
    words_per_minute: float | None
    articulation_rate: float | None
    pause_ratio: float | None
    longest_pause_ms: Millis | None
    gap_ms: Millis | None
    mean_pause_ms: Millis | None = None
    fillers_per_100_words: float | None = None
    speaking_ms: Millis | None = None
    disagreement: float | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Pacing:
    """Pacing of the whole rehearsal (RUBRIC, section 4); None where it can't be measured.

    Attributes:
        fillers_estimated: They are voiced stretches without words, since the recogniser does not
            know fillers.
        under_pressure_wpm: How much faster after outbursts than otherwise, in words a minute.
        under_pressure_against: What is meant by otherwise.
        made_of: Measure → what it was made of.
        target_wpm: From and to how many words a minute are on target.
        fluency_left_out: Fillers and pauses are not measured, by the person's own choice.
    """

    words_per_minute: float | None = None
    articulation_rate: float | None = None
    pause_ratio: float | None = None
    mean_pause_ms: Millis | None = None
    longest_pause_ms: Millis | None = None
    fillers_per_100_words: float | None = None
    fillers_estimated: bool = False
    reply_gap_ms_median: Millis | None = None
    longest_monologue_ms: Millis | None = None
    under_pressure_wpm: float | None = None
    under_pressure_against: Against = ""
    replies: tuple[ReplyPacing, ...] = ()
    made_of: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    target_wpm: tuple[float, float] = (120.0, 160.0)
    fluency_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that counted, with the rule that gave it and its moment.

    Attributes:
        mark: Which mark it belongs to, such as ``listening``.
        rule: Name of the rule in the rubric.
        points: Signed effect on that mark.
        quote: What was said.
        text: One sentence for the trainee.
        better: What might land better; empty where nothing has to.
    """

    mark: str
    rule: str
    points: float
    start_ms: Millis
    end_ms: Millis
    quote: str
    text: str
    better: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Five marks of 0..100; None where it is not rated."""

    listening: int | None = None
    calming: int | None = None
    steps: int | None = None
    pacing: int | None = None
    outcome: int | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: the moment, what was said, what might land better."""

    start_ms: Millis
    end_ms: Millis
    said: str
    better: str
    why: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What the trainee sees.

    Attributes:
        overall: Weighted mean of the marks that could be given; None when none could.
        summary: The sentence that sums it up.
        advice: Three at the most, the most useful first.
        not_rated: Measure → why, in plain words.
        made_of: Mark → what it was made of: where it starts, and the points of its findings.
    """

    overall: int | None
    marks: Marks
    summary: str
    advice: tuple[Advice, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_rated: Mapping[str, str] = field(default_factory=dict)
    made_of: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rating:
    """Everything that was rated in one timeline."""

    pacing: Pacing
    techniques: tuple[HeardTechnique, ...]
    scorecard: Scorecard
