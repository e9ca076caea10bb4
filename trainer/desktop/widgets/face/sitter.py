"""Whoever is being drawn: their look, how the face is held, and the colours of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from trainer.desktop.widgets.face.sheet import Pose, mixed

if TYPE_CHECKING:
    from trainer.desktop.widgets.face.features import Features
    from trainer.desktop.widgets.face.people import Gallery, Look

__all__ = ["Inks", "Sitter", "inks_of", "sitting"]

TURN, USUAL_TURN, NOD = 0.24, 0.17, 0.13
YOUNG, AGEING_YEARS = 26, 50


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one person."""

    skin: QColor
    shade: QColor
    line: QColor
    lip: QColor
    light: QColor
    iris: QColor
    hair: QColor
    hair_dark: QColor
    hair_light: QColor
    brow: QColor
    beard: QColor
    top: QColor
    over: QColor
    tie: QColor
    glasses: QColor
    hat: QColor


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody with a face held in some way.

    Attributes:
        flush: The colour that cheeks go, by the pressure.
    """

    look: Look
    features: Features
    inks: Inks
    pose: Pose
    flush: QColor

    @property
    def age(self) -> float:
        """How far the years have drawn in the face, 0 to 1."""
        return min(max((self.look.age - YOUNG) / AGEING_YEARS, 0.0), 1.0)

    @property
    def bearded(self) -> bool:
        """Whether chin and cheeks are hidden."""
        return self.look.hair.beard in ("short", "full", "goatee")

    @property
    def drop(self) -> float:
        """How far the chin is lower than at rest."""
        return 7.0 * self.features.mouth_open


def sitting(look: Look, inks: Inks, features: Features, flush: QColor) -> Sitter:
    """Return somebody as they are to be drawn.

    Args:
        look: Who it is.
        inks: Their colours.
        features: How the face is held.
        flush: The ramp's colour for the pressure.
    """
    yaw = USUAL_TURN * look.turn + TURN * features.turn
    pose = Pose(yaw, NOD * features.nod, look.head.width)
    return Sitter(look, features, inks, pose, mixed(flush, inks.shade, 0.3))


def inks_of(look: Look, gallery: Gallery) -> Inks:
    """Return the colours of a look."""
    skin, hair, clothes = gallery.skins[look.skin], look.hair, look.clothes
    base = QColor(gallery.hairs[hair.colour])
    return Inks(
        skin=QColor(skin.base),
        shade=QColor(skin.shade),
        line=QColor(skin.line),
        lip=QColor(skin.lip),
        light=QColor(skin.light),
        iris=QColor(gallery.irises[look.iris]),
        hair=base,
        hair_dark=mixed(base, QColor("#14100f"), 0.38),
        hair_light=mixed(base, QColor("#fff4e0"), 0.26),
        brow=_brow(QColor(gallery.hairs[hair.brow_colour or hair.colour]), QColor(skin.line)),
        beard=QColor(gallery.hairs[hair.beard_colour or hair.colour]),
        top=QColor(gallery.cloths[clothes.colour]),
        over=QColor(gallery.cloths[clothes.over_colour]),
        tie=QColor(gallery.cloths[clothes.tie or clothes.colour]),
        glasses=QColor(gallery.cloths[clothes.glasses_colour]),
        hat=QColor(gallery.cloths[clothes.hat_colour]),
    )


def _brow(hair: QColor, line: QColor) -> QColor:
    pale = hair.lightness() > line.lightness() + 40
    return mixed(hair, line, 0.45) if pale else mixed(hair, QColor("#14100f"), 0.25)
