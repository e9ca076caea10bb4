"""The customers' voices in the settings."""

from tests.support.desktop import FakeServices
from tests.support.settings import part, settle
from tests.support.widgets import click, named, shown
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem


def test_a_voice_is_tried_at_three_pressures(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Calm, upset, furious; who can't speak says what to install."""
    part(window, settings, "Voices")
    for word in ("Calm", "Upset", "Furious"):
        click(settings, f"{word}: try Dana")
        settle(window)

    assert [(voice, pressure) for voice, pressure, _ in services.spoken] == [
        ("dana", 20),
        ("dana", 50),
        ("dana", 90),
    ]
    assert "Install espeak-ng." in shown(settings)
    assert "Scottish English · silent: captions only" in shown(settings)
    assert not named(settings, "Calm: try Moira").isEnabled()


def test_the_same_button_stops_a_voice(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """And so does going elsewhere; a voice that is over has nothing to stop."""
    part(window, settings, "Voices")
    click(settings, "Calm: try Dana")
    click(settings, "Calm: try Dana")
    settle(window)
    assert (len(services.spoken), services.hushed >= 1) == (1, True)
    hushed = services.hushed

    click(settings, "Upset: try Dana")
    settle(window)
    services.spoken[-1][2]("")
    settle(window)
    part(window, settings, "Look")

    assert services.hushed == hushed


def test_a_voice_that_fails_says_why(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """In the notice."""
    services.refusals["try_voice"] = RecordsProblem("The engine does not answer.")
    part(window, settings, "Voices")
    click(settings, "Calm: try Dana")
    settle(window)

    assert window.notice.said == "The engine does not answer."


def test_voices_that_can_not_be_listed(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """The part says why."""
    services.refusals["voices"] = RecordsProblem("No voices: install again.")
    part(window, settings, "Voices")

    assert "No voices: install again." in shown(settings)
