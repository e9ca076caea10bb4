import re
from pathlib import Path

import pytest

from trainer import resources
from trainer.rehearsal.library import Library
from trainer.rehearsal.outline import nearest_line, outline
from trainer.rehearsal.rewriting import with_id, with_value
from trainer.rehearsal.workshop import Workshop
from trainer.scenario.scenario_file import ScenarioProblem


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Return a workshop in folders of the test's own."""
    return Workshop(Library(tmp_path / "own"), tmp_path / "drafts")


def template() -> str:
    """Return the template's text."""
    return resources.asset("new-scenario.yaml").read_text(encoding="utf-8")


def test_a_new_scenario_is_saved_and_listed(workshop: Workshop, tmp_path: Path) -> None:
    """It begins under a free id and can be rehearsed as soon as it is saved."""
    opened = workshop.begin()

    assert workshop.save(opened.name, opened.text, 1) == "new-scenario"
    assert (tmp_path / "own/new-scenario.yaml").read_text(encoding="utf-8") == opened.text
    first = workshop.shelf()[0]
    assert (first.name, first.title, first.own, first.draft) == (
        "new-scenario",
        "Wrong cake",
        True,
        False,
    )
    assert workshop.begin().name == "new-scenario-2"


def test_a_draft_outlives_the_program(workshop: Workshop, tmp_path: Path) -> None:
    """What was typed and not saved is there again; what comes late and is older is passed over."""
    workshop.keep_draft("mine", "title: [", 2)
    workshop.keep_draft("mine", "title: old", 1)

    again = Workshop(Library(tmp_path / "own"), tmp_path / "drafts")
    opened = again.open("mine")
    assert (opened.text, opened.saved, opened.own) == ("title: [", "", True)
    assert [one.draft for one in again.shelf() if one.name == "mine"] == [True]

    again.drop_draft("mine", 3)
    with pytest.raises(ScenarioProblem, match="There is no scenario"):
        again.open("mine")


def test_saving_is_refused_with_mistakes_and_under_a_taken_id(workshop: Workshop) -> None:
    """Nothing is written over but the file that was opened."""
    with pytest.raises(ScenarioProblem, match="scenario:"):
        workshop.save("mine", "id: mine", 1)
    with pytest.raises(ScenarioProblem, match="already"):
        workshop.save("mine", with_id(template(), "double-charge"), 1)
    with pytest.raises(ScenarioProblem, match="came with the program"):
        workshop.save("double-charge", with_id(template(), "double-charge"), 1)
    assert not [one for one in workshop.shelf() if one.own]


def test_a_full_disk_gets_a_sentence_and_keeps_the_old_file(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that was there stays whole, and no part of another is left."""
    workshop.save("wrong-cake", template(), 1)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ScenarioProblem, match="Free some disk space"):
        workshop.save("wrong-cake", template() + "# more\n", 2)
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["wrong-cake.yaml"]
    assert (tmp_path / "own/wrong-cake.yaml").read_text(encoding="utf-8") == template()


def test_a_deletion_is_undone_with_its_draft(workshop: Workshop) -> None:
    """File and draft come back as they were."""
    workshop.save("wrong-cake", template(), 1)
    workshop.keep_draft("wrong-cake", template() + "# more\n", 2)

    removed = workshop.remove("wrong-cake")
    assert not [one for one in workshop.shelf() if one.own]
    workshop.bring_back(removed)

    assert workshop.open("wrong-cake") == removed
    assert removed.text.endswith("# more\n")


def test_a_copy_of_a_bundled_scenario_is_ones_own(workshop: Workshop) -> None:
    """The bundled one can be read only; its copy is saved beside it."""
    assert not workshop.open("double-charge").own

    copied = workshop.copy("double-charge")

    assert (copied.name, copied.own, copied.saved) == ("double-charge-copy", True, "")
    assert workshop.save(copied.name, copied.text, 1) == "double-charge-copy"


def test_problems_stand_in_their_lines(workshop: Workshop) -> None:
    """A mistake and a remark are told with the line in which they are mended."""
    text = template()
    wrong = text.replace("setting: in_person", "setting: on_the_moon")
    (mistake,) = workshop.check(wrong).problems
    assert mistake.mistake
    assert wrong.splitlines()[mistake.line - 1].startswith("setting:")

    unknown = re.sub(r"(?m)^voice: .*$", "voice: nobody", text)
    checked = workshop.check(unknown)
    remark = next(one for one in checked.problems if "nobody" in one.text)
    assert checked.scenario
    assert not remark.mistake
    assert unknown.splitlines()[remark.line - 1] == "voice: nobody"


@pytest.mark.parametrize("value", ["Two cakes", "yes", "A: b # c", 'He said "no"', "12:30", "a\nb"])
def test_a_value_is_changed_and_nothing_else(value: str) -> None:
    """Comments, order and every other line stay; the value is read back as it was meant."""
    text = template()
    changed = with_value(text, ("title",), value)

    assert outline(changed)["title",].value == value
    kept = [line for line in text.splitlines() if not line.startswith("title:")]
    assert [line for line in changed.splitlines() if not line.startswith("title:")] == kept


@pytest.mark.parametrize(
    "text",
    ["a: >\n  one\n  two\n# c\nb: 1\n", "a: 'x'\n# c\nb: 1\n", "a:\n# c\nb: 1\n"],
    ids=["folded", "quoted", "empty"],
)
def test_whatever_way_it_was_written_a_value_takes_one_line(text: str) -> None:
    """Folded, quoted or empty: what follows stays where it is."""
    assert with_value(text, ("a",), "A: z") == 'a: "A: z"\n# c\nb: 1\n'


def test_a_list_is_no_single_value() -> None:
    """Whoever changes a place must know what is there; what can't be read has no places."""
    with pytest.raises(KeyError):
        with_value(template(), ("lines",), "x")
    assert outline("a: [") == {}
    assert nearest_line({}, "lines.opening") == 1


def test_the_nearest_line_is_told() -> None:
    """Numbers count from one, as remarks do; what is not there is told where it belongs."""
    spots = outline("a:\n  b:\n    - x\n    - y\n")

    assert nearest_line(spots, "a.b.2") == 4
    assert nearest_line(spots, "a.c") == 1
