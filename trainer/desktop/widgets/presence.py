"""Where the customer is: their initials in a calm circle that shows who is speaking."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.theme import motion
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.level import LOUD_DB, QUIET_DB

__all__ = ["Presence"]

_REST, _REACH = 0.72, 0.26
_LETTERS = 0.62
_RING = 3.0


class Presence(QWidget):
    """A circle with initials; a ring in the speaker's colour, a halo that follows the voice."""

    customer_ink = ink("_customer")
    customer_wash_ink = ink("_wash")
    you_ink = ink("_you")
    rest_ink = ink("_rest")

    def __init__(self, initials: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials
        self._speaking, self._halo = Speaking.NOBODY, 0.0
        self._customer, self._wash, self._you, self._rest = (QColor() for _ in range(4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._still = False

    @property
    def speaking(self) -> Speaking:
        """Who is shown as speaking."""
        return self._speaking

    def show_speaker(self, speaking: Speaking) -> None:
        """Show who is speaking."""
        self._speaking = speaking
        self.update()

    def follow(self, customer_db: float) -> None:
        """Let the halo follow the customer's voice, unless motion is to be reduced."""
        loud = min(max((customer_db - QUIET_DB) / (LOUD_DB - QUIET_DB), 0.0), 1.0)
        self._halo += (loud - self._halo) * 0.4 if motion() and not self._still else -self._halo
        self.update()

    def feel(self, pressure: int) -> None:
        """Take the customer's pressure; initials show none."""

    def be_still(self, still: bool) -> None:  # noqa: FBT001 - as a face has it
        """Follow no voice for as long as this holds."""
        self._still = still
        self._halo = 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw halo, circle, ring and initials."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        half = min(self.width(), self.height()) / 2 - _RING
        self._draw_halo(painter, centre, half)
        painter.setBrush(self._wash)
        painter.setPen(self._ring())
        painter.drawEllipse(centre, half * _REST, half * _REST)
        painter.setPen(self._customer)
        font = self.font()
        font.setBold(True)
        font.setPixelSize(max(1, round(half * _REST * _LETTERS)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()

    def _draw_halo(self, painter: QPainter, centre: QPointF, half: float) -> None:
        wash = QColor(self._customer)
        wash.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        reach = half * (_REST + _REACH * self._halo)
        painter.drawEllipse(centre, reach, reach)

    def _ring(self) -> QPen:
        match self._speaking:
            case Speaking.CUSTOMER:
                return QPen(self._customer, _RING)
            case Speaking.YOU:
                return QPen(self._you, _RING)
            case Speaking.BOTH:
                return QPen(self._you, _RING, Qt.PenStyle.DashLine)
            case Speaking.NOBODY:
                return QPen(self._rest, 1)
