"""The marks: the overall ring, the five as bars with words, own marks beside, and why not rated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.review.how import How
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.layouts import Grid, beside, stack, surface
from trainer.desktop.widgets.mark_ring import MarkBar, MarkRing
from trainer.desktop.widgets.text import Text
from trainer.rating.calibration import differences
from trainer.rating.fluency import LEFT_OUT
from trainer.rating.scorecard import Marks, Rating
from trainer.records.wording import MARKS, OWN_MARK

__all__ = ["MarksShown", "marks_card"]

translate = QCoreApplication.translate

PARTS_OF: Mapping[str, str] = {"interruptions": "listening", "listen": "steps"}
"""What can't be rated, and the mark that it would be a part of; all other parts are the pace's."""


@dataclass(frozen=True, slots=True)
class MarksShown:
    """What the card shows.

    Attributes:
        before: The marks of the rating before; None unless they are to be compared.
        own: What the trainee gave themselves; None where they did not.
        hidden: Measures that the person does not want to see.
    """

    rating: Rating
    before: Marks | None = None
    own: Marks | None = None
    hidden: frozenset[str] = frozenset()


def marks_card(shown: MarksShown) -> QFrame:
    """Return the ring beside the five marks; "How?" opens below them."""
    card = shown.rating.scorecard
    how = How(shown.rating)
    word = wording.mark_word(card.overall)
    ring = MarkRing(card.overall, word)
    ring.setAccessibleName(f"{wording.measure('overall')}: {wording.mark(card.overall)}")
    left, sides, column = stack(Space.HAIR), beside(Space.VAST), stack(Space.SNUG, Space.WIDE)
    left.addWidget(ring)
    if button := how.button("overall"):
        left.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
    left.addStretch(1)
    marks = Grid(Size.MARK, gap=Space.WIDE)
    for name in asdict(card.marks):
        marks.addWidget(_mark(name, shown, how))
    sides.addLayout(left)
    sides.addLayout(marks, 1)
    column.addLayout(sides)
    column.addWidget(how)
    return surface(column)


def _mark(name: str, shown: MarksShown, how: How) -> QWidget:
    card = shown.rating.scorecard
    value: int | None = getattr(card.marks, name)
    mark, column, row = QWidget(), stack(Space.HAIR), beside()
    column.addWidget(Text(wording.measure(name), "strong"))
    if value is not None:
        column.addWidget(_bar(name, value, shown))
    row.addWidget(Text(_told(name, value, shown), "small"), 1)
    if button := how.button(name):
        row.addWidget(button)
    column.addLayout(row)
    for note in (_own(name, shown), *_reasons(name, shown)):
        if note:
            column.addWidget(Text(note, "small"))
    column.addStretch(1)
    mark.setLayout(column)
    return mark


def _bar(name: str, value: int, shown: MarksShown) -> MarkBar:
    bar = MarkBar(value, getattr(shown.own, name) if shown.own else None)
    bar.setAccessibleName(f"{wording.measure(name)}: {_told(name, value, shown)}")
    bar.setAccessibleDescription(_own(name, shown))
    return bar


def _told(name: str, value: int | None, shown: MarksShown) -> str:
    told = wording.mark(value)
    before: int | None = getattr(shown.before, name) if shown.before else None
    if before is None or before == value:
        return told
    return translate("Marks", "{mark} (was {before})").format(mark=told, before=before)


def _own(name: str, shown: MarksShown) -> str:
    own: int | None = getattr(shown.own, name) if shown.own else None
    if shown.own is None or own is None:
        return ""
    off = differences(shown.own, shown.rating.scorecard.marks).get(name)
    side = off if off is None else (off > 0) - (off < 0)
    told = translate("Wording", OWN_MARK[side]).format(own=own, off=abs(off or 0))
    return told[:1].upper() + told[1:]


def _reasons(name: str, shown: MarksShown) -> Iterator[str]:
    """Yield why the mark, or a part of it, is not rated, and what to do about it."""
    reasons = shown.rating.scorecard.not_rated
    if name in reasons:
        yield reasons[name]
    parts = {
        what: why
        for what, why in reasons.items()
        if what not in MARKS and PARTS_OF.get(what, "pacing") == name
        if what not in shown.hidden or why == LEFT_OUT
    }
    for title, why in wording.not_rated(parts):
        yield translate("Marks", "{what}, not rated: {why}").format(what=title, why=why)
