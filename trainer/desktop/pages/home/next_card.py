"""The one thing to do on Home: go on with what was left, or rehearse what is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.home.card import picture
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, beside, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.rating.next_up import Suggestion
    from trainer.records.store import RehearsalSummary
    from trainer.scenario.scenario import Scenario

__all__ = ["NextCard"]


class NextCard(QFrame):
    """The wide card.

    Signals: `chosen` carries a scenario to rehearse, `opened` the id of a rehearsal to look at, and
    `passed` says that somebody wants another suggestion.
    """

    chosen = Signal(object)
    opened = Signal(object)
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leads_to: tuple[Scenario | None, RehearsalSummary | None] = (None, None)
        self._label, self._title, self._why = Text("", "label"), Text("", "heading"), Text()
        self._picture = stack(0)
        self._go = Button("", kind="primary")
        self._go.clicked.connect(self._follow)
        self._other = Button(self.tr("Something else"), kind="link")
        self._other.clicked.connect(self.passed)
        self.setProperty("kind", "surface")
        self._compose()
        self.hide()

    def suggest(self, suggestion: Suggestion) -> None:
        """Offer a scenario and say why."""
        scenario = suggestion.scenario
        self._label.say(self.tr("Rehearse next"))
        self._title.say(_titled(scenario))
        self._why.say(reason(suggestion))
        self._go.setText(self.tr("Rehearse this"))
        self._show(scenario, None)

    def go_on(self, left: RehearsalSummary, scenario: Scenario | None) -> None:
        """Offer to go on with what was broken off, or was not looked at yet."""
        self._label.say(self.tr("Continue"))
        self._title.say(_titled(scenario) if scenario else left.scenario_title)
        when = wording.when(left.started_at)
        if left.reviewed_at is None:
            told = self.tr("You rehearsed this on {when} and have not looked at it yet.")
            self._go.setText(self.tr("Look at it"))
            self._show(None, left, scenario)
        else:
            told = self.tr("You broke this off on {when}, after {clock}.")
            self._go.setText(self.tr("Rehearse it again"))
            self._show(scenario, left, scenario)
        self._why.say(told.format(when=when, clock=wording.clock(left.duration_ms)))

    def begin(self) -> None:
        """Put the focus on what to do."""
        self._go.setFocus(Qt.FocusReason.TabFocusReason)

    def _compose(self) -> None:
        words = stack(Space.HAIR)
        words.addWidget(self._label)
        words.addWidget(self._title)
        words.addWidget(self._why)
        buttons = Wrap(gap=Space.SNUG)
        buttons.addWidget(self._go)
        buttons.addWidget(self._other)
        words.addSpacing(Space.TIGHT)
        words.addLayout(buttons)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = beside(Space.WIDE, Space.WIDE)
        row.addLayout(self._picture)
        row.addLayout(words, 1)
        self.setLayout(row)

    def _show(
        self,
        scenario: Scenario | None,
        left: RehearsalSummary | None,
        drawn: Scenario | None = None,
    ) -> None:
        self._leads_to = (scenario, left)
        clear(self._picture)
        if drawn := drawn or scenario:
            self._picture.addWidget(picture(drawn.customer, large=True))
        self._go.setAccessibleName(f"{self._go.text()}: {self._title.said}")
        self.show()

    def _follow(self) -> None:
        scenario, left = self._leads_to
        if scenario:
            self.chosen.emit(scenario)
        elif left:
            self.opened.emit(left.id)


def reason(suggestion: Suggestion) -> str:
    """Return why a scenario is suggested, in a sentence or two."""
    translate = QCoreApplication.translate
    competence = wording.competence(suggestion.competence)
    match suggestion.reason.value:
        case "first":
            told = translate("NextCard", "Because it is a gentle one to begin with.")
        case "weakest":
            told = translate(
                "NextCard",
                "Because “{competence}” went least well lately: {mark}.",
            ).format(competence=competence, mark=wording.mark(suggestion.figure))
        case "not_yet":
            told = translate(
                "NextCard", "Because you have not practised “{competence}” yet."
            ).format(competence=competence)
        case _:
            told = translate(
                "NextCard",
                "Because you have practised “{competence}” less than anything else.",
            ).format(competence=competence)
    if suggestion.harder:
        harder = translate("NextCard", "Your last one went well, so this is a step harder.")
        return f"{told} {harder}"
    return told


def _titled(scenario: Scenario) -> str:
    told = QCoreApplication.translate("NextCard", "{title}, with {customer}")
    return told.format(title=scenario.title, customer=scenario.customer.name)
