"""Putting a word right: in its place, rated at once, taken back, never lost."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.widgets import accessible, click, page_of, shown
from trainer.conversation.timeline import Timeline
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.review.talk import Talk
from trainer.desktop.pages.review.word import WordField
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId, StoredRehearsal

K = Qt.Key


@pytest.fixture
def review(qtbot: QtBot, window: Window, services: FakeServices) -> Review:
    """Return the review of Marcus's call, its second reply chosen."""
    services.kept[0] = stored(1)
    window._open_review(services.kept[0].summary.id)
    review = page_of(qtbot, window, Review)
    review.talk.go_to(36_000)
    review.ensureWidgetVisible(review.talk.transcript)
    QApplication.processEvents()
    return review


@pytest.fixture
def talk(review: Review) -> Talk:
    """Return what took place in it."""
    return review.talk


@pytest.fixture
def field(talk: Talk) -> WordField:
    """Return the field in which a word is put right."""
    field = talk.transcript.findChild(WordField)
    assert field is not None
    return field


def open_field(talk: Talk, *steps: Qt.Key) -> None:
    """Go to a word and press Return on it."""
    for key in (*steps, K.Key_Return):
        QTest.keyClick(talk.transcript, key)


def type_instead(field: WordField, text: str) -> None:
    """Type over the word, and press Return."""
    field.selectAll()
    QTest.keyClicks(field, text)
    if not text:
        QTest.keyClick(field, K.Key_Delete)
    QTest.keyClick(field, K.Key_Return)


def test_return_opens_a_word_in_its_place(talk: Talk, field: WordField) -> None:
    """The word is selected, the field has a name, the line above says what to do."""
    open_field(talk, K.Key_Right, K.Key_Right)

    assert field.isVisible()
    assert field.hasFocus()
    assert (field.text(), field.selectedText()) == ("sorry", "sorry")
    assert accessible(field) == ("EditableText", "What you said instead of “sorry”")
    assert "Return rates it again with this, Esc leaves it as it was." in shown(talk)


def test_a_click_opens_a_word_of_ones_own(talk: Talk, field: WordField) -> None:
    """A click on the customer's words chooses the moment and opens nothing."""
    transcript = talk.transcript
    place = transcript._place(transcript._words[transcript._first_word(transcript.number)])
    theirs = transcript._box(transcript.number - 1).center().toPoint()

    QTest.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    mine = (field.isVisible(), field.text())
    QTest.keyClick(field, K.Key_Escape)
    QTest.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, pos=theirs)

    assert mine == (True, "i'm")
    assert not field.isVisible()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oh", "You said “oh”, not “i'm”."),
        ("oh dear i'm", "You said “oh dear i'm”, not “i'm”."),
        ("", "You said “nothing”, not “i'm”."),
    ],
    ids=["one", "several", "none"],
)
def test_a_correction_is_rated_at_once(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    window: Window,
    talk: Talk,
    field: WordField,
    services: FakeServices,
    text: str,
    told: str,
) -> None:
    """The words change, and old and new marks stand side by side."""
    open_field(talk)
    type_instead(field, text)

    qtbot.waitUntil(lambda: window.notice.said.startswith(told))
    timeline, why = services.rescored[-1]
    said, before = timeline.replies[1].text, services.kept[0].timeline.replies[1].text
    assert why == told
    assert said.split() == [*text.split(), *before.split()[1:]]
    qtbot.waitUntil(lambda: said in talk.transcript.toPlainText())
    assert not field.isVisible()
    assert window.notice.said.endswith("overall 78 before, 80 now.")


def test_old_and_new_marks_stand_side_by_side(
    qtbot: QtBot, review: Review, talk: Talk, field: WordField
) -> None:
    """Beside the words, and at the top of the page."""
    open_field(talk)
    type_instead(field, "oh")
    qtbot.waitUntil(lambda: "Rated again" in shown(talk))

    texts = shown(talk)
    start = texts.index("Rated again")
    assert texts[start + 1 : start + 11] == [
        "You said “oh”, not “i'm”.",
        "",
        "before",
        "now",
        "Overall",
        "78",
        "80",
        "Listening",
        "58",
        "66",
    ]
    assert "66, coming on (was 58)" in shown(review)


def test_undo_brings_the_words_back(
    qtbot: QtBot, window: Window, talk: Talk, field: WordField, services: FakeServices
) -> None:
    """Each undo is a rating of its own, by the words as they were."""
    recorded = services.kept[0].timeline
    open_field(talk)
    type_instead(field, "oh")
    qtbot.waitUntil(lambda: "Rated again" in shown(talk))
    assert len(services.rescored) == 1
    assert not field.isVisible()

    click(talk, "Undo the correction")

    qtbot.waitUntil(lambda: window.notice.said.startswith("Taken back: You said “oh”"))
    assert services.rescored[-1][0] == recorded
    qtbot.waitUntil(lambda: "i'm sorry being rung" in talk.transcript.toPlainText())
    assert "Rated again" not in shown(talk)


def test_an_undo_that_can_not_be_kept_leaves_the_correction(
    qtbot: QtBot, window: Window, talk: Talk, field: WordField, services: FakeServices
) -> None:
    """The notice says why; the card and its Undo stay."""
    open_field(talk)
    type_instead(field, "oh")
    qtbot.waitUntil(lambda: "Rated again" in shown(talk))
    services.refusals["rescore"] = RecordsProblem("The disk is full. Make room.")

    click(talk, "Undo the correction")

    qtbot.waitUntil(lambda: window.notice.said == "The disk is full. Make room.")
    assert "Rated again" in shown(talk)
    assert not field.isVisible()


def test_a_first_rating_has_nothing_to_stand_beside(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """What had not been rated is rated by the correction."""
    services.kept[0] = stored(1, rated=False)
    window._open_review(services.kept[0].summary.id)
    talk = page_of(qtbot, window, Review).talk
    talk.go_to(36_000)
    field = talk.transcript.findChild(WordField)
    assert field is not None

    open_field(talk)
    type_instead(field, "oh")

    qtbot.waitUntil(lambda: window.notice.said.endswith("overall not rated before, 80 now."))
    assert "Rated again" not in shown(talk)


def test_esc_leaves_the_word_as_it_was(
    talk: Talk, field: WordField, services: FakeServices
) -> None:
    """So does Return on the same word; the focus is in the transcript again."""
    open_field(talk)
    QTest.keyClicks(field, "oh")
    QTest.keyClick(field, K.Key_Escape)
    left = (field.isVisible(), talk.transcript.hasFocus())
    open_field(talk)
    QTest.keyClick(field, K.Key_Return)

    assert left == (False, True)
    assert not field.isVisible()
    assert services.rescored == []


def test_what_was_typed_is_not_lost_when_it_can_not_be_kept(
    qtbot: QtBot, window: Window, talk: Talk, field: WordField, services: FakeServices
) -> None:
    """The field stays with the words in it, the marks stay, and Return tries again."""
    services.refusals["rescore"] = RecordsProblem("The disk is full. Make room.")
    open_field(talk)
    type_instead(field, "oh dear")
    qtbot.waitUntil(lambda: window.notice.said == "The disk is full. Make room.")

    assert (field.isVisible(), field.isEnabled(), field.text()) == (True, True, "oh dear")
    assert "i'm sorry being rung" in talk.transcript.toPlainText()

    del services.refusals["rescore"]
    QTest.keyClick(field, K.Key_Return)
    qtbot.waitUntil(lambda: "oh dear sorry" in talk.transcript.toPlainText())


def test_the_field_waits_while_it_is_rated(
    qtbot: QtBot,
    talk: Talk,
    field: WordField,
    services: FakeServices,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing else stands still."""
    may_rate, rescore = Event(), services.rescore

    def slow(rehearsal: RehearsalId, timeline: Timeline, why: str) -> StoredRehearsal:
        may_rate.wait(5)
        return rescore(rehearsal, timeline, why)

    monkeypatch.setattr(services, "rescore", slow)
    open_field(talk)
    type_instead(field, "oh")

    assert (field.isVisible(), field.isEnabled()) == (True, False)
    may_rate.set()
    qtbot.waitUntil(lambda: not field.isVisible())


def test_a_field_that_was_not_touched_goes_with_the_focus(talk: Talk, field: WordField) -> None:
    """One with other words in it stays."""
    open_field(talk)
    talk.lanes.setFocus()
    untouched = field.isVisible()
    open_field(talk)
    QTest.keyClicks(field, "oh")
    talk.lanes.setFocus()

    assert not untouched
    assert (field.isVisible(), field.text()) == (True, "oh")


def test_other_words_are_chosen_without_losing_what_was_typed(
    qtbot: QtBot, talk: Talk, field: WordField, services: FakeServices
) -> None:
    """The field goes on to belong to its word; Return elsewhere goes back to it."""
    open_field(talk)
    QTest.keyClicks(field, "oh")
    talk.transcript.setFocus()
    for key in (K.Key_Right, K.Key_Right, K.Key_Return):
        QTest.keyClick(talk.transcript, key)
    back = (field.hasFocus(), field.text())
    QTest.keyClick(field, K.Key_Return)

    qtbot.waitUntil(lambda: bool(services.rescored))
    assert back == (True, "oh")
    assert services.rescored[0][0].replies[1].text.startswith("oh sorry being")


def test_the_field_stays_on_its_word(talk: Talk, field: WordField) -> None:
    """When the text is scrolled under it."""
    open_field(talk)
    before = field.y()

    bar = talk.transcript.verticalScrollBar()
    bar.setValue(bar.value() + 40)

    assert field.y() == before - 40
