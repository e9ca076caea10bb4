"""The process that speaks: what happens when it hangs, dies, or there is none."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.speech import dead_engine, no_engine, odd_engine
from trainer.speech.engine import EngineProcess, list_engine_voices
from trainer.speech.melody import Melody, range_of
from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Job, Spoken
from trainer.speech.sound import read_sound


@pytest.fixture(scope="module")
def espeak() -> Iterator[EngineProcess]:
    """The real engine."""
    with EngineProcess() as engine:
        yield engine


@pytest.fixture
def odd() -> Iterator[EngineProcess]:
    """An engine that goes wrong when it is told to."""
    with EngineProcess(odd_engine, timeout_s=0.5) as engine:
        yield engine


def job(text: str, folder: Path, voice: str = "gmw/en-us", rate_wpm: int = 170) -> Job:
    """Return a job that writes into the folder."""
    return Job(text, voice, rate_wpm, 50, 50, str(folder / "phrase.wav"))


def test_the_computers_voices_are_listed() -> None:
    """The engine says which voices it has, English among them."""
    voices = list_engine_voices()

    assert any("en-us" in voice.languages for voice in voices)


def test_phrase_is_in_its_file_when_it_is_said_to_be(espeak: EngineProcess, tmp_path: Path) -> None:
    """Each of several phrases is whole in the file, at the speed that was asked for."""
    text = "You have charged me twice, and nobody called me back."
    lengths = []
    for rate_wpm in (150, 200, 150, 200):
        spoken = espeak.speak(job(text, tmp_path, rate_wpm=rate_wpm))
        samples, rate = read_sound(tmp_path / "phrase.wav")
        lengths.append(len(samples) / rate)
        assert spoken.marks[-1].position == text.index("back")

    assert lengths[0] == pytest.approx(lengths[2], abs=0.02)
    assert lengths[1] == pytest.approx(lengths[3], abs=0.02)
    assert lengths[0] > lengths[1] * 1.2


def test_marks_tell_where_the_engine_is(espeak: EngineProcess, tmp_path: Path) -> None:
    """Each word of a plain phrase is marked, later words later."""
    text = "Nobody called me back"
    marks = espeak.speak(job(text, tmp_path)).marks

    assert [mark.position for mark in marks] == [0, 7, 14, 17]
    assert [mark.at_ms for mark in marks] == sorted({mark.at_ms for mark in marks})


def test_nothing_is_printed(
    espeak: EngineProcess, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What pyttsx3 prints does not reach our stdout."""
    espeak.speak(job("Hello", tmp_path))

    assert capfd.readouterr().out == ""


def test_process_stays_warm(espeak: EngineProcess, tmp_path: Path) -> None:
    """Two phrases are spoken by one process."""
    espeak.speak(job("Hello", tmp_path))
    first = espeak.pid
    espeak.speak(job("Hello again", tmp_path))

    assert espeak.pid == first is not None


def test_voice_that_is_not_there(espeak: EngineProcess, tmp_path: Path) -> None:
    """A voice that the engine lacks is told, not replaced by another."""
    with pytest.raises(VoiceProblem, match=r"nonsense.* twice .*Try another voice"):
        espeak.speak(job("Hello", tmp_path, voice="nonsense"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a disk that is always full")
def test_full_disk(espeak: EngineProcess) -> None:
    """A disk that fills while the line is written is told at once, and the engine lives on."""
    full = Job("Hello", "gmw/en-us", 170, 50, 50, "/dev/full")

    with pytest.raises(VoiceProblem, match=r"no room is left .*Free some disk space"):
        espeak.speak(full)


def test_engine_speaks_after_a_full_disk(espeak: EngineProcess, tmp_path: Path) -> None:
    """What went wrong with one line does not spoil the next."""
    espeak.speak(job("Hello", tmp_path))

    assert len(read_sound(tmp_path / "phrase.wav")[0]) > 5000


@pytest.mark.parametrize("deed", ["hang", "die", "fail", "lie"])
def test_engine_that_goes_wrong_once_is_started_again(
    odd: EngineProcess, tmp_path: Path, deed: str
) -> None:
    """A phrase that hung, or took the process with it, is spoken by a new process."""
    odd.start()
    first = odd.pid
    spoken = odd.speak(job(f"{deed} once", tmp_path, voice=str(tmp_path / "tried")))

    assert spoken == Spoken(())
    assert odd.pid != first


def test_melody_that_takes_the_process_with_it_is_done_without(
    odd: EngineProcess, tmp_path: Path
) -> None:
    """The second process speaks the phrase plainly, and says so."""
    melody = Melody(12.0)
    wanted = replace(job("melody", tmp_path, voice=str(tmp_path / "tried")), melody=melody)

    assert odd.speak(wanted) == Spoken((), plain=True)


def test_melody_widens_the_engines_voice(espeak: EngineProcess, tmp_path: Path) -> None:
    """The same phrase ranges wider, lasts as long and has its marks where they were."""
    text = "You have charged me twice, and nobody called me back."
    plain = espeak.speak(job(text, tmp_path))
    before, rate = read_sound(tmp_path / "phrase.wav")
    wide = espeak.speak(
        replace(job(text, tmp_path), melody=Melody(12.0, 3.0, ((20, 25), (31, 37))))
    )
    after, _ = read_sound(tmp_path / "phrase.wav")
    ranges = [range_of(sound, rate) for sound in (before, after)]

    assert ranges[0] is not None
    assert ranges[1] is not None
    assert ranges[1] > ranges[0] + 4
    assert not wide.plain
    assert [mark.at_ms for mark in wide.marks] == pytest.approx(
        [mark.at_ms for mark in plain.marks], abs=3
    )
    assert len(after) == pytest.approx(len(before), abs=rate // 100)


def test_melody_that_fails_leaves_the_phrase_as_it_was(
    espeak: EngineProcess, tmp_path: Path
) -> None:
    """A range that is no number can't be given: the phrase is whole, and said to be plain."""
    spoken = espeak.speak(replace(job("Hello", tmp_path), melody=Melody(float("nan"))))

    assert spoken.plain
    assert len(read_sound(tmp_path / "phrase.wav")[0]) > 5000
    assert [path.name for path in tmp_path.iterdir()] == ["phrase.wav"]


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("hang", "hung for 0.5 seconds"),
        ("die", "stopped"),
        ("fail", "failed .ValueError: no such voice."),
    ],
)
def test_engine_that_goes_wrong_twice_is_given_up(
    odd: EngineProcess, tmp_path: Path, deed: str, what: str
) -> None:
    """The second failure is told with the phrase it happened on, and no process is left."""
    with pytest.raises(VoiceProblem, match=f"speech engine {what} twice over"):
        odd.speak(job(f"{deed} twice", tmp_path, voice=str(tmp_path / "tried")))

    assert odd.pid is None


def test_no_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no engine the message has the command that installs one."""
    monkeypatch.setattr(sys, "platform", "linux")

    with pytest.raises(VoiceProblem, match="Install espeak-ng: sudo apt install espeak-ng"):
        EngineProcess(no_engine).start()


def test_engine_that_dies_while_starting() -> None:
    """A process that does not come up is told as no engine."""
    with pytest.raises(VoiceProblem, match="it stopped while starting"):
        EngineProcess(dead_engine).start()


def test_stop_may_be_called_twice(odd: EngineProcess) -> None:
    """An engine that was stopped starts again when it is needed."""
    odd.start()
    odd.stop()
    odd.stop()

    assert odd.pid is None
    assert odd.start().driver == "sapi5"
