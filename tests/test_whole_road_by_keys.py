"""The whole road on real parts once more, by somebody who never touches the mouse."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.keyboard import Keyboard
from tests.support.soundcard import SoundCard
from tests.support.visits import chosen_mode
from tests.support.whole_road import (
    INVITING,
    WatchedServices,
    asks_for_a_sentence,
    hears_well,
    real_services,
    spoken,
    wait_for,
)
from tests.support.widgets import page_of, shown
from trainer.conversation.turns import Phase
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window
from trainer.records.wording import MARKS
from trainer.rehearsal.events import ReplyHeard

K = Qt.Key
TAG = re.compile("<[^>]+>")
CTRL = Qt.KeyboardModifier.ControlModifier
TRIES = 3
PAUSED = "Paused. Take your time."
OFFER = "I am sorry about the parcel, and I will send you a replacement today."
ANSWER = "I will offer the replacement sooner."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[WatchedServices]:
    """Return the real program in a folder of its own."""
    with real_services(tmp_path / "soft-answer") as services:
        yield services


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    services: WatchedServices,
) -> Iterator[Window]:
    """Return the active window with Home filled; dialogs are Qt's own."""
    before = QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    theme = Theme(qapp, Qt.ColorScheme.Light)
    window = Window(services, theme)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    theme.deleteLater()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, before)


@pytest.mark.device
@pytest.mark.display
@pytest.mark.timeout(300)
def test_a_person_goes_the_whole_road_by_keys(
    qtbot: QtBot,
    soundcard: SoundCard,
    services: WatchedServices,
    window: Window,
    tmp_path: Path,
) -> None:
    """From Home over a spoken and a typed reply to a report in a file, and home again."""
    keys = Keyboard(qtbot, window)
    inviting = spoken(INVITING, tmp_path / "inviting.wav")

    def say() -> None:
        soundcard.speak(inviting).wait(timeout=20)

    keys.go_round()
    choose_the_parcel(keys)
    before = page_of(qtbot, window, Before)
    keys.go_round()
    choose_guided(qtbot, keys, before)
    check_the_sound(qtbot, keys, before, say)
    keys.tab_to("Start")
    keys.press(K.Key_Return)

    call = page_of(qtbot, window, Call)
    keys.go_round()
    talk(qtbot, services, say)
    type_a_reply(qtbot, keys, services)
    repeat_and_pause(qtbot, keys, services, call)
    keys.press(K.Key_Escape, K.Key_Escape)

    review = page_of(qtbot, window, Review, within_ms=20_000)
    keys.go_round()
    read_the_keys(keys)
    look_at_a_moment(keys, review)
    write_an_answer(qtbot, keys, window)
    assert_holds(export(qtbot, keys, window, tmp_path), services)
    keys.go_round()
    keys.press(K.Key_F6)
    keys.tab_to("Dismiss")
    keys.press(K.Key_Return)
    assert keys.at == "Export …"

    keys.press(K.Key_1, held=CTRL)
    page_of(qtbot, window, Home)
    window.bridge.settle()
    keys.go_round()


def choose_the_parcel(keys: Keyboard) -> None:
    """Search, and choose by arrows what was found."""
    keys.press(K.Key_Slash)
    assert keys.at.startswith("Search")
    keys.type("shop")
    keys.press(K.Key_Return)
    keys.go_to("Lost parcel", K.Key_Right)
    keys.press(K.Key_Return)


def choose_guided(qtbot: QtBot, keys: Keyboard, before: Before) -> None:
    """Go to the modes, and on to Guided by arrows."""
    qtbot.waitUntil(lambda: bool(chosen_mode(before)))
    keys.tab_to("Practice")
    keys.press(K.Key_Up)
    assert chosen_mode(before) == "Guided"
    keys.look()


def check_the_sound(qtbot: QtBot, keys: Keyboard, before: Before, say: Callable[[], None]) -> None:
    """Pass the sound check; on a busy machine it may take another try."""
    check = "Check my sound"
    for _ in range(TRIES):
        keys.tab_to(check)
        keys.press(K.Key_Return)
        qtbot.waitUntil(lambda: asks_for_a_sentence(before), timeout=20_000)
        say()
        check = "Check again"
        qtbot.waitUntil(lambda: keys.at == "Check again", timeout=20_000)
        if hears_well(before):
            return
    raise AssertionError(shown(before))


def talk(qtbot: QtBot, services: WatchedServices, say: Callable[[], None]) -> None:
    """Say it at one's turn until it is heard, since a busy machine may swallow some of it."""
    for _ in range(TRIES):
        wait_for(qtbot, services, Phase.WAITING)
        say()
        qtbot.waitUntil(lambda: services.phase is not Phase.WAITING, timeout=5_000)
        wait_for(qtbot, services, Phase.WAITING)
        if any("what happened" in one for one in replies(services)):
            return
    raise AssertionError(replies(services))


def type_a_reply(qtbot: QtBot, keys: Keyboard, services: WatchedServices) -> None:
    """Open the field, type and hand it in."""
    lines = services.lines
    keys.press(K.Key_T)
    assert keys.at == "Your reply"
    keys.look()
    keys.type(OFFER)
    keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: services.lines > lines, timeout=20_000)
    assert replies(services)[-1] == as_heard(OFFER)


def repeat_and_pause(qtbot: QtBot, keys: Keyboard, services: WatchedServices, call: Call) -> None:
    """Close the field, hear the last line again, and take a moment."""
    keys.tab_to("Type")
    keys.press(K.Key_Return)
    wait_for(qtbot, services, Phase.WAITING)
    lines = services.lines
    keys.press(K.Key_R)
    qtbot.waitUntil(lambda: services.lines > lines, timeout=20_000)
    keys.press(K.Key_Space)
    qtbot.waitUntil(lambda: PAUSED in shown(call), timeout=5_000)
    keys.press(K.Key_Space)
    qtbot.waitUntil(lambda: PAUSED not in shown(call), timeout=5_000)


def read_the_keys(keys: Keyboard) -> None:
    """Look up which keys there are, and come back to where one was."""
    before = keys.focus
    keys.press(K.Key_F1)
    with keys.in_dialog() as overview:
        assert "Put the word right" in shown(overview)
        keys.look()
        keys.press(K.Key_Escape)
    assert keys.focus is before


def look_at_a_moment(keys: Keyboard, review: Review) -> None:
    """Go from a piece of advice into the transcript, and through the timeline."""
    transcript, lanes = review.talk.transcript, review.talk.lanes
    keys.tab_to("Show the moment at")
    keys.press(K.Key_Return)
    assert keys.focus is transcript
    keys.look()
    assert transcript.number == lanes.value() > 0
    keys.press(K.Key_Home, K.Key_Down)
    assert transcript.number == lanes.value() == 1
    keys.press(K.Key_Right)
    assert transcript.word
    keys.tab_to("Timeline", back=True)
    keys.press(K.Key_Right)
    assert transcript.number == lanes.value() == 2
    whole = lanes.stretch
    keys.press(K.Key_Plus)
    assert lanes.stretch.span_ms < whole.span_ms
    keys.press(K.Key_0)
    assert lanes.stretch == whole


def write_an_answer(qtbot: QtBot, keys: Keyboard, window: Window) -> None:
    """Answer the last question, and keep that."""
    keys.tab_to("What will you try next?")
    keys.type(ANSWER)
    keys.tab_to("Keep what I wrote")
    keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: window.notice.said.startswith("Kept."), timeout=5_000)
    keys.look()


def export(qtbot: QtBot, keys: Keyboard, window: Window, folder: Path) -> Path:
    """Choose the report from the menu, and give a file its name."""
    file = folder / "how it went.html"
    keys.tab_to("Export", back=True)
    keys.press(K.Key_Return)
    keys.go_to("Report as a web page", K.Key_Down)
    keys.press(K.Key_Return)
    with keys.in_dialog():
        keys.look()
        keys.press(K.Key_A, held=CTRL)
        keys.type(str(file))
        keys.press(K.Key_Return)
    qtbot.waitUntil(lambda: window.notice.said == f"The report is in {file}.", timeout=20_000)
    assert keys.at == "Export …"
    return file


def assert_holds(report: Path, services: WatchedServices) -> None:
    """Check that the report has what was said, every mark, and what was written."""
    page = " ".join(unescape(TAG.sub("", report.read_text(encoding="utf-8"))).split())
    (kept,) = services.rehearsals()
    stored = services.load(kept.id)
    assert stored.rating is not None
    for reply in stored.timeline.replies:
        assert reply.text in page
    for name, mark in asdict(stored.rating.scorecard.marks).items():
        if mark is not None:
            assert f"{MARKS[name]}{mark}" in page
    assert f"{stored.rating.scorecard.overall}" in page
    assert ANSWER in page


def as_heard(text: str) -> str:
    """Return what was typed as the timeline has it: words without marks between them."""
    return "".join(letter for letter in text.lower() if letter.isalpha() or letter == " ")


def replies(services: WatchedServices) -> list[str]:
    """Return what was heard of the trainee so far."""
    return [one.reply.text for one in services.events if isinstance(one, ReplyHeard)]
