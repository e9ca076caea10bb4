"""Two parts of one width beside each other; below each other where there is no room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.desktop.tokens import Size, Space

__all__ = ["Halves"]

NARROWEST = 400
"""How narrow a part may be in px, at 100 % text."""


class Halves(QWidget):
    """Both are as high as there is room for."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.ROOM)
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn as the width asks."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """Turn as the size of the text asks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        text_px = max(self.font().pixelSize(), Size.BODY)
        wide = 2 * NARROWEST * text_px // Size.BODY + Space.ROOM
        directions = QBoxLayout.Direction
        beside = self.width() >= wide
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
