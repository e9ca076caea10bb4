"""A person at the keyboard: every key goes to what has the focus then, and to nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import accessible, controls
from trainer.desktop.window import Window

__all__ = ["Keyboard"]

K = Qt.Key
MOST_STOPS = 150
NO_KEY = Qt.KeyboardModifier.NoModifier
LEAST_SEEN_PX = 16


class Keyboard:
    """Presses keys and tells what has the focus; fails where a person would be lost.

    Args:
        qtbot: Waits.
        window: Where one is.
        tell: Is given what has the focus after each key, for whoever looks on.
    """

    def __init__(self, qtbot: QtBot, window: Window, tell: Callable[[str], object] = print) -> None:
        self._qtbot, self._window, self._tell = qtbot, window, tell

    @property
    def focus(self) -> QWidget:
        """What the next key goes to: a menu that is open, or else what has the focus."""
        held = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert held is not None, "nothing has the focus"
        return held

    @property
    def at(self) -> str:
        """The name of what has the focus; of a menu, the entry that is chosen."""
        held = self.focus
        if isinstance(held, QMenu):
            chosen: QAction | None = held.activeAction()
            return "" if chosen is None else chosen.text()
        return accessible(held)[1]

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press keys one after another."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)
            QApplication.processEvents()
            if QApplication.activePopupWidget() or QApplication.focusWidget():
                self._tell(f"{Qt.Key(key).name:<12} → {self.told()}")
            else:
                self._tell(f"{Qt.Key(key).name:<12} → nothing has the focus")

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        QTest.keyClicks(self.focus, text)
        QApplication.processEvents()
        self._tell(f"{text!r} → {self.told()}")

    def told(self) -> str:
        """Say what has the focus: its role and its name."""
        held = self.focus
        return f"Menu: {self.at}" if isinstance(held, QMenu) else ": ".join(accessible(held))

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until what has the focus is called so."""
        stops = [self.at]
        while not self.at.startswith(name):
            self._tab(back=back)
            self.look()
            assert len(stops) < MOST_STOPS, f"Tab never comes to {name!r}, only to {stops}"
            stops.append(self.at)

    def go_to(self, name: str, key: Qt.Key) -> None:
        """Press a key until what has the focus, or is chosen in the menu, is called so."""
        stops = [self.at]
        while not self.at.startswith(name):
            self.press(key)
            self.look()
            assert self.at not in stops, f"{key.name} never comes to {name!r}, only to {stops}"
            stops.append(self.at)

    def look(self) -> None:
        """Make sure that what has the focus can be seen, and has a name to be read out."""
        held = self.focus
        assert held.isVisible(), f"what has the focus is hidden: {self.told()}"
        assert held.isEnabled(), f"what has the focus is switched off: {self.told()}"
        assert self.at, f"what has the focus has no name: {held!r} {self.told()}"
        seen = seen_of(held)
        wanted = min(LEAST_SEEN_PX, held.height())
        assert seen.height() >= wanted, f"what has the focus is out of sight: {self.told()}"

    def go_round(self) -> list[str]:
        """Press Tab until one is back; fail where it is a trap or leaves out a control.

        Returns:
            What was passed.
        """
        self.look()
        begun = self.focus
        wanted = {each for each in controls(self._window.page) if each.isEnabled()}
        stops = {begun: self.at}
        for _ in range(MOST_STOPS):
            self._tab()
            self.look()
            if self.focus is begun:
                break
            assert self.focus not in stops, f"Tab turns in circles at {self.told()}"
            stops[self.focus] = self.at
        assert self.focus is begun, f"Tab does not come back to {stops[begun]!r}"
        missed = [accessible(each) for each in wanted - stops.keys()]
        assert not missed, f"Tab leaves out {missed}"
        return list(stops.values())

    @contextmanager
    def in_dialog(self) -> Iterator[QDialog]:
        """Be in the dialog that opens; be back in the window afterwards.

        There is no window manager, which would make a dialog active, and the window after it.
        """
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self._activate(dialog)
        yield dialog
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self._activate(self._window)

    def _activate(self, widget: QWidget) -> None:
        widget.activateWindow()
        self._qtbot.waitUntil(widget.isActiveWindow)

    def _tab(self, *, back: bool = False) -> None:
        if back:
            self.press(K.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
        else:
            self.press(K.Key_Tab)


def seen_of(widget: QWidget) -> QRect:
    """Return what of a widget is in sight: in none of its ancestors it is scrolled away."""
    seen, above = widget.rect(), widget
    while not above.isWindow() and (parent := above.parentWidget()):
        seen = seen.translated(above.pos()).intersected(parent.rect())
        above = parent
    return seen
