"""Something and what stands beside it; below it where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.desktop.tokens import Size, Space

__all__ = ["Sides"]

_EMS = 56
"""Both have room beside each other from this width on, in sizes of the text."""

_ANY_WIDTH = 16_777_215
"""Qt's own greatest."""


class Sides(QWidget):
    """A main part, and an aside on its right.

    Args:
        main: Takes what room there is.
        aside: Is as wide as `aside_px` at 100 % text; below the main part, as wide as that.
    """

    def __init__(
        self, main: QWidget, aside: QWidget, aside_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._aside, self._aside_px = aside, aside_px
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
        text_px = max(self.font().pixelSize(), Size.BODY)
        if self.width() >= _EMS * text_px:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            self._row.setAlignment(self._aside, Qt.AlignmentFlag.AlignTop)
            self._aside.setFixedWidth(self._aside_px * text_px // Size.BODY)
        else:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._row.setAlignment(self._aside, Qt.AlignmentFlag(0))
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(_ANY_WIDTH)
