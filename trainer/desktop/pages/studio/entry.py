"""An entry of a list: a text to write in place, and buttons that move it or take it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.keys import ENTER, Key, Keymap
from trainer.desktop.widgets.layouts import beside

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Actions", "Entry", "Growing", "Movable"]

SHORT = 40
"""So many letters of an entry stand in the name of a button."""


class Growing(QPlainTextEdit):
    """A text of one paragraph that is as high as its lines; its history is the whole text's.

    `written` carries the text without spaces around it.

    Attributes:
        keymap: The keys that an entry of a list takes; Backspace only where nothing is left.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keymap = Keymap("")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(self._stay)

    def say(self, text: str) -> None:
        """Show another text; the cursor of who is writing stays, and a space before a word."""
        if text.strip() != self.toPlainText().strip():
            self.blockSignals(True)  # noqa: FBT003 - Qt takes it so
            self.setPlainText(text)
            self.blockSignals(False)  # noqa: FBT003 - Qt takes it so
            self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted as one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of an entry; Return never breaks a line."""
        deletes = event.key() == Qt.Key.Key_Backspace and bool(self.toPlainText())
        is_taken = not deletes and self.keymap.press(event)
        if not is_taken and event.key() not in ENTER:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as it is at this width."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _stay(self) -> None:
        """Stay at the top: all of it is shown, only never while it still grows."""
        self.verticalScrollBar().setValue(0)

    def _tell(self) -> None:
        self._grow()
        self.written.emit(self.toPlainText().strip())

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        around = self.contentsMargins()
        height = lines * self.fontMetrics().lineSpacing() + around.top() + around.bottom()
        self.setFixedHeight(height)


class Actions(QWidget):
    """Up, down and away: those that can be done, each in its place.

    They are made when they are first shown, since a form has hundreds.
    """

    moved = Signal(int)
    removed = Signal()

    def __init__(self, owner: Movable) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setProperty("kind", "actions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: list[Button] = []
        self._names: Sequence[str] = ()
        self._allowed = (False, False, False)
        self._shown = False
        self._row: QHBoxLayout = beside(0)
        self.setLayout(self._row)

    def allow(self, *, up: bool, down: bool, remove: bool = True) -> None:
        """Say what can be done."""
        self._allowed = (up, down, remove)
        self._name()

    def call(self, names: Sequence[str]) -> None:
        """Name the three for screen readers and as tool tips."""
        self._names = names
        self._name()

    def call_after(self, entry: str, of: str) -> None:
        """Name the three after an entry and its list."""
        words = (
            self.tr("Move “{entry}” up"),
            self.tr("Move “{entry}” down"),
            self.tr("Remove “{entry}” from “{list}”"),
        )
        short = entry if len(entry) <= SHORT else f"{entry[: SHORT - 1].rstrip()}…"
        self.call([one.format(entry=short, list=of) for one in words])

    def reveal(self, *, shown: bool) -> None:
        """Show the buttons, or leave their room empty."""
        if shown and not self._buttons:
            self._make()
        self._shown = shown
        for button, allowed in zip(self._buttons, self._allowed, strict=False):
            button.setVisible(shown and allowed)

    def focused(self) -> int | None:
        """Return which of the buttons has the focus."""
        return next((at for at, one in enumerate(self._buttons) if one.hasFocus()), None)

    def focus(self, which: int) -> bool:
        """Put the focus on one of the buttons, if it can be pressed."""
        self.reveal(shown=True)
        if self._allowed[which]:
            self._buttons[which].setFocus()
        return self._allowed[which]

    def _make(self) -> None:
        for icon in ("up", "down", "trash"):
            button = Button("", icon, "small")
            keep = button.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            button.setSizePolicy(keep)
            button.installEventFilter(self._owner)
            self._row.addWidget(button)
            self._buttons.append(button)
        up, down, away = self._buttons
        up.clicked.connect(partial(self.moved.emit, -1))
        down.clicked.connect(partial(self.moved.emit, 1))
        away.clicked.connect(self.removed)
        self._name()

    def _name(self) -> None:
        for button, name, allowed in zip(self._buttons, self._names, self._allowed, strict=False):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setVisible(self._shown and allowed)


MOVING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Delete: 0}


class Movable(QWidget):
    """What can be moved and removed, by Alt with an arrow or Delete, and by its buttons.

    Signals: `moved` carries -1 or 1; `removed` asks to take it away.
    """

    moved = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acts = Actions(self)
        self.acts.moved.connect(self.moved)
        self.acts.removed.connect(self.removed)
        self._own = True

    def begin(self, which: int | None = None) -> None:
        """Take the focus: on that button, or where one writes."""
        if which is None or not self.acts.focus(which):
            self.main().setFocus()

    def main(self) -> QWidget:
        """Return what is written in or pressed."""
        raise NotImplementedError

    def allow(self, *, own: bool, up: bool, down: bool) -> None:
        """Say what can be done to it."""
        self._own = own
        self.acts.allow(up=up, down=down)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons under the mouse."""
        super().enterEvent(event)
        self._reveal()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide them again."""
        super().leaveEvent(event)
        self._reveal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the buttons while the focus is here; move and remove by keys."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._reveal()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = MOVING.get(Qt.Key(event.key())) if self._own else None
            if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._act(by)
                return True
        return super().eventFilter(watched, event)

    def _act(self, by: int) -> None:
        if by:
            self.moved.emit(by)
        else:
            self.removed.emit()

    def _reveal(self) -> None:
        focus = QApplication.focusWidget()
        here = focus is not None and (focus is self.main() or self.acts.isAncestorOf(focus))
        self.acts.reveal(shown=self._own and (here or self.underMouse()))


class Entry(Movable):
    """A text in a list.

    Signals: `written` carries the text, `followed` asks for another below.
    """

    written = Signal(str)
    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = ""
        self._field = Growing()
        self._field.setProperty("kind", "entry")
        self._field.installEventFilter(self)
        self._field.written.connect(self._tell)
        self._field.keymap = Keymap(
            self.tr("A list of the form"),
            Key(ENTER, self.tr("Another entry below"), self.followed.emit),
            Key((Qt.Key.Key_Backspace,), self.tr("Take an empty entry away"), self._give_up),
        )
        row = beside(0)
        row.addWidget(self._field, 1)
        row.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)

    def main(self) -> QWidget:
        """Return the field."""
        return self._field

    def show_entry(self, text: str, number: int, of: str, explained: str) -> None:
        """Show a text; `of` is the name of its list."""
        self._list = of
        name = self.tr("{list}, {number}").format(list=of, number=number)
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(explained)
        self._field.setReadOnly(not self._own)
        self._field.say(text)
        self.acts.call_after(text, of)

    def _give_up(self) -> None:
        if self._own:
            self.removed.emit()

    def _tell(self, text: str) -> None:
        self.acts.call_after(text, self._list)
        self.written.emit(text)
