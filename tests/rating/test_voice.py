"""The voice against the sound check: louder, and higher or quicker, for a second or more."""

from dataclasses import replace

import pytest

from tests.support.rating import TEN_WORDS, reply, rubric
from trainer.conversation.timeline import (
    Baseline,
    Listening,
    Reply,
    ReplySound,
    Timeline,
    VoiceStep,
)
from trainer.conversation.words import Span
from trainer.rating.scorecard import Finding
from trainer.rating.voice import find_voice, voice_unrated

CALM = Baseline(words_per_minute=140, level_db=-30.0, pitch_hz=150.0, articulation_rate=4.0)
RULES = rubric().voice


def spoken(
    levels_db: list[float], hertz: float | None = 150.0, nuclei: int = 0, start_ms: int = 65_000
) -> Reply:
    """Return a reply with a step for each level."""
    end_ms = start_ms + 250 * len(levels_db)
    steps = tuple(
        VoiceStep(start_ms + 250 * at, level_db, hertz) for at, level_db in enumerate(levels_db)
    )
    beats = tuple(start_ms + (end_ms - start_ms) * at // max(1, nuclei) for at in range(nuclei))
    sound = ReplySound((Span(start_ms, end_ms),), (), beats, steps)
    return replace(reply(TEN_WORDS, start_ms, end_ms), sound=sound)


def found(*replies: Reply, baseline: Baseline | None = CALM) -> list[Finding]:
    """Return what is flagged."""
    return list(find_voice(Timeline(120_000, replies, Listening(baseline=baseline)), RULES))


def test_louder_and_higher() -> None:
    """It says what was measured and when, what was said, and never what anybody felt."""
    (one,) = found(spoken([-30.0, *[-20.0] * 4, -30.0, -30.0, -30.0], hertz=190.0))

    assert one.text == "Louder and higher than in your sound check, at 1:05."
    assert (one.rule, one.points) == ("louder", RULES.points)
    assert one.start_ms <= 65_250
    assert one.end_ms >= 66_250
    assert one.quote


def test_louder_and_quicker() -> None:
    """Five syllables a second against four are enough; higher is not needed."""
    calm = [spoken([-30.0] * 8, nuclei=8, start_ms=at_ms) for at_ms in (0, 5_000)]
    (one,) = found(*calm, spoken([-20.0] * 8, nuclei=10))

    assert one.text.startswith("Louder and quicker than")
    assert found(*calm, spoken([-20.0] * 8, nuclei=9)) == []


def test_quicker_than_the_sentence_read_is_usual() -> None:
    """Somebody who always speaks so is not flagged: the sentence was slower than speech is."""
    always = [spoken([-20.0] * 8, nuclei=10, start_ms=at_ms) for at_ms in (0, 5_000, 10_000)]

    assert found(*always) == []


def test_both() -> None:
    """Louder, higher and quicker is one moment."""
    calm = [spoken([-30.0] * 8, nuclei=8, start_ms=at_ms) for at_ms in (0, 5_000)]
    (one,) = found(*calm, spoken([-20.0] * 8, hertz=190.0, nuclei=12))

    assert one.text.startswith("Louder and higher, quicker than")


@pytest.mark.parametrize(
    "said",
    [
        spoken([-20.0] * 8),
        spoken([-26.0] * 8, hertz=190.0, nuclei=20),
        spoken([-20.0] * 3, hertz=190.0),
        spoken([-20.0] * 8, hertz=None),
        spoken([]),
        reply("typed or read", 0, 2_000),
    ],
)
def test_one_alone_is_nothing(said: Reply) -> None:
    """Loud alone, high alone, or for less than a second: not flagged."""
    assert found(said) == []


def test_a_pause_breaks_a_second() -> None:
    """Two shouts of half a second with silence between them are no second."""
    loud = spoken([-20.0] * 4, hertz=190.0)
    assert loud.sound is not None
    steps = [
        *loud.sound.steps[:2],
        *(replace(s, start_ms=s.start_ms + 250) for s in loud.sound.steps[2:]),
    ]
    broken = replace(loud, sound=replace(loud.sound, steps=tuple(steps)))

    assert found(broken) == []


def test_only_the_first_few_cost() -> None:
    """All are shown; the weight stays small."""
    shouts = [spoken([-20.0] * 4, hertz=190.0, start_ms=5_000 * at) for at in range(4)]

    assert [one.points for one in found(*shouts)] == [RULES.points] * RULES.most + [0.0, 0.0]


@pytest.mark.parametrize(
    "baseline",
    [None, Baseline(), replace(CALM, pitch_hz=None, articulation_rate=None)],
)
def test_nothing_without_a_baseline(baseline: Baseline | None) -> None:
    """What there is nothing to compare with is not flagged."""
    assert found(spoken([-20.0] * 8, hertz=190.0, nuclei=20), baseline=baseline) == []


def test_where_nothing_sounded() -> None:
    """Steps without sound have no rate of syllables."""
    said = spoken([-20.0] * 8, nuclei=20)
    assert said.sound is not None
    elsewhere = replace(said, sound=replace(said.sound, sounding=(Span(0, 10),)))

    assert found(elsewhere) == []


def test_nobody_spoke() -> None:
    """Without a sound there is nothing to compare."""
    assert found() == []


def test_why_the_voice_is_not_rated() -> None:
    """Said only where somebody spoke aloud and no sound check was made."""
    loud = spoken([-20.0] * 8)

    assert voice_unrated(Timeline(1, (loud,))) == (
        "There was no sound check to compare your voice with."
    )
    assert voice_unrated(Timeline(1, (loud,), Listening(baseline=CALM))) == ""
    assert voice_unrated(Timeline(1, (reply("typed", 0, 900, typed=True),))) == ""
