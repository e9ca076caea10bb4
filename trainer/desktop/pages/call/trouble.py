"""What went wrong in the middle of a call, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.text import Text

__all__ = ["TroubleCard"]


class TroubleCard(QFrame):
    """One calm sentence that stays until it is dismissed, with a way to go on.

    Signals: `typing` asks for the field, since one can always type.
    """

    typing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._text = Text()
        self._type = Button(self.tr("Type instead"), "type")
        self._type.clicked.connect(self.typing)
        dismiss = Button(self.tr("Dismiss"), kind="link")
        dismiss.clicked.connect(self.hide)
        column, row = stack(Space.TIGHT, Space.SNUG), Wrap(gap=Space.SNUG)
        column.addWidget(self._text)
        row.addWidget(self._type)
        row.addWidget(dismiss)
        column.addLayout(row)
        self.setLayout(column)
        self.hide()

    def tell(self, what: str, *, typing_helps: bool) -> None:
        """Show the sentence, and offer to type where that helps."""
        self._text.say(what)
        self._type.setVisible(typing_helps)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, what))

    def rest(self) -> None:
        """Offer nothing any more: the call is over, the sentence stays."""
        self._type.hide()
