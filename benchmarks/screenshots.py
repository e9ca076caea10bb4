"""Writes a picture of every page, in every theme, at 100 and 200 % text, from an example program.

python -m benchmarks.screenshots OUTDIR
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.desktop import FakeServices, stored
from tests.support.examples import spread
from trainer.conversation.turns import Phase
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.settings import PARTS, SettingsPage
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.places import SETTINGS
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.buttons import Button, Card
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window
from trainer.records.look import Look, ThemeName
from trainer.rehearsal.events import (
    LevelMeasured,
    LineBegan,
    LineFinished,
    PartialHeard,
    PhaseChanged,
    RehearsalEvent,
)
from trainer.rehearsal.sound_check import SoundCheckResult

__all__ = ["main"]

SIZE = (1280, 800)
THEMES: tuple[ThemeName, ...] = ("light", "dark", "high_contrast")
LINE = (
    "No. No, you can let me finish, because nobody else has. He rings me at work. At work. "
    "On the bus. That's what you lot have done."
)


def main(folder: Path) -> None:
    """Write every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    for name in THEMES:
        for percent in (100, 200):
            look = Look(theme=name, text_size=percent)
            theme.look(look)
            for page, widget in _pages(theme, look):
                widget.grab().save(str(folder / f"{page}-{name}-{percent}.png"))


def _pages(theme: Theme, look: Look) -> Iterator[tuple[str, QWidget]]:
    services = FakeServices(kept=[stored(1), stored(2, rated=False), stored(3)])
    services.choose(profile="Ada", theme=look.theme, text_size=look.text_size)
    window = Window(services, theme)
    window.resize(*SIZE)
    window.show()
    _until(lambda: len(window.findChildren(Card)) >= len(services.library) + len(services.kept))
    yield "home", window
    window.notice.tell("“Double charge” is deleted.", "Undo")
    _settle()
    yield "home-notice", window
    window.findChildren(Card)[1].click()
    yield "before", window
    _check_sound(window, services)
    yield "before-checked", window
    _press(window, "Start")
    rehearsal = services.running[-1]
    for picture, events in _moments():
        rehearsal.tell(*events)
        _settle()
        if picture == "call-typing":
            _press(window, "Type (T)")
        yield picture, window
    rehearsal.kept(services.kept[0].summary.id)
    _until(lambda: isinstance(window.page, Review))
    yield "review", window
    yield "review-whole", _whole(window)
    yield from _settings(window, services)
    yield from _studio(window)
    window.close()
    window.deleteLater()


def _studio(window: Window) -> Iterator[tuple[str, QWidget]]:
    window.go("studio")
    _until(lambda: any(each.text() == "Open" for each in window.page.findChildren(Button)))
    yield "studio", window
    _press(window, "Open")
    _until(lambda: any("be rehearsed" in each.said for each in window.page.findChildren(Text)))
    yield "studio-text", window
    _press(window, "Try it out")
    _until(lambda: any(each.said.startswith("opening.") for each in window.page.findChildren(Text)))
    yield "studio-bench", window


def _settings(window: Window, services: FakeServices) -> Iterator[tuple[str, QWidget]]:
    window.go(SETTINGS)
    page = window.page
    assert isinstance(page, SettingsPage)
    for part in PARTS:
        page.go(part)
        window.bridge.settle()
        _settle()
        if part == "sound":
            _press(window, "Listen")
            for db in (-60, -52, -30, -24, -20, -17, -26, -33, -21, -19, -28, -45, -60) * 3:
                services.watched[-1][0](db)
            _settle()
        yield f"settings-{part}", window
    _press(window, "Delete everything of mine …")
    yield "settings-privacy-asked", window


def _moments() -> Iterator[tuple[str, list[RehearsalEvent]]]:
    words = spread(LINE, 1000, 9000)
    levels = [-60, -50, -34, -22, -18, -26, -20, -15, -24, -40, -58, -60]
    heard = [LevelMeasured(4400 + i, db, -14.0) for i, db in enumerate(levels)]
    yield (
        "call-customer",
        [PhaseChanged(1000, Phase.CUSTOMER), LineBegan(1000, LINE, words, 81), *heard],
    )
    yield (
        "call-you",
        [
            LineFinished(9000, cut=False),
            PhaseChanged(9100, Phase.TRAINEE),
            PartialHeard(9900, "i'm sorry being rung at work about your rent"),
            *(LevelMeasured(10_000 + i, db, -90.0) for i, db in enumerate(levels * 5)),
        ],
    )
    yield "call-typing", [PhaseChanged(12_000, Phase.WAITING)]


def _check_sound(window: Window, services: FakeServices) -> None:
    assert isinstance(window.page, Before)
    _press(window, "Check my sound")
    level, done = services.checks[-1]
    for db in (-60, -52, -30, -24, -20, -17, -26, -33, -21, -19, -28, -45, -60) * 3:
        level(db)
    done(
        SoundCheckResult(
            heard=True,
            level_db=-22.0,
            noise_db=-62.0,
            clipped=False,
            verdict="I hear you well, and the loudspeaker does not disturb you.",
        )
    )
    _settle()


def _whole(window: Window) -> QWidget:
    page = window.page.widget()
    assert page is not None
    page.resize(page.width(), page.heightForWidth(page.width()))
    return page


def _press(window: Window, word: str) -> None:
    assert isinstance(window.page, Before | Call | SettingsPage | StudioPage)
    next(each for each in window.page.findChildren(Button) if each.text() == word).click()
    _settle()


def _until(holds: Callable[[], bool]) -> None:
    while not holds():
        QApplication.processEvents()
    _settle()


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
