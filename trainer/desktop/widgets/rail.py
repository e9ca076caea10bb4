"""The rail on the left: the places one can go to, and which one this is."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.keys import shortcut
from trainer.desktop.widgets.layouts import stack

__all__ = ["Rail"]


class Rail(QFrame):
    """A word with an icon for each place; Ctrl and a number goes there too.

    Args:
        places: Each with its key, its word and its icon.

    Signals: `chosen` carries the key of a place, `keys_wanted` asks which keys there are.
    """

    chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(
        self, places: Iterable[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Places"))
        self._buttons: dict[str, Button] = {}
        column = stack(Space.HAIR, Space.SNUG)
        for number, (key, word, icon) in enumerate(places, start=1):
            button = self._button(key, word, icon, number)
            column.addWidget(button)
            self._buttons[key] = button
        column.addStretch(1)
        keys = Button(self.tr("Keys"), "type", "rail")
        keys.setToolTip("F1")
        keys.clicked.connect(self.keys_wanted)
        column.addWidget(keys)
        self.setLayout(column)

    def show_current(self, key: str) -> None:
        """Mark the place that is shown; a page that is none of them marks none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def _button(self, key: str, word: str, icon: str, number: int) -> Button:
        button = Button(word, icon, "rail")
        button.setCheckable(True)
        keys = QKeySequence(Qt.Modifier.CTRL | Qt.Key(Qt.Key.Key_0 + number))
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        choose = partial(self.chosen.emit, key)
        button.clicked.connect(choose)
        shortcut(self, (keys,), word, choose)
        return button
