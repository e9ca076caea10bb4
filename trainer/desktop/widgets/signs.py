"""The signs of what happens between turns: drawn, since no font can be relied on to have them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.conversation.timeline import Entry, MoodMove, Overlap, Silence
from trainer.desktop.widgets.ink import ink

__all__ = ["REACH", "Sign", "draw_sign", "sign_image", "sign_of"]

REACH = 5.5


def sign_of(entry: Entry) -> str:
    """Return the name of an entry's sign: the kind of an overlap, up, down, silence or glitch."""
    match entry:
        case Overlap():
            return entry.overlap_kind.value
        case MoodMove():
            return "up" if entry.change > 0 else "down"
        case Silence():
            return "silence"
        case _:
            return "glitch"


def draw_sign(painter: QPainter, name: str, at: QPointF, reach: float = REACH) -> None:
    """Draw a sign in the painter's colours.

    Args:
        painter: Draws.
        name: As `sign_of` gives it, or calming or inflaming for words; the same as the report's.
        at: Its middle.
        reach: From there to its edge.
    """
    x, y = at.x(), at.y()
    match name:
        case "interruption":
            wide = reach * 1.15
            painter.drawPolygon(_polygon(at, (0, -wide), (wide, 0), (0, wide), (-wide, 0)))
        case "backchannel":
            painter.drawEllipse(at, reach, reach)
        case "end_overlap":
            painter.drawRoundedRect(
                QRectF(x - reach / 3, y - reach, reach * 2 / 3, 2 * reach), 2, 2
            )
        case "talked_over":
            painter.drawRect(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
        case "up" | "down":
            tip = reach if name == "up" else -reach
            foot = tip * 0.8
            painter.drawPolygon(_polygon(at, (-reach, foot), (0, -tip), (reach, foot)))
        case "inflaming":
            for place in (-1, 0, 1):
                painter.drawEllipse(QPointF(x + place * reach * 0.75, y), 1.5, 1.5)
        case _:
            painter.drawRoundedRect(QRectF(x - reach, y - 1.5, 2 * reach, 3), 1.5, 1.5)


def sign_image(name: str, colour: QColor, side: int, ratio: float) -> QImage:
    """Return a sign as a picture so many px wide and high."""
    image = QImage(QSize(round(side * ratio), round(side * ratio)), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _paint(painter, name, colour, side)
    painter.end()
    return image


class Sign(QWidget):
    """A sign beside its words; `kind` is how the style sheet colours it."""

    sign_ink = ink("_ink")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, QColor()
        self.setProperty("kind", name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as small text."""
        side = self.fontMetrics().ascent()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        _paint(painter, self._name, self._ink, min(self.width(), self.height()))
        painter.end()


def _paint(painter: QPainter, name: str, colour: QColor, side: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    draw_sign(painter, name, QPointF(side / 2, side / 2), side * 0.42)


def _polygon(at: QPointF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([at + QPointF(x, y) for x, y in corners])
