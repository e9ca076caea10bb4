"""The library: everybody one can talk to, found by words, by chips and by arrow keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.home.card import ScenarioCard, said_of
from trainer.desktop.pages.home.narrowing import Narrowing
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.chip import Chip
from trainer.desktop.widgets.keys import Key, Keymap
from trainer.desktop.widgets.layouts import Grid, Wrap, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.scenario.scenario import Scenario

__all__ = ["Library"]


class Library(QWidget):
    """The cards, and what narrows them down.

    Tab goes to one card only; the arrow keys, Home and End go to the others.

    Signals: `chosen` carries a scenario.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ScenarioCard] = []
        self._done: frozenset[str] = frozenset()
        self._shows: tuple[tuple[Scenario, ...], dict[str, int | None]] = ((), {})
        self._competence = ""
        self._search, self._count = QLineEdit(), Text("", "small")
        self._grid = Grid(Size.CARD, even=False)
        self._settings = {name: Chip(wording.setting(name)) for name in wording.SETTINGS}
        self._levels = {name: Chip(wording.difficulty(name)) for name in wording.DIFFICULTIES}
        self._not_done = Chip(self.tr("Not yet done"))
        self._practises = Button("", kind="choice")
        self._practises.setProperty("opens", "menu")
        self._everybody = Button(self.tr("Show everybody"), kind="link")
        self.keymap = self._keys()
        self._compose()

    def show_scenarios(self, scenarios: Sequence[Scenario], best: Mapping[str, int | None]) -> None:
        """Show a card each; `best` has those that were rehearsed, with the best mark if any."""
        if self._shows == (tuple(scenarios), dict(best)):
            return

        self._shows = (tuple(scenarios), dict(best))
        held = self.window().focusWidget() in self._cards
        clear(self._grid)
        self._done = frozenset(best)
        self._cards = [
            ScenarioCard(each, best.get(each.id), done=each.id in best) for each in scenarios
        ]
        before: QWidget = self._everybody
        for card in self._cards:
            card.clicked.connect(partial(self.chosen.emit, card.scenario))
            card.installEventFilter(self)
            self._grid.addWidget(card)
            self.setTabOrder(before, card)
            before = card
        self._offer_competences(scenarios)
        self._narrow()
        if held:
            self.begin()

    def begin(self) -> None:
        """Put the focus on the first card; where nobody fits, on what shows everybody."""
        shown = self._shown()
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._everybody.isVisible():
            self._everybody.setFocus(Qt.FocusReason.TabFocusReason)

    def look_for(self) -> None:
        """Put the focus into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def practise(self, competence: str) -> None:
        """Show only what practises that; everything for an empty one."""
        self._competence = competence
        named = wording.competence(competence) if competence else self.tr("anything")
        self._practises.setText(self.tr("Practises: {competence}").format(competence=named))
        self._practises.show_icon("tick" if competence else "")
        self._practises.dress("choice-on" if competence else "choice")
        self._narrow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go from card to card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(watched, ScenarioCard) and self.keymap.press(event)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, ScenarioCard):
            self._let_tab_reach(watched)
        return super().eventFilter(watched, event)

    def _compose(self) -> None:
        self._search.setPlaceholderText(self.tr("Search: a name, a place, a word"))
        self._search.setAccessibleName(self.tr("Search the people you can talk to"))
        self._search.setToolTip(self.tr("Ctrl+F or /"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(Size.LETTER)
        self._search.textChanged.connect(self._narrow)
        self._search.returnPressed.connect(self.begin)
        self._everybody.clicked.connect(self._show_everybody)
        chips = Wrap(gap=Space.TIGHT)
        for chip in (*self._settings.values(), *self._levels.values(), self._not_done):
            chip.toggled.connect(self._narrow)
            chips.addWidget(chip)
        chips.addWidget(self._practises)
        found = Wrap(gap=Space.SNUG)
        found.addWidget(self._count)
        found.addWidget(self._everybody)
        self._count.setWordWrap(False)
        column = stack(Space.SNUG)
        column.addWidget(self._search)
        column.addLayout(chips)
        column.addLayout(found)
        column.addLayout(self._grid)
        self.setLayout(column)
        self.practise("")

    def _offer_competences(self, scenarios: Sequence[Scenario]) -> None:
        menu = QMenu(self._practises)
        menu.addAction(self.tr("anything"), partial(self.practise, ""))
        practised = {name for scenario in scenarios for name in scenario.competences}
        for name in wording.COMPETENCES:
            if name in practised:
                menu.addAction(wording.competence(name), partial(self.practise, name))
        self._practises.setMenu(menu)

    def _narrow(self) -> None:
        narrowing = Narrowing(
            text=self._search.text(),
            settings=_chosen(self._settings),
            difficulties=_chosen(self._levels),
            competence=self._competence,
            not_done=self._not_done.isChecked(),
        )
        for card in self._cards:
            keeps = narrowing.keeps(card.scenario, said_of(card.scenario), self._done)
            card.setVisible(keeps)
        shown = self._shown()
        self._everybody.setHidden(narrowing == Narrowing())
        self._count.setHidden(not self._cards)
        self._count.say(self._counted(len(shown)))
        if shown:
            self._let_tab_reach(shown[0])

    def _counted(self, shown: int) -> str:
        if not shown:
            return self.tr("Nobody fits all of that.")
        if shown == len(self._cards):
            several = self.tr("%n people to talk to", "", shown)
            return several if shown > 1 else self.tr("One person to talk to")
        return self.tr("{shown} of {all}").format(shown=shown, all=len(self._cards))

    def _show_everybody(self) -> None:
        self._search.clear()
        for chip in (*self._settings.values(), *self._levels.values(), self._not_done):
            chip.setChecked(False)
        self.practise("")
        self.begin()

    def _shown(self) -> list[ScenarioCard]:
        return [card for card in self._cards if card.isVisibleTo(self)]

    def _let_tab_reach(self, chosen: ScenarioCard) -> None:
        for card in self._cards:
            tab = Qt.FocusPolicy.StrongFocus if card is chosen else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(tab)

    def _keys(self) -> Keymap:
        k, go = Qt.Key, partial(partial, self._go)
        return Keymap(
            self.tr("The people you can talk to"),
            Key((k.Key_Left,), self.tr("The card before"), go(across=-1)),
            Key((k.Key_Right,), self.tr("The card after"), go(across=1)),
            Key((k.Key_Up,), self.tr("The card above"), go(down=-1)),
            Key((k.Key_Down,), self.tr("The card below"), go(down=1)),
            Key((k.Key_Home,), self.tr("The first card"), self.begin),
            Key((k.Key_End,), self.tr("The last card"), self._end),
        )

    def _go(self, *, across: int = 0, down: int = 0) -> None:
        """Go to another card, within the grid."""
        shown = self._shown()
        columns = sum(card.y() == shown[0].y() for card in shown)
        at = shown.index(cast("ScenarioCard", self.focusWidget())) + across + down * columns
        if 0 <= at < len(shown):
            shown[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _end(self) -> None:
        self._shown()[-1].setFocus(Qt.FocusReason.TabFocusReason)


def _chosen(chips: Mapping[str, Chip]) -> frozenset[str]:
    return frozenset(name for name, chip in chips.items() if chip.isChecked())
