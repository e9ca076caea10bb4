import re

import pytest

from tests.support.rating import english
from trainer.techniques.phrases import PhraseProblem, read_phrases

TEXT = """\
language: en
fillers: [um]
stutters: [i]
backchannels: [mm hm]
turn_ends: {keeping: [and], keeping_ends: [let me], openers: [when], giving_ends: [suit you]}
suffixes: {"n't": not}
heard_as: {im: i am}
small_words: [the]
owners: [i]
specific: [EMOTION]
complete: []
clues:
  negations: [not]
  opinions: [say]
  subjects: [i]
  breaks: [but]
  reported: [they told you]
  retold: [you said]
  musing: [i wonder]
  contrasts: [but]
  mending: [i can]
slots:
  EMOTION: [upset, cross]
techniques:
  apologise:
    once: true
    but_not: [feel sorry]
    entries:
      - name: sorry
        strength: 0.6
        say:
          - i am [so] sorry
          - (our|my) apologies
        but_not: [sorry what]
"""


def changed(old: str, new: str) -> str:
    """Return the list with its first `old` replaced."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def line_with(text: str, part: str) -> int:
    """Return the line, from 1, that holds `part` first."""
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("(our|my) apologies", "(our|my apologies", 'lacks a "[)]"'),
        ("(our|my) apologies", "our|my) apologies", "closes a bracket"),
        ("(our|my) apologies", "NOSLOT apologies", "NOSLOT, which is no slot"),
        ("(our|my) apologies", "(my|) apologies", "empty alternative"),
        ("(our|my) apologies", "my apologies ...", 'ends with "..."'),
        ("(our|my) apologies", "... apologies", "can begin with anything"),
        ("(our|my) apologies", "my apologies ?", "holds no word"),
        ("[feel sorry]", "[feel (sorry]", 'lacks a "[)]"'),
        ("[sorry what]", "[sorry (what]", 'lacks a "[)]"'),
        ("[you said]", "[you (said]", 'lacks a "[)]"'),
        ("specific: [EMOTION", "specific: [NOSLOT", "NOSLOT is no slot"),
        ("EMOTION: [upset", "EMOTION: [(upset", 'lacks a "[)]"'),
    ],
)
def test_mistakes_in_patterns(old: str, new: str, mend: str) -> None:
    """A pattern that can't be read is named by file, line and mend."""
    text = changed(old, new)

    with pytest.raises(PhraseProblem, match=mend) as caught:
        read_phrases(text, "mine.yaml")

    name, line, _ = caught.value.mistakes[0].split(":", 2)
    assert name == "mine.yaml"
    assert abs(int(line) - line_with(text, new)) <= 1


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("language: en", "langage: en", '"langage" is not known here: did you mean "language"'),
        ("    once: true", "    onec: true", '"onec" is not known here: did you mean "once"'),
        ("strength: 0.6", "strength: 7", '"strength" is too large: write 1 or less'),
        ("  apologise:\n", "  appologise:\n", 'did you mean "apologise"'),
        ("stutters: [i", "stutters: [true", '"stutters" wants a text'),
        ("fillers: [um", "fillers: [um]: [", "can't be read as YAML"),
        ("language: en", "language: \x00", "can't be read as YAML"),
        ("    entries:\n", "    entries: 5\n    x:\n", "entries|x"),
    ],
)
def test_mistakes_in_the_file(old: str, new: str, mend: str) -> None:
    """A key, value or indent that is wrong is named with its mend."""
    with pytest.raises(PhraseProblem, match=mend):
        read_phrases(changed(old, new), "mine.yaml")


def test_all_mistakes_at_once() -> None:
    """Whoever edits a list sees every pattern that can't be read, from top to bottom."""
    text = changed("(our|my) apologies", "(our|my apologies").replace("[you said]", "[you (said]")

    with pytest.raises(PhraseProblem) as caught:
        read_phrases(text, "mine.yaml")

    first, second = caught.value.mistakes
    assert "you (said" in first
    assert "(our|my apologies" in second


def test_empty_file() -> None:
    """An empty file is a mistake on its first line."""
    with pytest.raises(PhraseProblem, match=re.escape("mine.yaml:1: ")):
        read_phrases("", "mine.yaml")


def test_backchannels_are_listed() -> None:
    """The list names the backchannels that overlaps are judged by."""
    assert {"mm hm", "go on", "right"} <= set(english().backchannels)
