"""Conversations between a customer and a simulated trainee, played to their end."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.support.sentences import Trainee
from tests.support.trainees import TRAINEES, Answers, heard_in, interrupter, without
from trainer.conversation.blocks import Millis
from trainer.conversation.lines import Line
from trainer.conversation.timeline import MoodMove, Overlap, OverlapKind, Reply
from trainer.conversation.words import Word
from trainer.customer.customer import Customer
from trainer.customer.happenings import (
    CallEnded,
    Happening,
    Reaction,
    Replied,
    SpokenOver,
    Stayed,
)
from trainer.customer.state import CustomerState
from trainer.scenario.kinds import Competence

__all__ = ["Exchange", "Rehearsed", "rehearse"]

TURNS = 250
"""More than any conversation has time for."""
LINE_WORD_MS: Millis = 330
REPLY_WORD_MS: Millis = 420
"""About 143 words a minute."""
GAP_MS: Millis = 800
SILENT_MS: Millis = 6_000


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the trainee did, and how the customer took it."""

    happening: Happening
    reaction: Reaction
    before: CustomerState
    after: CustomerState


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A conversation that was played to its end."""

    first: CustomerState
    opening: Reaction
    exchanges: tuple[Exchange, ...]
    lasted_ms: Millis

    @property
    def last(self) -> CustomerState:
        """How the customer was at the end."""
        return self.exchanges[-1].after

    @property
    def ending(self) -> str:
        """Id of the outcome; empty when it never ended."""
        return self.last.outcome.id if self.last.outcome else ""

    @property
    def good(self) -> bool:
        """A trainer would be content."""
        return self.last.outcome is not None and self.last.outcome.good

    @property
    def moves(self) -> tuple[MoodMove, ...]:
        """Every move of the pressure."""
        return tuple(move for one in self.exchanges for move in one.reaction.moves)

    @property
    def reactions(self) -> tuple[Reaction, ...]:
        """The opening and every reaction after it."""
        return (self.opening, *(one.reaction for one in self.exchanges))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every line."""
        return tuple(one.line.text for one in self.reactions if one.line)


def rehearse(customer: Customer, trainee: "str | Competence") -> Rehearsed:
    """Play a conversation until it ends; the clock ends it as it does in a rehearsal.

    Args:
        customer: Who is upset.
        trainee: One of `TRAINEES`, or the competence that an expert lacks.
    """
    first, opening = customer.opening()
    person = Trainee(customer.scenario, Random(f"{trainee} {customer.seed}"))
    state, reaction, exchanges = first, opening, []
    now_ms = _line_ms(opening.line)
    for _ in range(TURNS):
        for happening in _happenings(_kind(trainee), person, reaction, now_ms):
            before, (state, reaction) = state, customer.react(state, happening)
            exchanges.append(Exchange(happening, reaction, before, state))
            now_ms = max(now_ms, _end_of(happening))
        now_ms += _line_ms(reaction.line)
        if state.outcome:
            break
        if now_ms >= customer.scenario.minutes * 60_000:
            happening = CallEnded(now_ms, "time")
            before, (state, reaction) = state, customer.react(state, happening)
            exchanges.append(Exchange(happening, reaction, before, state))
            break
    return Rehearsed(first, opening, tuple(exchanges), now_ms)


def _kind(trainee: "str | Competence") -> "Answers | None":
    if isinstance(trainee, Competence):
        return interrupter if trainee is Competence.LET_VENT else without(trainee)
    return TRAINEES[trainee]


def _happenings(
    kind: "Answers | None", person: Trainee, reaction: Reaction, now_ms: Millis
) -> Iterator[Happening]:
    if kind is None:
        yield Stayed(now_ms + SILENT_MS, SILENT_MS)
        return
    text = kind(person, reaction)
    cut_in = kind is interrupter and reaction.line is not None
    if cut_in and reaction.line is not None:
        yield _cutting_in(reaction.line, now_ms)
    reply = _spoken(text, now_ms + GAP_MS)
    yield Replied(reply, heard_in(text), cut_in=cut_in)


def _spoken(text: str, at_ms: Millis) -> Reply:
    starts = range(at_ms, at_ms + len(text.split()) * REPLY_WORD_MS, REPLY_WORD_MS)
    words = tuple(
        Word(word, start, start + REPLY_WORD_MS)
        for word, start in zip(text.split(), starts, strict=True)
    )
    return Reply(at_ms, at_ms + len(words) * REPLY_WORD_MS, words)


def _cutting_in(line: Line, now_ms: Millis) -> SpokenOver:
    words = line.text.split()
    at = len(words) // 2
    kind = OverlapKind.INTERRUPTION
    return SpokenOver(Overlap(now_ms, now_ms + 600, kind, "but", words[at], len(words) - at - 1))


def _line_ms(line: Line | None) -> Millis:
    if line is None:
        return 0
    pauses = sum(phrase.pause_ms for phrase in line.phrases)
    return GAP_MS + pauses + len(line.text.split()) * LINE_WORD_MS


def _end_of(happening: Happening) -> Millis:
    match happening:
        case Replied(reply=reply):
            return reply.end_ms
        case Stayed(at_ms=at_ms):
            return at_ms
        case _:
            return 0
