"""Fixtures that any test may ask for."""

import os

import pytest

from tests.support.rating import english
from trainer.techniques.detector import Detector

pytest_plugins = ["tests.support.soundcard"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Draw off screen unless a test that needs a display is among those that are run."""
    if not any(item.get_closest_marker("display") for item in items):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for item in items:
        if "desktop" in item.path.parts:  # said by Qt's offscreen plugin of every window
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def detector() -> Detector:
    """Return a detector of the bundled English list."""
    return Detector(english())
