"""A portrait that keeps still: for cards and lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from trainer.desktop.tokens import LIGHT
from trainer.desktop.widgets.face.drawing import Drawing
from trainer.desktop.widgets.face.gallery import bundled
from trainer.desktop.widgets.face.moods import features_at
from trainer.desktop.widgets.face.sitter import inks_of, sitting
from trainer.desktop.widgets.face.tones import Tones
from trainer.desktop.widgets.ink import ink

__all__ = ["Portrait", "portrait"]

AT_REST = 22  # the pressure that a portrait shows unless told otherwise


def portrait(  # noqa: PLR0913 - all that a picture depends on
    person: str,
    age: int | None,
    side_px: int,
    pressure: int = AT_REST,
    *,
    tones: Tones | None = None,
    ratio: float = 1.0,
) -> QPixmap:
    """Return a picture of a customer.

    Args:
        person: The customer's name, as in the scenario.
        age: In years, if it is known.
        side_px: Width and height, in px of the window.
        pressure: What the face shows, 0 to 100.
        tones: The theme's colours; None for those of the light one.
        ratio: Pixels of the screen to a px of the window.
    """
    shown = tones or Tones.of(LIGHT)
    look = bundled().look_of(person, age)
    sitter = sitting(look, inks_of(look, bundled()), features_at(pressure), shown.at(pressure))
    pixels = max(1, round(side_px * ratio))
    picture = QPixmap(pixels, pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    Drawing().draw(painter, QRectF(0, 0, side_px, side_px), sitter, shown.ground)
    painter.end()
    return picture


class Portrait(QWidget):
    """A customer's picture, as large as the style sheet says.

    Whoever shows it says the name beside it: to a screen reader it is no more than decoration.
    """

    ground_ink = ink("_ground", "_forget")
    calm_ink = ink("_calm", "_forget")
    tense_ink = ink("_tense", "_forget")
    furious_ink = ink("_furious", "_forget")

    def __init__(
        self,
        person: str,
        age: int | None = None,
        pressure: int = AT_REST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._person, self._age, self._pressure = person, age, pressure
        self._ground, self._calm, self._tense, self._furious = (QColor() for _ in range(4))
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, drawn once for each size and theme."""
        del event
        side, ratio = min(self.width(), self.height()), self.devicePixelRatioF()
        if self._picture.width() != max(1, round(side * ratio)):
            tones = Tones(self._ground, self._calm, self._tense, self._furious)
            self._picture = portrait(
                self._person, self._age, side, self._pressure, tones=tones, ratio=ratio
            )
        painter = QPainter(self)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, self._picture)
        painter.end()

    def _forget(self) -> None:
        self._picture = QPixmap()
        self.update()
