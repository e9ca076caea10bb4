"""The program put together, on devices and engines that the test chooses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.support.audio import ScriptedGate
from tests.support.live import SelfTurningLine, self_turning_line
from tests.support.sound_system import HEADSET, FakeSystem
from tests.support.speech import FakeEars, no_engine
from trainer.app import Program
from trainer.audio.paced import PacedLine
from trainer.audio.problems import AudioProblem
from trainer.audio.stream import DuplexLine
from trainer.conversation.timeline import Timeline
from trainer.records.folders import Folders
from trainer.records.problems import RecordsProblem
from trainer.records.settings import Settings, write_settings
from trainer.records.store import FinishedRehearsal
from trainer.rehearsal.call import LiveCall
from trainer.rehearsal.events import (
    AnswerInWords,
    End,
    LineBegan,
    PhaseChanged,
    RehearsalEvent,
    ReplyHeard,
)
from trainer.speech.engine import EngineProcess
from trainer.speech.problems import EarsProblem

BEGAN = datetime(2026, 11, 3, 14, 15, tzinfo=UTC)
PATIENT_S = 10.0


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return folders of the test's own."""
    return Folders(*(tmp_path / name for name in ("data", "config", "cache", "models")))


@pytest.fixture
def program(folders: Folders) -> Iterator[Program]:
    """Return the program on a computer with a headset."""
    program = Program(folders)
    program.__dict__["sound_system"] = FakeSystem(HEADSET)
    yield program
    program.close()


@pytest.fixture
def no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system's speech engine away."""
    monkeypatch.setattr("trainer.speech.render.EngineProcess", partial(EngineProcess, no_engine))


def test_a_line_is_chosen_by_what_there_is(program: Program) -> None:
    """Who types needs no microphone, and not even a loudspeaker."""
    assert isinstance(program.audio_line(typed=False), DuplexLine)
    assert isinstance(program.audio_line(typed=True), DuplexLine)

    program.__dict__["sound_system"] = FakeSystem()
    assert isinstance(program.audio_line(typed=True), PacedLine)

    class NoPortAudio(FakeSystem):
        """A computer without the sound library."""

        def devices(self) -> tuple[()]:
            """Fail."""
            raise AudioProblem("The sound library PortAudio is missing.")

    program.__dict__["sound_system"] = NoPortAudio()
    assert isinstance(program.audio_line(typed=True), PacedLine)


def test_the_persons_own_recogniser_listens(program: Program, folders: Folders) -> None:
    """What the settings name is loaded, unless another one is asked for."""
    folders.config.mkdir()
    write_settings(folders.config / "settings.json", Settings(recogniser="no-such-model"))

    with pytest.raises(EarsProblem, match="no-such-model"):
        program.ears()
    assert program.ears("pocketsphinx").name == "PocketSphinx"


def test_a_typed_rehearsal_is_live_and_can_be_kept(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first line through a reply to the records."""
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    scenario = program.library.scenario("lost-parcel")
    told: SimpleQueue[RehearsalEvent] = SimpleQueue()
    ended: list[Timeline | None] = []
    call = LiveCall(scenario, told.put, typed=True, seed=1)
    rehearsal = program.rehearse_live(call, ended.append)
    while not isinstance(told.get(timeout=PATIENT_S), LineBegan):
        pass
    rehearsal.send(AnswerInWords("I am so sorry. I can hear how upsetting this is."))
    while not isinstance(told.get(timeout=PATIENT_S), ReplyHeard):
        pass
    rehearsal.send(End())
    rehearsal.wait()

    (timeline,) = ended
    assert timeline is not None
    assert timeline.listening.recogniser == ""
    assert timeline.replies[0].typed
    kept, rating = program.rated(
        program.keep(
            FinishedRehearsal(program.profile, scenario.id, scenario.title, BEGAN, timeline)
        )
    )
    assert kept.summary.scenario_id == "lost-parcel"
    assert kept.timeline == timeline
    assert rating.scorecard == program.rate(timeline, scenario).scorecard


def test_a_rehearsal_that_is_not_there_can_not_be_opened(program: Program) -> None:
    """By its number."""
    with pytest.raises(RecordsProblem):
        program.rated(7)


def test_a_spoken_rehearsal_is_recorded(
    program: Program, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both sides, into the file that was asked for."""
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    monkeypatch.setattr("trainer.app.live.SpeechGate", ScriptedGate)
    recording = folders.data / "call.flac"
    told: SimpleQueue[RehearsalEvent] = SimpleQueue()
    call = LiveCall(
        program.library.scenario("lost-parcel"),
        told.put,
        ears=FakeEars(),  # type: ignore[arg-type] # as good as any
        recording=recording,
    )
    rehearsal = program.rehearse_live(call, lambda _: None)
    while not isinstance(told.get(timeout=PATIENT_S), PhaseChanged):
        pass
    rehearsal.close()

    assert recording.read_bytes()[:4] == b"fLaC"


@pytest.mark.usefixtures("no_voice")
def test_rehearsing_aloud_says_what_a_watcher_would_see(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trouble before the first line is said with it; who stays silent is left in the end."""
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    monkeypatch.setattr("trainer.app.live.SpeechGate", ScriptedGate)
    said: list[str] = []
    scenario = program.library.scenario("lost-parcel").model_copy(update={"minutes": 1})
    timeline = program.rehearse_aloud(scenario, FakeEars(), 1, said.append)  # type: ignore[arg-type]

    assert timeline.outcome is not None
    assert "espeak-ng" in said[0]
    assert said[1].startswith("Customer: ")
    assert sum("espeak-ng" in one for one in said) == 1


def test_rehearsing_aloud_without_devices_is_a_problem(program: Program) -> None:
    """Its sentence is the line's own."""
    program.__dict__["sound_system"] = FakeSystem()
    said: list[str] = []
    scenario = program.library.scenario("lost-parcel")

    with pytest.raises(AudioProblem, match="No loudspeaker or headphones were found"):
        program.rehearse_aloud(scenario, FakeEars(), 1, said.append)  # type: ignore[arg-type]
    assert said == []


def test_a_sound_check_needs_a_line_a_gate_and_a_voice(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The voice says what is to be done."""
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    line, _, spoken = program.sound_check_parts()

    assert isinstance(line, SelfTurningLine)
    assert spoken.line.text.startswith("Hello. This is the voice that you will hear.")
    assert spoken.samples.any()


@pytest.mark.usefixtures("no_voice")
def test_the_microphone_can_be_checked_without_a_voice(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silence stands in for the line."""
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    _, _, spoken = program.sound_check_parts()

    assert spoken.length_ms > 2_000
    assert not spoken.samples.any()


def test_closing_lets_go_of_what_was_made(program: Program) -> None:
    """And of nothing else; twice is harmless."""
    assert program.records.rehearsals() == ()
    program.voice.render(program.sound_check_parts()[2].line)
    program.close()
    program.close()
