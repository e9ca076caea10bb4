import subprocess
from collections.abc import Iterable, Iterator
from itertools import chain, product, repeat
from pathlib import Path

import numpy as np
import pytest

from tests.support.audio import tone
from trainer.audio.gate import GateSettings, GateState, SpeechGate
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import Block, OverEcho, Samples, silence
from trainer.conversation.turns import SpeechStarted, SpeechStopped

TEXTS = ("how can i help you today", "so sorry to hear that", "find the parcel", "okay")
VOICES = ("en-us", "en-gb+f3", "en-us+m3")


def blocks(sound: Samples) -> Iterator[Block]:
    """Cut the sound into blocks."""
    for first in range(0, len(sound) - 319, 320):
        yield Block(first // 16, sound[first : first + 320].astype(np.float32), silence())


def room(length_ms: int, level_db: float = -65) -> Samples:
    """Return the noise of a room."""
    noise = np.random.default_rng(length_ms).normal(0, 10 ** (level_db / 20), length_ms * 16)
    return noise.astype(np.float32)


def scripted(likelihoods: Iterable[float], settings: GateSettings | None = None) -> SpeechGate:
    """Return a gate whose model says these likelihoods, frame by frame."""
    coming = chain(likelihoods, repeat(0.0))
    return SpeechGate(settings, lambda _frame: next(coming))


def events(gate: SpeechGate, sound: Samples) -> list[SpeechStarted | SpeechStopped]:
    """Return all that the gate hears."""
    return [event for block in blocks(sound) if (event := gate.hear(block))]


def edges_ms(sound: Samples) -> tuple[int, int]:
    """Return where the sound rises above 3 % of its loudest 5 ms, first and last."""
    steps = sound[: len(sound) // 80 * 80].reshape(-1, 80)
    loudness = np.sqrt(np.mean(steps**2, axis=1))
    loud = np.flatnonzero(loudness > loudness.max() * 0.03)
    return int(loud[0]) * 5, int(loud[-1] + 1) * 5


@pytest.fixture(scope="session")
def sayings(tmp_path_factory: pytest.TempPathFactory) -> list[Samples]:
    """Return short replies of three voices at 16 kHz, silence trimmed off."""
    folder = tmp_path_factory.mktemp("sayings")
    return [_said(folder, voice, text) for voice, text in product(VOICES, TEXTS)]


def _said(folder: Path, voice: str, text: str) -> Samples:
    path = folder / "said.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", "150", "-w", path, text], check=True)
    sound = to_16k(*read_sound(path))
    first_ms, last_ms = edges_ms(sound)
    trimmed: Samples = sound[first_ms * 16 : last_ms * 16]
    return trimmed * np.float32(0.3 / np.abs(trimmed).max())


def placed(saying: Samples, at_ms: int, after_ms: int = 1000) -> Samples:
    """Return the saying in a quiet room."""
    sound = room(at_ms + after_ms + len(saying) // 16)
    sound[at_ms * 16 : at_ms * 16 + len(saying)] += saying
    return sound


def test_speech_is_dated_to_its_edges(sayings: list[Samples]) -> None:
    """Beginning and end are dated within 60 ms of the truth (p95), each saying heard as one."""
    starts, ends = [], []
    for number, saying in enumerate(sayings):
        at_ms = 1000 + 37 * number
        started, stopped = events(SpeechGate(), placed(saying, at_ms))
        assert isinstance(started, SpeechStarted)
        assert isinstance(stopped, SpeechStopped)
        starts.append(abs(started.at_ms - at_ms))
        ends.append(abs(stopped.at_ms - at_ms - len(saying) // 16))

    assert np.percentile(starts, 95) < 60
    assert np.percentile(ends, 95) < 60


def test_the_gate_is_sure_soon(sayings: list[Samples]) -> None:
    """The gate is sure of speech 250 ms after it began, and of its end 450 ms after."""
    for saying in sayings:
        started, stopped = events(SpeechGate(), placed(saying, 1000))
        assert started.known_ms - 1000 <= 250
        assert stopped.known_ms - 1000 - len(saying) // 16 <= 450


@pytest.mark.parametrize("gap_ms", [100, 150, 200])
def test_gaps_between_words_do_not_split(sayings: list[Samples], gap_ms: int) -> None:
    """A silence of up to 200 ms within a reply belongs to the reply."""
    for saying in sayings[:6]:
        twice = np.concatenate([saying, np.zeros(gap_ms * 16, np.float32), saying])

        assert len(events(SpeechGate(), placed(twice, 1000))) == 2


def test_a_pause_splits(sayings: list[Samples]) -> None:
    """A silence of 600 ms ends one stretch of speech and begins another."""
    twice = np.concatenate([sayings[0], np.zeros(600 * 16, np.float32), sayings[0]])

    assert len(events(SpeechGate(), placed(twice, 1000))) == 4


@pytest.mark.parametrize("level", [0.02, 0.1, 0.5])
def test_clicks_are_not_speech(level: float) -> None:
    """Clicks of 30 ms, quiet or loud, open nothing."""
    sound = room(6000)
    rng = np.random.default_rng(1)
    for first in range(8_000, 90_000, 8_000):
        sound[first : first + 480] += rng.normal(0, level, 480).astype(np.float32)

    assert events(SpeechGate(), sound.clip(-1, 1)) == []


def test_a_quiet_room_is_not_speech() -> None:
    """Neither digital silence nor room noise opens the gate."""
    assert events(SpeechGate(), np.concatenate([silence(32_000), room(3000, -50)])) == []


def test_the_four_states() -> None:
    """Speech goes from quiet over starting to speaking, and over stopping back to quiet."""
    gate = scripted([0.0] * 3 + [0.9] * 6)
    states = [GateState.QUIET]

    for block in blocks(room(1000)):
        gate.hear(block)
        if gate.state is not states[-1]:
            states.append(gate.state)

    assert states == [
        GateState.QUIET,
        GateState.STARTING,
        GateState.SPEAKING,
        GateState.STOPPING,
        GateState.QUIET,
    ]


def test_a_short_likelihood_is_no_speech() -> None:
    """What is over before the least length of speech leaves no event."""
    gate = scripted([0.0, 0.9, 0.9, 0.1])

    assert events(gate, room(1000)) == []
    assert gate.state is GateState.QUIET


def test_between_the_thresholds_nothing_changes() -> None:
    """Likelihoods between release and onset neither open the gate nor close it."""
    between = [0.4] * 10

    gate = scripted(between + [0.9] * 5 + between + [0.0] + between)
    heard = events(gate, room(2000))

    assert [type(event) for event in heard] == [SpeechStarted, SpeechStopped]
    assert heard[1].known_ms > 35 * 32


def test_speech_that_resumes_is_one_stretch() -> None:
    """Speech that comes back during the hang-over never stopped."""
    gate = scripted([0.9] * 5 + [0.0] * 3 + [0.9] * 5)

    assert len(events(gate, room(1500))) == 2


def test_settings_decide() -> None:
    """A gate that asks for longer speech and a longer end takes longer."""
    slow = GateSettings(min_speech_ms=200, hang_over_ms=500)
    likelihoods = [0.9] * 20

    quick_events = events(scripted(likelihoods), room(2400))
    slow_events = events(scripted(likelihoods, slow), room(2400))

    assert all(
        late.known_ms > soon.known_ms + 90
        for soon, late in zip(quick_events, slow_events, strict=True)
    )


def test_speech_at_the_very_beginning_starts_at_0(sayings: list[Samples]) -> None:
    """Speech from the first sample on is never dated before audio time began."""
    started = events(SpeechGate(), np.concatenate([sayings[0], room(1000)]))[0]

    assert 0 <= started.at_ms <= 40


def test_a_stop_never_comes_before_its_start() -> None:
    """However the edges are found, speech ends after it began."""
    gate = scripted([0.9] * 4)

    started, stopped = events(gate, room(1500))

    assert started.at_ms <= stopped.at_ms


def test_what_may_be_echo_opens_no_gate() -> None:
    """However much like speech it is, the gate stays shut while all may be the loudspeaker's."""
    gate = scripted([1.0] * 40)

    assert not any(
        gate.hear(block, over_echo=OverEcho(nothing=True)) for block in blocks(room(800))
    )
    assert gate.state is GateState.QUIET


def test_a_gate_that_is_open_stays_so_over_single_blocks_of_echo() -> None:
    """Blocks in between that the loudspeaker explains don't end the trainee's speech."""
    gate = scripted([1.0] * 100)
    heard = [
        gate.hear(block, over_echo=OverEcho(number > 15 and number % 5 == 0))
        for number, block in enumerate(blocks(room(2_000)))
    ]

    assert [type(event) for event in heard if event] == [SpeechStarted]
    assert gate.state is not GateState.QUIET


def test_speech_over_an_echo_is_dated_by_whoever_took_the_echo_out() -> None:
    """What is left of the echo is loud too, so that loudness does not tell where speech begins."""
    gate = scripted([0.1] * 10 + [0.9] * 15 + [0.1] * 20)

    heard = [
        gate.hear(block, over_echo=OverEcho(nothing=False, since_ms=300, until_ms=760))
        for block in blocks(tone(1_440))
    ]

    started, stopped = (event for event in heard if event)
    assert (started.at_ms, stopped.at_ms) == (300, 760)


def test_what_stood_out_long_ago_is_not_believed() -> None:
    """Speech begins no earlier than 240 ms before the first frame that holds it."""
    gate = scripted([0.1] * 20 + [0.9] * 20)

    heard = [
        gate.hear(block, over_echo=OverEcho(nothing=False, since_ms=20))
        for block in blocks(tone(1_200))
    ]

    (started,) = (event for event in heard if event)
    assert started.at_ms == 20 * 32 - 240
