import json
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.rating import english, labelled, line, reply, rubric
from trainer.conversation.timeline import (
    Entry,
    Listening,
    MoodMove,
    Outcome,
    Overlap,
    OverlapKind,
    Timeline,
)
from trainer.rating.rating import rate
from trainer.rating.scorecard import Marks, Rating
from trainer.rating.syllables import SyllableCounter
from trainer.techniques.detector import Detector

SYLLABLES = SyllableCounter({})
DETECTOR = Detector(english(), names=("marcus",))
GOOD = Outcome("satisfied", good=True, why="He was heard.")
BAD = Outcome("hung_up", good=False, why="He hung up.")

CALM: tuple[Entry, ...] = (
    line("you have charged me twice and nobody rang me back", 0, 6000, pressure=80),
    reply("i am so sorry i can hear how frustrating that is and it was our mistake", 7000, 13_000),
    line("well it was", 14_000, 15_000, pressure=60),
    reply(
        "so if i understand you correctly you were charged twice and nobody called is that right",
        15_600,
        22_000,
    ),
    line("yes what now", 23_000, 24_000, pressure=50),
    reply(
        "i will refund the second charge by noon tomorrow and i will call you back to make sure "
        "it is there would that work for you",
        24_800,
        35_000,
    ),
    MoodMove(36_000, 36_000, 20, -60, "you were heard"),
)
RUDE: tuple[Entry, ...] = (
    line("you have charged me twice", 0, 3000, pressure=80, unheard=5),
    Overlap(2000, 3000, OverlapKind.INTERRUPTION, "calm down", cut_at="me", unheard=5),
    reply("calm down you should have read the terms", 2000, 5000),
    line("excuse me", 6000, 7000, pressure=95),
    reply("that is not my department there is nothing i can do", 7100, 9500),
    MoodMove(10_000, 10_000, 100, 20, "you blamed him"),
)


def rated(entries: tuple[Entry, ...], outcome: Outcome | None = None) -> Rating:
    """Rate entries as one timeline of 40 s."""
    timeline = Timeline(40_000, entries, Listening("vosk"), outcome)
    return rate(timeline, DETECTOR, rubric(), SYLLABLES)


def test_calm_beats_rude() -> None:
    """A calm set of replies has higher marks than a rude one, and the right advice goes to whom."""
    calm, rude = rated(CALM, GOOD).scorecard, rated(RUDE, BAD).scorecard

    assert calm.overall is not None
    assert rude.overall is not None
    assert calm.overall >= 80
    assert rude.overall <= 30
    assert calm.summary.startswith("You ")
    assert "interruption" in {finding.rule for finding in rude.findings}
    assert 1 <= len(rude.advice) <= 3


def test_overall_by_hand() -> None:
    """The overall is the weighted mean of the marks that could be given."""
    card = rated(CALM).scorecard
    marks = card.marks

    assert marks.outcome is None
    assert "outcome" in card.not_rated
    assert (marks.listening, marks.calming, marks.steps, marks.pacing) != (None,) * 4
    assert card.overall == round(
        (
            25 * (marks.listening or 0)
            + 30 * (marks.calming or 0)
            + 20 * (marks.steps or 0)
            + 10 * (marks.pacing or 0)
        )
        / 85
    )


def test_nothing_to_rate() -> None:
    """An empty timeline has no marks, says why, and says so in a sentence."""
    card = rated(()).scorecard

    assert (card.overall, card.marks) == (None, Marks())
    assert set(card.not_rated) == {"listening", "calming", "steps", "pacing", "outcome"}
    assert card.summary == "There was nothing to rate yet."
    assert card.advice == ()


def test_typed_replies() -> None:
    """Typed replies have no pacing, and the scorecard says why."""
    typed = (CALM[0], reply("i am so sorry about that", 7000, 9000, typed=True))
    card = rated(typed).scorecard

    assert card.marks.pacing is None
    assert card.not_rated["pacing"].startswith("You typed your replies")
    assert card.marks.calming is not None


def test_techniques_have_their_moments() -> None:
    """Every technique has the times of its words."""
    first = rated(CALM).techniques[0]

    assert first.reply == 0
    assert first.technique.quote == "i am so sorry"
    assert (first.start_ms, first.end_ms) == (7000, 8500)


def test_same_timeline_same_rating() -> None:
    """A rating is the same every time, and ready for JSON."""
    once, again = asdict(rated(CALM, GOOD)), asdict(rated(CALM, GOOD))

    assert json.dumps(once) == json.dumps(again)


REPLIES = [text for _, text in labelled("development.txt")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(REPLIES), max_size=5),
    st.lists(st.sampled_from(OverlapKind), max_size=6),
    st.booleans(),
)
def test_marks_stay_marks(texts: list[str], kinds: list[OverlapKind], good: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever is said, marks are 0..100 and advice is three at most."""
    replies = [reply(text, at * 6000, at * 6000 + 5000) for at, text in enumerate(texts)]
    overlaps = [Overlap(at * 900, at * 900 + 500, kind, "words") for at, kind in enumerate(kinds)]
    card = rated((line("a b c", 0, 5000), *overlaps, *replies), GOOD if good else BAD).scorecard
    marks = [mark for mark in (*asdict(card.marks).values(), card.overall) if mark is not None]

    assert all(0 <= mark <= 100 for mark in marks)
    assert len(card.advice) <= 3
    assert all(finding.start_ms <= finding.end_ms for finding in card.findings)


@pytest.mark.parametrize(
    "rude", [text for ids, text in labelled("development.txt") if "blame" in ids]
)
def test_a_rude_reply_never_helps(rude: str) -> None:
    """A reply that blames, said after a calm conversation, lowers the calming mark."""
    before = rated(CALM).scorecard.marks.calming
    after = rated((*CALM, reply(rude, 37_000, 39_000))).scorecard.marks.calming

    assert before is not None
    assert after is not None
    assert after < before


def test_marks_open_to_what_they_are_made_of() -> None:
    """A mark is where it starts and its findings' points; the overall mark is the marks' shares."""
    card = rated(CALM, GOOD).scorecard
    marks = asdict(card.marks)

    for name, mark in marks.items():
        assert round(sum(part.value for part in card.made_of[name]), 2) == mark
        assert card.made_of[name][0].what == "start"
    shares = {part.what: part.value for part in card.made_of["overall"]}
    assert set(shares) == set(marks)
    assert round(sum(shares.values())) == card.overall


def test_what_is_not_rated_is_made_of_nothing() -> None:
    """A mark that was not given has no parts, and no share of the whole."""
    assert rated(()).scorecard.made_of == {}
    assert "outcome" not in rated(CALM).scorecard.made_of


def test_findings_to_mend_say_what_is_better() -> None:
    """Whatever cost points and can be put better says how; praise has nothing to mend."""
    findings = rated(RUDE, BAD).scorecard.findings
    better = {finding.rule: finding.better for finding in findings}

    assert better["dismiss"] == rubric().advice["dismiss"].better[0]
    assert all(finding.better for finding in findings if finding.rule in rubric().advice)
    assert all(not one.better for one in rated(CALM, GOOD).scorecard.findings if one.points > 0)
