"""The settings: every choice is kept at once, and what can't be kept goes back with a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.settings import check, choose, radio, settle
from tests.support.visits import choose_marcus
from tests.support.widgets import accessible, click, named, page_of, shown
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.theme import Theme, motion
from trainer.desktop.tokens import CONTRAST, DARK, LIGHT
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.rail import Rail
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem

FULL = RecordsProblem("The disk is full. Delete something.")


def test_the_colours_change_at_once_on_every_page(
    qapp: QApplication,
    qtbot: QtBot,
    window: Window,
    settings: SettingsPage,
    services: FakeServices,
) -> None:
    """The choice is kept and worn, and Home wears it too."""
    choose(window, settings, "High contrast")

    assert services.settings.theme == "high_contrast"
    assert qapp.palette().window().color() == QColor(CONTRAST.ground)
    choose(window, settings, "Dark")
    click(window, "Home")
    page_of(qtbot, window, Home)
    assert qapp.palette().window().color() == QColor(DARK.ground)


def test_choosing_again_undoes(
    window: Window, settings: SettingsPage, services: FakeServices, qapp: QApplication
) -> None:
    """No choice needs a way back of its own."""
    choose(window, settings, "Dark")
    choose(window, settings, "Light")

    assert services.settings.theme == "light"
    assert qapp.palette().window().color() == QColor(LIGHT.ground)


def test_arrows_choose(window: Window, settings: SettingsPage, services: FakeServices) -> None:
    """From the chosen one, arrows go on to the next."""
    first = next(each for each in settings.findChildren(QRadioButton) if each.isChecked())
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Down)
    settle(window)

    assert services.settings.theme == "light"
    assert accessible(radio(settings, "Light")) == ("RadioButton", "Light")


def test_what_can_not_be_kept_goes_back(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """What is shown as chosen is what holds; the notice says why."""
    services.refusals["choose"] = FULL

    choose(window, settings, "Dark")
    check(window, settings, "Show the customer's face")

    assert window.notice.said == "The disk is full. Delete something."
    assert not radio(settings, "Dark").isChecked()
    boxes = settings.findChildren(QCheckBox)
    assert all(box.isChecked() for box in boxes)


def test_the_size_of_the_text_is_remembered(
    window: Window, settings: SettingsPage, services: FakeServices, theme: Theme
) -> None:
    """By a choice and by the keys, and the page shows what the keys did."""
    choose(window, settings, "150 %")
    assert (services.settings.text_size, theme.text_scale) == (150, 1.5)

    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle(window)

    assert (services.settings.text_size, theme.text_scale) == (175, 1.75)
    assert radio(settings, "175 %").isChecked()


def test_motion_is_one_question(window: Window, settings: SettingsPage) -> None:
    """Whatever moves asks it."""
    assert motion()
    choose(window, settings, "Nothing moves")
    assert not motion()
    choose(window, settings, "Things move")
    assert motion()


def test_captions_and_face(window: Window, settings: SettingsPage, services: FakeServices) -> None:
    """Each is switched by itself."""
    check(window, settings, "Show the customer's words")
    check(window, settings, "Show the customer's face")
    assert (services.settings.captions, services.settings.face) == (False, False)

    check(window, settings, "Show the customer's words")
    assert (services.settings.captions, services.settings.face) == (True, False)


def test_the_language_is_told_for_the_next_start(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Nothing that is on screen changes its words."""
    choose(window, settings, "Deutsch")

    assert services.settings.language == "de"
    assert window.notice.said == "The window speaks it after the next start."


def test_it_says_whose_choices_they_are(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Once somebody has given a name."""
    assert shown(settings)[1] == "Every choice is kept at once."

    services.choose(profile="Ada")
    window.dress()
    settle(window)

    assert shown(settings)[1].startswith("Every choice is kept at once, for Ada;")


def test_remarks_on_a_broken_file_are_one_line(
    qtbot: QtBot, services: FakeServices, theme: Theme
) -> None:
    """The first is told, the others are counted."""
    services.remarked = ("“theme” can't be pink.", "b", "c")
    window = Window(services, theme)
    qtbot.addWidget(window)
    window.show()

    qtbot.waitUntil(lambda: window.notice.said == "“theme” can't be pink. And 2 more.")
    window.bridge.settle()


def test_the_rail_marks_a_place_only_while_one_is_there(qtbot: QtBot, window: Window) -> None:
    """Settings while they are shown, also when one goes there again; nothing before a call."""
    click(window, "Settings")
    page_of(qtbot, window, SettingsPage)
    assert named(window, "Settings").isChecked()
    click(window, "Settings")
    page_of(qtbot, window, SettingsPage)
    assert named(window, "Settings").isChecked()

    click(window, "Home")
    choose_marcus(qtbot, window)
    settle(window)

    rail = window.findChild(Rail)
    assert rail is not None
    assert not any(button.isChecked() for button in rail.findChildren(Button))
