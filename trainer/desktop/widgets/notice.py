"""The calm bar at the foot of the window: what happened, and what can be done about it."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack, surface
from trainer.desktop.widgets.text import Text

__all__ = ["Notice"]

LINES = 4
"""So many lines of a sentence leave the page its room."""


class Notice(QWidget):
    """Shows one sentence until it is dismissed or another takes its place.

    Signals: `let_go` says that it went while it had the focus.
    """

    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._text = Text()
        self._action = Button("", kind="quiet")
        self._action.clicked.connect(self._take_action)
        self._dismiss = dismiss = Button(self.tr("Dismiss"), kind="quiet")
        dismiss.clicked.connect(self.hide)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = beside(Space.SNUG, Space.SNUG)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(dismiss)
        around = stack(0)
        around.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        around.addWidget(surface(row, "notice"))
        self.setLayout(around)
        self.hide()

    def tell(
        self, sentence: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, read it out to screen readers, and offer an action if there is one.

        Of many lines the first are shown; the rest is in the tool tip.
        """
        first, rest = _first_lines(sentence)
        more = self.tr("And %n more.", "", len(rest)) if rest else ""
        self._text.say("\n".join([*first, more] if more else first))
        self._text.setToolTip("<br>".join(map(escape, (*first, *rest))) if rest else "")
        self._text.setAccessibleDescription(sentence if rest else "")
        self._act = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def begin(self) -> None:
        """Put the focus on what can be done about it."""
        offers = self._action.isVisibleTo(self)
        (self._action if offers else self._dismiss).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the focus has to go elsewhere."""
        super().hideEvent(event)
        if self.is_held:
            self.let_go.emit()

    @property
    def said(self) -> str:
        """The sentence that is shown; empty when none is."""
        return "" if self.isHidden() else self._text.said

    @property
    def is_held(self) -> bool:
        """Whether it has the focus."""
        held: QWidget | None = self.window().focusWidget()
        return held is not None and self.isAncestorOf(held)

    def _take_action(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act:
            act()


def _first_lines(sentence: str) -> tuple[list[str], list[str]]:
    """Return the lines to show, and those for which there is no room."""
    lines = sentence.splitlines()
    return (lines, []) if len(lines) <= LINES else (lines[: LINES - 1], lines[LINES - 1 :])
