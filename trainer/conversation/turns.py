"""Who has the turn: the turn-taking machine, events in, actions out, no I/O.

Two rules: the phase changes by the table below and by nothing else; a deadline is an event like any
other, dated in audio time. An event that the table does not know in a phase is kept in `unexpected`
and changes nothing, since real devices race.

    READY      nothing has been said yet
    CUSTOMER   the customer's line is being played
    OVERLAP    both speak
    CUT_OFF    the trainee has cut in, the line is fading out
    WAITING    nobody speaks; the trainee is expected to
    TRAINEE    the trainee speaks
    PAUSE      the trainee is silent, perhaps finished
    DECIDING   the reply is finished (or never came); the customer's next line is on its way
    OVER       the rehearsal has ended
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from trainer.conversation.blocks import Millis

__all__ = [
    "TRANSITIONS",
    "Action",
    "BargedIn",
    "Ended",
    "Event",
    "LineEnded",
    "LineStarted",
    "LineStopped",
    "PatienceEnded",
    "Phase",
    "ReplyTooLong",
    "ReplyTyped",
    "SpeechStarted",
    "SpeechStopped",
    "Timing",
    "TurnEnded",
    "TurnTaking",
]


class Phase(Enum):
    """Who has the turn."""

    READY = "ready"
    CUSTOMER = "customer"
    OVERLAP = "overlap"
    CUT_OFF = "cut_off"
    WAITING = "waiting"
    TRAINEE = "trainee"
    PAUSE = "pause"
    DECIDING = "deciding"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class LineStarted:
    """The first sample of a line was given to the loudspeaker."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class LineEnded:
    """The last sample of a line was given to the loudspeaker."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class LineStopped:
    """A line that had been told to stop has faded out."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """The gate hears speech; `at_ms` is its onset, `known_ms` when the gate was sure."""

    at_ms: Millis
    known_ms: Millis


@dataclass(frozen=True, slots=True)
class SpeechStopped:
    """The gate hears no more speech; `at_ms` is its end, `known_ms` when the gate was sure."""

    at_ms: Millis
    known_ms: Millis


@dataclass(frozen=True, slots=True)
class ReplyTyped:
    """The trainee sent a typed reply."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class BargedIn:
    """Deadline: speech over the line has lasted long enough to be an interruption."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """Deadline: the trainee's silence has lasted long enough to be the end of the reply."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class PatienceEnded:
    """Deadline: nobody has spoken for so long that the customer asks."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class ReplyTooLong:
    """Deadline: the trainee has talked for so long that the customer cuts in."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class Ended:
    """The rehearsal is to end now."""

    at_ms: Millis


Deadline: TypeAlias = BargedIn | TurnEnded | PatienceEnded | ReplyTooLong
Event: TypeAlias = (
    LineStarted
    | LineEnded
    | LineStopped
    | SpeechStarted
    | SpeechStopped
    | ReplyTyped
    | Deadline
    | Ended
)


class Action(Enum):
    """What the rehearsal has to do when the phase has changed."""

    LISTEN = "open the ears"
    JUDGE_OVERLAP = "the overlap is over and the customer talks on: say what it was"
    HUSH = "stop the line"
    FINISH_REPLY = "close the ears and let the customer answer"
    CUT_IN = "close the ears and let the customer talk over the trainee"
    KEEP_LISTENING = "the reply goes on: drop the answer that was on its way, open the ears again"
    ASK_PATIENCE = "let the customer ask whether anybody is there"
    ANSWER_TYPED = "let the customer answer the typed reply"
    CLOSE = "stop the line and end"


P = Phase
TRANSITIONS: dict[Phase, dict[type[Event], Phase]] = {
    P.READY: {
        LineStarted: P.CUSTOMER,
        SpeechStarted: P.TRAINEE,
        Ended: P.OVER,
    },
    P.CUSTOMER: {
        SpeechStarted: P.OVERLAP,
        LineEnded: P.WAITING,
        ReplyTyped: P.CUT_OFF,
        Ended: P.OVER,
    },
    P.OVERLAP: {
        SpeechStopped: P.CUSTOMER,
        LineEnded: P.TRAINEE,
        BargedIn: P.CUT_OFF,
        ReplyTyped: P.CUT_OFF,
        Ended: P.OVER,
    },
    P.CUT_OFF: {
        LineStopped: P.TRAINEE,
        LineEnded: P.TRAINEE,
        SpeechStopped: P.CUT_OFF,
        SpeechStarted: P.CUT_OFF,
        Ended: P.OVER,
    },
    P.WAITING: {
        SpeechStarted: P.TRAINEE,
        ReplyTyped: P.DECIDING,
        PatienceEnded: P.DECIDING,
        Ended: P.OVER,
    },
    P.TRAINEE: {
        SpeechStopped: P.PAUSE,
        ReplyTooLong: P.DECIDING,
        ReplyTyped: P.DECIDING,
        Ended: P.OVER,
    },
    P.PAUSE: {
        SpeechStarted: P.TRAINEE,
        TurnEnded: P.DECIDING,
        ReplyTyped: P.DECIDING,
        Ended: P.OVER,
    },
    P.DECIDING: {
        LineStarted: P.CUSTOMER,
        SpeechStarted: P.TRAINEE,
        SpeechStopped: P.DECIDING,
        Ended: P.OVER,
    },
    P.OVER: {
        LineEnded: P.OVER,
        LineStopped: P.OVER,
        SpeechStarted: P.OVER,
        SpeechStopped: P.OVER,
        Ended: P.OVER,
    },
}
