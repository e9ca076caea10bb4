"""Neck, ears and the head itself: flesh in two tones, flush, and what the years have drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QRadialGradient

from trainer.desktop.widgets.face.mouth import mouth_half, mouth_level
from trainer.desktop.widgets.face.sheet import Point, Sheet, flowing, mixed, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["draw_cheeks", "draw_ears", "draw_head", "draw_lines", "draw_neck", "outline"]

REST = 0.05  # of the colour in calm cheeks


def outline(sitter: Sitter) -> QPainterPath:
    """Return the shape of the head."""
    return flowing(sitter.pose.all(_points(sitter)), closed=True)


def draw_neck(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the neck, and the head's shadow on it."""
    half, inks = neck_half(sitter), sitter.inks
    lean = sitter.pose.yaw * 12
    left, right = -half + lean, half + lean
    neck = flowing(
        [
            *2 * [QPointF(left + 1, 25)],
            QPointF(left, 50),
            QPointF(left - 4 - lean / 2, 68),
            *2 * [QPointF(left - 14 - lean, 80)],
            *2 * [QPointF(0, 100)],
            *2 * [QPointF(right + 14 - lean, 80)],
            QPointF(right + 4 - lean / 2, 68),
            QPointF(right, 50),
            *2 * [QPointF(right - 1, 25)],
        ],
        closed=True,
    )
    sheet.fill(neck, inks.skin)
    shadow = [
        *2 * [QPointF(left + 1, 40)],
        *2 * [QPointF(right, 40)],
        *2 * [QPointF(right + 2, 66)],
        QPointF(lean + 8, 70),
        QPointF(left * 0.4, 62),
        *2 * [QPointF(left, 52)],
    ]
    sheet.fill(flowing(shadow, closed=True), inks.shade)
    cord = flowing([QPointF(left + 5, 62), QPointF(left + 8, 74), QPointF(-4, 86)])
    sheet.line(cord, washed(inks.line, 0.08 + 0.3 * sitter.features.jaw), 1.1)
    other = flowing([QPointF(right - 5, 62), QPointF(right - 8, 74), QPointF(5, 86)])
    sheet.line(other, washed(inks.line, 0.1 + 0.3 * sitter.features.jaw), 1.1)


def neck_half(sitter: Sitter) -> float:
    """Return half the neck's width."""
    return 19.5 * sitter.look.head.build


def jaw_half(sitter: Sitter) -> float:
    """Return half the width between the corners of the jaw."""
    shape = sitter.look.head
    return 22.3 + 8.6 * shape.jaw + 3.0 * shape.full + sitter.features.jaw


def chin_half(sitter: Sitter) -> float:
    """Return half the chin's width."""
    return 8.6 + 7.6 * sitter.look.head.jaw + 2.4 * sitter.look.head.full


def draw_ears(sheet: Sheet, sitter: Sitter) -> None:
    """Draw both ears."""
    size, inks = sitter.look.head.ears, sitter.inks
    for side in (-1, 1):
        rim = [(37, -8), (43.5, -11), (46, -3), (44, 8), (41, 14), (35, 16), (30, 6), (31, -4)]
        points = [(side * (37 + (x - 37) * size), 2 + (y - 2) * size) for x, y in rim]
        ear = flowing([_ear_at(sitter, x, y) for x, y in points], closed=True)
        sheet.fill(ear, inks.skin if side < 0 else inks.shade)
        sheet.fill(ear, washed(sitter.flush, 0.5 * sitter.features.flush))
        fold = [(side * x, y) for x, y in ((39.5, -5), (42.5, -5), (42, 3), (39.5, 8))]
        sheet.line(flowing([_ear_at(sitter, x, y) for x, y in fold]), washed(inks.line, 0.45), 1.1)


def draw_head(sheet: Sheet, sitter: Sitter) -> None:
    """Fill the head, lit from the upper left."""
    inks, head = sitter.inks, outline(sitter)
    light = QLinearGradient(sitter.pose.at(-32, -22), sitter.pose.at(40, 14))
    red = 0.13 * sitter.features.flush
    tones = ((0.0, inks.light), (0.32, inks.skin), (0.7, inks.skin), (0.86, inks.shade))
    for share, colour in tones:
        light.setColorAt(share, mixed(colour, sitter.flush, red))
    sheet.edged(head, light, washed(inks.line, 0.5), 1.2)


def draw_cheeks(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the flush on the cheeks."""
    flush = sitter.features.flush
    for side in (-1, 1):
        centre, spot = sitter.pose.at(side * 18.5, 14.5), QPainterPath()
        spot.addEllipse(centre, 17.5, 17.5)
        sheet.fill(spot, _glow(sitter, centre, REST + 0.46 * flush))


def draw_lines(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the folds that years and moods have left."""
    _draw_folds(sheet, sitter)
    _draw_forehead(sheet, sitter)
    _draw_furrow(sheet, sitter)
    _draw_chin(sheet, sitter)
    _draw_freckles(sheet, sitter)


def _points(sitter: Sitter) -> list[Point]:
    shape, drop = sitter.look.head, sitter.drop
    jaw = jaw_half(sitter)
    chin = chin_half(sitter)
    long = shape.length
    right: list[Point] = [
        (22, -55),
        (34.5, -39),
        (38, -14),
        (37.4, 6),
        (35.2 + 1.5 * shape.full, 22 * long),
        (jaw, 38 * long + drop * 0.6),
        (chin, 50.5 * long + drop),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    return [(0, -60), *right, (0, 54 * long + drop), *left]


def _ear_at(sitter: Sitter, x: float, y: float) -> QPointF:
    turned = sitter.pose.yaw * 9 * (-1 if abs(x) > 30 else 1)
    return QPointF(x * sitter.pose.width + turned, y + 2 - sitter.pose.pitch * 10)


def _glow(sitter: Sitter, centre: QPointF, alpha: float) -> QRadialGradient:
    glow = QRadialGradient(centre, 17.5)
    glow.setColorAt(0, washed(sitter.flush, alpha))
    glow.setColorAt(0.5, washed(sitter.flush, alpha * 0.6))
    glow.setColorAt(1, washed(sitter.flush, 0))
    return glow


def _draw_folds(sheet: Sheet, sitter: Sitter) -> None:
    f, age, at = sitter.features, sitter.age, sitter.pose.at
    smile, wide = max(f.corner, 0.0), 2.5 * f.mouth_width
    alpha = 0.05 + 0.42 * age + 0.55 * f.sneer + 0.3 * smile
    for side in (-1, 1):
        top = (side * (11.5 + f.sneer), 14.5 - 2.5 * f.sneer)
        middle = (side * (17.5 + wide + smile), 23 - f.sneer)
        end = (side * (19.5 + wide + smile * 1.5), 32 + 2 * f.sneer)
        fold = flowing([at(*top), at(*middle), at(*end)])
        sheet.line(fold, washed(sitter.inks.line, alpha * 0.75), 1.2)
        droop = max(0.4 * (age - 0.3), -0.5 * f.corner)
        if droop > 0.05 and not sitter.bearded:
            half, y = mouth_half(sitter) + 2.2, mouth_level(sitter) - 4.4 * f.corner
            line = flowing(
                [
                    at(side * half, y + 1),
                    at(side * (half + 1.4), y + 5),
                    at(side * (half + 0.8), y + 9),
                ]
            )
            sheet.line(line, washed(sitter.inks.line, droop), 1.1)


def _draw_forehead(sheet: Sheet, sitter: Sitter) -> None:
    f, at = sitter.features, sitter.pose.at
    lifted = 0.3 * max(f.brow_height - 0.15, 0)
    alpha = (0.4 * max(sitter.age - 0.32, 0) + lifted) * (1 - 0.6 * f.furrow)
    if alpha < 0.03:
        return
    dip = -2.2 + 3 * f.furrow
    for y, half in ((-31, 17), (-26.5, 20), (-36, 12)):
        line = flowing(
            [at(-half, y), at(-half / 2, y - 1), at(0, y + dip), at(half / 2, y - 1), at(half, y)]
        )
        sheet.line(line, washed(sitter.inks.line, alpha), 1.0)


def _draw_furrow(sheet: Sheet, sitter: Sitter) -> None:
    f, at, ink = sitter.features, sitter.pose.at, sitter.inks.line
    alpha = min(0.9 * f.furrow + 0.12 * sitter.age, 0.85)
    if alpha < 0.06:
        return
    low = -12 + 2.5 * f.brow_angle
    for side, long in ((-1, 9), (1, 11)):
        line = flowing(
            [at(side * 3.4, low - long), at(side * 2.6, low - long / 2), at(side * 3.8, low)]
        )
        sheet.line(line, washed(ink, alpha), 1.3)
    if f.sneer > 0.3:
        for y in (-5.5, -2.5):
            fold = flowing([at(-3.6, y + 0.6), at(0, y - 0.8), at(3.6, y + 0.6)])
            sheet.line(fold, washed(ink, 0.4 * f.sneer), 1.0)


def _draw_chin(sheet: Sheet, sitter: Sitter) -> None:
    if sitter.bearded:
        return
    f, at, y = sitter.features, sitter.pose.at, 43.5 * sitter.look.head.length + sitter.drop
    dent = flowing([at(-5.5, y - 0.6), at(0, y - 2 + f.jaw), at(5.5, y - 0.6)])
    sheet.line(dent, washed(sitter.inks.line, 0.2 + 0.3 * max(f.press, f.jaw)), 1.2)


def _draw_freckles(sheet: Sheet, sitter: Sitter) -> None:
    if not sitter.look.freckles:
        return
    spots = ((24, 8), (19, 11), (27, 13), (14, 9), (21, 15), (17, 17), (26, 18), (6, 6), (3, 11))
    for side in (-1, 1):
        for i, (x, y) in enumerate(spots):
            spot = sitter.pose.at(side * x + (i % 3 - 1) * 0.8, y + (side * i % 2))
            sheet.dot(spot, 0.75, 0.65, washed(_warm(sitter.inks.line), 0.4))


def _warm(colour: QColor) -> QColor:
    return colour.lighter(125)
