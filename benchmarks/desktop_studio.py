"""How long the studio takes with the longest scenario: to open it, and to take a key.

./run bench desktop-studio [--json] [--times 5]
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import Figures, run
from trainer import resources
from trainer.app import Program
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.editor import Editor
from trainer.desktop.pages.studio.entry import Growing
from trainer.desktop.pages.studio.form import Form
from trainer.desktop.pages.studio.sections import SECTIONS
from trainer.desktop.pages.studio.text import ScenarioText
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window
from trainer.records.folders import Folders

__all__ = ["measure_studio"]

Took: TypeAlias = tuple[float, float]
"""What passes, and how long our own threads are at work in it; in ms."""

KEYS = "They rang me twice. And then nobody came."
PAUSES_S = (0.06, 0.06, 0.06, 0.5)
"""Between keys, as of somebody who types briskly; in the long ones the text is checked."""


def measure_studio(_seed: int = 1, *, times: int = 5) -> tuple[Figures, Mapping[str, object]]:
    """Open a copy of the longest scenario so many times, then write in its text and its form."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
    longest = max(resources.scenarios().glob("*.yaml"), key=lambda path: path.stat().st_size)
    with TemporaryDirectory() as folder:
        program = Program(Folders(*(Path(folder, name) for name in "dcxm")))
        services = ProgramServices(lambda: program)
        copied = services.copy_text(longest.stem)
        services.save_text(copied.name, copied.text, 1)
        window = Window(services, Theme(app, Qt.ColorScheme.Light))
        window.resize(1280, 800)
        window.show()
        window.go("studio")
        page = window.page
        assert isinstance(page, StudioPage)
        for _ in range(3):  # let Home and the list be filled before
            window.bridge.settle()
            _settle(app)
        opened = [_open_ms(app, page, copied.name) for _ in range(times)]
        keys = _keys(app, page)
        window.close()
        window.bridge.settle()
        program.close()
    figures = {
        **_figures("studio_open", opened),
        **keys,
    }
    return figures, {"scenario": longest.stem, "letters": len(copied.text), "times": times}


def _open_ms(app: QApplication, page: StudioPage, name: str) -> Took:
    """Return what passes from the click until the form has filled and all is drawn."""
    old = page.findChild(Editor)
    begun, cpu = time.perf_counter(), time.process_time()
    page.open(name)
    while not _is_filled(page, old):
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()
    page.repaint()
    taken = (time.perf_counter() - begun) * 1000
    worked = (time.process_time() - cpu) * 1000
    _settle(app)
    return taken, worked


def _is_filled(page: StudioPage, old: object) -> bool:
    editor = next((one for one in page.findChildren(Editor) if one.isVisibleTo(page)), None)
    entries = editor.findChildren(Growing) if editor and editor is not old else ()
    return any(entry.toPlainText() for entry in entries)


def _keys(app: QApplication, page: StudioPage) -> dict[str, float]:
    """Return how long keys take: in the text, and in an entry of the form, folded and unfolded."""
    editor = next(one for one in page.findChildren(Editor) if one.isVisibleTo(page))
    text, form = editor.findChild(ScenarioText), editor.findChild(Form)
    assert isinstance(text, ScenarioText)
    assert isinstance(form, Form)
    _go_to_last_line(text)
    in_text = _typed(app, text)
    before = text.toPlainText()
    usual = [one for one in form.findChildren(Growing) if one.isVisibleTo(form)]
    in_entry = _typed(app, usual[-1])
    assert len(text.toPlainText()) == len(before) + len(KEYS)
    every = [one.name for one in SECTIONS]
    unfolding = _took(partial(_unfold, app, form, every))
    _go_to_last_line(text)
    unfolded = _typed(app, text)
    return {
        **_figures("text_key", in_text),
        **_figures("entry_key", in_entry),
        **_figures("unfold_all", [unfolding]),
        **_figures("text_key_unfolded", unfolded),
    }


def _figures(name: str, taken: Sequence[Took]) -> dict[str, float]:
    """Return the usual and the longest time, and the usual and the longest work."""
    passed, worked = [one for one, _ in taken], [one for _, one in taken]
    return {
        f"{name}_ms": median(passed),
        f"{name}_worst_ms": max(passed),
        f"{name}_cpu_ms": median(worked),
        f"{name}_worst_cpu_ms": max(worked),
    }


def _unfold(app: QApplication, form: Form, sections: Sequence[str]) -> None:
    form.unfold(sections)
    app.processEvents()


def _go_to_last_line(text: ScenarioText) -> None:
    """Put the cursor behind the last line that they say."""
    text.go_to(len(text.toPlainText().rstrip().splitlines()))
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)


def _typed(app: QApplication, widget: QWidget) -> Sequence[Took]:
    """Return the longest that the window stood still after each key, with what each key set off."""
    widget.setFocus()
    _settle(app)
    return [
        max(_stalls(app, partial(QTest.keyClick, widget, key), pause_s))
        for key, pause_s in zip(KEYS, cycle(PAUSES_S), strict=False)
    ]


def _stalls(app: QApplication, act: Callable[[], object], pause_s: float) -> Iterator[Took]:
    until = time.perf_counter() + pause_s
    yield _took(lambda: (act(), app.processEvents()))
    while time.perf_counter() < until:
        yield _took(app.processEvents)
        time.sleep(0.001)


def _took(act: Callable[[], object]) -> Took:
    begun, cpu = time.perf_counter(), time.thread_time()
    act()
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - cpu) * 1000


def _settle(app: QApplication) -> None:
    for _ in range(60):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(0.01)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    run("desktop_studio", measure_studio, times=5)
