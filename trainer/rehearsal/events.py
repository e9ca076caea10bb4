"""What a rehearsal tells whoever watches it, and what it can be told."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import MoodMove, Overlap, Reply, Timeline
from trainer.conversation.turns import Phase
from trainer.conversation.words import Word
from trainer.customer.state import CustomerState
from trainer.scenario.kinds import Step
from trainer.techniques.technique import Technique

__all__ = [
    "AnswerInWords",
    "AskedRepeat",
    "Bookmark",
    "Command",
    "Cue",
    "CueChanged",
    "End",
    "Finished",
    "GuidanceChanged",
    "HoldKey",
    "LevelMeasured",
    "LineBegan",
    "LineFinished",
    "MoodMoved",
    "OverlapJudged",
    "PartialHeard",
    "Pause",
    "PauseChanged",
    "PhaseChanged",
    "RehearsalEvent",
    "ReplyHeard",
    "Resume",
    "StepReached",
    "TechniquesHeard",
    "TroubleMet",
]


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """The turn has passed on."""

    at_ms: Millis
    phase: Phase


@dataclass(frozen=True, slots=True)
class LineBegan:
    """The customer begins a line; words are in audio time, for captions as they are spoken."""

    at_ms: Millis
    text: str
    words: tuple[Word, ...]
    pressure: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What the customer is like as they begin a line: the conversation can be taken up there."""

    at_ms: Millis
    state: CustomerState


@dataclass(frozen=True, slots=True)
class LineFinished:
    """The line has ended or was cut."""

    at_ms: Millis
    cut: bool


@dataclass(frozen=True, slots=True)
class PauseChanged:
    """The clock has stopped, or goes on."""

    at_ms: Millis
    paused: bool


@dataclass(frozen=True, slots=True)
class PartialHeard:
    """What the ears make of the reply so far; it may still change."""

    at_ms: Millis
    text: str


@dataclass(frozen=True, slots=True)
class ReplyHeard:
    """A whole reply."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class OverlapJudged:
    """Both have spoken at once, and what that was."""

    overlap: Overlap


@dataclass(frozen=True, slots=True)
class MoodMoved:
    """The customer's pressure has moved."""

    move: MoodMove


@dataclass(frozen=True, slots=True)
class LevelMeasured:
    """Loudness of the last 100 ms, dBFS."""

    at_ms: Millis
    trainee_db: float
    customer_db: float


@dataclass(frozen=True, slots=True)
class TroubleMet:
    """Something of the machine's went wrong; the sentence says what and how to mend it."""

    at_ms: Millis
    what: str


@dataclass(frozen=True, slots=True)
class TechniquesHeard:
    """What a whole reply held, told once it counts; `too_long` when the customer cut in on it."""

    reply: Reply
    techniques: tuple[Technique, ...]
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class StepReached:
    """Where the conversation is by now, as the customer takes it; told with each line of theirs."""

    step: Step


class Cue(StrEnum):
    """What a trainee may be reminded of in the middle of a call."""

    LET_FINISH = "let_finish"
    SHORTER = "shorter"
    SLOWER = "slower"
    NAME_FEELING = "name_feeling"


@dataclass(frozen=True, slots=True)
class CueChanged:
    """The trainee is reminded of something from now on; None: of nothing any more."""

    at_ms: Millis
    cue: Cue | None


@dataclass(frozen=True, slots=True)
class GuidanceChanged:
    """The step that the trainee is at, and what they could say."""

    step: Step
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The rehearsal is over."""

    timeline: Timeline


RehearsalEvent: TypeAlias = (
    PhaseChanged
    | PauseChanged
    | LineBegan
    | Bookmark
    | LineFinished
    | PartialHeard
    | ReplyHeard
    | OverlapJudged
    | MoodMoved
    | LevelMeasured
    | TechniquesHeard
    | StepReached
    | CueChanged
    | GuidanceChanged
    | TroubleMet
    | Finished
)


@dataclass(frozen=True, slots=True)
class AnswerInWords:
    """A typed reply."""

    text: str


@dataclass(frozen=True, slots=True)
class AskedRepeat:
    """Say the last line again."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock between turns."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class HoldKey:
    """Push to talk: the key is held from now on, or no longer."""

    down: bool


@dataclass(frozen=True, slots=True)
class End:
    """End the rehearsal now and keep what there is; `by` as in `CallEnded`."""

    by: str = "trainee"


Command: TypeAlias = AnswerInWords | AskedRepeat | Pause | Resume | HoldKey | End
