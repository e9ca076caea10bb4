"""Writes a picture of every page, in every theme, at 100 and 200 % text, from an example program.

Small and large windows too, in light at 100 %; index.html in the folder shows them all.

python -m benchmarks.screenshots OUTDIR [--only PAGE] [--how WAY]
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.screenshot_index import write_index
from benchmarks.screenshot_states import states
from benchmarks.screenshot_steps import (
    Size,
    check_sound,
    happen,
    levels,
    library,
    opened,
    press,
    rehearsed,
    settle,
    until,
    whole,
)
from tests.support.desktop import FakeServices, example_scenario
from tests.support.examples import spread
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.turns import Phase
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
from trainer.records.store import Mode
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    GuidanceChanged,
    LineBegan,
    LineFinished,
    OverlapJudged,
    PartialHeard,
    PhaseChanged,
    RehearsalEvent,
    TroubleMet,
)
from trainer.scenario.kinds import Step

__all__ = ["main"]

SIZE = (1280, 800)
TROUBLE = (
    "I can't hear you any more: the microphone was taken away. Plug it in again, or type instead."
)
OTHER_SIZES = ((1024, 700), (1920, 1080))
PERCENTS = (100, 200)
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pictures that are asked for, and an index of them, into the folder."""
    asked = _asked(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(QApplication(sys.argv[:1]))
    pictures = []
    for how, size, look in _ways():
        if not how.startswith(asked.how):
            continue
        theme.look(look)
        for page, widget in chain(_pages(theme, look, size), states(theme, look, size)):
            if page.startswith(asked.only):
                file = f"{page}-{how}.png"
                widget.grab().save(str(asked.folder / file))
                pictures.append((page, how, file))
    print(write_index(asked.folder, pictures))


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("folder", type=Path, help="where they go")
    parser.add_argument("--only", default="", help="pages whose names begin so")
    parser.add_argument("--how", default="", help="ways that begin so, such as dark-200")
    return parser.parse_args(arguments)


def _ways() -> Iterator[tuple[str, Size, Look]]:
    for name in THEMES:
        for percent in PERCENTS:
            yield f"{name}-{percent}", SIZE, Look(theme=name, text_size=percent)
    for size in OTHER_SIZES:
        yield f"{size[0]}x{size[1]}", size, Look(theme="light", text_size=100)


def _pages(theme: Theme, look: Look, size: Size) -> Iterator[tuple[str, QWidget]]:
    newest, *earlier = rehearsed()
    judged = replace(newest, own_marks=Marks(70, 80, None, 76, 90))
    services = FakeServices(library=library(), kept=[judged, *earlier])
    services.own_marks = [(Marks(70, 80, 60, 75, 80), one.summary.marks) for one in services.kept]
    window = opened(services, theme, look, size)
    yield "home", window
    yield "home-whole", whole(window)
    window.notice.tell("“Double charge” is deleted.", "Undo")
    settle()
    yield "home-notice", window
    yield from _progress(window)
    window.go("home")
    settle()
    next(each for each in window.findChildren(Card) if "Marcus" in each.accessibleName()).click()
    window.bridge.settle()
    settle()
    yield "before", window
    check_sound(window, services)
    press(window, "Voice and listening")
    yield "before-checked", window
    press(window, "Start")
    for picture, events in _moments():
        happen(services, *events)
        if picture == "call-typing":
            press(window, "Hand over (H)")
        yield picture, window
    rehearsal = services.running[-1]
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    window._show_before(example_scenario())  # noqa: SLF001 - as from Home
    settle()
    window.bridge.settle()
    press(window, "Start")
    happen(services, *_guidance())
    yield "call-guided", window
    rehearsal.kept(services.kept[0].summary.id)
    window._open_review(services.kept[0].summary.id)  # noqa: SLF001 - as when it is kept
    until(lambda: isinstance(window.page, Review))
    yield "review", window
    yield from _reviewed(window)
    yield "review-whole", whole(window)
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
    settle()
    yield "review-moment", window
    talk.transcript.edit()
    settle()
    yield "review-word", window
    talk.transcript._hand_in("oh i'm")  # noqa: SLF001 - as Return does
    until(lambda: bool(window.notice.said))
    yield "review-rescored", window
    press(window, "How?")


def _studio(window: Window) -> Iterator[tuple[str, QWidget]]:
    window.go("studio")
    until(lambda: any(each.text() == "Open" for each in window.page.findChildren(Button)))
    yield "studio", window
    press(window, "Open")
    until(lambda: any("be rehearsed" in each.said for each in window.page.findChildren(Text)))
    yield "studio-text", window
    for name, sections, folds in STUDIO:
        _unfold(window, sections, folds)
        yield f"studio-{name}", window
    press(window, "Try it out")
    until(lambda: any(each.said.startswith("opening.") for each in window.page.findChildren(Text)))
    yield "studio-bench", window


def _unfold(window: Window, sections: tuple[str, ...], folds: tuple[str, ...]) -> None:
    """Unfold sections of the studio's form, and folds in them, and begin to write in the last."""
    form = window.page.findChild(Form)
    assert form is not None
    form.unfold(sections)
    settle()
    for fold in form.findChildren(Fold):
        if fold.main().accessibleName().startswith(folds or "nothing"):
            fold.unfold()
    settle()
    entry = next((one for one in form.findChildren(Entry) if one.isVisibleTo(form)), None)
    if entry is not None:
        entry.begin()
    settle()


def _settings(window: Window, services: FakeServices) -> Iterator[tuple[str, QWidget]]:
    window.go(SETTINGS)
    page = window.page
    assert isinstance(page, SettingsPage)
    for part in PARTS:
        page.go(part)
        window.bridge.settle()
        settle()
        if part == "sound":
            press(window, "Listen")
            for db in (-60, -52, -30, -24, -20, -17, -26, -33, -21, -19, -28, -45, -60) * 3:
                services.watched[-1][0](db)
            settle()
        yield f"settings-{part}", window
    press(window, "Delete everything of mine …")
    yield "settings-privacy-asked", window


def _progress(window: Window) -> Iterator[tuple[str, QWidget]]:
    window.go("progress")
    until(lambda: bool(window.findChildren(CourseChart)))
    yield "progress", window
    yield "progress-whole", whole(window)
    page = window.page
    assert isinstance(page, ProgressPage)
    page.show_table()
    view = page.findChild(RowsView)
    assert view is not None
    until(lambda: bool(view.model().rowCount()) and view.model().index(0, 1).data() != "")
    view.choose_row(3)
    settle()
    yield "progress-table", window


def _moments() -> Iterator[tuple[str, list[RehearsalEvent]]]:
    words = spread(LINE, 11_000, 19_000)
    cut_in = Overlap(8_400, 9_200, OverlapKind.INTERRUPTION)
    backchannel = Overlap(3_000, 3_500, OverlapKind.BACKCHANNEL)
    yield (
        "call-customer",
        [
            PhaseChanged(1000, Phase.CUSTOMER),
            *levels(0, "C" * 28 + "BBBBB" + "C" * 20 + "." * 6 + "Y" * 20 + "C" * 5 + "B" * 8),
            OverlapJudged(backchannel),
            OverlapJudged(cut_in),
            CueChanged(9_300, Cue.LET_FINISH),
            LineBegan(11_000, LINE, words, 81),
            *levels(9_200, "Y" * 12 + "." * 6 + "C" * 62),
        ],
    )
    yield (
        "call-you",
        [
            LineFinished(19_000, cut=False),
            CueChanged(19_100, None),
            PhaseChanged(19_100, Phase.TRAINEE),
            PartialHeard(19_900, "i'm sorry being rung at work about your rent"),
            *levels(17_200, "CC" + "." * 12 + "Y" * 40),
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
        *levels(0, "." * 8 + "C" * 60),
    ]


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
