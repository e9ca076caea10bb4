"""The transcript as the report tells it: every turn, and what happened between turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from trainer.conversation.blocks import Millis
from trainer.conversation.silences import DEAD_AIR_MS
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.conversation.words import text_of
from trainer.rating.scorecard import HeardTechnique
from trainer.records.wording import NEEDS, OVERLAPS, TECHNIQUES, clock, counted, seconds, signed
from trainer.techniques.technique import INFLAMING

__all__ = ["Aside", "Named", "Piece", "Row", "Turn", "anchor", "rows_of"]

NOT_UNDERSTOOD = "(nothing was understood)"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a turn, and the techniques that were heard in them.

    Attributes:
        why: What the techniques are called, each with the entry of the phrase list that gave it;
            empty where none was heard.
    """

    text: str
    why: str = ""
    inflaming: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """One technique of a turn."""

    name: str
    inflaming: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the transcript.

    Attributes:
        anchor: What the picture's bars link to.
        speaker: ``customer`` or ``you``.
    """

    anchor: str
    start_ms: Millis
    end_ms: Millis
    who: str
    speaker: str
    pieces: tuple[Piece, ...]
    heard: tuple[Named, ...] = ()
    note: str = ""

    @property
    def at(self) -> str:
        """When it began."""
        return clock(self.start_ms)

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Aside:
    """What happened between turns: a move of the mood, an overlap, silence.

    Attributes:
        shape: The sign it is drawn with.
        figure: By how much the pressure moved; empty where it did not.
        more: What opens behind it, in sentences.
    """

    anchor: str
    start_ms: Millis
    end_ms: Millis
    text: str
    shape: str
    figure: str = ""
    more: tuple[str, ...] = ()


Row: TypeAlias = Turn | Aside


def anchor(number: int) -> str:
    """Return what the timeline's entry of that number is called in a page."""
    return f"at-{number}"


def rows_of(customer: str, timeline: Timeline, heard: Sequence[HeardTechnique]) -> tuple[Row, ...]:
    """Return the transcript; `customer` is the name that stands beside their lines."""
    reply_of = {id(reply): number for number, reply in enumerate(timeline.replies)}
    rows = (
        _turn(anchor(number), customer, entry, heard, reply_of.get(id(entry), -1))
        if isinstance(entry, LineSpoken | Reply)
        else _aside(anchor(number), entry)
        for number, entry in enumerate(timeline.entries)
    )
    return tuple(row for row in rows if row)


def _turn(
    name: str,
    customer: str,
    entry: LineSpoken | Reply,
    heard: Sequence[HeardTechnique],
    number: int,
) -> Turn:
    start_ms, end_ms = entry.start_ms, entry.end_ms
    if isinstance(entry, LineSpoken):
        cut = f"cut off, {counted(entry.unheard, 'word')} unheard" if entry.unheard else ""
        spoken = (Piece(entry.text),)
        return Turn(name, start_ms, end_ms, customer, "customer", spoken, note=cut)

    own = [one for one in heard if one.reply == number]
    said = tuple(_pieces(entry, own)) or (Piece(NOT_UNDERSTOOD),)
    named = tuple(Named(TECHNIQUES[one.technique.id], one.technique.id in INFLAMING) for one in own)
    typed = "typed" if entry.typed else ""
    return Turn(name, start_ms, end_ms, "You", "you", said, named, typed)


def _pieces(reply: Reply, heard: Sequence[HeardTechnique]) -> Iterator[Piece]:
    """Cut a reply where the techniques in it change."""

    def techniques_at(index: int) -> tuple[HeardTechnique, ...]:
        return tuple(one for one in heard if one.technique.start <= index < one.technique.end)

    for here, group in groupby(range(len(reply.words)), techniques_at):
        yield Piece(
            text=text_of(reply.words[index] for index in group),
            why="; ".join(_reason(one) for one in here),
            inflaming=any(one.technique.id in INFLAMING for one in here),
        )


def _reason(heard: HeardTechnique) -> str:
    entry = f" (by the entry {heard.technique.entry})" if heard.technique.entry else ""
    return TECHNIQUES[heard.technique.id] + entry


def _aside(name: str, entry: Entry) -> Aside | None:
    start_ms, end_ms = entry.start_ms, entry.end_ms
    match entry:
        case MoodMove():
            shape = "up" if entry.change > 0 else "down"
            figure = signed(entry.change)
            return Aside(name, start_ms, end_ms, entry.why, shape, figure, tuple(_led_to(entry)))
        case Overlap():
            kind = OverlapKind(entry.overlap_kind).value
            return Aside(name, start_ms, end_ms, _overlap(entry), kind)
        case Silence() if entry.span.length_ms >= DEAD_AIR_MS:
            said = "announced" if entry.announced else "nobody spoke"
            text = f"{seconds(entry.span.length_ms)} of silence, {said}"
            return Aside(name, start_ms, end_ms, text, "silence")
        case Glitch():
            return Aside(name, start_ms, end_ms, entry.what, "glitch")
        case _:
            return None


def _led_to(move: MoodMove) -> Iterator[str]:
    """Say where a move led, and what the customer had got by then."""
    yield f"Pressure {move.pressure - move.change} → {move.pressure} of 100."
    if move.trust is not None:
        yield f"Trust {move.trust} of 100."
    if move.met:
        yield f"They had got: {', '.join(NEEDS.get(need, need) for need in move.met)}."


def _overlap(overlap: Overlap) -> str:
    said = f" with “{overlap.words}”" if overlap.words else ""
    cut = f", at “{overlap.cut_at}”" if overlap.cut_at else ""
    unheard = f"; {counted(overlap.unheard, 'word')} unheard" if overlap.unheard else ""
    return OVERLAPS[OverlapKind(overlap.overlap_kind)] + said + cut + unheard
