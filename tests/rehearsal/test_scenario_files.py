"""Scenario files are read once, and again only when they have changed."""

import shutil
from pathlib import Path

import pytest

from trainer import resources
from trainer.rehearsal.scenario_files import ScenarioFiles, read_file
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem, read_scenario

BUNDLED = sorted(resources.scenarios().glob("*.yaml"))[:3]


@pytest.fixture
def read_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of the files that are read from their text."""
    read: list[str] = []

    def note(text: str, name: str) -> Scenario:
        read.append(name)
        return read_scenario(text, name)

    monkeypatch.setattr("trainer.rehearsal.scenario_files.read_scenario", note)
    return read


def test_what_has_not_changed_is_not_read_again(tmp_path: Path, read_texts: list[str]) -> None:
    """The scenarios are the same to the last word."""
    kept = tmp_path / "cache" / "scenarios.txt"

    first = ScenarioFiles(kept).read(BUNDLED)
    texts = len(read_texts)
    second = ScenarioFiles(kept).read(BUNDLED)

    assert (texts, len(read_texts)) == (3, 3)
    assert first == second == [read_file(path) for path in BUNDLED]


def test_a_file_that_has_changed_is_read_again(tmp_path: Path, read_texts: list[str]) -> None:
    """And only that one."""
    kept = tmp_path / "scenarios.txt"
    paths = [Path(shutil.copy(path, tmp_path)) for path in BUNDLED]
    ScenarioFiles(kept).read(paths)
    read_texts.clear()
    text = paths[1].read_text("utf-8")
    paths[1].write_text(text.replace("minutes: ", "minutes: 1", 1), "utf-8")

    found = ScenarioFiles(kept).read(paths)

    assert read_texts == [str(paths[1])]
    assert isinstance(found[1], Scenario)
    assert found[1].minutes >= 10


@pytest.mark.parametrize("damage", ["", "nonsense\n", "\x00", "abc {}\n"])
def test_a_damaged_cache_is_read_over(tmp_path: Path, damage: str) -> None:
    """What it holds that is no scenario is nothing."""
    kept = tmp_path / "scenarios.txt"
    ScenarioFiles(kept).read(BUNDLED)
    digests = [line.partition(" ")[0] for line in kept.read_text("utf-8").splitlines()]
    kept.write_text(damage + "".join(f"{digest} {{}}\n" for digest in digests), "utf-8")

    assert ScenarioFiles(kept).read(BUNDLED) == [read_file(path) for path in BUNDLED]


def test_mistakes_are_told_every_time(tmp_path: Path) -> None:
    """A file with one is never kept."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("id: wrong\n", "utf-8")
    kept = tmp_path / "scenarios.txt"

    for _ in range(2):
        (found,) = ScenarioFiles(kept).read([wrong])
        assert isinstance(found, ScenarioProblem)


def test_a_cache_that_can_not_be_written_does_no_harm(tmp_path: Path) -> None:
    """The scenarios are read all the same."""
    place = tmp_path / "file"
    place.write_text("not a folder", "utf-8")

    assert len(ScenarioFiles(place / "scenarios.txt").read(BUNDLED)) == 3
