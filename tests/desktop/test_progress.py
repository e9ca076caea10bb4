from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.visits import open_window
from tests.support.widgets import click, focused, page_of, press, shown
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.progress.words import a_minute, judged, lately, more_or_less
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.course import CourseChart
from trainer.desktop.window import Window
from trainer.rating.calibration import Calibration
from trainer.rating.scorecard import Marks
from trainer.records.problems import RecordsProblem
from trainer.records.progress import Lately, WentWell


@pytest.fixture
def services() -> FakeServices:
    """Return a program that has kept four rehearsals of one scenario, ever better."""
    kept = [
        replace(
            one,
            summary=replace(
                one.summary, overall=80 - number, interruptions=0, under_pressure_wpm=6.0
            ),
        )
        for number, one in enumerate(map(stored, range(1, 5)))
    ]
    return FakeServices(kept=kept, own_marks=[(Marks(listening=50), Marks(listening=58))])


def go(qtbot: QtBot, window: Window) -> ProgressPage:
    """Go to Progress by its keys."""
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call] # pytest-qt wraps it without types
    return page_of(qtbot, window, ProgressPage)


def go_and_wait(qtbot: QtBot, window: Window) -> ProgressPage:
    """Wait there until everything is drawn."""
    page = go(qtbot, window)
    qtbot.waitUntil(lambda: "Marks" in shown(page))
    return page


def chart(page: ProgressPage, name: str) -> CourseChart:
    """Return the chart whose name begins so."""
    charts = page.findChildren(CourseChart)
    return next(each for each in charts if each.accessibleName().startswith(name))


def point_at(chart: CourseChart, x: int) -> None:
    """Move the mouse there."""
    at, button = QPointF(x, 20), Qt.MouseButton.NoButton
    moved = QEvent.Type.MouseMove
    kept = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(chart, QMouseEvent(moved, at, at, button, button, kept))


def test_progress_says_what_went_well_and_draws_every_figure(qtbot: QtBot, window: Window) -> None:
    """A sentence first; each figure has a title, what is usual, and its dots in words."""
    page = go_and_wait(qtbot, window)

    texts = shown(page)
    assert "Your best yet in “Double charge”: 80, after 79 before." in texts
    for title in ("Marks", "Overall", "Listening", "Outcome", "In the call", "Letting them vent"):
        assert title in texts
    assert "Listening: once, 8 points harder." in texts
    assert "usually 6 words a minute faster" in texts
    assert "from your mark for Listening" in texts
    assert any(text.startswith("Not practised and rated yet: naming feelings") for text in texts)
    overall = chart(page, "Overall")
    assert overall.accessibleName() == "Overall, usually 78, steady"
    assert overall.accessibleDescription() == (
        "The last ones: 77, steady; 78, steady; 79, steady; 80, steady"
    )


def test_a_dot_is_named_by_keys_and_opens_its_rehearsal(qtbot: QtBot, window: Window) -> None:
    """The arrows go along, the newest first in hand; leaving shows what is usual again."""
    page = go_and_wait(qtbot, window)
    overall = chart(page, "Overall")
    overall.setFocus()
    assert "80, steady (Return opens it)" in shown(page)

    press(window, Qt.Key.Key_Left)
    assert "79, steady (Return opens it)" in shown(page)
    chart(page, "Listening").setFocus()
    assert "usually 78, steady" in shown(page)
    overall.setFocus()
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Return)

    review = page_of(qtbot, window, Review)
    assert review.scenario_id == "double-charge"


def test_a_dot_is_opened_by_mouse(qtbot: QtBot, window: Window) -> None:
    """A click far to the left means the oldest dot."""
    page = go_and_wait(qtbot, window)
    opened: list[object] = []
    page.opened.connect(opened.append)
    overall = chart(page, "Overall")
    point_at(overall, overall.width() - 5)
    assert "80, steady (Return opens it)" in shown(page)

    QTest.mouseClick(overall, Qt.MouseButton.LeftButton, pos=QPoint(5, 20))

    assert opened == [4]


def test_before_the_first_rehearsal_it_leads_home(qtbot: QtBot, theme: Theme) -> None:
    """With one thing to do, which is in the focus."""
    window = open_window(qtbot, FakeServices(), theme)
    page = go(qtbot, window)
    told = "Nothing is here yet. Rehearse once, and this page shows how it goes."
    qtbot.waitUntil(lambda: told in shown(page))
    assert focused(window) == "Choose somebody to talk to"

    click(page, "Choose somebody")

    page_of(qtbot, window, Home)
    window.bridge.settle()


def test_records_that_can_not_be_read_say_so_and_can_be_tried_again(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """The page fills when the matter is mended."""
    services.refusals["progress"] = RecordsProblem("The records are locked.")
    page = go(qtbot, window)
    qtbot.waitUntil(lambda: window.notice.said == "The records are locked.")
    services.refusals.clear()

    click(window.notice, "Try again")

    qtbot.waitUntil(lambda: "Marks" in shown(page))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            Lately(WentWell.BEST, "overall", 80, 79, "Cold food"),
            "Your best yet in “Cold food”: 80, after 79 before.",
        ),
        (Lately(WentWell.RISEN, "steps", 70, 50), "Steps has gone up from 50 to 70."),
        (
            Lately(WentWell.LET_FINISH, figure=3),
            "You let everybody finish, in 3 rehearsals running.",
        ),
        (
            Lately(WentWell.HELD, "calming", 80),
            "Calming language held: it was never under 80 in your last three rehearsals.",
        ),
        (
            Lately(WentWell.SETTLED, figure=2),
            "In 2 of your last three rehearsals it ended well.",
        ),
        (Lately(WentWell.REHEARSED, figure=1), "You have rehearsed once. That counts."),
        (Lately(WentWell.REHEARSED, figure=4), "You have rehearsed 4 times. That counts."),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_went_well_is_a_sentence(told: Lately, sentence: str) -> None:
    """Whatever it was."""
    assert lately(told) == sentence


@pytest.mark.parametrize(
    ("calibration", "sentence"),
    [
        (
            Calibration(4, -5.4, 1.0),
            "Pacing: you judge yourself about as the rating does (4 times).",
        ),
        (
            Calibration(4, -6.0, 1.0),
            "Pacing: you are 6 points harder on yourself (4 times).",
        ),
        (Calibration(4, 9.6, 1.0), "Pacing: you give yourself 10 points more (4 times)."),
        (Calibration(1, 2.0, 0.0), "Pacing: once, about as the rating."),
        (Calibration(1, -8.0, 0.0), "Pacing: once, 8 points harder."),
        (Calibration(1, 8.0, 0.0), "Pacing: once, 8 points more."),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_how_one_judges_oneself_is_a_sentence(calibration: Calibration, sentence: str) -> None:
    """Higher, lower, or about right."""
    assert judged("pacing", calibration) == sentence


@pytest.mark.usefixtures("qapp")
def test_figures_of_the_call_are_said_in_words() -> None:
    """Slower is not calmer and is not praised: it is only said."""
    assert more_or_less(0.4) == "no faster"
    assert more_or_less(9.0) == "9 words a minute faster"
    assert more_or_less(-9.0) == "9 words a minute slower"
    assert a_minute(0.75) == "0.8 a minute"
