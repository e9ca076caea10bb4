"""What the person wrote after they last rehearsed this: shown before the next try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.records.store import Note

__all__ = ["LastTime"]


class LastTime(QFrame):
    """Hidden while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "aside")
        self._told = stack(Space.TIGHT)
        column = stack(Space.TIGHT, Space.WIDE)
        column.addWidget(Text(self.tr("What you wrote last time"), "label"))
        column.addLayout(self._told)
        self.setLayout(column)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these answers, each below its question."""
        clear(self._told)
        for note in notes:
            asked = QCoreApplication.translate("Wording", note.question)
            self._told.addWidget(Text(asked, "small"))
            self._told.addWidget(Text(note.answer))
        self.setVisible(bool(notes))
