"""Words and sound of a reply, each alone and held against each other."""

from collections.abc import Sequence

import pytest

from tests.support.rating import reply, rubric, sounded
from trainer.conversation.timeline import Reply, ReplySound
from trainer.conversation.words import Span, Word
from trainer.rating.stretches import Stretch, joined, stretch_of

RULES = rubric().pacing
TEN = "one two three four five six seven eight nine ten"


def of(said: Reply, fillers: Sequence[str] | None = ()) -> Stretch:
    """Measure a reply with one syllable a word."""
    return stretch_of(said, RULES, lambda _: 1, fillers)


def test_times_are_the_sounds() -> None:
    """Where the sound was measured, pauses and speaking time are its own."""
    said = sounded(reply(TEN, 0, 4_800), (Span(100, 2_100), Span(2_600, 5_100)), nuclei=10)

    assert of(said).speaking_ms == 5_000
    assert of(said).pauses == (Span(2_100, 2_600),)
    assert of(said).words_per_minute == 120.0
    assert not of(said).doubtful


@pytest.mark.parametrize(("nuclei", "doubtful"), [(10, False), (12, False), (13, True), (8, True)])
def test_words_that_the_sound_does_not_bear_out(nuclei: int, doubtful: bool) -> None:  # noqa: FBT001 - drawn
    """More than a fifth apart in syllables, the words are not trusted."""
    said = sounded(reply(TEN, 0, 5_000), (Span(0, 5_000),), nuclei=nuclei)

    assert of(said).doubtful is doubtful


def test_doubtful_words_are_estimated_from_the_sound() -> None:
    """Half the words went unheard: the syllables tell how many there were."""
    said = sounded(reply(TEN, 0, 5_000), (Span(0, 5_000),), nuclei=20)

    assert of(said).words == 20
    assert of(said).words_per_minute == 240.0
    assert of(said).articulation_rate == 4.0
    assert of(said).disagreement == pytest.approx(0.5)


def test_words_without_a_syllable_are_doubtful_of_nothing() -> None:
    """What can't be compared is taken as it is."""
    said = sounded(reply(TEN, 0, 5_000), (Span(0, 5_000),), nuclei=0)

    assert of(said).disagreement is None
    assert of(said).words == 10


def test_sound_without_words() -> None:
    """Articulation comes from the sound alone; there are no words to count."""
    said = sounded(Reply(0, 5_000, ()), (Span(0, 2_000), Span(3_000, 5_000)), nuclei=20)

    assert of(said).articulation_rate == 5.0
    assert of(said).pause_ratio == 0.2
    assert of(said).words_per_minute is None
    assert of(said).fillers_per_100_words is None
    assert of(said).is_enough(RULES)


def test_fillers_are_estimated_where_they_are_not_recognised() -> None:
    """A voiced stretch of 200 ms without a word in it may be one; a shorter one is not."""
    words = (Word("well", 0, 400), Word("yes", 1_000, 1_400))
    voiced = (Span(0, 350), Span(500, 800), Span(850, 950), Span(1_050, 1_400))
    said = Reply(0, 1_400, words, sound=ReplySound((Span(0, 1_400),), voiced))

    assert of(said, None).fillers == (Span(500, 800),)
    assert of(said, ["well"]).fillers == (Span(0, 400),)
    assert of(reply(TEN, 0, 5_000), None).fillers is None


def test_doubtful_words_have_no_estimated_fillers() -> None:
    """A word that was missed would be taken for one."""
    said = sounded(reply(TEN, 0, 5_000), (Span(0, 9_000),), nuclei=40)

    assert of(said).doubtful
    assert of(said, None).fillers is None


def test_joined() -> None:
    """The whole is the sum; fillers are known if any stretch knows them."""
    one = Stretch(5, 2_000, 6, (Span(0, 300),), (Span(1, 2),))
    two = Stretch(3, 1_000, 4, (), None)

    assert joined([one, two]) == Stretch(8, 3_000, 10, (Span(0, 300),), (Span(1, 2),))
    assert joined([two]).fillers is None
    assert joined([two]).mean_pause_ms == joined([two]).longest_pause_ms == 0
