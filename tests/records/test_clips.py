"""The sound of a report's moments."""

import base64
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import soundfile

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import recorded
from trainer.audio.problems import AudioProblem
from trainer.conversation.timeline import Overlap, OverlapKind, Timeline
from trainer.records.clips import LONGEST_CLIP_MS, MOST_BYTES, MOST_CLIPS, clips_of

ADVICE = example_rating().scorecard.advice


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return Marcus's call, recorded; noise packs worst of all sound."""
    return recorded(tmp_path_factory.mktemp("clips") / "call.flac", seconds_long=111)


def length_s(uri: str) -> float:
    """Return how long the sound in a data URI is."""
    raw = base64.b64decode(uri.removeprefix("data:audio/flac;base64,"))
    samples, rate = soundfile.read(BytesIO(raw))
    return float(len(samples) / rate)


def test_each_moment_has_its_sound(recording: Path) -> None:
    """A little before and after what was said; a cut is heard from well before it."""
    call = example_timeline()
    cut = next(
        f"at-{number}"
        for number, entry in enumerate(call.entries)
        if isinstance(entry, Overlap) and entry.overlap_kind is OverlapKind.INTERRUPTION
    )

    clips = clips_of(recording, call, ADVICE)

    assert set(clips.sounds) == {"advice-1", "advice-2", "advice-3", cut}
    assert length_s(clips.sounds["advice-1"]) == pytest.approx(6.2)
    assert length_s(clips.sounds[cut]) == pytest.approx(6.1)
    assert clips.left_out == 0


def test_a_long_moment_is_cut(recording: Path) -> None:
    """Nobody waits through a monologue."""
    endless = replace(ADVICE[0], start_ms=0, end_ms=100_000)

    (sound,) = clips_of(recording, Timeline(111_000, ()), (endless,)).sounds.values()

    assert length_s(sound) == LONGEST_CLIP_MS / 1000


def test_no_more_is_put_in_than_can_be_mailed(recording: Path) -> None:
    """Advice comes first; what is too much is counted."""
    cuts = tuple(
        Overlap(at_ms, at_ms + 9_000, OverlapKind.INTERRUPTION)
        for at_ms in range(4_000, 100_000, 3_000)
    )

    clips = clips_of(recording, Timeline(111_000, cuts), ADVICE)

    size = sum(len(sound) for sound in clips.sounds.values())
    assert list(clips.sounds)[:3] == ["advice-1", "advice-2", "advice-3"]
    assert len(clips.sounds) <= MOST_CLIPS
    assert size < MOST_BYTES * 4 / 3 + 1_000
    assert len(clips.sounds) + clips.left_out == len(cuts) + len(ADVICE)
    assert clips.left_out > 0


def test_a_recording_that_is_gone_is_named(tmp_path: Path) -> None:
    """One line says which."""
    with pytest.raises(AudioProblem, match=r"call\.flac is not there"):
        clips_of(tmp_path / "call.flac", example_timeline(), ADVICE)
