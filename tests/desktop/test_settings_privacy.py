"""What is kept of a person, in the settings."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.settings import choose, part, settle
from tests.support.widgets import click, focused, named, shown
from trainer.desktop.pages.settings import SettingsPage
from trainer.desktop.pages.settings.privacy import PrivacyPart
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId


def test_how_long_sound_is_kept(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Each choice says what follows, before anything is deleted."""
    part(window, settings, "Privacy")
    assert "Nothing is deleted unless you delete it." in shown(settings)
    choose(window, settings, "30 days")
    assert services.settings.keep_recordings_days == 30
    choose(window, settings, "Not at all")
    assert services.settings.keep_recordings_days == 0
    assert any("is deleted at the next start" in text for text in shown(settings))
    choose(window, settings, "For ever")
    assert services.settings.keep_recordings_days is None


def test_the_folder_is_opened(
    window: Window,
    settings: SettingsPage,
    services: FakeServices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the system's own way."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    part(window, settings, "Privacy")
    click(settings, "Open the folder")

    assert [Path(url.toLocalFile()) for url in opened] == [services.folder]


def test_deleting_everything_asks_first(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """With what would go; the focus is on keeping it."""
    part(window, settings, "Privacy")
    click(settings, "Delete everything of mine")
    assert any("every rehearsal of Ada (3)" in text for text in shown(settings))
    assert focused(window) == "Keep it"

    click(settings, "Keep it")

    assert services.trashed == []
    assert named(settings, "Delete everything of mine").isEnabled()


def test_what_was_deleted_can_be_brought_back(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """As long as the part is shown."""
    part(window, settings, "Privacy")
    click(settings, "Delete everything of mine")
    click(settings, "Delete it all")
    settle(window)
    assert services.trashed == [1, 2, 3]
    assert not named(settings, "Delete everything of mine").isEnabled()

    click(settings, "Undo")
    settle(window)
    part(window, settings, "Look")

    assert services.trashed == []
    assert services.gone == []


@pytest.mark.parametrize(
    "go", [lambda page, _: click(page, "Look"), lambda _, window: window.close()]
)
def test_what_was_deleted_goes_for_good_when_one_goes_on(
    window: Window,
    settings: SettingsPage,
    services: FakeServices,
    go: Callable[[SettingsPage, Window], object],
) -> None:
    """To another part, or by closing the window."""
    part(window, settings, "Privacy")
    click(settings, "Delete everything of mine")
    click(settings, "Delete it all")
    settle(window)
    go(settings, window)
    settle(window)

    assert services.gone == [1, 2, 3]


def test_everything_is_exported(
    window: Window, settings: SettingsPage, services: FakeServices, tmp_path: Path, qtbot: QtBot
) -> None:
    """With progress; the notice says where it is."""
    services.packing = Event()
    part(window, settings, "Privacy")
    privacy = settings.findChild(PrivacyPart)
    assert privacy is not None
    privacy.export(str(tmp_path / "mine.zip"))
    bar = next(each for each in privacy.findChildren(QProgressBar))
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == (1, 3))
    services.packing.set()
    settle(window)

    assert services.exported == [tmp_path / "mine.zip"]
    assert window.notice.said.startswith(f"Everything of yours is in {tmp_path / 'mine.zip'}.")
    assert bar.isHidden()


def test_an_export_can_be_stopped(
    window: Window, settings: SettingsPage, services: FakeServices, tmp_path: Path
) -> None:
    """Nothing is written then."""
    services.packing = Event()
    part(window, settings, "Privacy")
    privacy = settings.findChild(PrivacyPart)
    assert privacy is not None
    privacy.export(str(tmp_path / "mine.zip"))
    click(settings, "Stop")
    services.packing.set()
    settle(window)

    assert services.exported == []
    assert window.notice.said == "Stopped. Nothing was written."
    assert named(settings, "Export everything of mine").isEnabled()


def test_what_can_not_be_deleted_stays_with_a_sentence(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """And one can try again; nothing goes for good."""
    services.refusals["trash_mine"] = RecordsProblem("The records are busy.")
    part(window, settings, "Privacy")
    click(settings, "Delete everything of mine")
    click(settings, "Delete it all")
    settle(window)
    assert window.notice.said == "The records are busy."
    assert named(settings, "Delete everything of mine").isEnabled()

    part(window, settings, "Look")

    assert services.gone == []


def test_what_was_deleted_before_goes_for_good_too(
    window: Window, settings: SettingsPage, services: FakeServices
) -> None:
    """Nothing of a person's is left behind in the bin."""
    services.trashed = [RehearsalId(1), RehearsalId(2), RehearsalId(3)]
    part(window, settings, "Privacy")
    click(settings, "Delete everything of mine")
    assert any("those that were deleted before (3)" in text for text in shown(settings))
    click(settings, "Delete it all")
    settle(window)
    part(window, settings, "Look")

    assert services.asked_for_good == 1
