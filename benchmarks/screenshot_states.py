"""What pages look like at their ends: empty and full, refused, calm and furious, each from anew."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from benchmarks.screenshot_steps import (
    HEARD,
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
from tests.support.desktop import FakeServices, repeatable, stored, take_of
from tests.support.examples import spread
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.turns import Phase
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.own_marks import OwnMarks
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.look import Look
from trainer.records.store import Mode, StoredRehearsal
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    LineBegan,
    LineFinished,
    OverlapJudged,
    PauseChanged,
    PhaseChanged,
    RehearsalEvent,
)
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem

__all__ = ["states"]

UNHEARD = replace(
    HEARD,
    heard=False,
    level_db=-70.0,
    verdict="I can't hear you. The microphone is muted in the system's sound settings.",
)
EASED_MS = 3000
CALM, FURIOUS = 8, 96
SAID = {
    CALM: "Thank you. Noon tomorrow, then, and you ring me yourself.",
    FURIOUS: "Twice. You took it twice, and nobody, nobody there thinks to ring me.",
}
REFUSED = "“night-shift.zip” holds no scenario. Choose a pack that the studio has exported."

Pictures = Iterator[tuple[str, QWidget]]


def states(theme: Theme, look: Look, size: Size) -> Pictures:
    """Yield every one, with a window that is closed after it."""
    begin = partial(_begun, theme, look, size)
    yield from _homes(begin)
    yield from _sounds(begin)
    yield from _calls(begin)
    yield from _reviews(begin)
    yield from _empty_progress(begin)


def _begun(theme: Theme, look: Look, size: Size, services: FakeServices) -> Window:
    return opened(services, theme, look, size)


def _homes(begin: partial[Window]) -> Pictures:
    services = FakeServices(library=library(), known=[], rehearsing="")
    window = begin(services)
    yield "home-new", window
    window.page.findChildren(QLineEdit)[-1].setText("nobody of that name")
    settle()
    yield "home-nobody", window
    _close(window)
    window = begin(FakeServices(library=(), known=[], rehearsing=""))
    yield "home-bare", window
    _close(window)
    services = FakeServices(library=library(), kept=rehearsed()[-3:])
    unseen = replace(services.kept[0].summary, reviewed_at=None)
    services.kept[0] = replace(services.kept[0], summary=unseen)
    services.refusals["import_pack"] = ScenarioProblem([REFUSED])
    window = begin(services)
    assert isinstance(window.page, Home)
    window.page._take_pack("night-shift.zip")  # noqa: SLF001 - as the file dialog does
    window.bridge.settle()
    settle()
    yield "home-import-refused", window
    window.notice.hide()
    window.page.ensureWidgetVisible(window.page._latest)  # noqa: SLF001 - to have it in sight
    settle()
    yield "home-foot", window
    _close(window)


def _sounds(begin: partial[Window]) -> Pictures:
    services = FakeServices(library=library())
    window = begin(services)
    window._show_before(_double_charge())  # noqa: SLF001 - as from Home
    window.bridge.settle()
    settle()
    check_sound(window, services, UNHEARD)
    yield "before-unheard", window
    _close(window)


def _calls(begin: partial[Window]) -> Pictures:
    for picture, mode, face, pressure in (
        ("call-assessment-calm", Mode.ASSESSMENT, True, CALM),
        ("call-practice-furious", Mode.PRACTICE, True, FURIOUS),
        ("call-guided-calm", Mode.GUIDED, True, CALM),
        ("call-faceless", Mode.PRACTICE, False, FURIOUS),
    ):
        services = FakeServices(library=library())
        window = _in_call(begin, services, mode, face=face)
        happen(services, *_line(pressure))
        _ease(window)
        yield picture, window
        if picture == "call-practice-furious":
            yield from _steered(window, services)
        _close(window)


def _steered(window: Window, services: FakeServices) -> Pictures:
    happen(
        services,
        LineBegan(8_200, SAID[FURIOUS], spread(SAID[FURIOUS], 8_200, 14_200), FURIOUS),
        PhaseChanged(10_000, Phase.OVERLAP),
        *levels(8_200, "C" * 18 + "BBBBBBBB"),
        OverlapJudged(Overlap(10_000, 10_800, OverlapKind.INTERRUPTION)),
        LineFinished(10_800, cut=True),
        CueChanged(10_800, Cue.LET_FINISH),
    )
    yield "call-both", window
    happen(services, PauseChanged(10_900, paused=True))
    yield "call-paused", window
    happen(services, PauseChanged(11_000, paused=False))
    press(window, "End (Esc twice)")
    yield "call-ending", window
    happen(services, PhaseChanged(11_100, Phase.OVER))
    window.page.show_keeping()  # type: ignore[attr-defined] # it is the call
    settle()
    yield "call-over", window


def _in_call(begin: partial[Window], services: FakeServices, mode: Mode, *, face: bool) -> Window:
    window: Window = begin(services)
    services.choose(mode=mode, face=face)
    window._show_before(_double_charge())  # noqa: SLF001 - as from Home
    window.bridge.settle()
    settle()
    press(window, "Start")
    return window


def _reviews(begin: partial[Window]) -> Pictures:
    kept = stored(1)
    assessed = replace(kept, summary=replace(kept.summary, mode=Mode.ASSESSMENT))
    window = _reviewing(begin, [assessed], OwnMarks)
    yield "own-marks", window
    _close(window)
    sign = next(one.sign for one in library() if one.id == kept.summary.scenario_id)
    whole_one = repeatable(kept, sign)
    takes = [take_of(whole_one, 2), take_of(whole_one, 3)]
    window = _reviewing(begin, [whole_one, *takes], Review)
    yield "review-takes-whole", whole(window)
    _close(window)
    window = _reviewing(begin, [takes[1], whole_one, takes[0]], Review)
    window.bridge.settle()
    settle()
    yield "review-take", window
    _close(window)
    window = _reviewing(begin, [stored(1, rated=False, recorded=False)], Review)
    yield "review-unrated", window
    yield "review-unrated-whole", whole(window)
    _close(window)


def _reviewing(begin: partial[Window], kept: list[StoredRehearsal], page: type[QWidget]) -> Window:
    window: Window = begin(FakeServices(library=library(), kept=kept))
    window._open_review(kept[0].summary.id)  # noqa: SLF001 - as from Home
    until(lambda: isinstance(window.page, page))
    return window


def _empty_progress(begin: partial[Window]) -> Pictures:
    for picture, kept in (("progress-empty", []), ("progress-first", [_first()])):
        window = begin(FakeServices(library=library(), kept=kept))
        window.go("progress")
        window.bridge.settle()
        settle()
        yield picture, window
        _close(window)


def _first() -> StoredRehearsal:
    one = stored(1)
    return replace(one, summary=replace(one.summary, marks=Marks(58, 88, 84, 76, 95)))


def _line(pressure: int) -> list[RehearsalEvent]:
    said = SAID[pressure]
    return [
        PhaseChanged(1_000, Phase.CUSTOMER),
        LineBegan(1_000, said, spread(said, 1_000, 7_000), pressure),
        *levels(0, "." * 10 + "C" * 70),
    ]


def _ease(window: Window) -> None:
    for face in window.page.findChildren(Face):
        for _ in range(EASED_MS // 100):
            face.pass_time(100)
    settle()


def _double_charge() -> Scenario:
    return next(one for one in library() if one.id == "double-charge")


def _close(window: Window) -> None:
    window.close()
    window.deleteLater()
    settle()
