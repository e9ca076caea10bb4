"""Piper's process, with a voice that stands in for a model; Piper itself need not be there."""

import importlib.metadata
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from trainer.speech.piper_process import PiperEngine
from trainer.speech.render_process import Job, Mark
from trainer.speech.sound import read_sound

RATE = 22_050


@dataclass
class FakeModel:
    """Speaks every sentence as a second of a tone, stretched as it is told."""

    config: SimpleNamespace = field(
        default_factory=lambda: SimpleNamespace(sample_rate=RATE, length_scale=1.0)
    )
    said: list[tuple[str, float]] = field(default_factory=list)

    def synthesize(self, text: str, config: SimpleNamespace) -> Iterator[SimpleNamespace]:
        """Yield one chunk, as `piper.PiperVoice` does."""
        self.said.append((text, config.length_scale))
        at = np.arange(int(RATE * config.length_scale))
        tone: NDArray[np.int16] = (9000 * np.sin(at / 20)).astype(np.int16)
        yield SimpleNamespace(audio_int16_array=tone)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> FakeModel:
    """A model, and as much of Piper as is asked for beside it."""
    piper = ModuleType("piper")
    piper.SynthesisConfig = SimpleNamespace  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "piper", piper)
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "1.8.0")
    return FakeModel()


def job(text: str, folder: Path, rate_wpm: int = 175) -> Job:
    """Return a job for the voice ``a.onnx``."""
    return Job(text, "a.onnx", rate_wpm, 50, 50, str(folder / "phrase.wav"))


def test_description_names_driver_and_version(model: FakeModel) -> None:
    """What the cache of lines is told apart by."""
    ready = PiperEngine({"en_GB-alan-medium": Path("alan.onnx")}, lambda _: model).describe()

    assert (ready.driver, ready.version) == ("piper", "piper-tts 1.8.0")
    assert ready.voices[0].languages == ("en-gb",)
    assert ready.voices[0].id == "alan.onnx"
    assert model.said == []


def test_sentences_are_marked_where_they_begin(model: FakeModel, tmp_path: Path) -> None:
    """Each sentence is spoken by itself, with a pause, so that its time is known."""
    text = "I rang twice. Nobody came!  Why? It cost 3.50"
    spoken = PiperEngine({}, lambda _: model).speak(job(text, tmp_path))
    samples, rate = read_sound(tmp_path / "phrase.wav")

    assert [said for said, _ in model.said] == [
        "I rang twice.",
        "Nobody came!",
        "Why?",
        "It cost 3.50",
    ]
    assert spoken.marks == (Mark(0, 0), Mark(14, 1250), Mark(28, 2500), Mark(33, 3750))
    assert len(samples) / rate == pytest.approx(5.0, abs=0.01)


def test_rate_becomes_a_length_scale(model: FakeModel, tmp_path: Path) -> None:
    """Quicker speech is a smaller scale, by more than in proportion: the models lag behind."""
    engine = PiperEngine({}, lambda _: model)
    for rate_wpm in (175, 210):
        engine.speak(job("Hello.", tmp_path, rate_wpm))
    usual, quick = (scale for _, scale in model.said)

    assert usual == pytest.approx(1.0)
    assert quick == pytest.approx((175 / 210) ** 1.5)


def test_model_is_loaded_once(model: FakeModel, tmp_path: Path) -> None:
    """The second line of a voice does not wait for its model."""
    loaded: list[str] = []

    def load(path: str) -> FakeModel:
        loaded.append(path)
        return model

    engine = PiperEngine({}, load)
    engine.speak(job("Hello.", tmp_path))
    engine.speak(job("Hello again.", tmp_path))

    assert loaded == ["a.onnx"]
