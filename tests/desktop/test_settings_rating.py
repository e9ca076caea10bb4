"""Pace band and fluency in the settings."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from tests.support.desktop import FakeServices
from tests.support.settings import check, part, settle
from tests.support.widgets import click, named
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.window import Window


def band(services: FakeServices) -> tuple[int, int] | None:
    """Return what is kept."""
    return services.settings.target_wpm


def boxes(settings: SettingsPage) -> list[QSpinBox]:
    """Return the two edges of the pace band."""
    return [box for box in settings.findChildren(QSpinBox) if box.isVisible()]


def test_a_pace_band_of_ones_own(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """By keys, never upside down, and back to the usual one."""
    part(window, settings, "Rating")
    slow, fast = boxes(settings)
    assert (slow.value(), fast.value()) == (120, 160)
    assert not named(settings, "Back to 120 to 160").isEnabled()

    QTest.keyClick(slow, Qt.Key.Key_Down)
    settle(window)
    assert band(services) == (115, 160)
    slow.setValue(300)
    settle(window)
    assert band(services) == (155, 160)
    assert fast.minimum() == 160

    click(settings, "Back to 120 to 160")
    settle(window)
    assert band(services) is None
    assert slow.value() == 120


def test_the_usual_band_by_hand_is_no_choice(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Who comes back to it goes with the rubric, also when that changes."""
    part(window, settings, "Rating")
    slow, _ = boxes(settings)
    QTest.keyClick(slow, Qt.Key.Key_Down)
    settle(window)
    QTest.keyClick(slow, Qt.Key.Key_Up)
    settle(window)

    assert band(services) is None


def test_fluency_is_left_out(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """By one box, and back in by the same."""
    part(window, settings, "Rating")
    check(window, settings, "Leave out fluency measures")
    assert not services.shows_fluency()
    check(window, settings, "Leave out fluency measures")
    assert services.shows_fluency()
