"""The places of the rail, and how the page of each is made when it is gone to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.keeping import Keeper
    from trainer.desktop.pages.page import Page
    from trainer.desktop.services import Services
    from trainer.desktop.theme import Theme

__all__ = ["HOME", "SETTINGS", "Place", "Surroundings", "places"]

HOME = "home"
SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page may be given to work with."""

    services: Services
    bridge: Bridge
    theme: Theme
    keeper: Keeper


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the rail.

    Attributes:
        key: Its name in the program.
        word: Its name in the window.
        icon: Name of a file in assets/icons.
        make: Makes its page, each time anew; None for Home, which the window keeps.
    """

    key: str
    word: str
    icon: str
    make: Callable[[Surroundings], Page] | None = None


def places() -> tuple[Place, ...]:
    """Return them in the order of the rail."""
    translate = QCoreApplication.translate
    return (
        Place(HOME, translate("Places", "Home"), "home"),
        Place("progress", translate("Places", "Progress"), "progress", _progress),
        Place(SETTINGS, translate("Places", "Settings"), "settings", _settings),
    )


def _settings(around: Surroundings) -> Page:
    from trainer.desktop.pages.settings import SettingsPage

    return SettingsPage(around)


def _progress(around: Surroundings) -> Page:
    from trainer.desktop.pages.progress.progress import ProgressPage

    return ProgressPage(around.services, around.bridge)
