"""The window: which page is shown, and the road from one to the next."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from trainer.desktop.bridge import Bridge
from trainer.desktop.keeping import Keeper
from trainer.desktop.language import speak
from trainer.desktop.memory import set_aside
from trainer.desktop.pages.home import Home
from trainer.desktop.places import HOME, Surroundings, places
from trainer.desktop.theme import Theme
from trainer.desktop.trouble import sentence
from trainer.desktop.widgets.keys import shortcut
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.notice import Notice
from trainer.desktop.widgets.rail import Rail
from trainer.records.look import Look

if TYPE_CHECKING:
    from trainer.desktop.pages.before import Before
    from trainer.desktop.pages.call import Call
    from trainer.desktop.pages.page import Page
    from trainer.desktop.pages.review import Review
    from trainer.desktop.services import RunningRehearsal, Services
    from trainer.rating.scorecard import Marks
    from trainer.records.settings import Settings
    from trainer.records.store import RehearsalId, Restart, StoredRehearsal
    from trainer.rehearsal.events import Command
    from trainer.scenario.scenario import Scenario

__all__ = ["Window", "close_windows", "has_display", "run"]

TEXT_STEP = 0.25


def run(
    services: Services, ready: Callable[[], object] | None = None, look: Look | None = None
) -> int:
    """Show the window until it is closed.

    Args:
        services: The program.
        ready: Is called when Home is filled.
        look: How the window is to look, in which language; the defaults without one.
    """
    look = look or Look()
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Soft Answer")
    speak(app, look.language)
    theme = Theme(app)
    theme.look(look)
    window = Window(services, theme)
    window.ready.connect(set_aside, Qt.ConnectionType.SingleShotConnection)
    if ready:
        window.ready.connect(ready)
    window.show()
    code = app.exec()
    window.bridge.settle()
    return code


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def close_windows() -> None:
    """Close what is open, as its person would."""
    QApplication.closeAllWindows()


class Window(QWidget):
    """Everything that is on screen; `ready` says that Home is filled."""

    ready = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = Bridge(self)
        self._services, self._theme = services, theme
        self._running: dict[Page, RunningRehearsal] = {}
        self._closing = self._shown = False
        self._keeper = Keeper(services, self.bridge, self)
        self._keeper.kept.connect(self._wear)
        self._keeper.refused.connect(self._tell_refused)
        self._home = Home(services, self.bridge)
        self._pages, self._notice = QStackedWidget(), Notice()
        self._places = {place.key: place for place in places()}
        self._rail = Rail((place.key, place.word, place.icon) for place in self._places.values())
        self.setObjectName("window")
        self.setWindowTitle("Soft Answer")
        self._compose()
        self._connect_home()
        self._bind_keys()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page: Page = self._pages.currentWidget()  # type: ignore[assignment] # only pages go in
        return page

    @property
    def notice(self) -> Notice:
        """The bar at the foot."""
        return self._notice

    def showEvent(self, event: QShowEvent) -> None:
        """Appear first, then fill in."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self._home, self._home.fill)
            self.bridge.fetch(self, self._services.remarks, self._tell_remarks, self._tell_refused)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End a rehearsal that is under way and keep it before the window goes."""
        if not self._running:
            self._leave_page()
            event.accept()
            return
        event.ignore()
        if not self._closing:
            self._closing = True
            self._close_after(tuple(self._running.values()))

    def _compose(self) -> None:
        sides, column = beside(0), stack(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._notice)
        sides.addWidget(self._rail)
        sides.addLayout(column, 1)
        self.setLayout(sides)
        self._pages.addWidget(self._home)
        self._rail.show_current(HOME)
        self._rail.chosen.connect(self.go)
        self._rail.keys_wanted.connect(self._show_keys)
        self._notice.let_go.connect(self._come_back)
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height()))

    def _connect_home(self) -> None:
        self._home.chosen.connect(self._show_before)
        self._home.opened.connect(self._open_review)
        self._home.wanted.connect(self.go)
        self._home.relieved.connect(self.dress)
        self._home.troubled.connect(self._tell_and_offer_again)
        self._home.told.connect(self._notice.tell)
        self._home.offered.connect(self._notice.tell)
        self._home.filled.connect(self.ready)

    def go(self, key: str) -> None:
        """Go to a place of the rail."""
        self._notice.hide()
        make = self._places[key].make
        if make is None:
            self._show_home()
        else:
            self._show(make(self._surroundings()), key)

    def _surroundings(self) -> Surroundings:
        return Surroundings(self._services, self.bridge, self._theme, self._keeper)

    def _bind_keys(self) -> None:
        standard = QKeySequence.StandardKey
        for keys, does, act in (
            (standard.ZoomIn, self.tr("Larger text"), partial(self._scale_text, TEXT_STEP)),
            (standard.ZoomOut, self.tr("Smaller text"), partial(self._scale_text, -TEXT_STEP)),
            ("F6", self.tr("To the notice at the foot, and back"), self._go_to_notice),
            ("F1", self.tr("Show these keys"), self._show_keys),
        ):
            shortcut(self, (keys,), does, act)

    def _show_keys(self) -> None:
        from trainer.desktop.overview import Overview

        overview = Overview(self.page, self)
        overview.finished.connect(overview.deleteLater)
        overview.open()

    def _go_to_notice(self) -> None:
        if self._notice.isVisible() and not self._notice.is_held:
            self._notice.begin()
        else:
            self._come_back()

    def _come_back(self) -> None:
        self.page.come_back()

    def _scale_text(self, step: float) -> None:
        self._theme.scale_text(self._theme.text_scale + step)
        self._keeper.keep(text_size=round(100 * self._theme.text_scale))

    def dress(self) -> None:
        """Look as the person who rehearses now has chosen."""
        self._keeper.fetch()

    def _wear(self, settings: Settings) -> None:
        self._theme.look(settings.look)

    def _tell_remarks(self, remarks: tuple[str, ...]) -> None:
        if remarks:
            first, *more = remarks
            count = self.tr("And %n more.", "", len(more))
            self._notice.tell(f"{first} {count}" if more else first)

    def _show(self, page: Page, key: str = "") -> None:
        from trainer.desktop.pages.call import Call

        left = self.page
        self._leave_page()
        if page is not self._home:
            self._pages.addWidget(page)
            self._listen_to(page)
        self._pages.setCurrentWidget(page)
        self._rail.show_current(key)
        self._rail.setHidden(isinstance(page, Call))
        if left is not self._home:
            self._pages.removeWidget(left)
            left.deleteLater()
        page.arrive()

    def _listen_to(self, page: Page) -> None:
        page.troubled.connect(self._notice.tell)
        page.told.connect(self._notice.tell)
        page.offered.connect(self._notice.tell)
        page.chosen.connect(self._show_before)
        page.opened.connect(self._open_review)
        page.left.connect(self._show_home)

    def _leave_page(self) -> None:
        self.page.leave()

    def _show_home(self) -> None:
        self._show(self._home, HOME)
        self._home.refresh()

    def _show_before(self, scenario: Scenario) -> None:
        from trainer.desktop.pages.before import Before

        self._notice.hide()
        page: Before = Before(scenario, self._services, self.bridge)
        page.begun.connect(partial(self._begin, scenario))
        self._show(page)

    def _begin(
        self,
        scenario: Scenario,
        typed: bool,  # noqa: FBT001 - Qt's signal gives it so
        choices: Settings,
        restart: Restart | None = None,
    ) -> None:
        from trainer.desktop.pages.call import Call
        from trainer.desktop.services import CallWanted

        page: Call = Call(
            scenario, self._services, self.bridge, typed=typed, choices=choices, restart=restart
        )
        page.said.connect(partial(self._send, page))
        self._show(page)
        try:
            self._running[page] = self._services.rehearse(
                CallWanted(scenario.id, typed, choices.mode, restart),
                self.bridge.here(page, page.take),
                self.bridge.here(self, partial(self._finish, page)),
            )
        except Exception as problem:  # noqa: BLE001 - whatever it met becomes a sentence
            self._show_before(scenario)
            self._notice.tell(sentence(problem))

    def _send(self, page: Call, command: Command) -> None:
        if running := self._running.get(page):
            running.send(command)

    def _finish(self, page: Call, rehearsal: RehearsalId) -> None:
        running = self._running.pop(page, None)
        if running:
            self.bridge.fetch(self, running.close, lambda _: None, self._notice.tell)
        if self.page is page:
            self._open_review(rehearsal)

    def _close_after(self, running: tuple[RunningRehearsal, ...]) -> None:
        from trainer.desktop.pages.call import Call

        if isinstance(self.page, Call):
            self.page.show_keeping()

        def close_all() -> None:
            for each in running:
                each.close()

        self.bridge.fetch(self, close_all, lambda _: self._close_now(), self._close_now)

    def _close_now(self, trouble: str = "") -> None:
        self._running.clear()
        self._closing = False
        if trouble:
            self._notice.tell(trouble, self.tr("Close anyway"), self.close)
        else:
            self.close()

    def _open_review(self, rehearsal: RehearsalId) -> None:
        self._notice.hide()
        services = self._services

        def load() -> tuple[StoredRehearsal, bool]:
            return services.load(rehearsal), services.shows_fluency()

        self.bridge.fetch(self, load, self._show_review, self._notice.tell)

    def _show_review(self, found: tuple[StoredRehearsal, bool]) -> None:
        stored, shows_fluency = found
        if _marks_itself_first(stored):
            self._ask_for_own_marks(stored, shows_fluency=shows_fluency)
        else:
            self._show_marks(stored, shows_fluency=shows_fluency)

    def _ask_for_own_marks(self, stored: StoredRehearsal, *, shows_fluency: bool) -> None:
        from trainer.desktop.pages.own_marks import OwnMarks

        page: OwnMarks = OwnMarks(stored)
        rehearsal = stored.summary.id

        def keep(marks: Marks) -> None:
            work = partial(self._services.mark_oneself, rehearsal, marks)
            show = partial(self._open_review, rehearsal)
            self.bridge.fetch(self, work, lambda _: show(), self._notice.tell)

        page.marked.connect(keep)
        page.skipped.connect(partial(self._show_marks, stored, shows_fluency=shows_fluency))
        self._show(page)

    def _show_marks(self, stored: StoredRehearsal, *, shows_fluency: bool) -> None:
        from trainer.desktop.pages.review import Review

        scenario = self._scenario(stored.summary.scenario_id)
        customer = scenario.customer.name if scenario else self.tr("Customer")
        page: Review = Review(
            stored,
            customer,
            self._services,
            self.bridge,
            shows_fluency=shows_fluency,
            repeatable=_is_repeatable(stored, scenario),
        )
        page.again.connect(partial(self._rehearse_again, page.scenario_id))
        page.tried.connect(partial(self._try_again, page, stored))
        self._show(page)
        seen = partial(self._services.reviewed, stored.summary.id)
        self.bridge.fetch(self, seen, lambda _: None, self._notice.tell)

    def _try_again(self, page: Review, stored: StoredRehearsal, restart: Restart) -> None:
        """Begin a call at a moment of another, with as much help, and replies as they were."""
        from trainer.records.store import Mode

        scenario = self._scenario(stored.summary.scenario_id)
        mode = Mode.GUIDED if stored.summary.mode is Mode.GUIDED else Mode.PRACTICE
        typed = not stored.summary.recogniser

        def begin(choices: Settings) -> None:
            if scenario and self.page is page:
                self._begin(scenario, typed, choices.changed(mode=mode), restart)

        self.bridge.fetch(page, self._services.choices, begin, self._notice.tell)

    def _rehearse_again(self, scenario_id: str) -> None:
        if scenario := self._scenario(scenario_id):
            self._show_before(scenario)
        else:
            self._notice.tell(self.tr("This scenario is no longer here. Choose another from Home."))

    def _tell_refused(self, problem: str) -> None:
        self._notice.tell(problem)

    def _scenario(self, scenario_id: str) -> Scenario | None:
        return next((each for each in self._home.scenarios if each.id == scenario_id), None)

    def _tell_and_offer_again(self, sentence_: str) -> None:
        self._notice.tell(sentence_, self.tr("Try again"), self._home.fill)


def _marks_itself_first(stored: StoredRehearsal) -> bool:
    """Tell whether the trainee is to mark an assessment before they see how it was rated."""
    from trainer.records.store import Mode

    assessed = stored.summary.mode is Mode.ASSESSMENT
    return assessed and stored.own_marks is None and stored.rating is not None


def _is_repeatable(stored: StoredRehearsal, scenario: Scenario | None) -> bool:
    """Tell whether its moments can be tried again: the scenario is there, and still the same."""
    script = stored.script
    return scenario is not None and script is not None and script.scenario == scenario.sign
