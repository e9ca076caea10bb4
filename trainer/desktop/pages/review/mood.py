"""The customer's mood in the review: the curve, and the step that is chosen, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from trainer.conversation.timeline import MoodMove, Timeline
from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.curve import PressureCurve
from trainer.desktop.widgets.layouts import stack, surface
from trainer.desktop.widgets.text import Text

__all__ = ["mood"]


def mood(timeline: Timeline) -> QFrame | None:
    """Return the curve over the step that is chosen; None when nothing moved the customer."""
    moves = timeline.moods
    if not moves:
        return None
    opening = moves[0].pressure - moves[0].change
    steps = [(move.start_ms, move.pressure) for move in moves]
    curve = PressureCurve(opening, steps, timeline.duration_ms)
    curve.setAccessibleName(_summary(opening, moves))
    told, more = Text("", "strong"), Text("", "small")

    def show(place: int) -> None:
        told.say(_step(moves[place]))
        more.say(_more(moves[place]))
        more.setVisible(bool(more.said))

    curve.valueChanged.connect(show)
    show(0)
    column = stack(Space.TIGHT, Space.WIDE)
    column.addWidget(Text(_tr("How they felt, step by step"), "heading"))
    column.addWidget(Text(_tr("Calm below, furious above. Choose a step to see why."), "small"))
    for widget in (curve, told, more):
        column.addWidget(widget)
    return surface(column)


def _step(move: MoodMove) -> str:
    words = _tr("{time}: {change} to {pressure}, {why}")
    return words.format(
        time=wording.clock(move.start_ms),
        change=f"{move.change:+d}".replace("-", "\N{MINUS SIGN}"),
        pressure=move.pressure,
        why=move.why,
    )


def _more(move: MoodMove) -> str:
    told = [] if move.trust is None else [_tr("Trust: {trust}.").format(trust=move.trust)]
    if move.met:
        needs = ", ".join(wording.need(name) for name in move.met)
        told.append(_tr("They had by then: {needs}.").format(needs=needs))
    return " ".join(told)


def _summary(opening: int, moves: tuple[MoodMove, ...]) -> str:
    words = _tr("Pressure over time: {opening} at first, {last} at the end, {count} steps")
    return words.format(opening=opening, last=moves[-1].pressure, count=len(moves))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Mood", text)
