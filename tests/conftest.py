"""Fixtures that any test may ask for."""

import pytest

from tests.support.rating import english
from trainer.techniques.detector import Detector

pytest_plugins = ["tests.support.soundcard"]


@pytest.fixture(scope="session")
def detector() -> Detector:
    """Return a detector of the bundled English list."""
    return Detector(english())
