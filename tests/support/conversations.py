"""Conversations scripted in milliseconds and turned by hand: no thread, no sleep, no fake time."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tests.support.audio import FakeLine, FakeRecorder, ScriptedGate
from tests.support.speech import FakeVoice
from trainer.conversation.blocks import BLOCK_SAMPLES, Block, Millis
from trainer.conversation.lines import Line, Phrase, WhenCut
from trainer.conversation.timeline import Listening, MoodMove, Outcome
from trainer.conversation.words import Span, Word
from trainer.customer.happenings import (
    CallEnded,
    Happening,
    Reaction,
    RepeatAsked,
    Replied,
    SpokenOver,
)
from trainer.customer.state import CustomerState
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.engine import Rehearsal
from trainer.rehearsal.events import RehearsalEvent
from trainer.rehearsal.parts import Message, Parts, Plan
from trainer.rehearsal.workers import InlineEars, InlineVoice, LineReady
from trainer.techniques.technique import Technique, TechniqueId

__all__ = ["Conversation", "Said", "ScriptedCustomer", "WordSpotter"]

EACH_MS: Millis = 250
"""How long every word lasts, of either side."""


@dataclass(frozen=True, slots=True)
class Said:
    """The trainee speaks from `start_ms` on; without words it is only a noise."""

    start_ms: Millis
    text: str = ""
    noise_ms: Millis = 0

    @property
    def span(self) -> Span:
        """When it is said."""
        length = len(self.text.split()) * EACH_MS or self.noise_ms
        return Span(self.start_ms, self.start_ms + length)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in audio time."""
        return tuple(
            Word(word, self.start_ms + EACH_MS * place, self.start_ms + EACH_MS * (place + 1), 0.9)
            for place, word in enumerate(self.text.split())
        )


@dataclass
class ScriptedCustomer:
    """Says its lines in their order, whatever happens, and keeps what it was asked about.

    With its last line comes `outcome`, when there is one.
    """

    lines: Sequence[str]
    outcome: Outcome | None = None
    when_cut: WhenCut = WhenCut.YIELDS
    asked: list[tuple[int, Happening]] = field(default_factory=list)

    def opening(self) -> tuple[CustomerState, Reaction]:
        """Say the first line."""
        return self._say(CustomerState(pressure=50))

    def react(self, state: CustomerState, happening: Happening) -> tuple[CustomerState, Reaction]:
        """Say the next line; an interruption costs 5, an ended call has an outcome."""
        self.asked.append((state.turn, happening))
        match happening:
            case SpokenOver(overlap=overlap):
                pressure = state.pressure + 5
                move = MoodMove(overlap.start_ms, overlap.end_ms, pressure, 5, "spoken over")
                after = replace(state, pressure=pressure)
                if overlap.unheard and self.when_cut is WhenCut.SNAPS:
                    after, snap = self._say(after)
                    return after, replace(snap, moves=(move,))
                return after, Reaction(moves=(move,))
            case RepeatAsked():
                return state, Reaction(line=state.last, situation="repeat")
            case CallEnded(by=by):
                return state, Reaction(outcome=Outcome(f"ended_by_{by}", good=False, why="ended"))
            case _:
                return self._say(state)

    @property
    def happened(self) -> list[Happening]:
        """What happened, without what was only foreseen: of one turn's replies the last counts."""
        return [
            happening
            for place, (turn, happening) in enumerate(self.asked)
            if not isinstance(happening, Replied)
            or not any(
                later == turn and isinstance(other, Replied)
                for later, other in self.asked[place + 1 :]
            )
        ]

    @property
    def replies(self) -> list[str]:
        """What the trainee was heard to say, reply by reply."""
        return [one.reply.text for one in self.happened if isinstance(one, Replied)]

    def _say(self, state: CustomerState) -> tuple[CustomerState, Reaction]:
        if state.turn >= len(self.lines):
            return state, Reaction()
        phrases = (Phrase(self.lines[state.turn]),)
        line = Line(f"line.{state.turn}", phrases, "voice", state.pressure, self.when_cut)
        last = state.turn + 1 == len(self.lines)
        after = replace(state, turn=state.turn + 1, last=line)
        return after, Reaction(line=line, situation="next", outcome=self.outcome if last else None)


class WordSpotter:
    """Hears one technique: ``moment`` announces a pause."""

    def detect(self, words: Sequence[str]) -> tuple[Technique, ...]:
        """Return the technique where the word stands."""
        return tuple(
            Technique(TechniqueId.ANNOUNCE_PAUSE, place, place + 1, word, 1.0, "moment")
            for place, word in enumerate(words)
            if word == "moment"
        )


class ScriptedBackchannelEar:
    """Says what it was told to say."""

    def __init__(self, *, listens: bool) -> None:
        self._listens = listens
        self._heard_ms: Millis = 0

    def hear(self, samples: object) -> bool:
        """Say it."""
        del samples
        self._heard_ms += 20
        return self._listens

    def finish(self) -> tuple[Word, ...]:
        """Say it of all that was heard."""
        return (Word("yes" if self._listens else "", 0, 2 * self._heard_ms),)


class _ScriptedEars:
    """Gives recognisers that hear the words of the script which lie in the sound they are given."""

    def __init__(self, script: Sequence[Said]) -> None:
        self._words = [word for said in script for word in said.words]

    def recogniser(self) -> "_ScriptedRecogniser":
        return _ScriptedRecogniser(self._words)


class _ScriptedRecogniser:
    """Knows the time by what the loudspeaker of `Conversation` writes into every block."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._all = words
        self._from_ms: Millis | None = None
        self._until_ms: Millis = 0

    def hear(self, samples: object) -> str:
        """Read the time off the block's samples."""
        start_ms = round(float(samples[0]))  # type: ignore[index]
        self._from_ms = start_ms if self._from_ms is None else self._from_ms
        self._until_ms = start_ms + 20
        return " ".join(word.text for word in self._heard())

    def finish(self) -> tuple[Word, ...]:
        """Return the words heard, times from the first sample."""
        began = self._from_ms or 0
        return tuple(
            replace(word, start_ms=word.start_ms - began, end_ms=word.end_ms - began)
            for word in self._heard()
        )

    def _heard(self) -> list[Word]:
        began = self._from_ms or 0
        return [w for w in self._all if w.start_ms >= began and w.end_ms <= self._until_ms]


_VOICE = (100 * np.sin(2 * np.pi * np.arange(BLOCK_SAMPLES) / 80)).astype(np.float32)
"""Begins with 0 and has a pitch of 200 Hz, so that nobody takes it for a cough."""


class Conversation:
    """A rehearsal whose trainee follows a script and whose clock the test turns.

    Attributes:
        events: Everything it told.
        customer: The other side.
        rendering: While this is true, rendered lines are held back, as by a slow engine.
        listens: What the ear for backchannels says of speech over the line.
    """

    listens = False

    def __init__(
        self, customer: ScriptedCustomer, trainee: Sequence[Said] = (), **plan: object
    ) -> None:
        self.events: list[RehearsalEvent] = []
        self.customer = customer
        self.line = FakeLine()
        self.recorder = FakeRecorder()
        self.voice = FakeVoice(EACH_MS)
        self.rendering = False
        self._inbox: list[Message] = []
        self.gate = ScriptedGate([said.span for said in trainee], known_after_ms=100)
        parts = Parts(
            line=self.line,
            gate=self.gate,
            canceller=NoEcho(),
            ears=InlineEars(
                _ScriptedEars(trainee).recogniser,
                self._inbox.append,
                lambda: ScriptedBackchannelEar(listens=self.listens),
            ),
            voice=InlineVoice(self.voice, FakeVoice(EACH_MS), self._inbox.append),
            recorder=self.recorder,
        )
        chosen: dict[str, object] = {"limit_ms": 600_000, "listening": Listening("script"), **plan}
        self.rehearsal = Rehearsal(
            parts,
            Plan(customer=customer, detector=WordSpotter(), **chosen),  # type: ignore[arg-type]
            self.events.append,
        )
        self.line.open(self._take)
        self.drain()

    def run(self, until_ms: Millis) -> "Conversation":
        """Let audio time pass until then, or until it is over."""
        while self.rehearsal.timeline.duration_ms < until_ms and not self.rehearsal.over:
            self.line.tick()
        return self

    def send(self, message: Message) -> "Conversation":
        """Hand in a message and all that follows from it."""
        self._inbox.append(message)
        self.drain()
        return self

    def drain(self) -> None:
        """Handle what is in the inbox."""
        held: list[Message] = []
        while self._inbox:
            message = self._inbox.pop(0)
            if self.rendering and isinstance(message, LineReady):
                held.append(message)
            else:
                self.rehearsal.handle(message)
        self._inbox += held

    def _take(self, message: object) -> None:
        for block in self.line.blocks(message):
            at_ms = self.rehearsal.timeline.duration_ms
            stamped: Block = replace(block, heard=_VOICE + np.float32(at_ms))
            self.send(stamped)
