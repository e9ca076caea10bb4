"""A speech model: what it is good for, and how it comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import ModelChoice, ModelServices

__all__ = ["ModelRow", "megabytes"]

ARMED_MS = 4000


def megabytes(size_bytes: int) -> str:
    """Return a size as people say it."""
    if size_bytes >= 1_000_000_000:
        return f"{size_bytes / 1e9:.1f} GB"
    return f"{max(1, round(size_bytes / 1e6))} MB"


class ModelRow(QWidget):
    """One model, with what can be done to it.

    Signals: `changed` carries a sentence on what was done, `troubled` one on what went wrong.
    """

    changed = Signal(str)
    troubled = Signal(str)

    def __init__(
        self,
        model: ModelChoice,
        services: ModelServices,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._services, self._bridge = model, services, bridge
        self._cancel: Event | None = None
        self._bar, self._state = QProgressBar(), Text(self._size(), "small")
        self._act = Button("")
        self._disarming = QTimer(self, singleShot=True, interval=ARMED_MS)
        self._disarming.timeout.connect(self._rest)
        self._act.clicked.connect(self._press)
        self._compose()
        self._rest()

    def stop(self) -> None:
        """Stop a download; what has come stays for the next time."""
        if self._cancel:
            self._cancel.set()

    def _compose(self) -> None:
        self._bar.setAccessibleName(self.tr("How much has come"))
        self._bar.setTextVisible(False)
        self._bar.hide()
        words = stack(Space.HAIR)
        words.addWidget(Text(self._model.name, "strong"))
        if self._model.note:
            words.addWidget(Text(self._model.note, "small"))
        words.addWidget(self._state)
        words.addWidget(self._bar)
        row = beside(Space.ROOM)
        row.addLayout(words, 1)
        row.addWidget(self._act)
        self.setLayout(row)

    def _size(self) -> str:
        size = megabytes(self._model.size_bytes)
        if self._model.installed:
            return self.tr("Installed, {size}").format(size=size)
        return self.tr("{size} to download").format(size=size)

    def _press(self) -> None:
        if self._cancel:
            self.stop()
        elif not self._model.installed:
            self._install()
        elif self._disarming.isActive():
            self._remove()
        else:
            self._arm()

    def _rest(self) -> None:
        self._disarming.stop()
        self._cancel = None
        self._bar.hide()
        self._state.say(self._size())
        if self._model.installed:
            word, name = self.tr("Remove"), self.tr("Remove {name}")
        else:
            word, name = self.tr("Install"), self.tr("Install {name}")
        self._show(word, name, "plain")

    def _show(self, word: str, name: str, kind: str) -> None:
        self._act.setText(word)
        self._act.setAccessibleName(name.format(name=self._model.name))
        self._act.dress(kind)
        self._act.setEnabled(True)

    def _arm(self) -> None:
        self._show(
            self.tr("Press again to remove"), self.tr("Press again to remove {name}"), "armed"
        )
        self._disarming.start()

    def _remove(self) -> None:
        self._disarming.stop()
        self._act.setEnabled(False)
        name = self._model.name
        told = self.tr("{name} is removed.").format(name=name)
        self._bridge.fetch(
            self,
            lambda: self._services.remove_model(name),
            lambda _: self.changed.emit(told),
            self._give_up,
        )

    def _install(self) -> None:
        cancel = self._cancel = Event()
        self._show(self.tr("Stop"), self.tr("Stop downloading {name}"), "plain")
        self._bar.setRange(0, 0)
        self._bar.show()
        progress = self._bridge.here(self, self._show_progress)
        name = self._model.name
        self._bridge.fetch(
            self,
            lambda: self._services.install_model(name, _now_and_then(progress), cancel.is_set),
            self.changed.emit,
            self._give_up,
        )

    def _show_progress(self, done: int, total: int) -> None:
        if self._cancel:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * done / max(1, total)))
            told = self.tr("{done} of {total}")
            self._state.say(told.format(done=megabytes(done), total=megabytes(total)))

    def _give_up(self, problem: str) -> None:
        self._rest()
        self.troubled.emit(problem)


def _now_and_then(progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Tell of a download a hundred times rather than at each of a hundred thousand pieces."""
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = 100 * done // max(1, total)
        if percent != told:
            told = percent
            progress(done, total)

    return tell
