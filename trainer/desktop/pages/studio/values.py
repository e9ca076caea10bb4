"""Single values in the form: a line, a paragraph, one of a few words, yes or no."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from trainer.desktop.pages.studio.entry import Growing
from trainer.desktop.pages.studio.part import FormPart, help_for
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.rewriting import renamed, with_value, without
from trainer.scenario.reading import model_at
from trainer.scenario.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.scenario.reading import Place

__all__ = ["Line", "Name", "Paragraph", "Tick", "Words"]


class _Value(FormPart):
    """A value with its name above it."""

    def __init__(self, label: str, field: QWidget, *key: str | int) -> None:
        super().__init__(*key)
        field.setAccessibleName(label)
        self._field = field
        column = stack(Space.HAIR)
        column.addWidget(Text(label, "label"))
        column.addWidget(field)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the value, or what holds without one."""
        self._field.setAccessibleDescription(help_for(self.place))
        self.show_value(sheet.value(self.place), _usual(self.place))
        self._field.setEnabled(sheet.own)

    def show_value(self, value: str | None, usual: str) -> None:
        """Show a value; `usual` holds where it is left out."""
        raise NotImplementedError

    def _write(self, value: str) -> None:
        leaves_out = not value and _usual(self.place)
        change = partial(_left_out, place=self.place)
        written = partial(with_value, place=self.place, value=value)
        self.changed.emit(change if leaves_out else written)


class Line(_Value):
    """A short text or a number."""

    def __init__(self, label: str, *key: str | int) -> None:
        self._line = QLineEdit()
        super().__init__(label, self._line, *key)
        self._line.textEdited.connect(self._write_line)

    def show_value(self, value: str | None, usual: str) -> None:
        """Show a value; the cursor of who is typing stays where it is."""
        without_it = self.tr("{value}, if left out").format(value=usual) if usual else ""
        self._line.setPlaceholderText(without_it)
        if self._line.text().strip() != (value or "").strip():
            self._line.setText(value or "")
            self._line.setCursorPosition(0)

    def _write_line(self, value: str) -> None:
        self._write(value.strip())


class Name(_Value):
    """What something is called in the text; no two have the same."""

    def __init__(self, label: str) -> None:
        self._line = QLineEdit()
        super().__init__(label, self._line)
        self._line.editingFinished.connect(self._rename)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the name."""
        self._line.setText(str(self.place[-1]))
        self._line.setEnabled(sheet.own)

    def _rename(self) -> None:
        name = "-".join(self._line.text().lower().split())
        if name != self.place[-1]:
            self.changed.emit(partial(renamed, place=self.place, name=name))


class Paragraph(_Value):
    """A text of any length."""

    def __init__(self, label: str, *key: str | int) -> None:
        self._text = Growing()
        self._text.setProperty("kind", "paragraph")
        super().__init__(label, self._text, *key)
        self._text.written.connect(self._write)

    def show_value(self, value: str | None, usual: str) -> None:
        """Show the text."""
        del usual
        self._text.say(value or "")


class Words(_Value):
    """One of a few words."""

    def __init__(self, label: str, words: Sequence[str], *key: str | int) -> None:
        self._box = QComboBox()
        self._box.addItems(list(words))
        super().__init__(label, self._box, *key)
        self._box.textActivated.connect(self._write)

    def show_value(self, value: str | None, usual: str) -> None:
        """Show the word."""
        self._box.setCurrentIndex(self._box.findText(value or usual))


class Tick(FormPart):
    """Yes or no; what is usual is left out."""

    def __init__(self, label: str, *key: str | int) -> None:
        super().__init__(*key)
        self._box = QCheckBox(label)
        self._box.clicked.connect(self._write)
        column = stack(0)
        column.addWidget(self._box)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show whether it is so."""
        self._box.setAccessibleDescription(help_for(self.place))
        value = sheet.value(self.place) or _usual(self.place)
        self._box.setChecked(value.lower() == "true")
        self._box.setEnabled(sheet.own)

    def _write(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        value = "true" if on else "false"
        written = partial(with_value, place=self.place, value=value)
        is_usual = value == _usual(self.place).lower()
        self.changed.emit(partial(_left_out, place=self.place) if is_usual else written)


def _left_out(text: str, place: Place) -> str:
    """Return the text without a value, if it is there."""
    try:
        return without(text, place)
    except KeyError:
        return text


def _usual(place: Place) -> str:
    """Return what holds where a value is left out; empty where it may not be."""
    model = model_at(Scenario, place[:-1])
    field = model.model_fields.get(str(place[-1])) if model else None
    return "" if field is None or field.is_required() else str(field.default)
