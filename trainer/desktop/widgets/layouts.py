"""Layouts that wrap, and the boxes that pages stack things in."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QVBoxLayout,
    QWidget,
)

from trainer.desktop.tokens import Size, Space

Box = TypeVar("Box", bound=QBoxLayout)

__all__ = [
    "Grid",
    "Wrap",
    "beside",
    "centred",
    "clear",
    "leading",
    "rule",
    "stack",
    "surface",
    "tab_in_order",
]


class Wrap(QLayout):
    """Lays its items in a row and goes on below where the row is full.

    Args:
        gap: Between them, in px.
        middle: A row stands in the middle, not on the left.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = Space.TIGHT, *, middle: bool = False
    ) -> None:
        super().__init__(parent)
        self._middle = middle
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grow in no direction by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is at that width."""
        if width not in self._heights:
            places = self._places(width)
            self._heights[width] = max((box.bottom() + 1 for _, box in places), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the heights: something in it has changed."""
        super().invalidate()
        self._heights.clear()

    def sizeHint(self) -> QSize:
        """Wish for everything in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width, height = sum(h.width() for h in hints), max((h.height() for h in hints), default=0)
        return QSize(width + gaps, height)

    def minimumSize(self) -> QSize:
        """Need room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        for item, box in self._places(rect.width()):
            item.setGeometry(box.translated(rect.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        y = 0
        for row in self._rows(width):
            height = max(size.height() for _, size in row)
            x = self._begins(row, width)
            for item, size in row:
                yield item, QRect(QPoint(x, y + (height - size.height()) // 2), size)
                x += size.width() + self.spacing()
            y += height + self.spacing()

    def _begins(self, row: list[tuple[QLayoutItem, QSize]], width: int) -> int:
        taken = sum(size.width() for _, size in row) + self.spacing() * (len(row) - 1)
        return max(0, width - taken) // 2 if self._middle else 0

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in (item for item in self._items if not item.isEmpty()):
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if used + size.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self.spacing()
        return rows


class Grid(Wrap):
    """Lays its items in even columns of one width; a row is as high as its highest.

    Args:
        column: How narrow a column may be in px, at 100 % text.
        even: Fewer columns where that leaves no gap; else as many as there is room for.
    """

    def __init__(
        self,
        column: int,
        parent: QWidget | None = None,
        gap: int = Space.ROOM,
        *,
        even: bool = True,
    ) -> None:
        super().__init__(parent, gap)
        self._column = column
        self._even = even

    def sizeHint(self) -> QSize:
        """Wish for two columns."""
        width = 2 * self._narrowest() + self.spacing()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Need one column."""
        return QSize(super().minimumSize().width(), 0)

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        items = [item for item in self._items if not item.isEmpty()]
        gap, columns = self.spacing(), self._columns(width, len(items))
        each = (width - gap * (columns - 1)) // columns
        y = 0
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            height = max(_height(item, each) for item in row)
            for place, item in enumerate(row):
                yield item, QRect(place * (each + gap), y, each, height)
            y += height + gap

    def _columns(self, width: int, items: int) -> int:
        most = max(1, (width + self.spacing()) // (self._narrowest() + self.spacing()))
        if not self._even:
            return most
        rows = max(1, ceil(items / most))
        return max(1, ceil(items / rows))

    def _narrowest(self) -> int:
        parent = self.parentWidget()
        text_px = parent.font().pixelSize() if parent else Size.BODY
        return self._column * max(text_px, Size.BODY) // Size.BODY


def stack(gap: int = Space.TIGHT, margin: int = 0) -> QVBoxLayout:
    """Return a column."""
    return _box(QVBoxLayout(), gap, margin)


def beside(gap: int = Space.TIGHT, margin: int = 0) -> QHBoxLayout:
    """Return a row."""
    return _box(QHBoxLayout(), gap, margin)


def surface(layout: QLayout, kind: str = "surface") -> QFrame:
    """Return a frame of that kind around a layout."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setLayout(layout)
    return frame


def centred(widget: QWidget) -> QHBoxLayout:
    """Return a row with the widget in its middle, as wide as it may be."""
    row = beside(0)
    row.addStretch(1)
    row.addWidget(widget, Size.PAGE)
    row.addStretch(1)
    return row


def leading(widget: QWidget) -> QHBoxLayout:
    """Return a row with the widget on its left, no wider than lines are good to read."""
    widget.setProperty("kind", "reading")
    row = beside(0)
    row.addWidget(widget, Size.PAGE)
    row.addStretch(1)
    return row


def rule() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def tab_in_order(layout: QLayout) -> None:
    """Let Tab go through a layout as it is read, whenever its parts were made."""
    for before, after in pairwise(_focusable(layout)):
        QWidget.setTabOrder(before, after)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def _focusable(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item else None
        inner = widget.layout() if widget else item.layout() if item else None
        if widget and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            yield widget
        elif inner:
            yield from _focusable(inner)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _box(layout: Box, gap: int, margin: int) -> Box:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout
