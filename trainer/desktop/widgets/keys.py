"""Keys with what they do in words: whoever takes a key says so here, and the overview reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

__all__ = ["ENTER", "Key", "Keymap", "named", "native", "shortcut"]

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
}
TWICE = frozenset({Qt.Key.Key_Enter, Qt.Key.Key_Equal})
"""Keys that stand beside another one which does the same, and are not told of."""


@dataclass(frozen=True, slots=True)
class Key:
    """Some keys that do one thing.

    Attributes:
        keys: Any of them does it.
        does: What that is, in words.
        act: Does it.
    """

    keys: tuple[Qt.Key, ...]
    does: str
    act: Callable[[], object]


class Keymap:
    """The keys that a widget takes while it has the focus.

    Args:
        place: What the widget is called; empty where the keys hold on the whole page.
        taken: The keys.
    """

    def __init__(self, place: str, *taken: Key) -> None:
        self.place, self.taken = place, taken
        self._acts = {key: one.act for one in taken for key in one.keys}

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key does; return whether it is one of these."""
        act = self._acts.get(Qt.Key(event.key()))
        if act is None:
            return False
        act()
        return True


def shortcut(
    owner: QWidget,
    keys: Iterable[QKeySequence | QKeySequence.StandardKey | Qt.Key | str],
    does: str,
    act: Callable[[], object],
) -> None:
    """Let keys do something wherever the focus is while the owner is shown."""
    for each in keys:
        bound = QShortcut(QKeySequence(each), owner)
        bound.setWhatsThis(does)
        bound.activated.connect(act)


def named(keys: Iterable[Qt.Key]) -> str:
    """Return what stands on the keys."""
    told = (key for key in keys if key not in TWICE)
    return "  ".join(ARROWS.get(key) or native(QKeySequence(key)) for key in told)


def native(keys: QKeySequence | str) -> str:
    """Return what such keys are called on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
