"""What can happen to a customer, and how it answers: the events in and the reaction out."""

from dataclasses import dataclass
from typing import TypeAlias

from trainer.conversation.blocks import Millis
from trainer.conversation.lines import Line
from trainer.conversation.timeline import MoodMove, Outcome, Overlap, Reply
from trainer.techniques.technique import Technique

__all__ = [
    "CallEnded",
    "Happening",
    "Reaction",
    "RepeatAsked",
    "Replied",
    "SpokenOver",
    "Stayed",
    "TalkedTooLong",
]


@dataclass(frozen=True, slots=True)
class Replied:
    """The trainee has finished a reply.

    Attributes:
        reply: What was said and when.
        techniques: What was heard in it.
        cut_in: The reply began by cutting off the customer's line.
    """

    reply: Reply
    techniques: tuple[Technique, ...]
    cut_in: bool = False


@dataclass(frozen=True, slots=True)
class SpokenOver:
    """The trainee has spoken over the line; the overlap says what that was."""

    overlap: Overlap


@dataclass(frozen=True, slots=True)
class Stayed:
    """Nobody has spoken for this long; `announced` when the trainee had asked for the time."""

    at_ms: Millis
    silent_ms: Millis
    announced: bool = False


@dataclass(frozen=True, slots=True)
class TalkedTooLong:
    """The trainee has talked without a stop; the customer cuts in on what was said so far."""

    reply: Reply
    techniques: tuple[Technique, ...]


@dataclass(frozen=True, slots=True)
class RepeatAsked:
    """The trainee has asked for the last line once more, by key rather than in words."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class CallEnded:
    """The rehearsal is to end: by the trainee, because replies or the time ran out.

    Attributes:
        by: ``trainee``, ``replies`` (none are left) or ``time``.
    """

    at_ms: Millis
    by: str


Happening: TypeAlias = Replied | SpokenOver | Stayed | TalkedTooLong | RepeatAsked | CallEnded


@dataclass(frozen=True, slots=True)
class Reaction:
    """How the customer takes it.

    Attributes:
        moves: Every move of the pressure, with its reason, in order.
        line: What the customer says next; None when there is nothing to say.
        situation: Why that line: what it answers.
        outcome: How the rehearsal ends after the line; None when it goes on.
    """

    moves: tuple[MoodMove, ...] = ()
    line: Line | None = None
    situation: str = ""
    outcome: Outcome | None = None
