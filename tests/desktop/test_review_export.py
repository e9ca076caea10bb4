"""Export: what, where, and the way to it."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.widgets import click, page_of
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.review.export import Export
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import StoredRehearsal


def opened(
    qtbot: QtBot, window: Window, services: FakeServices, rehearsal: StoredRehearsal
) -> Review:
    """Return the review of a rehearsal."""
    services.kept[0] = rehearsal
    window._open_review(rehearsal.summary.id)
    return page_of(qtbot, window, Review)


def action(review: Review, word: str) -> QAction:
    """Return what the menu offers under that word."""
    export = review.findChild(Export)
    assert export is not None
    return next(each for each in export.menu().actions() if each.text().startswith(word))


def save_as(review: Review, name: Path) -> None:
    """Name a file in the dialog that is open."""
    dialog = review.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(name))
    dialog.accept()


@pytest.mark.parametrize(
    ("word", "name", "what", "sentence"),
    [
        ("Report as a web page", "call.html", "report", "The report is in {}."),
        ("Report as a PDF", "call.pdf", "report", "The report is in {}."),
        ("Sound of the call", "call.flac", "sound", "The sound is in {}."),
        ("All data, as JSON", "call.json", "data", "The data is in {}."),
    ],
)
def test_each_is_written_where_one_says(  # noqa: PLR0917 - fixtures and figures
    qtbot: QtBot,
    window: Window,
    services: FakeServices,
    tmp_path: Path,
    word: str,
    name: str,
    what: str,
    sentence: str,
) -> None:
    """The dialog asks where and adds the ending; the notice says where it is."""
    review = opened(qtbot, window, services, stored(1))

    action(review, word).trigger()
    save_as(review, tmp_path / "call")

    path = tmp_path / name
    qtbot.waitUntil(lambda: window.notice.said == sentence.format(path))
    assert services.written == [(what, path)]


def test_clips_go_into_the_web_page_if_they_are_wanted(
    qtbot: QtBot, window: Window, services: FakeServices, tmp_path: Path
) -> None:
    """A PDF holds no sound, whatever is chosen."""
    review = opened(qtbot, window, services, stored(1))
    action(review, "Put sound clips").trigger()

    for word, name in (("Report as a web page", "a.html"), ("Report as a PDF", "a.pdf")):
        action(review, word).trigger()
        save_as(review, tmp_path / name)
        qtbot.waitUntil(partial(_says, window, f"{name}."))

    assert [what for what, _ in services.written] == ["report with clips", "report"]


def test_what_is_not_there_can_not_be_written(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Neither a report of what was not rated, nor sound that was not recorded."""
    review = opened(qtbot, window, services, stored(1, rated=False, recorded=False))

    words = ("Put sound clips", "Report as a web page", "Report as a PDF", "Sound", "All data")
    assert [action(review, word).isEnabled() for word in words] == [False] * 4 + [True]


def test_the_folder_opens_from_the_notice(
    qtbot: QtBot,
    window: Window,
    services: FakeServices,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One click leads to what was written."""
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    review = opened(qtbot, window, services, stored(1))
    action(review, "All data").trigger()
    save_as(review, tmp_path / "call.json")
    qtbot.waitUntil(lambda: window.notice.said.startswith("The data is in"))

    click(window.notice, "Open folder")

    assert shown == [QUrl.fromLocalFile(str(tmp_path))]


def test_what_can_not_be_written_says_what_to_do(
    qtbot: QtBot, window: Window, services: FakeServices, tmp_path: Path
) -> None:
    """The review stays as it is."""
    services.refusals["export"] = RecordsProblem("The folder is read-only. Choose another.")
    review = opened(qtbot, window, services, stored(1))

    action(review, "All data").trigger()
    save_as(review, tmp_path / "call.json")

    qtbot.waitUntil(lambda: window.notice.said == "The folder is read-only. Choose another.")
    assert window.page is review


def _says(window: Window, end: str) -> bool:
    return window.notice.said.endswith(end)
