"""A field for a few lines of one's own words."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer.desktop.tokens import Space

__all__ = ["WritingField"]

LINES = 3


class WritingField(QPlainTextEdit):
    """Three lines high at any size of the text; Tab leaves it.

    Args:
        asked: What is to be written, for a screen reader.
        written: What stands in it.
    """

    def __init__(self, asked: str, written: str = "", parent: QWidget | None = None) -> None:
        super().__init__(written, parent)
        self.setAccessibleName(asked)
        self.setTabChangesFocus(True)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 2 * Space.SNUG)
