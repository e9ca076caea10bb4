"""Colours of a scenario's text: keys, comments and where something is wrong."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

__all__ = ["Colours"]

KEY = re.compile(r"^\s*(?:- )*([\w-]+):(?= |$)")
COMMENT = re.compile(r"(?:^|\s)#.*$")
PAUSE = re.compile(r"\[pause \d+\]")


class Colours(QSyntaxHighlighter):
    """Draws keys bold, comments soft, pauses coloured and lines with a problem underlined."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._key, self._soft, self._look = QColor(), QColor(), QColor()
        self._troubled: Mapping[int, bool] = {}

    def dress(self, key: QColor, soft: QColor, look: QColor) -> None:
        """Take other colours; while one is wanting, the text waits for it."""
        changed = (key, soft, look) != (self._key, self._soft, self._look)
        self._key, self._soft, self._look = key, soft, look
        if changed and key.isValid() and soft.isValid() and look.isValid():
            self.rehighlight()

    def blame(self, troubled: Mapping[int, bool]) -> None:
        """Underline these lines, from 1; True for a mistake, False for a remark."""
        changed = {
            line
            for line in {*troubled, *self._troubled}
            if troubled.get(line) != self._troubled.get(line)
        }
        self._troubled = dict(troubled)
        for line in changed:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        """Draw one line."""
        if found := COMMENT.search(text):
            self._paint(found.start(), found.end(), self._soft)
        if found := KEY.match(text):
            self._paint(found.start(1), found.end(1), self._key, bold=True)
        for found in PAUSE.finditer(text):
            self._paint(found.start(), found.end(), self._key)
        line = self.currentBlock().blockNumber() + 1
        if line in self._troubled:
            self._underline(text, mistake=self._troubled[line])

    def _paint(self, start: int, end: int, ink: QColor, *, bold: bool = False) -> None:
        paint = QTextCharFormat()
        paint.setForeground(ink)
        if bold:
            paint.setFontWeight(QFont.Weight.Bold)
        self.setFormat(start, end - start, paint)

    def _underline(self, text: str, *, mistake: bool) -> None:
        styles = QTextCharFormat.UnderlineStyle
        for at in range(len(text) - len(text.lstrip()), len(text)):
            paint = QTextCharFormat(self.format(at))
            paint.setUnderlineStyle(styles.WaveUnderline if mistake else styles.DotLine)
            paint.setUnderlineColor(self._look)
            self.setFormat(at, 1, paint)
