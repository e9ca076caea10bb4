"""Choosing one of several, and switching one thing on and off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QRadioButton, QSizePolicy, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import clear, stack
from trainer.desktop.widgets.text import Text

__all__ = ["Choice", "Option", "Switch"]


@dataclass(frozen=True, slots=True)
class Option:
    """One of several.

    Attributes:
        value: What is chosen by it.
        word: What it is called.
        note: One sentence more; may be empty.
    """

    value: object
    word: str
    note: str = ""


class Choice(QWidget):
    """Several options of which one is chosen; Tab goes to that one, arrows to the others.

    Signals: `chosen` carries the value that the person has chosen.
    """

    chosen = Signal(object)

    def __init__(
        self, title: str, options: Sequence[Option] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._radios: dict[object, QRadioButton] = {}
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(Space.ROOM)
        self._rows.setVerticalSpacing(Space.HAIR)
        self._rows.setColumnStretch(1, 1)
        column = stack(Space.TIGHT)
        column.addWidget(Text(title, "strong"))
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setLayout(column)
        self.offer(options)

    @property
    def value(self) -> object:
        """What is chosen; None when nothing is."""
        return next((value for value, radio in self._radios.items() if radio.isChecked()), None)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these instead; what was chosen stays so, if it is among them."""
        before = self.value
        clear(self._rows)
        self._radios = {}
        for row, option in enumerate(options):
            self._add(row, option)
        self.show_chosen(before)

    def show_chosen(self, value: object) -> None:
        """Show which one is chosen, without telling anybody; nothing where it is none of them."""
        reached = value if value in self._radios else next(iter(self._radios), None)
        for each, radio in self._radios.items():
            if each == value:
                radio.setChecked(True)
            focus = Qt.FocusPolicy.StrongFocus if each == reached else Qt.FocusPolicy.ClickFocus
            radio.setFocusPolicy(focus)

    def _add(self, row: int, option: Option) -> None:
        radio = QRadioButton(option.word)
        radio.setAccessibleName(f"{option.word}: {option.note}" if option.note else option.word)
        radio.setAccessibleDescription(self._title)
        radio.clicked.connect(partial(self._choose, option.value))
        self._radios[option.value] = radio
        width = 1 if option.note else 2
        if not option.note:  # a device's name may be longer than the window is wide
            radio.setToolTip(option.word)
            radio.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rows.addWidget(radio, row, 0, 1, width)
        if option.note:
            self._rows.addWidget(Text(option.note, "small"), row, 1)

    def _choose(self, value: object) -> None:
        self.show_chosen(value)
        self.chosen.emit(value)


class Switch(QWidget):
    """One thing that is on or off, with a sentence on what that means.

    Signals: `switched` tells whether the person has switched it on.
    """

    switched = Signal(bool)

    def __init__(self, word: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox(word)
        self._box.setAccessibleDescription(note)
        self._box.clicked.connect(self.switched)
        column = stack(Space.HAIR)
        column.addWidget(self._box)
        if note:
            column.addWidget(Text(note, "under-box"))
        self.setLayout(column)

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._box.isChecked()

    def show_on(self, on: bool) -> None:  # noqa: FBT001 - a setter takes what it sets
        """Show whether it is on, without telling anybody."""
        self._box.setChecked(on)
