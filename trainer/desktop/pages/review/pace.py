"""The pace in figures, each with how it was made."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from trainer.conversation.timeline import Timeline
from trainer.desktop import wording
from trainer.desktop.pages.review.how import How
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.layouts import Grid, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Rating

__all__ = ["FLUENCY", "pace_card"]

FLUENCY = frozenset(
    {"fillers", "fillers_per_100_words", "pause_ratio", "mean_pause_ms", "longest_pause_ms"}
)
"""What tells how fluently somebody speaks, and can be left out."""

MEASURES = (
    "words_per_minute",
    "reply_gap_ms_median",
    "longest_pause_ms",
    "longest_monologue_ms",
    "pause_ratio",
    "fillers_per_100_words",
)


def pace_card(rating: Rating, timeline: Timeline, hidden: frozenset[str]) -> QFrame:
    """Return the figures that are not hidden, and what listened."""
    column, how = stack(Space.SNUG, Space.WIDE), How(rating)
    column.addWidget(Text(wording.measure("pacing"), "heading"))
    keys = {wording.measure(name): name for name in MEASURES}
    figures = Grid(Size.MARK, gap=Space.WIDE)
    for value, title, note in wording.pacing(rating.pacing):
        if keys[title] not in hidden:
            figures.addWidget(_figure(value, title, note, how.button(keys[title])))
    column.addLayout(figures)
    column.addWidget(how)
    column.addWidget(Text(wording.listened(timeline.listening.recogniser), "small"))
    return surface(column)


def _figure(value: str, title: str, note: str, how: QWidget | None) -> QWidget:
    figure, lines = QWidget(), stack(0)
    lines.addWidget(Text(value, "number"))
    lines.addWidget(Text(title, "strong"))
    if note:
        lines.addWidget(Text(note, "small"))
    if how:
        lines.addWidget(how)
    lines.addStretch(1)
    figure.setLayout(lines)
    return figure
