"""What every part of the settings is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.keeping import Keeper
    from trainer.desktop.services import Services
    from trainer.records.settings import Settings

__all__ = ["Part"]


class Part(QWidget):
    """A part of the settings; add to it by `card`.

    Signals: `troubled` carries a sentence on what went wrong, `told` one on what was done.

    Attributes:
        is_wide: It takes the whole width of the page, not that of a text.
    """

    is_wide = False
    troubled = Signal(str)
    told = Signal(str)

    def __init__(
        self, services: Services, bridge: Bridge, keeper: Keeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._keeper = services, bridge, keeper
        self._column = stack(Space.ROOM)
        self.setLayout(self._column)
        self.compose()
        keeper.kept.connect(self.show_settings)
        if keeper.settings is not None:
            self.show_settings(keeper.settings)

    def compose(self) -> None:
        """Put everything in its place; called once."""

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""

    def arrive(self) -> None:
        """Begin what only goes on while the part is shown."""

    def leave(self) -> None:
        """End what only goes on while the part is shown."""

    def card(self, title: str, note: str = "") -> QVBoxLayout:
        """Return a new surface to add to, with its title."""
        column = stack(Space.SNUG, Space.WIDE)
        column.addWidget(Text(title, "heading"))
        if note:
            column.addWidget(Text(note, "soft"))
        self._column.addWidget(surface(column))
        return column
