"""Goes about the studio as somebody at the window would."""

from pytestqt.qtbot import QtBot

from tests.support.widgets import click, page_of, shown
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.text import ScenarioText
from trainer.desktop.window import Window

__all__ = ["opened", "to_studio"]


def to_studio(qtbot: QtBot, window: Window) -> StudioPage:
    """Go there by the rail, and wait for the list."""
    click(window, "Studio")
    page = page_of(qtbot, window, StudioPage)
    qtbot.waitUntil(lambda: "Wrong cake" in shown(page))
    return page


def opened(qtbot: QtBot, studio: StudioPage, name: str) -> ScenarioText:
    """Press what opens a text, and return it once it is checked."""
    click(studio, name)
    qtbot.waitUntil(lambda: any("be rehearsed" in one for one in shown(studio)))
    text = next(one for one in studio.findChildren(ScenarioText) if one.isVisibleTo(studio))
    assert isinstance(text, ScenarioText)
    return text
