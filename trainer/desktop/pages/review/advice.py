"""The pieces of advice: the moment, what you said, what might land better."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from trainer.conversation.words import Span
from trainer.desktop import wording
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, rule, stack
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Advice

__all__ = ["AdviceCard"]


class AdviceCard(QFrame):
    """One piece of advice.

    Attributes:
        advice: What it says.
        buttons: The row of buttons at its foot, to add to.

    Signals: `wanted` carries when its moment begins, to be shown below; `tried` likewise, to be
    tried again; `doubted` likewise, to be seen otherwise.
    """

    wanted = Signal(int)
    tried = Signal(int)
    doubted = Signal(int)

    def __init__(
        self,
        advice: Advice,
        playback: Playback | None,
        *,
        repeatable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.advice, self.buttons = advice, Wrap(gap=Space.SNUG)
        self.setProperty("kind", "surface")
        at = wording.clock(advice.start_ms)
        column = stack(Space.TIGHT, Space.ROOM)
        column.addWidget(Text(self.tr("At {time}").format(time=at), "label"))
        column.addWidget(Text(advice.why))
        column.addWidget(rule())
        for title, words, kind in (
            (self.tr("You said"), advice.said, "soft"),
            (self.tr("Might land better"), advice.better, "body"),
        ):
            if words:
                column.addWidget(Text(title, "label"))
                column.addWidget(Text(_quoted(words), kind))
        column.addStretch(1)
        column.addLayout(self.buttons)
        self.setLayout(column)
        if repeatable:
            self._add_try(at)
        self._add_actions(playback, at)

    def _add_try(self, at: str) -> None:
        again = Button(self.tr("Try this moment again"), "repeat")
        again.setAccessibleName(self.tr("Try the moment at {time} again").format(time=at))
        again.clicked.connect(lambda: self.tried.emit(self.advice.start_ms))
        self.buttons.addWidget(again)

    def _add_actions(self, playback: Playback | None, at: str) -> None:
        advice = self.advice
        if playback:
            span = Span(advice.start_ms, advice.end_ms)
            what = self.tr("the moment at {time}").format(time=at)
            self.buttons.addWidget(playback.button(lambda: span, what))
        find = Button(self.tr("Show it"), "find", "flush")
        find.setAccessibleName(self.tr("Show the moment at {time} below").format(time=at))
        find.clicked.connect(lambda: self.wanted.emit(advice.start_ms))
        self.buttons.addWidget(find)
        doubt = Button(self.tr("I see it otherwise"), "write", "flush")
        words = self.tr("I see the moment at {time} otherwise")
        doubt.setAccessibleName(words.format(time=at))
        doubt.clicked.connect(lambda: self.doubted.emit(advice.start_ms))
        self.buttons.addWidget(doubt)


def _quoted(words: str) -> str:
    """Return words in quotes; what is to be done rather than said stands in brackets already."""
    return words if words.startswith("(") else f"“{words}”"
