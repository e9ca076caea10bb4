"""What a correction changed: the marks before and after, and the way back."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Scorecard

__all__ = ["Rescored"]

translate = QCoreApplication.translate


class Rescored(QFrame):
    """Old and new marks side by side.

    Signals: `undone` asks for the words as they were.
    """

    undone = Signal()

    def __init__(
        self, what: str, before: Scorecard, after: Scorecard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        column = stack(Space.TIGHT, Space.WIDE)
        column.addWidget(Text(self.tr("Rated again"), "heading"))
        column.addWidget(Text(what, "soft"))
        column.addLayout(_side_by_side(before, after))
        undo = Button(self.tr("Undo"), "undo")
        undo.setAccessibleName(self.tr("Undo the correction"))
        undo.clicked.connect(self.undone)
        column.addWidget(undo)
        self.setLayout(column)


def _side_by_side(before: Scorecard, after: Scorecard) -> QGridLayout:
    rows = QGridLayout()
    rows.setHorizontalSpacing(Space.ROOM)
    rows.setVerticalSpacing(Space.HAIR)
    rows.setColumnStretch(0, 1)
    heads = ("", translate("Rescored", "before"), translate("Rescored", "now"))
    for column, head in enumerate(heads):
        rows.addWidget(Text(head, "label"), 0, column)
    for number, (name, now) in enumerate(_marks(after).items(), start=1):
        was = _marks(before)[name]
        changed = was != now
        kind = "strong" if changed else "soft"
        for column, text in enumerate((wording.measure(name), _figure(was), _figure(now))):
            rows.addWidget(Text(text, kind if column != 1 else "soft"), number, column)
    return rows


def _marks(card: Scorecard) -> dict[str, int | None]:
    return {"overall": card.overall, **asdict(card.marks)}


def _figure(mark: int | None) -> str:
    return "\N{EM DASH}" if mark is None else str(mark)
