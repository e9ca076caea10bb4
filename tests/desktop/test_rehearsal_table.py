from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.widgets import click, focused, named, page_of, press, shown, table
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.progress.rows import COLUMNS, PORTION, Arrived, Rows
from trainer.desktop.pages.progress.view import RowsView
from trainer.desktop.pages.review import Review
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId, RehearsalSummary

TITLES = ("Cold food", "Double charge", "Lost parcel", "The gate")


@pytest.fixture
def services() -> FakeServices:
    """Return a program that has kept four rehearsals, newest first, one with a tag."""
    kept = [stored(number, title=title) for number, title in enumerate(TITLES, start=1)]
    kept[1] = replace(kept[1], summary=replace(kept[1].summary, overall=90, tags=("rent",)))
    return FakeServices(kept=kept)


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> ProgressPage:
    """Return the page with its table shown."""
    window.resize(1280, 800)
    window.go("progress")
    page = page_of(qtbot, window, ProgressPage)
    qtbot.waitUntil(lambda: "Marks" in shown(page))
    click(page, "All rehearsals")
    qtbot.waitUntil(lambda: titles(page) == list(TITLES))
    return page


def view_of(page: ProgressPage) -> RowsView:
    """Return the rows."""
    view = page.findChild(RowsView)
    assert view is not None
    return view


def titles(page: ProgressPage) -> list[str]:
    """Return what the table's second column shows."""
    model = view_of(page).model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def choose_rows(page: ProgressPage, *rows: int) -> None:
    """Choose these."""
    view = view_of(page)
    view.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        view.selectionModel().select(view.model().index(row, 0), flags.Select | flags.Rows)


def order(page: ProgressPage, now: str, wanted: str) -> None:
    """Choose an order from the menu."""
    button = named(page, now)
    assert isinstance(button, Button)
    next(each for each in button.menu().actions() if each.text() == wanted).trigger()


def test_the_table_shows_every_rehearsal(page: ProgressPage, window: Window) -> None:
    """When, what, the mark with its word, the length, the tags and the sentence."""
    model = view_of(page).model()

    row = [model.index(1, column).data() for column in range(model.columnCount())]

    assert row[:5] == ["1 Nov 2026, 14:15", "Double charge", "90, strong", "1:51", "rent"]
    assert row[5].startswith("You cut Marcus off once")
    assert "4 rehearsals" in shown(page)
    assert focused(window) == "All rehearsals"


def test_return_opens_the_row(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    """The first is chosen from the start; the arrows go on from there."""
    del page
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert page_of(qtbot, window, Review).scenario_id == "double-charge"


def test_several_are_not_opened_at_once(page: ProgressPage, window: Window) -> None:
    """The button says so by being off, and Return does nothing."""
    choose_rows(page, 0, 2)

    press(window, Qt.Key.Key_Return)

    assert "Button       Open (off)" in table(page)
    assert "2 chosen" in shown(page)
    assert window.page is page


def test_several_are_deleted_and_come_back_by_undo(
    qtbot: QtBot, page: ProgressPage, window: Window, services: FakeServices
) -> None:
    """Deleting asks nothing; the row that takes their place is chosen."""
    choose_rows(page, 0, 2)
    press(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["Double charge", "The gate"])
    assert window.notice.said == "2 rehearsals are deleted."
    assert services.trashed == [1, 3]

    click(window.notice, "Undo")

    qtbot.waitUntil(lambda: titles(page) == list(TITLES))
    assert services.trashed == []
    assert view_of(page).chosen_rows() == [range(1)]


def test_one_is_deleted_by_its_title(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    """By the button too."""
    choose_rows(page, 3)

    click(page, "Delete")

    qtbot.waitUntil(lambda: window.notice.said == "“The gate” is deleted.")
    qtbot.waitUntil(lambda: "3 rehearsals" in shown(page))


def test_all_can_be_deleted(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    """Then there is nothing to choose, and an undo."""
    QTest.keyClick(view_of(page), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "4 chosen" in shown(page)

    press(window, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: "There are none." in shown(page))
    assert "Choose a row, or several." in shown(page)
    press(window, Qt.Key.Key_Delete)
    click(window.notice, "Undo")
    qtbot.waitUntil(lambda: titles(page) == list(TITLES))


def test_what_can_not_be_deleted_stays(
    qtbot: QtBot, page: ProgressPage, window: Window, services: FakeServices
) -> None:
    """And is told."""
    services.refusals["trash"] = RecordsProblem("The records are locked.")

    press(window, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: window.notice.said == "The records are locked.")
    assert titles(page) == list(TITLES)


def test_a_search_finds_and_lets_go(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    """Ctrl+F goes there; Return goes to what was found."""
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call] # pytest-qt wraps it without types
    qtbot.keyClicks(window.focusWidget(), "rent")  # type: ignore[no-untyped-call] # likewise
    qtbot.waitUntil(lambda: titles(page) == ["Double charge"])
    assert "1 rehearsal" in shown(page)
    press(window, Qt.Key.Key_Return)
    assert focused(window) == "All rehearsals"

    field = page.findChild(QLineEdit)
    assert field is not None
    field.setText("nothing like it")
    qtbot.waitUntil(lambda: "None fits." in shown(page))


def test_the_search_opens_the_table(qtbot: QtBot, window: Window) -> None:
    """From the courses too."""
    window.go("progress")
    page = page_of(qtbot, window, ProgressPage)
    qtbot.waitUntil(lambda: "Marks" in shown(page))

    qtbot.keyClick(window, Qt.Key.Key_Slash)  # type: ignore[no-untyped-call] # pytest-qt wraps it without types

    assert focused(window) == "Search titles, sentences and tags"
    qtbot.waitUntil(lambda: titles(page) == list(TITLES))
    click(page, "How it goes")
    assert not view_of(page).isVisibleTo(page)


def test_an_order_is_chosen_by_menu_and_by_heading(qtbot: QtBot, page: ProgressPage) -> None:
    """The menu is for keys; a heading that is pressed again turns round."""
    order(page, "Newest first", "Oldest first")
    qtbot.waitUntil(lambda: titles(page) == list(reversed(TITLES)))
    header = view_of(page).horizontalHeader()

    header.sectionClicked.emit(COLUMNS.index("mark"))
    qtbot.waitUntil(lambda: titles(page)[0] == "Double charge")
    header.sectionClicked.emit(COLUMNS.index("scenario"))
    qtbot.waitUntil(lambda: titles(page)[0] == "Cold food")
    header.sectionClicked.emit(COLUMNS.index("scenario"))
    qtbot.waitUntil(lambda: titles(page)[0] == "The gate")

    assert named(page, "Scenario, Z to A").isEnabled()
    header.sectionClicked.emit(COLUMNS.index("tags"))
    assert header.sortIndicatorSection() == COLUMNS.index("scenario")


def test_tags_are_given_taken_and_looked_for(
    qtbot: QtBot, page: ProgressPage, window: Window, services: FakeServices
) -> None:
    """To all that is chosen; each tag that one of them bears can be taken away."""
    choose_rows(page, 0, 1)
    field = next(each for each in page.findChildren(QLineEdit) if "tag to" in each.accessibleName())
    field.setFocus()
    qtbot.keyClicks(field, " bad,  day ")  # type: ignore[no-untyped-call] # pytest-qt wraps it without types
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Take the tag “bad day” away" in table(page))
    assert [one.tags for one in services.rehearsals()][:2] == [("bad day",), ("bad day", "rent")]
    press(window, Qt.Key.Key_Space, Qt.Key.Key_Return)

    order(page, "Tag: any", "bad day")
    qtbot.waitUntil(lambda: titles(page) == ["Cold food", "Double charge"])
    choose_rows(page, 1)
    click(page, "Take the tag “bad day” away")

    qtbot.waitUntil(lambda: services.rehearsals()[1].tags == ("rent",))
    assert focused(window) == "All rehearsals"


def test_a_tag_that_can_not_be_kept_is_told(
    qtbot: QtBot, page: ProgressPage, window: Window, services: FakeServices
) -> None:
    """Nothing is changed."""
    services.refusals["tag"] = RecordsProblem("The disk is full.")
    field = next(each for each in page.findChildren(QLineEdit) if "tag to" in each.accessibleName())
    field.setFocus()
    qtbot.keyClicks(field, "x")  # type: ignore[no-untyped-call] # pytest-qt wraps it without types

    press(window, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: window.notice.said == "The disk is full.")


@pytest.mark.parametrize("what", ["found", "summaries"])
def test_rows_that_can_not_be_fetched_can_be_tried_again(
    qtbot: QtBot, window: Window, services: FakeServices, what: str
) -> None:
    """The notice says why."""
    services.refusals[what] = RecordsProblem("The records are locked.")
    window.go("progress")
    page = page_of(qtbot, window, ProgressPage)
    qtbot.waitUntil(lambda: "Marks" in shown(page))
    click(page, "All rehearsals")
    qtbot.waitUntil(lambda: window.notice.said == "The records are locked.")
    services.refusals.clear()

    click(window.notice, "Try again")

    qtbot.waitUntil(lambda: titles(page) == list(TITLES))


def test_a_double_click_opens(qtbot: QtBot, page: ProgressPage, window: Window) -> None:
    """As it does everywhere."""
    view = view_of(page)
    at = view.visualRect(view.model().index(2, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))

    assert page_of(qtbot, window, Review).scenario_id == "double-charge"


class Shelf:
    """Fetches nothing until it is told to, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[Sequence[RehearsalId]] = []
        self.answers: list[Arrived] = []

    def fetch(self, ids: Sequence[RehearsalId], arrived: Arrived) -> None:
        """Keep the question."""
        self.asked.append(ids)
        self.answers.append(arrived)


def some(*ids: int) -> list[RehearsalSummary]:
    """Return their summaries."""
    return [stored(number).summary for number in ids]


def shown_at(rows: Rows, row: int) -> str:
    """Return when a row's rehearsal was, as it is shown."""
    when: str = rows.index(row, 0).data()
    return when


@pytest.fixture
def shelf() -> Shelf:
    """Return one."""
    return Shelf()


@pytest.fixture
def rows(shelf: Shelf) -> Rows:
    """Return a thousand rows of which nothing is known."""
    rows = Rows(shelf.fetch)
    rows.show_ids(RehearsalId(number) for number in range(1000))
    return rows


def test_only_what_is_looked_at_is_fetched(qtbot: QtBot, rows: Rows, shelf: Shelf) -> None:
    """A portion at a time, once, and the rows say that they are on their way."""
    assert shown_at(rows, 0) == "…"
    assert rows.index(1, 1).data() == ""
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)

    shelf.answers[0](some(*range(PORTION)))

    assert shown_at(rows, 1) == "2 Nov 2026, 14:15"
    assert shelf.asked == [tuple(range(PORTION))]


def test_what_was_scrolled_past_is_not_fetched(qtbot: QtBot, rows: Rows, shelf: Shelf) -> None:
    """The last that was looked at comes first, and few are waiting."""
    shown_at(rows, 0)
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)
    for row in range(PORTION, 10 * PORTION, PORTION):
        shown_at(rows, row)

    for number in range(6):
        if number < len(shelf.answers):
            shelf.answers[number](())

    assert [asked[0] // PORTION for asked in shelf.asked] == [0, 9, 8, 7]


def test_an_answer_to_an_earlier_search_is_dropped(qtbot: QtBot, rows: Rows, shelf: Shelf) -> None:
    """It would stand in the wrong rows."""
    shown_at(rows, 0)
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)
    rows.show_ids([RehearsalId(5)])

    shelf.answers[0](some(5))

    assert shown_at(rows, 0) == "…"


def test_what_is_gone_says_so_and_is_not_asked_for_again(
    qtbot: QtBot, rows: Rows, shelf: Shelf
) -> None:
    """Another window may have deleted it for good."""
    shown_at(rows, 0)
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)

    shelf.answers[0](some(1))

    assert rows.index(0, 1).data() == "no longer kept"
    assert rows.index(1, 1).data() == "Double charge"
    assert len(shelf.asked) == 1


def test_what_has_changed_is_shown_as_it_was_until_it_comes(
    qtbot: QtBot, rows: Rows, shelf: Shelf
) -> None:
    """So nothing flickers."""
    shown_at(rows, 0)
    qtbot.waitUntil(lambda: len(shelf.asked) == 1)
    shelf.answers[0](some(*range(PORTION)))

    rows.fetch_again([RehearsalId(1)])

    assert shown_at(rows, 1) == "2 Nov 2026, 14:15"
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    shelf.answers[1]([replace(one, tags=("rent",)) for one in some(1)])
    assert rows.tags(1) == ("rent",)


def test_rows_have_no_rows_of_their_own(rows: Rows) -> None:
    """It is a table, not a tree; and only columns have names."""
    cell = rows.index(0, 0)

    assert (rows.rowCount(cell), rows.columnCount(cell)) == (0, 0)
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "When"
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert cell.data(Qt.ItemDataRole.DecorationRole) is None
