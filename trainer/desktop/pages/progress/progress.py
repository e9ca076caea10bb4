"""Progress: how it goes, and every rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer.desktop.pages.page import Page
from trainer.desktop.pages.progress.courses import Courses
from trainer.desktop.pages.progress.table import RehearsalTable
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.chip import Chip
from trainer.desktop.widgets.keys import shortcut
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.progress import Progress

__all__ = ["ProgressPage"]


class ProgressPage(Page):
    """One of two: courses, or the table."""

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Progress"), parent)
        self._services, self._bridge = services, bridge
        self._state = Text(self.tr("Adding up your rehearsals …"), "soft")
        self._begin = Button(self.tr("Choose somebody to talk to"), kind="primary")
        self._courses, self._table = Courses(), RehearsalTable(services, bridge)
        self._how = Chip(self.tr("How it goes"))
        self._all = Chip(self.tr("All rehearsals"))
        self._switch = QWidget()
        self._compose()
        self._connect()

    def arrive(self) -> None:
        """Add everything up, and put the focus on the switch."""
        self.show_courses()
        self.fill()

    def fill(self) -> None:
        """Add everything up."""
        progress = self._services.progress
        self._bridge.fetch(self, progress, self._show_progress, self._refused)

    def show_courses(self) -> None:
        """Show how it goes."""
        self._how.setChecked(True)
        self._table.hide()
        self._courses.show()

    def show_table(self) -> None:
        """Show every rehearsal."""
        self._all.setChecked(True)
        self._courses.hide()
        self._table.show()
        self._table.fill(0)
        self._table.begin()

    def _compose(self) -> None:
        group = QButtonGroup(self)
        row = Wrap(gap=Space.TIGHT)
        for choice in (self._how, self._all):
            group.addButton(choice)
            row.addWidget(choice)
        self._switch.setLayout(row)
        head = Wrap(gap=Space.WIDE)
        title = Text(self.tr("Progress"), "title")
        title.setWordWrap(False)
        head.addWidget(title)
        head.addWidget(self._switch)
        column = self.column
        column.addLayout(head)
        column.addWidget(self._state)
        column.addWidget(self._begin)
        column.addWidget(self._courses)
        column.addWidget(self._table, 1)
        rest = stack()
        rest.addStretch(0)
        column.addLayout(rest)
        for part in (self._switch, self._begin, self._table):
            part.hide()

    def _connect(self) -> None:
        self._begin.clicked.connect(self.left)
        self._how.clicked.connect(self.show_courses)
        self._all.clicked.connect(self.show_table)
        self._courses.opened.connect(self.opened)
        self._table.opened.connect(self.opened)
        self._table.troubled.connect(self.troubled)
        self._table.offered.connect(self.offered)
        self._table.changed.connect(self.fill)
        find = (QKeySequence.StandardKey.Find, "/")
        shortcut(self, find, self.tr("Search all rehearsals"), self._look_for)

    def _show_progress(self, progress: Progress) -> None:
        empty = progress.lately is None
        self._state.setVisible(empty)
        self._state.say(
            self.tr("Nothing is here yet. Rehearse once, and this page shows how it goes.")
        )
        self._begin.setVisible(empty)
        self._switch.setVisible(not empty or self._table.isVisibleTo(self))
        self._courses.show_progress(progress)
        if empty:
            self._begin.setFocus()
        elif not self._table.isVisibleTo(self):
            self._how.setFocus()

    def _look_for(self) -> None:
        if self._switch.isVisibleTo(self):
            if not self._table.isVisibleTo(self):
                self.show_table()
            self._table.look_for()

    def _refused(self, sentence: str) -> None:
        self._state.hide()
        self.offered.emit(sentence, self.tr("Try again"), self.fill)
