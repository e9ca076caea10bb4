"""Finds, presses and draws what is on a page as somebody at the window would see it."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer.desktop.widgets.buttons import Button, Card
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window

__all__ = [
    "accessible",
    "click",
    "controls",
    "focused",
    "named",
    "page_of",
    "press",
    "shown",
    "table",
]

W = TypeVar("W", bound=QWidget)


def named(parent: QWidget, name: str) -> Button | Card:
    """Return the visible button or card whose word or name begins so."""
    pressable: list[Button | Card] = [*parent.findChildren(Button), *parent.findChildren(Card)]
    for each in pressable:
        called = (each.text(), each.accessibleName())
        if each.isVisibleTo(parent) and any(word.startswith(name) for word in called):
            return each
    raise AssertionError(f"nothing to press is called {name!r}; there is:\n{table(parent)}")


def click(parent: QWidget, name: str) -> None:
    """Press what is called so with the mouse."""
    QTest.mouseClick(named(parent, name), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def press(window: Window, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(_focus(window) or window.page, key)


def focused(window: Window) -> str:
    """Return the name of what has the focus."""
    widget = _focus(window)
    return accessible(widget)[1] if widget else ""


def page_of(qtbot: QtBot, window: Window, kind: type[W], *, within_ms: int = 5_000) -> W:
    """Wait for a page of that kind and return it."""
    qtbot.waitUntil(lambda: isinstance(window.page, kind), timeout=within_ms)
    page = window.page
    assert isinstance(page, kind)
    QApplication.processEvents()
    return page


def shown(parent: QWidget) -> list[str]:
    """Return every text that is visible, in order."""
    return [text.said for text in parent.findChildren(Text) if text.isVisibleTo(parent)]


def controls(parent: QWidget) -> list[QWidget]:
    """Return what the keyboard can reach and is visible."""
    policy = Qt.FocusPolicy.TabFocus.value
    return [
        each
        for each in parent.findChildren(QWidget)
        if each.focusPolicy().value & policy
        and each.isVisibleTo(parent)
        and each.focusProxy() is None  # a spin box has a field inside, which is itself
    ]


def _focus(window: Window) -> QWidget | None:
    return window.focusWidget()


def accessible(widget: QWidget) -> tuple[str, str]:
    """Return role and name as a screen reader is told them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role().name, interface.text(QAccessible.Text.Name)


def table(parent: QWidget) -> str:
    """Draw every control: role, name, and whether it can be pressed."""
    rows = ((*accessible(each), each.isEnabled()) for each in controls(parent))
    return "\n".join(f"{role:<12} {name}{'' if on else ' (off)'}" for role, name, on in rows)
