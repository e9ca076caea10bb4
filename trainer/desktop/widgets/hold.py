"""The button that is held while one talks."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from trainer.desktop.widgets.buttons import Button

__all__ = ["HoldButton"]


class HoldButton(Button):
    """Is held by the mouse, by Space when it has the focus, or by whoever calls `hold`.

    It lets go by itself when the focus moves on or the window is left, since the release of a key
    or a button would then be told to somebody else.

    Signals: `held` says True when it is held from now on, False when no longer.
    """

    held = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = ("", "")
        super().__init__("", "microphone", parent=parent)
        self._words = (self.tr("Hold M to talk"), self.tr("Let go to finish"))
        self._held = False
        self.setText(self._words[False])
        self.setAutoDefault(False)  # Return can't be held: it would open and close at once
        self.pressed.connect(self.hold)
        self.released.connect(self.let_go)
        QApplication.instance().focusChanged.connect(self.let_go)  # type: ignore[union-attr] # a widget has an application

    @property
    def is_held(self) -> bool:
        """Whether it is held."""
        return self._held

    def hold(self) -> None:
        """Hold it from now on."""
        if self.isEnabled():
            self._change(held=True)

    def let_go(self) -> None:
        """Hold it no longer."""
        self._change(held=False)

    def sizeHint(self) -> QSize:
        """Keep room for either of its words, so that nothing moves under the hand."""
        size = super().sizeHint()
        widest = max(self._width(words) for words in self._words)
        return QSize(size.width() + widest - self._width(self.text()), size.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stay held when the hand slides off the button."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go wherever the mouse is by then."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.let_go()

    def _width(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _change(self, *, held: bool) -> None:
        if held is self._held:
            return
        self._held = held
        self.setText(self._words[held])
        self.show_icon("microphone-open" if held else "microphone")
        self.dress("held" if held else "plain")
        self.held.emit(held)
