"""The strip of the last twenty seconds with the names of its lanes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.strip import LANES_APART, Strip
from trainer.desktop.widgets.text import Text

__all__ = ["LastSeconds"]


class LastSeconds(QWidget):
    """The customer above, you below."""

    def __init__(self, customer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = self.tr("The last 20 seconds: {name} above, you below")
        self.strip = Strip(told.format(name=customer))
        names, row = stack(LANES_APART), beside(Space.SNUG)
        who = wording.short_name(customer)
        for text, kind in ((who, "lane-customer"), (self.tr("You"), "lane-you")):
            name = Text(text, kind)
            names.addWidget(name, 1)
        row.addLayout(names)
        row.addWidget(self.strip, 1)
        self.setLayout(row)
