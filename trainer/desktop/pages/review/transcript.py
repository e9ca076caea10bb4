"""The transcript: who said what and when, with what was heard in it and a button to hear it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.conversation.timeline import LineSpoken, Overlap, OverlapKind, Reply, Timeline
from trainer.desktop import wording
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import Wrap, beside, stack, surface
from trainer.desktop.widgets.passage import Mark, Passage
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import HeardTechnique
from trainer.techniques.technique import INFLAMING

__all__ = ["transcript"]

Turn: TypeAlias = LineSpoken | Reply | Overlap

translate = QCoreApplication.translate


def transcript(
    timeline: Timeline,
    techniques: Sequence[HeardTechnique],
    customer: str,
    playback: Playback | None,
) -> QFrame:
    """Return every turn in order; without a playback there is nothing to play."""
    column = stack(Space.ROOM, Space.WIDE)
    column.addWidget(Text(translate("Transcript", "What was said"), "heading"))
    replies = list(timeline.replies)
    for turn in _turns(timeline):
        match turn:
            case LineSpoken():
                column.addLayout(_turn(turn, _line(turn), customer, "customer", playback))
            case Reply():
                number = replies.index(turn)
                heard = [each.technique for each in techniques if each.reply == number]
                marks = [
                    Mark(each.start, each.end, each.id not in INFLAMING, _tip(each.id, each.entry))
                    for each in heard
                ]
                said = _said(turn, marks)
                column.addLayout(_turn(turn, said, translate("Transcript", "You"), "you", playback))
            case Overlap():
                column.addLayout(_overlap(turn))
    return surface(column)


def _turns(timeline: Timeline) -> Iterator[Turn]:
    turns = (entry for entry in timeline.entries if isinstance(entry, LineSpoken | Reply | Overlap))
    yield from sorted(turns, key=lambda turn: turn.start_ms)


def _turn(
    turn: LineSpoken | Reply, said: QWidget, who: str, kind: str, playback: Playback | None
) -> QHBoxLayout:
    began, ended = wording.clock(turn.start_ms), wording.clock(turn.end_ms)
    row, side = _row(f"{began} – {ended}"), stack(Space.HAIR)  # noqa: RUF001 - a span of time
    side.addWidget(Text(who, kind))
    side.addWidget(said)
    row.addLayout(side, 1)
    if playback:
        what = translate("Transcript", "{who} at {time}").format(who=who, time=began)
        row.addWidget(playback.button(turn.span, what), alignment=Qt.AlignmentFlag.AlignTop)
    return row


def _row(time: str) -> QHBoxLayout:
    row = beside(Space.ROOM)
    row.addWidget(Text(time, "time"), alignment=Qt.AlignmentFlag.AlignTop)
    return row


def _line(line: LineSpoken) -> QWidget:
    unheard = translate("Transcript", "— ({count} words unheard)").format(count=line.unheard)
    said, column = QWidget(), stack(0)
    column.addWidget(Passage([line.text, unheard] if line.unheard else [line.text]))
    said.setLayout(column)
    return said


def _said(reply: Reply, marks: Sequence[Mark]) -> QWidget:
    said, column = QWidget(), stack(Space.HAIR)
    column.addWidget(Passage([word.text for word in reply.words], marks))
    if marks:
        chips = Wrap(gap=Space.HAIR)
        for mark in marks:
            chips.addWidget(
                Text(mark.tip.split("\n")[0], "chip-good" if mark.good else "chip-look")
            )
        column.addLayout(chips)
    if reply.typed:
        column.addWidget(Text(translate("Transcript", "typed"), "small"))
    said.setLayout(column)
    return said


def _overlap(overlap: Overlap) -> QHBoxLayout:
    row = _row(wording.clock(overlap.start_ms))
    kind = "look" if overlap.overlap_kind is OverlapKind.INTERRUPTION else "small"
    told = wording.overlap(overlap.overlap_kind)
    if overlap.cut_at:
        told = translate("Transcript", "{what} at “{word}”; {count} words went unheard").format(
            what=told, word=overlap.cut_at, count=overlap.unheard
        )
    elif overlap.words:
        told = f"{told}: “{overlap.words}”"
    row.addWidget(Text(f"⇄  {told}", kind), 1)
    return row


def _tip(name: str, entry: str) -> str:
    return translate("Transcript", "{technique}\nHeard by the entry {entry}").format(
        technique=wording.technique(name), entry=entry
    )
