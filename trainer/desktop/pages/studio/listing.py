"""Lists in the form: a row an entry, of texts or of what is more than a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal

from trainer.desktop.pages.studio.entry import Entry, Movable
from trainer.desktop.pages.studio.part import FormPart, help_for
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.rewriting import moved, with_entry, with_value, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.rehearsal.rewriting import Content
    from trainer.scenario.reading import Place

__all__ = ["Listing", "Pieces", "Texts", "add_button"]

Row = TypeVar("Row", bound=Movable)


class Listing(FormPart, Generic[Row]):
    """A list whose rows go with their entries, so that focus and what is unfolded go along.

    Args:
        label: What it is called.
        key: Where it stands in what it is part of.
        is_optional: It may be left out.
    """

    def __init__(self, label: str, *key: str | int, is_optional: bool = False) -> None:
        super().__init__(*key, is_optional=is_optional)
        self._label, self._own = label, False
        self._rows: list[Row] = []
        self._rows_column: QVBoxLayout = stack(0)
        self._add = add_button(self.tr("Add"), self._adding())
        self._add.clicked.connect(partial(self.add, None))
        self._compose()

    def add(self, at: int | None = None) -> None:
        """Add an entry there, or at the end, and put the focus into it."""
        at = len(self._rows) if at is None else at
        self._take_in(at)
        self.changed.emit(partial(with_entry, place=self.place, at=at, content=self._fresh()))
        if at < len(self._rows):
            self._rows[at].begin()

    def adder(self) -> Button | None:
        """Return a button that begins the list."""
        button = add_button(self._label, self._add.accessibleName())
        button.clicked.connect(partial(self.add, None))
        return button

    def show_sheet(self, sheet: Sheet) -> None:
        """Let there be as many rows as entries, and show them."""
        entries, self._own = self._entries(sheet), sheet.own
        while len(self._rows) < entries:
            self._take_in(len(self._rows))
        while len(self._rows) > entries:
            self._let_go(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.allow(own=sheet.own, up=at > 0, down=at + 1 < entries)
            self._show_row(row, sheet, at)
        self._add.setVisible(sheet.own)

    def _compose(self) -> None:
        raise NotImplementedError

    def _make_row(self) -> Row:
        raise NotImplementedError

    def _show_row(self, row: Row, sheet: Sheet, at: int) -> None:
        raise NotImplementedError

    def _fresh(self) -> Content:
        """Return what a new entry is."""
        return ""

    def _adding(self) -> str:
        return self.tr("Add to “{list}”").format(list=self._label)

    def _entries(self, sheet: Sheet) -> int:
        return sheet.length(self.place)

    def _take_in(self, at: int) -> Row:
        row = self._make_row()
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        self._rows.insert(at, row)
        self._rows_column.insertWidget(at, row)
        row.show()  # at once, so that it can take the focus
        return row

    def _let_go(self, row: Row) -> None:
        self._rows.remove(row)
        self._rows_column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _move(self, row: Row, by: int) -> None:
        at = self._rows.index(row)
        if not 0 <= at + by < len(self._rows):
            return
        which = row.acts.focused()
        self._rows.insert(at + by, self._rows.pop(at))
        self._rows_column.insertWidget(at + by, row)
        self.changed.emit(self._moving(at, by))
        row.begin(which)

    def _moving(self, at: int, by: int) -> Callable[[str], str]:
        return partial(moved, place=(*self.place, at), by=by)

    def _removing(self, at: int) -> Callable[[str], str]:
        return partial(without, place=(*self.place, at))

    def _remove(self, row: Row) -> None:
        at = self._rows.index(row)
        self._let_go(row)
        self.changed.emit(self._removing(at))
        if self._rows:
            self._rows[min(at, len(self._rows) - 1)].begin()
        elif self._add.isVisible():
            self._add.setFocus()


class Texts(Listing[Entry]):
    """Texts to write in place; Return makes another below, Backspace takes an empty one away.

    Args:
        label: What the list is called.
        key: Where it stands in what it is part of.
        is_titled: Its name is shown; else only screen readers are told.
        is_optional: It may be left out.
    """

    def __init__(
        self, label: str, *key: str | int, is_titled: bool = True, is_optional: bool = False
    ) -> None:
        self._is_titled = is_titled
        self._texts: tuple[str, ...] = ()
        super().__init__(label, *key, is_optional=is_optional)

    def call(self, label: str) -> None:
        """Change what it is called."""
        self._label = label
        self._add.setAccessibleName(self._adding())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the texts."""
        self._texts = sheet.texts(self.place)
        super().show_sheet(sheet)
        self._frame.setVisible(bool(self._rows))

    def begin(self) -> None:
        """Take the focus."""
        if self._rows:
            self._rows[0].begin()
        else:
            self._add.setFocus()

    def _compose(self) -> None:
        column = stack(Space.HAIR)
        self._frame = surface(self._rows_column, "list")
        if self._is_titled:
            column.addWidget(Text(self._label, "label"))
        column.addWidget(self._frame)
        column.addWidget(self._add)
        self.setLayout(column)

    def _make_row(self) -> Entry:
        row = Entry()
        row.written.connect(partial(self._write, row))
        row.followed.connect(partial(self._follow, row))
        return row

    def _show_row(self, row: Entry, sheet: Sheet, at: int) -> None:
        del sheet
        row.show_entry(self._texts[at], at + 1, self._label, help_for(self._described()))

    def _described(self) -> Place:
        """Return the place whose description is that of the entries."""
        return tuple(one for one in self.place if isinstance(one, str))

    def _write(self, row: Entry, text: str) -> None:
        place = (*self.place, self._rows.index(row))
        self.changed.emit(partial(with_value, place=place, value=text))

    def _follow(self, row: Entry) -> None:
        if self._own:
            self.add(self._rows.index(row) + 1)


class Piece(Movable):
    """A piece of what they say, in one wording or several."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._name = Text("", "small")
        self._texts = Texts("", is_titled=False)
        self._texts.changed.connect(self.changed)
        head, column = beside(0), stack(0)
        head.addWidget(self._name, 1)
        head.addWidget(self.acts)
        column.addLayout(head)
        column.addWidget(self._texts)
        self.setLayout(column)

    def begin(self, which: int | None = None) -> None:
        """Take the focus: on that button, or in the first wording."""
        if which is None or not self.acts.focus(which):
            self._texts.begin()

    def show_piece(self, sheet: Sheet, place: Place, of: str) -> None:
        """Show what stands there; `of` is the name of the list."""
        number = int(place[-1]) + 1
        self._name.say(self.tr("Piece {number}").format(number=number))
        self._texts.call(self.tr("{list}, piece {number}").format(list=of, number=number))
        self._texts.fill(sheet, place)
        words = (
            self.tr("Move piece {number} of “{list}” up"),
            self.tr("Move piece {number} of “{list}” down"),
            self.tr("Remove piece {number} from “{list}”"),
        )
        self.acts.call([one.format(number=number, list=of) for one in words])
        self.acts.reveal(shown=sheet.own)

    def _reveal(self) -> None:
        """Leave the buttons where they are: pieces are few."""


class Pieces(Listing[Piece]):
    """Pieces that come one after another.

    Args:
        label: What they are called.
        key: Where they stand in what they are part of.
        goes_with: What is nothing without them, and goes with the last of them.
    """

    def __init__(self, label: str, *key: str | int, goes_with: str = "") -> None:
        super().__init__(label, *key)
        self._goes_with = goes_with

    def _compose(self) -> None:
        self._rows_column.setSpacing(Space.TIGHT)
        self._add.setText(self.tr("Add a piece"))
        column = stack(Space.TIGHT)
        column.addLayout(self._rows_column)
        column.addWidget(self._add)
        self.setLayout(column)

    def _make_row(self) -> Piece:
        row = Piece()
        row.changed.connect(self.changed)
        return row

    def _show_row(self, row: Piece, sheet: Sheet, at: int) -> None:
        row.show_piece(sheet, (*self.place, at), self._label)

    def _fresh(self) -> Content:
        return [""]

    def _removing(self, at: int) -> Callable[[str], str]:
        is_last = not self._rows
        if self._goes_with and is_last:
            return partial(without, place=(self._goes_with,))
        return super()._removing(at)


def add_button(word: str, name: str) -> Button:
    """Return a quiet button that adds something."""
    button = Button(word, "add", "add")
    button.setAccessibleName(name)
    return button
