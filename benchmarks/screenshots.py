"""Writes a picture of every page, in every theme, at 100 and 200 % text, from an example program.

python -m benchmarks.screenshots OUTDIR
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import sin
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.desktop import FakeServices, example_scenario, stored
from tests.support.examples import spread
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.turns import Phase
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.progress.view import RowsView
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.settings import PARTS, SettingsPage
from trainer.desktop.pages.studio.entry import Entry
from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.pages.studio.form import Form
from trainer.desktop.places import SETTINGS
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.buttons import Button, Card
from trainer.desktop.widgets.course import CourseChart
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.look import Look, ThemeName
from trainer.records.store import Mode, StoredRehearsal
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    GuidanceChanged,
    LevelMeasured,
    LineBegan,
    LineFinished,
    OverlapJudged,
    PartialHeard,
    PhaseChanged,
    RehearsalEvent,
    TroubleMet,
)
from trainer.rehearsal.library import Library
from trainer.rehearsal.sound_check import SoundCheckResult
from trainer.scenario.kinds import Step
from trainer.scenario.scenario import Scenario

__all__ = ["main"]

SIZE = (1280, 800)
TROUBLE = (
    "I can't hear you any more: the microphone was taken away. Plug it in again, or type instead."
)
STUDIO = (
    ("briefing", ("briefing",), ()),
    ("choices", ("competences", "needs"), ()),
    ("facts", ("facts",), ("the party",)),
    ("solution", ("solution",), ("another cake",)),
    ("lines", ("lines",), ("opening", "vent")),
)
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
    newest, *earlier = _rehearsed()
    judged = replace(newest, own_marks=Marks(70, 80, None, 76, 90))
    services = FakeServices(library=_library(), kept=[judged, *earlier])
    services.own_marks = [(Marks(70, 80, 60, 75, 80), one.summary.marks) for one in services.kept]
    services.choose(profile="Ada", theme=look.theme, text_size=look.text_size)
    window = Window(services, theme)
    window.resize(*SIZE)
    ready = QSignalSpy(window.ready)
    window.show()
    _until(lambda: ready.count() > 0)
    yield "home", window
    yield "home-whole", _whole(window)
    window.notice.tell("“Double charge” is deleted.", "Undo")
    _settle()
    yield "home-notice", window
    yield from _progress(window)
    window.go("home")
    _settle()
    next(each for each in window.findChildren(Card) if "Marcus" in each.accessibleName()).click()
    window.bridge.settle()
    _settle()
    yield "before", window
    _check_sound(window, services)
    _press(window, "Voice and listening")
    yield "before-checked", window
    _press(window, "Start")
    for picture, events in _moments():
        _happen(services, *events)
        if picture == "call-typing":
            _press(window, "Hand over (H)")
            window.bridge.settle()
            _settle()
        yield picture, window
    rehearsal = services.running[-1]
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    window._show_before(example_scenario())  # noqa: SLF001 - as from Home
    _settle()
    window.bridge.settle()
    _press(window, "Start")
    _happen(services, *_guidance())
    yield "call-guided", window
    rehearsal.kept(services.kept[0].summary.id)
    window._open_review(services.kept[0].summary.id)  # noqa: SLF001 - as when it is kept
    _until(lambda: isinstance(window.page, Review))
    yield "review", window
    yield from _reviewed(window)
    yield "review-whole", _whole(window)
    yield from _settings(window, services)
    yield from _studio(window)
    window.close()
    window.deleteLater()


def _reviewed(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Choose a moment, look closer, and put a word right."""
    review = window.page
    assert isinstance(review, Review)
    talk = review.talk
    talk.go_to(36_000)
    talk.lanes.zoom(closer=True)
    talk.lanes.zoom(closer=True)
    review.ensureWidgetVisible(talk.transcript)
    _settle()
    yield "review-moment", window
    talk.transcript.edit()
    _settle()
    yield "review-word", window
    talk.transcript._hand_in("oh i'm")  # noqa: SLF001 - as Return does
    _until(lambda: bool(window.notice.said))
    yield "review-rescored", window
    _press(window, "How?")


def _studio(window: Window) -> Iterator[tuple[str, QWidget]]:
    window.go("studio")
    _until(lambda: any(each.text() == "Open" for each in window.page.findChildren(Button)))
    yield "studio", window
    _press(window, "Open")
    _until(lambda: any("be rehearsed" in each.said for each in window.page.findChildren(Text)))
    yield "studio-text", window
    for name, sections, folds in STUDIO:
        _unfold(window, sections, folds)
        yield f"studio-{name}", window
    _press(window, "Try it out")
    _until(lambda: any(each.said.startswith("opening.") for each in window.page.findChildren(Text)))
    yield "studio-bench", window


def _unfold(window: Window, sections: tuple[str, ...], folds: tuple[str, ...]) -> None:
    """Unfold sections of the studio's form, and folds in them, and begin to write in the last."""
    form = window.page.findChild(Form)
    assert form is not None
    form.unfold(sections)
    _settle()
    for fold in form.findChildren(Fold):
        if fold.main().accessibleName().startswith(folds or "nothing"):
            fold.unfold()
    _settle()
    entry = next((one for one in form.findChildren(Entry) if one.isVisibleTo(form)), None)
    if entry is not None:
        entry.begin()
    _settle()


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


def _progress(window: Window) -> Iterator[tuple[str, QWidget]]:
    window.go("progress")
    _until(lambda: bool(window.findChildren(CourseChart)))
    yield "progress", window
    yield "progress-whole", _whole(window)
    page = window.page
    assert isinstance(page, ProgressPage)
    page.show_table()
    view = page.findChild(RowsView)
    assert view is not None
    _until(lambda: bool(view.model().rowCount()) and view.model().index(0, 1).data() != "")
    view.choose_row(3)
    _settle()
    yield "progress-table", window


def _library() -> tuple[Scenario, ...]:
    return tuple(Library().scenarios.values())


def _rehearsed() -> list[StoredRehearsal]:
    """Return rehearsals of several scenarios, newest first, most of them better than before."""
    scenarios = _library()
    return [_rehearsal(number, scenarios[number * 5 % len(scenarios)]) for number in range(1, 16)]


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


def _moments() -> Iterator[tuple[str, list[RehearsalEvent]]]:
    words = spread(LINE, 11_000, 19_000)
    cut_in = Overlap(8_400, 9_200, OverlapKind.INTERRUPTION)
    backchannel = Overlap(3_000, 3_500, OverlapKind.BACKCHANNEL)
    yield (
        "call-customer",
        [
            PhaseChanged(1000, Phase.CUSTOMER),
            *_levels(0, "C" * 28 + "BBBBB" + "C" * 20 + "." * 6 + "Y" * 20 + "C" * 5 + "B" * 8),
            OverlapJudged(backchannel),
            OverlapJudged(cut_in),
            CueChanged(9_300, Cue.LET_FINISH),
            LineBegan(11_000, LINE, words, 81),
            *_levels(9_200, "Y" * 12 + "." * 6 + "C" * 62),
        ],
    )
    yield (
        "call-you",
        [
            LineFinished(19_000, cut=False),
            CueChanged(19_100, None),
            PhaseChanged(19_100, Phase.TRAINEE),
            PartialHeard(19_900, "i'm sorry being rung at work about your rent"),
            *_levels(17_200, "CC" + "." * 12 + "Y" * 40),
        ],
    )
    yield "call-typing", [PhaseChanged(23_000, Phase.WAITING)]
    yield "call-trouble", [TroubleMet(24_000, TROUBLE)]


def _guidance() -> list[RehearsalEvent]:
    phrases = (
        "If I understand you correctly: the rent that bounced. Is that right?",
        "What would help you most right now?",
        "Would you mind if I ask you a question about that?",
    )
    return [
        PhaseChanged(1000, Phase.CUSTOMER),
        GuidanceChanged(Step.CLARIFY, phrases),
        LineBegan(1_000, LINE, spread(LINE, 1_000, 6_000), 60),
        *_levels(0, "." * 8 + "C" * 60),
    ]


def _levels(from_ms: int, who: str) -> Iterator[LevelMeasured]:
    """Yield 100 ms of whoever speaks: C, Y, B for both, a dot for nobody."""
    for number, speaker in enumerate(who, start=1):
        voice = -16.0 - 14 * abs(sin(number * 0.9)) - 8 * abs(sin(number * 0.31))
        customer_db = voice if speaker in "CB" else -70.0
        you_db = voice - 4 if speaker in "YB" else -65.0
        yield LevelMeasured(from_ms + number * 100, you_db, customer_db)


def _happen(services: FakeServices, *events: RehearsalEvent) -> None:
    services.running[-1].tell(*events)
    _settle()


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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
