"""The window's services over the real program; sound is turned by hand."""

from collections.abc import Iterator
from functools import partial
from itertools import takewhile
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.support.audio import ScriptedGate
from tests.support.live import self_turning_line
from tests.support.rehearsals import finished
from tests.support.sound_system import HEADSET, FakeSystem
from tests.support.speech import FakeEars, words_every
from trainer.app import Program
from trainer.conversation.timeline import Reply
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.services import CallWanted
from trainer.records.folders import Folders
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode, RehearsalId, Restart
from trainer.rehearsal.events import (
    AnswerInWords,
    Cue,
    CueChanged,
    End,
    Finished,
    GuidanceChanged,
    LineBegan,
    RehearsalEvent,
    ReplyHeard,
    TechniquesHeard,
    TroubleMet,
)
from trainer.rehearsal.live import LiveRehearsal
from trainer.rehearsal.sound_check import SoundCheckResult
from trainer.techniques.technique import TechniqueId

PATIENT_S = 10.0


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Return the program in folders of the test's own, on lines that turn themselves."""
    program = Program(Folders(*(tmp_path / name for name in ("data", "config", "cache", "models"))))
    program.__dict__["sound_system"] = FakeSystem(HEADSET)
    monkeypatch.setattr(Program, "audio_line", self_turning_line)
    monkeypatch.setattr(Program, "ears", lambda _self, _wanted=None: FakeEars())
    monkeypatch.setattr("trainer.app.live.SpeechGate", ScriptedGate)
    return program


@pytest.fixture
def services(program: Program) -> Iterator[ProgramServices]:
    """Return the services over it."""
    services = ProgramServices(lambda: program)
    yield services
    services.close()


class Watch:
    """What a page would be told."""

    def __init__(self) -> None:
        self.told: SimpleQueue[RehearsalEvent] = SimpleQueue()
        self.kept: list[RehearsalId] = []

    def begin(
        self,
        services: ProgramServices,
        *,
        typed: bool,
        mode: Mode = Mode.PRACTICE,
        restart: Restart | None = None,
    ) -> LiveRehearsal:
        """Begin the lost parcel, or a moment of it again, and be told of it."""
        wanted = CallWanted("lost-parcel", typed, mode, restart)
        return services.rehearse(wanted, self.told.put, self.kept.append)

    def wait_for(self, kind: type[RehearsalEvent]) -> RehearsalEvent:
        """Wait until it is told such an event."""
        while not isinstance(event := self.told.get(timeout=PATIENT_S), kind):
            pass
        return event


def test_the_program_is_made_once_and_not_before_it_is_needed(program: Program) -> None:
    """Closing makes none."""
    made: list[Program] = []

    def make() -> Program:
        made.append(program)
        return program

    services = ProgramServices(make)
    services.close()
    assert made == []
    assert services.scenarios()
    assert services.ears().name == "fake"
    assert services.rehearsals() == ()
    services.close()
    assert made == [program]


def test_a_rehearsal_is_kept_when_it_is_over(services: ProgramServices) -> None:
    """Its id is told after it is rated and saved; its seed is the services' own."""
    services.new_seed = lambda: 1
    watch = Watch()
    running = watch.begin(services, typed=True)
    first = watch.wait_for(LineBegan)
    running.send(AnswerInWords("I am so sorry. I can hear how upsetting this is."))
    watch.wait_for(ReplyHeard)
    running.send(End())
    running.close()

    (kept,) = watch.kept
    stored = services.load(kept)
    assert [one.id for one in services.rehearsals()] == [kept]
    assert stored.rating is not None
    assert stored.timeline.replies[0].text.startswith("i am so sorry")
    assert stored.recording is None
    again = Watch()
    running = again.begin(services, typed=True)
    second = again.wait_for(LineBegan)
    running.close()
    assert isinstance(first, LineBegan)
    assert isinstance(second, LineBegan)
    assert first.text == second.text


def test_a_moment_is_tried_again_with_the_mood_of_then(services: ProgramServices) -> None:
    """The customer says the same line, as angry as then, and answers the same reply alike."""
    rude = "You should have called us earlier."
    watch = Watch()
    running = watch.begin(services, typed=True)
    lines = [watch.wait_for(LineBegan)]
    for reply in ("I am so sorry. Please tell me what happened.", rude):
        running.send(AnswerInWords(reply))
        watch.wait_for(ReplyHeard)
        lines.append(watch.wait_for(LineBegan))
    running.close()
    whole = services.load(watch.kept[0])
    restart = whole.restart_at(whole.timeline.replies[1].start_ms)
    assert restart is not None

    again = Watch()
    running = again.begin(services, typed=True, restart=restart)
    repeated = [again.wait_for(LineBegan)]
    running.send(AnswerInWords(rude))
    again.wait_for(ReplyHeard)
    repeated.append(again.wait_for(LineBegan))
    running.close()

    take = services.load(again.kept[0])
    assert list(map(said_how, repeated)) == list(map(said_how, lines[1:]))
    assert take.summary.again == restart.again
    assert take.timeline.taken_up
    assert take.rating is not None
    assert {"steps", "outcome"} <= set(take.rating.scorecard.not_rated)
    assert len(services.tried()) == 1


@pytest.mark.parametrize("mode", Mode)
def test_the_mode_helps_during_the_call_and_is_kept_with_it(
    services: ProgramServices, mode: Mode
) -> None:
    """Guided tells a step with three phrases; the other two tell none."""
    watch = Watch()
    running = watch.begin(services, typed=True, mode=mode)
    told = iter(partial(watch.told.get, timeout=PATIENT_S), None)
    before = takewhile(lambda event: not isinstance(event, LineBegan), told)
    guidance = [one for one in before if isinstance(one, GuidanceChanged)]
    running.close()

    assert services.load(watch.kept[0]).summary.mode is mode
    assert [len(one.phrases) for one in guidance[:1]] == ([3] if mode is Mode.GUIDED else [])


def test_in_practice_a_monologue_brings_a_quiet_word(services: ProgramServices) -> None:
    """What the coach says reaches the page like everything else."""
    scenario = services.program.library.scenario("lost-parcel")
    coach = services.program.coach(scenario, Mode.PRACTICE)
    assert coach is not None
    words = words_every("and so on and on " * 20, 400, 20_000)

    said = coach.take(TechniquesHeard(Reply(20_000, 60_000, words), (), too_long=True))

    assert said == CueChanged(60_000, Cue.SHORTER)
    assert services.program.coach(scenario, Mode.ASSESSMENT) is None


def test_a_hand_over_is_worded_with_what_was_told(services: ProgramServices) -> None:
    """The words are heard as one, whatever the customer has said."""
    words = services.hand_over_words(
        "lost-parcel", ["It was a clarinet, and the exam is on Friday."]
    )
    detector = services.program.library.detector()

    assert "the student clarinet, and the exam on Friday" in words
    assert TechniqueId.HAND_OVER in {one.id for one in detector.detect(words.split())}


def test_a_spoken_rehearsal_is_kept_with_its_sound(services: ProgramServices) -> None:
    """The recording lies with the records and can be played."""
    watch = Watch()
    running = watch.begin(services, typed=False)
    watch.wait_for(LineBegan)
    running.close()

    recording = services.load(watch.kept[0]).recording
    assert recording is not None
    assert recording.is_file()


def test_what_never_began_is_not_kept(
    services: ProgramServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without ears there is no rehearsal; the page is told why, and that it is over."""

    def deaf(*_: object) -> None:
        raise RuntimeError("There is no recogniser.")

    monkeypatch.setattr(Program, "ears", deaf)
    watch = Watch()
    running = watch.begin(services, typed=False)
    running.close()

    assert watch.wait_for(TroubleMet) == TroubleMet(0, "There is no recogniser.")
    watch.wait_for(Finished)
    assert watch.kept == []
    assert services.rehearsals() == ()


def test_a_rehearsal_that_can_not_be_saved_is_told(
    services: ProgramServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what to do."""

    def full(*_: object) -> None:
        raise RecordsProblem("The disk is full. Make room.")

    monkeypatch.setattr(Program, "keep", full)
    watch = Watch()
    running = watch.begin(services, typed=True)
    watch.wait_for(LineBegan)
    running.close()

    trouble = watch.wait_for(TroubleMet)
    assert isinstance(trouble, TroubleMet)
    assert trouble.what == "The disk is full. Make room."
    assert watch.kept == []


def test_a_sound_check_is_remembered_for_the_rehearsal(services: ProgramServices) -> None:
    """Its verdict decides whether interruptions are rated."""
    done: SimpleQueue[SoundCheckResult] = SimpleQueue()
    cancel = services.check_sound(lambda _: None, lambda _: None, done.put)
    result = done.get(timeout=PATIENT_S)
    cancel()

    assert not result.heard
    assert services.last_check is result


def test_a_kept_rehearsal_can_be_reported_trashed_and_restored(
    services: ProgramServices, program: Program, tmp_path: Path
) -> None:
    """The report is a file of its own; the bin can be undone."""
    services.choose_person("Ada")
    kept = program.records.save(finished())
    services.export_report(kept, tmp_path / "report.html")
    services.trash(kept)
    gone = services.rehearsals()
    services.restore(kept)

    assert "Double charge" in (tmp_path / "report.html").read_text("utf-8")
    assert gone == ()
    assert [one.id for one in services.rehearsals()] == [kept]


def test_what_was_not_rated_has_no_report(
    services: ProgramServices, program: Program, tmp_path: Path
) -> None:
    """That is said."""
    kept = program.records.save(finished(rated=False))

    with pytest.raises(RecordsProblem, match="has not been rated"):
        services.export_report(kept, tmp_path / "report.html")


def said_how(event: RehearsalEvent) -> tuple[str, int]:
    """Return a line that began, and how angry it was."""
    assert isinstance(event, LineBegan)
    return event.text, event.pressure
