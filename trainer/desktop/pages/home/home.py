"""Home: who is rehearsing, what to rehearse next, and everybody one can talk to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.desktop.pages.home.latest import Latest
from trainer.desktop.pages.home.library import Library
from trainer.desktop.pages.home.next_card import NextCard
from trainer.desktop.pages.home.path import Path
from trainer.desktop.pages.home.person import PersonChooser
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.keys import shortcut
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.rating.next_up import Tried
    from trainer.records.store import RehearsalSummary
    from trainer.scenario.scenario import Scenario

__all__ = ["Home"]

LATEST = 3
"""So many earlier rehearsals are shown here."""
PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where whoever is rehearsing stands."""

    person: str
    people: Sequence[str]
    latest: Sequence[RehearsalSummary]
    tried: Sequence[Tried]


class Home(Page):
    """The greeting, the one thing to do next, the library, and how far one has come.

    Signals: `wanted` carries the key of a place to go to, `relieved` says that somebody else
    rehearses now, and `filled` that everything has come.
    """

    wanted = Signal(str)
    relieved = Signal()
    filled = Signal()

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Home"), parent)
        self._services, self._bridge = services, bridge
        self._scenarios: tuple[Scenario, ...] = ()
        self._standing = _Standing("", (), (), ())
        self._passed_over: list[str] = []
        self._goes_on = True
        self._greeting, self._person = Text("", "title"), PersonChooser()
        self._state = Text(self.tr("Fetching the people you can talk to …"), "soft")
        self._next, self._library = NextCard(), Library()
        self._path, self._latest = Path(), Latest()
        self._path_title = Text(self.tr("What you have practised"), "heading")
        self._import = Button(self.tr("Bring in more scenarios …"), kind="link")
        self._compose()
        self._connect()
        self._greet("")

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """What there is to rehearse."""
        return self._scenarios

    def fill(self) -> None:
        """Fetch everything."""
        self._bridge.fetch(self, self._services.scenarios, self._show_scenarios, self._refused)

    def refresh(self) -> None:
        """Fetch again where whoever is rehearsing stands."""
        self._bridge.fetch(self, self._stand, self._show_standing, self._refused)

    def arrive(self) -> None:
        """Put the focus on what to do next."""
        if self.isVisible():
            self._next.begin() if self._next.isVisibleTo(self) else self._library.begin()

    def _compose(self) -> None:
        head = beside(Space.ROOM)
        head.addWidget(self._greeting, 1)
        head.addWidget(self._person)
        column = self.column
        column.addLayout(head)
        column.addWidget(
            Text(
                self.tr("Everything stays on this computer, and you can stop whenever you like."),
                "soft",
            )
        )
        column.addWidget(self._next)
        column.addWidget(self._state)
        column.addSpacing(Space.TIGHT)
        column.addWidget(self._library)
        column.addWidget(self._import)
        column.addSpacing(Space.WIDE)
        path = stack(Space.SNUG)
        path.addWidget(self._path_title)
        path.addWidget(self._path)
        column.addLayout(path)
        column.addSpacing(Space.WIDE)
        column.addWidget(self._latest)
        column.addStretch(1)
        for part in (self._library, self._path_title, self._path):
            part.hide()

    def _connect(self) -> None:
        self._person.chosen.connect(self._choose_person)
        self._next.chosen.connect(self.chosen)
        self._next.opened.connect(self.opened)
        self._next.passed.connect(self._pass_over)
        self._library.chosen.connect(self.chosen)
        self._path.chosen.connect(self._practise)
        self._latest.opened.connect(self.opened)
        self._latest.all_wanted.connect(partial(self.wanted.emit, PROGRESS))
        self._import.clicked.connect(self._ask_for_pack)
        find = (QKeySequence.StandardKey.Find, "/")
        shortcut(self, find, self.tr("Search the people"), self._look_for)

    def _stand(self) -> _Standing:
        services = self._services
        return _Standing(
            services.person(), services.people(), services.rehearsals(LATEST), services.tried()
        )

    def _show_scenarios(self, scenarios: Sequence[Scenario]) -> None:
        self._scenarios = tuple(scenarios)
        self._state.setVisible(not scenarios)
        self._state.say("" if scenarios else self.tr("There is nobody here yet to talk to."))
        self.refresh()

    def _show_standing(self, standing: _Standing) -> None:
        from trainer.rating.next_up import times_practised

        if standing.person != self._standing.person or standing.latest != self._standing.latest:
            self._passed_over, self._goes_on = [], True
        self._standing = standing
        self._greet(standing.person)
        self._person.show_people(standing.person, standing.people)
        self._library.show_scenarios(self._scenarios, _best(standing.tried))
        self._path.show_times(
            {str(one): n for one, n in times_practised(self._scenarios, standing.tried).items()}
        )
        self._latest.show_rehearsals(standing.latest)
        for part in (self._library, self._path_title, self._path):
            part.setVisible(bool(self._scenarios))
        self._show_next()
        QTimer.singleShot(0, self, self._come_to_rest)  # once everything has been laid out

    def _come_to_rest(self) -> None:
        held: QWidget | None = self.focusWidget()
        if not held or not held.isVisible():
            self.arrive()
        self.filled.emit()

    def _show_next(self) -> None:
        from trainer.rating.next_up import suggest

        whole = (one for one in self._standing.latest if one.again is None)
        newest = next(whole, None)
        left = newest is not None and (newest.reviewed_at is None or newest.outcome is None)
        scenario = self._scenario(newest.scenario_id) if newest else None
        if newest and left and self._goes_on and (scenario or newest.reviewed_at is None):
            self._next.go_on(newest, scenario)
            return
        suggestion = suggest(self._scenarios, self._standing.tried, self._passed_over)
        if suggestion is None and self._passed_over:
            self._passed_over = []
            suggestion = suggest(self._scenarios, self._standing.tried)
        if suggestion is None:
            self._next.hide()
        else:
            self._passed_over.append(suggestion.scenario.id)
            self._next.suggest(suggestion)

    def _pass_over(self) -> None:
        self._goes_on = False
        self._show_next()

    def _scenario(self, scenario_id: str) -> Scenario | None:
        return next((each for each in self._scenarios if each.id == scenario_id), None)

    def _choose_person(self, name: str) -> None:
        def chosen(_: None) -> None:
            self.told.emit(self.tr("{name} is rehearsing now.").format(name=name))
            self.relieved.emit()
            self.refresh()

        choose = partial(self._services.choose_person, name)
        self._bridge.fetch(self, choose, chosen, self.troubled.emit)

    def _practise(self, competence: str) -> None:
        self._library.practise(competence)
        self._library.begin()

    def _look_for(self) -> None:
        self._library.look_for()
        self.ensureWidgetVisible(self._library, 0, 0)

    def _greet(self, person: str) -> None:
        greeting = _greeting(QDateTime.currentDateTime().time().hour())
        told = self.tr("{greeting}, {name}").format(greeting=greeting, name=person)
        self._greeting.say(told if person else greeting)

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
            lambda: self._services.import_pack(FilePath(name)),
            self._show_taken,
            self._offer_another,
        )

    def _offer_another(self, sentence: str) -> None:
        self.offered.emit(sentence, self.tr("Choose another …"), self._ask_for_pack)

    def _show_taken(self, taken: Sequence[Scenario]) -> None:
        titles = ", ".join(scenario.title for scenario in taken)
        self.told.emit(self.tr("You can rehearse these too now: {titles}.").format(titles=titles))
        self.fill()

    def _refused(self, sentence: str) -> None:
        self._state.hide()
        if self._scenarios:
            self._show_standing(self._standing)  # one can rehearse all the same
        else:
            self.filled.emit()
        self.troubled.emit(sentence)


def _best(tried: Sequence[Tried]) -> dict[str, int | None]:
    """Return the best mark of each scenario that was rehearsed; None where none was given."""
    best: dict[str, int | None] = {}
    for one in tried:
        marks = [mark for mark in (best.get(one.scenario_id), one.overall) if mark is not None]
        best[one.scenario_id] = max(marks, default=None)
    return best


def _greeting(hour: int) -> str:
    for until, words in ((5, "Good evening"), (12, "Good morning"), (18, "Good afternoon")):
        if hour < until:
            return QCoreApplication.translate("Home", words)
    return QCoreApplication.translate("Home", "Good evening")
