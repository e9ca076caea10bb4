"""Before the marks of an assessment are shown: how it went, as the trainee sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QSlider, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, beside, leading, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Marks

if TYPE_CHECKING:
    from trainer.records.store import StoredRehearsal

__all__ = ["OwnMarks"]

NAMES = ("listening", "calming", "steps", "pacing", "outcome")
MIDDLE, STEP, PAGE_STEP = 60, 5, 20


class OwnMarks(Page):
    """The five scales, to mark oneself on before anybody else's marks are seen.

    Signals: `marked` carries the marks, `skipped` says that the person would rather not.
    """

    marked = Signal(object)
    skipped = Signal()

    def __init__(self, stored: StoredRehearsal, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it went, as you see it"), parent)
        self._scales = {name: _Scale(wording.measure(name)) for name in NAMES}
        self._show_marks = Button(self.tr("Show me the marks"), kind="primary")
        self._show_marks.clicked.connect(self._mark)
        self._skip = Button(self.tr("Skip"), kind="link")
        self._skip.clicked.connect(self.skipped)
        self._compose(stored.summary.scenario_title)

    def arrive(self) -> None:
        """Put the focus on the first scale."""
        self._scales[NAMES[0]].slider.setFocus()

    def _compose(self, title: str) -> None:
        self.column.addWidget(Text(title, "small"))
        self.column.addWidget(Text(self.tr("How do you think it went?"), "title"))
        told = self.tr("Mark yourself first; then you see how it was rated, side by side.")
        self.column.addWidget(Text(told, "soft"))
        rows = stack(Space.ROOM, Space.WIDE)
        for scale in self._scales.values():
            rows.addWidget(scale)
        scales, around = QWidget(), stack(0)
        around.addWidget(surface(rows))
        scales.setLayout(around)
        self.column.addLayout(leading(scales))
        foot = Wrap(gap=Space.ROOM)
        foot.addWidget(self._show_marks)
        foot.addWidget(self._skip)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _mark(self) -> None:
        self._show_marks.setEnabled(False)
        self.marked.emit(Marks(**{name: scale.mark for name, scale in self._scales.items()}))


class _Scale(QFrame):
    """One scale: a slider from 0 to 100 with its word, or no answer."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(PAGE_STEP)
        self.slider.setValue(MIDDLE)
        self.slider.setAccessibleName(name)
        self._said = Text(kind="small")
        self._silent = QCheckBox(self.tr("I'd rather not say"))
        self._silent.setAccessibleDescription(name)
        self.slider.valueChanged.connect(self._tell)
        self._silent.toggled.connect(self._tell)
        column, row = stack(Space.HAIR), beside(Space.ROOM)
        row.addWidget(Text(name, "strong"), 1)
        row.addWidget(self._said, 1)
        row.addWidget(self._silent)
        column.addLayout(row)
        column.addWidget(self.slider)
        self.setLayout(column)
        self._tell()

    @property
    def mark(self) -> int | None:
        """What the person gives themselves; None for no answer."""
        return None if self._silent.isChecked() else self.slider.value()

    def _tell(self, *_: object) -> None:
        self.slider.setEnabled(not self._silent.isChecked())
        words = wording.mark(self.mark) if self.mark is not None else self.tr("no answer")
        self._said.say(words)
        self.slider.setAccessibleDescription(words)
