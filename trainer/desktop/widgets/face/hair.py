"""Hair as shapes with a few strands, and beards that follow the jaw."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QTransform

from trainer.desktop.widgets.face.hair_shapes import STYLES, HairShape, Points
from trainer.desktop.widgets.face.head import chin_half, jaw_half
from trainer.desktop.widgets.face.mouth import mouth_half, mouth_level
from trainer.desktop.widgets.face.sheet import Sheet, flowing, mixed, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = [
    "BEARDS",
    "draw_back",
    "draw_beard",
    "draw_front",
    "draw_locks",
    "draw_moustache",
]

WILD = 2.0  # curls of this size and more are seen at the forehead too
_MOUSTACHES = {
    "stubble": (1.15, 0.4),
    "moustache": (1.32, 2.4),
    "full": (1.35, 2.0),
    "goatee": (1.22, 0.9),
}
BEARDS = ("none", "stubble", "moustache", "short", "goatee", "full")
_COVERS = {"stubble": 0.24, "short": 0.86, "goatee": 0.86}


def draw_back(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the hair behind head and neck."""
    style = _style(sitter)
    for points in style.back:
        shade = mixed(sitter.inks.hair, sitter.inks.hair_dark, 0.75)
        sheet.fill(_shape(sitter, points, style.curl), shade)


def draw_locks(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the hair in front of the shoulders."""
    style = _style(sitter)
    for points in style.locks:
        shape = _shape(sitter, points, style.curl)
        sheet.edged(shape, sitter.inks.hair, washed(sitter.inks.hair_dark, 0.6), 1.2)
        for strand in (*style.dark, *style.light):
            if strand[-1][1] > 60 and (strand[-1][0] > 0) == (points[0][0] > 0):
                sheet.line(
                    flowing(_placed(sitter, strand)), washed(sitter.inks.hair_dark, 0.55), 1.1
                )


def draw_front(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the hair on the head, with its shadow on the forehead."""
    style, inks = _style(sitter), sitter.inks
    shadow = QLinearGradient(0, -22, 0, 4)  # on the forehead only
    shadow.setColorAt(0, washed(inks.shade, 0.6))
    shadow.setColorAt(1, washed(inks.shade, 0))
    inwards = QTransform(0.95, 0, 0, 1, 0, 2.6)  # or it shows on the ground beside the hair
    shapes = [_shape(sitter, points, style.curl) for points in style.front]
    for shape in shapes:
        if style.cover == 1:
            sheet.fill(inwards.map(shape), shadow)
    for shape in shapes:
        light = _lit(shape.boundingRect(), sitter, style.cover)
        if style.cover == 1:
            sheet.edged(shape, light, washed(inks.hair_dark, 0.5), 1.0)
        else:
            sheet.fill(shape, light)
    if style.cover == 1:
        _draw_strands(sheet, sitter, style)


def draw_beard(sheet: Sheet, sitter: Sitter) -> None:
    """Draw what grows on chin and cheeks."""
    kind, ink = sitter.look.hair.beard, sitter.inks.beard
    match kind:
        case "stubble":
            shade = QLinearGradient(0, 14, 0, 34)
            shade.setColorAt(0, washed(ink, 0))
            shade.setColorAt(1, washed(ink, 0.26))
            sheet.fill(_beard(sitter, 0.0, 18), shade)
        case "short":
            sheet.fill(_beard(sitter, 1.2, 22), washed(ink, 0.86))
        case "full":
            shape = _beard(sitter, 8.0, 19)
            sheet.fill(shape, ink)
            _draw_beard_strands(sheet, sitter)
        case "goatee":
            sheet.fill(_goatee(sitter), washed(ink, 0.86))
        case _:
            return


def draw_moustache(sheet: Sheet, sitter: Sitter) -> None:
    """Draw what grows on the upper lip."""
    kind, ink = sitter.look.hair.beard, sitter.inks.beard
    if kind == "none":
        return
    f, half = sitter.features, mouth_half(sitter)
    wide, deep = _MOUSTACHES.get(kind, (1.0, 0.5))
    level = mouth_level(sitter) - 2.6 * f.mouth_open - 1.2 * f.sneer
    end = (half * wide, mouth_level(sitter) + 1.0 - 3.4 * f.corner)
    right = [
        (2.0, level - 9.2),
        (half * 0.45, level - 8.2),
        (half * 0.8 * wide, level - 4.2),
        *2 * [end],
        (half * 0.62, level - 2.6 + deep),
        (half * 0.3, level - 3.6 + deep),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    shape = flowing(sitter.pose.all([*right, (0, level - 4.4 + deep), *left], 4), closed=True)
    sheet.fill(shape, washed(ink, _COVERS.get(kind, 1.0)))
    if kind == "moustache":
        dark = washed(mixed(ink, QColor("#14100f"), 0.45), 0.5)
        for s in (-1, 1):
            strand = [
                (s * 2.5, level - 7.5),
                (s * half * 0.5, level - 6),
                (s * half * 0.85, level - 1.5),
            ]
            sheet.line(flowing(sitter.pose.all(strand, 4)), dark, 0.8)


def _style(sitter: Sitter) -> HairShape:
    return STYLES[sitter.look.hair.style]


def _placed(sitter: Sitter, points: Points) -> list[QPointF]:
    return sitter.pose.all(points, -6)


def _shape(sitter: Sitter, points: Points, curl: float) -> QPainterPath:
    placed = _placed(sitter, points)
    return flowing(_curled(placed, curl) if curl else placed, closed=True)


def _curled(points: list[QPointF], curl: float) -> list[QPointF]:
    """Return an outline that bulges between notches."""
    curled: list[QPointF] = []
    for start, end in zip(points, [*points[1:], points[0]], strict=True):
        along = end - start
        long = math.hypot(along.x(), along.y())
        if curl < WILD and _is_inside(start) and _is_inside(end):
            curled.append(start)
            continue
        pieces = max(1, round(long / (curl * 4.2)))
        out = QPointF(along.y(), -along.x()) * (curl / (long or 1))
        for piece in range(pieces):
            notch = start + along * (piece / pieces)
            curled += [notch, notch, start + along * ((piece + 0.5) / pieces) + out]
    return curled


def _is_inside(point: QPointF) -> bool:
    return math.hypot(point.x() / 38.5, point.y() / 60) < 1


def _lit(box: QRectF, sitter: Sitter, cover: float) -> QLinearGradient:
    inks = sitter.inks
    light = QLinearGradient(box.topLeft(), box.bottomRight())
    for share, colour in (
        (0.0, mixed(inks.hair, inks.hair_light, 0.45)),
        (0.38, inks.hair),
        (0.62, inks.hair),
        (0.78, mixed(inks.hair, inks.hair_dark, 0.6)),
    ):
        light.setColorAt(share, washed(colour, cover))
    return light


def _draw_strands(sheet: Sheet, sitter: Sitter, style: HairShape) -> None:
    for strands, ink, alpha in (
        (style.dark, sitter.inks.hair_dark, 0.7),
        (style.light, sitter.inks.hair_light, 0.6),
    ):
        for strand in strands:
            if strand[-1][1] <= 60:
                sheet.line(flowing(_placed(sitter, strand)), washed(ink, alpha), 1.2)


def _beard(sitter: Sitter, thick: float, top: float) -> QPainterPath:
    shape, drop, half = sitter.look.head, sitter.drop, mouth_half(sitter)
    long = shape.length
    jaw = jaw_half(sitter) + thick * 0.35
    chin = chin_half(sitter) + thick * 0.6
    lip = mouth_level(sitter)
    right = [
        (37.6, 0.0),
        (37.6 + thick * 0.15, 8.0),
        (35.6 + 1.5 * shape.full + thick * 0.2, 22 * long),
        (jaw, 38 * long + drop * 0.6),
        (chin, 51 * long + drop + thick * 0.8),
    ]
    inner = [
        *2 * [(35.2, 0.0)],
        (33.5, 10.0),
        (28.5, top + 1.0),
        (half + 6.0, top + 4.5),
        (half + 1.0, lip - 5),
        *2 * [(0.0, lip - 8.5)],
    ]
    around = [*right[::-1], *inner]
    left = [(-x, y) for x, y in reversed(around)]
    points = [(0.0, 54.5 * long + drop + thick), *around, *left[1:]]
    return flowing(sitter.pose.all(points), closed=True)


def _goatee(sitter: Sitter) -> QPainterPath:
    long, drop, half = sitter.look.head.length, sitter.drop, mouth_half(sitter)
    lip = mouth_level(sitter)
    corner = lip + 0.8 - 3.4 * sitter.features.corner
    right = [
        (8.5, 53.5 * long + drop),
        (half + 0.4, 46.5 * long + drop * 0.8),
        (half + 3.4, lip + 6 + drop * 0.3),
        *2 * [(half + 3.0, corner - 2.5)],
        (half + 0.2, corner + 2.5),
        (half * 0.66, lip + 8 + drop),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    points = [(0, 55.5 * long + drop), *right, (0, lip + 8.6 + drop * 1.6), *left]
    return flowing(sitter.pose.all(points, 2), closed=True)


def _draw_beard_strands(sheet: Sheet, sitter: Sitter) -> None:
    drop, at = sitter.drop, sitter.pose.at
    light = washed(mixed(sitter.inks.beard, QColor("#ffffff"), 0.35), 0.6)
    dark = washed(mixed(sitter.inks.beard, QColor("#14100f"), 0.45), 0.5)
    for x in (-22, -13, -5, 4, 12, 21):
        y = 46 - abs(x) * 0.4 + drop
        strand = flowing([at(x, y), at(x * 0.94, y + 6), at(x * 0.8, y + 12)])
        sheet.line(strand, light if x < 0 else dark, 1.0)


def _up(points: list[QPointF], by: float) -> list[QPointF]:
    return [point - QPointF(0, by) for point in points]
