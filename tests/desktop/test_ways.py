"""How one wants one's calls: mode, pace, captions and face, remembered as they are chosen."""

from dataclasses import dataclass, field
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.visits import (
    begin_call,
    choose_marcus,
    chosen_mode,
    chosen_pace,
    typing_box,
    wait_for_pace,
)
from tests.support.widgets import accessible, click, page_of, shown
from trainer.conversation.end_pointing import Pace
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.before.modes import ModeChoice
from trainer.desktop.pages.before.pace import PaceChoice
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.home import Home
from trainer.desktop.widgets.caption import Caption
from trainer.desktop.widgets.hold import HoldButton
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.settings import Settings
from trainer.records.store import Mode

K = Qt.Key


@pytest.fixture
def before(qtbot: QtBot, window: Window) -> Before:
    """Return the page before Marcus's call, once it knows the pace."""
    before = choose_marcus(qtbot, window)
    wait_for_pace(qtbot, before)
    click(before, "Voice and listening")
    return before


@dataclass
class SlowDisk:
    """Keeps no choice before it may."""

    may_write: Event = field(default_factory=Event)
    written: list[dict[str, object]] = field(default_factory=list)

    def write(self, **values: object) -> Settings:
        """Wait, and keep the choice."""
        self.may_write.wait(5)
        self.written.append(values)
        return Settings().changed(**values)


@pytest.fixture
def disk(services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    """Return the disk that the choices go to."""
    disk = SlowDisk()
    monkeypatch.setattr(services, "choose", disk.write)
    return disk


def paces(before: Before) -> list[QRadioButton]:
    """Return the choices of how soon the customer takes the turn."""
    choice = before.findChild(PaceChoice)
    assert choice is not None
    return choice.findChildren(QRadioButton)


def choice(before: Before, word: str) -> QRadioButton:
    """Return the choice of that word."""
    return next(each for each in before.findChildren(QRadioButton) if each.text() == word)


def choose(before: Before, word: str) -> None:
    """Click a choice."""
    radio = choice(before, word)
    QTest.mouseClick(radio, Qt.MouseButton.LeftButton, pos=radio.rect().center())


def test_four_choices_are_told_in_plain_words(before: Before) -> None:
    """Each has a word of explanation; a screen reader is told both, and what it is about."""
    radios = paces(before)

    assert "When you pause, the customer waits" in shown(before)
    assert [accessible(each) for each in radios] == [
        ("RadioButton", "Longer: Time to think in mid-sentence."),
        ("RadioButton", "Usual: As in most conversations."),
        ("RadioButton", "Shorter: Brisk, with little room."),
        ("RadioButton", "Until I let go of a key: Hold M while you talk."),
    ]
    assert {each.accessibleDescription() for each in radios} == {
        "When you pause, the customer waits"
    }


def test_three_modes_are_told_in_a_sentence_each(before: Before) -> None:
    """The usual one is chosen; a screen reader is told the sentence too."""
    modes = before.findChild(ModeChoice)
    assert modes is not None

    assert [accessible(each) for each in modes.findChildren(QRadioButton)] == [
        ("RadioButton", "Guided: The step you are at, and three things you could say."),
        ("RadioButton", "Practice: On your own, with a quiet word now and then."),
        ("RadioButton", "Assessment: No help. You mark yourself first, then compare."),
    ]
    assert chosen_mode(before) == "Practice"


@pytest.mark.parametrize("mode", Mode)
def test_the_mode_is_remembered_and_goes_with_the_call(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices, mode: Mode
) -> None:
    """The next page before a call begins with it."""
    choose(before, mode.capitalize())
    click(before, "Start")
    page_of(qtbot, window, Call)

    assert services.running[-1].wanted.mode is mode
    assert services.settings.mode is mode
    window._show_home()
    again = choose_marcus(qtbot, window)
    qtbot.waitUntil(lambda: chosen_mode(again) == mode.capitalize())


def test_a_mode_is_chosen_wherever_its_card_is_pressed(
    qtbot: QtBot, before: Before, services: FakeServices
) -> None:
    """The sentence belongs to it."""
    note = next(each for each in before.findChildren(Text) if each.said.startswith("No help."))

    QTest.mouseClick(note, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: services.settings.mode is Mode.ASSESSMENT)
    assert chosen_mode(before) == "Assessment"


def test_arrows_go_from_mode_to_mode(qtbot: QtBot, before: Before, services: FakeServices) -> None:
    """They are one choice, though each stands in a card of its own."""
    practice = choice(before, "Practice")
    practice.setFocus()

    QTest.keyClick(practice, K.Key_Down)

    qtbot.waitUntil(lambda: services.settings.mode is Mode.ASSESSMENT)


def test_captions_and_face_can_be_switched_off(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """The call goes by it; folded, a line says what is chosen."""
    for word in ("Show the customer's words as they speak", "Show the customer's face"):
        next(each for each in before.findChildren(QCheckBox) if each.text() == word).click()
    click(before, "Voice and listening")
    assert "When you pause: Usual · No captions · No face" in shown(before)

    click(before, "Start")

    call = page_of(qtbot, window, Call)
    caption = call.findChild(Caption)
    assert caption is not None
    assert not caption.isVisible()
    assert (services.settings.captions, services.settings.face) == (False, False)


def test_who_types_reads_whatever_was_chosen(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Without captions a typed call could not be followed."""
    services.settings = services.settings.changed(captions=False)

    call = begin_call(qtbot, window, typed=True)

    caption = call.findChild(Caption)
    assert caption is not None
    assert caption.isVisible()


@pytest.mark.parametrize(
    ("pace", "word"),
    [
        (Pace.PATIENT, "Longer"),
        (Pace.NORMAL, "Usual"),
        (Pace.QUICK, "Shorter"),
        (Pace.PUSH_TO_TALK, "Until I let go of a key"),
    ],
)
def test_what_was_chosen_before_is_shown(
    qtbot: QtBot, window: Window, services: FakeServices, pace: Pace, word: str
) -> None:
    """The page opens with the pace that is kept."""
    services.settings = services.settings.changed(pace=pace)

    before = choose_marcus(qtbot, window)

    qtbot.waitUntil(lambda: chosen_pace(before) == word)


def test_a_choice_is_remembered(qtbot: QtBot, before: Before, services: FakeServices) -> None:
    """A click is enough."""
    choose(before, "Longer")

    qtbot.waitUntil(lambda: services.settings.pace is Pace.PATIENT)


def test_arrows_choose_too(qtbot: QtBot, before: Before, services: FakeServices) -> None:
    """From the chosen one, arrows go on to the next, which is then remembered."""
    usual = choice(before, "Usual")
    usual.setFocus()

    QTest.keyClick(usual, K.Key_Down)

    qtbot.waitUntil(lambda: services.settings.pace is Pace.QUICK)
    assert chosen_pace(before) == "Shorter"
    assert choice(before, "Shorter").hasFocus()


def test_the_last_of_several_choices_stays(qtbot: QtBot, before: Before, disk: SlowDisk) -> None:
    """While one is being written, others wait; a write that is slow never comes last."""
    for word in ("Longer", "Usual", "Shorter"):
        choose(before, word)
    disk.may_write.set()

    qtbot.waitUntil(lambda: disk.written == [{"pace": Pace.PATIENT}, {"pace": Pace.QUICK}])


def test_a_choice_that_can_not_be_kept_goes_back_with_a_sentence(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """What is shown as chosen is what the next call goes by."""
    services.refusals["choose"] = RecordsProblem("The disk is full. Delete something.")

    choose(before, "Shorter")

    qtbot.waitUntil(lambda: window.notice.said == "The disk is full. Delete something.")
    assert chosen_pace(before) == "Usual"


def test_choices_that_can_not_be_read_are_not_offered(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Nothing is shown as chosen; the notice says why, and one can still start."""
    services.refusals["choices"] = RecordsProblem("The settings can't be read.")

    before = choose_marcus(qtbot, window)

    qtbot.waitUntil(lambda: window.notice.said == "The settings can't be read.")
    assert chosen_pace(before) == ""
    assert not any(each.isEnabled() for each in before.findChildren(QRadioButton))
    click(before, "Start")
    page_of(qtbot, window, Call)


def test_a_start_waits_until_the_choice_is_kept(
    qtbot: QtBot,
    window: Window,
    before: Before,
    services: FakeServices,
    disk: SlowDisk,
) -> None:
    """The call goes by what was chosen last, however slow the disk is."""
    choose(before, "Until I let go of a key")

    click(before, "Start")
    assert services.running == []
    disk.may_write.set()

    call = page_of(qtbot, window, Call)
    hold = call.findChild(HoldButton)
    assert hold is not None
    assert hold.isVisible()


def test_a_start_is_forgotten_when_the_choice_is_not_kept(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """Nobody is put into a call that goes otherwise than they chose."""
    services.refusals["choose"] = RecordsProblem("The disk is full. Delete something.")
    choose(before, "Until I let go of a key")

    click(before, "Start")

    qtbot.waitUntil(lambda: window.notice.said == "The disk is full. Delete something.")
    assert window.page is before
    assert services.running == []


def test_a_start_is_forgotten_by_who_goes_home(
    qtbot: QtBot,
    window: Window,
    before: Before,
    services: FakeServices,
    disk: SlowDisk,
) -> None:
    """A call does not begin behind one's back."""
    choose(before, "Longer")
    click(before, "Start")

    click(before, "Home")
    disk.may_write.set()
    window.bridge.settle()

    page_of(qtbot, window, Home)
    assert services.running == []


def test_who_types_has_nothing_to_choose(before: Before) -> None:
    """Pauses are not heard in a typed call."""
    typing_box(before).click()

    assert not any(each.isEnabled() for each in paces(before))

    typing_box(before).click()

    assert all(each.isEnabled() for each in paces(before))


def test_a_notice_of_many_lines_leaves_the_page_its_room(window: Window) -> None:
    """The first are shown; all of them are read out and in the tool tip."""
    lines = [f"line {number}: <mistake>" for number in range(1, 10)]
    window.notice.tell("\n".join(lines))
    (text,) = [each for each in window.notice.findChildren(Text) if each.said]

    assert text.said.splitlines() == [*lines[:3], "And 6 more."]
    assert text.accessibleDescription().splitlines() == lines
    assert "line 9: &lt;mistake&gt;" in text.toolTip()

    window.notice.tell("One line.")
    assert (text.said, text.toolTip(), text.accessibleDescription()) == ("One line.", "", "")
