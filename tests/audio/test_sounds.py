from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.support.audio import tone
from trainer.audio.problems import AudioProblem
from trainer.audio.sounds import blocks_of, clip, frames_in, length_of, read_sound, to_16k
from trainer.conversation.blocks import Samples
from trainer.conversation.words import Span


def stereo(path: Path, left: Samples, right: Samples, rate: int = 16_000) -> Path:
    """Write both sides."""
    soundfile.write(path, np.stack([left, right], axis=1), rate)
    return path


def mono(path: Path, sound: Samples, rate: int = 16_000) -> Path:
    """Write one side."""
    soundfile.write(path, sound, rate)
    return path


def cut(path: Path, keep: float) -> Path:
    """Leave only the first part of the file."""
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * keep)])
    return path


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg", "mp3"])
def test_common_files_are_read(tmp_path: Path, kind: str) -> None:
    """WAV, FLAC, OGG and MP3 give their sound and rate."""
    path = mono(tmp_path / f"tone.{kind}", tone(500, 44_100), 44_100)

    samples, rate = read_sound(path)

    assert rate == 44_100
    assert samples.dtype == np.float32
    assert len(samples) >= 22_050
    np.testing.assert_allclose(tone(500, 44_100)[5000:15_000], samples[5000:15_000], atol=0.05)


def test_channels_are_taken_together(tmp_path: Path) -> None:
    """Both sides of a recording make one sound at half the level of each."""
    path = stereo(tmp_path / "both.wav", tone(100), np.zeros(1600, np.float32))

    np.testing.assert_allclose(0.5 * tone(100), read_sound(path)[0], atol=1e-4)


def test_to_16k() -> None:
    """A sound keeps its length at 16 kHz, and is untouched when it has that rate."""
    assert len(to_16k(tone(1000, 44_100), 44_100)) == 16_000
    np.testing.assert_array_equal(tone(100), to_16k(tone(100), 16_000))


def test_broken_numbers_become_silence(tmp_path: Path) -> None:
    """A float file with holes in it gives finite samples only."""
    sound = tone(100)
    sound[10] = np.nan
    path = tmp_path / "holes.wav"
    soundfile.write(path, sound, 16_000, subtype="FLOAT")

    assert np.isfinite(read_sound(path)[0]).all()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(AudioProblem, match=r"gone\.wav is not there"):
        read_sound(tmp_path / "gone.wav")


def test_what_is_no_sound_is_named(tmp_path: Path) -> None:
    """A file that holds something else is named, with what would do."""
    path = tmp_path / "letter.wav"
    path.write_text("Dear customer, …")

    with pytest.raises(AudioProblem, match=r"letter\.wav is not a sound file.*FLAC"):
        read_sound(path)


@pytest.mark.parametrize("kind", ["wav", "flac"])
def test_a_cut_file_says_how_much_was_there(tmp_path: Path, kind: str) -> None:
    """A file that ends too early is named, with how much of it could be read and the mend."""
    noise = np.random.default_rng(1).normal(0, 0.1, 32_000).astype(np.float32)
    path = cut(mono(tmp_path / f"cut.{kind}", noise), 0.6)

    told = rf"cut\.{kind} is cut off: only [01]\.\d s of its 2\.0 s could be read\. Copy or record"
    with pytest.raises(AudioProblem, match=told):
        read_sound(path)


def test_a_file_cut_in_its_header_is_named(tmp_path: Path) -> None:
    """A WAV of which only the first bytes are left is no sound."""
    path = mono(tmp_path / "stub.wav", tone(100))
    path.write_bytes(path.read_bytes()[:20])

    with pytest.raises(AudioProblem, match=r"stub\.wav"):
        read_sound(path)


def test_a_wav_from_a_pipe_is_whole(tmp_path: Path) -> None:
    """A WAV whose writer did not know its length is read to its end."""
    path = mono(tmp_path / "piped.wav", tone(100))
    raw = bytearray(path.read_bytes())
    raw[4:8] = raw[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(raw)

    assert len(read_sound(path)[0]) == 1600


def test_length(tmp_path: Path) -> None:
    """The length of a sound is known in milliseconds and frames."""
    path = mono(tmp_path / "tone.wav", tone(1500, 22_050), 22_050)

    assert (length_of(path), frames_in(path)) == (1500, 33_075)


@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_blocks_of_a_conversation(tmp_path: Path, rate: int) -> None:
    """Trainee and customer stand on their sides of each block, the last one filled up."""
    path = stereo(tmp_path / "call.wav", tone(250, rate, 300), tone(250, rate, 600), rate)

    blocks = list(blocks_of(path))

    heard = np.concatenate([block.heard for block in blocks])
    played = np.concatenate([block.played for block in blocks])
    assert [block.start_ms for block in blocks] == list(range(0, 260, 20))
    for sound, hertz in ((heard, 600), (played, 300)):
        spectrum = np.abs(np.fft.rfft(sound[:4000]))
        assert np.argmax(spectrum) * 4 == pytest.approx(hertz, abs=4)


def test_blocks_with_the_trainee_on_the_left(tmp_path: Path) -> None:
    """The sides may be the other way round."""
    path = stereo(tmp_path / "call.wav", tone(100), np.zeros(1600, np.float32))

    blocks = list(blocks_of(path, "left"))

    assert all(block.heard.any() for block in blocks)
    assert not any(block.played.any() for block in blocks)


def test_blocks_of_the_trainee_alone(tmp_path: Path) -> None:
    """A recording of one channel is the trainee's, with nothing played."""
    blocks = list(blocks_of(mono(tmp_path / "reply.wav", tone(100)), "mono"))

    np.testing.assert_allclose(
        tone(100), np.concatenate([block.heard for block in blocks]), atol=1e-4
    )
    assert not any(block.played.any() for block in blocks)


def test_a_side_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Asking a mono file for its right side says what to choose."""
    path = mono(tmp_path / "reply.wav", tone(100))

    with pytest.raises(AudioProblem, match=r"one channel only.*Choose mono"):
        list(blocks_of(path, "right"))


def test_long_files_need_little_memory(tmp_path: Path) -> None:
    """Blocks come while the file is being read, not after it."""
    noise = np.random.default_rng(1).normal(0, 0.1, 160_000).astype(np.float32)
    path = cut(mono(tmp_path / "cut.flac", noise), 0.9)

    blocks = blocks_of(path, "mono")

    assert next(blocks).start_ms == 0
    with pytest.raises(AudioProblem, match="cut off"):
        list(blocks)


@pytest.mark.parametrize("kind", ["wav", "flac", "mp3"])
def test_a_clip(tmp_path: Path, kind: str) -> None:
    """A span of one side is cut out at 16 kHz."""
    ramp = np.linspace(0, 0.9, 48_000, dtype=np.float32)
    path = stereo(tmp_path / f"call.{kind}", np.zeros(48_000, np.float32), ramp, 48_000)

    found = clip(path, Span(250, 500), "right")

    assert len(found) == 4000
    assert found[2000] == pytest.approx(0.9 * 0.375, abs=0.02)


def test_a_clip_beyond_the_end(tmp_path: Path) -> None:
    """A span that reaches out of the recording gives what lies within."""
    path = mono(tmp_path / "short.wav", tone(100))

    assert len(clip(path, Span(-50, 50))) == 800
    assert len(clip(path, Span(50, 500))) == 800
    assert len(clip(path, Span(500, 600))) == 0
