"""Where the keys are: on the page, in sight, and back where they were."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.keyboard import Keyboard
from tests.support.pages import (
    Visit,
    visit_before,
    visit_bench,
    visit_review,
    visit_settings,
    visit_studio,
    visit_table,
)
from tests.support.widgets import named
from trainer.desktop.pages.page import Page
from trainer.desktop.window import Window

K = Qt.Key


@pytest.fixture
def keys(qtbot: QtBot, window: Window) -> Keyboard:
    """Return a keyboard in a window that is too low for most pages."""
    window.resize(1000, 500)
    QApplication.processEvents()
    return Keyboard(qtbot, window)


def on_page(keys: Keyboard, page: Page) -> bool:
    """Tell whether what has the focus is on that page and can be seen."""
    keys.look()
    return page.isAncestorOf(keys.focus)


def test_what_the_keys_come_to_is_scrolled_into_sight(keys: Keyboard, window: Window) -> None:
    """From the rail, which does not scroll, to the foot of the page and to its head."""
    keys.tab_to("Home")
    keys.tab_to("All rehearsals", back=True)
    foot = window.page.verticalScrollBar().value()
    keys.tab_to("Home")
    keys.tab_to("Ada is rehearsing.")

    assert foot > 0
    assert window.page.verticalScrollBar().value() == 0


def test_arrows_scroll_the_library(keys: Keyboard, window: Window) -> None:
    """The last card is seen when End leads to it, and the first again."""
    keys.press(K.Key_Slash, K.Key_Return)
    for key in (K.Key_End, K.Key_Home, K.Key_End):
        keys.press(key)
        keys.look()

    assert window.page.verticalScrollBar().value() > 0


def test_return_goes_from_the_search_to_who_was_found(keys: Keyboard) -> None:
    """Without a way over all the chips."""
    keys.press(K.Key_Slash)
    keys.type("marcus")
    keys.press(K.Key_Return)

    assert keys.at.startswith("Double charge, Marcus Bell")


def test_home_begins_with_what_to_do_next(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """Whichever card one left it by, and though the cards are drawn anew."""
    keys.press(K.Key_Slash)
    keys.type("marcus")
    keys.press(K.Key_Return, K.Key_Return)
    services.kept.append(stored(4))

    keys.press(K.Key_1, held=Qt.KeyboardModifier.ControlModifier)
    window.bridge.settle()
    qtbot.wait(20)

    assert keys.at.startswith("Rehearse this:")


@pytest.mark.parametrize(
    ("visit", "name"),
    [
        (visit_table, "Delete"),
        (visit_studio, "Delete: Wrong cake"),
        (visit_settings("sound"), "Look for devices again"),
        (visit_settings("hearing"), "Install large"),
        (visit_settings("privacy"), "Keep it"),
        (visit_settings("privacy"), "Delete it all"),
    ],
)
def test_the_keys_stay_on_the_page_when_a_button_goes(  # noqa: PLR0917 - fixtures and figures
    qtbot: QtBot,
    window: Window,
    services: FakeServices,
    keys: Keyboard,
    visit: Visit,
    name: str,
) -> None:
    """One that is switched off or gone once it was pressed leaves them beside, not in the rail."""
    page = visit(qtbot, window, services)
    named(page, name).setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    keys.press(K.Key_Return)
    window.bridge.settle()
    qtbot.wait(20)

    assert on_page(keys, page), keys.told()


def test_the_keys_stay_at_the_questions_once_they_are_answered(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """The button that keeps an answer is switched off then; Return must not lead Home."""
    page = visit_review(qtbot, window, services)
    keys.tab_to("What will you try next?")
    keys.type("Slower.")
    keys.tab_to("Keep what I wrote")

    keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: window.notice.said.startswith("Kept."))
    QApplication.processEvents()

    assert on_page(keys, page)
    assert keys.at == "What will you try next?"


def test_the_keys_stay_at_the_text_while_a_word_is_rated(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """The field waits; the page does not jump elsewhere meanwhile."""
    visit_review(qtbot, window, services)
    keys.tab_to("What was said")
    keys.press(K.Key_Right, K.Key_Return)
    assert keys.at.startswith("What you said instead of")
    keys.type("oh")

    keys.press(K.Key_Return)

    assert keys.at.startswith("What was said")
    keys.look()


def test_the_keys_come_back_from_the_notice(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """F6 goes there and back; so it does by itself once it is dismissed or did something."""
    done: list[str] = []
    page = visit_review(qtbot, window, services)
    keys.tab_to("What caused it?")
    before = keys.focus
    for action, first in (("Undo", "Undo"), ("", "Dismiss")):
        window.notice.tell("Something was done.", action, lambda: done.append("undone"))
        keys.press(K.Key_F6)
        assert keys.at == first
        keys.press(K.Key_F6)
        assert keys.focus is before
        keys.press(K.Key_F6, K.Key_Return)
        assert keys.focus is before
        assert on_page(keys, page)

    keys.press(K.Key_F6)
    assert keys.focus is before, "there is no notice"
    assert done == ["undone"]


@pytest.mark.parametrize(
    ("visit", "name"), [(visit_bench, "Stay silent"), (visit_before, "Voice and listening")]
)
def test_what_grows_pushes_nobody_out_of_sight(  # noqa: PLR0917 - fixtures and figures
    qtbot: QtBot,
    window: Window,
    services: FakeServices,
    keys: Keyboard,
    visit: Visit,
    name: str,
) -> None:
    """A button stays where it can be seen when pressing it makes the page longer or shorter."""
    page = visit(qtbot, window, services)
    keys.tab_to(name)

    for _ in range(3):
        keys.press(K.Key_Return)
        qtbot.wait(20)
        assert on_page(keys, page)


def test_who_scrolls_by_hand_is_left_there(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """The page goes back to the keys with the next key only, not when something else grows."""
    page = visit_review(qtbot, window, services)
    keys.look()
    bar, middle = page.verticalScrollBar(), QPointF(page.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(page.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -1200),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(page.viewport(), turned)
    scrolled = bar.value()
    window.notice.tell("Something was done.")
    qtbot.wait(20)

    assert bar.value() == scrolled > 0
    keys.press(K.Key_Tab)
    assert on_page(keys, page)
