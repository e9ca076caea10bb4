"""Microphone and loudspeaker in the settings."""

from tests.support.desktop import FakeServices
from tests.support.settings import choose, part, radio, settle
from tests.support.widgets import click, named, shown
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.settings import Settings


def test_devices_are_listed_and_chosen(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The system's choice comes first; another is kept by its label."""
    part(window, settings, "Sound")
    choose(window, settings, "Webcam")
    choose(window, settings, "Monitor")

    assert services.settings.microphone == "Webcam, ALSA"
    assert services.settings.loudspeaker == "Monitor, ALSA"
    choose(window, settings, "As the system")
    assert services.settings.microphone == ""


def test_a_device_that_is_gone_is_still_shown(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """With what is used until it is back."""
    services.settings = Settings(microphone="Old headset")
    window.dress()
    part(window, settings, "Sound")

    assert radio(settings, "Old headset").isChecked()
    assert "Not there now; until it is, the system's choice is used." in shown(settings)


def test_a_long_name_does_not_widen_the_page(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """It ends at the edge, and whole in the tip."""
    name = "A sound card with a very long name indeed, " * 6
    services.there = type(services.there)((name,), (name,))
    part(window, settings, "Sound")
    page = settings.widget()

    assert page is not None
    assert page.width() <= settings.viewport().width()
    assert radio(settings, "A sound card").toolTip() == name


def test_looking_again_finds_new_devices(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """What was plugged in since is among them."""
    part(window, settings, "Sound")
    services.there = type(services.there)(("Headset, ALSA", "New one"), ("Headset, ALSA",))

    click(settings, "Look for devices again")
    settle(window)

    assert radio(settings, "New one").isVisible()


def test_without_devices_it_says_what_to_do(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Nothing that can't work is offered."""
    services.there = type(services.there)()
    part(window, settings, "Sound")

    told = " ".join(shown(settings))
    assert "No microphone is there. Plug one in" in told
    assert "No loudspeaker is there. Plug one in" in told
    assert not named(settings, "Listen").isEnabled()
    assert not named(settings, "Play a tone").isEnabled()


def test_devices_that_can_not_be_asked(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The sound system's own sentence is told, and one can look again."""
    services.refusals["devices"] = RecordsProblem("PortAudio is missing.")
    part(window, settings, "Sound")

    assert window.notice.said == "PortAudio is missing."
    assert named(settings, "Look for devices again").isEnabled()


def test_the_level_lives_until_one_goes(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The microphone is let go of with the part."""
    part(window, settings, "Sound")
    click(settings, "Listen")
    level = settings.findChild(LevelLine)
    assert level is not None
    services.watched[0][0](-20.0)
    settle(window)
    assert len(level.shares) == 1

    part(window, settings, "Look")
    services.watched[0][0](-20.0)
    settle(window)

    assert services.unwatched == 1
    assert len(level.shares) == 1


def test_another_microphone_is_listened_to_at_once(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """While the level lives; the same button stops it."""
    part(window, settings, "Sound")
    click(settings, "Listen")
    choose(window, settings, "Webcam")
    assert (len(services.watched), services.unwatched) == (2, 1)

    click(settings, "Stop")
    assert services.unwatched == 2
    named(settings, "Listen")


def test_a_microphone_that_goes_away_is_told(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Beside the line, and the button is there again."""
    part(window, settings, "Sound")
    click(settings, "Listen")
    services.watched[0][1]("The microphone went away. Plug it in.")
    settle(window)

    assert "The microphone went away. Plug it in." in shown(settings)
    named(settings, "Listen")


def test_a_microphone_that_can_not_be_opened_is_told(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Likewise."""
    services.refusals["watch_level"] = RecordsProblem("It is busy.")
    part(window, settings, "Sound")
    click(settings, "Listen")

    assert "It is busy." in shown(settings)


def test_a_tone_is_played(window: Window, settings: SettingsPage, services: FakeServices) -> None:
    """One at a time, and then what to do if it was not heard."""
    part(window, settings, "Sound")
    click(settings, "Play a tone")
    settle(window)
    assert not named(settings, "Play a tone").isEnabled()

    services.tones[0]("")
    settle(window)

    assert "Heard nothing? Turn it up, or choose another one." in shown(settings)
    click(settings, "Play a tone")
    settle(window)
    services.tones[1]("The device has gone away.")
    settle(window)
    assert "The device has gone away." in shown(settings)
