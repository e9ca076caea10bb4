"""Truth about replies that are made: pauses that are put in are there, to the sample."""

import numpy as np
import pytest

from benchmarks.monologues import blocks_of, make_monologues
from trainer.audio.level import rms_db
from trainer.conversation.blocks import SAMPLE_RATE
from trainer.conversation.syllables import count_syllables


def test_phrases_and_pauses_are_where_they_are_said_to_be() -> None:
    """Phrases are loud; between them there is nothing but the room."""
    (one,) = make_monologues(7, 1, count_syllables)
    per_ms = SAMPLE_RATE // 1000

    assert len(one.pauses) == len(one.phrases) - 1
    for phrase in one.phrases:
        assert rms_db(one.samples[phrase.start_ms * per_ms : phrase.end_ms * per_ms]) > -25
    for pause in one.pauses:
        assert 300 <= pause.length_ms <= 1_500
        within = one.samples[(pause.start_ms + 1) * per_ms : (pause.end_ms - 1) * per_ms]
        assert rms_db(within) < -45


def test_its_figures_are_of_its_text() -> None:
    """Words a minute over the whole, syllables a second without the pauses."""
    (one,) = make_monologues(7, 1, count_syllables)
    articulating_ms = one.spoken_ms - sum(pause.length_ms for pause in one.pauses)

    assert one.words == len(one.text.split())
    assert one.words_per_minute == pytest.approx(one.words / (one.spoken_ms / 60_000))
    assert one.articulation_rate == pytest.approx(one.syllables * 1000 / articulating_ms)


def test_the_same_seed_makes_the_same_replies() -> None:
    """And another seed others."""
    same = [next(make_monologues(7, 1, count_syllables)) for _ in range(2)]
    other = next(make_monologues(8, 1, count_syllables))

    assert np.array_equal(same[0].samples, same[1].samples)
    assert other.text != same[0].text
    assert sum(len(block.heard) for block in blocks_of(other.samples)) <= len(other.samples)
