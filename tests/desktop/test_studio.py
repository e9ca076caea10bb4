from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.desktop.studio import template
from tests.support.settings import settle
from tests.support.studio import opened, to_studio
from tests.support.widgets import accessible, click, controls, page_of, shown
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.problems import Problems
from trainer.desktop.pages.studio.text import ScenarioText
from trainer.desktop.window import Window
from trainer.scenario.scenario_file import ScenarioProblem

WRONG = template().replace("setting: in_person", "setting: on_the_moon")


@pytest.fixture
def studio(qtbot: QtBot, window: Window) -> StudioPage:
    """Return the studio with its list."""
    return to_studio(qtbot, window)


@pytest.fixture
def text(qtbot: QtBot, studio: StudioPage) -> ScenarioText:
    """Return the text of one's own scenario, opened."""
    return opened(qtbot, studio, "Open: Wrong cake")


def texts_in(studio: StudioPage) -> list[ScenarioText]:
    """Return the texts that are shown."""
    return [each for each in studio.findChildren(ScenarioText) if each.isVisibleTo(studio)]


def verdict(studio: StudioPage) -> str:
    """Return what the live check says."""
    return next((one for one in shown(studio) if "be rehearsed" in one), "")


def test_a_mistake_is_shown_while_it_is_typed_and_gone_to_by_enter(
    qtbot: QtBot, studio: StudioPage, text: ScenarioText
) -> None:
    """The check follows the keys by itself; Enter on a problem puts the cursor into its line."""
    text.replace_all(WRONG)
    qtbot.waitUntil(lambda: verdict(studio).startswith("Mistakes to mend"))
    problems = studio.findChild(Problems)
    assert problems is not None
    assert "on_the_moon" in problems.item(0).text()

    problems.setFocus()
    QTest.keyClick(problems, Qt.Key.Key_Return)

    assert text.textCursor().block().text() == "setting: on_the_moon"
    assert text.hasFocus()
    text.undo()
    qtbot.waitUntil(lambda: verdict(studio).startswith("It can be rehearsed"))
    assert text.toPlainText() == template()


def test_ctrl_s_saves(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage, text: ScenarioText
) -> None:
    """What was typed is in the file, and the page says so."""
    text.replace_all(template() + "# more\n")
    assert "Not saved yet." in shown(studio)

    QTest.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "Saved." in shown(studio))
    assert services.texts["wrong-cake"].endswith("# more\n")
    assert window.notice.said == "Saved as wrong-cake."


def test_what_is_wrong_is_not_saved_but_kept(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage, text: ScenarioText
) -> None:
    """A refusal is a sentence, and the text is a draft."""
    text.replace_all(WRONG)
    qtbot.waitUntil(lambda: verdict(studio).startswith("Mistakes to mend"))
    services.refusals["save_text"] = ScenarioProblem(["scenario:9: wrong"])

    click(studio, "Save")

    qtbot.waitUntil(lambda: "kept as a draft" in window.notice.said)
    qtbot.waitUntil(lambda: services.drafts.get("wrong-cake") == WRONG)
    assert services.texts["wrong-cake"] == template()


def test_leaving_loses_nothing(
    qtbot: QtBot, window: Window, services: FakeServices, text: ScenarioText
) -> None:
    """Who goes elsewhere at once finds what was typed when they come back."""
    text.replace_all(WRONG)
    window.go("home")
    settle(window)
    assert services.drafts == {"wrong-cake": WRONG}

    window.go("studio")
    page = page_of(qtbot, window, StudioPage)
    qtbot.waitUntil(lambda: "wrong-cake, not saved" in shown(page))
    assert opened(qtbot, page, "Open: Wrong cake").toPlainText() == WRONG


def test_a_full_disk_is_told(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage, text: ScenarioText
) -> None:
    """A draft that can't be kept gets the service's sentence; the text stays in the window."""
    services.refusals["keep_draft"] = ScenarioProblem(["Free some disk space."])
    text.replace_all(WRONG)

    qtbot.waitUntil(lambda: window.notice.said == "Free some disk space.")
    assert text.toPlainText() == WRONG
    assert "Not saved yet." in shown(studio)


def test_a_bundled_one_is_read_and_copied(qtbot: QtBot, studio: StudioPage) -> None:
    """It can't be changed; its copy can."""
    text = opened(qtbot, studio, "Read: Double charge")
    assert text.isReadOnly()

    click(studio, "Make a copy to change it")

    qtbot.waitUntil(lambda: "double-charge-copy" in shown(studio))
    qtbot.waitUntil(lambda: [text.isReadOnly() for text in texts_in(studio)] == [False])


def test_a_deletion_is_undone(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage
) -> None:
    """It goes at once, and Undo brings it back."""
    click(studio, "Delete: Wrong cake")
    qtbot.waitUntil(lambda: window.notice.said == "wrong-cake was deleted.")
    assert not services.texts

    click(window.notice, "Undo")
    qtbot.waitUntil(lambda: "wrong-cake" in services.texts)


def test_packs_go_out_and_come_in(
    qtbot: QtBot, window: Window, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is exported by its row; a pack is imported and counted."""
    studio, pack = to_studio(qtbot, window), Path("/nowhere/pack.zip")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pack), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))

    click(studio, "Export …: Wrong cake")
    qtbot.waitUntil(lambda: services.packs == [(pack, ("wrong-cake",))])
    click(studio, "Import a pack")
    qtbot.waitUntil(lambda: "imported" in window.notice.said)


def test_a_reply_is_tried_on_the_bench(
    qtbot: QtBot, studio: StudioPage, text: ScenarioText
) -> None:
    """What they hear, how it moves them and the next line are shown; it can be taken back."""
    del text
    click(studio, "Try it out")
    qtbot.waitUntil(lambda: any(one.startswith("opening.") for one in shown(studio)))
    reply = next(one for one in studio.findChildren(QLineEdit) if "reply" in one.accessibleName())
    assert reply.hasFocus()

    QTest.keyClicks(reply, "You should have looked into the box.")
    QTest.keyClick(reply, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(one.startswith("They hear: ") for one in shown(studio)))
    texts = shown(studio)
    assert any("should have" in one for one in texts if one.startswith("They hear: "))
    assert any(one.startswith("+") for one in texts)
    assert any(one.startswith("blamed.") and "You should have" in one for one in texts)
    click(studio, "Take it back")
    assert reply.text() == "You should have looked into the box."
    assert not any(one.startswith("blamed.") for one in shown(studio))


def test_a_try_begins_where_the_cursor_is(
    qtbot: QtBot, studio: StudioPage, text: ScenarioText
) -> None:
    """In the lines for a blunder, they begin with one of them; its place is shown again."""
    lines = template().splitlines()
    text.go_to(lines.index("  dismissed:") + 2)
    click(studio, "Try from here")
    qtbot.waitUntil(lambda: any(one.startswith("dismissed.") for one in shown(studio)))

    click(studio, "Show this line")

    assert text.isVisibleTo(studio)
    assert text.textCursor().block().text().strip() in "\n".join(lines)


def test_it_is_saved_and_rehearsed(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage, text: ScenarioText
) -> None:
    """The page before the call is that of the new text."""
    text.replace_all(template().replace("title: Wrong cake", "title: Another cake"))
    click(studio, "Save and rehearse")

    page = page_of(qtbot, window, Before)
    assert "Another cake" in shown(page)
    assert "Another cake" in services.texts["wrong-cake"]


def test_everything_has_a_name_and_the_keyboard_gets_out_of_the_text(
    studio: StudioPage, text: ScenarioText
) -> None:
    """Tab leaves the text."""
    assert all(accessible(one)[1] for one in controls(studio))
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus()


def field(studio: StudioPage, name: str) -> QLineEdit:
    """Return the field of the form that is called so."""
    return next(one for one in studio.findChildren(QLineEdit) if one.accessibleName() == name)


def test_form_and_text_follow_each_other(
    qtbot: QtBot, studio: StudioPage, text: ScenarioText
) -> None:
    """A field changes its own place only, as a step of the text's history; the text fills it."""
    title = field(studio, "Title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "A: b")

    assert text.toPlainText() == template().replace("title: Wrong cake", 'title: "A: b"')
    assert any("called" in one or "title" in one.lower() for one in shown(studio))
    text.replace_all(template().replace("title: Wrong cake", "title: Other"))
    qtbot.waitUntil(lambda: title.text() == "Other")


def test_the_form_waits_while_the_text_cannot_be_read(
    qtbot: QtBot, studio: StudioPage, text: ScenarioText
) -> None:
    """It says so, takes nothing, and goes on when the text is mended."""
    text.replace_all("title: [\n" + template())
    qtbot.waitUntil(lambda: any("The form waits" in one for one in shown(studio)))
    assert not field(studio, "Title").isEnabled()

    text.undo()
    qtbot.waitUntil(lambda: field(studio, "Title").isEnabled())
