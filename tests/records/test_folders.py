"""Where things of the trainee's own are kept."""

from pathlib import Path

import pytest

from trainer.records.folders import Folders


def test_everything_lies_below_the_folder_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a USB stick or a training room; nothing is made before it is needed."""
    monkeypatch.setenv("SOFT_ANSWER_HOME", str(tmp_path / "stick"))
    stick = tmp_path / "stick"

    assert Folders.own() == Folders(
        stick / "data", stick / "config", stick / "cache", stick / "models"
    )
    assert not stick.exists()


def test_otherwise_they_are_where_the_system_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models lie with the data, since deleting them costs a download."""
    monkeypatch.delenv("SOFT_ANSWER_HOME", raising=False)
    own = Folders.own()

    assert own.models == own.data / "models"
    assert all("soft-answer" in path.parts for path in (own.data, own.config, own.cache))
    assert len({own.data, own.config, own.cache}) > 1
