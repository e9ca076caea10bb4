"""The last few rehearsals; Progress has them all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button, Card
from trainer.desktop.widgets.layouts import beside, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.records.store import RehearsalSummary

__all__ = ["Latest"]


class Latest(QWidget):
    """A row each.

    Signals: `opened` carries the id of one; `all_wanted` asks for the others.
    """

    opened = Signal(object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = stack()
        self._all = Button(self.tr("All rehearsals"), "progress", kind="link")
        self._all.clicked.connect(self.all_wanted)
        column = stack(Space.SNUG)
        column.addWidget(Text(self.tr("Lately"), "heading"))
        column.addLayout(self._rows)
        column.addWidget(self._all)
        self.setLayout(column)
        self.hide()

    def show_rehearsals(self, latest: Sequence[RehearsalSummary]) -> None:
        """Show these, newest first."""
        clear(self._rows)
        for summary in latest:
            row = Card(_name(summary), _body(summary), "row")
            row.clicked.connect(partial(self.opened.emit, summary.id))
            self._rows.addWidget(row)
            self.setTabOrder(row, self._all)
        self.setVisible(bool(latest))


def _body(summary: RehearsalSummary) -> QHBoxLayout:
    row = beside(Space.ROOM, Space.SNUG)
    words = stack(Space.HAIR)
    words.addWidget(Text(wording.rehearsed(summary), "strong"))
    if summary.sentence:
        words.addWidget(Text(summary.sentence, "small"))
    figures = stack(Space.HAIR)
    figures.addWidget(Text(wording.mark(summary.overall), "strong"))
    figures.addWidget(Text(wording.when(summary.started_at), "small"))
    row.addLayout(words, 3)
    row.addLayout(figures, 1)
    row.setAlignment(figures, Qt.AlignmentFlag.AlignTop)
    return row


def _name(summary: RehearsalSummary) -> str:
    told = (
        wording.rehearsed(summary),
        wording.mark(summary.overall),
        wording.when(summary.started_at),
    )
    return ", ".join(told)
