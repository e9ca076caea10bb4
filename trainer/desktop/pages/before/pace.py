"""How soon the customer takes the turn: four choices."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from trainer.conversation.end_pointing import Pace
from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.radios import check
from trainer.desktop.widgets.text import Text

__all__ = ["PaceChoice"]


class PaceChoice(QWidget):
    """Lets the person choose, once it is known what they chose before.

    Signals: `chosen` carries the pace that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {pace: QRadioButton(wording.pace(pace)) for pace in Pace}
        self._compose()

    def show_chosen(self, pace: Pace) -> None:
        """Show which is chosen."""
        check(self._choices, pace)

    def _compose(self) -> None:
        title = self.tr("When you pause, the customer waits")
        column, rows = stack(Space.TIGHT), QGridLayout()
        rows.setHorizontalSpacing(Space.ROOM)
        rows.setVerticalSpacing(0)
        rows.setColumnStretch(1, 1)
        column.addWidget(Text(title, "label"))
        for row, (pace, choice) in enumerate(self._choices.items()):
            choice.setEnabled(False)
            choice.setAccessibleName(f"{wording.pace(pace)}: {wording.pace_note(pace)}")
            choice.setAccessibleDescription(title)
            choice.clicked.connect(partial(self.chosen.emit, pace))
            rows.addWidget(choice, row, 0)
            rows.addWidget(Text(wording.pace_note(pace), "small"), row, 1)
        column.addLayout(rows)
        self.setAccessibleName(title)
        self.setLayout(column)
