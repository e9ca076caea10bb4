"""How long the review of a long rehearsal takes to open: from the click to the picture.

./run bench desktop-review [--json] [--minutes 20] [--times 5]
"""

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figures, run
from tests.support.desktop.examples import better_rating
from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import finished
from trainer.app import Program
from trainer.conversation.timeline import Entry, LineSpoken, Reply, Timeline
from trainer.conversation.words import shifted
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.lanes import Lanes
from trainer.desktop.window import Window
from trainer.rating.scorecard import Rating
from trainer.records.folders import Folders
from trainer.records.store import RehearsalId

__all__ = ["long_call", "measure_review", "review_open_ms"]

FRAMES = 100


def review_open_ms(minutes: float = 20, times: int = 5) -> float:
    """Return the median time in which the review of so long a rehearsal is opened and painted."""
    return measure_review(minutes=minutes, times=times)[0]["review_open_ms"] or 0.0


def measure_review(
    _seed: int = 1, *, minutes: float = 20, times: int = 5
) -> tuple[Figures, Mapping[str, object]]:
    """Open it so many times, then scroll its timeline and its transcript."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        program = Program(Folders(*(Path(folder, name) for name in "dcxm")))
        timeline, rating = long_call(minutes)
        kept = program.records.save(replace(finished(), timeline=timeline, rating=rating))
        window = Window(ProgramServices(lambda: program), Theme(app, Qt.ColorScheme.Light))
        window.resize(1280, 800)
        window.show()
        _settle(app)
        opened = [_open_ms(app, window, kept) for _ in range(times)]
        scrolled = _scrolling(app, window)
        window.close()
        window.bridge.settle()
        program.close()
    figures = {
        "review_open_ms": median(taken for taken, _ in opened),
        "review_open_cpu_ms": median(cpu for _, cpu in opened),
        "review_open_first_ms": opened[0][0],
        "review_open_worst_ms": max(taken for taken, _ in opened),
        **scrolled,
    }
    words = sum(len(line.words) for line in timeline.lines)
    words += sum(len(reply.words) for reply in timeline.replies)
    about = {"minutes": minutes, "entries": len(timeline.entries), "words": words}
    return figures, {**about, "times": times}


def long_call(minutes: float) -> tuple[Timeline, Rating]:
    """Return Marcus's call again and again until it is so long, rated likewise."""
    call, rating = example_timeline(), better_rating()
    times = max(1, round(minutes * 60_000 / call.duration_ms))
    entries = [_later(entry, n * call.duration_ms) for n in range(times) for entry in call.entries]
    timeline = Timeline(times * call.duration_ms, tuple(entries), call.listening, call.outcome)
    return timeline, _repeated(rating, times, len(call.replies))


def _later(entry: Entry, by_ms: int) -> Entry:
    moved = replace(entry, start_ms=entry.start_ms + by_ms, end_ms=entry.end_ms + by_ms)
    if isinstance(moved, LineSpoken | Reply):
        return replace(moved, words=shifted(moved.words, by_ms))
    return moved


def _repeated(rating: Rating, times: int, replies: int) -> Rating:
    heard = tuple(
        replace(one, reply=one.reply + number * replies)
        for number in range(times)
        for one in example_rating().techniques
    )
    return replace(rating, techniques=heard)


def _open_ms(app: QApplication, window: Window, kept: RehearsalId) -> tuple[float, float]:
    """Return what passes from click to picture, and how long our own threads were at work in it.

    `repaint` returns when everything in sight has been drawn.
    """
    window.go("home")
    _settle(app)
    begun, cpu = time.perf_counter(), time.process_time()
    window._open_review(kept)  # noqa: SLF001 - what a click on its row does
    while not isinstance(window.page, Review):
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()
    window.repaint()
    return (time.perf_counter() - begun) * 1000, (time.process_time() - cpu) * 1000


def _scrolling(app: QApplication, window: Window) -> dict[str, float]:
    """Return the longest and the usual time a frame takes while both are scrolled."""
    lanes = window.page.findChild(Lanes)
    assert lanes is not None
    window.page.ensureWidgetVisible(lanes)
    for _ in range(5):
        lanes.zoom(closer=True)
    _settle(app)
    taken = []
    for frame in range(FRAMES):
        begun = time.perf_counter()
        lanes.pan_to(frame * lanes.stretch.duration_ms / FRAMES)
        app.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    return {"scroll_frame_ms": median(taken), "scroll_frame_worst_ms": max(taken)}


def _settle(app: QApplication) -> None:
    for _ in range(10):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.01)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    run("desktop_review", measure_review, minutes=20.0, times=5)
