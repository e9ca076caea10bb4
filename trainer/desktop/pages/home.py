"""Home: who to talk to next, and what was rehearsed before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button, Card
from trainer.desktop.widgets.face.portrait import Portrait
from trainer.desktop.widgets.layouts import Grid, Wrap, beside, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.store import RehearsalSummary
    from trainer.scenario.scenario import Scenario

__all__ = ["Home"]

SHOWN_AT_ONCE = 6


class Home(Page):
    """The greeting, a card a scenario, and earlier rehearsals.

    Signals: `deleted` carries the summary of a rehearsal, and `filled` says that everything has
    come.
    """

    deleted = Signal(object)
    filled = Signal()

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Home"), parent)
        self._services, self._bridge = services, bridge
        self._scenarios: tuple[Scenario, ...] = ()
        self._earlier: tuple[RehearsalSummary, ...] = ()
        self._shown = SHOWN_AT_ONCE
        self._cards, self._rows = Grid(Size.CARD), stack()
        self._state = Text(self.tr("Fetching the people you can talk to …"), "soft")
        self._earlier_title = Text(self.tr("Earlier rehearsals"), "heading")
        self._older = Button(self.tr("Show older ones"), kind="quiet")
        self._older.clicked.connect(self._show_older)
        self._import = Button(self.tr("Bring in more scenarios …"), kind="quiet")
        self._import.clicked.connect(self._ask_for_pack)
        self._compose()

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """What there is to rehearse."""
        return self._scenarios

    def fill(self) -> None:
        """Fetch everything."""
        self._bridge.fetch(self, self._services.scenarios, self._show_scenarios, self._refused)

    def refresh(self) -> None:
        """Fetch the earlier rehearsals again."""
        self._bridge.fetch(self, self._services.rehearsals, self._show_earlier, self._refused)

    def arrive(self) -> None:
        """Put the focus on the first card."""
        card = self.findChild(Card)
        if card and self.isVisible():
            card.setFocus()

    def _compose(self) -> None:
        column = self.column
        column.addWidget(Text(_greeting(QDateTime.currentDateTime().time().hour()), "title"))
        column.addWidget(
            Text(
                self.tr(
                    "Who would you like to talk to? Everything stays on this computer, and you can "
                    "stop whenever you like."
                ),
                "soft",
            )
        )
        column.addSpacing(Space.TIGHT)
        column.addWidget(self._state)
        column.addLayout(self._cards)
        column.addWidget(self._import)
        column.addSpacing(Space.WIDE)
        column.addWidget(self._earlier_title)
        column.addLayout(self._rows)
        column.addWidget(self._older)
        column.addStretch(1)
        self._earlier_title.hide()
        self._older.hide()

    def _show_scenarios(self, scenarios: Sequence[Scenario]) -> None:
        self._scenarios = tuple(scenarios)
        clear(self._cards)
        for scenario in scenarios:
            card = Card(_scenario_name(scenario), _scenario_body(scenario))
            card.clicked.connect(partial(self.chosen.emit, scenario))
            self._cards.addWidget(card)
            self.setTabOrder(card, self._import)
        self._state.setVisible(not scenarios)
        self._state.say("" if scenarios else self.tr("There is nobody here yet to talk to."))
        QTimer.singleShot(0, self.arrive)  # once the cards can be seen
        self.refresh()

    def _show_earlier(self, earlier: Sequence[RehearsalSummary]) -> None:
        self._earlier = tuple(earlier)
        clear(self._rows)
        for summary in self._earlier[: self._shown]:
            row = self._row(summary)
            self._rows.addWidget(row)
            self.setTabOrder(row.findChildren(Button)[-1], self._older)
        self._earlier_title.setVisible(bool(earlier))
        self._older.setVisible(len(self._earlier) > self._shown)
        QTimer.singleShot(0, self.filled.emit)  # once everything has been laid out

    def _row(self, summary: RehearsalSummary) -> QWidget:
        card = Card(_summary_name(summary), _summary_body(summary), "row")
        card.clicked.connect(partial(self.opened.emit, summary.id))
        delete = Button(self.tr("Delete"), "trash", "quiet")
        delete.setAccessibleName(
            self.tr("Delete {title}, {when}").format(
                title=summary.scenario_title, when=wording.when(summary.started_at)
            )
        )
        delete.clicked.connect(partial(self.deleted.emit, summary))
        row, inner = QWidget(), beside()
        inner.addWidget(card, 1)
        inner.addWidget(delete)
        row.setLayout(inner)
        return row

    def _ask_for_pack(self) -> None:
        pack = self.tr("Packs of scenarios (*.zip)")
        dialog = QFileDialog(self, self.tr("Bring in more scenarios"), "", pack)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_pack)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_pack(self, name: str) -> None:
        self._bridge.fetch(
            self,
            lambda: self._services.import_pack(Path(name)),
            self._show_taken,
            self.troubled.emit,
        )

    def _show_taken(self, taken: Sequence[Scenario]) -> None:
        titles = ", ".join(scenario.title for scenario in taken)
        self.told.emit(self.tr("You can rehearse these too now: {titles}.").format(titles=titles))
        self.fill()

    def _show_older(self) -> None:
        self._shown += SHOWN_AT_ONCE
        self._show_earlier(self._earlier)

    def _refused(self, sentence: str) -> None:
        self._state.hide()
        self.troubled.emit(sentence)
        self.filled.emit()


def _scenario_body(scenario: Scenario) -> QHBoxLayout:
    words = stack(Space.HAIR)
    words.addWidget(Text(scenario.title, "heading"))
    words.addWidget(Text(scenario.customer.name, "customer"))
    words.addWidget(Text(f"{wording.setting(scenario.setting)} · {scenario.place}", "small"))
    words.addSpacing(Space.HAIR)
    words.addLayout(_difficulty(scenario.difficulty))
    words.addSpacing(Space.HAIR)
    words.addLayout(_chips(scenario))
    words.addStretch(1)
    body = beside(Space.ROOM, Space.ROOM)
    medal = stack(0)
    medal.addWidget(Portrait(scenario.customer.name, scenario.customer.age))
    medal.addStretch(1)
    body.addLayout(medal)
    body.addLayout(words, 1)
    return body


def _difficulty(name: str) -> QHBoxLayout:
    row = beside(Space.HAIR)
    for place in range(3):
        dot = QFrame()
        dot.setProperty("kind", "dot" if place < wording.dots(name) else "dot-empty")
        row.addWidget(dot)
    row.addSpacing(Space.HAIR)
    row.addWidget(Text(wording.difficulty(name), "small"), 1)
    return row


def _chips(scenario: Scenario) -> Wrap:
    chips = Wrap(gap=Space.HAIR)
    for name in scenario.competences[:3]:
        chips.addWidget(Text(wording.competence(name), "chip"))
    return chips


def _summary_body(summary: RehearsalSummary) -> QHBoxLayout:
    row = beside(Space.ROOM, Space.SNUG)
    words = stack(Space.HAIR)
    words.addWidget(Text(summary.scenario_title, "strong"))
    if summary.sentence:
        words.addWidget(Text(summary.sentence, "small"))
    figures = stack(Space.HAIR)
    figures.addWidget(Text(wording.mark(summary.overall), "strong"))
    figures.addWidget(Text(wording.when(summary.started_at), "small"))
    row.addLayout(words, 3)
    row.addLayout(figures, 1)
    return row


def _scenario_name(scenario: Scenario) -> str:
    told = (
        scenario.title,
        scenario.customer.name,
        wording.setting(scenario.setting),
        wording.difficulty(scenario.difficulty),
        *(wording.competence(name) for name in scenario.competences),
    )
    return ", ".join(told)


def _summary_name(summary: RehearsalSummary) -> str:
    told = (summary.scenario_title, wording.mark(summary.overall), wording.when(summary.started_at))
    return ", ".join(told)


def _greeting(hour: int) -> str:
    for until, words in ((5, "Good evening"), (12, "Good morning"), (18, "Good afternoon")):
        if hour < until:
            return QCoreApplication.translate("Home", words)
    return QCoreApplication.translate("Home", "Good evening")
