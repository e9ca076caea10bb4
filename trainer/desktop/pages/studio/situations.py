"""What the customer says, by situation; each unfolds with when it is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.desktop import wording
from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.pages.studio.listing import Pieces, Texts
from trainer.desktop.pages.studio.part import FormPart, help_for
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text
from trainer.scenario.kinds import Need
from trainer.scenario.lines import Lines
from trainer.scenario.scenario import ALWAYS_SAID

if TYPE_CHECKING:
    from trainer.desktop.pages.studio.sheet import Sheet

__all__ = ["Situations"]

STILL_MISSING, VENT = "still_missing", "vent"


class Situations(FormPart):
    """A fold a situation, in the order of the format."""

    def __init__(self) -> None:
        super().__init__("lines")
        self._folds: dict[str, Fold] = {}
        column = stack(0)
        for key in Lines.model_fields:
            fold = Fold(key.replace("_", " "), partial(_Situation, key))
            fold.explain(help_for(("lines", key)))
            fold.changed.connect(self.changed)
            self._folds[key] = fold
            column.addWidget(fold)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Tell how many lines each has, and show those of what is unfolded."""
        for key, fold in self._folds.items():
            lines = sheet.length(("lines", key))
            fold.call(key.replace("_", " "), str(lines) if lines else "")
            fold.fill(sheet, self.place)


class _Situation(FormPart):
    """When it is said, and the lines."""

    def __init__(self, key: str) -> None:
        super().__init__()
        name = key.replace("_", " ")
        self._lines: FormPart
        if key == VENT:
            self._lines = Pieces(name, key)
        elif key == STILL_MISSING:
            self._lines = _Missing()
        else:
            self._lines = Texts(name, key, is_titled=False)
        self._lines.changed.connect(self.changed)
        column = stack(Space.TIGHT)
        column.addWidget(Text(help_for(("lines", key)), "soft"))
        column.addWidget(self._lines)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the lines."""
        self._lines.fill(sheet, self.place)


class _Missing(FormPart):
    """Lines for each need that has some, or wants some."""

    def __init__(self) -> None:
        super().__init__(STILL_MISSING)
        self._texts: dict[str, Texts] = {}
        column = stack(Space.SNUG)
        for need in Need:
            texts = Texts(wording.need(need), need.value)
            texts.changed.connect(self.changed)
            self._texts[need.value] = texts
            column.addWidget(texts)
        self.setLayout(column)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show them."""
        wanted = set(sheet.texts(("needs",))) - ALWAYS_SAID
        for need, texts in self._texts.items():
            texts.fill(sheet, self.place)
            texts.setVisible(need in wanted or sheet.has(texts.place))
