from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.visits import open_window
from tests.support.widgets import click, focused, named, page_of, press, shown, table
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.scenario.scenario_file import ScenarioProblem


def test_home_shows_whom_one_can_talk_to_and_what_was_rehearsed(window: Window) -> None:
    """Every scenario is a card, every earlier rehearsal a row, newest first."""
    assert table(window.page).splitlines() == [
        "Button       Bring in more scenarios …",
        (
            "Button       The parcel that never came, Ines Duarte, Face to face, gentle, "
            "letting them vent, naming feelings, offering a way out"
        ),
        (
            "Button       Double charge, Marcus Bell, On the telephone, testing, "
            "letting them vent, listening back, following up"
        ),
        (
            "Button       Cold food, an hour late, Tom Okafor, On the telephone, testing, "
            "apologising, being brief"
        ),
        (
            "Button       The room that is not ready, Ms Halloran, Face to face, hard, "
            "staying calm, a kind no, setting boundaries"
        ),
        "Button       Double charge, 78, steady, 2 Nov 2026, 14:15",
        "Button       Delete Double charge, 2 Nov 2026, 14:15",
        "Button       Double charge, not rated, 1 Nov 2026, 14:15",
        "Button       Delete Double charge, 1 Nov 2026, 14:15",
        "Button       Double charge, 78, steady, 31 Oct 2026, 14:15",
        "Button       Delete Double charge, 31 Oct 2026, 14:15",
    ]


def test_the_first_card_is_ready_to_be_chosen_by_key(qtbot: QtBot, window: Window) -> None:
    """Somebody without a mouse presses Return and is on their way."""
    assert focused(window).startswith("The parcel that never came")

    press(window, Qt.Key.Key_Return)

    assert page_of(qtbot, window, Before).scenario.id == "lost-parcel"


def test_a_card_is_chosen_by_mouse_wherever_it_is_pressed(qtbot: QtBot, window: Window) -> None:
    """The whole card is one button."""
    click(window.page, "Double charge, Marcus")

    assert page_of(qtbot, window, Before).scenario.id == "double-charge"


def test_an_earlier_rehearsal_opens_its_review(qtbot: QtBot, window: Window) -> None:
    """A row leads to what was said then."""
    click(window.page, "Double charge, 78")

    assert page_of(qtbot, window, Review).scenario_id == "double-charge"


def test_what_was_deleted_comes_back_by_undo(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Deleting asks nothing and can be undone."""
    click(window.page, "Delete Double charge, 2 Nov")
    qtbot.waitUntil(lambda: window.notice.said == "“Double charge” is deleted.")
    qtbot.waitUntil(lambda: "2 Nov 2026" not in table(window.page))
    assert services.trashed == [1]

    click(window.notice, "Undo")

    qtbot.waitUntil(lambda: "2 Nov 2026" in table(window.page))
    assert services.trashed == []
    assert window.notice.said == ""


def test_older_rehearsals_are_shown_when_asked_for(qtbot: QtBot, theme: Theme) -> None:
    """Home shows the newest few; the others are one press away."""
    services = FakeServices(kept=[stored(number) for number in range(1, 10)])
    window = open_window(qtbot, services, theme)
    assert table(window.page).count("Delete") == 6

    click(window.page, "Show older ones")

    qtbot.waitUntil(lambda: table(window.page).count("Delete") == 9)
    assert "Show older" not in table(window.page)


def test_a_library_that_can_not_be_read_says_why_and_offers_to_try_again(
    qtbot: QtBot, theme: Theme
) -> None:
    """The window stays, says what to do, and fills when the matter is mended."""
    services = FakeServices(refusals={"scenarios": RecordsProblem("The folder is locked.")})
    window = open_window(qtbot, services, theme)
    assert window.notice.said == "The folder is locked."
    services.refusals.clear()

    click(window.notice, "Try again")

    qtbot.waitUntil(lambda: "Marcus Bell" in shown(window.page))
    assert window.notice.said == ""


def test_the_window_is_there_before_anything_was_fetched(qtbot: QtBot, theme: Theme) -> None:
    """It appears first and fills in."""
    window = Window(FakeServices(), theme)
    qtbot.addWidget(window)

    window.show()

    assert isinstance(window.page, Home)
    assert "Fetching the people you can talk to …" in shown(window.page)
    qtbot.waitUntil(lambda: "Marcus Bell" in shown(window.page))
    window.bridge.settle()


def test_text_grows_by_key_and_stops_at_twice(qtbot: QtBot, window: Window, theme: Theme) -> None:
    """Ctrl + makes the text larger, Ctrl - smaller, between 100 and 200 %."""
    button = named(window.page, "Delete Double charge, 2 Nov")
    before = button.height()

    for _ in range(6):
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call] # pytest-qt wraps it without types

    assert theme.text_scale == 2.0
    assert isinstance(button, Button)
    qtbot.waitUntil(lambda: button.height() > before)


def test_a_pack_of_scenarios_is_brought_in(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    """The file dialog asks which; the new cards stand among the others, and the notice says so."""
    pack = tmp_path / "counter.zip"
    pack.touch()
    click(window.page, "Bring in more scenarios")
    dialog = window.page.findChild(QFileDialog)
    assert dialog is not None

    dialog.selectFile(str(pack))
    dialog.accept()

    told = "You can rehearse these too now: counter."
    qtbot.waitUntil(lambda: window.notice.said == told)
    qtbot.waitUntil(lambda: any("counter" in text for text in shown(window.page)))


def test_a_pack_with_mistakes_says_what_to_do(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Nothing of it is taken."""
    services.refusals["import_pack"] = ScenarioProblem(['a.yaml:3: "id" is missing: add it here'])
    home = window.page
    assert isinstance(home, Home)

    home._take_pack("counter.zip")

    qtbot.waitUntil(lambda: window.notice.said == 'a.yaml:3: "id" is missing: add it here')
