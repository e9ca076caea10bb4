"""Ways to every page of the window, with everything in it that can be there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, repeatable, take_of
from tests.support.examples import spread
from tests.support.visits import begin_call, choose_marcus, wait_for_pace
from tests.support.widgets import click, page_of, shown, table
from trainer.conversation.end_pointing import Pace
from trainer.conversation.turns import Phase
from trainer.desktop.pages.page import Page
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.settings import PARTS, SettingsPage
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.places import SETTINGS
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.store import Mode, RehearsalId
from trainer.rehearsal.events import GuidanceChanged, LineBegan, PhaseChanged, TroubleMet
from trainer.scenario.kinds import Step

__all__ = [
    "Visit",
    "every_page",
    "visit_before",
    "visit_bench",
    "visit_call",
    "visit_details",
    "visit_editor",
    "visit_guided",
    "visit_held",
    "visit_home",
    "visit_progress",
    "visit_review",
    "visit_settings",
    "visit_studio",
    "visit_table",
    "visit_take",
]

LINE = "Right, so you've taken a hundred and eighteen pounds off me. Twice. Same day."
Visit = Callable[[QtBot, Window, FakeServices], Page]


def visit_home(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Stay at Home."""
    del qtbot, services
    return window.page


def visit_progress(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See how it goes, judgement and all."""
    services.own_marks = [(Marks(60, 60, 60, 60, 60), Marks(58, 88, 84, 76, 95))]
    window.go("progress")
    page = page_of(qtbot, window, ProgressPage)
    qtbot.waitUntil(lambda: "How you judge yourself" in shown(page))
    return page


def visit_table(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See all rehearsals, one of them chosen, which bears a tag."""
    services.tag([services.kept[0].summary.id], "rent")
    page = visit_progress(qtbot, window, services)
    click(page, "All rehearsals")
    qtbot.waitUntil(lambda: "Take the tag “rent” away" in table(page))
    return page


def visit_studio(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See the studio's list."""
    del services
    window.go("studio")
    page = page_of(qtbot, window, StudioPage)
    qtbot.waitUntil(lambda: "Wrong cake" in shown(page))
    return page


def visit_editor(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Open a scenario of one's own, and wait until it is checked and its form is unfolded."""
    page = visit_studio(qtbot, window, services)
    click(page, "Open: Wrong cake")
    qtbot.waitUntil(lambda: any("be rehearsed" in one for one in shown(page)))
    qtbot.waitUntil(lambda: any(fold.is_unfolded for fold in page.findChildren(Fold)))
    return page


def visit_bench(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Try a scenario out."""
    page = visit_editor(qtbot, window, services)
    click(page, "Try it out")
    qtbot.waitUntil(lambda: any(one.startswith("opening.") for one in shown(page)))
    return page


def visit_before(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Choose Marcus, and wait for what was chosen before."""
    del services
    before = choose_marcus(qtbot, window)
    wait_for_pace(qtbot, before)
    return before


def visit_call(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Start, let Marcus speak, and open the field."""
    call = begin_call(qtbot, window)
    services.running[-1].tell(
        PhaseChanged(0, Phase.CUSTOMER), LineBegan(0, LINE, spread(LINE, 0, 1), 72)
    )
    click(call, "Type")
    return call


def visit_held(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Talk by key, and hold it."""
    services.settings = services.settings.changed(pace=Pace.PUSH_TO_TALK)
    call = visit_call(qtbot, window, services)
    call.setFocus()
    QTest.keyPress(call, Qt.Key.Key_M)
    return call


def visit_details(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Unfold what one seldom changes."""
    before = visit_before(qtbot, window, services)
    click(before, "Voice and listening")
    return before


def visit_guided(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Be guided, meet trouble, and pass Marcus on."""
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    call = begin_call(qtbot, window)
    phrases = ("I can hear how upsetting this is for you.", "Take your time. I'm listening.")
    services.running[-1].tell(
        GuidanceChanged(Step.ACKNOWLEDGE, phrases), TroubleMet(0, "The microphone is muted.")
    )
    click(call, "Hand over")
    qtbot.waitUntil(lambda: bool(services.told))
    return call


def visit_review(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Open Marcus's review."""
    window._open_review(services.kept[0].summary.id)
    return page_of(qtbot, window, Review)


def visit_take(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See two takes of a moment side by side."""
    whole = repeatable(services.kept[0])
    services.kept = [whole, take_of(whole, 7)]
    window._open_review(RehearsalId(7))
    page = page_of(qtbot, window, Review)
    qtbot.waitUntil(lambda: "The same moment, side by side" in shown(page))
    return page


def visit_settings(part: str) -> Visit:
    """Return the way to a part of the settings, filled."""

    def visit(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
        services.settings = services.settings.changed(profile="Ada", target_wpm=(100, 150))
        window.go(SETTINGS)
        page = page_of(qtbot, window, SettingsPage)
        page.go(part)
        window.bridge.settle()
        for _ in range(3):
            QApplication.processEvents()
        if part == "privacy":
            click(page, "Delete everything")
        return page

    visit.__name__ = f"visit_settings_{part}"
    return visit


SETTINGS_PARTS = [visit_settings(part) for part in PARTS]

every_page = pytest.mark.parametrize(
    "visit",
    [
        visit_home,
        visit_progress,
        visit_table,
        visit_studio,
        visit_editor,
        visit_bench,
        visit_before,
        visit_details,
        visit_call,
        visit_held,
        visit_guided,
        visit_review,
        visit_take,
        *SETTINGS_PARTS,
    ],
    ids=lambda visit: visit.__name__,
)
