"""The one place where another thread's word becomes a call in Qt's; nothing else knows threads."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from trainer.desktop.trouble import sentence

__all__ = ["Bridge"]

P = ParamSpec("P")
T = TypeVar("T")


class Bridge(QObject):
    """Carries calls from any thread to Qt's, in the order in which they came."""

    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = QThreadPool(self)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def here(self, owner: QObject, then: Callable[P, object]) -> Callable[P, None]:
        """Return a function for any thread to call; `then` runs in Qt's, later.

        Nothing is delivered once `owner`, the widget that asked, is gone.
        """

        def call(*args: P.args, **kwargs: P.kwargs) -> None:
            with suppress(RuntimeError):  # the window is gone: there is nobody left to tell
                self._arrived.emit(owner, partial(then, *args, **kwargs))

        return call

    def fetch(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[str], object],
    ) -> None:
        """Do `work` in a worker thread; `then` is given its answer here, or `failed` a sentence."""
        answered, refused = self.here(owner, then), self.here(owner, failed)

        def run() -> None:
            try:
                answer = work()
            except Exception as problem:  # noqa: BLE001 - whatever it met becomes a sentence
                refused(sentence(problem))
            else:
                answered(answer)

        self._workers.start(run)

    def settle(self) -> None:
        """Wait until every worker is done; for the very end only."""
        self._workers.waitForDone()

    def _deliver(self, owner: QObject, call: Callable[[], object]) -> None:
        if isValid(owner):
            call()
