"""How much help there is during the call: three large choices."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.radios import check
from trainer.desktop.widgets.text import Text
from trainer.records.store import Mode

__all__ = ["ModeChoice"]


class ModeChoice(QWidget):
    """Lets the person choose, once it is known what they chose before.

    Signals: `chosen` carries the mode that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {mode: QRadioButton(wording.mode(mode)) for mode in Mode}
        self._cards = {mode: _ModeCard(self._choices[mode], mode) for mode in Mode}
        self._group = QButtonGroup(self)
        column = stack(Space.TIGHT)
        for mode, choice in self._choices.items():
            choice.setEnabled(False)
            choice.clicked.connect(partial(self.chosen.emit, mode))
            choice.toggled.connect(self._cards[mode].show_chosen)
            self._group.addButton(choice)
            column.addWidget(self._cards[mode])
        self.setAccessibleName(self.tr("How much help you have"))
        self.setLayout(column)

    def show_chosen(self, mode: Mode) -> None:
        """Show which is chosen."""
        check(self._choices, mode)


class _ModeCard(QFrame):
    """A choice with its sentence; pressed anywhere, it is chosen."""

    def __init__(self, choice: QRadioButton, mode: Mode) -> None:
        super().__init__()
        self._choice = choice
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        choice.setProperty("kind", "large")
        choice.setAccessibleName(f"{wording.mode(mode)}: {wording.mode_note(mode)}")
        column = stack(0, Space.TIGHT)
        column.addWidget(choice)
        column.addWidget(Text(wording.mode_note(mode), "under-radio"))
        self.setLayout(column)

    def show_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        """Show whether it is the one."""
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton and self._choice.isEnabled():
            self._choice.setFocus()
            self._choice.click()
