"""One dialogue through the real offline engine, in a closed loop with its trainee."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

import numpy as np

from benchmarks.acoustics import Clip, RoomLine
from benchmarks.dialogues import Dialogue
from benchmarks.trainee import Trainee, Truth
from trainer.audio.echo import EchoGuard
from trainer.audio.gate import SpeechGate
from trainer.audio.level import rms_db
from trainer.conversation.blocks import BLOCK_SAMPLES, Block, Cleaned, OverEcho
from trainer.conversation.end_pointing import EndPointing
from trainer.conversation.lines import Line, RenderedLine
from trainer.conversation.timeline import Listening, MoodMove, Outcome, Timeline
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.customer.happenings import CallEnded, Happening, Reaction, SpokenOver, Stayed
from trainer.customer.state import CustomerState
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.engine import Rehearsal
from trainer.rehearsal.events import PhaseChanged, RehearsalEvent
from trainer.rehearsal.library import Library
from trainer.rehearsal.parts import Message, Parts, Plan
from trainer.rehearsal.ports import AudioLine, EchoCanceller, Gate, NewBackchannelEar, Recorder
from trainer.rehearsal.workers import EarsWorker, InlineEars, InlineVoice, Post, VoiceWorker
from trainer.speech.vosk_ears import VoskModel
from trainer.techniques.technique import Technique

__all__ = [
    "Call",
    "DialogueCustomer",
    "Made",
    "Prepared",
    "Switches",
    "WatchedCanceller",
    "WatchedGate",
    "dialogue_voice",
    "hear_check",
    "listening_ears",
    "make_rehearsal",
    "play",
]

LIMIT_MS = 300_000


@dataclass(frozen=True, slots=True)
class Switches:
    """What of the engine is on.

    Attributes:
        canceller: Take the loudspeaker out of the microphone.
        adaptive: End turns by what was said and how; False for silence alone.
    """

    canceller: bool = True
    adaptive: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a rehearsal is made of besides the switches."""

    line: AudioLine
    ears: EarsWorker
    voice: VoiceWorker
    dialogue: Dialogue
    check: "Check"
    recorder: Recorder | None = None


def make_rehearsal(prepared: Prepared, switches: Switches) -> "Made":
    """Make what a rehearsal is made of; the one place where the switches are known."""
    gate = WatchedGate(SpeechGate())
    canceller = WatchedCanceller(_canceller(prepared.check.blocks, on=switches.canceller))
    plan = Plan(
        customer=DialogueCustomer(prepared.dialogue),
        detector=_NoTechniques(),
        listening=Listening("benchmark"),
        limit_ms=LIMIT_MS,
        end_pointing=EndPointing() if switches.adaptive else None,
        turn_words=_library().phrases.turn_ends.words,
        overlaps=_library().overlap_rules,
        usual_db=prepared.check.level_db,
    )
    parts = Parts(prepared.line, gate, canceller, prepared.ears, prepared.voice, prepared.recorder)
    return Made(parts, plan, gate, canceller)


@dataclass(frozen=True, slots=True)
class Made:
    """What a rehearsal is made of, with what is watched of it."""

    parts: Parts
    plan: Plan
    gate: "WatchedGate"
    canceller: "WatchedCanceller"


@cache
def _library() -> Library:
    return Library()


def listening_ears(model: VoskModel) -> NewBackchannelEar:
    """Return what makes the ears for backchannels, as the program has them."""
    return partial(model.backchannel_ear, _library().phrases.backchannels)


def _canceller(check: Sequence[Block], *, on: bool) -> EchoCanceller:
    """Return the canceller as the sound check leaves it."""
    if not on:
        return NoEcho()
    guard = EchoGuard()
    guard.calibrate(
        np.concatenate([block.played for block in check]),
        np.concatenate([block.heard for block in check]),
    )
    return guard


@dataclass(frozen=True, slots=True)
class Call:
    """A dialogue that has been played: what the engine made of it, and what was true.

    Attributes:
        onsets: Each time the gate heard speech begin.
        phases: Each change of the phase.
        front_s: Processing time of canceller and gate.
        handling_s: Processing time of the whole engine with its ears.
    """

    truth: Truth
    timeline: Timeline
    onsets: tuple[SpeechStarted, ...]
    phases: tuple[PhaseChanged, ...]
    unexpected: int
    front_s: float
    handling_s: float


def play(dialogue: Dialogue, switches: Switches, model: VoskModel) -> Call:
    """Play the dialogue through the engine, as fast as it goes."""
    played = np.concatenate([line.samples for line in dialogue.lines])
    line = RoomLine(dialogue.room, played)
    check = hear_check(line, dialogue)
    inbox: deque[Message] = deque()
    trainee = Trainee(dialogue, line.mouth, line.noises)
    line.on_play = trainee.load
    prepared = Prepared(
        line,
        InlineEars(model.recogniser, inbox.append, listening_ears(model)),
        dialogue_voice(dialogue, inbox.append),
        dialogue,
        check,
    )
    events: list[RehearsalEvent] = []
    made = make_rehearsal(prepared, switches)
    rehearsal = Rehearsal(made.parts, made.plan, events.append)
    handling_s = 0.0
    while not rehearsal.over:
        block = line.next_block()
        begun_s = time.process_time()
        while inbox:
            rehearsal.handle(inbox.popleft())
        rehearsal.handle(block)
        while inbox:
            rehearsal.handle(inbox.popleft())
        handling_s += time.process_time() - begun_s
        trainee.after_block(block)
    return Call(
        truth=trainee.truth,
        timeline=rehearsal.timeline,
        onsets=tuple(made.gate.onsets),
        phases=tuple(event for event in events if isinstance(event, PhaseChanged)),
        unexpected=len(rehearsal.unexpected),
        front_s=made.gate.taken_s + made.canceller.taken_s,
        handling_s=handling_s,
    )


@dataclass(frozen=True, slots=True)
class Check:
    """What a sound check hears: the customer's line, then the trainee.

    Attributes:
        blocks: What was played and heard while the line was.
        level_db: How loud the trainee's sentence was, dBFS.
    """

    blocks: Sequence[Block]
    level_db: float


def hear_check(line: RoomLine, dialogue: Dialogue) -> Check:
    """Play the sound check's line in the room, then let the trainee say a sentence."""
    blocks = [line.next_block() for _ in range(25)]
    line.play(dialogue.check)
    blocks += [line.next_block() for _ in range(dialogue.check.length_ms // 20 + 40)]
    line.mouth.speak(Clip(line.mouth.sample, dialogue.sentence))
    said = [line.next_block().heard for _ in range(len(dialogue.sentence) // BLOCK_SAMPLES)]
    line.mouth.clips.clear()
    line.begin()
    return Check(blocks, rms_db(np.concatenate(said)))


def dialogue_voice(dialogue: Dialogue, post: Post) -> InlineVoice:
    """Return the voice that has spoken all the dialogue's lines already."""
    voice = _SpokenAlready(dialogue)
    return InlineVoice(voice, voice, post)


class DialogueCustomer:
    """Says the dialogue's lines in their order, whatever happens; its last one ends it."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def opening(self) -> tuple[CustomerState, Reaction]:
        """Say the first line."""
        return self._say(CustomerState(pressure=50))

    def react(self, state: CustomerState, happening: Happening) -> tuple[CustomerState, Reaction]:
        """Say the next line; ask whether anybody is there when nobody answers."""
        match happening:
            case SpokenOver(overlap=overlap):
                move = MoodMove(overlap.start_ms, overlap.end_ms, state.pressure, 0, "spoken over")
                return state, Reaction(moves=(move,))
            case CallEnded(by=by):
                return state, Reaction(outcome=Outcome(f"ended_by_{by}", good=False, why="ended"))
            case Stayed():
                line = self._dialogue.still_there.line
                return replace(state, last=line), Reaction(line=line, situation="silence")
            case _:
                return self._say(state)

    def _say(self, state: CustomerState) -> tuple[CustomerState, Reaction]:
        turns = self._dialogue.turns
        over = state.turn >= len(turns)
        line = self._dialogue.last.line if over else turns[state.turn].line.line
        outcome = Outcome("done", good=True, why="every line was said") if over else None
        after = replace(state, turn=state.turn + 1, last=line)
        return after, Reaction(line=line, situation="next", outcome=outcome)


@dataclass(slots=True)
class WatchedGate:
    """A gate whose onsets are kept and whose time is taken."""

    gate: Gate
    onsets: list[SpeechStarted] = field(default_factory=list)
    taken_s: float = 0.0

    def hear(
        self, block: Block, *, over_echo: OverEcho | None = None
    ) -> SpeechStarted | SpeechStopped | None:
        """Hear the block."""
        begun_s = time.process_time()
        event = self.gate.hear(block, over_echo=over_echo)
        self.taken_s += time.process_time() - begun_s
        if isinstance(event, SpeechStarted):
            self.onsets.append(event)
        return event


@dataclass(slots=True)
class WatchedCanceller:
    """A canceller whose time is taken."""

    canceller: EchoCanceller
    taken_s: float = 0.0

    def clean(self, block: Block) -> Cleaned:
        """Clean the block."""
        begun_s = time.process_time()
        clean = self.canceller.clean(block)
        self.taken_s += time.process_time() - begun_s
        return clean


class _SpokenAlready:
    """A voice that looks its lines up."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._lines = {line.line.id: line for line in dialogue.lines}

    def render(self, line: Line) -> RenderedLine:
        return self._lines[line.id]


class _NoTechniques:
    """Hears no technique in anything."""

    def detect(self, words: Sequence[str]) -> tuple[Technique, ...]:
        del words
        return ()
