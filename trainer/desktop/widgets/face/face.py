"""The customer, drawn: their face follows the pressure, their mouth follows the sound."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.theme import motion
from trainer.desktop.tokens import Size
from trainer.desktop.widgets.face.drawing import Drawing
from trainer.desktop.widgets.face.features import Features
from trainer.desktop.widgets.face.gallery import bundled
from trainer.desktop.widgets.face.moods import Mood, mood_at
from trainer.desktop.widgets.face.motion import Motion
from trainer.desktop.widgets.face.sitter import inks_of, sitting
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.face.tones import Tones
from trainer.desktop.widgets.ink import ink

__all__ = ["Face"]

FRAME_MS = 34  # 30 a second at most
LONGEST_STEP_MS = 100  # after a stall the face goes on; it does not jump
_RING = 4.0
_GAP = 3.0


class Face(QWidget):
    """A head and shoulders on a disc, in a ring that shows who is speaking.

    It shows the scenario's pressure and says nothing about anybody's feelings.

    Args:
        person: The customer's name, as in the scenario.
        age: In years, if it is known.
        pressure: What the face shows at first, 0 to 100.
    """

    ground_ink = ink("_ground")
    calm_ink = ink("_calm")
    tense_ink = ink("_tense")
    furious_ink = ink("_furious")
    customer_ink = ink("_customer")
    you_ink = ink("_you")
    rest_ink = ink("_rest")

    def __init__(
        self, person: str, age: int | None, pressure: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        inks = (QColor() for _ in range(7))
        self._ground, self._calm, self._tense, self._furious, *others = inks
        self._customer, self._you, self._rest = others
        self._person, self._pressure, self._speaking = person, pressure, Speaking.NOBODY
        self._look = bundled().look_of(person, age)
        self._colours = inks_of(self._look, bundled())
        self._drawing, self._motion = Drawing(), Motion(pressure, _seed(person))
        self._kept_still = False
        self._features = self._motion.step(0)
        self._since = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._move)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setMinimumHeight(Size.STAGE_LEAST)  # a picture does not grow with the text
        self.setMaximumHeight(Size.PORTRAIT_STAGE)
        self._say_mood()

    @property
    def speaking(self) -> Speaking:
        """Who is shown as speaking."""
        return self._speaking

    @property
    def features(self) -> Features:
        """How the face is held."""
        return self._features

    @property
    def pressure(self) -> int:
        """What the face shows, 0 to 100."""
        return self._pressure

    @property
    def mood(self) -> Mood:
        """What the pressure is called."""
        return mood_at(self._pressure)

    def follow(self, level_db: float) -> None:
        """Let the mouth follow the loudness of the customer's voice, dBFS."""
        self._motion.hear(level_db)

    def feel(self, pressure: int) -> None:
        """Show another pressure, 0 to 100."""
        if pressure == self._pressure:
            return
        self._pressure = pressure
        self._motion.feel(pressure)
        self._say_mood()
        self.update()

    def show_speaker(self, speaking: Speaking) -> None:
        """Show who is speaking: by the ring, and by where they look."""
        if speaking is self._speaking:
            return
        self._speaking = speaking
        self._motion.attend(speaking)
        self.update()

    def be_still(self, still: bool = True) -> None:  # noqa: FBT001, FBT002 - it reads as a sentence
        """Do without easing, blinks and glances, or go back to what the theme says."""
        self._kept_still = still

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self.minimumHeight(), self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        """Move while it can be seen."""
        super().showEvent(event)
        self._since.start()
        self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it can't be seen."""
        super().hideEvent(event)
        self._frames.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring and whoever is in it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        self._draw_ring(painter, box)
        tones = Tones(self._ground, self._calm, self._tense, self._furious)
        flush = tones.at(self._pressure)
        sitter = sitting(self._look, self._colours, self._features, flush)
        self._drawing.draw(painter, _shrunk(box, _RING + _GAP), sitter, self._ground)
        painter.end()

    def pass_time(self, ms: float) -> None:
        """Move on; while it can be seen, that happens by itself."""
        self._motion.be_still(still=self._kept_still or not motion())
        features = self._motion.step(min(ms, LONGEST_STEP_MS))
        if features != self._features:
            self._features = features
            self.update()

    def _move(self) -> None:
        self.pass_time(self._since.restart())

    def _box(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def _draw_ring(self, painter: QPainter, box: QRectF) -> None:
        match self._speaking:
            case Speaking.CUSTOMER:
                painter.fillPath(_annulus(box, _RING), self._customer)
            case Speaking.YOU:
                painter.fillPath(_annulus(box, _RING), self._you)
            case Speaking.BOTH:
                pen = QPen(self._you, _RING)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.drawEllipse(_shrunk(box, _RING / 2))
            case Speaking.NOBODY:
                painter.fillPath(_annulus(box, 1), self._rest)

    def _say_mood(self) -> None:
        words = self.tr("{name}, {mood}").format(name=self._person, mood=self._mood_word())
        self.setAccessibleName(words)
        told = self.tr("Drawn by the scenario: pressure {pressure} of 100")
        self.setAccessibleDescription(told.format(pressure=self._pressure))

    def _mood_word(self) -> str:
        match self.mood:
            case Mood.AT_EASE:
                return self.tr("at ease")
            case Mood.CALM:
                return self.tr("calm")
            case Mood.TENSE:
                return self.tr("tense")
            case Mood.ANGRY:
                return self.tr("angry")
            case Mood.FURIOUS:
                return self.tr("furious")


def _shrunk(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def _annulus(box: QRectF, wide: float) -> QPainterPath:
    ring = QPainterPath()  # its inside is left out: to fill it is quicker than to draw a circle
    ring.addEllipse(box)
    ring.addEllipse(_shrunk(box, wide))
    return ring


def _seed(person: str) -> int:
    return crc32(person.encode())
