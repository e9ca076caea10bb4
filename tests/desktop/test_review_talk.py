"""Timeline, transcript and moment: they move together, by mouse and by keys."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, long_timeline, stored
from tests.support.examples import example_timeline, spread
from tests.support.widgets import click, page_of, shown
from trainer.conversation.timeline import Glitch, LineSpoken, MoodMove, Reply, Silence, Timeline
from trainer.conversation.words import Span
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.review.manuscript import write
from trainer.desktop.pages.review.moments import moments_of, nearest
from trainer.desktop.pages.review.talk import Talk
from trainer.desktop.pages.review.transcript import Transcript
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window

K = Qt.Key
NO_BREAK = "\N{NO-BREAK SPACE}"
Underline = QTextCharFormat.UnderlineStyle


def opened(
    qtbot: QtBot, window: Window, services: FakeServices, timeline: Timeline | None = None
) -> Review:
    """Return the review of Marcus's call, or of another."""
    services.kept[0] = stored(1, timeline=timeline)
    window._open_review(services.kept[0].summary.id)
    return page_of(qtbot, window, Review)


@pytest.fixture
def review(qtbot: QtBot, window: Window, services: FakeServices) -> Review:
    """Return the review of Marcus's call."""
    return opened(qtbot, window, services)


@pytest.fixture
def talk(review: Review) -> Talk:
    """Return what takes place in it."""
    review.ensureWidgetVisible(review.talk.transcript)
    return review.talk


def press(talk: Talk, *keys: Qt.Key) -> None:
    """Press keys in the transcript."""
    talk.transcript.setFocus()
    for key in keys:
        QTest.keyClick(talk.transcript, key)


def dress(transcript: Transcript, words: str) -> QTextCharFormat:
    """Return how the first of these words is dressed."""
    at = transcript.toPlainText().index(words)
    cursor = QTextCursor(transcript.document())
    cursor.setPosition(at + 1)
    return cursor.charFormat()


def wheel(talk: Talk, across: int, down: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle of the timeline."""
    at = QPointF(talk.lanes.rect().center())
    turned = QPoint(across, down)
    begin = Qt.ScrollPhase.NoScrollPhase
    buttons = Qt.MouseButton.NoButton
    event = QWheelEvent(at, at, QPoint(), turned, buttons, held, begin, False)  # noqa: FBT003 - Qt's
    QApplication.sendEvent(talk.lanes, event)


def test_the_transcript_tells_everything_in_order(talk: Talk) -> None:
    """Turns, what was heard in them, and what happened between them."""
    lines = talk.transcript.toPlainText().split("\n")

    assert lines[0] == "Marcus Bell   0:00"
    assert lines[2].endswith("You showed that you listen: “mm hm”   0:10")
    assert lines[3].endswith("You cut in at “never once”; 14 words went unheard   0:21")
    assert lines[4] == "You   0:21"
    assert lines[5] == "i understand sir but if i could just take your"
    assert lines[6].replace(NO_BREAK, " ") == "\N{EN DASH} cuts in with words"
    assert lines[7].endswith("+9 to 81, you cut in at “never once”; 14 words unheard   0:22")


def test_techniques_are_told_apart_by_more_than_colour(talk: Talk) -> None:
    """Calming ones are underlined, inflaming ones dashed; both tell the entry that heard them."""
    calm, inflaming = dress(talk.transcript, "i'm sorry"), dress(talk.transcript, "if i could")

    assert calm.underlineStyle() == Underline.SingleUnderline
    assert calm.underlineColor().name() == "#3e7d4e"
    assert calm.toolTip() == "apologises\nHeard by the entry apologise.sorry"
    assert inflaming.underlineStyle() == Underline.DashUnderline


def test_doubtful_words_are_marked(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """By slant and dots; the moment counts them."""
    reply = Reply(0, 900, (*spread("the rant", 0, 400, 0.5), *spread("bounced", 400, 900, 0.9)))
    talk = opened(qtbot, window, services, Timeline(1_000, (reply,))).talk

    assert dress(talk.transcript, "rant").fontItalic()
    assert dress(talk.transcript, "rant").underlineStyle() == Underline.DotLine
    assert not dress(talk.transcript, "bounced").fontItalic()
    assert "Words that may have been misheard: 2." in shown(talk.card)
    assert any(text.startswith("Slanted words may have been misheard.") for text in shown(talk))


def test_arrows_choose_a_moment_in_both(talk: Talk) -> None:
    """The timeline follows the transcript, the transcript the timeline, the moment both."""
    press(talk, K.Key_Down, K.Key_Down)
    by_transcript = (talk.lanes.value(), talk.transcript.number, shown(talk.card)[1])
    QTest.keyClick(talk.lanes, K.Key_Right)
    by_timeline = (talk.lanes.value(), talk.transcript.number, shown(talk.card)[1])

    assert by_transcript == (2, 2, "You cut in")
    assert by_timeline == (3, 3, "You")
    press(talk, K.Key_End)
    assert talk.lanes.value() == talk.lanes.maximum()
    press(talk, K.Key_Home, K.Key_Up)
    assert talk.transcript.number == 0
    QTest.keyClick(talk.lanes, K.Key_Down)
    QTest.keyClick(talk.lanes, K.Key_Up)
    assert talk.lanes.value() == 0


def test_a_screen_reader_is_told_the_moment(talk: Talk) -> None:
    """Who, when, what, and what was heard in it."""
    talk.lanes.setValue(3)

    assert talk.lanes.accessibleDescription() == (
        "You, 0:21. i understand sir but if i could just take your. cuts in with words"
    )


def test_left_and_right_go_from_word_to_word(talk: Talk) -> None:
    """Over the end of a reply into the next one; at either end nothing happens."""
    press(talk, K.Key_Right)
    words = [talk.transcript.word]
    press(talk, K.Key_Right)
    words.append(talk.transcript.word)
    press(talk, *[K.Key_Right] * 9)
    words.append(talk.transcript.word)

    assert words == ["i", "understand", "i'm"]
    assert talk.transcript.number == talk.lanes.value() == 6
    press(talk, *[K.Key_Left] * 40)
    assert talk.transcript.word == "i"


@pytest.mark.parametrize(
    ("button", "voice"),
    [
        ("Play both voices", "both"),
        ("Play Voice of Marcus", "customer"),
        ("Play your voice", "you"),
    ],
)
def test_either_voice_of_a_moment_can_be_played(
    talk: Talk, services: FakeServices, button: str, voice: str
) -> None:
    """Of a turn all of it; what is no turn is heard with a little around it."""
    talk.lanes.setValue(3)
    click(talk.card, button)
    talk.lanes.setValue(2)
    click(talk.card, button)

    assert services.played == [
        (Span(21_800, 25_000), voice),
        (Span(20_300, 23_400), voice),
    ]
    assert services.silenced == 1


def test_space_and_return_play(talk: Talk, services: FakeServices) -> None:
    """In the transcript and on the timeline."""
    talk.lanes.setValue(3)
    press(talk, K.Key_Space)
    press(talk, K.Key_Space)
    QTest.keyClick(talk.lanes, K.Key_Return)

    assert services.played == [(Span(21_800, 25_000), "both")] * 2


def test_a_click_on_the_timeline_chooses(talk: Talk) -> None:
    """What is under it in that lane; a drag pans instead."""
    lanes, picture = talk.lanes, talk.lanes._picture()
    on_you = QPoint(round(picture.x(23_000)), round(picture.you_lane().center().y()))
    on_them = QPoint(round(picture.x(30_000)), round(picture.customer_lane().center().y()))
    between = QPoint(round(picture.x(10_400)), round(picture.between().center().y()))

    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=on_you)
    you = talk.transcript.number
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=on_them)
    them = talk.transcript.number
    QTest.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=between)

    entries = [moment.entry for moment in talk._moments]
    assert isinstance(entries[you], Reply)
    assert isinstance(entries[them], LineSpoken)
    assert entries[talk.transcript.number].start_ms == 10_200


def test_a_drag_pans(talk: Talk) -> None:
    """It chooses nothing, and the transcript goes along."""
    lanes = talk.lanes
    for _ in range(4):
        lanes.zoom(closer=True, at_ms=100_000)
    before, read = lanes.stretch, talk.transcript.seen
    middle = lanes.rect().center()

    QTest.mousePress(lanes, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(lanes, middle + QPoint(200, 0))
    QTest.mouseMove(lanes, middle + QPoint(300, 0))
    QTest.mouseRelease(lanes, Qt.MouseButton.LeftButton, pos=middle + QPoint(300, 0))

    assert lanes.stretch.from_ms < before.from_ms
    assert lanes.stretch.span_ms == before.span_ms
    assert lanes.value() == 0
    assert talk.transcript.seen.start_ms <= read.start_ms


def test_the_wheel_zooms_and_pans(talk: Talk) -> None:
    """Ctrl zooms where the mouse is, Shift and sideways pan, else the page scrolls."""
    lanes = talk.lanes
    wheel(talk, 0, 120, Qt.KeyboardModifier.ControlModifier)
    closer = lanes.stretch
    wheel(talk, 0, -120, Qt.KeyboardModifier.ShiftModifier)
    later = lanes.stretch
    wheel(talk, 120, 0, Qt.KeyboardModifier.NoModifier)
    earlier = lanes.stretch
    wheel(talk, 0, 120, Qt.KeyboardModifier.NoModifier)

    assert closer.span_ms == pytest.approx(closer.duration_ms / 1.5)
    assert later.from_ms > closer.from_ms
    assert earlier.from_ms < later.from_ms
    assert lanes.stretch == earlier


def test_keys_and_buttons_zoom(talk: Talk) -> None:
    """Plus, minus and 0 do what the words beside the picture do."""
    lanes, whole = talk.lanes, talk.lanes.stretch
    QTest.keyClick(lanes, K.Key_Plus)
    by_key = lanes.stretch
    QTest.keyClick(lanes, K.Key_Minus)
    back = lanes.stretch
    click(talk, "Closer")
    by_button = lanes.stretch
    QTest.keyClick(lanes, K.Key_0)

    assert by_key == by_button != whole
    assert back == lanes.stretch == whole
    click(talk, "Closer")
    click(talk, "Closer")
    click(talk, "Wider")
    assert lanes.stretch == by_key
    click(talk, "Whole call")
    assert lanes.stretch == whole


def test_both_scroll_together(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """Whichever is moved, the other one shows the same time."""
    review = opened(qtbot, window, services, long_timeline(100))
    talk = review.talk
    for _ in range(6):
        talk.lanes.zoom(closer=True)

    talk.transcript.verticalScrollBar().setValue(talk.transcript.verticalScrollBar().maximum())
    by_transcript = talk.lanes.stretch.from_ms
    talk._bar.setValue(0)

    assert by_transcript > 0
    assert talk.lanes.stretch.from_ms == 0
    assert talk.transcript.seen.start_ms == 600


def test_advice_leads_to_its_moment(review: Review, talk: Talk) -> None:
    """The reply that it is about is chosen, and the focus is there."""
    click(review, "Show the moment at 0:51 below")

    moment = talk.card.moment
    assert moment is not None
    assert moment.entry.start_ms == 51_000
    assert talk.transcript.hasFocus()


def test_what_is_under_the_mouse_is_told(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the same words as a screen reader's."""
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    picture = talk.lanes._picture()
    at = QPointF(picture.x(50_000 + 5_000), picture.you_lane().center().y())

    for point in (at, QPointF(0, 0)):
        event = QHelpEvent(QEvent.Type.ToolTip, point.toPoint(), point.toPoint())
        QApplication.sendEvent(talk.lanes, event)

    assert told[0].startswith("You, 0:51. so if i've got it right")
    assert told[1:] == [""]


def test_every_step_of_the_mood_can_be_opened(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """With trust and the needs that were met by then, where they were followed."""
    call = example_timeline()
    moves = [replace(move, trust=52, met=("heard", "apology")) for move in call.moods]
    others = [entry for entry in call.entries if not isinstance(entry, MoodMove)]
    entries = tuple(sorted([*others, *moves], key=lambda entry: entry.start_ms))
    talk = opened(qtbot, window, services, replace(call, entries=entries)).talk

    number = next(n for n, one in enumerate(talk._moments) if one.entry == moves[0])
    talk.lanes.setValue(number)
    QApplication.processEvents()

    assert shown(talk.card)[1:] == [
        "How Marcus Bell felt",
        "+9 to 81, you cut in at “never once”; 14 words unheard",
        "Trust: 52.",
        "They had by then: being heard, a plain sorry.",
    ]


def test_silence_and_trouble_with_the_sound_are_moments(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Short silences are none."""
    entries = (
        Silence(0, 1_000),
        Silence(2_000, 6_000),
        Silence(7_000, 12_000, announced=True),
        Glitch(13_000, 13_000, "The microphone was gone."),
        Reply(14_000, 15_000, (), typed=True),
    )
    talk = opened(qtbot, window, services, Timeline(16_000, entries)).talk
    told = []
    for number in range(3):
        talk.lanes.setValue(number)
        QApplication.processEvents()
        told.append(shown(talk.card)[1:])

    assert told == [
        ["Silence", "4.0 s of silence, nobody spoke"],
        ["Silence", "5.0 s of silence, announced"],
        ["The sound", "The microphone was gone."],
    ]
    talk.lanes.setValue(3)
    QApplication.processEvents()
    assert shown(talk.card)[-1] == "typed"
    assert "(nothing was understood)" in talk.transcript.toPlainText()


def test_nothing_took_place_and_the_page_still_stands(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """An empty call has nothing to choose."""
    talk = opened(qtbot, window, services, Timeline(0, ())).talk

    press(talk, K.Key_Down, K.Key_Right, K.Key_Return)
    QTest.keyClick(talk.lanes, K.Key_Plus)

    assert talk.transcript.toPlainText() == ""
    assert talk.card.moment is None


def test_a_long_review_is_whole(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """A hundred replies more are all there, in picture and words, from near and far."""
    talk = opened(qtbot, window, services, long_timeline(100)).talk

    assert talk.transcript.toPlainText().count("You   ") > 100
    for _ in range(20):
        talk.lanes.zoom(closer=True)
        assert not talk.lanes.grab().isNull()
    assert talk.lanes.stretch.span_ms == 5_000


def test_the_moment_of_a_time_is_the_turn_that_it_falls_into() -> None:
    """A reply rather than the line it speaks over; before everything the first."""
    moments = moments_of(example_timeline(), None)

    at = [moments[nearest(moments, ms)].entry.start_ms for ms in (22_000, 23_000, 25_500, 0)]
    assert at == [21_800, 21_800, 21_800, 600]


def test_the_transcript_is_opened_at_its_beginning(talk: Talk) -> None:
    """Where the moment that is shown beside it is."""
    assert talk.transcript.verticalScrollBar().value() == 0
    assert talk.transcript.verticalScrollBar().maximum() > 0


@pytest.mark.usefixtures("talk")
def test_at_another_size_the_transcript_is_never_written_in_the_middle_of_writing(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever hears that it scrolls meanwhile finds it as it was."""
    under_way: list[Transcript] = []
    in_the_middle: list[bool] = []

    def watched(text: Transcript, *what: Any) -> object:
        in_the_middle.append(bool(under_way))
        under_way.append(text)
        written = write(text, *what)
        under_way.pop()
        return written

    monkeypatch.setattr("trainer.desktop.pages.review.transcript.write", watched)
    theme.scale_text(2.0)
    QApplication.processEvents()

    assert in_the_middle
    assert not any(in_the_middle)
