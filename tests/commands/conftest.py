"""What words run on: a folder of the test's own, bundled files that are read once, fewer parts."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.support.sound_system import FakeSystem
from tests.support.speech import no_engine
from trainer.rehearsal.library import Library
from trainer.speech.engine import EngineProcess


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything in a folder of the test's own."""
    folder = tmp_path / "soft-answer"
    monkeypatch.setenv("SOFT_ANSWER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def bundled() -> Library:
    """Return the bundled files, which are read once for all of these calls."""
    return Library()


@pytest.fixture(scope="module", autouse=True)
def library(bundled: Library) -> Iterator[None]:
    """Let every program have them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trainer.app.foundation.Library", lambda *_: bundled)
        yield


@pytest.fixture
def no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every sound device away."""
    monkeypatch.setattr("trainer.app.foundation.SoundSystem", FakeSystem)


@pytest.fixture
def no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system's speech engine away."""
    without = partial(EngineProcess, no_engine)
    monkeypatch.setattr("trainer.speech.render.EngineProcess", without)
    monkeypatch.setattr("trainer.speech.engine.EngineProcess", without)
