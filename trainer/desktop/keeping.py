"""Keeps choices as they are made: one write at a time, so that the last one is what stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import ChoiceServices
    from trainer.records.settings import Settings

__all__ = ["Keeper"]


class Keeper(QObject):
    """Writes choices behind the window.

    Signals: `kept` carries the settings as they are now; `refused` carries a sentence, after `kept`
    has told again what still holds.
    """

    kept = Signal(object)
    refused = Signal(str)

    def __init__(
        self, services: ChoiceServices, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._settings: Settings | None = None
        self._wanted: dict[str, object] = {}
        self._busy = False

    @property
    def settings(self) -> Settings | None:
        """What is chosen, as far as it is known."""
        return self._settings

    def fetch(self) -> None:
        """Ask what is chosen."""
        self._bridge.fetch(self, self._services.choices, self._take, self.refused.emit)

    def keep(self, **values: object) -> None:
        """Keep these; what is chosen while others are being written is kept after them."""
        self._wanted.update(values)
        if not self._busy:
            self._write()

    def _write(self) -> None:
        self._busy, values = True, self._wanted
        self._wanted = {}
        choose = partial(self._services.choose, **values)
        self._bridge.fetch(self, choose, self._go_on, self._give_up)

    def _go_on(self, settings: Settings) -> None:
        self._busy, self._settings = False, settings
        if self._wanted:
            self._write()
        else:
            self.kept.emit(settings)

    def _take(self, settings: Settings) -> None:
        if not self._busy:
            self._settings = settings
            self.kept.emit(settings)

    def _give_up(self, sentence: str) -> None:
        self._busy, self._wanted = False, {}
        if self._settings is not None:
            self.kept.emit(self._settings)
        self.refused.emit(sentence)
