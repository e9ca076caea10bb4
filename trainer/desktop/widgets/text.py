"""Text in the window's few kinds."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

__all__ = ["LINE_HEIGHT", "Text"]

LINE_HEIGHT = 113
"""Percent of the font's own line height, which is 1.29 em: makes 1.45 em."""
_READ = frozenset({"body", "soft", "lead"})


class Text(QLabel):
    """A piece of text; `kind` is how the style sheet dresses it.

    What is read rather than glanced at (body, soft, lead) gets the generous line height.
    """

    def __init__(self, text: str = "", kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self._tall = kind in _READ
        self.setWordWrap(not kind.startswith("chip"))
        self.setTextFormat(Qt.TextFormat.RichText if self._tall else Qt.TextFormat.PlainText)
        if kind == "medal":
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if kind.startswith("under"):
            self.setIndent(0)  # where there is a margin, Qt adds half a letter of its own
        if kind.startswith("chip"):
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(_paragraphs(text) if self._tall and text else text)
        self.setAccessibleName(text)

    @property
    def said(self) -> str:
        """The words as they are shown, without markup."""
        return self.accessibleName()


def _paragraphs(text: str) -> str:
    return "".join(
        f'<p style="margin:0; line-height:{LINE_HEIGHT}%">{escape(part)}</p>'
        for part in text.split("\n")
    )
