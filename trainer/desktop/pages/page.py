"""What every page is: a column in the middle of the window that scrolls when it must."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.layouts import centred, stack

__all__ = ["Page"]


class Page(QScrollArea):
    """A page; add to `column`.

    Signals that the window listens to on every page: `troubled` carries a sentence on what went
    wrong, `told` one on what was done, `offered` one with the word of an action and what it does,
    such as an undo; `chosen` carries a scenario to rehearse, `opened` the id of
    a rehearsal to look at, and `left` asks for Home.
    """

    troubled = Signal(str)
    told = Signal(str)
    offered = Signal(str, str, object)
    chosen = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground, middle = QWidget(), QWidget()
        self._ground, self._follows = ground, False
        ground.setObjectName("page")
        outer = stack(0, Space.WIDE)
        outer.addLayout(centred(middle))
        ground.setLayout(outer)
        self.column = stack(Space.ROOM)
        middle.setLayout(self.column)
        middle.setMaximumWidth(Size.PAGE)
        self.setWidget(ground)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_held)
        self.verticalScrollBar().actionTriggered.connect(self._stay)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr] # a widget has an application

    def arrive(self) -> None:
        """Put the focus where the page is begun."""

    def leave(self) -> None:
        """Let go of what the page has taken hold of."""

    def come_back(self) -> None:
        """Put the focus where it was on the page."""
        held: QWidget | None = self.focusWidget()
        if held is not None and held.isVisible() and held.isEnabled():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.arrive()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Let Tab leave the page, but not what had the focus and is switched off or gone."""
        held: QWidget | None = self.window().focusWidget()
        gone = held is not None and not (held.isVisible() and held.isEnabled())
        if gone and (holder := self._holder_of(held)):
            holder.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        moved = super().focusNextPrevChild(forward)
        now: QWidget | None = self.window().focusWidget()
        if gone and now is not None and now is not self and not self.isAncestorOf(now):
            return super().focusNextPrevChild(not forward)
        return moved

    def _holder_of(self, held: QWidget | None) -> QWidget | None:
        """Return what holds a widget and takes keys itself, such as the text around a field."""
        above = held.parentWidget() if held else None
        while above is not None and above is not self:
            takes_keys = above.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if takes_keys and above.isVisible() and above.isEnabled():
                return above
            above = above.parentWidget()
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what has the focus in sight while something above it grows."""
        if watched is self._ground and event.type() == QEvent.Type.Resize:
            self._keep_in_sight()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what has the focus in sight when there is less room."""
        super().resizeEvent(event)
        self._keep_in_sight()

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what the keys go to; Qt does so only for Tab, and only within the page.

        Nothing moves under a mouse that is pressed.
        """
        if now is not None and now is self._held():
            self._follows = True
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Show what has the focus once all is laid out, until somebody scrolls elsewhere."""
        if self._follows:
            self._soon.start()

    def _stay(self) -> None:
        self._follows = False

    def _show_held(self) -> None:
        if held := self._held():
            self.ensureWidgetVisible(held)

    def _held(self) -> QWidget | None:
        """Return what has the focus, if it is on what scrolls."""
        held: QWidget | None = self.window().focusWidget()  # Qt has none at times
        return held if held is not None and self._ground.isAncestorOf(held) else None
