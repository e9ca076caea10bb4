"""How soon the customer takes the turn: four choices, remembered as they are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from trainer.conversation.end_pointing import Pace
from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services

__all__ = ["PaceChoice"]


class PaceChoice(QWidget):
    """Lets the person choose; what is shown as chosen is what is kept, or about to be.

    Signals: `troubled` carries a sentence when the choice can't be read or kept.
    """

    troubled = Signal(str)

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._kept = self._wanted = Pace.NORMAL
        self._busy, self._known = True, False
        self._then: Callable[[Pace], object] | None = None
        self._choices = {pace: QRadioButton(wording.pace(pace)) for pace in Pace}
        self._compose()
        bridge.fetch(self, services.pace, self._show_kept, self._give_up)

    def once_kept(self, then: Callable[[Pace], object]) -> None:
        """Call with the pace once it is known and kept; not at all if it can't be."""
        self._then = then
        if not self._busy:
            self._settle()

    def forget(self) -> None:
        """Call nobody any more."""
        self._then = None

    def _compose(self) -> None:
        title = self.tr("When you pause, the customer waits")
        column, rows = stack(Space.SNUG), QGridLayout()
        rows.setHorizontalSpacing(Space.ROOM)
        rows.setVerticalSpacing(Space.HAIR)
        rows.setColumnStretch(1, 1)
        column.addWidget(Text(title, "heading"))
        for row, (pace, choice) in enumerate(self._choices.items()):
            choice.setEnabled(False)
            choice.setAccessibleName(f"{wording.pace(pace)}: {wording.pace_note(pace)}")
            choice.setAccessibleDescription(title)
            choice.clicked.connect(partial(self._choose, pace))
            rows.addWidget(choice, row, 0)
            rows.addWidget(Text(wording.pace_note(pace), "small"), row, 1)
        column.addLayout(rows)
        self.setAccessibleName(title)
        self.setLayout(column)

    def _show_kept(self, pace: Pace) -> None:
        self._kept, self._wanted, self._known = pace, pace, True
        for choice in self._choices.values():
            choice.setEnabled(True)
        self._check(pace)
        self._settle()

    def _check(self, pace: Pace) -> None:
        self._choices[pace].setChecked(True)
        for each, choice in self._choices.items():  # Tab goes to the chosen one, arrows to others
            policy = Qt.FocusPolicy.StrongFocus if each is pace else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)

    def _choose(self, pace: Pace) -> None:
        self._wanted = pace
        if not self._busy:
            self._keep()

    def _keep(self) -> None:
        """Keep one choice at a time, so that the last is the one that stays."""
        self._busy, pace = True, self._wanted
        keep = partial(self._services.choose_pace, pace)
        self._bridge.fetch(self, keep, lambda _: self._go_on(pace), self._give_up)

    def _go_on(self, pace: Pace) -> None:
        self._kept = pace
        if self._wanted is pace:
            self._settle()
        else:
            self._keep()

    def _give_up(self, sentence: str) -> None:
        self._wanted = self._kept
        if self._known:
            self._check(self._kept)
        self.forget()
        self._settle()
        self.troubled.emit(sentence)

    def _settle(self) -> None:
        self._busy = False
        then, self._then = self._then, None
        if then:
            then(self._kept)
