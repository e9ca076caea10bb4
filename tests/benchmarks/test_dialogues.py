from collections.abc import Callable, Iterator

import numpy as np
import pytest

from benchmarks import dialogues
from benchmarks.acoustics import from_db
from benchmarks.dialogues import Dialogue, Kind, Utterance, make_dialogue
from benchmarks.disturbances import click, cough, door, keyboard
from benchmarks.spoken import SPOKEN_DB, Speaker, trimmed
from trainer.conversation.blocks import SAMPLE_RATE, Samples


@pytest.fixture(autouse=True)
def humming(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everybody hum 250 ms a word, so that no engine is needed."""

    def hum(text: str, speaker: Speaker) -> Samples:
        del speaker
        time_s = np.arange(len(text.split()) * SAMPLE_RATE // 4) / SAMPLE_RATE
        return np.sin(2 * np.pi * 200 * time_s).astype(np.float32) * from_db(SPOKEN_DB)

    monkeypatch.setattr(dialogues, "spoken", hum)


def over(dialogue: Dialogue, kind: Kind) -> Iterator[tuple[int, Utterance]]:
    """Give each utterance of the kind with the length of its line in ms."""
    for turn in dialogue.turns:
        for said in turn.over:
            if said.kind is kind:
                yield turn.line.length_ms, said


def test_same_seed_same_dialogue() -> None:
    """The same seed makes the same dialogue, another one another."""

    def places(seed: int) -> list[int]:
        return [said.at_ms for turn in make_dialogue(seed, 0, 0.0).turns for said in turn.over]

    assert places(5) == places(5)
    assert places(5) != places(6)


def test_enough_of_everything() -> None:
    """Nine dialogues, as in a run, hold at least 30 interruptions and 25 benign overlaps."""
    made = [make_dialogue(100, number, 0.0) for number in range(9)]

    count = {kind: sum(len(list(over(one, kind))) for one in made) for kind in Kind}

    assert count[Kind.INTERRUPTION] >= 30
    assert count[Kind.BACKCHANNEL] + count[Kind.END_OVERLAP] >= 25


@pytest.mark.parametrize("number", range(3))
def test_where_things_are_said(number: int) -> None:
    """Interruptions leave 800 ms of the line; end overlaps begin in its last 50 to 280 ms."""
    dialogue = make_dialogue(100, number, 0.0)

    assert all(said.at_ms <= length - 800 for length, said in over(dialogue, Kind.INTERRUPTION))
    assert all(
        50 <= length - said.at_ms <= 281 for length, said in over(dialogue, Kind.END_OVERLAP)
    )


def test_pauses_in_a_turn() -> None:
    """Between two breaths of a reply lie 300 to 1,200 ms of silence."""
    replies = [turn.reply for turn in make_dialogue(100, 0, 0.0).turns]
    pauses = [
        (then - (start + len(sound))) / 16
        for reply in replies
        for (start, sound), (then, _) in zip(reply.breaths, reply.breaths[1:], strict=False)
    ]

    assert pauses
    assert all(299 <= pause <= 1_201 for pause in pauses)


def test_trimmed_speech_begins_with_its_first_sample() -> None:
    """Silence around speech is cut, and the loudness is the usual one."""
    tone = np.sin(np.arange(8_000) / 5).astype(np.float32) * 0.3
    silence = np.zeros(3_210, dtype=np.float32)

    cut = trimmed(np.concatenate([silence, tone, silence]))

    assert len(cut) == pytest.approx(8_000, abs=160)
    assert np.sqrt(np.mean(cut[100:-100] ** 2)) == pytest.approx(from_db(SPOKEN_DB), rel=0.05)


@pytest.mark.parametrize("make", [click, cough, door, keyboard])
def test_disturbances_are_sounds(make: Callable[[float, np.random.Generator], Samples]) -> None:
    """Each is finite sound within full scale, and another draw gives another sound."""
    one = make(-26.0, np.random.default_rng(1))
    other = make(-26.0, np.random.default_rng(2))

    assert np.isfinite(one).all()
    assert 0.01 < np.abs(one).max() < 1
    assert len(one) != len(other) or not np.array_equal(one, other)
