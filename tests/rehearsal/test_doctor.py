"""What the doctor says of a computer."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.sound_system import HEADSET, FakeSystem
from trainer import resources
from trainer.rehearsal.doctor import Finding, examine
from trainer.rehearsal.library import Library
from trainer.speech.problems import VoiceProblem


class Usage(NamedTuple):
    """What the system says of a disk."""

    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an engine of three voices at hand."""
    monkeypatch.setattr("trainer.rehearsal.doctor.list_engine_voices", lambda: (1, 2, 3))


def examined(folder: Path, *, headset: bool = True) -> dict[str, Finding]:
    """Return what was found, by what it is about."""
    system = FakeSystem(HEADSET) if headset else FakeSystem()
    found = examine(system, Library(), folder / "models", folder / "data" / "deep")
    return {one.what: one for one in found}


def test_a_computer_on_which_all_is_well(tmp_path: Path) -> None:
    """Everything that a rehearsal needs is looked at, in this order."""
    found = examined(tmp_path)

    assert list(found) == [
        "versions",
        "microphone",
        "loudspeaker",
        "voice",
        "recogniser",
        "models",
        "scenarios",
        "rubric",
        "techniques",
        "disk",
    ]
    assert all(one.works for one in found.values())
    assert "headset" in found["microphone"].says
    assert found["voice"].says == "3 voices of the system's engine"
    assert "./run models install" in found["models"].says


def test_what_is_missing_is_said_with_its_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One thing that does not work hides no other."""

    def no_voices() -> None:
        raise VoiceProblem("The customer can't speak. Install espeak-ng.")

    monkeypatch.setattr("trainer.rehearsal.doctor.list_engine_voices", no_voices)
    found = examined(tmp_path, headset=False)

    assert {one.what for one in found.values() if not one.works} == {
        "microphone",
        "loudspeaker",
        "voice",
    }
    assert found["voice"].says == "The customer can't speak. Install espeak-ng."


def test_installed_models_are_named(tmp_path: Path) -> None:
    """By the name under which they can be chosen."""
    for part in ("am/final.mdl", "conf/model.conf", "graph/words.txt"):
        path = tmp_path / "models" / "vosk-model-synthetic-xx" / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert examined(tmp_path)["models"].says == "vosk-model-synthetic-xx"


def test_a_disk_that_is_nearly_full_does_not_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder need not be there yet."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**12, 10**12, 100_000_000))
    disk = examined(tmp_path)["disk"]

    assert not disk.works
    assert disk.says.startswith("Only 0.1 GB free for recordings in ")


def test_a_broken_rubric_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its place and its mend; of several mistakes the first, and how many more there are."""
    text = resources.asset("rubric.yaml").read_text("utf-8")
    broken = text.replace("target_to_wpm: 160", "target_to_wpm: 100")
    worse = broken.replace("lost_share: 0.50", "lost_share: 0.05")

    for rubric, more in ((broken, ""), (worse, " (and 1 more)")):
        monkeypatch.setattr("trainer.rehearsal.library.Library._rubric_text", rubric)
        found = examined(tmp_path)["rubric"]

        assert not found.works
        assert "target_to_wpm is not above target_from_wpm: raise it" in found.says
        assert found.says.startswith("rubric.yaml:")
        assert found.says.endswith(f"raise it{more}")
