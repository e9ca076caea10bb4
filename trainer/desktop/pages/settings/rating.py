"""What is rated: one's own pace band, and whether fillers and pauses count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.choice import Switch
from trainer.desktop.widgets.layouts import Wrap
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.records.settings import Settings

__all__ = ["RatingPart"]

SLOWEST, FASTEST, STEP = 40, 300, 5


class RatingPart(Part):
    """What is held against the trainee, and what is not."""

    def compose(self) -> None:
        """Put everything in its place."""
        self._usual = (120, 160)
        self._slow = self._box(self.tr("From how many words a minute"))
        self._fast = self._box(self.tr("To how many words a minute"))
        self._back = Button("")
        self._fluency = Switch(
            self.tr("Leave out fluency measures (fillers, pauses)"),
            self.tr(
                "For people who stammer. Fillers, pauses, a slow pace and the silence before an "
                "answer are then neither shown nor scored, and stand in no report. Rehearsals of "
                "yours are rated anew when you open them."
            ),
        )
        self._lay_out()
        self._slow.valueChanged.connect(self._keep_band)
        self._fast.valueChanged.connect(self._keep_band)
        self._back.clicked.connect(lambda: self._keeper.keep(target_wpm=None))
        self._fluency.switched.connect(lambda off: self._keeper.keep(rates_fluency=not off))
        self._bridge.fetch(self, self._services.usual_band, self._show_usual, self.troubled.emit)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._fluency.show_on(not settings.rates_fluency)
        self._back.setEnabled(settings.target_wpm is not None)
        self._show_band(settings.target_wpm or self._usual)

    def _lay_out(self) -> None:
        pace = self.card(
            self.tr("Your pace"),
            self.tr("Within this band your pace is on target; a tenth outside it is amber."),
        )
        row = Wrap(gap=Space.SNUG)
        for word, box in ((self.tr("From"), self._slow), (self.tr("to"), self._fast)):
            label = Text(word)
            label.setWordWrap(False)
            row.addWidget(label)
            row.addWidget(box)
        unit = Text(self.tr("words a minute"))
        unit.setWordWrap(False)
        row.addWidget(unit)
        pace.addLayout(row)
        pace.addWidget(Text(self.tr("Type a number, or use the up and down keys."), "small"))
        pace.addWidget(self._back)
        self.card(self.tr("Fluency")).addWidget(self._fluency)

    @staticmethod
    def _box(name: str) -> QSpinBox:
        box = QSpinBox()
        box.setAccessibleName(name)
        box.setRange(SLOWEST, FASTEST)
        box.setSingleStep(STEP)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setKeyboardTracking(False)  # a number that is being typed is no choice yet
        return box

    def _show_usual(self, band: tuple[int, int]) -> None:
        self._usual = band
        slow, fast = band
        self._back.setText(self.tr("Back to {slow} to {fast}").format(slow=slow, fast=fast))
        if self._keeper.settings is not None:
            self.show_settings(self._keeper.settings)

    def _show_band(self, band: tuple[int, int]) -> None:
        for box, value in zip((self._slow, self._fast), band, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's
            box.setRange(SLOWEST, FASTEST)
            box.setValue(value)
            box.blockSignals(False)  # noqa: FBT003 - Qt's
        self._slow.setMaximum(band[1] - STEP)
        self._fast.setMinimum(band[0] + STEP)

    def _keep_band(self) -> None:
        band = (self._slow.value(), self._fast.value())
        self._keeper.keep(target_wpm=None if band == self._usual else band)
