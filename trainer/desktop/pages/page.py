"""What every page is: a column in the middle of the window that scrolls when it must."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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
        ground.setObjectName("page")
        outer = stack(0, Space.WIDE)
        outer.addLayout(centred(middle))
        ground.setLayout(outer)
        self.column = stack(Space.ROOM)
        middle.setLayout(self.column)
        middle.setMaximumWidth(Size.PAGE)
        self.setWidget(ground)

    def arrive(self) -> None:
        """Put the focus where the page is begun."""

    def leave(self) -> None:
        """Let go of what the page has taken hold of."""
