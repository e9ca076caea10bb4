"""The takes that belong to a rehearsal: those of its moments, or the others of the same moment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.pages.review.side_by_side import SideBySide
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.store import Again, RehearsalSummary, StoredRehearsal

__all__ = ["Takes"]


class Takes(QWidget):
    """Hidden until there are some; they are fetched behind the window.

    Signals: `opened` carries the id of a take to look at, `changed` says that other widgets are
    there now, `troubled` carries a sentence.
    """

    opened = Signal(object)
    changed = Signal()
    troubled = Signal(str)

    def __init__(
        self, customer: str, services: Services, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._customer, self._services, self._bridge = customer, services, bridge
        self._playbacks: list[Playback] = []
        self._column = stack(0)
        self.setLayout(self._column)
        self.hide()

    def show_of(self, stored: StoredRehearsal) -> None:
        """Show those that belong to a rehearsal."""
        id_, again = stored.summary.id, stored.summary.again
        if again:
            others = partial(self._services.side_by_side, id_)
            show = partial(self._show_side_by_side, again, stored)
            self._bridge.fetch(self, others, show, self.troubled.emit)
        else:
            takes = partial(self._services.takes, id_)
            self._bridge.fetch(self, takes, self._show_takes, self.troubled.emit)

    def fall_silent(self) -> None:
        """Stop what is playing."""
        for playback in self._playbacks:
            playback.stop()

    def _show_side_by_side(
        self, again: Again, stored: StoredRehearsal, kept: Sequence[StoredRehearsal]
    ) -> None:
        shown = stored.summary.id
        if len(kept) > 1:
            self._show(SideBySide(again, kept, shown, self._customer, self._playback_of))

    def _show_takes(self, takes: Sequence[RehearsalSummary]) -> None:
        if takes:
            card = _List(takes)
            card.opened.connect(self.opened)
            self._show(card)

    def _show(self, card: QWidget) -> None:
        clear(self._column)
        self._column.addWidget(card)
        self.show()
        self.changed.emit()

    def _playback_of(self, stored: StoredRehearsal) -> Playback | None:
        if stored.recording is None:
            return None
        playback = Playback(stored.summary.id, self._services, self._bridge, self)
        playback.troubled.connect(self.troubled)
        self._playbacks.append(playback)
        return playback


class _List(QFrame):
    """Which moments of a whole rehearsal were tried again."""

    opened = Signal(object)

    def __init__(self, takes: Sequence[RehearsalSummary]) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        column, row = stack(Space.TIGHT, Space.WIDE), Wrap(gap=Space.WIDE)
        column.addWidget(Text(self.tr("What you tried again"), "heading"))
        for take in takes:
            at = wording.clock(take.again.at_ms) if take.again else ""
            when = wording.when(take.started_at)
            words = self.tr("From {time}, on {when}").format(time=at, when=when)
            button = Button(words, "repeat", "flush")
            button.clicked.connect(partial(self.opened.emit, take.id))
            row.addWidget(button)
        column.addLayout(row)
        self.setLayout(column)
