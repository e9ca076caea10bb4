"""What is chosen from a few words: competences to tick, and needs in their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from trainer.desktop import wording
from trainer.desktop.pages.studio.entry import Movable
from trainer.desktop.pages.studio.listing import Listing, add_button
from trainer.desktop.pages.studio.part import FormPart
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import Grid, Wrap, beside, clear, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.outline import outline
from trainer.rehearsal.rewriting import moved, with_entry, with_key, without
from trainer.scenario.kinds import Competence, Need
from trainer.scenario.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from trainer.desktop.pages.studio.sheet import Sheet

__all__ = ["Competences", "Needs"]

TICK_WIDTH = 210
NEEDS = ("needs",)
USUAL: tuple[str, ...] = Scenario.model_fields["needs"].default


class Competences(FormPart):
    """A tick for each thing that can be practised."""

    def __init__(self) -> None:
        super().__init__("competences")
        self._boxes: dict[str, QCheckBox] = {}
        self._there: tuple[str, ...] = ()
        grid = Grid(TICK_WIDTH, gap=Space.HAIR, even=False)
        for one in Competence:
            box = QCheckBox(wording.competence(one))
            box.setAccessibleDescription(one.value)
            box.clicked.connect(partial(self._choose, one.value, box))
            self._boxes[one.value] = box
            grid.addWidget(box)
        self.setLayout(grid)

    def show_sheet(self, sheet: Sheet) -> None:
        """Tick what the text names."""
        self._there = sheet.texts(self.place)
        for name, box in self._boxes.items():
            box.setChecked(name in self._there)
            box.setEnabled(sheet.own)

    def _choose(self, name: str, box: QCheckBox) -> None:
        if box.isChecked():
            end = len(self._there)
            self.changed.emit(partial(with_entry, place=self.place, at=end, content=name))
        else:
            place = (*self.place, self._there.index(name))
            self.changed.emit(partial(without, place=place))


class _NeedRow(Movable):
    """A need."""

    def __init__(self) -> None:
        super().__init__()
        self._word = Text("", "entry")
        row = beside(0)
        row.addWidget(self._word, 1)
        row.addWidget(self.acts)
        self.setLayout(row)

    def main(self) -> QWidget:
        """Return what takes the focus when a button can't."""
        return self._word

    def begin(self, which: int | None = None) -> None:
        """Put the focus on that button, or on one that can be pressed."""
        wished = [one for one in (which, 2) if one is not None]
        any(self.acts.focus(one) for one in wished)

    def show_need(self, name: str, of: str, *, own: bool) -> None:
        """Show a need."""
        self._word.say(name)
        self.acts.call_after(name, of)
        self.acts.reveal(shown=own)

    def _reveal(self) -> None:
        """Leave the buttons where they are: there is nothing else to press."""


class Needs(Listing[_NeedRow]):
    """The needs in the order in which they say what is missing."""

    def __init__(self, label: str) -> None:
        self._there: tuple[str, ...] = USUAL
        super().__init__(label, *NEEDS)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show those that the text names, or the usual ones; offer the others."""
        self._there = sheet.texts(NEEDS) if sheet.has(NEEDS) else tuple(map(str, USUAL))
        super().show_sheet(sheet)
        self._add.hide()
        self._frame.setVisible(bool(self._rows))
        self._offer(sheet)

    def _compose(self) -> None:
        column = stack(Space.TIGHT)
        self._offers = Wrap(gap=Space.HAIR)
        self._offered: tuple[Need, ...] = ()
        self._frame = surface(self._rows_column, "list")
        column.addWidget(self._frame)
        column.addLayout(self._offers)
        self.setLayout(column)
        self._add.setParent(self)

    def _offer(self, sheet: Sheet) -> None:
        offered = tuple(one for one in Need if one not in self._there) if sheet.own else ()
        if offered == self._offered:
            return
        self._offered = offered
        clear(self._offers)
        for one in offered:
            word = wording.need(one)
            name = self.tr("Add “{entry}” to “{list}”").format(entry=word, list=self._label)
            button = add_button(word, name)
            button.clicked.connect(partial(self._choose, one.value))
            self._offers.addWidget(button)
            button.show()

    def _choose(self, name: str) -> None:
        end = len(self._there)
        self.changed.emit(_explicit(partial(with_entry, place=NEEDS, at=end, content=name)))
        if self._rows:
            self._rows[-1].begin()

    def _make_row(self) -> _NeedRow:
        return _NeedRow()

    def _show_row(self, row: _NeedRow, sheet: Sheet, at: int) -> None:
        row.show_need(wording.need(self._there[at]), self._label, own=sheet.own)

    def _entries(self, sheet: Sheet) -> int:
        del sheet
        return len(self._there)

    def _moving(self, at: int, by: int) -> Callable[[str], str]:
        return _explicit(partial(moved, place=(*NEEDS, at), by=by))

    def _removing(self, at: int) -> Callable[[str], str]:
        return _explicit(partial(without, place=(*NEEDS, at)))


def _explicit(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a change that first writes down the usual needs where the text leaves them out."""

    def changed(text: str) -> str:
        there = NEEDS in outline(text)
        return change(text if there else with_key(text, NEEDS, tuple(map(str, USUAL))))

    return changed
