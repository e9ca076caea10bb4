from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, example_scenario, stored
from tests.support.visits import open_window
from tests.support.widgets import click, focused, named, page_of, press, shown, table
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.home.next_card import reason
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.window import Window
from trainer.rating.next_up import Reason, Suggestion
from trainer.rating.scorecard import Marks
from trainer.records.problems import RecordsProblem
from trainer.records.store import StoredRehearsal
from trainer.scenario.kinds import Competence
from trainer.scenario.scenario_file import ScenarioProblem


def choose(window: Window, button: str, action: str) -> None:
    """Choose from the menu of a button."""
    pressable = named(window.page, button)
    assert isinstance(pressable, Button)
    menu: QMenu = pressable.menu()
    next(each for each in menu.actions() if each.text() == action).trigger()


def kept(number: int = 1, **changes: object) -> StoredRehearsal:
    """Return a rehearsal of Ada's whose summary is changed as asked."""
    one = stored(number)
    return replace(one, summary=replace(one.summary, **changes))  # type: ignore[arg-type] # dataclass fields


def people(window: Window) -> list[str]:
    """Return who is shown in the library, by the first part of each card's name."""
    names = (line.split(None, 1)[1] for line in table(window.page).splitlines())
    cards = [name for name in names if "Face to face," in name or "telephone," in name]
    return [name.split(",")[0] for name in cards]


def test_home_says_what_to_do_who_is_there_and_what_was_done(window: Window) -> None:
    """In that order; one card of the library takes the focus for all, and so it is listed."""
    assert "Good" in shown(window.page)[0]
    assert shown(window.page)[0].endswith(", Ada")
    assert sorted(table(window.page).splitlines()) == sorted(
        (
            "ButtonMenu   Ada is rehearsing. Let somebody else.",
            "Button       Rehearse this: The parcel that never came, with Ines Duarte",
            "Button       Something else",
            "EditableText Search the people you can talk to",
            "CheckBox     Face to face",
            "CheckBox     On the telephone",
            "CheckBox     gentle",
            "CheckBox     testing",
            "CheckBox     hard",
            "CheckBox     Not yet done",
            "ButtonMenu   Practises: anything",
            (
                "Button       The parcel that never came, Ines Duarte, Face to face, gentle, "
                "letting them vent, naming feelings, offering a way out, new"
            ),
            "Button       Bring in more scenarios …",
            "Slider       Practised so far: 3 of 17 things to practise",
            "Button       Double charge, 78, steady, 2 Nov 2026, 14:15",
            "Button       Double charge, not rated, 1 Nov 2026, 14:15",
            "Button       Double charge, 78, steady, 31 Oct 2026, 14:15",
            "Button       All rehearsals",
        )
    )


def test_what_to_do_next_is_ready_to_be_chosen_by_key(qtbot: QtBot, window: Window) -> None:
    """Somebody without a mouse presses Return and is on their way; the reason is a sentence."""
    assert focused(window).startswith("Rehearse this: The parcel that never came")
    why = "Because “letting them vent” went least well lately: 58, coming on."
    assert why in shown(window.page)

    press(window, Qt.Key.Key_Return)

    assert page_of(qtbot, window, Before).scenario.id == "lost-parcel"


@pytest.mark.parametrize(
    ("rehearsed", "why"),
    [
        ([], "Because it is a gentle one to begin with."),
        (
            [kept(1, scenario_id="lost-parcel", marks=Marks(90, 90, 90, 90, 90), overall=90)],
            (
                "Because you have not practised “apologising” yet. "
                "Your last one went well, so this is a step harder."
            ),
        ),
    ],
)
def test_the_reason_is_told(
    qtbot: QtBot, theme: Theme, rehearsed: list[StoredRehearsal], why: str
) -> None:
    """Whatever it is."""
    window = open_window(qtbot, FakeServices(kept=rehearsed), theme)

    assert why in shown(window.page)
    window.bridge.settle()


def test_something_else_is_suggested_until_everything_was(window: Window) -> None:
    """Then it begins again; what was just rehearsed is never among it."""
    suggested = []
    for _ in range(4):
        suggested.append(next(text for text in shown(window.page) if ", with " in text))
        click(window.page, "Something else")

    assert len(set(suggested[:3])) == 3
    assert suggested[3] == suggested[0]
    assert not any("Double charge" in each for each in suggested)


def test_what_was_not_looked_at_comes_first(qtbot: QtBot, theme: Theme) -> None:
    """As after a call that ended with the window; once looked at, something new is suggested."""
    services = FakeServices(kept=[kept(1, reviewed_at=None), stored(2)])
    window = open_window(qtbot, services, theme)
    told = "You rehearsed this on 2 Nov 2026, 14:15 and have not looked at it yet."
    assert told in shown(window.page)

    click(window.page, "Look at it: Double charge, with Marcus Bell")
    page_of(qtbot, window, Review)
    qtbot.waitUntil(lambda: services.kept[0].summary.reviewed_at is not None)
    window.go("home")

    qtbot.waitUntil(lambda: "Rehearse next" in shown(window.page))
    window.bridge.settle()


def test_what_was_broken_off_can_be_rehearsed_again(qtbot: QtBot, theme: Theme) -> None:
    """Or something else is."""
    window = open_window(qtbot, FakeServices(kept=[kept(1, outcome=None)]), theme)
    assert "You broke this off on 2 Nov 2026, 14:15, after 1:51." in shown(window.page)

    click(window.page, "Something else")
    assert "Rehearse next" in shown(window.page)
    window._home.refresh()
    with qtbot.waitSignal(window.ready):
        pass
    assert "Rehearse next" in shown(window.page)

    window.bridge.settle()


def test_a_broken_off_rehearsal_leads_to_its_scenario(qtbot: QtBot, theme: Theme) -> None:
    """One press, and one is before the call."""
    window = open_window(qtbot, FakeServices(kept=[kept(1, outcome=None)]), theme)

    click(window.page, "Rehearse it again")

    assert page_of(qtbot, window, Before).scenario.id == "double-charge"
    window.bridge.settle()


def test_what_was_broken_off_and_is_gone_is_not_offered(qtbot: QtBot, theme: Theme) -> None:
    """There is nothing to go on with."""
    gone = kept(1, outcome=None, scenario_id="gone")
    window = open_window(qtbot, FakeServices(kept=[gone]), theme)

    assert "Rehearse next" in shown(window.page)
    window.bridge.settle()


def test_nothing_is_suggested_where_there_is_nothing_else(qtbot: QtBot, theme: Theme) -> None:
    """The card stays away."""
    services = FakeServices(kept=[stored(1)])
    services.library = services.library[1:2]
    window = open_window(qtbot, services, theme)

    assert "Rehearse next" not in shown(window.page)
    assert focused(window).startswith("Double charge, Marcus Bell")
    assert "One person to talk to" in shown(window.page)
    window.bridge.settle()


def test_a_card_is_chosen_by_mouse_wherever_it_is_pressed(qtbot: QtBot, window: Window) -> None:
    """The whole card is one button."""
    click(window.page, "Double charge, Marcus")

    assert page_of(qtbot, window, Before).scenario.id == "double-charge"


def test_a_card_says_how_it_went_best(qtbot: QtBot, theme: Theme) -> None:
    """A best mark, that there was none, or that it is new."""
    rehearsed = [
        kept(1, overall=40),
        kept(2, overall=78),
        kept(3, overall=None, scenario_id="cold-food"),
    ]
    window = open_window(qtbot, FakeServices(kept=rehearsed), theme)

    assert named(window.page, "Double charge, Marcus").accessibleName().endswith("best mark 78")
    assert named(window.page, "Cold food").accessibleName().endswith("not rated yet")
    assert named(window.page, "The room").accessibleName().endswith("new")
    window.bridge.settle()


def test_an_earlier_rehearsal_opens_its_review(qtbot: QtBot, window: Window) -> None:
    """A row leads to what was said then."""
    click(window.page, "Double charge, 78")

    assert page_of(qtbot, window, Review).scenario_id == "double-charge"


def test_the_last_three_are_shown_and_progress_has_them_all(qtbot: QtBot, theme: Theme) -> None:
    """One press leads there."""
    services = FakeServices(kept=[stored(number) for number in range(1, 10)])
    window = open_window(qtbot, services, theme)
    assert table(window.page).count("Double charge, 78") == 3

    click(window.page, "All rehearsals")

    page_of(qtbot, window, ProgressPage)
    window.bridge.settle()


def test_the_library_is_narrowed_down_by_words_and_chips(qtbot: QtBot, window: Window) -> None:
    """Everything that is asked for has to hold; one press shows everybody again."""
    qtbot.keyClick(window, Qt.Key.Key_Slash)  # type: ignore[no-untyped-call] # pytest-qt wraps it without types
    assert focused(window) == "Search the people you can talk to"
    qtbot.keyClicks(window.focusWidget(), "hotel")  # type: ignore[no-untyped-call] # likewise
    assert "1 of 4" in shown(window.page)
    click(window.page, "gentle")
    assert "Nobody fits all of that." in shown(window.page)

    click(window.page, "Show everybody")

    assert "4 people to talk to" in shown(window.page)
    assert focused(window).startswith("The parcel that never came")


@pytest.mark.parametrize(
    ("chips", "left"),
    [
        (["Face to face"], "2 of 4"),
        (["Face to face", "hard"], "1 of 4"),
        (["gentle", "hard"], "2 of 4"),
        (["Not yet done"], "3 of 4"),
    ],
)
def test_chips_narrow_down(window: Window, chips: list[str], left: str) -> None:
    """Two of a kind widen, two of different kinds narrow."""
    for chip in chips:
        click(window.page, chip)

    assert left in shown(window.page)


def test_one_competence_is_looked_for(window: Window) -> None:
    """From the menu, or from its dot on the path; `anything` lets go of it."""
    choose(window, "Practises", "a kind no")
    assert people(window) == ["The room that is not ready"]
    assert "1 of 4" in shown(window.page)

    choose(window, "Practises", "anything")

    assert "4 people to talk to" in shown(window.page)


def test_arrows_go_from_card_to_card(qtbot: QtBot, window: Window) -> None:
    """Across, down a column, to both ends, and never out of the grid."""
    home = window.page
    assert isinstance(home, Home)
    window.resize(1280, 800)
    home._library.begin()
    seen = []

    for key in ("Right", "Left", "Left", "Down", "Up", "End", "Right", "Home"):
        press(window, getattr(Qt.Key, f"Key_{key}"))
        seen.append(focused(window).split(",")[0])

    parcel, charge, room = (
        "The parcel that never came",
        "Double charge",
        "The room that is not ready",
    )
    assert seen == [charge, parcel, parcel, room, parcel, room, room, parcel]
    press(window, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert page_of(qtbot, window, Before).scenario.id == "room-not-ready"


def test_the_path_names_what_was_practised(window: Window) -> None:
    """Arrows name each; Return shows who one can practise it with."""
    path = named_path(window)
    path.setFocus()
    assert "Letting them vent: practised 3 times" in shown(window.page)
    assert "Naming feelings: not practised yet" in path.accessibleDescription()

    press(window, Qt.Key.Key_Right)
    assert "Naming feelings: not practised yet" in shown(window.page)
    press(window, Qt.Key.Key_Return)

    assert focused(window).startswith("The parcel that never came")
    assert "1 of 4" in shown(window.page)
    assert "3 of 17 things to practise" in shown(window.page)


def named_path(window: Window):  # type: ignore[no-untyped-def] # noqa: ANN201 - private to the page
    """Return the dots of the path."""
    home = window.page
    assert isinstance(home, Home)
    return home._path._dots


def test_somebody_else_rehearses(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """Everything personal is theirs from then on, and they are remembered."""
    choose(window, "Ada", "Ben")

    qtbot.waitUntil(lambda: shown(window.page)[0].endswith(", Ben"))
    assert services.rehearsing == "Ben"
    assert window.notice.said == "Ben is rehearsing now."
    assert "Because it is a gentle one to begin with." in shown(window.page)
    assert "Lately" not in shown(window.page)


def test_a_new_name_is_given(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """Return keeps it; one of blanks alone is none."""
    choose(window, "Ada", "Someone else …")
    assert focused(window) == "Your name"
    qtbot.keyClicks(window.focusWidget(), "  Cem   Kaya ")  # type: ignore[no-untyped-call] # pytest-qt wraps it without types
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(window.page)[0].endswith(", Cem Kaya"))
    assert services.known == ["Ada", "Ben", "Cem Kaya"]

    choose(window, "Cem", "Someone else …")
    press(window, Qt.Key.Key_Space, Qt.Key.Key_Return)

    assert services.rehearsing == "Cem Kaya"


def test_esc_leaves_the_name_as_it_was(window: Window, services: FakeServices) -> None:
    """And the focus is back where it was."""
    choose(window, "Ada", "Someone else …")

    press(window, Qt.Key.Key_A, Qt.Key.Key_Escape)

    assert focused(window) == "Ada is rehearsing. Let somebody else."
    assert services.rehearsing == "Ada"


def test_before_anybody_gave_a_name_there_is_a_question(qtbot: QtBot, theme: Theme) -> None:
    """Nobody has to."""
    window = open_window(qtbot, FakeServices(rehearsing="", known=[]), theme)

    assert named(window.page, "Who is rehearsing?").isEnabled()
    assert shown(window.page)[0] in ("Good morning", "Good afternoon", "Good evening")
    window.bridge.settle()


def test_a_name_that_can_not_be_kept_is_told(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Whoever rehearsed still does."""
    services.refusals["choose_person"] = RecordsProblem("The disk is full. Free some space first.")

    choose(window, "Ada", "Ben")

    qtbot.waitUntil(lambda: window.notice.said == "The disk is full. Free some space first.")
    assert shown(window.page)[0].endswith(", Ada")


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
    window.bridge.settle()


def test_records_that_can_not_be_read_leave_the_library(qtbot: QtBot, theme: Theme) -> None:
    """One can rehearse all the same, and is told what to do about the rest."""
    services = FakeServices(refusals={"rehearsals": RecordsProblem("The records are locked.")})
    window = open_window(qtbot, services, theme)

    assert window.notice.said == "The records are locked."
    assert "Marcus Bell" in shown(window.page)
    click(window.page, "The parcel that never came")
    page_of(qtbot, window, Before)
    window.bridge.settle()


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
    button = named(window.page, "Something else")
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
    """Nothing of it is taken, and another can be chosen."""
    services.refusals["import_pack"] = ScenarioProblem(['a.yaml:3: "id" is missing: add it here'])
    home = window.page
    assert isinstance(home, Home)

    home._take_pack("counter.zip")

    qtbot.waitUntil(lambda: window.notice.said == 'a.yaml:3: "id" is missing: add it here')
    assert named(window.notice, "Choose another …").isVisible()


@pytest.mark.usefixtures("qapp")
def test_what_was_practised_seldom_is_a_reason_too() -> None:
    """Once everything has been practised."""
    seldom = Suggestion(example_scenario(), Reason.SELDOM, Competence.BE_BRIEF, 2)

    assert reason(seldom) == "Because you have practised “being brief” less than anything else."


def test_the_path_is_pointed_at_and_pressed_by_mouse(window: Window) -> None:
    """Leaving it names none; a press shows who one can practise it with."""
    path = named_path(window)
    at = path._at(6)

    QTest.mouseClick(path, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert "Nobody fits all of that." in shown(window.page)  # nobody here rambles
    assert focused(window) == "Show everybody"
    QApplication.sendEvent(path, QEvent(QEvent.Type.Leave))

    assert "3 of 17 things to practise" in shown(window.page)
