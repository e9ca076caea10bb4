"""What can be done with the rehearsals that are chosen: open, delete, and give or take tags."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, clear
from trainer.desktop.widgets.text import Text

__all__ = ["ChosenBar"]

LONGEST = 40
SHOWN = 8
"""Tags to take away; more would crowd the bar out."""


class ChosenBar(QWidget):
    """A bar under the table.

    Signals: `open_wanted`, `delete_wanted`, and `given` and `taken`, which carry a tag.
    """

    open_wanted = Signal()
    delete_wanted = Signal()
    given = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = Wrap(gap=Space.HAIR)
        self._many = Text("", "small")
        self._many.setWordWrap(False)
        self._open = Button(self.tr("Open"))
        self._open.clicked.connect(self.open_wanted)
        self._delete = Button(self.tr("Delete"), "trash")
        self._delete.clicked.connect(self.delete_wanted)
        self._known = QStringListModel(self)
        self._tag = self._field()
        row = Wrap(gap=Space.TIGHT)
        for part in (self._many, self._open, self._delete, self._tag):
            row.addWidget(part)
        self._bearer = QWidget()
        self._bearer.setLayout(self._tags)
        row.addWidget(self._bearer)
        self.setLayout(row)
        self.show_chosen(0, ())

    def show_chosen(self, many: int, tags: Sequence[str]) -> None:
        """Show how many are chosen and which tags they bear."""
        self._many.say(
            self.tr("%n chosen", "", many) if many else self.tr("Choose a row, or several.")
        )
        for each in (self._open, self._delete, self._tag):
            each.setEnabled(bool(many))
        self._open.setEnabled(many == 1)
        clear(self._tags)
        for tag in tags[:SHOWN]:
            take = Button(tag.replace("&", "&&"), "close", "choice")
            take.setAccessibleName(self.tr("Take the tag “{tag}” away").format(tag=tag))
            take.clicked.connect(partial(self.taken.emit, tag))
            self._tags.addWidget(take)
        self._bearer.setVisible(bool(tags))

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Offer these to complete what is typed."""
        self._known.setStringList(list(tags))

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Add a tag"))
        field.setAccessibleName(self.tr("Add a tag to what is chosen"))
        field.setMaxLength(LONGEST)
        field.setFixedWidth(Size.MARK)
        completer = QCompleter(self._known, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        field.returnPressed.connect(self._give)
        return field

    def _give(self) -> None:
        tag = " ".join(self._tag.text().replace(",", " ").split())
        self._tag.clear()
        if tag:
            self.given.emit(tag)
