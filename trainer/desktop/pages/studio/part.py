"""What every part of the form is, and columns of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.rewriting import with_key, without
from trainer.scenario.reading import model_at
from trainer.scenario.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.rehearsal.rewriting import Content
    from trainer.scenario.reading import Place

__all__ = ["Column", "Extra", "FormPart", "help_for"]


class FormPart(QWidget):
    """What stands in a place; `changed` carries what to do to the text.

    Args:
        key: Where it stands in what it is part of.
        is_optional: It may be left out; then it is not shown while it is empty.
    """

    changed = Signal(object)

    def __init__(
        self, *key: str | int, is_optional: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key: Place = key
        self.place: Place = key
        self.is_optional = is_optional

    def fill(self, sheet: Sheet, at: Place = ()) -> None:
        """Show what the text says; `at` is the place of what it is part of."""
        self.place = (*at, *self._key)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what stands in its place."""

    def adder(self) -> Button | None:
        """Return a button that begins it where it was left out."""
        return None


class Column(FormPart):
    """Parts below each other; those that were left out are offered at the end."""

    def __init__(
        self, parts: Sequence[FormPart], *key: str | int, parent: QWidget | None = None
    ) -> None:
        super().__init__(*key, parent=parent)
        self._parts = parts
        self._offers: dict[FormPart, Button] = {}
        column, offers = stack(Space.SNUG), Wrap(gap=Space.HAIR)
        for part in parts:
            column.addWidget(part)
            part.changed.connect(self.changed)
            if part.is_optional and (button := part.adder()):
                self._offers[part] = button
                offers.addWidget(button)
        if self._offers:
            column.addLayout(offers)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show every part; offer what is not there."""
        for part in self._parts:
            part.fill(sheet, self.place)
            if part in self._offers:
                is_there = bool(sheet.length(part.place))
                part.setVisible(is_there)
                self._offers[part].setVisible(sheet.own and not is_there)


class Extra(Column):
    """Parts that are begun and taken away together.

    Args:
        label: What they are called.
        parts: What it has.
        key: Where they stand.
        fresh: What stands there at first.
    """

    def __init__(self, label: str, parts: Sequence[FormPart], key: str, fresh: Content) -> None:
        super().__init__(parts, key)
        self.is_optional = True
        self._label, self._fresh = label, fresh
        word = self.tr("Remove")
        self._remove = Button(word, "trash", "add")
        self._remove.setAccessibleName(self.tr("{act}: {title}").format(act=word, title=label))
        self._remove.clicked.connect(self._drop)
        if isinstance(column := self.layout(), QVBoxLayout):
            column.insertWidget(0, Text(label, "strong"))
            column.addWidget(self._remove)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the parts."""
        super().show_sheet(sheet)
        self._remove.setVisible(sheet.own)

    def adder(self) -> Button:
        """Return a button that begins them."""
        button = Button(self._label, "add", "add")
        button.setAccessibleName(self.tr("Add “{title}”").format(title=self._label))
        button.clicked.connect(self._begin)
        return button

    def _begin(self) -> None:
        self.changed.emit(partial(with_key, place=self.place, content=self._fresh))
        first = next((one for one in self.findChildren(QPlainTextEdit)), None)
        if first is not None:
            first.setFocus()

    def _drop(self) -> None:
        self.changed.emit(partial(without, place=self.place))


def help_for(place: Place) -> str:
    """Return what the format says about what stands in a place."""
    model = model_at(Scenario, place[:-1])
    field = model.model_fields.get(str(place[-1])) if model else None
    described = (field.description if field else "") or ""
    plain = " ".join(described.replace("``", '"').split())
    return QCoreApplication.translate("ScenarioFormat", plain) if plain else ""
