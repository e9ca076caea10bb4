"""The same moment, taken once and again, in columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from trainer.conversation.words import Span
from trainer.desktop import wording
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.layouts import Grid, Wrap, rule, stack
from trainer.desktop.widgets.text import Text
from trainer.rating.takes import Take, take_at
from trainer.techniques.technique import INFLAMING

if TYPE_CHECKING:
    from trainer.desktop.pages.review.playback import Playback
    from trainer.records.store import Again, RehearsalId, StoredRehearsal

__all__ = ["NewPlayback", "SideBySide"]

translate = QCoreApplication.translate

SHOWN = 3
"""So many takes stand side by side: the first, and the newest ones."""

NewPlayback: TypeAlias = "Callable[[StoredRehearsal], Playback | None]"


class SideBySide(QFrame):
    """How one moment was taken each time, in columns.

    Args:
        again: The moment.
        kept: The whole rehearsal first, if it is still kept, then every take in order.
        shown: Which of them the review shows.
        customer: Their name.
        playback: Makes what plays the sound of one; None where it has none.
    """

    def __init__(  # noqa: PLR0913 - what it shows, and what plays it
        self,
        again: Again,
        kept: Sequence[StoredRehearsal],
        shown: RehearsalId,
        customer: str,
        playback: NewPlayback,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        numbered = [
            (number, one, take)
            for number, one in enumerate(kept, start=1)
            if (take := _take(one, again))
        ]
        column = stack(Space.SNUG, Space.WIDE)
        column.addWidget(Text(self.tr("The same moment, side by side"), "heading"))
        if told := _told([take for _, _, take in numbered]):
            column.addWidget(Text(told, "soft"))
        if numbered:
            line = numbered[-1][2].line
            column.addWidget(Text(_said_by(customer, line.text)))
        column.addWidget(rule())
        columns = Grid(Size.ADVICE, gap=Space.WIDE)
        for number, one, take in _chosen(numbered):
            is_shown = one.summary.id == shown
            columns.addWidget(
                _Column(number, one, take, customer, playback(one), is_shown=is_shown)
            )
        column.addLayout(columns)
        self.setLayout(column)


class _Column(QWidget):
    """One take."""

    def __init__(  # noqa: PLR0913 - what it shows
        self,
        number: int,
        stored: StoredRehearsal,
        take: Take,
        customer: str,
        playback: Playback | None,
        *,
        is_shown: bool,
    ) -> None:
        super().__init__()
        column = stack(Space.TIGHT)
        head = self.tr("Take {number}, this one") if is_shown else self.tr("Take {number}")
        column.addWidget(Text(head.format(number=number), "strong"))
        column.addWidget(Text(wording.when(stored.summary.started_at), "small"))
        column.addWidget(Text(self.tr("You said"), "label"))
        column.addWidget(Text(f"“{take.reply.text}”" if take.reply else self.tr("Nothing.")))
        if chips := _chips(take):
            column.addLayout(chips)
        for told in _figures(take):
            column.addWidget(Text(told))
        if take.answer:
            column.addWidget(Text(_said_by(customer, take.answer.text), "soft"))
        if playback and take.reply:
            span = Span(take.line.start_ms, (take.answer or take.reply).end_ms)
            what = self.tr("take {number}").format(number=number)
            column.addWidget(playback.button(lambda: span, what))
        column.addStretch(1)
        self.setLayout(column)


def _take(stored: StoredRehearsal, again: Again) -> Take | None:
    """Return how the moment was taken in one of them: a take of it begins with it."""
    heard = stored.rating.techniques if stored.rating else ()
    timeline = stored.rated
    begins_with_it = stored.summary.again == again and timeline.lines
    at_ms = timeline.lines[0].start_ms if begins_with_it else again.at_ms
    return take_at(timeline, heard, at_ms)


def _chosen(
    numbered: Sequence[tuple[int, StoredRehearsal, Take]],
) -> Sequence[tuple[int, StoredRehearsal, Take]]:
    if len(numbered) <= SHOWN:
        return numbered
    return [numbered[0], *numbered[-(SHOWN - 1) :]]


def _said_by(customer: str, text: str) -> str:
    name = wording.short_name(customer)
    return translate("SideBySide", "{name}: “{words}”").format(name=name, words=text)


def _chips(take: Take) -> Wrap | None:
    row = Wrap(gap=Space.HAIR)
    known = dict.fromkeys(one.technique.id for one in take.heard)
    for technique in known:
        inflames = technique in INFLAMING
        sign, kind = ("\N{EN DASH}", "chip-look") if inflames else ("+", "chip-good")
        row.addWidget(Text(f"{sign} {wording.technique(technique)}", kind))
    return row if known else None


def _figures(take: Take) -> Sequence[str]:
    """Return when it was said and what became of the pressure."""
    told = []
    if take.cut_in:
        told.append(translate("SideBySide", "You cut in."))
    elif take.gap_ms is not None:
        words = translate("SideBySide", "You answered after {seconds:.1f} s.")
        told.append(words.format(seconds=take.gap_ms / 1000))
    if take.change is not None:
        words = translate("SideBySide", "Pressure {before} → {after}")
        told.append(words.format(before=take.before, after=take.after))
    return told


def _told(takes: Sequence[Take]) -> str:
    """Return how the newest take differs from the first, in a sentence."""
    changes = [take.change for take in takes if take.change is not None]
    if len(takes) < 2 or len(changes) < 2:
        return ""
    first, last = _moved(changes[0]), _moved(changes[-1])
    words = translate("SideBySide", "The first time the pressure {first}; this time it {last}.")
    return words.format(first=first, last=last)


def _moved(change: int) -> str:
    if change > 0:
        return translate("SideBySide", "rose by {points}").format(points=change)
    if change < 0:
        return translate("SideBySide", "fell by {points}").format(points=-change)
    return translate("SideBySide", "stayed as it was")
