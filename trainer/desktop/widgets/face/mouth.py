"""Nose and mouth: a few confident lines; lips that close, part, stretch and show teeth."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from trainer.desktop.widgets.face.sheet import Sheet, flowing, mixed, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["MOUTH", "draw_mouth", "draw_nose", "mouth_half", "mouth_level"]

MOUTH, HALF = 32.5, 12.6
CAVE, TEETH, TONGUE = QColor("#4a1b1c"), QColor("#f3ece0"), QColor("#a5524f")
AJAR = 0.05


def draw_nose(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the shaded side, the tip, the wings and the nostrils."""
    head, f, inks = sitter.look.head, sitter.features, sitter.inks
    wide, end = 7.6 * head.nose_width + 1.0 * f.sneer, 17.5 + 3.5 * (head.nose - 1) * 5
    wing, at = end - 1.4 - 1.7 * f.sneer, sitter.pose.at
    hook = 2.0 * head.bridge
    side = flowing(
        [
            *2 * [at(3.6, -11)],
            at(3.0 + hook * 0.4, -2, 3 + hook),
            at(3.6, 8, 6 + hook),
            at(wide * 0.62, end - 6, 6),
            at(wide, wing, 2),
            *2 * [at(wide * 0.5, end + 0.6, 6)],
            *2 * [at(2.2, end - 3, 10)],
            at(1.2, 4, 7 + hook),
        ],
        closed=True,
    )
    sheet.fill(side, washed(inks.shade, 0.75))
    under = flowing(
        [at(-wide * 0.3, end + 0.9, 7), at(0, end + 1.9, 9), at(wide * 0.3, end + 0.9, 7)]
    )
    sheet.line(under, washed(inks.line, 0.5), 1.1)
    for s in (-1, 1):
        curl = [
            at(s * wide * 0.82, wing - 4.5, 3),
            at(s * wide * 1.08, wing - 0.6, 2),
            at(s * wide * 0.8, end - 0.2, 3),
        ]
        sheet.line(flowing(curl), washed(inks.line, 0.5 + 0.35 * f.sneer), 1.15)
        hole = [
            at(s * wide * 0.68, end + 0.2, 4),
            at(s * wide * 0.46, end - 0.4, 6),
            at(s * wide * 0.3, end + 0.7, 7),
        ]
        sheet.line(flowing(hole), washed(mixed(inks.line, CAVE, 0.5), 0.6), 1.1)
    sheet.dot(at(-1.8, end - 5.5, 10), 2.1, 1.7, washed(inks.light, 0.6))
    bridge = flowing([at(-2.6, -6, 4 + hook), at(-2.4, 3, 7 + hook), at(-2.6, end - 8, 8)])
    sheet.line(bridge, washed(inks.light, 0.4), 1.6)


def mouth_half(sitter: Sitter) -> float:
    """Return half the mouth's width."""
    f = sitter.features
    stretched = 1 + 0.17 * f.mouth_width - 0.13 * f.mouth_open * (1 - f.teeth)
    return HALF * sitter.look.head.mouth * stretched


def mouth_level(sitter: Sitter) -> float:
    """Return the height of the line between closed lips."""
    return MOUTH + (sitter.look.head.length - 1) * 30


def draw_mouth(sheet: Sheet, sitter: Sitter) -> None:
    """Draw the lips, and what is behind them where they are parted."""
    mouth = _Mouth(sitter)
    mouth.draw_lips(sheet)
    if sitter.features.mouth_open > AJAR:
        mouth.draw_cave(sheet)
    else:
        mouth.draw_seam(sheet)


class _Mouth:
    def __init__(self, sitter: Sitter) -> None:
        f, inks = sitter.features, sitter.inks
        self._sitter, self._f = sitter, f
        self._half = mouth_half(sitter)
        full = sitter.look.head.lips * (1 - 0.5 * f.press) * (1 - 0.18 * sitter.age)
        man = sitter.look.reads_as == "man"
        self._full = full * (0.82 if man else 1.0)
        self._lip = mixed(inks.lip, inks.skin, 0.45 if man else 0.15)
        self._corner = -4.4 * f.corner + 1.2 * f.mouth_open
        self._gap = 15.0 * f.mouth_open if f.mouth_open > AJAR else 0.0
        self._rise = 0.22 * self._gap + 1.3 * f.sneer * (self._gap > 0)
        self._bow = -1.1 * max(
            -f.corner, 0
        )  # the middle of sad lips stands higher than the corners

    def _at(self, x: float, y: float) -> QPointF:
        return self._sitter.pose.at(x, mouth_level(self._sitter) + y, 2)

    def _edge(self, middle: float, square: float) -> tuple[QPointF, QPointF, QPointF]:
        """Return the controls and end of a curve from left to right corner."""
        hold = 0.42 + 0.4 * square
        lift = middle * (1.33 - 0.1 * square) - self._corner * (0.12 + 0.2 * (1 - square))
        return (
            self._at(-self._half * hold, lift),
            self._at(self._half * hold, lift),
            self._at(self._half, self._corner),
        )

    def draw_lips(self, sheet: Sheet) -> None:
        """Draw the upper and the lower lip as shapes."""
        half, full, corner = self._half, self._full, self._corner
        top, low = self._bow - self._rise, self._gap - self._rise + self._bow
        upper = flowing(
            [
                *2 * [self._at(-half - 0.6, corner)],
                self._at(-half * 0.5, top - 2.6 * full + corner * 0.3),
                self._at(-half * 0.2, top - 4.3 * full),
                self._at(0, top - 3.3 * full),
                self._at(half * 0.2, top - 4.3 * full),
                self._at(half * 0.5, top - 2.6 * full + corner * 0.3),
                *2 * [self._at(half + 0.6, corner)],
                self._at(half * 0.45, low * 0.9 + corner * 0.3),
                self._at(0, low + 0.6),
                self._at(-half * 0.45, low * 0.9 + corner * 0.3),
            ],
            closed=True,
        )
        lower = flowing(
            [
                *2 * [self._at(-half + 0.8, corner + 0.2)],
                self._at(-half * 0.4, max(top, -1) + corner * 0.2),
                self._at(half * 0.4, max(top, -1) + corner * 0.2),
                *2 * [self._at(half - 0.8, corner + 0.2)],
                self._at(half * 0.52, low + 3.9 * full + corner * 0.15),
                self._at(0, low + 5.6 * full),
                self._at(-half * 0.52, low + 3.9 * full + corner * 0.15),
            ],
            closed=True,
        )
        sheet.fill(lower, self._lip)
        sheet.fill(upper, mixed(self._lip, self._sitter.inks.line, 0.28))
        sheen = flowing([self._at(-4, low + 2.6 * full), self._at(2, low + 2.9 * full)])
        sheet.line(sheen, washed(QColor("#ffffff"), 0.2 * min(self._full, 1)), 1.5)
        if self._sitter.bearded:
            return
        base = low + 6.6 * full
        shade = flowing([self._at(-6, base), self._at(0, base + 1.4), self._at(6, base)])
        sheet.line(shade, washed(self._sitter.inks.shade, 0.9), 2.0)

    def draw_seam(self, sheet: Sheet) -> None:
        """Draw the line between closed lips."""
        half, bow = self._half, self._bow
        seam = flowing(
            [
                self._at(-half - 0.8, self._corner),
                self._at(-half * 0.45, bow + self._corner * 0.25 + 0.2),
                self._at(0, bow + 0.5),
                self._at(half * 0.45, bow + self._corner * 0.25 + 0.2),
                self._at(half + 0.8, self._corner),
            ]
        )
        ink = mixed(self._sitter.inks.line, CAVE, 0.55)
        sheet.line(seam, washed(ink, 0.95), 1.6 + 0.5 * self._f.press)

    def draw_cave(self, sheet: Sheet) -> None:
        """Draw the open mouth: dark, with teeth above, and tongue or teeth below."""
        square, half = self._f.teeth, self._half - 0.8
        top, low = self._bow - self._rise, self._bow + self._gap - self._rise
        cave = QPainterPath(self._at(-half, self._corner))
        cave.cubicTo(*self._edge(top, square))
        one, other, _ = self._edge(low, square)
        cave.cubicTo(other, one, self._at(-half, self._corner))
        rim = mixed(self._sitter.inks.line, CAVE, 0.5)
        sheet.edged(cave, CAVE, washed(rim, 0.9), 1.1)
        tongue, teeth = QPainterPath(), QPainterPath()
        tongue.addEllipse(self._at(0, low + 1.5), half * 0.62, self._gap * 0.42)
        sheet.fill(tongue.intersected(cave), TONGUE)
        deep = min(self._gap * (0.3 + 0.22 * square), 4.4)
        teeth.moveTo(self._at(-half * 1.1, top - 8))
        for x, y in (
            (half * 1.1, -8),
            (half * 0.95, deep * 0.5),
            (0, deep),
            (-half * 0.95, deep * 0.5),
        ):
            teeth.lineTo(self._at(x, top + y))
        sheet.fill(teeth.intersected(cave), TEETH)
        if square > 0.55 and self._gap > 3:
            self._draw_lower_teeth(sheet, cave, low)

    def _draw_lower_teeth(self, sheet: Sheet, cave: QPainterPath, low: float) -> None:
        teeth = QPainterPath(self._at(-self._half * 0.8, low + 6))
        deep = 2.4 * min((self._f.teeth - 0.55) / 0.3, 1)
        for x, y in ((-0.72, -deep), (0.72, -deep), (0.8, 6)):
            teeth.lineTo(self._at(self._half * x, low + y))
        sheet.fill(teeth.intersected(cave), mixed(TEETH, CAVE, 0.12))
