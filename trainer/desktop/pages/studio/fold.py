"""A part of the form that unfolds; what is in it is made when it is first unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.desktop.pages.studio.entry import Growing, Movable
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.desktop.pages.studio.part import FormPart
    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.scenario.reading import Place

__all__ = ["Fold"]


class Fold(Movable):
    """A title to press, how many there are, and what it unfolds.

    Signals: `changed` carries what to do to the text, `turned` whether it is unfolded now.

    Args:
        title: What is in it.
        make: Makes what is in it.
        kind: section or fold.
        is_entry: It can be moved and removed.
    """

    changed = Signal(object)
    turned = Signal(bool)

    def __init__(
        self,
        title: str,
        make: Callable[[], FormPart],
        kind: str = "fold",
        *,
        is_entry: bool = False,
    ) -> None:
        super().__init__()
        self._make, self._is_entry = make, is_entry
        self._body: FormPart | None = None
        self._sheet: Sheet | None = None
        self._at: Place = ()
        self._title = title
        self._head = Button(title, "more", kind)
        self._head.setCheckable(True)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._head.installEventFilter(self)
        self._head.toggled.connect(self._turn)
        self._count = Text("", "count")
        self._count.setWordWrap(False)
        self._column, row = stack(0), beside(0)
        row.addWidget(self._head, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.acts)
        self.acts.setVisible(is_entry)
        self._column.addLayout(row)
        self.setLayout(self._column)

    @property
    def body(self) -> FormPart | None:
        """What is in it, once it was unfolded."""
        return self._body

    @property
    def is_unfolded(self) -> bool:
        """Whether one sees what is in it."""
        return self._head.isChecked()

    def unfold(self, *, on: bool = True) -> None:
        """Show what is in it, or hide it."""
        self._head.setChecked(on)

    def begin_inside(self) -> None:
        """Unfold it, and put the focus where one writes first."""
        self.unfold()
        first = self._body.findChild(Growing) if self._body else None
        if isinstance(first, Growing):
            first.setFocus()

    def main(self) -> QWidget:
        """Return the title."""
        return self._head

    def call(self, title: str, count: str = "") -> None:
        """Change the title and how many there are."""
        self._title = title
        self._elide()
        self._head.setAccessibleName(f"{title}, {count}" if count else title)
        self._count.say(count)
        self._count.setVisible(bool(count))

    def explain(self, sentence: str) -> None:
        """Say what it is for."""
        self._head.setAccessibleDescription(sentence)
        self._head.setToolTip(sentence)

    def fill(self, sheet: Sheet, at: Place = ()) -> None:
        """Show what the text says, when it is unfolded."""
        self._sheet, self._at = sheet, at
        if self._body is not None and self.is_unfolded:
            self._body.fill(sheet, at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shorten the title to its room."""
        if watched is self._head and event.type() == QEvent.Type.Resize:
            self._elide()
        return super().eventFilter(watched, event)

    def _elide(self) -> None:
        head = self._head
        room = head.width() - head.iconSize().width() - 2 * Space.ROOM
        short = head.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        if short != head.text():
            head.setText(short)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self._head.show_icon("less" if on else "more")
        if on and self._body is None:
            self._body = self._make()
            self._body.changed.connect(self.changed)
            self._body.setContentsMargins(Space.ROOM, Space.HAIR, 0, Space.ROOM)
            self._column.addWidget(self._body)
        if self._body is not None:
            if on and self._sheet is not None:
                self._body.fill(self._sheet, self._at)
            self._body.setVisible(on)
        self.turned.emit(on)
