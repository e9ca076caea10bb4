"""Something and what stands beside it; below it where there is no room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.desktop.tokens import Size, Space

__all__ = ["Sides"]

_EMS = 56
"""Both have room beside each other from this width on, in sizes of the text."""


class Sides(QWidget):
    """A main part, and an aside on its right."""

    def __init__(self, main: QWidget, aside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.WIDE)
        self._row.addWidget(main, 1)
        self._row.addWidget(aside)
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
        wide = self.width() >= _EMS * max(self.font().pixelSize(), Size.BODY)
        turned = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(turned)
