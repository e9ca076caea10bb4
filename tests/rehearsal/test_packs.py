"""Packs of scenarios: taken in whole or not at all, and never trusted."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from trainer.rehearsal import packs
from trainer.rehearsal.library import Library
from trainer.scenario.scenario_file import ScenarioProblem

STARTER = Path(__file__).parents[2] / "assets" / "new-scenario.yaml"
CAKE = STARTER.read_text("utf-8")


def named(name: str) -> str:
    """Return a scenario's text under another id."""
    return CAKE.replace("id: wrong-cake", f"id: {name}")


def pack(folder: Path, **files: str | bytes) -> Path:
    """Write a zip file; ``__`` in a name stands for its dot."""
    path = folder / "pack.zip"
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return path


def refused(archive: Path, folder: Path, *taken: str) -> tuple[str, ...]:
    """Return why a pack was not taken; nothing may have been written."""
    with pytest.raises(ScenarioProblem) as caught:
        packs.import_pack(archive, folder / "own", taken)
    assert not (folder / "own").exists()
    return caught.value.mistakes


def test_a_pack_is_taken_in_listed_and_removed(tmp_path: Path) -> None:
    """Imported scenarios stand beside the bundled ones until they are removed."""
    library = Library(tmp_path / "own")
    assert "wrong-cake" not in library.scenarios
    taken = library.import_pack(pack(tmp_path, cake__yaml=CAKE, pie__yml=named("wrong-pie")))

    assert [one.id for one in taken] == ["wrong-cake", "wrong-pie"]
    assert {"wrong-cake", "wrong-pie", "lost-parcel"} <= set(library.scenarios)
    assert library.scenario("wrong-pie").title == "Wrong cake"
    library.remove("wrong-pie")
    assert "wrong-pie" not in library.scenarios


def test_what_was_exported_can_be_imported(tmp_path: Path) -> None:
    """Bundled ones, imported ones and files of one's own go into a pack; the bytes are the same."""
    library = Library(tmp_path / "own")
    library.import_pack(pack(tmp_path, cake__yaml=CAKE))
    mine = tmp_path / "mine.yaml"
    mine.write_text(named("mine"), "utf-8")
    for out in ("one.zip", "two.zip"):
        library.export_pack(tmp_path / out, ["wrong-cake", str(mine)])
    library.remove("wrong-cake")
    other = Library(tmp_path / "other")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert {one.id for one in other.import_pack(tmp_path / "one.zip")} == {"wrong-cake", "mine"}
    with pytest.raises(ScenarioProblem, match=r"one\.zip is there already"):
        library.export_pack(tmp_path / "one.zip", ["lost-parcel"])
    with pytest.raises(ScenarioProblem, match='There is no scenario "none"'):
        library.export_pack(tmp_path / "new.zip", ["none"])
    with pytest.raises(ScenarioProblem, match="can't be written"):
        library.export_pack(tmp_path / "none" / "new.zip", ["lost-parcel"])
    with pytest.raises(ScenarioProblem, match="can't be read"):
        packs.export_pack(tmp_path / "new.zip", [tmp_path / "gone.yaml"])


def test_a_file_in_a_pack_never_lands_elsewhere(tmp_path: Path) -> None:
    """A file is put where its id says, whatever the pack calls it."""
    library = Library(tmp_path / "deep" / "own")
    path = tmp_path / "pack.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("../../../outside.yaml", CAKE)
        archive.writestr("/etc/outside.yaml", named("wrong-pie"))

    library.import_pack(path)

    written = {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*.yaml")}
    assert written == {"deep/own/wrong-cake.yaml", "deep/own/wrong-pie.yaml"}
    with pytest.raises(ScenarioProblem, match="can't be written so"):
        library.import_pack(pack(tmp_path, a__yaml=named("../../outside")))


def test_every_mistake_is_told_and_nothing_is_taken(tmp_path: Path) -> None:
    """One file that can't be rehearsed keeps the whole pack out, with its line and its mend."""
    bad = CAKE.replace("difficulty: easy", "difficulty: eesy")

    found = refused(pack(tmp_path, good__yaml=named("good"), bad__yaml=bad), tmp_path)

    (mistake,) = found
    assert mistake.startswith("pack.zip/bad.yaml:")
    assert 'did you mean "easy"?' in mistake


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"notes__txt": "hello", ".hidden__yaml": CAKE}, "holds no scenario: put .yaml files"),
        ({"a__yaml": b"\xff\xfe"}, "can't be read as UTF-8 text: save it as UTF-8."),
        ({"a__yaml": CAKE, "b__yaml": CAKE}, 'two files have the id "wrong-cake"'),
        ({"a__yaml": named("lost-parcel")}, 'there is a scenario "lost-parcel" already'),
        ({"a\x1b__yaml": b"\xff"}, "a?.yaml can't be read as UTF-8"),
    ],
)
def test_says_what_keeps_a_pack_out(
    files: dict[str, str | bytes], said: str, tmp_path: Path
) -> None:
    """One clear line a mistake."""
    assert said in refused(pack(tmp_path, **files), tmp_path, "lost-parcel")[0]


def test_what_is_no_pack_is_told(tmp_path: Path) -> None:
    """A text, half a zip file, and a file that is not there."""
    whole = pack(tmp_path, a__yaml=CAKE).read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(whole[: len(whole) // 2])

    assert "is not a whole zip file" in refused(half, tmp_path)[0]
    assert "can't be read: No such file" in refused(tmp_path / "none.zip", tmp_path)[0]


def test_a_pack_can_t_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither many files nor a large one is unpacked, whatever sizes the pack tells."""
    path = pack(tmp_path, a__yaml=CAKE, b__yaml=named("pie"))
    monkeypatch.setattr(packs, "MOST_BYTES", 1_000)
    assert "is over 1 kB" in refused(path, tmp_path)[0]
    monkeypatch.setattr(packs, "MOST_FILES", 1)
    assert "holds 2 scenarios: split it, 1 at the most" in refused(path, tmp_path)[0]


def test_a_locked_pack_is_told(tmp_path: Path) -> None:
    """A password is nothing that is asked for here."""
    path = pack(tmp_path, a__yaml=CAKE)
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    path.write_bytes(content)

    assert "a.yaml is locked" in refused(path, tmp_path)[0]


def test_a_folder_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "own").write_text("in the way")

    with pytest.raises(ScenarioProblem, match=r"can't be written .*Free some disk space"):
        packs.import_pack(pack(tmp_path, a__yaml=CAKE), tmp_path / "own", ())


def test_only_imported_scenarios_can_be_removed(tmp_path: Path) -> None:
    """What came with the program stays."""
    library = Library(tmp_path / "own")

    with pytest.raises(ScenarioProblem, match="lost-parcel came with the program"):
        library.remove("lost-parcel")
    with pytest.raises(ScenarioProblem, match='No scenario "none" was imported'):
        library.remove("none")
    with pytest.raises(ScenarioProblem, match="no folder here"):
        Library().import_pack(tmp_path / "pack.zip")
    stubborn = tmp_path / "own" / "stubborn.yaml"
    stubborn.mkdir(parents=True)
    with pytest.raises(ScenarioProblem, match="can't be deleted"):
        library.remove("stubborn")


def test_an_own_file_that_was_spoilt_later_keeps_nobody_from_rehearsing(tmp_path: Path) -> None:
    """It is left out, and its mistakes are told."""
    library = Library(tmp_path)
    (tmp_path / "spoilt.yaml").write_text("id: spoilt\n", "utf-8")
    (tmp_path / "lost-parcel.yaml").write_text(named("lost-parcel"), "utf-8")

    assert "spoilt" not in library.scenarios
    assert library.scenarios["lost-parcel"].title == "Lost parcel"
    assert any("is missing" in mistake for mistake in library.own_mistakes)
