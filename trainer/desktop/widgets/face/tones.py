"""The colours round a face, which the window's theme decides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from trainer.desktop.tokens import Palette
from trainer.desktop.widgets.face.sheet import mixed

__all__ = ["Tones"]

HALF = 50


@dataclass(frozen=True, slots=True)
class Tones:
    """The disc that a face stands on, and the ramp that cheeks flush by."""

    ground: QColor
    calm: QColor
    tense: QColor
    furious: QColor

    @classmethod
    def of(cls, palette: Palette) -> Tones:
        """Return the colours of a theme."""
        colours = (palette.backdrop, palette.calm, palette.tense, palette.furious)
        return cls(*(QColor(colour) for colour in colours))

    def at(self, pressure: float) -> QColor:
        """Return the ramp's colour at a pressure, 0 to 100."""
        if pressure < HALF:
            return mixed(self.calm, self.tense, pressure / HALF)
        return mixed(self.tense, self.furious, pressure / HALF - 1)
