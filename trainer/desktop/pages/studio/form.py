"""The form beside the text: all that a scenario has, each changed in its place only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.pages.studio.part import FormPart
from trainer.desktop.pages.studio.sections import SECTIONS, word
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import rule, stack, tab_in_order
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.scenario.reading import Place

__all__ = ["Form"]

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class Form(QWidget):
    """Sections that unfold.

    Signals: `changed` carries what to do to the text; `entered` the place that has the focus now,
    `turned` which sections are unfolded; `undone` and `redone` ask for the text's history.
    """

    changed = Signal(object)
    entered = Signal(object)
    turned = Signal(object)
    undone = Signal()
    redone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folds: dict[str, Fold] = {}
        self._focused: QWidget | None = None
        self._state, self._help = Text("", "look"), Text("", "help")
        self._inside, self._sections = QWidget(), stack(0)
        self._scroll = QScrollArea()
        self._order = QTimer(self)
        self._order.setSingleShot(True)
        self._order.setInterval(0)
        self._order.timeout.connect(partial(tab_in_order, self._sections))
        self._compose()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what the text says; wait where it can't be read."""
        waits = self.tr("The text can't be read. The form waits until its mistake is mended.")
        self._state.say("" if sheet else waits)
        self._state.setVisible(not sheet)
        self._inside.setEnabled(bool(sheet))
        if not sheet:
            return
        for section in SECTIONS:
            fold = self._folds[section.name]
            count = section.count(sheet) if section.count else 0
            fold.call(word(section.name), str(count) if count else "")
            fold.fill(sheet)

    def unfold(self, names: Iterable[str]) -> None:
        """Unfold these sections, and fold the others."""
        wanted = set(names)
        for name, fold in self._folds.items():
            fold.unfold(on=name in wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take undoing to the text's history; mend the order of Tab when something was made."""
        if watched is self._inside:
            if event.type() == QEvent.Type.LayoutRequest:
                self._order.start()
            elif event.type() == QEvent.Type.Resize:
                QTimer.singleShot(0, self, self._see)
        elif isinstance(event, QKeyEvent) and (event.matches(UNDO) or event.matches(REDO)):
            if event.type() == QEvent.Type.KeyPress:
                (self.undone if event.matches(UNDO) else self.redone).emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _compose(self) -> None:
        for section in SECTIONS:
            fold = Fold(word(section.name), section.make, "section")
            fold.changed.connect(self.changed)
            fold.turned.connect(self._tell_turned)
            self._folds[section.name] = fold
            if len(self._folds) > 1:
                self._sections.addWidget(rule())
            self._sections.addWidget(fold)
        self._sections.addStretch(1)
        self._inside.setObjectName("form")
        self._inside.setLayout(self._sections)
        self._inside.installEventFilter(self)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = stack(Space.HAIR)
        column.addWidget(self._state)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._help)
        self.setLayout(column)

    def _tell_turned(self) -> None:
        self.turned.emit(tuple(name for name, fold in self._folds.items() if fold.is_unfolded))

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Explain what has the focus and let it be seen."""
        del old
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = None
        if now is None or not self._inside.isAncestorOf(now):
            return
        now.installEventFilter(self)
        self._focused = now
        self._help.say(now.accessibleDescription())
        self.entered.emit(_place_of(now))
        QTimer.singleShot(0, self, self._see)

    def _see(self) -> None:
        focused = self._focused
        if focused is None or not isValid(focused):
            return
        part = focused.parentWidget()
        while part is not None:
            if isinstance(part, QScrollArea):
                part.ensureWidgetVisible(focused, 0, Space.VAST)
            part = part.parentWidget()


def _place_of(widget: QWidget) -> Place:
    """Return the place of the part that a widget is in; nothing for the title of a section."""
    part: QObject | None = widget
    while part is not None:
        if isinstance(part, FormPart):
            return part.place
        part = part.parent()
    return ()
