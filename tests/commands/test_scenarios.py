from pathlib import Path

import pytest

from tests.support.command_line import CALM_TEXT, CHECKOUT, call, replies_file
from trainer.rehearsal.library import Library


def test_scenarios_go_from_room_to_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one exports another imports, lists and removes."""
    monkeypatch.setattr("trainer.app.foundation.Library", Library)
    path = tmp_path / "pack.zip"
    mine = tmp_path / "mine.yaml"
    call("scenarios", "new", mine)

    assert call("scenarios", "export", path, mine, "--json").document["exported"] == [str(mine)]
    assert call("scenarios", "import", path, "--json").document == {"imported": ["wrong-cake"]}
    assert "wrong-cake" in call("scenarios", "list").out
    listed = {one["id"]: one for one in call("scenarios", "list", "--json").document}
    assert (listed["wrong-cake"]["imported"], listed["lost-parcel"]["imported"]) == (True, False)
    assert listed["wrong-cake"]["decides"] == ["acknowledge", "let_vent", "offer_solution"]
    again = call("scenarios", "import", path)
    assert again.code == 1
    assert again.complaint.endswith("first: ./run scenarios remove wrong-cake")
    assert call("scenarios", "remove", "wrong-cake", "--json").document == {"removed": "wrong-cake"}
    assert "wrong-cake" not in call("scenarios", "list").out


def test_scenarios_are_listed() -> None:
    """For people, and as JSON."""
    document = call("scenarios", "list", "--json").document

    assert {"lost-parcel", "cold-food"} <= {one["id"] for one in document}
    assert "Lost parcel (The parcel counter of a music shop, in person)" in (
        call("scenarios", "list").out
    )


def test_a_scenario_with_a_mistake_is_one_line(tmp_path: Path) -> None:
    """File, line and mend; and it can't be rehearsed."""
    path = tmp_path / "mine.yaml"
    text = (CHECKOUT / "scenarios" / "lost-parcel.yaml").read_text("utf-8")
    path.write_text(text.replace("difficulty: easy", "difficulty: esay"), "utf-8")
    line = text[: text.index("difficulty:")].count("\n") + 1

    for said in (
        call("scenarios", "check", path, "--json"),
        call("scenarios", "check", path),
        call("rehearse", path, "--text-replies", replies_file(tmp_path, "hello")),
    ):
        assert said.code == 1
        assert said.complaint.startswith(f"{path}:{line}: ")
        assert 'did you mean "easy"?' in said.complaint
    (checked,) = call("scenarios", "check", path, "--json").document
    assert (checked["file"], len(checked["mistakes"]), checked["remarks"]) == (str(path), 1, [])


def test_remarks_are_no_mistakes(tmp_path: Path) -> None:
    """What could be better is said, and the scenario can be rehearsed."""
    path = tmp_path / "mine.yaml"
    text = (CHECKOUT / "scenarios" / "lost-parcel.yaml").read_text("utf-8")
    path.write_text(text.replace("voice: dana", "voice: nobody"), "utf-8")
    said = call("scenarios", "check", path)

    assert said.code == 0
    assert f'{path}: voice: there is no voice "nobody"' in said.out
    assert said.out.endswith(f"{path}: can be rehearsed, 1 remarks\n")


def test_a_new_scenario_has_no_mistakes_and_can_be_rehearsed(tmp_path: Path) -> None:
    """What ``new`` writes passes the check without a remark, and explains itself."""
    path = tmp_path / "mine.yaml"
    said = call("scenarios", "new", path, "--json")

    assert said.document == {"file": str(path)}
    (checked,) = call("scenarios", "check", path, "--json").document
    assert (checked["mistakes"], checked["remarks"]) == ([], [])
    text = path.read_text("utf-8")
    assert text.startswith("# A whole small scenario to start from")
    played = call("rehearse", path, "--text-replies", replies_file(tmp_path, CALM_TEXT), "--json")
    assert played.code == 0
    assert played.document["scenario"] == "wrong-cake"


def test_a_new_scenario_overwrites_nothing(tmp_path: Path) -> None:
    """Somebody's work may lie there; a folder that is not there is said too."""
    path = tmp_path / "mine.yaml"
    path.write_text("mine", "utf-8")

    assert call("scenarios", "new", path).complaint == (
        f"{path} is there already. Name another file."
    )
    assert path.read_text("utf-8") == "mine"
    assert call("scenarios", "new", tmp_path / "none" / "a.yaml").code == 1
