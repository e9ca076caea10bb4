"""Talking while a key is held."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeRehearsal, FakeServices
from tests.support.examples import example_timeline
from tests.support.visits import begin_call
from tests.support.widgets import table
from trainer.conversation.end_pointing import Pace
from trainer.desktop.pages.call import Call
from trainer.desktop.widgets.hold import HoldButton
from trainer.desktop.window import Window
from trainer.rehearsal.events import Finished, HoldKey, Pause

K = Qt.Key
DOWN, UP = HoldKey(down=True), HoldKey(down=False)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def call(qtbot: QtBot, window: Window, services: FakeServices) -> Call:
    """Return the page of Marcus's call, to be talked in by key."""
    services.settings = services.settings.changed(pace=Pace.PUSH_TO_TALK)
    return begin_call(qtbot, window)


@pytest.fixture
def button(call: Call) -> HoldButton:
    """Return the fifth control."""
    button = call.findChild(HoldButton)
    assert button is not None
    return button


@pytest.fixture
def rehearsal(call: Call, services: FakeServices) -> FakeRehearsal:
    """Return the rehearsal behind the page."""
    assert isinstance(call, Call)
    return services.running[-1]


def slide(widget: QWidget, to: QPoint) -> None:
    """Move the mouse with its left button down."""
    there, modifiers = QPointF(widget.mapToGlobal(to)), Qt.KeyboardModifier.NoModifier
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(to), there, none, LEFT, modifiers))


def again(kind: QEvent.Type, widget: QWidget) -> None:
    """Let the keyboard repeat M by itself."""
    modifiers = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(kind, K.Key_M, modifiers, "m", autorep=True))


def test_the_key_is_shown_only_where_it_was_chosen(
    call: Call, button: HoldButton, rehearsal: FakeRehearsal
) -> None:
    """It stands with the other words, and says what to do."""
    assert rehearsal.sent == []
    assert button.isVisible()
    assert "Button       Hold M to talk" in table(call)


@pytest.mark.parametrize("pace", [Pace.PATIENT, Pace.NORMAL, Pace.QUICK])
def test_other_paces_have_no_key(
    qtbot: QtBot, window: Window, services: FakeServices, pace: Pace
) -> None:
    """There is no fifth word, and M does nothing."""
    services.settings = services.settings.changed(pace=pace)
    call = begin_call(qtbot, window)

    QTest.keyClick(call, K.Key_M)

    assert "Hold M" not in table(call)
    assert services.running[-1].sent == []


def test_a_typed_call_has_no_key(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """Nobody listens, so there is nothing to hold."""
    services.settings = services.settings.changed(pace=Pace.PUSH_TO_TALK)

    call = begin_call(qtbot, window, typed=True)

    assert "Hold M" not in table(call)


def test_holding_the_key_opens_the_turn_and_letting_go_ends_it(
    call: Call, button: HoldButton, rehearsal: FakeRehearsal
) -> None:
    """The rehearsal is told at once; words and sign change while it is held."""
    at_rest = button.icon().cacheKey()

    QTest.keyPress(call, K.Key_M)

    assert rehearsal.sent == [DOWN]
    assert "Button       Let go to finish" in table(call)
    assert button.icon().cacheKey() != at_rest
    QTest.keyRelease(call, K.Key_M)
    assert rehearsal.sent == [DOWN, UP]
    assert "Button       Hold M to talk" in table(call)


def test_a_key_that_repeats_itself_is_one_hold(call: Call, rehearsal: FakeRehearsal) -> None:
    """Neither the presses nor the releases that the keyboard repeats count."""
    QTest.keyPress(call, K.Key_M)

    for _ in range(3):
        again(QEvent.Type.KeyRelease, call)
        again(QEvent.Type.KeyPress, call)

    assert rehearsal.sent == [DOWN]


def test_letting_go_counts_whatever_else_is_held(call: Call, rehearsal: FakeRehearsal) -> None:
    """Shift, pressed meanwhile, keeps nothing open."""
    QTest.keyPress(call, K.Key_M)

    QTest.keyRelease(call, K.Key_M, Qt.KeyboardModifier.ShiftModifier)

    assert rehearsal.sent == [DOWN, UP]


def test_other_keys_let_nothing_go(call: Call, rehearsal: FakeRehearsal) -> None:
    """One may pause while one talks."""
    QTest.keyPress(call, K.Key_M)

    QTest.keyClick(call, K.Key_Space)

    assert rehearsal.sent == [DOWN, Pause()]


def test_the_mouse_holds_it_too(call: Call, button: HoldButton, rehearsal: FakeRehearsal) -> None:
    """Press and hold; a hand that slides off still talks until it lets go."""
    QTest.mousePress(button, LEFT, pos=QPoint(5, 5))
    slide(button, QPoint(5, -60))
    assert rehearsal.sent == [DOWN]

    QTest.mouseRelease(button, LEFT, pos=QPoint(5, -60))

    assert rehearsal.sent == [DOWN, UP]
    assert "Button       Hold M to talk" in table(call)


def test_who_tabs_to_it_holds_space(button: HoldButton, rehearsal: FakeRehearsal) -> None:
    """Space, which presses any button, holds this one; Return, which can't be held, does not."""
    button.setFocus()

    QTest.keyPress(button, K.Key_Space)
    assert rehearsal.sent == [DOWN]
    QTest.keyRelease(button, K.Key_Space)
    QTest.keyClick(button, K.Key_Return)

    assert rehearsal.sent == [DOWN, UP]


def test_an_m_that_is_typed_is_a_letter(call: Call, rehearsal: FakeRehearsal) -> None:
    """In the field M neither talks nor lets go."""
    QTest.keyClick(call, K.Key_T)
    field = call.findChild(QLineEdit)
    assert field is not None

    QTest.keyClicks(field, "mm")

    assert field.text() == "mm"
    assert rehearsal.sent == []


def test_moving_the_focus_lets_go(call: Call, rehearsal: FakeRehearsal) -> None:
    """The key's release would be told to somebody else; the field gets a clean start."""
    QTest.keyPress(call, K.Key_M)

    QTest.keyClick(call, K.Key_T)

    assert rehearsal.sent == [DOWN, UP]


@pytest.mark.parametrize("by_mouse", [False, True], ids=["key", "mouse"])
def test_leaving_the_window_lets_go(
    qtbot: QtBot,
    call: Call,
    button: HoldButton,
    rehearsal: FakeRehearsal,
    by_mouse: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Another window in front ends the turn, since the release will not be heard."""
    if by_mouse:
        QTest.mousePress(button, LEFT, pos=QPoint(5, 5))
    else:
        QTest.keyPress(call, K.Key_M)
    other = QLineEdit()
    qtbot.addWidget(other)

    other.show()
    other.activateWindow()

    qtbot.waitUntil(lambda: rehearsal.sent == [DOWN, UP])
    assert not button.is_held


def test_the_end_of_the_call_lets_go(
    qtbot: QtBot, call: Call, button: HoldButton, rehearsal: FakeRehearsal
) -> None:
    """After it, the key is off."""
    QTest.keyPress(call, K.Key_M)

    rehearsal.tell(Finished(example_timeline()))

    qtbot.waitUntil(lambda: "Button       Hold M to talk (off)" in table(call))
    QTest.keyPress(call, K.Key_M)
    assert rehearsal.sent == [DOWN, UP]
    assert not button.is_held


def test_nothing_moves_under_the_hand(call: Call, button: HoldButton) -> None:
    """The button has one size, whichever words it shows."""
    before = button.sizeHint()

    QTest.keyPress(call, K.Key_M)

    assert button.sizeHint() == before
