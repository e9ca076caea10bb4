import zipfile
from pathlib import Path

from tests.support.command_line import TINY, call


def test_a_model_is_imported_listed_and_removed(tmp_path: Path, home: Path) -> None:
    """From a zip file, as from a USB stick, into the person's own folder."""
    archive = tmp_path / "stick.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in Path(TINY).rglob("*"):
            file.write(path, Path("my-model") / path.relative_to(TINY))
    imported = call("models", "import", archive, "--json").document

    assert imported["path"] == str(home / "models" / "my-model")
    assert imported["note"]
    listed = {one["name"]: one for one in call("models", "list", "--json").document}
    assert listed["my-model"]["installed"]
    assert not listed["vosk-model-small-en-us-0.15"]["installed"]
    assert "my-model" in call("models", "list").out
    assert call("models", "remove", "my-model", "--json").document == {"removed": "my-model"}
    assert not (home / "models" / "my-model").exists()


def test_a_model_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """To remove, to import, to install."""
    for words in (
        ("remove", "no-such-model"),
        ("import", tmp_path / "none.zip"),
        ("install", "no-such-model"),
    ):
        said = call("models", *words, "--json")
        assert (said.code, said.out) == (1, "")
        assert str(words[1]) in said.complaint
