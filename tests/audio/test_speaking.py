"""Pauses, syllables, loudness and pitch of speech, on sounds that are known to the millisecond."""

import numpy as np
import pytest

from trainer.audio.speaking import SpeechMeter, articulation_of
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Millis,
    Samples,
    silence,
)
from trainer.conversation.timeline import ReplySound
from trainer.conversation.words import Span

EVERYTHING = (Span(0, 60_000),)


def still(length_ms: Millis) -> Samples:
    """Return a quiet room."""
    return silence(length_ms * SAMPLE_RATE // 1000)


def syllables(count: int, each_ms: Millis = 200, hertz: float = 150.0) -> Samples:
    """Return that many vowels, each of which swells and fades."""
    length = each_ms * SAMPLE_RATE // 1000
    at_s = np.arange(length) / SAMPLE_RATE
    vowel = sum(np.sin(2 * np.pi * hertz * n * at_s) / n for n in range(1, 15))
    swell = np.sin(np.pi * np.arange(length) / length) ** 0.5
    return np.tile(0.05 * vowel * swell, count).astype(np.float32)


def hiss(length_ms: Millis) -> Samples:
    """Return noise as of an s."""
    noise = np.random.default_rng(1).normal(0, 0.05, length_ms * SAMPLE_RATE // 1000)
    return np.diff(noise, append=0.0).astype(np.float32)


def measured(
    *parts: Samples, speech: tuple[Span, ...] = EVERYTHING, start_ms: Millis = 0
) -> ReplySound | None:
    """Measure the sounds one after the other."""
    meter = SpeechMeter()
    hear(meter, start_ms, *parts)
    return meter.sound(speech)


def hear(meter: SpeechMeter, start_ms: Millis, *parts: Samples) -> None:
    """Let the meter hear the sounds from a moment on."""
    whole = np.concatenate(parts)
    for place in range(len(whole) // BLOCK_SAMPLES):
        heard = whole[place * BLOCK_SAMPLES : (place + 1) * BLOCK_SAMPLES]
        meter.hear(Block(start_ms + place * BLOCK_MS, heard, silence()))


def known(sound: ReplySound | None) -> ReplySound:
    """Return the sound, which is there."""
    assert sound is not None
    return sound


def test_syllables_are_counted() -> None:
    """Each swell of the voice is one, at its loudest."""
    sound = known(measured(still(400), syllables(5), still(400)))

    assert len(sound.nuclei) == 5
    assert sound.nuclei[0] == pytest.approx(500, abs=50)
    assert articulation_of(sound) == pytest.approx(5.0, rel=0.05)


def test_a_pause_is_as_long_as_it_is() -> None:
    """To 20 ms, and it does not slow the articulation."""
    sound = known(measured(still(400), syllables(4), still(700), syllables(4), still(400)))
    (pause,) = sound.pauses(250)

    assert pause.start_ms == pytest.approx(1_200, abs=20)
    assert pause.end_ms == pytest.approx(1_900, abs=20)
    assert articulation_of(sound) == pytest.approx(5.0, rel=0.05)


def test_an_s_is_no_syllable() -> None:
    """It is loud, but has no pitch; it is part of what is said all the same."""
    sound = known(measured(still(400), syllables(2), hiss(200), still(400)))

    assert len(sound.nuclei) == 2
    assert sound.span.end_ms == pytest.approx(1_000, abs=20)
    assert sound.voiced[-1].end_ms == pytest.approx(800, abs=40)


def test_a_click_in_a_pause_does_not_part_it() -> None:
    """A sound under 80 ms without a pitch is nothing."""
    click = hiss(40)
    sound = known(measured(syllables(4), still(400), click, still(400), syllables(4)))

    assert [pause.length_ms for pause in sound.pauses(250)] == [pytest.approx(840, abs=30)]


def test_a_plosive_ends_the_word() -> None:
    """A burst after a closure of 90 ms belongs to what was said."""
    sound = known(measured(syllables(2), still(90), hiss(30), still(600)))

    assert sound.span.end_ms == pytest.approx(520, abs=20)


def test_loudness_and_pitch_go_with_the_voice() -> None:
    """Twice the amplitude is 6 dB, an octave is 12 semitones."""
    low, high = syllables(10), 2 * syllables(10, hertz=300.0)
    calm, raised = known(measured(low)), known(measured(high))

    assert calm.level_db is not None
    assert raised.level_db is not None
    assert raised.level_db - calm.level_db == pytest.approx(6, abs=1)
    assert calm.pitch_hz == pytest.approx(150, rel=0.03)
    assert raised.pitch_hz == pytest.approx(300, rel=0.03)
    assert known(measured(low, high)).pitch_range == pytest.approx(12, abs=0.5)


def test_only_speech_is_measured() -> None:
    """What lies outside the gate's stretches is somebody else's."""
    sound = known(measured(syllables(5), still(500), syllables(5), speech=(Span(1_500, 2_500),)))

    assert len(sound.nuclei) == 5
    assert sound.span.start_ms >= 1_450


def test_blocks_that_were_left_out_were_silent() -> None:
    """A reply goes on after a pause in which nobody listened."""
    meter = SpeechMeter()
    hear(meter, 1_000, syllables(5))
    hear(meter, 5_000, syllables(5))
    sound = known(meter.sound(EVERYTHING))

    assert len(sound.nuclei) == 10
    assert [pause.length_ms for pause in sound.pauses(250)] == [pytest.approx(3_000, abs=20)]


def test_nothing_heard_is_nothing() -> None:
    """No block, a silent room, or no speech in it."""
    assert SpeechMeter().sound(EVERYTHING) is None
    assert measured(still(1_000)) is None
    assert measured(syllables(5), speech=()) is None


def test_too_little_has_no_rate() -> None:
    """Two syllables are no pace."""
    assert articulation_of(known(measured(still(200), syllables(2), still(200)))) is None
