"""Things to press: buttons with a word and an icon, and whole cards."""

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget

from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.ink import ink
from trainer.resources import asset

__all__ = ["Button", "Card"]


class Button(QPushButton):
    """A button with a word; its icon takes the colour that the style sheet gives.

    One that stays pressed may have another colour then, since the sheet sets colours only once.

    Args:
        text: The word, always shown.
        icon: Name of a file in assets/icons.
        kind: primary, plain, quiet, or flush and link, which begin where the text above them does.
    """

    icon_ink = ink("_ink", "_draw_icon")
    chosen_ink = ink("_chosen", "_draw_icon")

    def __init__(
        self, text: str, icon: str = "", kind: str = "plain", parent: QWidget | None = None
    ) -> None:
        self._icon, self._ink, self._chosen = icon, QColor(), QColor()
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # Return presses it too, not only Space
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self, kind: str) -> None:
        """Change its kind."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    def show_icon(self, icon: str) -> None:
        """Change its icon."""
        self._icon = icon
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if not self._icon:
            self.setIcon(QIcon())
        elif self._ink.isValid():
            side = max(Size.ICON, Size.ICON * self.font().pixelSize() // Size.BODY)
            self.setIconSize(QSize(side + Space.HAIR, side))
            ratio = self.devicePixelRatioF()
            drawn = QIcon(_drawn(self._icon, self._ink, side, ratio))
            if self._chosen.isValid():
                chosen = _drawn(self._icon, self._chosen, side, ratio)
                drawn.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
            self.setIcon(drawn)


class Card(QPushButton):
    """A surface that is pressed as a whole.

    Args:
        name: What a screen reader calls it.
        body: What it shows.
        kind: card or row.
    """

    def __init__(
        self, name: str, body: QLayout, kind: str = "card", parent: QWidget | None = None
    ) -> None:
        self._body = body
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setLayout(body)
        self.setAccessibleName(name)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Be as large as what it shows."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be no smaller than what it shows can be."""
        return self._body.minimumSize()


def _drawn(name: str, ink: QColor, side: int, ratio: float) -> QPixmap:
    key, known = f"{name} {ink.name()} {side} {ratio}", QPixmap()
    if QPixmapCache.find(key, known):
        return known
    drawn = _draw(name, ink, side, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _draw(name: str, ink: QColor, side: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink.name()).encode()))
    pixmap = QPixmap(round((side + Space.HAIR) * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
