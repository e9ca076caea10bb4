"""The briefing, as a letter that is read in twenty seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.face.portrait import Portrait
from trainer.desktop.widgets.layouts import beside, rule, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.scenario.scenario import Scenario

__all__ = ["Letter"]


class Letter(QFrame):
    """Who you are, what happened, whom you meet, what you may and may not do."""

    def __init__(self, told: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "letter")
        letter = stack(Space.TIGHT, Space.WIDE)
        letter.addLayout(_head(told))
        letter.addSpacing(Space.SNUG)
        letter.addWidget(Text(told.briefing.you_are))
        letter.addWidget(Text(told.briefing.what_happened))
        who = self.tr("{name}, {age}. {who}").format(
            name=told.customer.name, age=told.customer.age, who=told.customer.who
        )
        letter.addWidget(Text(who))
        letter.addWidget(rule())
        _add_points(letter, self.tr("You may"), told.briefing.you_may)
        _add_points(letter, self.tr("You may not"), told.briefing.you_may_not)
        self.setLayout(letter)


def _head(told: Scenario) -> QHBoxLayout:
    head, words = beside(Space.ROOM), stack(Space.HAIR)
    words.addWidget(Text(told.title, "title"))
    words.addWidget(Text(f"{wording.setting(told.setting)} · {told.place}", "small"))
    head.addLayout(words, 1)
    head.addWidget(Portrait(told.customer.name, told.customer.age), 0, Qt.AlignmentFlag.AlignTop)
    return head


def _add_points(letter: QVBoxLayout, title: str, points: tuple[str, ...]) -> None:
    if points:
        letter.addSpacing(Space.HAIR)
        letter.addWidget(Text(title, "label"))
        for point in points:
            row = beside(Space.TIGHT)
            row.addWidget(_bullet(), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(point), 1)
            letter.addLayout(row)


def _bullet() -> Text:
    bullet = Text("•")
    bullet.setWordWrap(False)
    return bullet
