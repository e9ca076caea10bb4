"""Ways through the window to Marcus's call, as somebody at it would go."""

from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.widgets import click, page_of
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.before.modes import ModeChoice
from trainer.desktop.pages.before.pace import PaceChoice
from trainer.desktop.pages.call import Call
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window

__all__ = [
    "begin_call",
    "choose_marcus",
    "chosen_mode",
    "chosen_pace",
    "open_window",
    "typing_box",
    "wait_for_pace",
]


def open_window(qtbot: QtBot, services: FakeServices, theme: Theme) -> Window:
    """Open the window, and wait until Home is filled."""
    window = Window(services, theme)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)  # shortcuts need it on a real display
    return window


def choose_marcus(qtbot: QtBot, window: Window) -> Before:
    """Choose Marcus at Home; return the page before his call."""
    click(window.page, "Double charge, Marcus")
    return page_of(qtbot, window, Before)


def wait_for_pace(qtbot: QtBot, before: Before) -> None:
    """Wait until the page shows which pace was chosen before."""
    qtbot.waitUntil(lambda: bool(chosen_pace(before)))


def chosen_pace(before: Before) -> str:
    """Return the word of the pace that is shown as chosen; empty when none is."""
    paces = before.findChild(PaceChoice)
    assert paces is not None
    radios = paces.findChildren(QRadioButton)
    return next((each.text() for each in radios if each.isChecked()), "")


def chosen_mode(before: Before) -> str:
    """Return the word of the mode that is shown as chosen; empty when none is."""
    modes = before.findChild(ModeChoice)
    assert modes is not None
    radios = modes.findChildren(QRadioButton)
    return next((each.text() for each in radios if each.isChecked()), "")


def typing_box(before: Before) -> QCheckBox:
    """Return the box that says that one types."""
    boxes = before.findChildren(QCheckBox)
    return next(each for each in boxes if each.text().endswith("I'll type"))


def begin_call(qtbot: QtBot, window: Window, *, typed: bool = False) -> Call:
    """Choose Marcus and start; return the page of his call."""
    before = choose_marcus(qtbot, window)
    typing_box(before).setChecked(typed)
    click(before, "Start")
    return page_of(qtbot, window, Call)
