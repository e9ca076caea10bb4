"""Settings: read tolerantly, written whole."""

import json
from pathlib import Path

import pytest

from trainer.records.problems import RecordsProblem
from trainer.records.settings import Settings, read_settings, write_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where settings lie, in a folder that is not there yet."""
    return tmp_path / "config" / "settings.json"


def written(path: Path, content: object) -> Path:
    """Write a settings file by hand."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_no_file_means_defaults(path: Path) -> None:
    """A first start needs no file and leaves none."""
    assert read_settings(path).settings == Settings()
    assert read_settings(path).remarks == ()
    assert not path.exists()


def test_what_is_written_is_read(path: Path) -> None:
    """Every setting comes back, and no draft stays behind."""
    chosen = Settings(profile="Zoë", microphone="USB", voice_volume=60, theme="dark")

    write_settings(path, chosen)

    assert read_settings(path).settings == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_unknown_keys_are_carried_along(path: Path) -> None:
    """What another version has written is not lost by this one."""
    settings = read_settings(written(path, {"from_the_future": {"a": 1}})).settings

    write_settings(path, settings.changed(captions=False))

    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["from_the_future"] == {"a": 1}
    assert kept["captions"] is False


def test_a_wrong_value_falls_back_with_a_remark(path: Path) -> None:
    """The other settings hold; the remark names the key and what is used."""
    found = read_settings(
        written(path, {"voice_volume": "loud", "theme": "pink", "profile": "Ada"})
    )

    assert found.settings == Settings(profile="Ada")
    assert found.remarks == (
        f'{path}: “voice_volume” can\'t be "loud"; 80 is used instead.',
        f'{path}: “theme” can\'t be "pink"; "system" is used instead.',
    )


@pytest.mark.parametrize("content", ["{ not json", "[1, 2]", "\x00"])
def test_a_damaged_file_is_kept_beside(path: Path, content: str) -> None:
    """Nothing is lost, and the remark says where it is."""
    found = read_settings(written(path, content))

    assert found.settings == Settings()
    assert "kept as settings.json.damaged" in found.remarks[0]
    assert path.with_name("settings.json.damaged").read_text(encoding="utf-8") == content


def test_a_value_out_of_bounds_is_refused() -> None:
    """The window can't set what the file would not hold."""
    with pytest.raises(ValueError, match="voice_volume"):
        Settings().changed(voice_volume=101)


def test_a_folder_that_can_not_be_made_is_said_plainly(tmp_path: Path) -> None:
    """One line names the file and the mend, and what was there stays."""
    (tmp_path / "config").write_text("a file", encoding="utf-8")

    with pytest.raises(RecordsProblem, match=r"can't be written: .*Allow it in that folder"):
        write_settings(tmp_path / "config" / "settings.json", Settings())


def test_settings_that_can_not_be_read_are_said_plainly(path: Path) -> None:
    """A folder in the file's place is named."""
    path.mkdir(parents=True)

    with pytest.raises(RecordsProblem, match="can't be read"):
        read_settings(path)
