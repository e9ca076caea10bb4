"""All rehearsals: searched, put in order, tagged, opened, and deleted with an undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from trainer.desktop.pages.progress.rows import COLUMNS, Rows
from trainer.desktop.pages.progress.tags import ChosenBar
from trainer.desktop.pages.progress.view import RowsView
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.desktop.bridge import Bridge
    from trainer.desktop.pages.progress.rows import Arrived
    from trainer.desktop.services import HistoryServices
    from trainer.records.store import RehearsalId, Search

__all__ = ["RehearsalTable"]

AFTER_KEYS_MS = 150
"""So long after the last key a search begins."""
LOOKED_AT = 500
"""So many of the chosen rows tell which tags there are."""


class RehearsalTable(QWidget):
    """The table with what narrows it down and what can be done.

    Signals: `opened` carries the id of a rehearsal, `troubled` a sentence, `offered` a sentence
    with the word of an action and what it does, and `changed` says that there are fewer or more.
    """

    opened = Signal(object)
    troubled = Signal(str)
    offered = Signal(str, str, object)
    changed = Signal()

    def __init__(
        self, services: HistoryServices, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        from trainer.records.store import Search

        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._asked = Search()
        self._rows = Rows(self._fetch, self)
        self._view, self._bar = RowsView(self._rows), ChosenBar()
        self._search, self._count = QLineEdit(), Text("", "small")
        self._order, self._tag = Button("", kind="choice"), Button("", kind="choice")
        self._soon = QTimer(self)
        self._compose()
        self._connect()
        self._offer_orders()
        self._offer_tags(())

    def fill(self, then_choose: int = -1) -> None:
        """Look again, and choose that row if there is one."""
        search = self._asked

        def found(ids: Sequence[RehearsalId]) -> None:
            if search != self._asked:
                return
            at = self._view.verticalScrollBar().value()
            self._rows.show_ids(ids)
            self._view.verticalScrollBar().setValue(at)
            self._count.say(self._counted(len(ids)))
            self._show_chosen()
            if ids and then_choose >= 0:
                self._view.choose_row(min(then_choose, len(ids) - 1))

        find = partial(self._services.found, search)
        self._bridge.fetch(self, find, found, self._refused)
        self._bridge.fetch(self, self._services.tags, self._offer_tags, self.troubled.emit)

    def begin(self) -> None:
        """Put the focus on the rows."""
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    def look_for(self) -> None:
        """Put the focus into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _compose(self) -> None:
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search titles, sentences and tags"))
        self._search.setToolTip(self.tr("Ctrl+F or /"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(Size.SIDE)
        self._count.setWordWrap(False)
        for button in (self._order, self._tag):
            button.setProperty("opens", "menu")
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_KEYS_MS)
        row = Wrap(gap=Space.TIGHT)
        for part in (self._search, self._order, self._tag, self._count):
            row.addWidget(part)
        column = stack(Space.SNUG)
        column.addLayout(row)
        column.addWidget(self._view, 1)
        column.addWidget(self._bar)
        self.setLayout(column)
        self._view.setMinimumHeight(Size.STAGE)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _: self._soon.start())
        self._search.returnPressed.connect(self.begin)
        self._soon.timeout.connect(self._look)
        self._view.horizontalHeader().sectionClicked.connect(self._order_by_column)
        self._view.open_wanted.connect(self._open)
        self._view.delete_wanted.connect(self._delete)
        self._view.ranged.connect(self._show_chosen)
        self._bar.open_wanted.connect(self._open)
        self._bar.delete_wanted.connect(self._delete)
        self._bar.given.connect(self._give)
        self._bar.taken.connect(self._take)
        self._rows.dataChanged.connect(lambda *_: self._show_chosen())

    def _counted(self, many: int) -> str:
        narrowed = bool(self._asked.text.strip() or self._asked.tag)
        if not many:
            return self.tr("None fits.") if narrowed else self.tr("There are none.")
        return self.tr("%n rehearsals", "", many) if many > 1 else self.tr("1 rehearsal")

    def _look(self) -> None:
        self._ask(replace(self._asked, text=self._search.text()))

    def _ask(self, search: Search) -> None:
        self._asked = search
        self._offer_orders()
        self.fill()

    # In which order, and which tag

    def _offer_orders(self) -> None:
        menu = QMenu(self._order)
        for told, order, falling in self._orders():
            menu.addAction(told, partial(self._order_by, order, falling=falling))
            if (order, falling) == (self._asked.order, self._asked.falling):
                self._order.setText(told)
        self._order.setMenu(menu)
        how = Qt.SortOrder.DescendingOrder if self._asked.falling else Qt.SortOrder.AscendingOrder
        column = COLUMNS.index(self._asked.order.value)
        self._view.horizontalHeader().setSortIndicator(column, how)

    def _orders(self) -> tuple[tuple[str, str, bool], ...]:
        return (
            (self.tr("Newest first"), "when", True),
            (self.tr("Oldest first"), "when", False),
            (self.tr("Highest mark first"), "mark", True),
            (self.tr("Lowest mark first"), "mark", False),
            (self.tr("Scenario, A to Z"), "scenario", False),
            (self.tr("Scenario, Z to A"), "scenario", True),
            (self.tr("Longest first"), "length", True),
            (self.tr("Shortest first"), "length", False),
        )

    def _order_by(self, order: str, *, falling: bool) -> None:
        from trainer.records.store import Order

        self._ask(replace(self._asked, order=Order(order), falling=falling))

    def _order_by_column(self, column: int) -> None:
        order = COLUMNS[column]
        if not any(order == known for _, known, _ in self._orders()):
            self._offer_orders()  # puts the sign back
            return
        again = order == self._asked.order
        self._order_by(order, falling=not self._asked.falling if again else order != "scenario")

    def _offer_tags(self, tags: Sequence[str]) -> None:
        menu = QMenu(self._tag)
        menu.addAction(self.tr("any"), partial(self._only, ""))
        for tag in tags:
            menu.addAction(tag.replace("&", "&&"), partial(self._only, tag))
        self._tag.setMenu(menu)
        self._tag.setVisible(bool(tags) or bool(self._asked.tag))
        self._bar.offer_tags(tags)
        self._show_tag()

    def _only(self, tag: str) -> None:
        self._ask(replace(self._asked, tag=tag))
        self._show_tag()

    def _show_tag(self) -> None:
        tag = self._asked.tag
        told = self.tr("Tag: {tag}").format(tag=tag or self.tr("any"))
        self._tag.setText(told.replace("&", "&&"))
        self._tag.show_icon("tick" if tag else "")
        self._tag.dress("choice-on" if tag else "choice")

    # What is chosen

    def _chosen(self) -> list[RehearsalId]:
        ids = self._rows.ids
        return [
            rehearsal for run in self._view.chosen_rows() for rehearsal in ids[run.start : run.stop]
        ]

    def _show_chosen(self) -> None:
        runs = self._view.chosen_rows()
        rows = islice(chain.from_iterable(runs), LOOKED_AT)
        tags = sorted(set(chain.from_iterable(map(self._rows.tags, rows))))
        self._bar.show_chosen(sum(map(len, runs)), tags)

    def _open(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1:
            self.opened.emit(chosen[0])

    def _delete(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        first = self._view.chosen_rows()[0].start
        told = self._deleted(first, len(chosen))

        def deleted() -> None:
            self.offered.emit(told, self.tr("Undo"), restore)
            self._look_anew(first)

        def restore() -> None:
            bring_back = partial(self._services.restore, *chosen)
            self._change(bring_back, partial(self._look_anew, first))

        self._change(partial(self._services.trash, *chosen), deleted)

    def _deleted(self, first: int, many: int) -> str:
        if many > 1:
            return self.tr("%n rehearsals are deleted.", "", many)
        title = self._rows.title(first)
        told = self.tr("“{title}” is deleted.").format(title=title)
        return told if title else self.tr("The rehearsal is deleted.")

    def _look_anew(self, row: int) -> None:
        self.fill(row)
        self.changed.emit()

    def _give(self, tag: str) -> None:
        self._retag(partial(self._services.tag, self._chosen(), tag))

    def _take(self, tag: str) -> None:
        self._retag(partial(self._services.untag, self._chosen(), tag))
        self.begin()  # the button that was pressed goes

    def _retag(self, work: Callable[[], None]) -> None:
        chosen = self._chosen()

        def done() -> None:
            self._rows.fetch_again(chosen)
            self._bridge.fetch(self, self._services.tags, self._offer_tags, self.troubled.emit)

        self._change(work, done)

    def _change(self, work: Callable[[], None], then: Callable[[], object]) -> None:
        self._bridge.fetch(self, work, lambda _: then(), self.troubled.emit)

    def _fetch(self, rehearsals: Sequence[RehearsalId], arrived: Arrived) -> None:
        get = partial(self._services.summaries, rehearsals)
        self._bridge.fetch(self, get, arrived, self._refused)

    def _refused(self, sentence: str) -> None:
        self.offered.emit(sentence, self.tr("Try again"), self.fill)
