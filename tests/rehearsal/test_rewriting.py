from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from trainer import resources
from trainer.rehearsal.outline import outline
from trainer.rehearsal.rewriting import moved, with_entry, with_key, with_value, without
from trainer.scenario.reading import Place

SCENARIOS = sorted(resources.scenarios().glob("*.yaml"))
every_scenario = pytest.mark.parametrize(
    "scenario",
    [*SCENARIOS, resources.asset("new-scenario.yaml")],
    ids=lambda path: path.stem,
)

LONG = (
    "I waited in for it: all day, at the window. [pause 900] I didn't dare to go to the shop, not"
    " even for milk, and then it's your card on the mat. Can you see that?"
)
TEXTS = ("Plain words", 'A: b # "c"', "552", LONG)

Change = Callable[[str, Place], str]


def read(text: str) -> Any:
    """Return what YAML reads."""
    return YAML(typ="safe", pure=True).load(text)


def at(data: Any, place: Place) -> Any:
    """Return what stands in a place."""
    for part in place:
        data = data[part]
    return data


def some_lists(text: str) -> list[tuple[Place, int]]:
    """Return a third of the lists of texts, each scenario another, with their lengths."""
    return list(lists(text))[len(text) % 3 :: 3]


def lists(text: str) -> Iterator[tuple[Place, int]]:
    """Yield every list of texts with its length."""
    spots = outline(text)
    for place, spot in spots.items():
        below = [one for one in spots if len(one) == len(place) + 1 and one[:-1] == place]
        if spot.is_list and below and all(spots[one].value is not None for one in below):
            yield place, len(below)


def lines_that_left(old: str, new: str) -> int:
    """Return how many lines of the old text are not in the new one."""
    return sum((Counter(old.splitlines()) - Counter(new.splitlines())).values())


def span(text: str, place: Place) -> int:
    """Return how many lines something has."""
    spot = outline(text)[place]
    return text[spot.head : spot.end].count("\n") + 1


@every_scenario
def test_the_text_read_by_pieces_is_the_text(scenario: Path) -> None:
    """Everything stands where a reading of the whole says that it does."""
    text = scenario.read_text("utf-8")
    anchored = "x: &all 1\n" + text  # nothing is known of what another piece names

    there = {place: spot.moved(1, len("x: &all 1\n")) for place, spot in outline(text).items()}
    assert {**outline(anchored + "y: *all\n"), (): None}.items() >= {**there, (): None}.items()


@every_scenario
def test_an_entry_is_set_and_no_other_line_changes(scenario: Path) -> None:
    """Whatever is written into any entry is read back; putting the old words back is enough."""
    text = scenario.read_text("utf-8")
    for number, (place, length) in enumerate(some_lists(text)):
        entry = (*place, number % length)
        value = TEXTS[number % len(TEXTS)]
        changed = with_value(text, entry, value)

        assert outline(changed)[entry].value == value
        assert lines_that_left(text, changed) <= span(text, entry)
        assert len(outline(changed)) == len(outline(text))


@every_scenario
def test_an_entry_is_added_and_removed_and_nothing_else(scenario: Path) -> None:
    """In any list, at any place; without it the text is again as it was, byte for byte."""
    text = scenario.read_text("utf-8")
    for number, (place, length) in enumerate(some_lists(text)):
        where = number % (length + 1)
        value = TEXTS[number % len(TEXTS)]
        added = with_entry(text, place, where, value)

        assert outline(added)[*place, where].value == value
        assert lines_that_left(text, added) <= 1  # the one that it shares, in brackets
        assert without(added, (*place, where)) == text


@every_scenario
def test_an_entry_is_moved_and_moved_back(scenario: Path) -> None:
    """The two change places, as they are written; back, the text is as it was."""
    text = scenario.read_text("utf-8")
    for place, length in some_lists(text):
        if length > 1:
            before = outline(text)
            after = outline(changed := moved(text, (*place, 0), 1))

            assert after[*place, 0].value == before[*place, 1].value
            assert after[*place, 1].value == before[*place, 0].value
            assert moved(changed, (*place, 1), -1) == text


@every_scenario
def test_an_entry_is_removed_and_every_other_line_stays(scenario: Path) -> None:
    """The lines that go are those of the entry; the last one leaves an empty list."""
    text = scenario.read_text("utf-8")
    for number, (place, length) in enumerate(some_lists(text)):
        entry = (*place, number % length)
        changed = without(text, entry)
        left = [one for one in outline(changed) if one[:-1] == place]

        assert len(left) == length - 1
        assert lines_that_left(text, changed) <= span(text, entry) + 1


@pytest.mark.parametrize("scenario", SCENARIOS[::8], ids=lambda path: path.stem)
def test_what_is_read_is_what_was_meant(scenario: Path) -> None:
    """All of the data but the one entry is the same after each kind of change."""
    text = scenario.read_text("utf-8")
    data = read(text)
    for place, length in some_lists(text)[::2]:
        wanted = deepcopy(data)
        at(wanted, place).insert(length, LONG)
        assert read(with_entry(text, place, length, LONG)) == wanted

        wanted = deepcopy(data)
        at(wanted, place).pop(0)
        assert read(without(text, (*place, 0))) == wanted

        wanted = deepcopy(data)
        at(wanted, place)[0] = LONG
        assert read(with_value(text, (*place, 0), LONG)) == wanted


@every_scenario
def test_facts_change_places_with_all_that_is_theirs(scenario: Path) -> None:
    """A fact is moved, removed and added as a whole."""
    text = scenario.read_text("utf-8")
    first, second, *_ = read(text)["facts"]
    changed = moved(text, ("facts", first), 1)
    assert list(read(changed)["facts"])[:2] == [second, first]
    assert moved(changed, ("facts", first), -1) == text

    assert first not in read(without(text, ("facts", first)))["facts"]
    added = with_key(text, ("facts", "new"), {"value": "a fact", "said_as": ("fact", "a fact")})
    assert read(added)["facts"]["new"] == {"value": "a fact", "said_as": ["fact", "a fact"]}
    assert without(added, ("facts", "new")) == text


SMALL = """\
# what it is
competences: [let_vent, 'acknowledge']  # two
briefing:
  you_are: A clerk.
  you_may:  # little
    - one  # the first
    # the second
    - "two"

# on and on
lines:
  vent:
    - - first
      # again
      - >-
        first
        again
    - second
  leaving: Goodbye.
  took_it:
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            lambda text: with_entry(text, ("competences",), 2, "learn"),
            "[let_vent, 'acknowledge']  #",
            "[let_vent, 'acknowledge', learn]  #",
        ),
        (
            lambda text: without(text, ("competences", 0)),
            "[let_vent, 'acknowledge']  #",
            "['acknowledge']  #",
        ),
        (
            lambda text: moved(text, ("briefing", "you_may", 1), -1),
            '- one  # the first\n    # the second\n    - "two"\n',
            '- "two"\n    # the second\n    - one  # the first\n',
        ),
        (
            lambda text: without(text, ("briefing", "you_may", 0)),
            "    - one  # the first\n",
            "",
        ),
        (
            lambda text: with_entry(text, ("briefing", "you_may_not"), 0, "give it away"),
            '    - "two"\n',
            '    - "two"\n  you_may_not:\n    - give it away\n',
        ),
        (
            lambda text: without(text, ("lines", "vent", 0, 0)),
            "- - first\n      # again\n      - >-\n        first\n        again\n",
            "- - >-\n        first\n        again\n      # again\n",
        ),
        (
            lambda text: with_entry(text, ("lines", "vent", 1), 1, "or so"),
            "    - second\n",
            "    - - second\n      - or so\n",
        ),
        (
            lambda text: with_entry(text, ("lines", "leaving"), 0, "Bye: now."),
            "leaving: Goodbye.\n",
            'leaving:\n    - "Bye: now."\n    - Goodbye.\n',
        ),
        (
            lambda text: with_entry(text, ("lines", "took_it"), 0, "Well."),
            "took_it:\n",
            "took_it:\n    - Well.\n",
        ),
        (
            lambda text: with_entry(text, ("lines", "opening"), 0, "Look."),
            "  vent:\n",
            "  opening:\n    - Look.\n  vent:\n",
        ),
        (
            lambda text: with_entry(text, ("lines", "still_missing", "apology"), 0, "And?"),
            "        again\n    - second\n",
            "        again\n    - second\n  still_missing:\n    apology:\n      - And?\n",
        ),
        (
            lambda text: with_key(text, ("rambles",), [["One.", "Two."], ["Three."]]),
            "\n# on and on\n",
            "\nrambles:\n  - - One.\n    - Two.\n  - - Three.\n\n# on and on\n",
        ),
        (
            lambda text: with_key(text, ("insults",), {"after": 2, "says": []}),
            "\n# on and on\n",
            "\ninsults:\n  after: 2\n  says: []\n\n# on and on\n",
        ),
        (
            lambda text: with_key(text, ("needs",), ("heard", "time")),
            "\n# on and on\n",
            "needs: [heard, time]\n\n# on and on\n",
        ),
    ],
)
def test_a_change_is_made_as_a_person_would(
    change: Callable[[str], str], old: str, new: str
) -> None:
    """In its place only, in the format's order, with the comments where they were."""
    assert change(SMALL) == SMALL.replace(old, new)


def test_an_emptied_list_can_be_filled_again() -> None:
    """The comment of its key stays."""
    text = "a:\n  b:  # why\n    - one\n  c: [two]\n"
    emptied = without(without(text, ("a", "b", 0)), ("a", "c", 0))

    assert emptied == "a:\n  b: []  # why\n  c: []\n"
    filled = with_entry(with_entry(emptied, ("a", "b"), 0, "A thing"), ("a", "c"), 0, "word")
    assert filled == "a:\n  b:  # why\n    - A thing\n  c: [word]\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: moved(text, ("briefing", "you_may", 1), 1),
        lambda text: without(text, ("nothing",)),
        lambda text: with_key(text, ("briefing",), []),
        lambda text: with_key(text, ("competences", "x"), "y"),
        lambda text: with_entry(text, ("briefing",), 0, "x"),
        lambda text: with_value(text, ("lines",), "x"),
        lambda text: without(text, ()),
        lambda text: without(text[: text.index("brief")], ("competences",)),
        lambda text: with_key(text + "a: [", ("b",), "x"),
    ],
)
def test_what_cannot_be_done_is_refused(change: Callable[[str], str]) -> None:
    """Whoever changes a place must know what is there."""
    with pytest.raises(KeyError):
        change(SMALL)


def test_numbers_stay_numbers_and_texts_texts() -> None:
    """Digits are written as they are where the format wants a number, between quotes elsewhere."""
    text = "title: x\nminutes: 6\nfacts:\n  a: {needed: false, value: b}\n"

    assert with_value(text, ("minutes",), "12") == text.replace("6", "12")
    assert with_value(text, ("title",), "12") == text.replace("title: x", 'title: "12"')
    assert with_value(text, ("facts", "a", "needed"), "true") == text.replace("false", "true")
    assert with_value(text, ("facts", "a", "value"), "c, d") == text.replace("b}", '"c, d"}')


def test_brackets_and_braces_are_kept() -> None:
    """What is written between them stays there."""
    text = "facts: {a: {value: one}, b: {value: two}}\n"

    assert without(text, ("facts", "a")) == "facts: {b: {value: two}}\n"
    assert without(text, ("facts", "b")) == "facts: {a: {value: one}}\n"
    added = with_key(text, ("facts", "c"), {"value": "x", "said_as": ["z"]})
    assert added == text.replace("}}\n", "}, c: {value: x, said_as: [z]}}\n")
    assert with_entry("a: [b]\n", ("a",), 0, "c") == "a: [c, b]\n"
    assert with_entry("a: {b: }\n", ("a", "b"), 0, "c") == "a: {b: [c] }\n"
    assert outline("a: {b, c: 1}\n")["a", "b"].value == ""


def test_a_text_alone_is_a_list_of_one() -> None:
    """It is set and removed as the first entry; what may be left out is added by setting it."""
    text = "threats:\n  - says: One.\n    dropped: Two.\nminutes: 6\n"
    says = ("threats", 0, "says")

    assert with_value(text, (*says, 0), "Three.") == text.replace("One", "Three")
    assert without(text, (*says, 0)) == text.replace("One.", "[]")
    assert with_value(text, ("threats", 0, "after"), "3") == text.replace(
        "dropped: Two.\n", "dropped: Two.\n    after: 3\n"
    )
    shown = with_value("customer:\n  name: Al\n", ("customer", "shows_it"), "false")
    assert shown == "customer:\n  name: Al\n  shows_it: false\n"
