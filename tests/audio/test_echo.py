from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest

from trainer.audio import echo_aligning
from trainer.audio.echo import EchoGuard, EchoMode
from trainer.audio.echo_catching_up import AT_ONCE
from trainer.audio.echo_delay import Likeness, likeness_of
from trainer.audio.echo_filter import LinearCanceller, Split
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import SAMPLE_RATE, Block, Samples, silence
from trainer.resources import asset

SECOND = SAMPLE_RATE
DELAY_MS = 72


@cache
def voices() -> tuple[Samples, Samples]:
    """Return two people who speak for 8 s without long pauses, at -26 dBFS."""
    paths = sorted(asset("demo/replies").glob("*.flac"))
    sounds = [_dense(to_16k(*read_sound(path))) for path in paths]
    joined = np.concatenate(sounds * 4)
    other = np.concatenate(
        [np.interp(np.arange(0, len(s), 1.25), np.arange(len(s)), s) for s in sounds * 4]
    )
    return joined[: 10 * SECOND], other[: 10 * SECOND].astype(np.float32)


def _dense(sound: Samples) -> Samples:
    steps: Samples = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    loud: Samples = steps[np.sqrt(np.mean(steps**2, axis=1)) > 0.01].reshape(-1)
    return loud * np.float32(0.05 / np.sqrt(np.mean(loud**2)))


def room_of(played: Samples, delay_ms: int = DELAY_MS, noise: float = 0.001) -> Samples:
    """Return what a microphone gets of what is played in a small room."""
    rng = np.random.default_rng(7)
    time_s = np.arange(4_000) / SAMPLE_RATE
    response = rng.normal(0, 0.05, 4_000) * 10 ** (-3 * time_s / 0.25)
    response[0] = 1
    size = 1 << 19
    echo = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(response, size))[: len(played)]
    late = np.concatenate([np.zeros(delay_ms * 16), echo])[: len(played)]
    return (late + rng.normal(0, noise, len(played))).astype(np.float32)


def with_pause(sound: Samples) -> Samples:
    """Return the sound with a second of nothing before it."""
    return np.concatenate([silence(SECOND), sound])


def blocks(played: Samples, heard: Samples) -> Iterator[Block]:
    """Cut both into blocks."""
    for at in range(0, len(played) - 319, 320):
        yield Block(at // 16, heard[at : at + 320], played[at : at + 320])


def trained() -> EchoGuard:
    """Return a guard after a sound check of 7 s."""
    guard = EchoGuard()
    played = with_pause(voices()[0][: 6 * SECOND])
    guard.calibrate(played, room_of(played))
    return guard


def test_a_sound_check_finds_delay_and_drift() -> None:
    """The sound check tells how late the echo is, that no clock drifts, and removes 15 dB of it."""
    state = trained().state

    assert state is not None
    assert state.echoes
    assert state.delay_ms == pytest.approx(DELAY_MS, abs=0.2)
    assert state.drift_ppm == pytest.approx(0, abs=1)
    assert state.erle_db > 15


def test_the_customer_alone_is_echo_only_at_another_delay() -> None:
    """After a sound check nothing but echo is heard in another opening with another delay."""
    guard = trained()
    played = with_pause(voices()[0][3 * SECOND :])
    cleaned = [guard.clean(one) for one in blocks(played, room_of(played, 103))]

    assert guard.mode is EchoMode.LINEAR
    assert guard.delay_ms == pytest.approx(103, abs=0.2)
    assert (guard.erle_db or 0) > 15
    assert all(one.echo_only for one in cleaned[50:])


def test_the_trainee_over_the_customer_is_told_within_a_fifth_of_a_second() -> None:
    """Somebody who speaks as loud as the echo is more than echo within 200 ms."""
    guard = trained()
    played = with_pause(voices()[0][: 6 * SECOND])
    heard = room_of(played)
    heard[4 * SECOND : 6 * SECOND] += voices()[1][: 2 * SECOND]
    told = [
        one.gate.start_ms for one in map(guard.clean, blocks(played, heard)) if not one.echo_only
    ]

    after = [at_ms for at_ms in told if at_ms >= 4_000]
    assert [at_ms for at_ms in told if 1_000 <= at_ms < 4_000] == []
    assert after[0] < 4_200
    assert len([at_ms for at_ms in after if at_ms < 6_000]) > 80


def test_a_drifting_clock_is_followed() -> None:
    """At 80 ppm the sound check tells the drift, and the echo stays out afterwards."""
    ppm = 80.0
    played = with_pause(voices()[0][: 8 * SECOND])
    at = np.arange(len(played)) * (1 - ppm * 1e-6)
    heard = np.interp(at, np.arange(len(played)), room_of(played)).astype(np.float32)
    guard = EchoGuard()
    guard.calibrate(played[: 7 * SECOND], heard[: 7 * SECOND])
    cleaned = [guard.clean(one) for one in blocks(played, heard)]

    assert guard.drift_ppm == pytest.approx(ppm, abs=3)
    assert guard.mode is EchoMode.LINEAR
    assert sum(not one.echo_only for one in cleaned[50:]) == 0


def test_without_a_sound_check_nothing_is_told_before_it_has_learned() -> None:
    """A guard that knows nothing lets no speech through over the first 3 s, and learns."""
    guard = EchoGuard()
    played = with_pause(voices()[0])
    cleaned = []
    for one in blocks(played, room_of(played)):
        cleaned.append(guard.clean(one))
        if one.start_ms == 3_500:
            assert guard.mode is EchoMode.LEARNING

    assert all(one.echo_only for one in cleaned[50:200])
    assert guard.mode is EchoMode.LINEAR
    assert guard.delay_ms == pytest.approx(DELAY_MS, abs=0.2)
    assert guard.drift_ppm == pytest.approx(0, abs=2)


def test_an_echo_that_comes_late_is_still_found() -> None:
    """A headset that is pulled out after 7 s of playback leaves an echo that is learned, too."""
    guard = EchoGuard()
    played = np.concatenate([voices()[0], voices()[0]])
    heard = room_of(played)
    heard[: 7 * SECOND] = np.random.default_rng(1).normal(0, 0.001, 7 * SECOND)
    modes = {}
    for one in blocks(played, heard):
        guard.clean(one)
        modes[one.start_ms] = guard.mode

    assert modes[6_900] is EchoMode.SUPPRESSED
    assert guard.mode is EchoMode.LINEAR
    assert guard.delay_ms == pytest.approx(DELAY_MS, abs=0.2)


@pytest.mark.parametrize("echoes", [True, False])
def test_no_block_holds_up_the_rehearsal(monkeypatch: pytest.MonkeyPatch, *, echoes: bool) -> None:
    """Without a sound check a block costs one correlation at most, and 20 steps of the filter."""
    correlated: list[int] = []
    filtered: list[int] = []
    split = LinearCanceller.split

    def counted_likeness(played: Samples, heard: Samples, at: int) -> Likeness | None:
        correlated[-1] += 1
        return likeness_of(played, heard, at)

    def counted_split(self: LinearCanceller, *sound: Samples, learns: bool = True) -> Split:
        filtered[-1] += 1
        return split(self, *sound, learns=learns)

    monkeypatch.setattr(echo_aligning, "likeness_of", counted_likeness)
    monkeypatch.setattr(LinearCanceller, "split", counted_split)
    guard = EchoGuard()
    played = voices()[0]
    heard = room_of(played) if echoes else room_of(np.zeros_like(played))
    for one in blocks(played, heard):
        correlated.append(0)
        filtered.append(0)
        guard.clean(one)

    assert max(correlated) == 1
    assert max(sum(correlated[at : at + 50]) for at in range(len(correlated))) <= 2
    assert max(filtered) == (AT_ONCE if echoes else 0)
    assert (guard.mode is EchoMode.LINEAR) is echoes


@pytest.mark.parametrize("delay_ms", [DELAY_MS + 1, DELAY_MS + 59])
def test_an_echo_whose_delay_jumps_is_found_again(delay_ms: int) -> None:
    """Where a device's buffer grows in mid-call, it is lost for a second, and nobody is made up."""
    guard = trained()
    played = np.concatenate([with_pause(voices()[0]), voices()[0]])
    heard = np.concatenate([room_of(played)[: 5 * SECOND], room_of(played, delay_ms)[5 * SECOND :]])
    modes, told = {}, []
    for one in blocks(played, heard):
        cleaned = guard.clean(one)
        modes[one.start_ms] = guard.mode
        told += [one.start_ms] if one.start_ms >= 1_000 and not cleaned.echo_only else []

    assert modes[4_900] is EchoMode.LINEAR
    assert modes[5_200] is EchoMode.SUPPRESSED
    assert modes[6_000] is EchoMode.LINEAR
    assert guard.delay_ms == pytest.approx(delay_ms, abs=0.2)
    assert len(told) < 8


def test_clocks_that_drift_apart_after_the_sound_check_are_found_again() -> None:
    """A drift that the canceller can't follow loses the echo; delay and drift are found anew."""
    guard = trained()
    played = with_pause(np.tile(voices()[0], 3))
    at = np.arange(len(played)) * (1 - 150e-6)
    heard = np.interp(at, np.arange(len(played)), room_of(played)).astype(np.float32)
    modes = []
    for one in blocks(played, heard):
        guard.clean(one)
        modes.append(guard.mode)

    assert EchoMode.SUPPRESSED in modes
    assert modes[-100:].count(EchoMode.LINEAR) == 100
    assert guard.drift_ppm == pytest.approx(150, abs=10)


def test_the_trainee_is_heard_after_a_line_that_a_resampler_draws_out() -> None:
    """What a resampler sends for ever after a line, 1e-40 and less, is no customer speaking."""
    guard = EchoGuard()
    played = np.concatenate([with_pause(voices()[0][: 2 * SECOND]), silence(3 * SECOND)])
    played[3 * SECOND :] = 1e-40
    cleaned = [guard.clean(one) for one in blocks(played, room_of(played))]

    assert guard.mode is EchoMode.LEARNING
    assert all(one.echo_only for one in cleaned[50:150])
    assert not any(one.echo_only for one in cleaned[200:])


def test_a_headset_has_no_echo_to_guard_against() -> None:
    """Where the microphone hears nothing of the loudspeaker, it is left as it is."""
    played = with_pause(voices()[0][: 6 * SECOND])
    heard = np.random.default_rng(1).normal(0, 0.001, len(played)).astype(np.float32)
    guard = EchoGuard()
    state = guard.calibrate(played, heard)
    heard[3 * SECOND :] += voices()[1][: 4 * SECOND]
    cleaned = [guard.clean(one) for one in blocks(played, heard)]

    assert not state.echoes
    assert guard.mode is EchoMode.NO_ECHO
    assert not any(one.echo_only for one in cleaned)
    assert np.array_equal(cleaned[200].gate.heard, heard[200 * 320 : 201 * 320])


def test_the_ears_get_the_microphone_when_nothing_is_played() -> None:
    """With a silent loudspeaker the recogniser hears the microphone itself, 8 ms late."""
    guard = EchoGuard()
    heard = voices()[1][:SECOND]
    ears = np.concatenate([guard.clean(one).ears.heard for one in blocks(silence(SECOND), heard)])

    assert np.allclose(ears[128:], heard[: SECOND - 128], atol=1e-6)


def test_the_ears_lose_the_customer() -> None:
    """While the customer speaks, the recogniser hears 20 dB less of them."""
    guard = trained()
    played = with_pause(voices()[0][: 6 * SECOND])
    heard = room_of(played)
    ears = np.concatenate([guard.clean(one).ears.heard for one in blocks(played, heard)])
    late = slice(3 * SECOND, 6 * SECOND)

    assert np.mean(ears[late] ** 2) < 0.01 * np.mean(heard[late] ** 2)


def test_an_echo_from_nowhere_falls_back_on_aec3() -> None:
    """An echo that no fixed delay explains is left to AEC3, and still is no speech."""
    guard = EchoGuard()
    played = with_pause(voices()[0])
    wobble = np.arange(len(played)) - 1_600 - 300 * np.sin(np.arange(len(played)) / 1_500)
    heard = np.interp(wobble, np.arange(len(played)), played).astype(np.float32)
    cleaned = [guard.clean(one) for one in blocks(played, heard)]

    assert guard.mode is not EchoMode.LINEAR
    assert sum(not one.echo_only for one in cleaned[50:]) < 50
