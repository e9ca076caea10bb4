"""Recogniser and speech models in the settings."""

from threading import Event

from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.settings import choose, part, radio, settle
from tests.support.widgets import click, named, shown
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.pages.settings.hearing import HearingPart
from trainer.desktop.pages.settings.model_row import megabytes
from trainer.desktop.window import Window
from trainer.records.settings import Settings
from trainer.speech.problems import ModelProblem


def test_a_recogniser_is_chosen(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Automatic, those that are installed, and PocketSphinx."""
    part(window, settings, "Hearing")
    choose(window, settings, "Vosk small")
    assert services.settings.recogniser == "small"
    choose(window, settings, "PocketSphinx")
    assert services.settings.recogniser == "pocketsphinx"
    choose(window, settings, "Automatic")
    assert services.settings.recogniser == ""


def test_a_recogniser_that_is_gone_is_shown(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """With what to do about it."""
    services.settings = Settings(recogniser="vanished")
    window.dress()
    part(window, settings, "Hearing")

    assert radio(settings, "vanished").isChecked()
    assert "Not installed now. Install it, or choose another." in shown(settings)


def test_a_model_is_installed_with_progress(
    window: Window, settings: SettingsPage, services: FakeServices, qtbot: QtBot
) -> None:
    """The bar says how much has come; then it can be chosen."""
    services.arriving = Event()
    part(window, settings, "Hearing")
    click(settings, "Install large")
    qtbot.waitUntil(lambda: "950 MB of 1.9 GB" in shown(settings))
    bars = [bar for bar in settings.findChildren(QProgressBar) if bar.isVisible()]
    assert [bar.value() for bar in bars] == [500]

    services.arriving.set()
    settle(window)

    assert window.notice.said == "large is installed."
    assert radio(settings, "Vosk large").isVisible()


def test_a_download_can_be_stopped(
    window: Window, settings: SettingsPage, services: FakeServices, qtbot: QtBot
) -> None:
    """By its button, or by going elsewhere; it is not installed then."""
    services.arriving = Event()
    part(window, settings, "Hearing")
    click(settings, "Install large")
    qtbot.waitUntil(lambda: "950 MB of 1.9 GB" in shown(settings))
    click(settings, "Stop downloading large")
    services.arriving.set()
    settle(window)

    assert window.notice.said == "Stopped."
    named(settings, "Install large")
    services.arriving.clear()
    click(settings, "Install large")
    click(settings, "Look")
    services.arriving.set()
    settle(window)
    assert not services.shelf[1].installed


def test_without_network_it_says_what_to_do(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The address to fetch it from stands there, and the model is brought in from a file."""
    services.refusals["install_model"] = ModelProblem("It can't be reached.")
    part(window, settings, "Hearing")
    click(settings, "Install large")
    settle(window)
    assert window.notice.said == "It can't be reached."
    assert any("download u/l to a USB stick" in text for text in shown(settings))

    hearing = settings.findChild(HearingPart)
    assert hearing is not None
    hearing.take("/media/stick/vosk-other.zip")
    settle(window)

    assert window.notice.said == "vosk-other is installed."
    assert radio(settings, "Vosk vosk-other").isVisible()


def test_what_is_no_model_is_not_taken(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The sentence says why, and one can choose another file."""
    services.refusals["import_model"] = ModelProblem("It holds no model.")
    part(window, settings, "Hearing")
    hearing = settings.findChild(HearingPart)
    assert hearing is not None
    hearing.take("/media/stick/holiday.zip")
    settle(window)

    assert window.notice.said == "It holds no model."
    assert named(settings, "Bring in a zip file").isEnabled()


def test_removing_a_model_takes_two_presses(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The first only asks."""
    part(window, settings, "Hearing")
    click(settings, "Remove small")
    settle(window)
    assert services.shelf[0].installed

    click(settings, "Press again to remove small")
    settle(window)

    assert window.notice.said == "small is removed."
    named(settings, "Install small")


def test_sizes_are_said_as_people_say_them() -> None:
    """Megabytes, from a gigabyte on gigabytes; nothing is 0."""
    assert [megabytes(size) for size in (3, 41_205_931, 1_900_000_000)] == [
        "1 MB",
        "41 MB",
        "1.9 GB",
    ]
