"""What a person lays over the rubric: their own pace band, and fluency left out."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.support.rating import TEN_WORDS, english, line, reply, rubric
from trainer.conversation.timeline import Listening, Silence, Timeline
from trainer.rating.fluency import FLUENCY, LEFT_OUT
from trainer.rating.own_rules import NO_OWN_RULES, OwnRules, lay_over
from trainer.rating.rating import rate
from trainer.rating.rubric import Rubric
from trainer.rating.scorecard import Rating
from trainer.techniques.detector import Detector

WITHOUT = OwnRules(fluency=False)
HESITANT = Timeline(
    60_000,
    (
        line("well", 0, 1000, pressure=80),
        Silence(1000, 9000, announced=False),
        reply(f"um {TEN_WORDS} um", 9000, 22_000),
    ),
    Listening(),
)
"""Eight seconds until the first word, 55 words a minute, two fillers in twelve words."""


def rated(timeline: Timeline, rules: Rubric) -> Rating:
    """Rate with one syllable a word."""
    return rate(timeline, Detector(english()), rules, lambda _: 1)


def rules_of(rating: Rating) -> set[str]:
    """Return what was found."""
    return {one.rule for one in rating.scorecard.findings}


def test_nothing_of_ones_own_changes_nothing() -> None:
    """The rubric is the very same."""
    assert lay_over(rubric(), NO_OWN_RULES) is rubric()
    assert NO_OWN_RULES.sign == ""


def test_the_rubric_rates_fluency() -> None:
    """Without a choice, hesitation costs and is shown."""
    rating = rated(HESITANT, rubric())

    assert {"dead_air", "too_slow", "fillers"} <= rules_of(rating)
    assert all(getattr(rating.pacing, name) is not None for name in FLUENCY)
    assert not rating.pacing.fluency_left_out
    assert LEFT_OUT not in rating.scorecard.not_rated.values()


def test_fluency_left_out_is_neither_measured_nor_scored() -> None:
    """No filler, no pause, no slow pace and no dead air is held against who left them out."""
    rating = rated(HESITANT, lay_over(rubric(), WITHOUT))

    assert not {"dead_air", "too_slow", "fillers"} & rules_of(rating)
    assert rating.scorecard.marks.pacing == 100
    for name in FLUENCY:
        assert getattr(rating.pacing, name) is None
        assert name not in rating.pacing.made_of
        assert rating.scorecard.not_rated[name] == "You chose to leave these out."
    assert rating.scorecard.not_rated["dead_air"] == LEFT_OUT
    (first,) = rating.pacing.replies
    assert (first.pause_ratio, first.mean_pause_ms, first.longest_pause_ms) == (None, None, None)
    assert first.fillers_per_100_words is None


def test_the_rest_is_rated_as_before() -> None:
    """The pace itself, the gap and the other marks stay as they are."""
    before, after = rated(HESITANT, rubric()), rated(HESITANT, lay_over(rubric(), WITHOUT))

    assert after.pacing.words_per_minute == before.pacing.words_per_minute
    assert after.pacing.reply_gap_ms_median == before.pacing.reply_gap_ms_median
    assert after.scorecard.marks.calming == before.scorecard.marks.calming
    assert after.scorecard.marks.steps == before.scorecard.marks.steps


def test_too_fast_still_counts() -> None:
    """Leaving fluency out is no excuse for a rush."""
    rush = Timeline(20_000, (reply(f"{TEN_WORDS} {TEN_WORDS}", 0, 5000),), Listening())

    assert "too_fast" in rules_of(rated(rush, lay_over(rubric(), WITHOUT)))


def test_estimated_fillers_are_left_out_too() -> None:
    """The reason is the person's choice, not the recogniser's lack."""
    unknown = replace(HESITANT, listening=Listening(fillers_unrated="It knows no um."))

    rating = rated(unknown, lay_over(rubric(), WITHOUT))

    assert rating.scorecard.not_rated["fillers_per_100_words"] == LEFT_OUT
    assert not rating.pacing.fillers_estimated


def test_a_band_of_ones_own_is_the_target() -> None:
    """What was slow by the rubric is on target by one's own, and the rest of it stands."""
    slower = lay_over(rubric(), OwnRules(target_wpm=(50, 100)))
    rating = rated(HESITANT, slower)

    assert "too_slow" not in rules_of(rating)
    assert list(rating.pacing.target_wpm) == [50, 100]
    assert rubric().pacing.target_from_wpm == 120
    assert slower.pacing.monologue_ms == rubric().pacing.monologue_ms
    assert slower.weights == rubric().weights


def test_a_rubric_without_fluency_can_not_be_overruled() -> None:
    """A training room that rates no fluency rates it for nobody."""
    room = lay_over(rubric(), WITHOUT)

    assert not lay_over(room, OwnRules(target_wpm=(100, 150))).pacing.fluency


def test_a_band_that_is_none_is_refused() -> None:
    """What the rubric's file could not hold, nobody can lay over it."""
    with pytest.raises(ValidationError):
        lay_over(rubric(), OwnRules(target_wpm=(0, 100)))


def test_rules_tell_each_other_apart() -> None:
    """Their sign is part of the version that a rating is kept with."""
    both = OwnRules(target_wpm=(100, 150), fluency=False)

    assert (WITHOUT.sign, both.sign) == ("no-fluency", "100-150+no-fluency")
