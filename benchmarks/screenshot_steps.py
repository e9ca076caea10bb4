"""What leads from one picture to the next: to press, to wait, and what has happened before."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import sin

from PySide6.QtCore import QEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.desktop import FakeServices, stored
from trainer.desktop.pages.before import Before
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.look import Look
from trainer.records.store import StoredRehearsal
from trainer.rehearsal.events import LevelMeasured, RehearsalEvent
from trainer.rehearsal.library import Library
from trainer.rehearsal.sound_check import SoundCheckResult
from trainer.scenario.scenario import Scenario

__all__ = [
    "HEARD",
    "Size",
    "check_sound",
    "happen",
    "levels",
    "library",
    "opened",
    "press",
    "rehearsed",
    "settle",
    "until",
    "whole",
]

Size = tuple[int, int]
HEARD = SoundCheckResult(
    heard=True,
    level_db=-22.0,
    noise_db=-62.0,
    clipped=False,
    verdict="I hear you well, and the loudspeaker does not disturb you.",
)


def opened(services: FakeServices, theme: Theme, look: Look, size: Size) -> Window:
    """Return a window in which Home is filled."""
    services.choose(profile=services.rehearsing, theme=look.theme, text_size=look.text_size)
    window = Window(services, theme)
    window.resize(*size)
    ready = QSignalSpy(window.ready)
    window.show()
    until(lambda: ready.count() > 0)
    return window


def library() -> tuple[Scenario, ...]:
    """Return the scenarios that come with the program."""
    return tuple(Library().scenarios.values())


def rehearsed() -> list[StoredRehearsal]:
    """Return rehearsals of several scenarios, newest first, most of them better than before."""
    scenarios = library()
    return [_rehearsal(number, scenarios[number * 5 % len(scenarios)]) for number in range(1, 16)]


def levels(from_ms: int, who: str) -> Iterator[LevelMeasured]:
    """Yield 100 ms of whoever speaks: C, Y, B for both, a dot for nobody."""
    for number, speaker in enumerate(who, start=1):
        voice = -16.0 - 14 * abs(sin(number * 0.9)) - 8 * abs(sin(number * 0.31))
        customer_db = voice if speaker in "CB" else -70.0
        you_db = voice - 4 if speaker in "YB" else -65.0
        yield LevelMeasured(from_ms + number * 100, you_db, customer_db)


def whole(window: Window) -> QWidget:
    """Return the page as long as it is, without its window."""
    page = window.page.widget()
    assert page is not None
    page.resize(page.width(), page.heightForWidth(page.width()))
    return page


def press(window: Window, word: str) -> None:
    """Press the button with that word."""
    next(each for each in window.page.findChildren(Button) if each.text() == word).click()
    window.bridge.settle()
    settle()


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    while not holds():
        QApplication.processEvents()
    settle()


def settle() -> None:
    """Let everything be laid out."""
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def happen(services: FakeServices, *events: RehearsalEvent) -> None:
    """Let these happen in the call."""
    services.running[-1].tell(*events)
    settle()


def check_sound(window: Window, services: FakeServices, result: SoundCheckResult = HEARD) -> None:
    """Check the sound, with that result."""
    assert isinstance(window.page, Before)
    press(window, "Check my sound")
    level, done = services.checks[-1]
    for db in (-60, -52, -30, -24, -20, -17, -26, -33, -21, -19, -28, -45, -60) * 3:
        level(db)
    done(result)
    settle()


def _rehearsal(number: int, scenario: Scenario) -> StoredRehearsal:
    one = stored(number, rated=number != 2, title=scenario.title)
    listening, calming, steps, pacing, outcome = (
        max(10, 92 - number * 3 - number * part % 11) for part in (3, 5, 7, 9, 10)
    )
    summary = replace(
        one.summary,
        scenario_id=scenario.id,
        marks=Marks(listening, calming, steps, pacing, outcome),
        overall=None if number == 2 else 88 - 2 * number,
        interruptions=number // 3,
        under_pressure_wpm=float(number * 7 % 15 - 3),
        tags=("hotel", "with Ben") if number % 4 == 0 else (),
    )
    return replace(one, summary=summary)
