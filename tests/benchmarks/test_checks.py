"""Doubt and raised voices are found where they are made."""

from dataclasses import replace

from benchmarks.checks import doubt_figures, voice_figures
from benchmarks.monologues import make_monologues
from tests.support.rating import TEN_WORDS, reply, rubric, sounded
from trainer.conversation.syllables import count_syllables
from trainer.conversation.timeline import Timeline
from trainer.conversation.words import Span


def test_doubt_is_of_replies_long_enough_for_a_verdict() -> None:
    """Words that the sound bears out are not doubted, half as many are."""
    words = reply(f"{TEN_WORDS} {TEN_WORDS} {TEN_WORDS}", 0, 9_000)
    borne_out = Timeline(9_000, (sounded(words, (Span(0, 9_000),), nuclei=30),))
    figures = doubt_figures([borne_out] * 5, rubric(), lambda _: 1, seed=1)

    assert figures["doubted"] == 0
    assert figures["doubted_words_lost"] == 1
    assert doubt_figures([], rubric(), lambda _: 1, seed=1)["doubted"] is None


def test_a_raised_voice_is_flagged_and_a_calm_one_is_not() -> None:
    """Flite's voices can't be raised, so that they are left out."""
    (one,) = make_monologues(7, 1, count_syllables)
    flite = replace(one, speaker=replace(one.speaker, engine="flite"))
    figures = voice_figures([one], rubric())

    assert figures["voice_flagged_alike"] == 0
    assert figures["voice_flagged_raised"] == 1
    assert voice_figures([flite], rubric())["voice_flagged_raised"] is None
