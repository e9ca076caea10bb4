from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.settings import settle
from tests.support.visits import open_window
from tests.support.widgets import click, page_of
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Return the light theme at ordinary text size."""
    theme = Theme(qapp, Qt.ColorScheme.Light)
    yield theme
    theme.deleteLater()


@pytest.fixture
def services() -> FakeServices:
    """Return a program that has kept three rehearsals, one of them not rated."""
    return FakeServices(kept=[stored(1), stored(2, rated=False), stored(3)])


@pytest.fixture
def window(qtbot: QtBot, services: FakeServices, theme: Theme) -> Iterator[Window]:
    """Return the window with Home filled."""
    window = open_window(qtbot, services, theme)
    yield window
    window.bridge.settle()


@pytest.fixture
def settings(qtbot: QtBot, window: Window) -> SettingsPage:
    """Return the settings, filled."""
    click(window, "Settings")
    page = page_of(qtbot, window, SettingsPage)
    settle(window)
    return page
