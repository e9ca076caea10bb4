"""What a face is drawn with: flowing lines, flat shapes, and where they come to lie."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QPainter, QPainterPath, QPen, QTransform

__all__ = ["Point", "Pose", "Sheet", "flowing", "mixed", "tapered", "washed"]

Point = tuple[float, float]
WIDE, HIGH = 44.0, 66.0  # half axes of the ellipsoid that a head is taken for
SLACK = 1 / 6  # of the chord, for a Catmull-Rom spline


@dataclass(frozen=True, slots=True)
class Pose:
    """How the head is turned: features wander over the round of it.

    Args:
        yaw: To the right, in radians.
        pitch: Downwards, in radians.
        width: Of the head, against the ordinary.
    """

    yaw: float
    pitch: float
    width: float = 1.0

    def at(self, x: float, y: float, out: float = 0.0) -> QPointF:
        """Return where a point of the face is seen.

        Args:
            x: From the middle, to the right.
            y: From the height of the eyes, downwards.
            out: How far it stands out from the round.
        """
        x *= self.width
        round_ = 1 - (x / WIDE) ** 2 - (y / HIGH) ** 2
        depth = (WIDE * math.sqrt(round_) if round_ > 0 else 0.0) + out
        return QPointF(x + depth * self.yaw, y + depth * self.pitch)

    def all(self, points: Sequence[Point], out: float = 0.0) -> list[QPointF]:
        """Return where several points are seen."""
        return [self.at(x, y, out) for x, y in points]


class Sheet:
    """A painter that fills shapes and draws lines."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def fill(self, path: QPainterPath, brush: QColor | QGradient) -> None:
        """Fill a shape."""
        self.painter.fillPath(path, QBrush(brush))

    def edged(
        self, path: QPainterPath, brush: QColor | QGradient, edge: QColor, width: float
    ) -> None:
        """Fill a shape on a larger one, whose rim is its contour.

        The raster engine needs ten times as long to stroke a large outline as to fill it.
        """
        box = path.boundingRect()
        centre = box.center()
        grown = QTransform.fromTranslate(centre.x(), centre.y())
        grown.scale(1 + width / max(box.width(), 1), 1 + width / max(box.height(), 1))
        grown.translate(-centre.x(), -centre.y())
        self.fill(grown.map(path), edge)
        self.fill(path, brush)

    def line(self, path: QPainterPath, colour: QColor, width: float) -> None:
        """Draw a line with round ends."""
        self.painter.strokePath(path, _pen(colour, width))

    def dot(self, centre: QPointF, across: float, high: float, colour: QColor) -> None:
        """Fill an ellipse, by its half axes."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawEllipse(centre, across, high)


def flowing(points: Sequence[QPointF], *, closed: bool = False) -> QPainterPath:
    """Return a smooth line through the points; a point given twice is a corner."""
    path = QPainterPath(points[0])
    plain = [point.toTuple() for point in points]  # sums of floats are quicker than of points
    course = [plain[-1], *plain, *plain[:2]] if closed else [plain[0], *plain, plain[-1]]
    for i in range(1, len(course) - 2):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = course[i - 1 : i + 3]
        if (bx, by) == (cx, cy):
            continue
        hold = 0.0 if (ax, ay) == (bx, by) else SLACK
        release = 0.0 if (cx, cy) == (dx, dy) else SLACK
        path.cubicTo(
            bx + (cx - ax) * hold,
            by + (cy - ay) * hold,
            cx - (dx - bx) * release,
            cy - (dy - by) * release,
            cx,
            cy,
        )
    return path


def tapered(spine: Sequence[QPointF], halves: Sequence[float]) -> QPainterPath:
    """Return a stroke that is as thick at each point of its spine as is said, as a shape."""
    above: list[QPointF] = []
    below: list[QPointF] = []
    for i, (point, half) in enumerate(zip(spine, halves, strict=True)):
        along = spine[min(i + 1, len(spine) - 1)] - spine[max(i - 1, 0)]
        long = math.hypot(along.x(), along.y()) or 1.0
        across = QPointF(-along.y(), along.x()) * (half / long)
        above.append(point - across)
        below.append(point + across)
    first, last = above[0], above[-1]
    return flowing([first, *above, last, below[-1], *reversed(below), below[0]], closed=True)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between the two."""
    rest = 1 - share
    return QColor(
        round(one.red() * rest + other.red() * share),
        round(one.green() * rest + other.green() * share),
        round(one.blue() * rest + other.blue() * share),
    )


def washed(colour: QColor, alpha: float) -> QColor:
    """Return the colour as a wash that lets through what is under it."""
    wash = QColor(colour)
    wash.setAlphaF(min(max(alpha, 0.0), 1.0))
    return wash


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
