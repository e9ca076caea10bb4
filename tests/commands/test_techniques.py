import json
from pathlib import Path

from tests.support.command_line import call, given


def test_techniques_are_heard_line_by_line(tmp_path: Path) -> None:
    """One JSON object a reply, from a file and from stdin alike."""
    text = "i am so sorry\n\nthe train leaves at nine\n"
    path = tmp_path / "replies.txt"
    path.write_text("\ufeff" + text, "utf-8")
    said = call("techniques", path, "--json")
    with given(text.encode()):
        piped = call("techniques", "--json")

    first, empty, last = map(json.loads, said.out.splitlines())
    assert said.err == ""
    assert piped.out == said.out
    assert list(first) == ["text", "techniques"]
    assert first["text"] == "i am so sorry"
    assert [one["id"] for one in first["techniques"]] == ["apologise"]
    assert list(first["techniques"][0]) == ["id", "start", "end", "quote", "strength"]
    assert 0 < first["techniques"][0]["strength"] <= 1
    assert empty == {"text": "", "techniques": []}
    assert last["techniques"] == []


def test_techniques_are_told_in_plain_text() -> None:
    """Name, words and strength; or that there is none."""
    with given("Calm down.\nAm Bahnhof, über Köln.".encode()):
        said = call("techniques", "-")

    assert said.out.splitlines()[0] == "Calm down."
    assert said.out.splitlines()[1].startswith('    dismiss ("')
    assert said.out.splitlines()[2:] == ["Am Bahnhof, über Köln.", "    no technique"]
