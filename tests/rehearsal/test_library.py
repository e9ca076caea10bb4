"""What rehearsals are made from, as it comes with the program."""

from pathlib import Path

import pytest

from trainer.rehearsal.library import Library, write_starter
from trainer.rehearsal.scenario_files import read_file
from trainer.scenario.scenario_file import ScenarioProblem


def test_scenarios_come_easiest_first() -> None:
    """Every bundled file is read, under its own name."""
    scenarios = Library().scenarios
    ranks = ["easy", "medium", "hard"]

    assert {"lost-parcel", "double-charge", "cold-food", "room-not-ready"} <= set(scenarios)
    order = [ranks.index(one.difficulty) for one in scenarios.values()]
    assert order == sorted(order)
    assert all(name == one.id for name, one in scenarios.items())


def test_a_scenario_is_known_by_its_id_or_its_file(tmp_path: Path) -> None:
    """A file of one's own need not lie with the others."""
    library = Library()
    path = tmp_path / "mine.yaml"
    write_starter(path)

    assert library.scenario("lost-parcel").id == "lost-parcel"
    assert library.scenario(str(path)).id == "wrong-cake"
    with pytest.raises(ScenarioProblem, match=r'no scenario "none"\. Choose one of: .*cold-food'):
        library.scenario("none")


def test_what_is_no_text_is_no_scenario(tmp_path: Path) -> None:
    """A file in another encoding, and one that is not there."""
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xff\xfe")

    for wrong in (path, tmp_path / "none.yaml"):
        with pytest.raises(ScenarioProblem, match="can't be read as UTF-8 text"):
            read_file(wrong)


def test_a_file_is_checked_for_mistakes_and_remarks(tmp_path: Path) -> None:
    """Mistakes keep it from being rehearsed, remarks do not."""
    path = tmp_path / "mine.yaml"
    path.write_text("id: mine\n", "utf-8")
    checked = Library().check(path)

    assert checked.file == str(path)
    assert checked.mistakes
    assert checked.remarks == ()


def test_rules_rubric_and_phrases_can_be_read() -> None:
    """What comes with the program has no mistakes."""
    library = Library()

    assert "i see" in library.overlap_rules.backchannels
    assert library.overlap_rules.interruption_ms == 400
    assert library.rules is library.rules
    assert len(library.rubric_version) == 12
    assert {"dana", "marcus"} <= set(library.voices)


def test_syllables_are_those_of_the_dictionary() -> None:
    """Words that it lacks are guessed."""
    count = Library().syllables

    assert [count(word) for word in ("calm", "apologise", "tomato")] == [1, 4, 3]
    assert count("wibbleton") == 3


def test_the_dictionary_can_be_walked_through() -> None:
    """It is a mapping like any other."""
    words = Library().syllables._pronunciations

    assert len(words) > 100_000
    assert "calm" in set(words)


def test_the_customers_name_is_heard_where_there_is_a_scenario() -> None:
    """Another's name is none to use there."""
    library = Library()
    detector = library.detector(library.scenario("lost-parcel"))
    ellen, robin = (detector.detect(["thank", "you", name]) for name in ("ellen", "robin"))

    assert "use_name" in {one.id for one in ellen}
    assert "use_name" not in {one.id for one in robin}
