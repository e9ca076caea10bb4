"""Eyes with lids and catchlight, and the brows that do the acting."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from trainer.desktop.widgets.face.sheet import Sheet, flowing, mixed, tapered, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["draw_brows", "draw_eyes"]

APART, LEVEL, HALF = 16.2, -2.5, 8.3
WHITE, PUPIL = QColor("#f7f1ea"), QColor("#17110f")
SIDES = (-1, 1)


def draw_eyes(sheet: Sheet, sitter: Sitter) -> None:
    """Draw both eyes."""
    for side in SIDES:
        _Eye(sheet, sitter, side).draw()


def draw_brows(sheet: Sheet, sitter: Sitter) -> None:
    """Draw both brows."""
    f, hair = sitter.features, sitter.look.hair
    apart = APART * sitter.look.head.eyes_apart
    lift = 5.2 * f.brow_height
    thick = 1.9 * hair.brows
    for side in SIDES:
        inner = (apart - 11 - 1.6 * max(f.brow_angle, 0), -15.6 - lift + 5.6 * f.brow_angle)
        near = (apart - 4.5, -17.6 - lift + 2.4 * f.brow_angle)
        peak = (apart + 4.5, -18.6 - lift - 1.4 * f.brow_angle)
        outer = (apart + 11.5, -14.6 - lift - 1.4 * f.brow_angle)
        spine = [sitter.pose.at(side * x, y, 2) for x, y in (inner, near, peak, outer)]
        sheet.fill(tapered(spine, [thick * s for s in (0.6, 1.2, 0.95, 0.15)]), sitter.inks.brow)


class _Eye:
    def __init__(self, sheet: Sheet, sitter: Sitter, side: int) -> None:
        self._sheet, self._sitter, self._side = sheet, sitter, side
        self._half = HALF * sitter.look.head.eyes
        f = sitter.features
        sag = 0.9 * max(sitter.age - 0.35, 0)
        self._low = 3.6 - 1.9 * f.squint
        opened = min(f.lids, 1.25)
        self._top = self._low * 0.75 + (-5.1 + sag - self._low * 0.75) * opened
        self._slant = 2.3 * f.brow_angle * min(f.lids, 1)
        self._open = opened > 0.12

    def draw(self) -> None:
        """Draw socket, white, iris, lids and lashes."""
        self._draw_socket()
        if self._open:
            self._draw_ball()
        self._draw_lids()
        self._draw_bags()

    def _at(self, x: float, y: float) -> QPointF:
        head = self._sitter.look.head
        tilted = y - head.eyes_tilt * x / 8 + 0.3
        return self._sitter.pose.at(self._side * (APART * head.eyes_apart + x), LEVEL + tilted, -3)

    def _upper(self, lift: float = 0.0, reach: float = 0.0) -> QPainterPath:
        half, top = self._half + reach, self._top - lift
        path = QPainterPath(self._at(-half, 1.2 - lift * 0.3))
        path.cubicTo(
            self._at(-half * 0.5, top * 1.28 + self._slant),
            self._at(half * 0.35, top * 1.3 - self._slant * 0.35),
            self._at(half, -0.4 - lift * 0.3),
        )
        return path

    def _almond(self) -> QPainterPath:
        path = self._upper()
        half, low = self._half, self._low
        path.cubicTo(
            self._at(half * 0.55, low * 1.25),
            self._at(-half * 0.4, low * 1.3),
            self._at(-half, 1.2),
        )
        path.closeSubpath()
        return path

    def _draw_socket(self) -> None:
        socket = QPainterPath(self._at(-self._half - 2, -1))
        socket.cubicTo(self._at(-9, -10), self._at(7, -12), self._at(self._half + 2.5, -4))
        socket.cubicTo(self._at(5, 4), self._at(-6, 4), self._at(-self._half - 2, -1))
        alpha = 0.3 + 0.3 * self._sitter.features.furrow
        self._sheet.fill(socket, washed(self._sitter.inks.shade, alpha))

    def _draw_ball(self) -> None:
        sheet, f, almond = self._sheet, self._sitter.features, self._almond()
        sheet.fill(almond, mixed(WHITE, self._sitter.inks.shade, 0.1))
        centre = self._at(0, 0) + QPointF(3.6 * f.gaze_x, -0.7 + 1.8 * f.gaze_y)
        iris = self._sitter.inks.iris
        for reach, ink in ((4.5, mixed(iris, PUPIL, 0.55)), (3.9, iris), (2.0, PUPIL)):
            disc = QPainterPath()
            disc.addEllipse(centre, reach, reach)
            sheet.fill(disc.intersected(almond), ink)
        sheet.line(self._upper(-1.2), washed(PUPIL, 0.2), 2.4)
        sheet.dot(centre + QPointF(-1.5, -1.6), 1.15, 1.15, QColor("#ffffff"))

    def _draw_lids(self) -> None:
        sheet, inks, look = self._sheet, self._sitter.inks, self._sitter.look
        lash = mixed(inks.line, PUPIL, 0.6)
        heavy = 2.1 if look.reads_as == "woman" else 1.7
        sheet.line(self._upper(), lash, heavy)
        if look.reads_as == "woman" and look.age < 70:
            flick = flowing([self._at(self._half - 1.5, -1.6), self._at(self._half + 1.9, -2.2)])
            sheet.line(flick, lash, 1.2)
        crease = 2.4 - 1.3 * max(self._sitter.features.brow_angle, 0)
        sheet.line(self._upper(crease, -0.6), washed(inks.line, 0.5), 0.9)
        under = QPainterPath(self._at(-self._half * 0.6, self._low * 0.86))
        under.quadTo(self._at(0, self._low * 1.15), self._at(self._half * 0.92, 0.7))
        sheet.line(under, washed(inks.line, 0.55), 0.8)

    def _draw_bags(self) -> None:
        f, age = self._sitter.features, self._sitter.age
        ink, drop = self._sitter.inks.line, self._low + 2.4
        bag = flowing(
            [self._at(-7, drop - 0.2), self._at(-1, drop + 1.9), self._at(5.5, drop + 0.2)]
        )
        self._sheet.line(bag, washed(ink, 0.04 + 0.42 * age + 0.16 * f.squint), 1.0)
        smile = max(f.corner, 0.0) * f.squint
        feet = 0.35 * max(age - 0.2, 0) + 0.5 * smile
        if feet > 0.08:
            for y, far in ((-3, -5.5), (0.4, 0.6), (3.2, 6)):
                foot = flowing([self._at(self._half + 3, y), self._at(self._half + 7.5, far)])
                self._sheet.line(foot, washed(ink, feet), 0.9)
