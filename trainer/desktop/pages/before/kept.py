"""How the person wants their calls, kept one choice after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.records.settings import Settings

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import ChoiceServices

__all__ = ["KeptChoices"]


class KeptChoices(QObject):
    """Reads what was chosen before and keeps each choice as it is made.

    Signals: `shown` carries the settings that are to be shown as chosen, as often as they change:
    those that are kept, or about to be. `troubled` carries a sentence when they can't be read or
    kept.
    """

    shown = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, services: ChoiceServices, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._kept = Settings()
        self._wanted: dict[str, object] = {}
        self._busy, self._known = True, False
        self._then: Callable[[Settings], object] | None = None

    def read(self) -> None:
        """Ask what was chosen before."""
        self._bridge.fetch(self, self._services.choices, self._show_kept, self._give_up)

    def choose(self, **values: object) -> None:
        """Change some of them, and keep that."""
        self._wanted |= values
        self.shown.emit(self._kept.changed(**self._wanted))
        if not self._busy:
            self._keep()

    def once_kept(self, then: Callable[[Settings], object]) -> None:
        """Call with the settings once they are known and kept; not at all if they can't be."""
        self._then = then
        if not self._busy:
            self._settle()

    def forget(self) -> None:
        """Call nobody any more."""
        self._then = None

    def _show_kept(self, settings: Settings) -> None:
        self._kept, self._known = settings, True
        self.shown.emit(settings)
        self._settle()

    def _keep(self) -> None:
        """Keep what is wanted at one time, so that the last choice is the one that stays."""
        self._busy, values = True, dict(self._wanted)
        keep = partial(self._services.choose, **values)
        self._bridge.fetch(self, keep, partial(self._go_on, values), self._give_up)

    def _go_on(self, values: dict[str, object], settings: Settings) -> None:
        self._kept = settings
        if self._wanted == values:
            self._wanted = {}
            self._settle()
        else:
            self._keep()

    def _give_up(self, sentence: str) -> None:
        self._wanted = {}
        if self._known:
            self.shown.emit(self._kept)
        self.forget()
        self._settle()
        self.troubled.emit(sentence)

    def _settle(self) -> None:
        self._busy = False
        then, self._then = self._then, None
        if then:
            then(self._kept)
