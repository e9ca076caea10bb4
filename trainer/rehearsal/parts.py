"""What a rehearsal is made of: the machine's side, the plan, and what its inbox can hold."""

from dataclasses import dataclass, field
from typing import TypeAlias

from trainer.conversation.blocks import Block, Millis
from trainer.conversation.end_pointing import EndPointing, Pace, TurnWords
from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import Glitch, Listening
from trainer.conversation.turns import Timing
from trainer.rehearsal.end_watch import EndWatch
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    Command,
    End,
    HoldKey,
    Pause,
    Resume,
)
from trainer.rehearsal.ports import (
    AudioLine,
    CustomerSide,
    EchoCanceller,
    Gate,
    Recorder,
    TechniqueEar,
)
from trainer.rehearsal.workers import (
    EarsWorker,
    FinalWords,
    LineReady,
    PartialWords,
    VoiceWorker,
    WorkerTrouble,
)

__all__ = ["MESSAGES", "LineBack", "Message", "Parts", "Plan"]


@dataclass(frozen=True, slots=True)
class LineBack:
    """The audio line had gone away and has been opened again; what it was to play is lost."""


MESSAGES = (
    Block,
    PartialWords,
    FinalWords,
    LineReady,
    WorkerTrouble,
    Glitch,
    LineBack,
    AnswerInWords,
    AskedRepeat,
    Pause,
    Resume,
    HoldKey,
    End,
)
"""Everything that the inbox can hold besides the raw messages of the audio line."""

Message: TypeAlias = (
    Block | PartialWords | FinalWords | LineReady | WorkerTrouble | Glitch | LineBack | Command
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The machine's side of a rehearsal."""

    line: AudioLine
    gate: Gate
    canceller: EchoCanceller
    ears: EarsWorker
    voice: VoiceWorker
    recorder: Recorder | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed, and by which rules.

    Attributes:
        listening: How the trainee is listened to; goes into the timeline.
        limit_ms: When the time is up.
        typed: Words come from the keyboard or a text file: certain words, estimated times.
        half_duplex: The microphone hears the loudspeaker, so the gate is shut while a line plays.
        pace: How soon the customer takes the turn.
        end_pointing: How long a silence ends a reply; None always waits as `timing` says.
        turn_words: What the last words of a reply say about its end.
        usual_db: How loud the trainee speaks, dBFS; None where no sound check has told.
        taken_up: It begins in the middle of another; ending it early is no brush-off.
    """

    customer: CustomerSide
    detector: TechniqueEar
    listening: Listening
    limit_ms: Millis
    timing: Timing = field(default=Timing())
    overlaps: OverlapRules = field(default=OverlapRules())
    typed: bool = False
    half_duplex: bool = False
    pace: Pace = Pace.NORMAL
    end_pointing: EndPointing | None = None
    turn_words: TurnWords = field(default=TurnWords())
    usual_db: float | None = None
    taken_up: bool = False

    def end_watch(self) -> EndWatch | None:
        """Return what says when a reply is over; None where the silence alone says it."""
        if self.end_pointing is None:
            return None
        return EndWatch(self.turn_words, self.end_pointing, self.pace)
