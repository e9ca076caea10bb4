"""Goes about the settings as somebody at the window would."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from tests.support.widgets import click
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.window import Window

__all__ = ["check", "choose", "part", "radio", "settle"]


def settle(window: Window) -> None:
    """Let everything behind the window come to its end."""
    for _ in range(3):
        window.bridge.settle()
        QApplication.processEvents()


def part(window: Window, settings: SettingsPage, word: str) -> None:
    """Go to a part by its word."""
    click(settings, word)
    settle(window)


def radio(settings: SettingsPage, word: str) -> QRadioButton:
    """Return the visible choice that begins so."""
    return next(
        each
        for each in settings.findChildren(QRadioButton)
        if each.isVisible() and each.text().startswith(word)
    )


def choose(window: Window, settings: SettingsPage, word: str) -> None:
    """Click a choice."""
    each = radio(settings, word)
    QTest.mouseClick(each, Qt.MouseButton.LeftButton, pos=QPoint(10, each.height() // 2))
    settle(window)


def check(window: Window, settings: SettingsPage, word: str) -> None:
    """Click a box."""
    box = next(
        each
        for each in settings.findChildren(QCheckBox)
        if each.isVisible() and each.text().startswith(word)
    )
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    settle(window)
