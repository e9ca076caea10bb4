"""What the trainee sees otherwise at a moment: a note in their own words, which changes no mark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.field import WritingField
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.conversation.blocks import Millis
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import ReviewServices
    from trainer.records.store import RehearsalId, StoredRehearsal

__all__ = ["SeenOtherwise"]


class SeenOtherwise(QWidget):
    """Shows the note on a moment, and takes another.

    Signals: `kept` carries the rehearsal as it is kept now, `troubled` a sentence on why it is not.
    """

    kept = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, services: ReviewServices, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._moment: tuple[RehearsalId, Millis] | None = None
        self._kept = ""
        self._note = Text(kind="soft")
        self._write = Button(self.tr("I see it otherwise"), "write", "flush")
        self._write.clicked.connect(self.begin)
        self._asked = self.tr("What was it, as you see it?")
        self._sheet, self._field = QWidget(), WritingField(self._asked)
        self._keep = Button(self.tr("Keep the note"))
        self._keep.clicked.connect(self._keep_words)
        self._compose()

    def show_moment(self, stored: StoredRehearsal, at_ms: Millis) -> None:
        """Show what is noted on the moment that begins then."""
        self._moment = stored.summary.id, at_ms
        noted = (one.words for one in stored.otherwise if one.at_ms == at_ms)
        self._show_note(next(noted, ""))

    def _show_note(self, words: str) -> None:
        self._kept = words
        self._sheet.hide()
        self._write.show()
        self._note.setVisible(bool(words))
        self._note.say(self.tr("You see it otherwise: “{words}”").format(words=words))
        self._write.setText(self.tr("Change the note") if words else self.tr("I see it otherwise"))

    def begin(self) -> None:
        """Let the person write."""
        self._field.setPlainText(self._kept)
        self._write.hide()
        self._sheet.show()
        self._keep.setEnabled(True)
        self._field.setFocus()

    def _compose(self) -> None:
        leave = Button(self.tr("Leave it"), kind="quiet")
        leave.clicked.connect(self._leave)
        row, sheet, column = Wrap(gap=Space.SNUG), stack(Space.TIGHT), stack(Space.TIGHT)
        row.addWidget(self._keep)
        row.addWidget(leave)
        sheet.addWidget(Text(self._asked, "strong"))
        told = self.tr("It stands beside the moment and in the report; no mark changes.")
        sheet.addWidget(Text(told, "small"))
        sheet.addWidget(self._field)
        sheet.addLayout(row)
        self._sheet.setLayout(sheet)
        column.addWidget(self._note)
        column.addWidget(self._write)
        column.addWidget(self._sheet)
        self.setLayout(column)

    def _keep_words(self) -> None:
        words = " ".join(self._field.toPlainText().split())
        if self._moment is None or words == self._kept:
            self._leave()
            return
        self._keep.setEnabled(False)
        keep = partial(self._services.see_otherwise, *self._moment, words)
        self._bridge.fetch(self, keep, self._take_kept, self._not_kept)

    def _take_kept(self, stored: StoredRehearsal) -> None:
        self.kept.emit(stored)
        self._write.setFocus()

    def _not_kept(self, sentence: str) -> None:
        self._keep.setEnabled(True)
        self.troubled.emit(sentence)

    def _leave(self) -> None:
        self._show_note(self._kept)
        self._write.setFocus()
