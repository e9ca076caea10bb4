"""What has been heard of you so far, in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.widgets.text import Text

__all__ = ["HeardLine"]

_NOTHING = "\N{NO-BREAK SPACE}"


class HeardLine(Text):
    """Shows the newest words; it takes one line, whether there are none or too many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="soft", parent=parent)
        self.setWordWrap(False)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say("")

    def say(self, text: str) -> None:
        """Show other words; a screen reader has all of them."""
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self.said, Qt.TextElideMode.ElideLeft, room)
        self.setText(shown or _NOTHING)
