from pathlib import Path

import pytest

from tests.support.command_line import call, given


def test_a_folder_of_replies_is_read_as_people_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2 comes before 10, and what is no sound is passed over."""
    for name in ("10.wav", "2 then.WAV", "1-first.flac", "Thumbs.db", ".hidden.wav"):
        (tmp_path / name).touch()
    heard: list[str] = []

    def remember(
        _self: object, _scenario: object, paths: list[Path], *_: object, **__: object
    ) -> None:
        heard.extend(path.name for path in paths)
        raise FileNotFoundError

    monkeypatch.setattr("trainer.app.Program.rehearse_recordings", remember)
    with pytest.raises(FileNotFoundError):
        call("rehearse", "lost-parcel", "--replies", tmp_path, "--ears", "pocketsphinx")

    assert heard == ["1-first.flac", "2 then.WAV", "10.wav"]


def test_a_folder_without_replies_is_named(tmp_path: Path) -> None:
    """One line says what belongs there."""
    said = call("rehearse", "lost-parcel", "--replies", tmp_path)

    assert said.code == 1
    assert said.complaint.startswith(f"{tmp_path} holds no sound file. Put the replies there")


def test_what_is_no_text_is_one_line(tmp_path: Path) -> None:
    """A missing file, and sound in place of words."""
    path = tmp_path / "sound.wav"
    path.write_bytes(b"\xff\xfe\x00\x80")
    with given(b"\xff\xfe\x00\x80"):
        piped = call("techniques")

    for said in (call("techniques", path), call("techniques", tmp_path / "none.txt"), piped):
        assert (said.code, said.out) == (1, "")
        assert "it can't be read as UTF-8 text" in said.complaint
