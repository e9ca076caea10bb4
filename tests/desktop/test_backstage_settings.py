"""The settings' services over the real program; sound is turned by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.support.examples import example_timeline
from tests.support.rehearsals import finished, recorded
from tests.support.sound_system import HEADSET, FakeSystem
from tests.support.speech import FakeEars
from trainer.app import Program
from trainer.conversation.lines import Line
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.services import CallWanted, ModelChoice
from trainer.records.folders import Folders
from trainer.records.settings import Settings, write_settings
from trainer.records.store import Mode, RehearsalId
from trainer.rehearsal.call import LiveCall
from trainer.speech.casting import Casting
from trainer.speech.estimate import EstimatedVoice
from trainer.speech.problems import VoiceProblem

PATIENT_S = 10.0


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return folders of the test's own."""
    return Folders(*(tmp_path / name for name in ("data", "config", "cache", "models")))


@pytest.fixture
def program(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Return the program on a computer with a headset."""
    program = Program(folders)
    program.__dict__["sound_system"] = FakeSystem(HEADSET, turns=20)
    monkeypatch.setattr(Program, "ears", lambda _self, _wanted=None: FakeEars())
    return program


@pytest.fixture
def services(program: Program) -> Iterator[ProgramServices]:
    """Return the services over it."""
    services = ProgramServices(lambda: program)
    yield services
    services.close()


def keep(program: Program, *, profile: str = "Ada", days_ago: int = 1) -> RehearsalId:
    """Keep a rehearsal of so many days ago, with its sound."""
    began = datetime.now(UTC) - timedelta(days=days_ago)
    path = recorded(program.records.recording_path("double-charge", began), seconds_long=1)
    whole = replace(finished(profile=profile, recording=path), started_at=began)
    return program.records.save(whole)


def with_sound(program: Program, *rehearsals: RehearsalId) -> set[RehearsalId]:
    """Return those of which there is still sound."""
    return {one for one in rehearsals if program.records.load(one).recording is not None}


def test_a_choice_is_kept_in_the_file(services: ProgramServices, folders: Folders) -> None:
    """The next start finds it."""
    services.choose(theme="dark", text_size=150)

    assert services.choices().theme == "dark"
    assert Program(folders).settings.text_size == 150


def test_remarks_are_told_once_the_file_is_read(
    services: ProgramServices, folders: Folders
) -> None:
    """One wrong value, one line."""
    folders.config.mkdir()
    (folders.config / "settings.json").write_text('{"theme": "pink"}', encoding="utf-8")

    (remark,) = services.remarks()

    assert "“theme” can't be" in remark


def test_the_band_and_the_fluency_are_laid_over_the_rubric(
    services: ProgramServices, program: Program
) -> None:
    """What is rated next goes by them, and the rating is kept with another version."""
    before = program.rubric_version
    assert services.usual_band() == (120, 160)
    assert services.shows_fluency()

    services.choose(target_wpm=(100, 140), rates_fluency=False)

    assert services.usual_band() == (120, 160)
    assert not services.shows_fluency()
    assert program.rubric_version == f"{before}+100-140+no-fluency"
    rating = program.rate(example_timeline(), None)
    assert list(rating.pacing.target_wpm) == [100, 140]
    assert rating.pacing.pause_ratio is None


def test_who_leaves_fluency_out_finds_no_earlier_rating_of_it(
    services: ProgramServices, program: Program
) -> None:
    """Rated anew when it is opened, once, the old rating beside the new; and back again."""
    services.choose(profile="Ada")
    mine, others = keep(program), keep(program, profile="Ben")
    assert services.load(mine).rating == finished().rating
    services.choose(rates_fluency=False)

    again = services.load(mine)

    assert again.rating is not None
    assert again.rating.pacing.fluency_left_out
    assert len(again.ratings) == 2
    assert again.ratings[1].why == "You chose whether fillers and pauses are rated."
    assert len(services.load(mine).ratings) == 2
    assert len(services.load(others).ratings) == 1
    services.choose(rates_fluency=True)
    back = services.load(mine)
    assert back.rating is not None
    assert not back.rating.pacing.fluency_left_out


def test_what_was_not_rated_stays_so(services: ProgramServices, program: Program) -> None:
    """There is nothing to leave out."""
    services.choose(profile="Ada", rates_fluency=False)
    kept = program.records.save(finished(rated=False))

    assert services.load(kept).ratings == ()


def test_old_sound_goes_at_the_start(program: Program, folders: Folders) -> None:
    """As the settings have it, and not while they are being chosen."""
    old, new = keep(program, days_ago=40), keep(program, days_ago=2)
    program.change_settings(keep_recordings_days=30)
    assert with_sound(program, old, new) == {old, new}
    program.close()

    again = Program(folders)
    assert with_sound(again, old, new) == {new}
    again.change_settings(keep_recordings_days=0)
    again.close()

    last = Program(folders)
    assert with_sound(last, old, new) == set()
    last.close()


def test_who_keeps_no_sound_records_none(
    services: ProgramServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even for the time of the call."""
    calls: list[LiveCall] = []
    monkeypatch.setattr(Program, "rehearse_live", lambda _self, call, _ended: calls.append(call))
    for days in (0, 30):
        services.choose(keep_recordings_days=days)
        wanted = CallWanted("lost-parcel", typed=False, mode=Mode.PRACTICE)
        services.rehearse(wanted, lambda _: None, lambda _: None)

    assert calls[0].recording is None
    assert calls[1].recording is not None


def test_devices_are_listed_by_their_labels(services: ProgramServices) -> None:
    """As they are remembered."""
    there = services.devices()

    assert there.microphones == ("headset, Core Audio",)
    assert there.loudspeakers == ("headset, Core Audio",)


def test_tone_and_level_use_the_devices(services: ProgramServices, program: Program) -> None:
    """The tone is over by itself, the level when it is stopped."""
    ended: SimpleQueue[str] = SimpleQueue()
    services.play_tone(ended.put)
    system = program.sound_system
    assert isinstance(system, FakeSystem)
    levels: SimpleQueue[float] = SimpleQueue()
    stop = services.watch_level(levels.put, lambda _: None)
    assert levels.get(timeout=PATIENT_S) > -20
    stop()

    while not any(stream.plan.played and stream.started for stream in list(system.streams)):
        pass
    playing = next(stream for stream in system.streams if stream.plan.played)
    for _ in range(60):
        playing.turn()
    assert ended.get(timeout=PATIENT_S) == ""
    assert any(abs(block).max() > 0.05 for block in playing.spoken)


class Voice(EstimatedVoice):
    """A voice that says who speaks, and remembers what."""

    spoken: list[tuple[str, int]]

    def casting(self, voice: str) -> Casting:
        """Speak for all but one."""
        if voice == "dana":
            raise VoiceProblem("Install espeak-ng.")
        return Casting("espeak-ng", "gmw/en-GB", "it is there")

    def close(self) -> None:
        """Hold nothing."""


def test_voices_are_listed_with_who_speaks(services: ProgramServices, program: Program) -> None:
    """Or with what to install."""
    program.__dict__["voice"] = Voice(program.library.voices)

    voices = {voice.id: voice for voice in services.voices()}

    assert len(voices) == len(program.library.voices)
    assert (voices["dana"].spoken_by, voices["dana"].why) == ("", "Install espeak-ng.")
    marcus = voices["marcus"]
    assert marcus.spoken_by == "espeak-ng: en-GB"
    assert marcus.language.startswith("en")


class Player:
    """A player that is told and done at once."""

    def __init__(self, *_: object) -> None:
        self.stopped = 0

    def play(self, samples: object, rate: int, finished: Callable[[str], None]) -> None:
        """Be done."""
        del samples, rate
        finished("")

    def stop(self) -> None:
        """Count."""
        self.stopped += 1


def test_a_voice_is_tried_at_its_pressure(
    services: ProgramServices, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is spoken stops for the next."""
    player, spoken, done = Player(), list[Line](), list[str]()
    monkeypatch.setattr("trainer.audio.player.Player", lambda *_: player)
    voice = Voice(program.library.voices)
    render = voice.render

    def remember(line: Line) -> object:
        spoken.append(line)
        return render(line)

    monkeypatch.setattr(voice, "render", remember)
    program.__dict__["voice"] = voice
    services.stop_voice()
    services.try_voice("marcus", 90, done.append)
    services.try_voice("marcus", 20, done.append)
    services.stop_voice()

    assert [(line.voice, line.pressure) for line in spoken] == [("marcus", 90), ("marcus", 20)]
    assert done == ["", ""]
    assert player.stopped == 2


def a_model(folder: Path, name: str) -> Path:
    """Put what looks like a model into the folder."""
    (folder / name / "am").mkdir(parents=True)
    (folder / name / "am" / "final.mdl").write_bytes(b"x" * 10)
    return folder / name


def test_models_come_and_go(services: ProgramServices, folders: Folders, tmp_path: Path) -> None:
    """One that was chosen and is removed is chosen no longer."""
    known = "vosk-model-small-en-us-0.15"
    services.import_model(a_model(tmp_path / "stick", "mine"))
    a_model(folders.models, known)
    models = {model.name: model for model in services.models()}
    assert models["mine"] == ModelChoice("mine", "", "", 10, installed=True)
    assert (models[known].installed, models[known].size_bytes) == (True, 10)
    assert models[known].note.startswith("Small and quick")
    assert not models["vosk-model-en-us-0.22"].installed

    services.choose(recogniser=known)
    services.remove_model("mine")
    assert services.choices().recogniser == known
    services.remove_model(known)
    assert services.choices().recogniser == ""
    a_model(folders.models, known)
    note = services.install_model(known, lambda *_: None, lambda: False)
    assert note == f"{known} is installed already."


def test_belongings_are_the_persons_own(
    services: ProgramServices, program: Program, tmp_path: Path
) -> None:
    """Counted, exported, put aside, brought back and deleted, and nobody else's touched."""
    services.choose(profile="Ada")
    mine, others = keep(program), keep(program, profile="Ben")
    services.trash(keep(program, days_ago=3))
    there = services.belongings()
    assert (there.profile, there.amount.rehearsals, there.amount.recordings) == ("Ada", 1, 1)
    assert there.folder.is_dir()
    written = services.export_mine(tmp_path / "ada.zip", lambda *_: None, lambda: False)
    assert written == 1

    aside = services.trash_mine()
    assert [one.id for one in program.records.rehearsals()] == [others]
    services.bring_back(aside)
    assert services.belongings().amount.rehearsals == 1
    services.delete_for_good(services.trash_mine())

    assert aside == (mine,)
    assert services.belongings().amount.rehearsals == 0
    assert [one.id for one in program.records.rehearsals(trashed=True)] == []
    assert len(list(there.folder.iterdir())) == 1


def test_without_a_name_it_is_the_trainee(services: ProgramServices, folders: Folders) -> None:
    """As the rehearsals are kept."""
    write_settings(folders.config / "settings.json", Settings())

    assert services.belongings().profile == "Trainee"
