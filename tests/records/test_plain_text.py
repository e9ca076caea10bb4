"""A rehearsal and its rating as plain text."""

from dataclasses import replace

from tests.support.examples import example_rating, example_timeline
from tests.support.speech import words_every
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Outcome,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.rating.scorecard import Marks
from trainer.records.plain_text import scorecard_text, timeline_text
from trainer.records.wording import OVERLAPS


def text_of(*entries: Entry, outcome: Outcome | None = None) -> list[str]:
    """Return the lines of a timeline with these entries."""
    return timeline_text(Timeline(90_000, entries, outcome=outcome), "Ellen").splitlines()


def test_every_kind_of_entry_has_its_line() -> None:
    """Who, what and when; a line that was cut ends in a dash."""
    assert text_of(
        LineSpoken(0, 900, "line", (), "where is it"),
        LineSpoken(1_000, 1_900, "line", (), "i have", unheard=3),
        Reply(62_000, 63_000, words_every("i am sorry")),
        Reply(64_000, 65_000, ()),
        Overlap(62_000, 62_400, OverlapKind.INTERRUPTION, "i", "have", 3),
        Overlap(66_000, 66_400, OverlapKind.BACKCHANNEL),
        MoodMove(67_000, 67_000, 55, -5, "says sorry plainly"),
        Silence(68_000, 72_400),
        Glitch(80_000, 80_000, "The microphone went away."),
    ) == [
        "0:00  Ellen: where is it",
        "0:01  Ellen: i have —",
        "1:02  You: i am sorry",
        "1:04  You: (nothing was understood)",
        f'1:02    ({OVERLAPS[OverlapKind.INTERRUPTION]} at "have")',
        f"1:06    ({OVERLAPS[OverlapKind.BACKCHANNEL]})",
        "1:07    (-5 → 55: says sorry plainly)",
        "1:08    (silence, 4 s)",
        "1:20    (The microphone went away.)",
    ]


def test_the_outcome_comes_last() -> None:
    """In words, with its reason; while it is open there is none."""
    walked = Outcome("walked_out", good=False, why="The pressure boiled over.")

    assert text_of(outcome=walked) == ["Outcome: walked out. The pressure boiled over."]
    assert timeline_text(example_timeline(), "Marcus").count("Marcus: ") == len(
        example_timeline().lines
    )


def test_the_scorecard_says_marks_advice_and_what_was_not_rated() -> None:
    """What can't be rated is said, with its reason."""
    rating = example_rating()
    card = rating.scorecard
    text = scorecard_text(rating)

    assert text.splitlines()[0] == card.summary
    assert f"Overall: {card.overall}, " in text
    assert all(f"  Better: {advice.better}" in text for advice in card.advice)
    assert f'  You said: "{card.advice[0].said}"' in text

    none = Marks(listening=80, calming=None, steps=None, pacing=None, outcome=None)
    quiet = tuple(replace(advice, said="") for advice in card.advice)
    unrated = replace(
        card, overall=None, marks=none, advice=quiet, not_rated={"pacing": "Too short."}
    )
    text = scorecard_text(replace(rating, scorecard=unrated))
    assert "Overall: not rated" in text
    assert "  Listening: 80, " in text
    assert "  Calming language: not rated" in text
    assert "Not rated: Pacing. Too short." in text
    assert "You said" not in text
