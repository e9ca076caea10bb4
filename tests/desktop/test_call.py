from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeRehearsal, FakeServices
from tests.support.examples import example_timeline, spread
from tests.support.visits import begin_call
from tests.support.widgets import click, page_of, press, shown, table
from trainer.conversation.timeline import MoodMove, Overlap, OverlapKind, Timeline
from trainer.conversation.turns import Phase
from trainer.conversation.words import Word
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.call.controls import Controls
from trainer.desktop.pages.call.heard import HeardLine
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.caption import Caption, broken
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.strip import Strip
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode, RehearsalId
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    Cue,
    CueChanged,
    End,
    Finished,
    GuidanceChanged,
    LevelMeasured,
    LineBegan,
    LineFinished,
    MoodMoved,
    OverlapJudged,
    PartialHeard,
    Pause,
    PauseChanged,
    PhaseChanged,
    ReplyHeard,
    Resume,
    TroubleMet,
)
from trainer.scenario.kinds import Step

K = Qt.Key
WORDS = ("Let Marcus finish", "Keep it shorter", "Slow down a little", "Name the feeling")


@pytest.fixture
def call(qtbot: QtBot, window: Window) -> Call:
    """Return the page of Marcus's call, just begun."""
    return begin_call(qtbot, window)


@pytest.fixture
def rehearsal(call: Call, services: FakeServices) -> FakeRehearsal:
    """Return the rehearsal behind the page."""
    assert isinstance(call, Call)
    return services.running[-1]


def strip_of(call: Call) -> Strip:
    """Return the strip of the last twenty seconds."""
    strip = call.findChild(Strip)
    assert strip is not None
    return strip


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
    qtbot.waitUntil(lambda: face.features.mouth_open > 0.45)

    assert moods == ["Marcus Bell, angry", "Marcus Bell, furious"]


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
    """Partial words first, then the whole reply; the strip lives with the voice."""
    reply = example_timeline().replies[0]

    rehearsal.tell(LevelMeasured(100, -33.0, -90.0), PartialHeard(200, "i under"))
    qtbot.waitUntil(lambda: "You: “i under”" in shown(call))
    rehearsal.tell(ReplyHeard(reply))

    qtbot.waitUntil(lambda: f"You: “{reply.text}”" in shown(call))
    assert strip_of(call).drawn.endswith("Y")


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
    controls = call.findChild(Controls)
    assert controls is not None
    controls._disarming.setInterval(1)

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
    """Without a microphone the field has the focus, and what is typed stands on the strip."""
    call = begin_call(qtbot, window, typed=True)

    QTest.keyClicks(window.focusWidget(), "Tell me what happened.")
    press(window, K.Key_Return)

    assert services.running[-1].sent == [AnswerInWords("Tell me what happened.")]
    services.running[-1].tell(ReplyHeard(replace(example_timeline().replies[0], typed=True)))
    qtbot.waitUntil(lambda: len(strip_of(call)._typed) == 1)


def test_the_strip_shows_who_spoke_and_marks_what_speaking_at_once_was(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """The customer above, you below; the end of a line is not marked."""
    levels = [(-20.0, -90.0)] * 10 + [(-20.0, -20.0)] * 10 + [(-90.0, -20.0)] * 10
    for number, (customer_db, you_db) in enumerate(levels):
        rehearsal.tell(LevelMeasured(1_100 + number * 100, you_db, customer_db))
    cut_in = Overlap(2_000, 3_000, OverlapKind.INTERRUPTION)
    rehearsal.tell(
        OverlapJudged(Overlap(900, 1_000, OverlapKind.END_OVERLAP)), OverlapJudged(cut_in)
    )

    qtbot.waitUntil(lambda: strip_of(call).marks == (cut_in,))
    assert strip_of(call).drawn == "." * 17 + "CBY"


def test_the_face_is_told_the_pressure_and_rests_in_a_pause(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands for the customer has these methods."""
    told: list[tuple[str, object]] = []
    for name in ("feel", "follow", "be_still"):
        monkeypatch.setattr(
            call._portrait, name, lambda value, name=name: told.append((name, value))
        )

    rehearsal.tell(
        LineBegan(0, "Right.", (), 72),
        LevelMeasured(100, -90.0, -20.0),
        MoodMoved(MoodMove(200, 200, 60, -12, "you named it")),
        PauseChanged(300, paused=True),
    )

    expected = [("feel", 72), ("follow", -20.0), ("feel", 60), ("be_still", True)]
    qtbot.waitUntil(lambda: told == expected)


def test_a_hand_over_is_proposed_with_the_story_and_said_by_enter(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal, services: FakeServices
) -> None:
    """H alone passes nobody on: one reads the words first, and may change them."""
    rehearsal.tell(LineBegan(0, "My rent has bounced.", (), 72))
    qtbot.waitUntil(lambda: call._told == ["My rent has bounced."])

    press(window, K.Key_H)

    words = "I'll put you through to my colleague, who knows about the double-charge."
    field = call.findChild(QLineEdit)
    assert field is not None
    qtbot.waitUntil(lambda: field.text() == words)
    assert services.told == [("My rent has bounced.",)]
    assert "Change it as you like; Enter says it." in shown(call)
    assert rehearsal.sent == []
    press(window, K.Key_Return)
    assert rehearsal.sent == [AnswerInWords(words)]


def test_a_hand_over_that_can_not_be_worded_is_told(
    qtbot: QtBot, window: Window, call: Call, services: FakeServices
) -> None:
    """The call goes on."""
    services.refusals["hand_over_words"] = RecordsProblem("The scenario is gone. Type it.")

    click(call, "Hand over")

    qtbot.waitUntil(lambda: window.notice.said == "The scenario is gone. Type it.")


def test_practice_gives_one_quiet_word_and_takes_it_back(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Each of them in two to four words."""
    seen = []
    for cue in (*Cue, None):
        rehearsal.tell(CueChanged(0, cue))
        qtbot.wait(1)
        seen += [text for text in shown(call) if text in WORDS]

    assert seen == list(WORDS)


def test_guided_shows_the_step_and_three_phrases(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """They change as the conversation gets on; there is no cue beside them."""
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    call = begin_call(qtbot, window)
    rehearsal = services.running[-1]

    rehearsal.tell(GuidanceChanged(Step.LISTEN, ("Go on.", "Take your time.", "I see.")))
    rehearsal.tell(GuidanceChanged(Step.SOLVE, ("One.", "Two.", "Three.")))
    rehearsal.tell(CueChanged(0, Cue.SLOWER))

    qtbot.waitUntil(lambda: {"“One.”", "“Two.”", "“Three.”"} <= set(shown(call)))
    told = shown(call)
    assert {"Solve", "Step 4 of 6"} <= set(told)
    assert "“Go on.”" not in told
    assert "Slow down a little" not in told


@pytest.mark.parametrize("mode", [Mode.ASSESSMENT, Mode.PRACTICE])
def test_the_card_is_for_guided_alone(
    qtbot: QtBot, window: Window, services: FakeServices, mode: Mode
) -> None:
    """In an assessment there is neither card nor cue."""
    services.settings = services.settings.changed(mode=mode)
    call = begin_call(qtbot, window)
    services.running[-1].tell(
        GuidanceChanged(Step.SOLVE, ("One.",)), CueChanged(0, Cue.SLOWER), PartialHeard(0, "so")
    )

    qtbot.waitUntil(lambda: "You: “so”" in shown(call))
    assert "You could say" not in shown(call)
    assert ("Slow down a little" in shown(call)) is (mode is Mode.PRACTICE)


def test_in_trouble_one_can_type_instead(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """The sentence stands in the call; the button opens the field and puts the cursor there."""
    what = "The microphone went away. Plug it in again."
    rehearsal.tell(TroubleMet(0, what))
    qtbot.waitUntil(lambda: what in shown(call))

    click(call, "Type instead")
    QTest.keyClicks(window.focusWidget(), "I hear you")
    press(window, K.Key_Return)

    assert rehearsal.sent == [AnswerInWords("I hear you")]
    assert what not in shown(call)


def test_trouble_while_one_types_offers_no_typing(
    qtbot: QtBot, call: Call, rehearsal: FakeRehearsal
) -> None:
    """It can only be dismissed."""
    click(call, "Type")
    rehearsal.tell(TroubleMet(0, "The disk is full."))
    qtbot.waitUntil(lambda: "The disk is full." in shown(call))
    assert "Type instead" not in table(call)

    click(call, "Dismiss")

    assert "The disk is full." not in shown(call)


def test_a_call_that_never_began_says_so_with_its_reason(
    qtbot: QtBot, window: Window, call: Call, rehearsal: FakeRehearsal
) -> None:
    """Nobody waits for a review that will not come."""
    rehearsal.tell(TroubleMet(0, "There is no microphone."), Finished(Timeline(0, ())))

    qtbot.waitUntil(lambda: "The call ended before anything was said." in shown(call))
    assert "There is no microphone." in shown(call)
    assert "Type instead" not in table(call)
    click(call, "Home")
    page_of(qtbot, window, Home)


@pytest.mark.parametrize(("size", "text_scale"), [((1024, 700), 1.0), ((1280, 800), 2.0)])
def test_everything_to_steer_by_is_in_sight(
    window: Window, call: Call, theme: Theme, size: tuple[int, int], text_scale: float
) -> None:
    """On a small laptop, and with twice the text, without scrolling: the face gives way."""
    window.resize(*size)
    theme.scale_text(text_scale)
    _lay_out()

    controls = call.findChild(Controls)
    assert controls is not None
    foot = controls.mapTo(call, controls.rect().bottomLeft()).y()
    assert foot < call.viewport().height()


def test_the_field_comes_into_sight_with_the_wish_to_type(
    qtbot: QtBot, window: Window, call: Call, theme: Theme
) -> None:
    """Where twice the text leaves no room for it."""
    window.resize(1024, 700)
    theme.scale_text(2.0)
    _lay_out()
    click(call, "Type (T)")

    field = call.findChild(QLineEdit)
    assert field is not None
    height = call.viewport().height()
    qtbot.waitUntil(lambda: 0 < field.mapTo(call, field.rect().bottomLeft()).y() < height)


def test_what_was_heard_takes_one_line_however_long_it_is(
    call: Call, rehearsal: FakeRehearsal
) -> None:
    """Nothing moves while one speaks; a screen reader has all of it."""
    words = "i hear you and i am so sorry " * 20
    heard = call.findChild(HeardLine)
    assert heard is not None
    before = heard.geometry()

    rehearsal.tell(PartialHeard(1_000, words))
    _lay_out()

    assert heard.geometry() == before
    assert words in heard.said
    assert heard.text().startswith("…")
    assert heard.text().endswith("sorry ”")


def test_nothing_to_say_is_offered_before_there_is_something(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """No heading stands over nothing."""
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    call = begin_call(qtbot, window)
    assert "You could say" not in shown(call)

    services.running[-1].tell(GuidanceChanged(Step.CLARIFY, ("What happened then?",)))
    qtbot.waitUntil(lambda: "You could say" in shown(call))


def _lay_out() -> None:
    for _ in range(5):
        QApplication.processEvents()
