"""The editor of one scenario: its text with a live check, and the bench to try it on."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from trainer.desktop.pages.studio.form import Form
from trainer.desktop.pages.studio.problems import Problems
from trainer.desktop.pages.studio.sheet import Sheet
from trainer.desktop.pages.studio.text import ScenarioText
from trainer.desktop.pages.studio.trying import Trying
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.chip import Chip
from trainer.desktop.widgets.keys import shortcut
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.sides import Halves
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.outline import nearest_line, outline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.settings import Settings
    from trainer.rehearsal.outline import Spot
    from trainer.rehearsal.workshop import CheckedText, OpenText
    from trainer.scenario.reading import Place

__all__ = ["Editor"]

CHECK_AFTER_MS = 300
KEEP_AFTER_MS = 800
TEXT_HEIGHT = 420


class Editor(QWidget):
    """What is typed is kept as a draft by itself, and checked behind the window.

    Signals: `troubled` and `told` carry a sentence, `rehearsed` a scenario to rehearse, `copied` an
    id to copy, and `left` asks for the list.
    """

    troubled = Signal(str)
    told = Signal(str)
    rehearsed = Signal(object)
    copied = Signal(str)
    left = Signal()

    def __init__(
        self,
        opened: OpenText,
        services: Services,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._opened = services, bridge, opened
        self._name, self._saved = opened.name, opened.saved
        self._kept, self._shown = opened.text, ""
        self._spots: Mapping[Place, Spot] = {}
        self._checked: CheckedText | None = None
        self._text, self._problems = ScenarioText(), Problems()
        self._form, self._trying = Form(), Trying(services, bridge)
        self._state, self._verdict = Text("", "soft"), Text("", "soft")
        self._write, self._try = Chip(self.tr("Write")), Chip(self.tr("Try it out"))
        self._written = QWidget()
        self._save = Button(self.tr("Save"))
        self._rehearse = Button(self.tr("Save and rehearse"), "play")
        self._copy = Button(self.tr("Make a copy to change it"))
        self._check_timer, self._keep_timer = (
            _timer(self, CHECK_AFTER_MS),
            _timer(self, KEEP_AFTER_MS),
        )
        self._text.show_text(opened.text)
        self._text.setReadOnly(not opened.own)
        self._compose()
        self._connect()
        self._show_form()
        self._check()
        self._tell_state()

    def begin(self) -> None:
        """Put the focus into the text, and unfold of the form what was unfolded last."""
        self._text.setFocus()
        self._bridge.fetch(self, self._services.choices, self._unfold, self.troubled.emit)

    def keep(self) -> None:
        """Keep what was typed and not saved, now."""
        if work := self.pending():
            self._bridge.fetch(self, work, lambda _: self._tell_state(), self._not_kept)

    def pending(self) -> Callable[[], None] | None:
        """Return what is to be done to keep what was typed; None when all of it is kept."""
        self._keep_timer.stop()
        text = self._text.toPlainText()
        if not self._opened.own or text == self._kept:
            return None
        self._kept = text
        now = time.monotonic_ns()
        if text == self._saved:
            return partial(self._services.drop_draft, self._name, now)
        return partial(self._services.keep_draft, self._name, text, now)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Write it among one's own, when it has no mistakes."""
        if not self._opened.own:
            return
        self._keep_timer.stop()
        text = self._text.toPlainText()
        save = partial(self._services.save_text, self._name, text, time.monotonic_ns())
        self._bridge.fetch(self, save, partial(self._show_saved, text, then), self._not_saved)

    def show_writing(self) -> None:
        """Show the text."""
        self._turn_to(writing=True)
        self._text.setFocus()

    def show_trying(self) -> None:
        """Show the bench."""
        self._turn_to(writing=False)
        self._trying.begin_if_new()

    def try_from_here(self) -> None:
        """Begin on the bench with the line in which the cursor stands."""
        self._turn_to(writing=False)
        self._trying.begin(self._situation_here() or "opening")

    def _turn_to(self, *, writing: bool) -> None:
        self._write.setChecked(writing)
        self._try.setChecked(not writing)
        shown, hidden = (self._written, self._trying)[:: 1 if writing else -1]
        hidden.hide()
        shown.show()

    def _compose(self) -> None:
        column, head, switch = stack(Space.SNUG), Wrap(gap=Space.TIGHT), Wrap(gap=Space.TIGHT)
        back = Button(self.tr("All scenarios"), "back", "quiet")
        back.clicked.connect(self.left)
        own = self._opened.own
        buttons = (self._save, self._rehearse) if own else (self._copy,)
        for button in (back, *buttons):
            head.addWidget(button)
        for chip in (self._write, self._try):
            switch.addWidget(chip)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addLayout(switch)
        column.addWidget(self._written, 1)
        column.addWidget(self._trying, 1)
        self.setLayout(column)
        self._compose_writing()
        self._turn_to(writing=True)

    def _compose_writing(self) -> None:
        column, acts = stack(Space.TIGHT), Wrap(gap=Space.TIGHT)
        undo, redo = Button(self.tr("Undo"), kind="quiet"), Button(self.tr("Redo"), kind="quiet")
        here = Button(self.tr("Try from here"), kind="quiet")
        here.setToolTip(self.tr("Begins on the test bench with the line in which the cursor is."))
        undo.clicked.connect(self._text.undo)
        redo.clicked.connect(self._text.redo)
        here.clicked.connect(self.try_from_here)
        document = self._text.document()
        for button, available in ((undo, document.undoAvailable), (redo, document.redoAvailable)):
            button.setEnabled(False)
            available.connect(button.setEnabled)
            if not self._opened.own:
                button.hide()
        for button in (undo, redo, here):
            acts.addWidget(button)
        for side in (self._form, self._text):
            side.setMinimumHeight(TEXT_HEIGHT)
        self._problems.setMaximumHeight(TEXT_HEIGHT // 2)
        column.addLayout(acts)
        column.addWidget(Halves(self._form, self._text), 1)
        column.addWidget(self._verdict)
        column.addWidget(self._problems)
        self._written.setLayout(column)

    def _connect(self) -> None:
        self._text.textChanged.connect(self._changed)
        self._form.changed.connect(self._write_change)
        self._form.entered.connect(self._follow_form)
        self._form.undone.connect(partial(self._go_back, self._text.undo))
        self._form.redone.connect(partial(self._go_back, self._text.redo))
        self._problems.wanted.connect(self._text.go_to)
        self._trying.wanted.connect(self._show_place)
        self._trying.troubled.connect(self.troubled)
        self._write.clicked.connect(self.show_writing)
        self._try.clicked.connect(self.show_trying)
        self._save.clicked.connect(partial(self.save, None))
        self._rehearse.clicked.connect(self._save_and_rehearse)
        self._copy.clicked.connect(partial(self.copied.emit, self._name))
        self._check_timer.timeout.connect(self._check)
        self._keep_timer.timeout.connect(self.keep)
        shortcut(self, (QKeySequence.StandardKey.Save,), self.tr("Save"), self.save)

    def _changed(self) -> None:
        self._check_timer.start()
        self._keep_timer.start()
        self._tell_state()

    def _check(self) -> None:
        text = self._text.toPlainText()

        def check() -> tuple[CheckedText, Mapping[Place, Spot]]:
            return self._services.check_text(text), outline(text)

        self._bridge.fetch(self, check, partial(self._show_checked, text), self.troubled.emit)

    def _write_change(self, change: Callable[[str], str]) -> None:
        try:
            text = change(self._text.toPlainText())
        except KeyError:  # what the form showed is not there any more
            text = ""
        if outline(text):  # never make a mistake of what was none
            self._text.replace_all(text)
        else:
            self._shown = ""
        self._show_form()

    def _unfold(self, settings: Settings) -> None:
        self._form.unfold(settings.studio_unfolded)
        self._form.turned.connect(self._keep_unfolded)

    def _keep_unfolded(self, names: tuple[str, ...]) -> None:
        keep = partial(self._services.choose, studio_unfolded=names)
        self._bridge.fetch(self, keep, lambda _: None, self.troubled.emit)

    def _go_back(self, step: Callable[[], None]) -> None:
        step()
        self._show_form()

    def _follow_form(self, place: Place) -> None:
        """Let the text show what is being written in the form."""
        self._show_form()
        if place in self._spots:
            self._text.let_see(self._spots[place].line)

    def _show_form(self) -> None:
        """Show in the form what the text says now, unless it does so already."""
        text = self._text.toPlainText()
        if text != self._shown:
            self._show_spots(text, outline(text))

    def _show_spots(self, text: str, spots: Mapping[Place, Spot]) -> None:
        self._shown, self._spots = text, spots
        self._form.show_sheet(Sheet(spots, own=self._opened.own))

    def _show_checked(self, text: str, looked: tuple[CheckedText, Mapping[Place, Spot]]) -> None:
        if text != self._text.toPlainText():
            return
        checked, spots = looked
        self._show_spots(text, spots)
        self._checked = checked
        self._problems.show_problems(checked.problems)
        self._text.blame(checked.problems)
        self._trying.show_scenario(checked.scenario)
        mistakes = sum(one.mistake for one in checked.problems)
        if mistakes:
            words = self.tr("Mistakes to mend before it can be rehearsed: %n.", "", mistakes)
        elif checked.problems:
            words = self.tr(
                "It can be rehearsed. What could be better: %n.", "", len(checked.problems)
            )
        else:
            words = self.tr("It can be rehearsed, and nothing is left to mend.")
        self._verdict.say(words)

    def _tell_state(self) -> None:
        text = self._text.toPlainText()
        if not self._opened.own:
            words = self.tr("It came with the program and can be read and tried, not changed.")
        elif text == self._saved:
            words = self.tr("Saved.")
        elif text == self._kept:
            words = self.tr("Not saved yet. What you typed is kept as a draft.")
        else:
            words = self.tr("Not saved yet.")
        self._state.say(words)

    def _show_saved(self, text: str, then: Callable[[], object] | None, name: str) -> None:
        self._name, self._saved, self._kept = name, text, text
        self._tell_state()
        if self._text.toPlainText() != text:
            self._keep_timer.start()
        if then:
            then()
        else:
            self.told.emit(self.tr("Saved as {name}.").format(name=name))

    def _not_saved(self, sentence: str) -> None:
        self.keep()
        if self._checked and any(one.mistake for one in self._checked.problems):
            sentence = self.tr(
                "It has mistakes and is kept as a draft. Mend what is listed, then save."
            )
        self.troubled.emit(sentence)

    def _not_kept(self, sentence: str) -> None:
        self._kept = ""
        self._tell_state()
        self.troubled.emit(sentence)

    def _save_and_rehearse(self) -> None:
        self.save(self._go_rehearse)

    def _go_rehearse(self) -> None:
        checked = self._services.check_text
        text = self._text.toPlainText()

        def begin(found: CheckedText) -> None:
            if found.scenario:
                self.rehearsed.emit(found.scenario)

        self._bridge.fetch(self, partial(checked, text), begin, self.troubled.emit)

    def _show_place(self, place: str) -> None:
        self.show_writing()
        spots = outline(self._text.toPlainText())
        elsewhere = (place.split(".", maxsplit=1)[0],) in spots
        self._text.go_to(nearest_line(spots, place if elsewhere else f"lines.{place}"))

    def _situation_here(self) -> str:
        """Return the situation whose lines the cursor is in; empty when it is elsewhere."""
        line = self._text.textCursor().blockNumber() + 1
        found = ""
        for place, spot in outline(self._text.toPlainText()).items():
            if len(place) == 2 and spot.line <= line:
                found = str(place[1]) if place[0] == "lines" else ""
        return found


def _timer(owner: QWidget, after_ms: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer
