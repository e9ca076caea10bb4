"""A scenario of the library as a card: who, where, how hard, what for, and one's best mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Card
from trainer.desktop.widgets.face.portrait import Portrait
from trainer.desktop.widgets.layouts import Wrap, beside, stack
from trainer.desktop.widgets.ring import Ring
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.scenario.scenario import Person, Scenario

__all__ = ["ScenarioCard", "dots", "picture", "said_of"]

COMPETENCES = 2
"""So many are named on a card; the briefing names them all."""


class ScenarioCard(Card):
    """The card of one scenario.

    Args:
        scenario: Which.
        best: The trainee's best mark in it; None without one.
        done: They have rehearsed it.
    """

    def __init__(
        self, scenario: Scenario, best: int | None, *, done: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_name(scenario, best, done=done), _body(scenario, best, done=done))
        self.setParent(parent)
        self.scenario = scenario


def picture(person: Person, *, large: bool = False) -> QWidget:
    """Return the customer's picture; the one place that knows what it looks like."""
    drawn = Portrait(person.name, person.age)
    if large:
        drawn.setProperty("kind", "large")
    return drawn


def dots(difficulty: str) -> QHBoxLayout:
    """Return how hard it is, as dots and in a word."""
    row = beside(Space.HAIR)
    for place in range(3):
        dot = QFrame()
        dot.setProperty("kind", "dot" if place < wording.dots(difficulty) else "dot-empty")
        row.addWidget(dot)
    row.addSpacing(Space.HAIR)
    row.addWidget(Text(wording.difficulty(difficulty), "small"), 1)
    return row


def said_of(scenario: Scenario) -> str:
    """Return what a scenario's card says of it."""
    told = (
        scenario.title,
        scenario.customer.name,
        wording.setting(scenario.setting),
        wording.difficulty(scenario.difficulty),
        *(wording.competence(name) for name in scenario.competences),
    )
    return ", ".join(told)


def _name(scenario: Scenario, best: int | None, *, done: bool) -> str:
    translate = QCoreApplication.translate
    if best is not None:
        told = translate("ScenarioCard", "best mark {mark}").format(mark=best)
    else:
        told = translate("ScenarioCard", "not rated yet" if done else "new")
    return f"{said_of(scenario)}, {told}"


def _body(scenario: Scenario, best: int | None, *, done: bool) -> QVBoxLayout:
    body = stack(Space.TIGHT, Space.ROOM)
    head = beside(Space.SNUG)
    head.addWidget(picture(scenario.customer), 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(_who(scenario, _standing(best, done=done)), 1)
    body.addLayout(head)
    body.addStretch(1)
    body.addLayout(dots(scenario.difficulty))
    chips = Wrap(gap=Space.HAIR)
    for name in scenario.competences[:COMPETENCES]:
        chips.addWidget(Text(wording.competence(name), "chip"))
    body.addLayout(chips)
    return body


def _standing(best: int | None, *, done: bool) -> QWidget | None:
    if best is not None:
        return Ring(best)
    new = QCoreApplication.translate("ScenarioCard", "new")
    return None if done else Text(new, "chip-good")


def _who(scenario: Scenario, standing: QWidget | None) -> QVBoxLayout:
    words, titles, top = stack(Space.HAIR), stack(Space.HAIR), beside(Space.TIGHT)
    titles.addWidget(Text(scenario.title, "card-title"))
    titles.addWidget(Text(scenario.customer.name, "customer"))
    titles.addStretch(1)
    top.addLayout(titles, 1)
    if standing:
        top.addWidget(standing, 0, Qt.AlignmentFlag.AlignTop)
    words.addLayout(top)
    words.addWidget(Text(f"{wording.setting(scenario.setting)} · {scenario.place}", "small"))
    words.addStretch(1)
    return words
