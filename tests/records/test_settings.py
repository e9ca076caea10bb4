"""Settings: read tolerantly, written whole."""

import json
from pathlib import Path

import pytest

from trainer.records.problems import RecordsProblem
from trainer.records.settings import Personal, Settings, read_settings, write_settings


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


def test_everybody_has_their_own_choices() -> None:
    """Whoever comes back finds theirs; what belongs to the computer is everybody's."""
    ada = Settings(profile="Ada", theme="dark", text_size=150, microphone="USB", language="de")
    ben = ada.changed(profile="Ben")
    assert (ben.theme, ben.text_size) == ("system", 100)
    assert (ben.microphone, ben.language) == ("USB", "de")

    again = ben.changed(theme="light", target_wpm=(100, 140)).changed(profile="Ada")

    assert (again.theme, again.text_size, again.target_wpm) == ("dark", 150, None)
    assert again.people["Ben"].theme == "light"
    assert "Ada" not in again.people
    assert again.changed(profile="Ben").own_rules.target_wpm == (100, 140)


def test_the_first_name_keeps_what_was_chosen_without_one() -> None:
    """Nobody chooses twice."""
    named = Settings(theme="dark").changed(profile="Ada")

    assert named.theme == "dark"
    assert named.people == {}


def test_a_name_and_a_choice_at_once() -> None:
    """The choice is of whom the name is."""
    changed = Settings(profile="Ada", theme="dark").changed(profile="Ben", theme="light")

    assert (changed.theme, changed.people["Ada"].theme) == ("light", "dark")


def test_everybodys_choices_come_back_from_the_file(path: Path) -> None:
    """Those of who is not there now too."""
    chosen = Settings(profile="Ada", theme="dark").changed(profile="Ben", rates_fluency=False)

    write_settings(path, chosen)

    assert read_settings(path).settings == chosen


def test_one_wrong_value_of_somebody_elses_loses_nothing(path: Path) -> None:
    """It falls back by itself; the others of theirs, and everybody else's, hold."""
    people = {"Zoë": {"theme": "pink", "captions": False}, "Ben": {"face": False}, "Eve": 7}
    found = read_settings(written(path, {"people": people})).settings

    assert (found.people["Zoë"].theme, found.people["Zoë"].captions) == ("system", False)
    assert not found.people["Ben"].face
    assert found.people["Eve"] == Personal()


def test_people_that_are_none_fall_back_with_a_remark(path: Path) -> None:
    """Like any other value."""
    found = read_settings(written(path, {"people": "nobody"}))

    assert found.settings == Settings()
    assert "“people” can't be" in found.remarks[0]


@pytest.mark.parametrize("band", [(160, 120), (120, 120), (10, 120), (120, 400)])
def test_a_band_must_rise_within_what_people_speak(band: tuple[int, int]) -> None:
    """Nobody can be rated by one that does not."""
    with pytest.raises(ValueError, match="target_wpm"):
        Settings().changed(target_wpm=band)
