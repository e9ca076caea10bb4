"""Typing in place of talking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.text import Text

__all__ = ["TypedReply"]


class TypedReply(QWidget):
    """A field and Send; what is proposed can be changed before it is said.

    Signals: `said` carries the reply.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._send = QLineEdit(), Button(self.tr("Send"), "send")
        self._hint = Text(kind="small")
        self._hint.hide()
        self._compose()
        self._send.clicked.connect(self._say)
        self._field.returnPressed.connect(self._say)

    def begin(self, proposed: str = "") -> None:
        """Show the field with the cursor in it, and words to begin with if there are any."""
        self.show()
        if proposed:
            self._field.setText(proposed)
            self._field.setCursorPosition(0)
        self._hint.say(self.tr("Change it as you like; Enter says it.") if proposed else "")
        self._hint.setVisible(bool(proposed))
        self._field.setFocus()

    def _compose(self) -> None:
        row, column = beside(Space.TIGHT), stack(Space.HAIR)
        self._field.setAccessibleName(self.tr("Your reply"))
        self._field.setPlaceholderText(self.tr("Type your reply, then press Enter"))
        row.addWidget(self._field, 1)
        row.addWidget(self._send)
        column.addLayout(row)
        column.addWidget(self._hint)
        self.setLayout(column)

    def _say(self) -> None:
        if text := self._field.text().strip():
            self._field.clear()
            self._hint.hide()
            self.said.emit(text)
