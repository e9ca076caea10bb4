"""How smoothly the table of 10,000 rehearsals scrolls: the longest stall of the window's thread.

The rows are in a SQLite file as the program keeps them, the table is the page of progress, drawn
off screen. Top to bottom it is scrolled twice, by the wheel and by the handle of the scroll bar,
while a timer beats every few milliseconds; a stall is the time by which a beat comes late.

python -m benchmarks.desktop_table
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar
from sqlalchemy import create_engine, insert

from benchmarks.figures import percentile, say
from trainer.app import Program
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.bridge import Bridge
from trainer.desktop.memory import set_aside
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.progress.view import RowsView
from trainer.desktop.theme import Theme
from trainer.records.folders import Folders
from trainer.records.tables import ProfileRow, RehearsalRow, TagRow

__all__ = ["keep_many", "table_stalls"]

REHEARSALS = 10_000
BEAT_MS = 2
STEP_MS = 8
"""A turn of the wheel, or a move of the handle, comes as often as a quick hand's."""
TURN = 120
HANDLE_STEPS = 400
BEGAN = datetime(2020, 1, 1, 9, tzinfo=UTC)
TITLES = ("Double charge", "Lost parcel", "The gate is closed", "Nuts in the dish")
SENTENCE = (
    "You let {title} finish, named the feeling, and came back to the facts; the offer was late."
)


def table_stalls() -> Mapping[str, float]:
    """Return the longest stall in ms while scrolling, over both ways.

    Beside it what 99 in 100 beats stay under, and the longest that the thread itself was busy:
    where other programs want the processor too, a stall is longer than that.
    """
    with _page() as view:
        say(f"scrolling through {view.model().rowCount()} rows …")
        beats = [*_scroll(_wheel(view)), *_scroll(_drag(view))]
    late = [late_ms for late_ms, _ in beats]
    return {
        "table_stall_ms": max(late),
        "table_stall_p99_ms": percentile(late, 99),
        "table_busy_ms": max(busy_ms for _, busy_ms in beats),
        "table_rows": float(REHEARSALS),
    }


def keep_many(data: Path, profile: str, many: int = REHEARSALS) -> None:
    """Fill the records in that folder with rehearsals, each with marks, a sentence and tags."""
    engine = create_engine(f"sqlite:///{data / 'records.db'}")
    with engine.begin() as connection:
        whose = connection.execute(insert(ProfileRow).values(name=profile, created=BEGAN))
        (profile_id,) = whose.inserted_primary_key or (None,)
        rows = [_row(number, profile_id) for number in range(1, many + 1)]
        connection.execute(insert(RehearsalRow), rows)
        tags = [{"rehearsal_id": n, "tag": f"week {n % 40}"} for n in range(1, many + 1, 3)]
        connection.execute(insert(TagRow), tags)
    engine.dispose()


def _row(number: int, profile_id: int | None) -> dict[str, object]:
    title = TITLES[number % len(TITLES)]
    mark = 30 + number * 7 % 70
    return {
        "id": number,
        "profile_id": profile_id,
        "scenario_id": title.lower().replace(" ", "-"),
        "scenario_title": title,
        "started_at": BEGAN + timedelta(hours=5 * number),
        "duration_ms": 60_000 + number * 997 % 400_000,
        "mode": "practice",
        "recogniser": "Vosk",
        "outcome_id": "satisfied",
        "outcome_good": True,
        "outcome_why": "They have what they need.",
        **dict.fromkeys(("overall", "listening", "calming", "steps", "pacing"), mark),
        "outcome_mark": mark,
        "sentence": SENTENCE.format(title=title),
    }


@contextmanager
def _page() -> Iterator[RowsView]:
    """Open the page of progress on many rehearsals, its table shown."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    theme = Theme(app, Qt.ColorScheme.Light)
    with tempfile.TemporaryDirectory() as home:
        folders = Folders(*(Path(home) / name for name in ("data", "config", "cache", "models")))
        program = Program(folders)
        program.records.close()
        keep_many(folders.data, program.profile)
        services, bridge = ProgramServices(lambda: program), Bridge()
        services.scenarios()
        page = ProgressPage(services, bridge)
        page.resize(1100, 800)
        page.show()
        page.show_table()
        view = page.findChild(RowsView)
        assert view is not None
        _until(app, lambda: view.model().rowCount() == REHEARSALS)
        set_aside()  # as the window does once Home is filled
        yield view
        bridge.settle()
        page.close()
        page.deleteLater()
        services.close()
    theme.deleteLater()


def _scroll(steps: Iterator[None]) -> list[tuple[float, float]]:
    """Take a step now and then until there are no more.

    Returns:
        For each beat by how much it was late, and how long the thread itself was busy, in ms.
    """
    beats: list[tuple[float, float]] = []
    last, worked = perf_counter(), thread_time()

    def beat() -> None:
        nonlocal last, worked
        now, busy = perf_counter(), thread_time()
        beats.append((max(0.0, (now - last) * 1000 - BEAT_MS), (busy - worked) * 1000))
        last, worked = now, busy

    loop = QEventLoop()

    def step() -> None:
        if next(steps, loop) is loop:
            loop.quit()

    timers = [QTimer(timerType=Qt.TimerType.PreciseTimer) for _ in range(2)]
    for timer, every_ms, act in zip(timers, (BEAT_MS, STEP_MS), (beat, step), strict=True):
        timer.timeout.connect(act)
        timer.start(every_ms)
    loop.exec()
    for timer in timers:
        timer.stop()
    return beats[1:]


def _wheel(view: RowsView) -> Iterator[None]:
    bar = view.verticalScrollBar()
    bar.setValue(0)
    while bar.value() < bar.maximum():
        # A real wheel in a hurry: several notches come in one event.
        _turn(view, -10 * TURN)
        yield


def _drag(view: RowsView) -> Iterator[None]:
    bar: QScrollBar = view.verticalScrollBar()
    bar.setSliderDown(True)
    for number in range(HANDLE_STEPS + 1):
        bar.setSliderPosition(bar.maximum() * number // HANDLE_STEPS)
        yield
    bar.setSliderDown(False)


def _turn(view: RowsView, angle: int) -> None:
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's place for it
    )
    QApplication.sendEvent(view.viewport(), event)


def _until(app: QApplication, holds: Callable[[], bool]) -> None:
    while not holds():
        app.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(json.dumps(table_stalls(), indent=2))
