"""Who is rehearsing: a name to press, the others in a menu, and a field for a new one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside

__all__ = ["PersonChooser"]

LONGEST = 60


class PersonChooser(QWidget):
    """Says who is rehearsing and lets somebody else.

    Signals: `chosen` carries a name, known or new.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = Button("", kind="link")
        self._who.setProperty("opens", "menu")
        self._name = QLineEdit()
        self._name.setPlaceholderText(self.tr("Your name"))
        self._name.setAccessibleName(self.tr("Your name"))
        self._name.setToolTip(self.tr("Return keeps it, Esc leaves it."))
        self._name.setMaxLength(LONGEST)
        self._name.setMaximumWidth(Size.ADVICE)
        self._name.returnPressed.connect(self._take_name)
        self._name.installEventFilter(self)
        self._name.hide()
        row = beside(Space.TIGHT)
        row.addWidget(self._who)
        row.addWidget(self._name)
        self.setLayout(row)
        self.show_people("", ())

    def show_people(self, person: str, people: Sequence[str]) -> None:
        """Show who is rehearsing, and offer the others."""
        self._who.setText(person or self.tr("Who is rehearsing?"))
        told = self.tr("{person} is rehearsing. Let somebody else.").format(person=person)
        self._who.setAccessibleName(told if person else self.tr("Who is rehearsing?"))
        menu = QMenu(self._who)
        for name in people:
            if name != person:
                menu.addAction(name.replace("&", "&&"), partial(self.chosen.emit, name))
        other = self.tr("Someone else …") if person or people else self.tr("Give a name …")
        menu.addAction(other, self.ask)
        self._who.setMenu(menu)
        self._name.hide()
        self._who.show()

    def ask(self) -> None:
        """Ask for a new name."""
        self._who.hide()
        self._name.clear()
        self._name.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc leave the field as it was."""
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self._name and escaped and event.type() == QEvent.Type.KeyPress:
            self._leave()
            return True
        return super().eventFilter(watched, event)

    def _take_name(self) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self.chosen.emit(name)
        self._leave()

    def _leave(self) -> None:
        self._who.show()
        self._who.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.hide()
