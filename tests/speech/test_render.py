"""The customer's lines as sound."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from tests.support.speech import TINY, FakeVoice, no_engine, odd_engine
from trainer.conversation.blocks import SAMPLE_RATE
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.rehearsal.ports import Voice
from trainer.resources import voices
from trainer.scenario.scenario import Setting
from trainer.speech.cache import LineCache
from trainer.speech.engine import EngineProcess
from trainer.speech.estimate import EstimatedVoice
from trainer.speech.melody import range_of
from trainer.speech.problems import VoiceProblem
from trainer.speech.render import SpokenVoice
from trainer.speech.render_process import Failed, Job, Ready, Spoken
from trainer.speech.sound import active_frames
from trainer.speech.voices import load_voices
from trainer.speech.vosk_ears import VoskModel

VOICES = load_voices(voices())

VENT = Line(
    "vent.1",
    (
        Phrase("Right, so you've taken 118 pounds off me \N{EM DASH} *twice*!", 600),
        Phrase("\N{HORIZONTAL ELLIPSIS}"),
        Phrase("I am one of the few who don\N{RIGHT SINGLE QUOTATION MARK}t shout."),
    ),
    "marcus",
    80,
)


@pytest.fixture(scope="module")
def spoken() -> Iterator[SpokenVoice]:
    """The real engine's voice."""
    with SpokenVoice(VOICES) as voice:
        voice.warm_up()
        yield voice


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EngineProcess]:
    """An engine that goes wrong when it is told to, and leaves its marks in a folder of its own."""
    folder = tmp_path / "odd-engine"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with EngineProcess(odd_engine, timeout_s=0.5) as engine:
        yield engine


def piper_stand_in(_voices: object, pipe: Connection) -> None:
    """Speak as Piper would, but fail when the phrase says so."""
    pipe.send(Ready("piper", "stand-in 1", ()))
    with contextlib.suppress(EOFError):
        while True:
            job: Job = pipe.recv()
            if "fail" in job.text:
                pipe.send(Failed("RuntimeError: the model is damaged"))
                continue
            soundfile.write(job.path, np.full(SAMPLE_RATE, 0.1), SAMPLE_RATE)
            pipe.send(Spoken(()))


def level_db(line: RenderedLine) -> float:
    """Return the RMS of the speech in dB."""
    size = line.rate // 100
    frames = line.samples[: len(line.samples) // size * size].reshape(-1, size)
    active = active_frames(line.samples, line.rate)[: len(frames)]
    return float(10 * np.log10(np.mean(np.square(frames[active]))))


def lows_of(line: RenderedLine) -> float:
    """Return the share of the sound's power that lies below 200 Hz."""
    power = np.square(np.abs(np.fft.rfft(line.samples)))
    return float(power[: 200 * len(line.samples) // line.rate].sum() / power.sum())


def test_voices_fit_the_port(spoken: SpokenVoice) -> None:
    """The spoken, the estimated and the fake voice are what the rehearsal asks for."""
    fits: list[Voice] = [spoken, EstimatedVoice(VOICES), FakeVoice()]

    assert all(voice.render(VENT).line is VENT for voice in fits)


def test_words_are_the_lines_words_in_order(spoken: SpokenVoice) -> None:
    """Numbers, dashes and marks are words with times as all others, inside the sound."""
    line = spoken.render(VENT)

    assert [word.text for word in line.words] == VENT.text.split()
    assert all(word.start_ms < word.end_ms for word in line.words)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(line.words))
    assert line.words[-1].end_ms <= line.length_ms


def test_pause_between_phrases_is_silence(spoken: SpokenVoice) -> None:
    """The pause that tempts a trainee is as long as it is written, but for the kept edges."""
    line = spoken.render(VENT)
    before, after = line.words[9], line.words[11]
    gap = line.samples[
        (before.end_ms + 40) * line.rate // 1000 : (after.start_ms - 40) * line.rate // 1000
    ]

    assert (before.text, after.text) == ("*twice*!", "I")
    assert 600 <= after.start_ms - before.end_ms <= 720
    assert np.abs(gap).max() < 0.01


def test_anger_is_louder_and_quicker_but_never_clips(spoken: SpokenVoice) -> None:
    """From calm to furious a line gains 7.5 dB and loses time; 1 dB stays free."""
    calm, furious = (
        spoken.render(Line("a", (Phrase("Nobody called me back on Thursday."),), voice, pressure))
        for voice, pressure in (("dana", 0), ("dana", 100))
    )

    assert level_db(calm) == pytest.approx(-27.5, abs=0.5)
    assert level_db(furious) == pytest.approx(-20, abs=0.5)
    assert furious.length_ms < calm.length_ms * 0.9
    assert np.abs(furious.samples).max() <= 0.892


def test_estimate_is_close_to_the_engine(spoken: SpokenVoice) -> None:
    """A line without an engine lasts about as long as it does with one."""
    real, estimated = spoken.render(VENT), EstimatedVoice(VOICES).render(VENT)

    assert estimated.length_ms == pytest.approx(real.length_ms, rel=0.2)


def test_word_times_are_where_the_words_are_heard(spoken: SpokenVoice) -> None:
    """Against a recogniser's times, half of the word starts are within 25 ms."""
    text = "I understand how frustrating this must be, and I called you back on Tuesday."
    line = spoken.render(Line("a", (Phrase(text),), "dana", 40))
    recogniser = VoskModel(TINY).recogniser()
    recogniser.hear(soxr.resample(line.samples, line.rate, SAMPLE_RATE).astype(np.float32))
    heard = {word.text: word.start_ms for word in recogniser.finish()}
    said = {word.text.lower().strip(",."): word.start_ms for word in line.words}
    both = [word for word in said if word in heard and text.lower().split().count(word) == 1]

    assert len(both) >= 7
    assert np.median([abs(said[word] - heard[word]) for word in both]) <= 25


def test_line_that_was_rendered_is_not_rendered_again(tmp_path: Path, odd: EngineProcess) -> None:
    """A second voice over the same folder speaks a known line without asking the engine."""
    line = Line("a", (Phrase("Hello there"),), "dana", 50)
    folder = tmp_path / "lines"
    with SpokenVoice(VOICES, LineCache(folder), odd) as first:
        rendered = first.render(line)
    kept = [(path, path.read_bytes()) for path in folder.iterdir()]
    with SpokenVoice(VOICES, LineCache(folder), odd) as second:
        again = second.render(line)

    assert len(kept) == 1
    assert again.words == rendered.words
    np.testing.assert_allclose(again.samples, rendered.samples, atol=1e-4)
    assert [(path, path.read_bytes()) for path in folder.iterdir()] == kept


def test_plain_line_is_not_kept_between_runs(tmp_path: Path, odd: EngineProcess) -> None:
    """A line whose melody could not be given is tried again in the next run, not in this one."""
    line = Line("a", (Phrase("plain twice"),), "dana", 50)
    folder = tmp_path / "lines"
    with SpokenVoice(VOICES, LineCache(folder), odd) as voice:
        first = voice.render(line)
        again = voice.render(line)

    assert again.samples is first.samples
    assert not folder.exists()


def test_line_is_as_loud_and_as_timely_wherever_it_is_heard(spoken: SpokenVoice) -> None:
    """Only the telephone takes the lows away; words, length, level and headroom stay."""
    line = Line("a", (Phrase("Nobody called me, and"), Phrase("I rang twice.", 400)), "marcus", 70)
    dry = spoken.render(line)
    room, telephone = (spoken.heard_in(setting).render(line) for setting in Setting)

    for heard in (room, telephone):
        starts = [word.start_ms for word in heard.words]
        assert starts == pytest.approx([word.start_ms for word in dry.words], abs=5)
        assert heard.length_ms == pytest.approx(dry.length_ms, abs=10)
        assert level_db(heard) == pytest.approx(level_db(dry), abs=0.5)
        assert np.abs(heard.samples).max() <= 0.892
    assert lows_of(room) == pytest.approx(lows_of(dry), rel=0.2)
    assert lows_of(telephone) < lows_of(dry) / 100


def test_line_is_kept_for_each_setting(spoken: SpokenVoice) -> None:
    """In the same place it is the same sound, elsewhere it is made anew."""
    line = Line("a", (Phrase("It is still not here."),), "dana", 40)
    dry, again = spoken.render(line), spoken.render(line)
    room, telephone = (spoken.render(line, setting) for setting in Setting)

    assert again.samples is dry.samples
    assert room.samples is not dry.samples
    assert telephone.samples is not room.samples
    assert spoken.heard_in(Setting.TELEPHONE).render(line).samples is telephone.samples


def test_anger_ranges_wider_in_pitch(spoken: SpokenVoice) -> None:
    """From 10 to 90 the pitch of a line ranges 5 semitones wider at least, whoever speaks."""
    for name in ("dana", "marcus", "ruth"):
        text = (Phrase("You took the money out of my account twice on the same day."),)
        calm, furious = (spoken.render(Line("a", text, name, at)) for at in (10, 90))
        ranges = [range_of(line.samples, line.rate) for line in (calm, furious)]

        assert ranges[0] is not None
        assert ranges[1] is not None
        assert ranges[1] - ranges[0] >= 5, name


def test_cold_customers_pause_and_quick_ones_do_not(spoken: SpokenVoice) -> None:
    """Furious, the cold one leaves a longer silence at the comma than the quick one."""
    text = (Phrase("I rang on Tuesday, and I rang on Thursday."),)

    def silence_share(name: str) -> float:
        line = spoken.render(Line("a", text, name, 90))
        return float(1 - active_frames(line.samples, line.rate).mean())

    assert silence_share("julian") > silence_share("tariq") * 1.2


def test_piper_speaks_where_it_is_installed_and_the_next_engine_where_it_fails(
    tmp_path: Path, odd: EngineProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Piper voice comes first; once it has failed, it is not asked again."""
    name = VOICES["dana"].engines.piper[0]
    line = Line("a", (Phrase("Hello there"),), "dana", 50)
    monkeypatch.setattr("trainer.speech.piper_process.serve_piper", piper_stand_in)
    with SpokenVoice(VOICES, engine=odd, piper={name: tmp_path / f"{name}.onnx"}) as voice:
        by_piper = voice.casting("dana")
        rendered = voice.render(line)
        failing = voice.render(replace(line, phrases=(Phrase("fail now"),)))
        afterwards = voice.casting("dana")

    assert (by_piper.engine, rendered.rate) == ("piper", SAMPLE_RATE)
    assert failing.words
    assert afterwards.engine == "sapi5"


def test_file_that_is_not_whole_is_rendered_again(odd: EngineProcess) -> None:
    """A truncated file is tried once more in a new process, then told."""
    voice = SpokenVoice(VOICES, engine=odd)
    line = voice.render(Line("a", (Phrase("truncate once"),), "dana", 50))
    with pytest.raises(VoiceProblem, match=r"has 9000 of \d+ bytes"):
        voice.render(Line("a", (Phrase("truncate twice"),), "dana", 50))

    assert line.length_ms == pytest.approx(800, abs=40)


def test_unknown_voice_is_named(odd: EngineProcess) -> None:
    """A voice that does not exist is named beside those that do."""
    with pytest.raises(VoiceProblem, match=r'no voice "nobody".*dana.*marcus'):
        SpokenVoice(VOICES, engine=odd).render(Line("a", VENT.phrases, "nobody", 50))


def test_no_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an engine a line can't be rendered, and the message says what to install."""
    monkeypatch.setattr(sys, "platform", "linux")

    with pytest.raises(VoiceProblem, match="sudo apt install espeak-ng"):
        SpokenVoice(VOICES, engine=EngineProcess(no_engine)).render(VENT)


def test_full_disk_is_told(odd: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary folder without room is told, while writing and before."""
    line = Line("a", (Phrase("full twice"),), "dana", 50)
    with pytest.raises(VoiceProblem, match="Free some disk space"):
        SpokenVoice(VOICES, engine=odd).render(line)

    def full(**_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(VoiceProblem, match=r"nothing can be written to .*No space left"):
        SpokenVoice(VOICES, engine=odd).render(line)


def test_line_of_marks_alone_is_a_moment_of_silence(odd: EngineProcess) -> None:
    """A line that only sighs has its words, its pause and no sound."""
    line = SpokenVoice(VOICES, engine=odd).render(
        Line("a", (Phrase("\N{EM DASH} ?", 300),), "dana", 9)
    )

    assert [word.text for word in line.words] == ["\N{EM DASH}", "?"]
    assert line.length_ms == pytest.approx(302, abs=1)
    assert not line.samples.any()
