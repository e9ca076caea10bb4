"""The calm bar at the foot of the window: what happened, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack, surface
from trainer.desktop.widgets.text import Text

__all__ = ["Notice"]


class Notice(QWidget):
    """Shows one sentence until it is dismissed or another takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._text = Text()
        self._action = Button("", kind="quiet")
        self._action.clicked.connect(self._take_action)
        dismiss = Button(self.tr("Dismiss"), kind="quiet")
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
        """Show a sentence, read it out to screen readers, and offer an action if there is one."""
        self._text.say(sentence)
        self._act = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @property
    def said(self) -> str:
        """The sentence that is shown; empty when none is."""
        return "" if self.isHidden() else self._text.said

    def _take_action(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act:
            act()
