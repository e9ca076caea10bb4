import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeRehearsal, FakeServices
from tests.support.examples import example_timeline, spread
from tests.support.visits import begin_call
from tests.support.widgets import click, page_of, press, shown, table
from trainer.conversation.timeline import MoodMove
from trainer.conversation.turns import Phase
from trainer.conversation.words import Word
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.widgets.caption import Caption, broken
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.widgets.presence import Presence
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    End,
    Finished,
    LevelMeasured,
    LineBegan,
    LineFinished,
    MoodMoved,
    PartialHeard,
    Pause,
    PauseChanged,
    PhaseChanged,
    ReplyHeard,
    Resume,
    TroubleMet,
)

K = Qt.Key


@pytest.fixture
def call(qtbot: QtBot, window: Window) -> Call:
    """Return the page of Marcus's call, just begun."""
    return begin_call(qtbot, window)


@pytest.fixture
def rehearsal(call: Call, services: FakeServices) -> FakeRehearsal:
    """Return the rehearsal behind the page."""
    assert isinstance(call, Call)
    return services.running[-1]


def test_it_says_in_words_and_by_a_sign_who_is_speaking(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Words, ring and colour agree in every phase."""
    sign = call.findChild(Face)
    assert sign is not None
    seen = []
    for phase in Phase:
        rehearsal.tell(PhaseChanged(0, phase))
        qtbot.wait(1)
        seen.append(f"{phase.name:<9} {sign.speaking.name:<9} {shown(call)[2]}")

    assert seen == [
        "READY     NOBODY    Marcus Bell is about to speak",
        "CUSTOMER  CUSTOMER  Marcus Bell is speaking",
        "OVERLAP   BOTH      You are both speaking",
        "CUT_OFF   YOU       You are speaking",
        "WAITING   NOBODY    Your turn",
        "TRAINEE   YOU       You are speaking",
        "PAUSE     YOU       Listening to you",
        "DECIDING  NOBODY    Marcus Bell takes that in",
        "OVER      NOBODY    The call is over",
    ]
    assert sign.speaking is Speaking.NOBODY


def test_the_face_follows_pressure_and_voice(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """It begins as the scenario does, goes over to each mood, and talks with the loudspeaker."""
    face = call.findChild(Face)
    assert face is not None
    moods = [face.accessibleName()]
    rehearsal.tell(MoodMoved(MoodMove(3000, 3000, 95, 23, "you cut in")))
    qtbot.waitUntil(lambda: face.pressure == 95)
    moods.append(face.accessibleName())
    rehearsal.tell(LevelMeasured(3100, -60.0, -14.0))
    qtbot.waitUntil(lambda: face.features.mouth_open > 0.5)

    assert moods == ["Marcus Bell, angry", "Marcus Bell, furious"]


def test_initials_show_who_speaks_too(qtbot: QtBot, call: Call, rehearsal: FakeRehearsal) -> None:
    """Whoever switches the face off loses nothing that the ring says."""
    rehearsal.tell(PhaseChanged(0, Phase.CUSTOMER))
    initials = call.findChild(Presence)
    assert initials is not None

    qtbot.waitUntil(lambda: initials.speaking is Speaking.CUSTOMER)
    assert initials.isHidden()


def test_the_caption_shows_words_as_they_are_spoken(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """A word appears when audio time reaches it, written as in the scenario."""
    caption = call.findChild(Caption)
    assert caption is not None
    words = (Word("right", 1000, 1200), Word("so", 1300, 1400), Word("twice", 1500, 1900))
    seen = []
    for event in (
        LineBegan(1000, "Right, so: twice!", words, 72),
        LevelMeasured(1310, -90.0, -20.0),
        LevelMeasured(1490, -90.0, -20.0),
        LineFinished(1950, cut=False),
    ):
        rehearsal.tell(event)
        qtbot.wait(1)
        seen.append(caption.text())

    assert seen == ["Right,", "Right, so:", "Right, so:", "Right, so: twice!"]


def test_a_line_that_was_cut_stays_where_it_was_cut(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """What nobody heard is not shown."""
    caption = call.findChild(Caption)
    assert caption is not None
    text = "And now my rent's bounced"

    rehearsal.tell(
        LineBegan(0, text, spread(text, 0, 3000), 72),
        LevelMeasured(1200, -20.0, -20.0),
        LineFinished(1300, cut=True),
        LevelMeasured(2900, -20.0, -90.0),
    )

    qtbot.waitUntil(lambda: caption.text() == "And now my —")


def test_a_long_line_is_never_shown_on_more_than_two_rows(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """The rows roll on: the one being spoken and the one before."""
    caption = call.findChild(Caption)
    assert caption is not None
    text = "one two three four five six seven eight nine ten " * 6

    rehearsal.tell(LineBegan(0, text, spread(text, 0, 9000), 72), LineFinished(9000, cut=False))

    qtbot.waitUntil(lambda: caption.text().endswith("ten"))
    assert caption.text().count("\n") == 1


def test_words_are_broken_where_the_width_ends() -> None:
    """A word that is too long for any row gets one of its own."""
    assert broken(("aa", "bb", "cccccccc", "d"), 5, len) == ((0, 2), (2, 3), (3, 4))
    assert broken((), 5, len) == ((0, 0),)


def test_what_is_heard_of_you_is_shown_as_it_comes(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Partial words first, then the whole reply; the line lives with the voice."""
    reply = example_timeline().replies[0]
    line = call.findChild(LevelLine)
    assert line is not None

    rehearsal.tell(LevelMeasured(100, -33.0, -90.0), PartialHeard(200, "i under"))
    qtbot.waitUntil(lambda: "“i under”" in shown(call))
    rehearsal.tell(ReplyHeard(reply))

    qtbot.waitUntil(lambda: f"“{reply.text}”" in shown(call))
    assert line.shares == (0.5,)


def test_the_call_is_steered_by_keys(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Space pauses and goes on, R repeats, T types, Esc twice ends."""
    press(window, K.Key_Space)
    rehearsal.tell(PauseChanged(0, paused=True))
    qtbot.waitUntil(lambda: "Paused. Take your time." in shown(call))
    press(window, K.Key_Space, K.Key_R, K.Key_T)
    QTest.keyClicks(window.focusWidget(), "I am sorry")
    press(window, K.Key_Return, K.Key_Escape)
    assert "Press again to end" in table(call)
    press(window, K.Key_Escape)

    assert rehearsal.sent == [
        Pause(),
        Resume(),
        AskedRepeat(),
        AnswerInWords("I am sorry"),
        End(),
    ]


def test_the_call_is_steered_by_mouse(call: Call, rehearsal: FakeRehearsal) -> None:
    """Every key has its button, and a click leaves Space to Pause."""
    for word in ("Pause", "Repeat", "End", "Press again"):
        click(call, word)
    QTest.keyClick(call, K.Key_Space)

    assert rehearsal.sent == [Pause(), AskedRepeat(), End(), Pause()]


def test_one_escape_alone_ends_nothing(call: Call, rehearsal: FakeRehearsal, qtbot: QtBot) -> None:
    """After a while the button is its old self, and nothing was sent."""
    call._disarming.setInterval(1)

    QTest.keyClick(call, K.Key_Escape)

    qtbot.waitUntil(lambda: "End (Esc twice)" in table(call))
    assert rehearsal.sent == []


def test_letters_that_are_typed_steer_nothing(
    window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Spaces, r and t in a reply are only letters."""
    press(window, K.Key_T)
    QTest.keyClicks(window.focusWidget(), "r t ")

    field = call.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "r t "
    assert rehearsal.sent == []


def test_an_empty_reply_is_not_sent(window: Window, rehearsal: FakeRehearsal) -> None:
    """Return in an empty field does nothing."""
    press(window, K.Key_T, K.Key_Space, K.Key_Return)

    assert rehearsal.sent == []


def test_trouble_is_one_calm_line(qtbot: QtBot, call: Call, rehearsal: FakeRehearsal) -> None:
    """The sentence is shown, and the call goes on."""
    rehearsal.tell(TroubleMet(0, "The microphone went quiet. Plug it in again."))

    qtbot.waitUntil(lambda: "The microphone went quiet. Plug it in again." in shown(call))
    assert "Pause (Space)" in table(call)


def test_after_the_end_the_review_opens_by_itself(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Finished, rated and kept: the review is there, and the rehearsal is closed."""
    rehearsal.tell(Finished(example_timeline()))
    qtbot.waitUntil(lambda: "The call is over. Looking at how it went …" in shown(call))

    rehearsal.kept(RehearsalId(1))

    page_of(qtbot, window, Review)
    qtbot.waitUntil(lambda: rehearsal.closed == 1)


def test_one_may_go_home_before_the_review(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Who does not wait is not fetched back from Home."""
    rehearsal.tell(Finished(example_timeline()))
    qtbot.waitUntil(lambda: "Button       Home" in table(call))
    click(call, "Home")
    page_of(qtbot, window, Home)

    rehearsal.kept(RehearsalId(1))

    qtbot.waitUntil(lambda: rehearsal.closed == 1)
    assert isinstance(window.page, Home)


def test_closing_in_mid_call_ends_the_rehearsal_and_keeps_it(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """The window goes only once the rehearsal has been closed, which keeps it."""
    window.close()
    assert window.isVisible()
    assert "Keeping what was recorded …" in shown(call)

    qtbot.waitUntil(lambda: not window.isVisible())

    assert rehearsal.closed == 1


def test_what_can_not_be_kept_is_told_before_the_window_goes(
    qtbot: QtBot, window: Window, rehearsal: FakeRehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is not hidden by a window that closes; one can still close it."""

    def refuse() -> None:
        raise RecordsProblem("The disk is full. Delete something, then close again.")

    monkeypatch.setattr(rehearsal, "close", refuse)
    window.close()
    qtbot.waitUntil(lambda: window.notice.said.startswith("The disk is full."))

    click(window.notice, "Close anyway")

    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_typed_call_begins_in_the_field(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Without a microphone the field has the focus and no level is drawn."""
    call = begin_call(qtbot, window, typed=True)

    QTest.keyClicks(window.focusWidget(), "Tell me what happened.")
    press(window, K.Key_Return)

    assert services.running[-1].sent == [AnswerInWords("Tell me what happened.")]
    line = call.findChild(LevelLine)
    assert line is not None
    assert not line.isVisible()
