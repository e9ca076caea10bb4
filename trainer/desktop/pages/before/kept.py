"""How the person wants their calls, kept one choice after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.conversation.end_pointing import Pace
from trainer.desktop.services.calls import CallWays
from trainer.records.store import Mode

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import CallServices

__all__ = ["KeptWays"]


class KeptWays(QObject):
    """Reads what was chosen before and keeps each choice as it is made.

    Signals: `shown` carries the ways that are to be shown as chosen: those that are kept. `changed`
    carries those that were just chosen. `troubled` carries a sentence when they can't be read or
    kept.
    """

    shown = Signal(object)
    changed = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, services: CallServices, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._kept = self._wanted = CallWays(Mode.PRACTICE, Pace.NORMAL, captions=True, face=True)
        self._busy, self._known = True, False
        self._then: Callable[[CallWays], object] | None = None

    def read(self) -> None:
        """Ask what was chosen before."""
        self._bridge.fetch(self, self._services.ways, self._show_kept, self._give_up)

    def choose(self, **values: object) -> None:
        """Change some of them, and keep that."""
        self._wanted = replace(self._wanted, **values)  # type: ignore[arg-type] # of CallWays
        self.changed.emit(self._wanted)
        if not self._busy:
            self._keep()

    def once_kept(self, then: Callable[[CallWays], object]) -> None:
        """Call with the ways once they are known and kept; not at all if they can't be."""
        self._then = then
        if not self._busy:
            self._settle()

    def forget(self) -> None:
        """Call nobody any more."""
        self._then = None

    def _show_kept(self, ways: CallWays) -> None:
        self._kept, self._wanted, self._known = ways, ways, True
        self.shown.emit(ways)
        self._settle()

    def _keep(self) -> None:
        """Keep one choice at a time, so that the last is the one that stays."""
        self._busy, ways = True, self._wanted
        keep = partial(self._services.choose_ways, ways)
        self._bridge.fetch(self, keep, lambda _: self._go_on(ways), self._give_up)

    def _go_on(self, ways: CallWays) -> None:
        self._kept = ways
        if self._wanted == ways:
            self._settle()
        else:
            self._keep()

    def _give_up(self, sentence: str) -> None:
        self._wanted = self._kept
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
