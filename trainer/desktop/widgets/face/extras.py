"""Glasses, earrings and hats."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from trainer.desktop.widgets.face.sheet import Sheet, flowing, mixed, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["HATS", "RIMS", "draw_earrings", "draw_glasses", "draw_hat"]

INK, WHITE, GOLD = QColor("#14100f"), QColor("#ffffff"), QColor("#cda75a")


@dataclass(frozen=True, slots=True)
class _Rim:
    """A rim's half axes, how round it is from 0 to 1, and how thick."""

    across: float
    high: float
    round: float
    thick: float


RIMS = {
    "round": _Rim(11.6, 11.2, 1.0, 1.5),
    "square": _Rim(12.6, 9.4, 0.42, 2.3),
    "half": _Rim(12.0, 7.4, 0.7, 1.4),
    "large": _Rim(13.6, 12.2, 0.75, 2.0),
}


def draw_glasses(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the glasses, if there are any."""
    worn = sitter.look.clothes
    if worn.glasses == "none":
        return
    shape = RIMS[worn.glasses]
    across, thick = shape.across, shape.thick
    ink, apart = sitter.inks.glasses, 16.4 * sitter.look.head.eyes_apart
    y = 6.5 if worn.glasses == "half" else -0.5
    for side in (-1, 1):
        rim = _rim(sitter, side * apart, y, shape)
        sheet.fill(rim, washed(WHITE, 0.1))
        sheet.line(rim, ink, thick)
        shine = [(side * apart - 7, y - 1), (side * apart - 3.6, y - 5.8)]
        sheet.line(flowing(sitter.pose.all(shine, 3)), washed(WHITE, 0.42), 1.5)
        temple = [(side * (apart + across), y - 3), (side * 37.2, -3.5)]
        sheet.line(flowing(sitter.pose.all(temple, 0)), ink, thick)
    gap = apart - across
    bridge = [(-gap, y - 1.5), (0, y - 4), (gap, y - 1.5)]
    sheet.line(flowing(sitter.pose.all(bridge, 4)), ink, thick)


def draw_earrings(sheet: Sheet, sitter: Sitter) -> None:
    """Draw what hangs from the ears."""
    kind = sitter.look.clothes.earrings
    if kind == "none":
        return
    for side in (-1, 1):
        lobe = QPointF(side * 39.6 * sitter.pose.width - sitter.pose.yaw * 9, 17.5)
        if kind == "studs":
            sheet.dot(lobe, 1.7, 1.7, GOLD)
        else:
            hoop = QPainterPath()
            hoop.addEllipse(lobe + QPointF(0, 6), 5.2, 6.2)
            sheet.line(hoop, GOLD, 1.4)


def draw_hat(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the hat, if there is one."""
    hat = sitter.look.clothes.hat
    if hat != "none":
        HATS[hat](sheet, sitter)


def _rim(sitter: Sitter, x: float, y: float, shape: _Rim) -> QPainterPath:
    across, high = shape.across, shape.high
    hold = 1 - shape.round * 0.45
    path = QPainterPath(sitter.pose.at(x, y - high, 3))
    for sx, sy in ((1, -1), (1, 1), (-1, 1), (-1, -1)):
        level = [(x + sx * across * hold, y + sy * high), (x + sx * across, y + sy * high * hold)]
        if sx * sy < 0:  # from above or below to the side
            points = [*level, (x + sx * across, y)]
        else:
            points = [*reversed(level), (x, y + sy * high)]
        path.cubicTo(*sitter.pose.all(points, 3))
    path.closeSubpath()
    return path


def _draw_beanie(sheet: Sheet, sitter: Sitter) -> None:
    ink = sitter.inks.hat
    dome = [(-42, -34), (-40, -58), (-24, -76), (2, -81), (26, -75), (41, -57), (42, -34), (0, -40)]
    cuff = [
        (-42, -27),
        (-43.5, -36),
        (-41.5, -45),
        (-20, -50),
        (0, -51.5),
        (20, -50),
        (41.5, -45),
        (43.5, -36),
        (42, -27),
        (20, -33),
        (0, -34.5),
        (-20, -33),
    ]
    sheet.fill(flowing(sitter.pose.all(dome, -6), closed=True), ink)
    for x in (-26, -13, 0, 13, 26):
        rib = flowing(sitter.pose.all([(x * 1.1, -50), (x, -64), (x * 0.6, -75)], -6))
        sheet.line(rib, washed(INK, 0.2), 1.2)
    edge = flowing(sitter.pose.all(cuff, -6), closed=True)
    sheet.edged(edge, mixed(ink, WHITE, 0.12), washed(INK, 0.35), 0.9)
    for x in range(-36, 40, 6):
        rib = flowing(sitter.pose.all([(x, -35 + abs(x) / 9), (x, -47 + abs(x) / 9)], -6))
        sheet.line(rib, washed(INK, 0.16), 1.0)


def _draw_cap(sheet: Sheet, sitter: Sitter) -> None:
    ink = sitter.inks.hat
    crown = [
        (-43, -30),
        (-47, -46),
        (-36, -66),
        (-8, -76),
        (20, -73),
        (42, -58),
        (47, -42),
        (43, -30),
        (0, -36),
    ]
    peak = [
        *2 * [(-39, -31)],
        (-30, -42),
        (0, -47),
        (30, -42),
        *2 * [(39, -31)],
        (26, -29),
        (0, -31.5),
        (-26, -29),
    ]
    sheet.fill(flowing(sitter.pose.all(crown, -6), closed=True), ink)
    for seam in ([(-40, -52), (-14, -63), (10, -74)], [(42, -50), (24, -60), (8, -74)]):
        sheet.line(flowing(sitter.pose.all(seam, -6)), washed(INK, 0.28), 1.1)
    edge = flowing(sitter.pose.all(peak, 2), closed=True)
    shadow = edge.translated(0, 4)
    sheet.fill(shadow, washed(sitter.inks.shade, 0.6))
    sheet.edged(edge, mixed(ink, INK, 0.22), washed(INK, 0.45), 0.9)


HATS = {"beanie": _draw_beanie, "cap": _draw_cap}
