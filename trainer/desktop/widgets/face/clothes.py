"""What they wear, and the shoulders it hangs from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from trainer.desktop.widgets.face.sheet import Point, Sheet, flowing, mixed, washed
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["OVERS", "TOPS", "draw_clothes", "draw_hood"]

INK = QColor("#14100f")
RISE = 7.0  # of everything, so that no neck is long
WHITE = QColor("#fffdf8")
REFLECTOR = QColor("#e6e4da")


def draw_hood(sheet: Sheet, sitter: Sitter) -> None:
    """Draw what lies behind the neck."""
    if sitter.look.clothes.over == "hoodie":
        hood = [(-30, 60), (-43, 70), (-40, 88), (0, 100), (40, 88), (43, 70), (30, 60), (0, 66)]
        sheet.fill(_shape(sitter, hood), mixed(sitter.inks.over, INK, 0.3))
    elif sitter.look.clothes.top in ("shirt", "blouse", "polo"):
        stand = [(-22, 66), (-26, 76), (0, 92), (26, 76), (22, 66), (0, 72)]
        sheet.fill(_shape(sitter, stand), mixed(sitter.inks.top, INK, 0.28))


def draw_clothes(sheet: Sheet, sitter: Sitter) -> None:
    """Draw everything from the collar down."""
    worn = sitter.look.clothes
    TOPS[worn.top](sheet, sitter)
    if worn.tie:
        _draw_tie(sheet, sitter)
    if worn.over != "none":
        OVERS[worn.over](sheet, sitter)


def _at(sitter: Sitter, x: float, y: float) -> QPointF:
    build, lift = sitter.look.head.build, 7.0 * sitter.features.shoulders
    out = min(max((abs(x) - 14) / 36, 0), 1)
    return QPointF(x * (1 + (build - 1) * (0.5 + out / 2)), y - RISE - lift * out)


def _shape(sitter: Sitter, points: Sequence[Point]) -> QPainterPath:
    return flowing([_at(sitter, x, y) for x, y in points], closed=True)


def _curve(sitter: Sitter, points: Sequence[Point]) -> QPainterPath:
    return flowing([_at(sitter, x, y) for x, y in points])


def _torso(sitter: Sitter, neckline: list[Point], high: float = 0.0) -> QPainterPath:
    """Return the trunk below a neckline that goes from left to right."""
    return _shape(
        sitter,
        [
            *neckline,
            (36, 78 - high),
            (56, 85 - high),
            (72, 96),
            (82, 118),
            *2 * [(88, 150)],
            *2 * [(-88, 150)],
            (-82, 118),
            (-72, 96),
            (-56, 85 - high),
            (-36, 78 - high),
        ],
    )


def _put(sheet: Sheet, sitter: Sitter, path: QPainterPath, ink: QColor) -> None:
    light = QLinearGradient(_at(sitter, 26, 100), _at(sitter, 50, 114))
    light.setColorAt(0.3, ink)
    light.setColorAt(0.5, mixed(ink, INK, 0.15))
    sheet.edged(path, light, washed(INK, 0.28), 0.9)


def _double(*points: Point) -> list[Point]:
    return [point for point in points for _ in range(2)]


def _draw_tee(sheet: Sheet, sitter: Sitter) -> None:
    neck: list[Point] = [*_double((-25, 75)), (-17, 85), (0, 90), (17, 85), *_double((25, 75))]
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    band: list[Point] = [(-23.5, 77.5), (-15, 87), (0, 92), (15, 87), (23.5, 77.5)]
    sheet.line(_curve(sitter, band), washed(mixed(sitter.inks.top, INK, 0.35), 0.8), 1.3)


def _draw_vneck(sheet: Sheet, sitter: Sitter) -> None:
    neck = _double((-26, 74), (0, 108), (26, 74))
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    band = _shape(sitter, _double((-26, 74), (0, 108), (26, 74), (31, 77), (0, 116), (-31, 77)))
    sheet.edged(band, mixed(sitter.inks.top, WHITE, 0.28), washed(INK, 0.25), 0.8)


def _draw_rollneck(sheet: Sheet, sitter: Sitter) -> None:
    neck: list[Point] = [*_double((-25, 76)), (0, 80), *_double((25, 76))]
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    roll = _shape(
        sitter,
        [
            *_double((-21.5, 58)),
            (0, 65),
            *_double((21.5, 58)),
            (25, 70),
            *_double((25, 80)),
            (0, 88),
            *_double((-25, 80)),
            (-25, 70),
        ],
    )
    sheet.edged(roll, mixed(sitter.inks.top, WHITE, 0.08), washed(INK, 0.35), 0.9)
    for y in (66, 72):
        sheet.line(_curve(sitter, [(-22, y), (0, y + 7), (22, y)]), washed(INK, 0.18), 0.9)


def _draw_shirt(sheet: Sheet, sitter: Sitter) -> None:
    shut = bool(sitter.look.clothes.tie)
    depth = 86 if shut else 102
    neck = _double((-25, 72), (0, depth), (25, 72))
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    placket = _curve(sitter, [(0, depth), (0.6, 120), (0, 150)])
    sheet.line(placket, washed(INK, 0.3), 1.0)
    for y in (depth + 10, depth + 27):
        sheet.dot(_at(sitter, 2.6, y), 1.2, 1.2, washed(INK, 0.4))
    _draw_collar(sheet, sitter, depth)


def _draw_collar(sheet: Sheet, sitter: Sitter, depth: float) -> None:
    for side in (-1, 1):
        flap = [
            (side * x, y) for x, y in _double((22.5, 64), (1.0, depth), (15, depth + 9), (30, 82))
        ]
        path = _shape(sitter, [*flap, (side * 28, 72), (side * 22.5, 64)])
        sheet.edged(
            path, mixed(sitter.inks.top, WHITE, 0.22 if side < 0 else 0.08), washed(INK, 0.4), 0.9
        )


def _draw_polo(sheet: Sheet, sitter: Sitter) -> None:
    neck = _double((-25, 73), (0, 98), (25, 73))
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    _draw_collar(sheet, sitter, 96)
    sheet.line(_curve(sitter, [(4, 100), (4, 118), (-3, 119)]), washed(INK, 0.3), 1.0)
    sheet.dot(_at(sitter, 0.6, 109), 1.2, 1.2, washed(INK, 0.4))


def _draw_blouse(sheet: Sheet, sitter: Sitter) -> None:
    neck = _double((-25, 73), (0, 92), (25, 73))
    _put(sheet, sitter, _torso(sitter, neck), sitter.inks.top)
    for side in (-1, 1):
        flap: list[Point] = [
            *_double((side * 22, 66)),
            *_double((side * 0.8, 91)),
            (side * 9, 101),
            (side * 22, 96),
            (side * 30, 82),
        ]
        path = _shape(sitter, flap)
        sheet.edged(path, mixed(sitter.inks.top, WHITE, 0.25), washed(INK, 0.35), 0.9)
    sheet.line(_curve(sitter, [(0, 92), (0, 120), (0, 150)]), washed(INK, 0.25), 0.9)


def _draw_tie(sheet: Sheet, sitter: Sitter) -> None:
    ink = sitter.inks.tie
    blade = _shape(sitter, _double((-4, 92), (4, 92), (8.5, 150), (-8.5, 150)))
    knot = _shape(sitter, _double((-6, 83), (6, 83), (4.2, 93), (-4.2, 93)))
    for path in (blade, knot):
        sheet.edged(path, ink, washed(INK, 0.45), 0.8)
    _draw_flaps_again(sheet, sitter)


def _draw_flaps_again(sheet: Sheet, sitter: Sitter) -> None:
    if sitter.look.clothes.top == "shirt":
        _draw_collar(sheet, sitter, 86)


def _fronts(sitter: Sitter, edge: list[Point]) -> list[QPainterPath]:
    """Return the two halves of something open, by its right edge from the neck down."""
    halves = []
    for side in (-1, 1):
        rest = [*_double((88, 150)), (82, 117), (72.5, 95), (56, 83.5), (36, 76)]
        points = [*edge, *rest]
        halves.append(_shape(sitter, [(side * x, y) for x, y in points]))
    return halves


def _draw_blazer(sheet: Sheet, sitter: Sitter) -> None:
    for path in _fronts(sitter, [*_double((25, 69)), (22, 92), *_double((6, 150))]):
        _put(sheet, sitter, path, sitter.inks.over)
    for side in (-1, 1):
        lapel = _double((24, 68), (20, 96), (7, 146), (30, 116), (25, 110), (37, 104), (33, 84))
        path = _shape(sitter, [(side * x, y) for x, y in lapel])
        sheet.edged(
            path, mixed(sitter.inks.over, WHITE, 0.12 if side < 0 else 0.05), washed(INK, 0.5), 0.9
        )


def _draw_cardigan(sheet: Sheet, sitter: Sitter) -> None:
    for path in _fronts(sitter, [*_double((27, 72)), (24, 96), (15, 120), *_double((9, 150))]):
        _put(sheet, sitter, path, sitter.inks.over)
    for side in (-1, 1):
        band: list[Point] = [(side * 27, 73), (side * 24.5, 97), (side * 16, 120), (side * 10, 150)]
        sheet.line(_curve(sitter, band), mixed(sitter.inks.over, INK, 0.2), 4.2)
        for x in (44, 58, 70):
            rib: list[Point] = [(side * x, 92 + x / 9), (side * (x + 1), 124)]
            sheet.line(_curve(sitter, rib), washed(INK, 0.1), 1.0)


def _draw_jumper(sheet: Sheet, sitter: Sitter) -> None:
    neck = _double((-30, 76), (0, 116), (30, 76))
    _put(sheet, sitter, _torso(sitter, neck, 1), sitter.inks.over)
    sheet.line(
        _curve(sitter, _double((-30, 76), (0, 116), (30, 76))),
        mixed(sitter.inks.over, INK, 0.25),
        3.4,
    )


def _draw_hoodie(sheet: Sheet, sitter: Sitter) -> None:
    neck: list[Point] = [*_double((-31, 72)), (-16, 92), (0, 98), (16, 92), *_double((31, 72))]
    _put(sheet, sitter, _torso(sitter, neck, 1), sitter.inks.over)
    for side in (-1, 1):
        rim: list[Point] = [
            *_double((side * 27, 66)),
            (side * 22, 84),
            *_double((side * 3, 99)),
            (side * 16, 100),
            (side * 33, 90),
            (side * 38, 76),
        ]
        path = _shape(sitter, rim)
        sheet.edged(path, mixed(sitter.inks.over, WHITE, 0.1), washed(INK, 0.4), 0.9)
        cord: list[Point] = [(side * 11, 97), (side * 12.5, 112), (side * 11, 128)]
        sheet.line(_curve(sitter, cord), mixed(sitter.inks.over, WHITE, 0.65), 1.6)


def _draw_jacket(sheet: Sheet, sitter: Sitter) -> None:
    for path in _fronts(sitter, [*_double((26, 66)), (20, 90), (8, 112), *_double((5, 150))]):
        _put(sheet, sitter, path, sitter.inks.over)
    for side in (-1, 1):
        collar: list[Point] = [
            *_double((side * 25, 61)),
            (side * 23, 78),
            *_double((side * 13, 101)),
            *_double((side * 31, 107)),
            (side * 40, 90),
            (side * 34, 72),
        ]
        path = _shape(sitter, collar)
        sheet.edged(
            path, mixed(sitter.inks.over, WHITE if side < 0 else INK, 0.14), washed(INK, 0.5), 0.9
        )
        seam: list[Point] = [(side * 58, 86), (side * 54, 104), (side * 56, 126)]
        sheet.line(_curve(sitter, seam), washed(INK, 0.25), 1.0)


def _draw_vest(sheet: Sheet, sitter: Sitter) -> None:
    for side in (-1, 1):
        half = [
            *_double((29, 73)),
            (22, 98),
            *_double((4, 150), (56, 150)),
            (54, 110),
            *_double((55, 82)),
        ]
        _put(sheet, sitter, _shape(sitter, [(side * x, y) for x, y in half]), sitter.inks.over)
        stripe: list[Point] = [(side * 42, 79), (side * 38, 104), (side * 38, 150)]
        sheet.line(_curve(sitter, stripe), REFLECTOR, 6.0)


def _draw_scarf(sheet: Sheet, sitter: Sitter) -> None:
    _draw_blazer(sheet, sitter)
    ink = sitter.inks.tie
    wrap = _shape(
        sitter,
        [
            (-27, 62),
            (-31, 76),
            (-22, 92),
            (0, 98),
            (22, 92),
            (31, 76),
            (27, 62),
            (12, 73),
            (0, 76),
            (-12, 73),
        ],
    )
    tail = _shape(
        sitter, [*_double((6, 90)), (22, 88), (24, 120), *_double((26, 150)), *_double((8, 150))]
    )
    for path in (tail, wrap):
        sheet.edged(path, ink, washed(INK, 0.4), 0.9)
    for fold in ([(-26, 70), (-10, 84), (10, 86)], [(26, 70), (12, 82), (-6, 86)]):
        sheet.line(_curve(sitter, [(x, y) for x, y in fold]), washed(INK, 0.28), 1.1)


def _draw_apron(sheet: Sheet, sitter: Sitter) -> None:
    for side in (-1, 1):
        strap = _double((27, 76), (33, 79), (27, 118), (19, 118))
        path = _shape(sitter, [(side * x, y) for x, y in strap])
        sheet.edged(path, sitter.inks.over, washed(INK, 0.35), 0.8)
    bib = _shape(sitter, _double((-29, 114), (29, 114), (36, 150), (-36, 150)))
    _put(sheet, sitter, bib, sitter.inks.over)


TOPS = {
    "blouse": _draw_blouse,
    "polo": _draw_polo,
    "rollneck": _draw_rollneck,
    "shirt": _draw_shirt,
    "tee": _draw_tee,
    "vneck": _draw_vneck,
}
OVERS = {
    "apron": _draw_apron,
    "blazer": _draw_blazer,
    "cardigan": _draw_cardigan,
    "hoodie": _draw_hoodie,
    "jacket": _draw_jacket,
    "jumper": _draw_jumper,
    "scarf": _draw_scarf,
    "vest": _draw_vest,
}
