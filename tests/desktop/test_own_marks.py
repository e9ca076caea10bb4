"""Marking oneself before the marks of an assessment, and what one takes from a rehearsal."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QSlider
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.widgets import click, page_of
from trainer.desktop.pages.own_marks import OwnMarks
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.review.reflection import Reflection
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode, RehearsalId
from trainer.records.wording import REFLECTION


def assessed(services: FakeServices) -> RehearsalId:
    """Keep an assessment that its trainee has not marked; return its number."""
    one = stored(9)
    services.kept.append(replace(one, summary=replace(one.summary, mode=Mode.ASSESSMENT)))
    return one.summary.id


def asked(qtbot: QtBot, window: Window, rehearsal: RehearsalId) -> OwnMarks:
    """Open it; return the page that asks."""
    window.page.opened.emit(rehearsal)
    return page_of(qtbot, window, OwnMarks)


def test_an_assessment_is_marked_by_its_trainee_first(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """By keys alone; a scale may be left out, and the review shows the difference."""
    rehearsal = assessed(services)
    page = asked(qtbot, window, rehearsal)
    first, *_ = page.findChildren(QSlider)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    page.findChildren(QCheckBox)[4].click()
    assert first.accessibleDescription().startswith("65")
    click(page, "Show me the marks")
    page_of(qtbot, window, Review)

    assert services.load(rehearsal).own_marks == Marks(65, 60, 60, 60, None)


def test_whoever_would_rather_not_sees_the_marks(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Nothing is kept then, and nothing is asked of a practice."""
    rehearsal = assessed(services)
    click(asked(qtbot, window, rehearsal), "Skip")
    page_of(qtbot, window, Review)
    assert services.load(rehearsal).own_marks is None
    window.go("home")
    window.page.opened.emit(RehearsalId(1))

    page_of(qtbot, window, Review)


def test_what_is_taken_from_it_is_kept(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """What was changed, on pressing the button; a refusal is a sentence, and nothing is lost."""
    window.page.opened.emit(RehearsalId(1))
    page = page_of(qtbot, window, Review)
    field = next(
        one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == REFLECTION[2]
    )
    field.setPlainText("Wait for the pause.")
    services.refusals["keep_note"] = RecordsProblem("The disk is full. Make room, then try again.")
    click(page, "Keep what I wrote")
    qtbot.waitUntil(lambda: "disk is full" in window.notice.said)
    assert field.toPlainText() == "Wait for the pause."
    services.refusals.clear()
    click(page, "Keep what I wrote")
    qtbot.waitUntil(lambda: "Kept" in window.notice.said)

    assert [(n.question, n.answer) for n in services.load(RehearsalId(1)).notes] == [
        (REFLECTION[2], "Wait for the pause.")
    ]


def test_what_was_written_is_kept_on_leaving(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Whoever goes Home without pressing the button loses nothing."""
    window.page.opened.emit(RehearsalId(1))
    page = page_of(qtbot, window, Review)
    reflection = page.findChild(Reflection)
    assert reflection is not None
    reflection.findChildren(QPlainTextEdit)[0].setPlainText("A charge that was made twice.")
    window.go("home")

    qtbot.waitUntil(lambda: bool(services.load(RehearsalId(1)).notes))
    assert services.load(RehearsalId(1)).notes[0].answer == "A charge that was made twice."
