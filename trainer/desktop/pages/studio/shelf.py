"""The list of scenarios in the studio: one's own to change, the bundled ones to copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, clear, stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.rehearsal.workshop import Shelved

__all__ = ["Shelf"]


class Shelf(QWidget):
    """A row a scenario.

    Signals: `opened`, `copied`, `removed` and `exported` carry the id of a scenario; `begun` and
    `imported` ask for a new one and for a pack.
    """

    opened = Signal(str)
    copied = Signal(str)
    removed = Signal(str)
    exported = Signal(str)
    begun = Signal()
    imported = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = stack(Space.TIGHT)
        self._begin = Button(self.tr("New scenario"))
        self._begin.clicked.connect(self.begun)
        take = Button(self.tr("Import a pack …"), kind="quiet")
        take.clicked.connect(self.imported)
        head, column = Wrap(gap=Space.TIGHT), stack(Space.ROOM)
        head.addWidget(self._begin)
        head.addWidget(take)
        column.addLayout(head)
        column.addLayout(self._rows)
        self.setLayout(column)

    def begin(self) -> None:
        """Put the focus where one begins."""
        self._begin.setFocus()

    def show_shelf(self, shelf: Sequence[Shelved]) -> None:
        """Show these."""
        clear(self._rows)
        mine = [one for one in shelf if one.own]
        self._rows.addWidget(Text(self.tr("Yours"), "heading"))
        if not mine:
            none = self.tr("None yet. Begin a new one, or make a copy of one below.")
            self._rows.addWidget(Text(none, "soft"))
        for one in mine:
            self._rows.addWidget(self._row(one))
        self._rows.addWidget(Text(self.tr("Came with the program"), "heading"))
        for one in shelf:
            if not one.own:
                self._rows.addWidget(self._row(one))

    def _row(self, one: Shelved) -> QWidget:
        title = Text(one.title, "card-title")
        row, acts = stack(Space.HAIR, Space.SNUG), Wrap(gap=Space.HAIR)
        row.addWidget(title)
        note = self.tr("{name}, not saved") if one.draft else "{name}"
        row.addWidget(Text(note.format(name=one.name), "small"))
        if one.own:
            self._act(acts, one, self.tr("Open"), self.opened)
            self._act(acts, one, self.tr("Make a copy"), self.copied)
            if not one.draft:
                self._act(acts, one, self.tr("Export …"), self.exported)
            self._act(acts, one, self.tr("Delete"), self.removed)
        else:
            self._act(acts, one, self.tr("Read"), self.opened)
            self._act(acts, one, self.tr("Make a copy to change it"), self.copied)
        row.addLayout(acts)
        return surface(row)

    def _act(self, acts: Wrap, one: Shelved, word: str, signal: SignalInstance) -> None:
        button = Button(word, kind="quiet")
        name = self.tr("{act}: {title}").format(act=word, title=one.title)
        button.setAccessibleName(name)
        button.clicked.connect(partial(signal.emit, one.name))
        acts.addWidget(button)
