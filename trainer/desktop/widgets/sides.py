"""Two parts beside each other; below each other where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.desktop.tokens import Size, Space

__all__ = ["Halves", "Sides"]

_EMS = 56
"""From this width on there is room for an aside beside a main part, in sizes of the text."""

_NARROWEST = 400
"""How narrow a half may be in px, at 100 % text."""

_ANY_WIDTH = 16_777_215
"""Qt's own greatest."""


class _Turning(QWidget):
    """Turns as its width and the size of the text ask."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
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

    @property
    def _text_px(self) -> int:
        return max(self.font().pixelSize(), Size.BODY)

    def _turn(self) -> None:
        raise NotImplementedError

    def _lay(self, *, beside: bool) -> None:
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


class Sides(_Turning):
    """A main part, and an aside on its right.

    Args:
        main: Takes what room there is.
        aside: Is as wide as `aside_px` at 100 % text; below the main part, as wide as that.
    """

    def __init__(
        self, main: QWidget, aside: QWidget, aside_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Space.WIDE, parent)
        self._aside, self._aside_px = aside, aside_px
        self._row.addWidget(main, 1)
        self._row.addWidget(aside)

    def _turn(self) -> None:
        beside = self.width() >= _EMS * self._text_px
        self._lay(beside=beside)
        if beside:
            self._row.setAlignment(self._aside, Qt.AlignmentFlag.AlignTop)
            self._aside.setFixedWidth(self._aside_px * self._text_px // Size.BODY)
        else:
            self._row.setAlignment(self._aside, Qt.AlignmentFlag(0))
            self._aside.setMinimumWidth(0)
            self._aside.setMaximumWidth(_ANY_WIDTH)


class Halves(_Turning):
    """Two parts of one width; both are as high as there is room for."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Space.ROOM, parent)
        self._row.addWidget(first, 1)
        self._row.addWidget(second, 1)

    def _turn(self) -> None:
        self._lay(beside=self.width() >= 2 * _NARROWEST * self._text_px // Size.BODY + Space.ROOM)
