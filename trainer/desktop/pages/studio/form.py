"""The form beside the text: the single values of a scenario, each changed in its place only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text
from trainer.scenario.kinds import Category, Difficulty, Setting
from trainer.scenario.scenario import Briefing, Person, Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from trainer.rehearsal.outline import Spot
    from trainer.scenario.reading import Place

__all__ = ["Form", "help_for"]

WORDS: Mapping[str, tuple[str, ...]] = {
    "setting": tuple(Setting),
    "category": tuple(Category),
    "difficulty": tuple(Difficulty),
}
"""What may stand where only a few words may."""


class Form(QWidget):
    """A field a value; `changed` carries a place and what is to stand there."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[Place, QLineEdit | QComboBox] = {}
        self._state, self._help = Text("", "look"), Text("", "soft")
        column = stack(Space.HAIR)
        column.addWidget(self._state)
        for place, word in self._words().items():
            column.addWidget(Text(word, "label"))
            self._fields[place] = self._field(place, word)
            column.addWidget(self._fields[place])
        column.addWidget(self._help)
        column.addStretch(1)
        self.setLayout(column)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._explain)

    def show_spots(self, spots: Mapping[Place, Spot], *, own: bool) -> None:
        """Show what the text says; wait where it can't be read."""
        waits = self.tr("The text can't be read. The form waits until its mistake is mended.")
        self._state.say("" if spots else waits)
        self._state.setVisible(not spots)
        for place, field in self._fields.items():
            spot = spots.get(place)
            field.setEnabled(own and spot is not None and spot.value is not None)
            if spot and spot.value is not None:
                _fill(field, spot.value)

    def _words(self) -> dict[Place, str]:
        return {
            ("title",): self.tr("Title"),
            ("setting",): self.tr("Setting"),
            ("category",): self.tr("Trade"),
            ("place",): self.tr("Place"),
            ("difficulty",): self.tr("Difficulty"),
            ("minutes",): self.tr("Minutes"),
            ("voice",): self.tr("Voice"),
            ("customer", "name"): self.tr("The customer's name"),
            ("briefing", "you_are"): self.tr("Who the trainee is"),
            ("briefing", "what_happened"): self.tr("What happened"),
            ("opening_pressure",): self.tr("Anger at the beginning, 10 to 90"),
            ("opening_trust",): self.tr("Trust at the beginning, 0 to 100"),
        }

    def _field(self, place: Place, word: str) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        tell = partial(self.changed.emit, place)
        if words := WORDS.get(str(place[-1])):
            field = QComboBox()
            field.addItems(words)
            field.textActivated.connect(tell)
        else:
            field = QLineEdit()
            field.textEdited.connect(tell)
        field.setAccessibleName(word)
        field.setAccessibleDescription(help_for(place))
        field.setEnabled(False)
        return field

    def _explain(self, old: QObject | None, now: QObject | None) -> None:
        del old
        for place, field in self._fields.items():
            if field is now:
                self._help.say(help_for(place))


def help_for(place: Place) -> str:
    """Return what the format says about a value."""
    models: dict[str, type[BaseModel]] = {"customer": Person, "briefing": Briefing}
    model = models.get(str(place[0]), Scenario)
    described = model.model_fields[str(place[-1])].description or ""
    return " ".join(described.replace("``", '"').split())


def _fill(field: QLineEdit | QComboBox, value: str) -> None:
    """Show a value; the cursor of who is typing stays where it is."""
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findText(value))
    elif field.text() != value:
        field.setText(value)
        field.setCursorPosition(0)
