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
from dataclasses import dataclass
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
    "LineWanted",
    "NoAnswer",
    "PatienceEnded",
    "Phase",
    "ReplyTooLong",
    "ReplyTyped",
    "SpeechStarted",
    "SpeechStopped",
    "StoodGround",
    "Timing",
    "TurnEnded",
    "TurnTaking",
    "WordsOverLine",
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
class LineWanted:
    """The customer is to say something without having been answered: once more, or a last word."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """What was heard was no speech, or the customer has nothing to say to it."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class BargedIn:
    """Deadline: speech over the line has lasted long enough to be an interruption."""

    at_ms: Millis


@dataclass(frozen=True, slots=True)
class StoodGround:
    """Deadline: the same, over a customer who does not yield but raises the voice."""

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


Deadline: TypeAlias = BargedIn | StoodGround | TurnEnded | PatienceEnded | ReplyTooLong
Event: TypeAlias = (
    LineStarted
    | LineEnded
    | LineStopped
    | SpeechStarted
    | SpeechStopped
    | ReplyTyped
    | LineWanted
    | NoAnswer
    | Deadline
    | Ended
)


class Action(Enum):
    """What the rehearsal has to do about a transition."""

    LISTEN = "open the ears"
    JUDGE_OVERLAP = "the customer talks on: close the ears, say what the overlap was"
    HUSH = "stop the line"
    RAISE_VOICE = "go on with the line, louder"
    FINISH_REPLY = "close the ears and let the customer answer"
    KEEP_LISTENING = "drop the answer that was on its way and open the ears again"
    ASK_PATIENCE = "let the customer ask whether anybody is there"
    CLOSE = "stop the line and end"


P, A = Phase, Action
TRANSITIONS: dict[Phase, dict[type[Event], tuple[Phase, Action | None]]] = {
    P.READY: {
        LineStarted: (P.CUSTOMER, None),
        SpeechStarted: (P.READY, None),
        SpeechStopped: (P.READY, None),
        Ended: (P.OVER, A.CLOSE),
    },
    P.CUSTOMER: {
        SpeechStarted: (P.OVERLAP, A.LISTEN),
        LineEnded: (P.WAITING, None),
        LineStopped: (P.WAITING, None),
        Ended: (P.OVER, A.CLOSE),
    },
    P.OVERLAP: {
        SpeechStopped: (P.CUSTOMER, A.JUDGE_OVERLAP),
        LineEnded: (P.TRAINEE, None),
        LineStopped: (P.TRAINEE, None),
        BargedIn: (P.CUT_OFF, A.HUSH),
        StoodGround: (P.OVERLAP, A.RAISE_VOICE),
        Ended: (P.OVER, A.CLOSE),
    },
    P.CUT_OFF: {
        SpeechStarted: (P.CUT_OFF, None),
        SpeechStopped: (P.CUT_OFF, None),
        LineStopped: (P.TRAINEE, None),
        LineEnded: (P.TRAINEE, None),
        Ended: (P.OVER, A.CLOSE),
    },
    P.WAITING: {
        SpeechStarted: (P.TRAINEE, A.LISTEN),
        ReplyTyped: (P.DECIDING, A.FINISH_REPLY),
        PatienceEnded: (P.DECIDING, A.ASK_PATIENCE),
        LineWanted: (P.DECIDING, None),
        Ended: (P.OVER, A.CLOSE),
    },
    P.TRAINEE: {
        SpeechStopped: (P.PAUSE, None),
        LineStarted: (P.OVERLAP, A.LISTEN),
        ReplyTyped: (P.DECIDING, A.FINISH_REPLY),
        ReplyTooLong: (P.DECIDING, A.FINISH_REPLY),
        Ended: (P.OVER, A.CLOSE),
    },
    P.PAUSE: {
        SpeechStarted: (P.TRAINEE, None),
        LineStarted: (P.CUSTOMER, None),
        ReplyTyped: (P.DECIDING, A.FINISH_REPLY),
        TurnEnded: (P.DECIDING, A.FINISH_REPLY),
        Ended: (P.OVER, A.CLOSE),
    },
    P.DECIDING: {
        LineStarted: (P.CUSTOMER, None),
        SpeechStarted: (P.TRAINEE, A.KEEP_LISTENING),
        SpeechStopped: (P.DECIDING, None),
        NoAnswer: (P.WAITING, None),
        Ended: (P.OVER, A.CLOSE),
    },
    P.OVER: {
        LineEnded: (P.OVER, None),
        LineStopped: (P.OVER, None),
        SpeechStarted: (P.OVER, None),
        SpeechStopped: (P.OVER, None),
        NoAnswer: (P.OVER, None),
        Ended: (P.OVER, None),
    },
}
"""{phase: {event: (next phase, what is to be done)}}; the docs draw their diagram from it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long things may last, in audio time (RUBRIC, sections 3 and 4).

    Attributes:
        barge_in_ms: Speech with words over a line for this long stops the line.
        wordless_ms: The same while no word has been recognised yet.
        backchannel_ms: The same while every word is a backchannel.
        reaction_ms: Speech that begins this soon after a line did not mean to cut it off.
        gate_ms: By so much later, over an echo, the gate knows that somebody has stopped.
        turn_end_ms: Silence after which a reply is over, unless its words say otherwise.
        patience_ms: Silence after which the customer asks whether anybody is there.
        announced_ms: The same when the trainee has asked for a moment.
        monologue_ms: A reply of this length is cut off by the customer.
    """

    barge_in_ms: Millis = 400
    wordless_ms: Millis = 700
    backchannel_ms: Millis = 1_000
    reaction_ms: Millis = 200
    gate_ms: Millis = 480
    turn_end_ms: Millis = 900
    patience_ms: Millis = 6_000
    announced_ms: Millis = 15_000
    monologue_ms: Millis = 30_000


class TurnTaking:
    """Follows one conversation through the table.

    Attributes:
        phase: Who has the turn now.
        unexpected: Events that the table does not know in the phase they came in, oldest first.
        waiting_since_ms: When the customer last began to wait for the trainee.
        announced: The trainee has asked for a moment, so the customer is patient.
        turn_end_ms: Silence after which this reply is over; whoever hears the words may change it.
        stands_ground: The customer does not yield to an interruption of this line.
    """

    def __init__(self, timing: Timing) -> None:
        self.phase = Phase.READY
        self.unexpected: list[tuple[Phase, Event]] = []
        self._timing = timing
        self._gate: SpeechStarted | SpeechStopped | None = None
        self._reply_since: Millis = 0
        self._line_since: Millis = 0
        self.waiting_since_ms: Millis = 0
        self.announced = False
        self.turn_end_ms = timing.turn_end_ms
        self.stands_ground = False
        self._raised = False
        self._words_over_line: WordsOverLine = WordsOverLine.NONE

    def receive(self, event: Event) -> tuple[Action, ...]:
        """Take an event; return what has to be done about it, in order."""
        if isinstance(event, SpeechStarted | SpeechStopped):
            self._gate = event
        transition = TRANSITIONS[self.phase].get(type(event))
        if transition is None:
            self.unexpected.append((self.phase, event))
            return ()
        before, (self.phase, action) = self.phase, transition
        self._raised = isinstance(event, StoodGround)
        if self.phase is not before:
            self._enter(before, event)
        return (() if action is None else (action,)) + self._settle()

    def due(self, now_ms: Millis) -> "Deadline | None":
        """Return the deadline of this phase once its time has come; it is to be received."""
        timing = self._timing
        match self.phase:
            case Phase.OVERLAP if self._may_barge_in:
                barged_in = StoodGround if self.stands_ground else BargedIn
                return _due(barged_in, self._reply_since + self._barge_in_ms(), now_ms)
            case Phase.PAUSE if self._gate is not None:
                return _due(TurnEnded, self._gate.at_ms + self.turn_end_ms, now_ms)
            case Phase.WAITING:
                patience_ms = timing.announced_ms if self.announced else timing.patience_ms
                return _due(PatienceEnded, self.waiting_since_ms + patience_ms, now_ms)
            case Phase.TRAINEE:
                return _due(ReplyTooLong, self._reply_since + timing.monologue_ms, now_ms)
            case _:
                return None

    def words_over_line(self, words: "WordsOverLine") -> None:
        """Say what the trainee's words over the line have been so far."""
        self._words_over_line = words

    @property
    def speaking(self) -> bool:
        """Whether the gate hears the trainee now."""
        return isinstance(self._gate, SpeechStarted)

    @property
    def onset_ms(self) -> Millis:
        """When the trainee began to speak; meaningful only while `speaking`."""
        return self._gate.at_ms if self._gate is not None else 0

    @property
    def talked_over(self) -> bool:
        """Whether the line began while the trainee was already speaking, or both at once."""
        known_ms = self._line_since + self._timing.reaction_ms
        return self._gate is not None and self.speaking and self._gate.at_ms < known_ms

    def _enter(self, before: Phase, event: Event) -> None:
        match self.phase:
            case Phase.CUSTOMER if before is not Phase.OVERLAP:
                self._line_since = event.at_ms
            case Phase.OVERLAP if isinstance(event, LineStarted):
                self._line_since = event.at_ms
            case Phase.OVERLAP:
                self._words_over_line = WordsOverLine.NONE
                self._reply_since = event.at_ms
            case Phase.WAITING:
                self.waiting_since_ms = event.at_ms
            case Phase.TRAINEE if before is Phase.WAITING:
                self._reply_since = event.at_ms

    def _settle(self) -> tuple[Action, ...]:
        """Tell the new phase again what the gate has said, where the two disagree."""
        disagree = (self.phase in _SPEAKING and not self.speaking) or (
            self.phase in _SILENT and self.speaking
        )
        return self.receive(self._gate) if disagree and self._gate is not None else ()

    @property
    def _may_barge_in(self) -> bool:
        noise = self._words_over_line is WordsOverLine.NOISE
        return not (noise or self.talked_over or self._raised)

    def _barge_in_ms(self) -> Millis:
        """Return how long one may speak; the gate is late to know that somebody has stopped."""
        match self._words_over_line:
            case WordsOverLine.NONE | WordsOverLine.NOISE | WordsOverLine.FEW:
                return self._timing.wordless_ms + self._timing.gate_ms
            case WordsOverLine.BACKCHANNELS:
                return self._timing.backchannel_ms + self._timing.gate_ms
            case WordsOverLine.OTHERS:
                return self._timing.barge_in_ms


class WordsOverLine(Enum):
    """What the trainee has been heard to say over the customer's line."""

    NONE = "no word recognised yet"
    BACKCHANNELS = "nothing but backchannels"
    FEW = "a word or two, which may be a misheard backchannel"
    OTHERS = "words that are no backchannel"
    NOISE = "no speech at all"


def _due(
    deadline: "Callable[[Millis], Deadline]", due_ms: Millis, now_ms: Millis
) -> "Deadline | None":
    return deadline(now_ms) if now_ms >= due_ms else None


_SPEAKING = frozenset({Phase.OVERLAP, Phase.TRAINEE})
_SILENT = frozenset({Phase.CUSTOMER, Phase.WAITING, Phase.PAUSE})
