"""The overview of keys: what each does on the page that is shown, asked of the page itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.keys import Keymap, named, native, shortcut
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.text import Text

__all__ = ["Overview"]

Rows = dict[str, list[str]]
"""What keys do, each with the keys that do it."""


class Overview(QDialog):
    """Lists the keys of a page; Esc closes it, and so does F1.

    Attributes:
        told: What is listed: under each heading what keys do, and which.
    """

    def __init__(self, page: Page, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("overview")
        self.setWindowTitle(self.tr("Keys"))
        told = {
            page.accessibleName(): _of_shortcuts(page) | _of_keymaps(page, ""),
            **{place: _of_keymaps(page, place) for place in _places(page)},
            self.tr("Everywhere"): self._everywhere() | _of_shortcuts(window, outside=page),
        }
        self.told: Mapping[str, Rows] = {place: rows for place, rows in told.items() if rows}
        self._close = Button(self.tr("Close"), kind="primary")
        self._close.clicked.connect(self.accept)
        shortcut(self, ("F1",), self._close.text(), self.accept)
        self._compose(window.size())
        self._close.setFocus()

    def _everywhere(self) -> Rows:
        return {
            self.tr("Go on to the next, or back"): [native("Tab"), native("Shift+Tab")],
            self.tr("Press what has the focus"): [native("Return"), native("Space")],
        }

    def _compose(self, room: QSize) -> None:
        lists, listed = QWidget(), stack(Space.ROOM, Space.TIGHT)
        listed.addLayout(_grid(self.told))
        listed.addStretch(1)
        lists.setObjectName("page")
        lists.setLayout(listed)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setObjectName("keys")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setAccessibleDescription("; ".join(_lines(self.told)))
        scroll.setWidget(lists)
        foot = beside()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = stack(Space.ROOM, Space.WIDE)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.setLayout(column)
        wanted = lists.sizeHint().height() + self._close.sizeHint().height() + 4 * Space.WIDE
        self.resize(min(Size.LETTER, room.width()), min(wanted, room.height() - Space.WIDE))


def _places(page: Page) -> list[str]:
    return [place for place in dict.fromkeys(one.place for one in _keymaps(page)) if place]


def _of_keymaps(page: Page, place: str) -> Rows:
    taken = (key for one in _keymaps(page) if one.place == place for key in one.taken)
    return {key.does: [named(key.keys)] for key in taken}


def _keymaps(page: Page) -> Iterator[Keymap]:
    for widget in page.findChildren(QWidget):
        keymap = getattr(widget, "keymap", None)
        if isinstance(keymap, Keymap) and widget.isVisibleTo(page):
            yield keymap


def _of_shortcuts(owner: QWidget, outside: QWidget | None = None) -> Rows:
    """Return the shortcuts of whatever is shown, without those of the page `outside`."""
    rows: Rows = {}
    for each in owner.findChildren(QShortcut):
        holder = each.parent()
        if not isinstance(holder, QWidget) or not holder.isVisibleTo(owner):
            continue
        if outside is None or not (holder is outside or outside.isAncestorOf(holder)):
            rows.setdefault(each.whatsThis(), []).append(native(each.key()))
    return rows


def _grid(told: Mapping[str, Rows]) -> QGridLayout:
    """Return a heading a place, and below it a row a key."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.ROOM)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.setColumnStretch(1, 1)
    for place, rows in told.items():
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), Space.TIGHT)
        grid.addWidget(Text(place, "heading"), grid.rowCount(), 0, 1, 2)
        for does, keys in rows.items():
            pressed, number = Text("   ".join(keys), "strong"), grid.rowCount()
            pressed.setWordWrap(False)
            grid.addWidget(pressed, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(does), number, 1)
    return grid


def _lines(told: Mapping[str, Rows]) -> Iterator[str]:
    for rows in told.values():
        for does, keys in rows.items():
            yield f"{', '.join(keys)}: {does}"
