import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tests.support.desktop import FakeServices, stored
from trainer.desktop.tokens import DARK
from trainer.desktop.window import Window, run
from trainer.records.look import Look

HEAVY = ("numpy", "pydantic", "sqlalchemy", "PySide6.QtSvg", "PySide6.QtNetwork")


def test_importing_the_window_opens_nothing_heavy() -> None:
    """The first paint waits for no model, no array and no database."""
    code = f"import sys, trainer.desktop.window; print([m for m in {HEAVY} if m in sys.modules])"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"


@pytest.mark.usefixtures("qapp")
def test_run_shows_the_window_until_it_is_closed() -> None:
    """In its person's look; `ready` is called when Home is filled; closing ends it with 0."""
    seen: list[bool] = []

    def close() -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
        seen.extend(window.isVisible() for window in windows)
        for window in windows:
            QTimer.singleShot(0, window.close)

    code = run(FakeServices(kept=[stored(1)]), close, Look("dark"))

    assert code == 0
    assert seen == [True]
    assert QApplication.palette().window().color() == QColor(DARK.ground)
