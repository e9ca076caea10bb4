"""The overview of keys: whatever a page takes stands in it, and does what it says."""

from pathlib import Path
from types import FunctionType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.keyboard import Keyboard, seen_of
from tests.support.pages import (
    Visit,
    every_page,
    visit_call,
    visit_editor,
    visit_held,
    visit_home,
    visit_progress,
    visit_review,
    visit_table,
)
from tests.support.widgets import accessible, click, shown
from trainer.desktop.overview import Overview
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.review.word import WordField
from trainer.desktop.widgets.keys import Key, Keymap, named
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window

K = Qt.Key
GUIDE = Path(__file__).parents[2] / "docs" / "desktop.md"
SAYS_ITS_KEYS = (Call, WordField)
"""The call's keys are its controls'; a word that is put right has its two in a line above."""


@pytest.fixture
def keys(qtbot: QtBot, window: Window) -> Keyboard:
    """Return a keyboard in the window."""
    return Keyboard(qtbot, window)


def opened(keys: Keyboard) -> Overview:
    """Press F1 and return what opens."""
    keys.press(K.Key_F1)
    overview = QApplication.activeModalWidget()
    assert isinstance(overview, Overview)
    return overview


def drawn(overview: Overview) -> list[str]:
    """Draw it, without what holds everywhere."""
    told = list(overview.told.items())[:-1]
    return [
        line
        for place, rows in told
        for line in (f"[{place}]", *(f"{', '.join(keys)}: {does}" for does, keys in rows.items()))
    ]


@pytest.mark.parametrize(
    ("visit", "lines"),
    [
        (
            visit_home,
            [
                "[Home]",
                "Ctrl+F, /: Search the people",
                "[The people you can talk to]",
                "←: The card before",
                "→: The card after",
                "↑: The card above",
                "↓: The card below",
                "Home: The first card",
                "End: The last card",
                "[What you have practised]",
                "←: The dot before",
                "→: The dot after",
                "Return  Space: Show who practises it",
            ],
        ),
        (
            visit_call,
            [
                "[The call]",
                "Space: Pause, and go on",
                "R: Hear the last line again",
                "T: Type, or close the field",
                "H: Propose a hand-over",
                "Esc: End the call, pressed twice",
            ],
        ),
        (
            visit_review,
            [
                "[Timeline]",
                "←  ↑: The moment before",
                "→  ↓: The moment after",
                "Home: The first moment",
                "End: The last moment",
                "+: Closer",
                "-: Wider",
                "0: The whole call",
                "Return  Space: Play it, or stop",
                "[What was said]",
                "↑: The moment before",
                "↓: The moment after",
                "Home: The first moment",
                "End: The last moment",
                "←: The word before",
                "→: The word after",
                "Return  F2: Put the word right",
                "Space: Play it, or stop",
            ],
        ),
        (
            visit_table,
            [
                "[Progress]",
                "Ctrl+F, /: Search all rehearsals",
                "[All rehearsals]",
                "Return: Open the row",
                "Del  Backspace: Delete what is chosen",
            ],
        ),
        (
            visit_progress,
            [
                "[Progress]",
                "Ctrl+F, /: Search all rehearsals",
                "[A little chart]",
                "←: The dot before",
                "→: The dot after",
                "Return  Space: Open its rehearsal",
            ],
        ),
        (
            visit_editor,
            [
                "[Scenario studio]",
                "Ctrl+S: Save",
                "[A list of the form]",
                "Return: Another entry below",
                "Backspace: Take an empty entry away",
            ],
        ),
    ],
)
def test_it_lists_the_keys_of_the_page(  # noqa: PLR0917 - fixtures and figures
    qtbot: QtBot,
    window: Window,
    services: FakeServices,
    keys: Keyboard,
    visit: Visit,
    lines: list[str],
) -> None:
    """Each with what it does, under the name of what takes it."""
    visit(qtbot, window, services)
    if visit is visit_call:
        window.page.setFocus()

    overview = opened(keys)

    assert drawn(overview) == lines
    assert {words for rows in overview.told.values() for words in rows} <= set(shown(overview))


def test_it_tells_of_the_key_that_is_held_where_one_is(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """Whoever does not talk by key has none."""
    visit_held(qtbot, window, services)

    assert "M: Talk while it is held" in drawn(opened(keys))


def test_it_tells_what_holds_everywhere(keys: Keyboard) -> None:
    """The places, the size of the text, the notice, and itself."""
    rows = opened(keys).told["Everywhere"]

    assert rows["Home"] == ["Ctrl+1"]
    assert rows["Settings"] == ["Ctrl+4"]
    assert rows["Larger text"] == ["Ctrl++"]
    assert rows["To the notice at the foot, and back"] == ["F6"]
    assert rows["Show these keys"] == ["F1"]
    assert rows["Go on to the next, or back"] == ["Tab", "Shift+Tab"]


def test_places_can_not_be_gone_to_in_a_call(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard
) -> None:
    """The rail is hidden then, and its keys with it."""
    visit_call(qtbot, window, services)
    window.page.setFocus()

    assert "Home" not in opened(keys).told["Everywhere"]


@every_page
def test_no_key_is_left_out(
    qtbot: QtBot, window: Window, services: FakeServices, visit: Visit
) -> None:
    """Every shortcut says what it does, and whoever takes keys has them listed."""
    page = visit(qtbot, window, services)

    mute = [
        each.key().toString() for each in window.findChildren(QShortcut) if not each.whatsThis()
    ]
    unlisted = {
        type(each).__name__
        for each in (page, *page.findChildren(QWidget))
        if isinstance(type(each).keyPressEvent, FunctionType)  # ours, not Qt's
        and not isinstance(each, SAYS_ITS_KEYS)
        and not isinstance(getattr(each, "keymap", None), Keymap)
    }

    assert mute == []
    assert unlisted == set()


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_Return, K.Key_F1])
def test_it_goes_as_quietly_as_it_came(
    qtbot: QtBot, window: Window, keys: Keyboard, key: Qt.Key
) -> None:
    """Esc, Return on Close, or F1 again; the focus is where it was."""
    before = keys.focus
    overview = opened(keys)
    assert keys.at == "Close"
    assert (
        "F1: Show these keys" in overview.findChildren(QWidget, "keys")[0].accessibleDescription()
    )

    keys.press(key)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    assert QApplication.activeModalWidget() is None
    assert keys.focus is before


def test_twice_the_text_can_be_scrolled_by_keys(window: Window, keys: Keyboard) -> None:
    """What does not fit is reached by arrows."""
    window.resize(800, 300)
    overview = opened(keys)
    listed = overview.findChildren(QWidget, "keys")[0]

    keys.tab_to("Keys")
    assert accessible(listed)[1] == "Keys"
    texts = overview.findChildren(Text)
    last = next(text for text in texts if text.said == "Show these keys")
    keys.press(*[K.Key_Down] * 60)

    assert seen_of(last).height() > 0


def test_a_keymap_does_what_it_tells() -> None:
    """What is listed and what is done come from the same place."""
    done: list[str] = []
    keymap = Keymap("", Key((K.Key_A, K.Key_B), "Does it", lambda: done.append("it")))
    event = QKeyEvent.Type.KeyPress
    none = Qt.KeyboardModifier.NoModifier

    taken = [keymap.press(QKeyEvent(event, key, none)) for key in (K.Key_A, K.Key_B, K.Key_C)]

    assert taken == [True, True, False]
    assert done == ["it", "it"]
    assert named(keymap.taken[0].keys) == "A  B"


@pytest.mark.parametrize(
    "visit", [visit_home, visit_held, visit_review, visit_table, visit_progress, visit_editor]
)
def test_the_guide_lists_the_same(
    qtbot: QtBot, window: Window, services: FakeServices, keys: Keyboard, visit: Visit
) -> None:
    """docs/desktop.md has a row for each, in the same words."""
    guide = GUIDE.read_text(encoding="utf-8")
    visit(qtbot, window, services)

    rows = [
        f"| {', '.join(key for one in pressed for key in one.split())} | {does} |"
        for told in opened(keys).told.values()
        for does, pressed in told.items()
    ]

    assert [row for row in rows if row not in guide] == []


def test_the_rail_leads_to_it_too(qtbot: QtBot, window: Window) -> None:
    """For who does not know of F1."""
    click(window, "Keys")

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Overview))
