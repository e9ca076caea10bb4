"""The review's services over the real program."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.support.rehearsals import finished, later
from tests.support.sound_system import HEADSET, FakeSystem
from trainer.app import Program
from trainer.audio.problems import AudioProblem
from trainer.conversation.blocks import Samples
from trainer.conversation.correcting import replaced, with_reply
from trainer.conversation.words import Span
from trainer.desktop.backstage import ProgramServices
from trainer.rating.scorecard import Marks
from trainer.records.folders import Folders
from trainer.records.problems import RecordsProblem
from trainer.records.store import Again, RehearsalId


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program in folders of the test's own."""
    program = Program(Folders(*(tmp_path / name for name in ("data", "config", "cache", "models"))))
    program.__dict__["sound_system"] = FakeSystem(HEADSET)
    return program


@pytest.fixture
def services(program: Program) -> Iterator[ProgramServices]:
    """Return the services over it."""
    services = ProgramServices(lambda: program)
    yield services
    services.close()


@pytest.fixture
def heard(program: Program) -> RehearsalId:
    """Return a rehearsal whose recording has the customer loud on the left, the trainee right."""
    recording = program.records.recording_path("double-charge", datetime(2026, 11, 3, tzinfo=UTC))
    recording.parent.mkdir(parents=True, exist_ok=True)
    sides = np.tile(np.array([0.5, 0.1]), (480_000, 1))
    soundfile.write(recording, sides, 16_000)
    return program.records.save(finished(recording=recording))


class SilentPlayer:
    """A player that is done at once and remembers."""

    def __init__(self, *_: object) -> None:
        self.played: list[tuple[int, float]] = []
        self.stopped = 0

    def play(self, samples: Samples, rate: int, finished: Callable[[bool], None]) -> None:
        """Remember the milliseconds and how loud they were."""
        self.played.append((len(samples) * 1000 // rate, round(float(samples.max()), 1)))
        finished(True)  # noqa: FBT003 - as the real one

    def stop(self) -> None:
        """Count."""
        self.stopped += 1


def test_a_span_of_either_voice_is_played(
    services: ProgramServices,
    program: Program,
    heard: RehearsalId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With one player for all; without a recording that is said."""
    player = SilentPlayer()
    monkeypatch.setattr("trainer.audio.player.Player", lambda *_: player)
    silent = program.records.save(finished(minutes=5))
    over: list[None] = []

    def done() -> None:
        over.append(None)

    services.stop_playing()
    services.play(heard, Span(200, 700), done)
    services.play(heard, Span(0, 100), done, "customer")
    services.play(heard, Span(0, 100), done, "you")
    services.stop_playing()

    assert player.played == [(500, 0.3), (100, 0.5), (100, 0.1)]
    assert (player.stopped, len(over)) == (1, 3)
    with pytest.raises(RecordsProblem, match="no sound of this rehearsal"):
        services.play(silent, Span(0, 100), done)


def test_a_corrected_word_is_rated_at_once(services: ProgramServices, program: Program) -> None:
    """The new rating stands beside the old one, and what was recorded is not overwritten."""
    kept = program.records.save(finished())
    before = services.load(kept)
    call = before.rated
    mended = with_reply(call, 1, replaced(call.replies[1], 0, 2, "oh well"))

    after = services.rescore(kept, mended, "a word was corrected")

    assert after.rated.replies[1].text.startswith("oh well being rung")
    assert after.timeline == before.timeline
    assert [one.why for one in after.ratings] == ["", "a word was corrected"]
    assert after.ratings[0].rating == before.rating
    assert after.summary.overall == after.ratings[1].rating.scorecard.overall


def test_a_correction_that_is_taken_back_leaves_the_recorded_words(
    services: ProgramServices, program: Program
) -> None:
    """It is one more rating; nothing is ever deleted."""
    kept = program.records.save(finished())
    call = services.load(kept).rated
    services.rescore(kept, with_reply(call, 0, replaced(call.replies[0], 0, 1, "")), "corrected")

    after = services.rescore(kept, call, "the correction was taken back")

    assert len(after.ratings) == 3
    assert after.rated == after.timeline == call


def test_fluency_is_shown_unless_the_person_chose_otherwise(
    services: ProgramServices, program: Program
) -> None:
    """By the settings' word for it."""
    shown = services.shows_fluency()
    program.change_settings(rates_fluency=False)

    assert shown
    assert not services.shows_fluency()


def test_a_report_has_own_marks_and_clips_if_they_are_wanted(
    services: ProgramServices, program: Program, heard: RehearsalId, tmp_path: Path
) -> None:
    """Both are in the one file; without a recording there are no clips, and that is said."""
    program.records.mark_oneself(heard, Marks(listening=70), later(9))
    silent = program.records.save(finished(minutes=5))

    services.export_report(heard, tmp_path / "loud.html", clips=True)
    services.export_report(heard, tmp_path / "plain.html")

    loud, plain = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("loud", "plain"))
    assert "you said 70, 12 higher" in plain
    assert "data:audio/flac" in loud
    assert "data:audio/flac" not in plain
    with pytest.raises(RecordsProblem, match="no sound of this rehearsal"):
        services.export_report(silent, tmp_path / "silent.html", clips=True)


def test_the_recording_is_written_as_flac_or_wav(
    services: ProgramServices, heard: RehearsalId, tmp_path: Path
) -> None:
    """Both voices, each on its side."""
    for name in ("call.flac", "call.wav"):
        services.export_sound(heard, tmp_path / name)

        info = soundfile.info(tmp_path / name)
        sound, _ = soundfile.read(tmp_path / name)
        assert info.format == name[-4:].strip(".").upper()
        assert sound.shape == (480_000, 2)
        assert sound.max(axis=0).round(1).tolist() == [0.5, 0.1]


def test_sound_that_can_not_be_written_says_what_to_do(
    services: ProgramServices, heard: RehearsalId, tmp_path: Path
) -> None:
    """And leaves nothing behind."""
    with pytest.raises(AudioProblem, match="Choose another place"):
        services.export_sound(heard, tmp_path / "nowhere" / "call.wav")


def test_the_data_is_what_the_command_line_exports(
    services: ProgramServices, program: Program, heard: RehearsalId, tmp_path: Path
) -> None:
    """With own marks; where it can't be written, that is said."""
    program.records.mark_oneself(heard, Marks(listening=70), later(9))

    services.export_data(heard, tmp_path / "call.json")

    data = json.loads((tmp_path / "call.json").read_text("utf-8"))
    assert data["scenario"] == "double-charge"
    assert data["scorecard"]["overall"] == 78
    assert data["self_assessment"]["difference"] == {"listening": 12}
    with pytest.raises(RecordsProblem, match="Choose another place"):
        services.export_data(heard, tmp_path / "nowhere" / "call.json")


def test_what_is_seen_otherwise_goes_into_every_export(
    services: ProgramServices, program: Program, tmp_path: Path
) -> None:
    """With its moment; the rating stays as it is."""
    id_ = program.records.save(finished())
    before = services.load(id_).rating

    kept = services.see_otherwise(id_, 51_000, "I did ask.")
    services.export_report(id_, tmp_path / "report.html")
    services.export_data(id_, tmp_path / "data.json")

    data = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert [(one.at_ms, one.words) for one in kept.otherwise] == [(51_000, "I did ask.")]
    assert "Seen otherwise, at 0:51" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert data["seen_otherwise"] == [{"at_ms": 51_000, "words": "I did ask."}]
    assert kept.rating == before


def test_takes_of_one_moment_stand_side_by_side(
    services: ProgramServices, program: Program
) -> None:
    """The whole one first, then its takes; those of another moment are left out."""
    whole = program.records.save(finished())
    moment, other = Again(whole, 25_900), Again(whole, 45_900)
    first, elsewhere, second = (
        program.records.save(replace(finished(minutes=minutes), again=again))
        for minutes, again in ((1, moment), (2, other), (3, moment))
    )

    assert [one.summary.id for one in services.side_by_side(second)] == [whole, first, second]
    assert [one.id for one in services.takes(whole)] == [first, elsewhere, second]
    program.records.purge(whole)
    assert [one.summary.id for one in services.side_by_side(second)] == [second]


def test_the_last_notes_are_those_of_who_rehearses(
    services: ProgramServices, program: Program
) -> None:
    """Not another person's at the same laptop."""
    services.choose_person("Ada")
    id_ = program.records.save(finished(profile="Ada"))
    services.keep_note(id_, "What will you try next?", "Let him finish.")

    assert [one.answer for one in services.last_notes("double-charge")] == ["Let him finish."]
    services.choose_person("Ben")
    assert services.last_notes("double-charge") == ()
