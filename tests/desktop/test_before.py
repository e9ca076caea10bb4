import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.visits import choose_marcus, typing_box, wait_for_pace
from tests.support.widgets import click, focused, named, page_of, press, shown, table
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.home import Home
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId
from trainer.rehearsal.sound_check import SoundCheckResult
from trainer.speech.problems import VoiceProblem

HEARD = SoundCheckResult(
    heard=True,
    level_db=-20.0,
    noise_db=-60.0,
    clipped=False,
    verdict="I hear you well.",
)


@pytest.fixture
def before(qtbot: QtBot, window: Window) -> Before:
    """Return the page before Marcus's call."""
    return choose_marcus(qtbot, window)


def test_the_briefing_tells_all_that_one_needs(before: Before) -> None:
    """Who one is, what happened, whom one meets, what one may and may not do."""
    told = "\n".join(shown(before))

    for part in (
        "You answer the billing line",
        "charged some customers twice",
        "Marcus Bell, 52. A bus driver",
        "Refund the second charge",
        "Give credit",
    ):
        assert part in told


def test_what_was_written_last_time_is_shown_before_the_next_try(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """The question small, the answer under it; nothing where nothing was written."""
    without = choose_marcus(qtbot, window)
    window.bridge.settle()
    assert "What you wrote last time" not in shown(without)

    services.keep_note(RehearsalId(1), "What will you try next?", "Let him finish.")
    window.go("home")
    window.bridge.settle()
    before = choose_marcus(qtbot, window)
    qtbot.waitUntil(lambda: "What you wrote last time" in shown(before))

    told = shown(before)
    assert told[told.index("What will you try next?") + 1] == "Let him finish."


def test_notes_that_can_not_be_read_do_not_keep_one_from_rehearsing(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """A sentence says so, and Start is there."""
    services.refusals["last_notes"] = RecordsProblem("The records are busy. Try again.")
    before = choose_marcus(qtbot, window)
    qtbot.waitUntil(lambda: "The records are busy. Try again." in shown(window.notice))

    assert named(before, "Start").isEnabled()


def test_it_says_who_listens_and_how_well(qtbot: QtBot, before: Before) -> None:
    """The recogniser is never chosen silently."""
    qtbot.waitUntil(
        lambda: (
            "PocketSphinx listens to you. It mishears about one word in three. Vosk hears better."
            in shown(before)
        )
    )


def test_every_control_is_reached_by_tab(qtbot: QtBot, window: Window, before: Before) -> None:
    """Start has the focus first; the others follow round the page."""
    assert focused(window) == "Start"
    wait_for_pace(qtbot, before)
    assert table(before).splitlines() == [
        "Button       Home",
        "RadioButton  Practice: On your own, with a quiet word now and then.",
        "Button       Check my sound",
        "CheckBox     I have no microphone: I'll type",
        "Button       Voice and listening",
        "Button       Start",
    ]


def test_the_sound_check_draws_the_level_and_gives_its_verdict(
    qtbot: QtBot, before: Before, services: FakeServices
) -> None:
    """The line lives while one speaks; then a sentence says how it went."""
    click(before, "Check my sound")
    assert "Button       Stop" in table(before)
    level, done = services.checks[-1]

    for level_db in (-90.0, -33.0, 0.0):
        level(level_db)
    done(HEARD)

    qtbot.waitUntil(lambda: "I hear you well." in shown(before))
    line = before.findChild(LevelLine)
    assert line is not None
    assert line.shares == (0.0, 0.5, 1.0)
    assert "Button       Check again" in table(before)


def test_a_sound_check_can_be_stopped(before: Before, services: FakeServices) -> None:
    """The same button stops it, and what it would still have said is not shown."""
    click(before, "Check my sound")

    click(before, "Stop")

    assert services.cancelled == 1
    assert "Stopped. Check again whenever you like." in shown(before)


def test_leaving_lets_go_of_the_microphone(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """Nobody is listened to on another page."""
    click(before, "Check my sound")

    click(before, "Home")

    page_of(qtbot, window, Home)
    assert services.cancelled == 1


def test_a_sound_check_that_can_not_begin_says_what_to_do(
    before: Before, services: FakeServices
) -> None:
    """Without a microphone the verdict is the program's own sentence."""
    services.refusals["check_sound"] = VoiceProblem("There is no microphone. Plug one in.")

    click(before, "Check my sound")

    assert "There is no microphone. Plug one in." in shown(before)
    assert "Button       Check my sound" in table(before)


def test_without_a_microphone_one_types(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """The box, set by key, rests the sound check and starts a typed rehearsal."""
    typing_box(before).setFocus()

    press(window, Qt.Key.Key_Space)

    assert "Button       Check my sound (off)" in table(before)
    click(before, "Start")
    page_of(qtbot, window, Call)
    assert services.running[-1].wanted.typed


def test_a_call_that_can_not_begin_brings_one_back_with_a_sentence(
    qtbot: QtBot, window: Window, before: Before, services: FakeServices
) -> None:
    """One is not left on an empty page."""
    services.refusals["rehearse"] = VoiceProblem("The voice is missing. Install espeak-ng.")

    click(before, "Start")

    page_of(qtbot, window, Before)
    assert window.notice.said == "The voice is missing. Install espeak-ng."


def test_start_is_in_sight_at_the_usual_size_and_at_twice_the_text(
    qtbot: QtBot, window: Window, before: Before, theme: Theme
) -> None:
    """It stands at the lower right, whatever is scrolled above it."""
    window.resize(1280, 800)
    start = named(before, "Start")
    for scale in (1.0, 2.0):
        theme.scale_text(scale)
        qtbot.wait(50)
        before.verticalScrollBar().setValue(0)
        corner = start.mapTo(window, start.rect().bottomRight())
        assert window.rect().contains(corner)
        assert corner.y() > window.height() - 2 * start.height()
        covered = before.viewport().mapTo(window, before.viewport().rect().bottomLeft())
        assert start.mapTo(window, start.rect().topLeft()).y() >= covered.y()
