"""The customer's words, two lines at the most, as they are spoken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from trainer.conversation.words import Word
from trainer.desktop.tokens import Size

__all__ = ["Caption", "broken"]

LINES = 2
_LEADING = 1.45


class Caption(QLabel):
    """Shows the words of a line whose time has come: the row that is spoken, and the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: tuple[str, ...] = ()
        self._starts: tuple[int, ...] = ()
        self._now_ms = 0
        self._cut = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def begin(self, text: str, words: Sequence[Word], now_ms: int) -> None:
        """Take a new line; without times its words are all shown at once."""
        written = tuple(text.split())
        matched = len(written) == len(words)
        self._tokens = written if matched or not words else tuple(word.text for word in words)
        self._starts = tuple(word.start_ms for word in words) or (now_ms,) * len(written)
        self._cut = False
        self.advance(now_ms)

    def advance(self, now_ms: int) -> None:
        """Show what has been spoken by then."""
        if not self._cut:
            self._now_ms = now_ms
            self._show()

    def cut(self) -> None:
        """Stop where it is: the rest is not going to be said."""
        self._cut = True
        self._show()

    def complete(self) -> None:
        """Show all of the line."""
        self.advance(max((self._now_ms, *self._starts)))

    def sizeHint(self) -> QSize:
        """Keep room for two lines whatever is said."""
        return QSize(Size.READING, round(self.fontMetrics().height() * _LEADING * LINES))

    def minimumSizeHint(self) -> QSize:
        """Keep room for two lines, however narrow."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line anew."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        spoken = sum(start <= self._now_ms for start in self._starts)
        rows = broken(self._tokens, self.width(), self.fontMetrics().horizontalAdvance)
        row = next((i for i, (_, end) in enumerate(rows) if spoken <= end), 0)
        visible = rows[max(0, row + 1 - LINES) : row + 1]
        shown = [" ".join(self._tokens[start : min(end, spoken)]) for start, end in visible]
        self.setText("\n".join(filter(None, shown)) + (" —" if self._cut else ""))


def broken(
    tokens: Sequence[str], width: int, measure: Callable[[str], int]
) -> tuple[tuple[int, int], ...]:
    """Break words into rows that fit the width; each row is (first, one past the last)."""
    rows: list[tuple[int, int]] = []
    first = 0
    for place in range(1, len(tokens) + 1):
        if place - first > 1 and measure(" ".join(tokens[first:place])) > width:
            rows.append((first, place - 1))
            first = place - 1
    return (*rows, (first, len(tokens)))
