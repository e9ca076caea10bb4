"""Voice and listening: what one seldom changes, folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.before.pace import PaceChoice
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.conversation.end_pointing import Pace
    from trainer.records.settings import Settings

__all__ = ["Details"]


class Details(QWidget):
    """Pace, captions and face; folded it says in a line what is chosen.

    Signals: `chosen` carries what was changed: the name of the choice and its value.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = Button(self.tr("Voice and listening"), "more", "link")
        self._told = Text(kind="small")
        self._pace = PaceChoice()
        self._captions = QCheckBox(self.tr("Show the customer's words as they speak"))
        self._face = QCheckBox(self.tr("Show the customer's face"))
        self._compose()
        self._connect()

    def show_chosen(self, choices: Settings) -> None:
        """Show what is chosen."""
        self._pace.show_chosen(choices.pace)
        self._tell(choices)
        for box, ticked in ((self._captions, choices.captions), (self._face, choices.face)):
            box.setEnabled(True)
            box.setChecked(ticked)

    def let_talk(self, *, talking: bool) -> None:
        """Say whether the person talks; who types has no pauses to be waited for."""
        self._pace.setEnabled(talking)

    def _compose(self) -> None:
        inside = stack(Space.SNUG, Space.ROOM)
        inside.addWidget(self._pace)
        for box in (self._captions, self._face):
            box.setEnabled(False)
            inside.addWidget(box)
        self._inside = surface(inside)
        self._inside.hide()
        column = stack(Space.HAIR)
        column.addWidget(self._fold)
        column.addWidget(self._told)
        column.addWidget(self._inside)
        self.setLayout(column)

    def _connect(self) -> None:
        self._fold.clicked.connect(self._fold_or_unfold)
        self._pace.chosen.connect(self._choose_pace)
        self._captions.clicked.connect(lambda ticked: self.chosen.emit("captions", ticked))
        self._face.clicked.connect(lambda ticked: self.chosen.emit("face", ticked))

    def _choose_pace(self, pace: Pace) -> None:
        self._pace.show_chosen(pace)
        self.chosen.emit("pace", pace)

    def _fold_or_unfold(self) -> None:
        unfolded = self._inside.isHidden()
        self._inside.setVisible(unfolded)
        self._told.setHidden(unfolded)
        self._fold.show_icon("less" if unfolded else "more")

    def _tell(self, choices: Settings) -> None:
        pace = self.tr("When you pause: {pace}").format(pace=wording.pace(choices.pace))
        captions = self.tr("Captions") if choices.captions else self.tr("No captions")
        face = self.tr("A face") if choices.face else self.tr("No face")
        self._told.say(f"{pace} · {captions} · {face}")
