"""Lists of what is more than a text: facts, remedies, demands, threats. Each unfolds by itself."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.pages.studio.listing import Listing
from trainer.desktop.pages.studio.part import Column, FormPart
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.rehearsal.rewriting import moved, with_entry, with_key, without

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.rehearsal.rewriting import Content
    from trainer.scenario.reading import Place

__all__ = ["Groups"]


class Groups(Listing[Fold]):
    """A fold a group.

    Args:
        label: What they are called.
        key: Where they stand.
        title: In which of its values each has its title.
        fresh: What a new one has.
        fields: Makes the parts of one.
        stem: What the key of a new one begins with; empty where they are a list.
    """

    def __init__(
        self,
        label: str,
        *key: str | int,
        title: str,
        fresh: Content,
        fields: Callable[[], Sequence[FormPart]],
        stem: str = "",
    ) -> None:
        self._title, self._new, self._fields, self._stem = title, fresh, fields, stem
        self._keys: tuple[str | int, ...] = ()
        super().__init__(label, *key)

    def add(self, at: int | None = None) -> None:
        """Add one at the end, unfold it, and put the focus into it."""
        del at
        end = len(self._rows)
        if self._stem:
            place = (*self.place, self._free_key())
            self.changed.emit(partial(with_key, place=place, content=self._new))
        else:
            self.changed.emit(partial(with_entry, place=self.place, at=end, content=self._new))
        if end < len(self._rows):
            self._rows[end].begin_inside()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show them."""
        keys = sheet.keys(self.place)
        self._keys = keys if self._stem else tuple(range(len(keys)))
        super().show_sheet(sheet)

    def _compose(self) -> None:
        column = stack(Space.TIGHT)
        column.addLayout(self._rows_column)
        column.addWidget(self._add)
        self.setLayout(column)

    def _make_row(self) -> Fold:
        row = Fold("", lambda: Column(self._fields()), is_entry=True)
        row.changed.connect(self.changed)
        return row

    def _show_row(self, row: Fold, sheet: Sheet, at: int) -> None:
        place = (*self.place, self._keys[at])
        titles = sheet.texts((*place, self._title))
        unnamed = self.tr("Number {number}").format(number=at + 1)
        title = next((one for one in titles if one), unnamed)
        row.call(title)
        row.acts.call_after(title, self._label)
        row.fill(sheet, place)

    def _entries(self, sheet: Sheet) -> int:
        return len(sheet.keys(self.place))

    def _moving(self, at: int, by: int) -> Callable[[str], str]:
        return partial(moved, place=(*self.place, self._keys[at]), by=by)

    def _removing(self, at: int) -> Callable[[str], str]:
        place: Place = (*self.place, self._keys[at])
        return partial(without, place=place)

    def _free_key(self) -> str:
        return next(
            key
            for number in count(len(self._keys) + 1)
            if (key := f"{self._stem}-{number}") not in self._keys
        )
