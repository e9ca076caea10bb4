"""The composition root: the only module that knows every other, and makes of them what runs.

What is slow to make is made when it is first asked for, and then kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock
from typing import TYPE_CHECKING

from trainer.audio.devices import SoundSystem
from trainer.audio.echo import EchoGuard
from trainer.audio.gate import SpeechGate
from trainer.audio.paced import PacedLine
from trainer.audio.player import Player
from trainer.audio.problems import AudioProblem
from trainer.audio.recording import FlacRecorder
from trainer.audio.sounds import Channel, blocks_of, length_of, read_sound, to_16k
from trainer.audio.stream import DuplexLine
from trainer.conversation.end_pointing import EndPointing
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.timeline import Listening, Timeline
from trainer.conversation.turns import Timing
from trainer.customer.customer import Customer
from trainer.customer.state import CustomerState
from trainer.rating.own_rules import lay_over
from trainer.rating.rating import rate
from trainer.rating.rubric import Rubric
from trainer.rating.scorecard import Rating
from trainer.records.folders import Folders
from trainer.records.look import SETTINGS_FILE
from trainer.records.problems import RecordsProblem
from trainer.records.settings import Settings, read_settings, write_settings
from trainer.records.store import (
    FinishedRehearsal,
    Mode,
    RehearsalId,
    StoredRating,
    StoredRehearsal,
)
from trainer.rehearsal.call import LiveCall, listening_with
from trainer.rehearsal.coaching import Coach
from trainer.rehearsal.cues import CueGiver
from trainer.rehearsal.deaf import DeafEars, DeafGate
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.events import LineBegan, RehearsalEvent, ReplyHeard, TroubleMet
from trainer.rehearsal.guide import Guide
from trainer.rehearsal.library import Library
from trainer.rehearsal.live import LiveRehearsal, Made
from trainer.rehearsal.offline import RecordedReplies, Replies, TextReplies, rehearse
from trainer.rehearsal.parts import Parts, Plan
from trainer.rehearsal.ports import AudioLine, EchoCanceller, Gate, NewGate, NewRecogniser
from trainer.rehearsal.recorded import ChannelListener, listen_to, timeline_of
from trainer.rehearsal.sound_check import (
    SENTENCE,
    Duplex,
    SoundCheckResult,
    SoundCheckRun,
    Stage,
)
from trainer.rehearsal.workers import Post, ThreadedEars, ThreadedVoice
from trainer.scenario.reading import FileProblem
from trainer.scenario.scenario import Scenario
from trainer.speech.cache import LineCache
from trainer.speech.ears import Ears, choose_ears
from trainer.speech.estimate import TYPED_WORDS_PER_MINUTE, EstimatedVoice
from trainer.speech.piper_voices import usable
from trainer.speech.problems import SpeechProblem, VoiceProblem
from trainer.speech.render import SpokenVoice
from trainer.speech.sound import write_wav

if TYPE_CHECKING:
    from trainer.records.database import Records

__all__ = [
    "PROBLEMS",
    "Program",
]

PROBLEMS = (AudioProblem, SpeechProblem, RecordsProblem, FileProblem)
"""Everything whose message is meant for people: what is wrong and how to mend it."""

OWN_RUBRIC = "rubric.yaml"
OWN_SCENARIOS = "scenarios"
KEPT_SCENARIOS = "scenarios.txt"
"""Where imported scenarios lie, in the folder of one's data."""

CALIBRATION = "Hello. This is the voice that you will hear. Please be quiet while I am talking."
TRAINEE = "Trainee"
"""Whose rehearsals they are while nobody has given a name."""

FLUENCY_CHANGED = "You chose whether fillers and pauses are rated."
ALONE = "The customer is not on this recording."
NOT_BEGUN = "The rehearsal ended before anything was said. ./run doctor says what is missing."


class Program:
    """Makes rehearsals and ratings of the parts."""

    def __init__(self, folders: Folders | None = None) -> None:
        self.folders = folders or Folders.own()
        own, kept = self.folders.data / OWN_SCENARIOS, self.folders.cache / KEPT_SCENARIOS
        self.library = Library(own, kept, self.folders.config / OWN_RUBRIC)
        self.settings_remarks: tuple[str, ...] = ()
        self._changing = Lock()

    @cached_property
    def settings(self) -> Settings:
        """The person's own choices."""
        read = read_settings(self.folders.config / SETTINGS_FILE)
        self.settings_remarks = read.remarks
        return read.settings

    def change_settings(self, **values: object) -> None:
        """Remember other choices.

        Raises:
            RecordsProblem: They can't be written; the message says what to do.
        """
        with self._changing:
            changed = self.settings.changed(**values)
            write_settings(self.folders.config / SETTINGS_FILE, changed)
            self.settings = changed

    @property
    def rubric(self) -> Rubric:
        """What is rated by: the rubric, with the person's own rules laid over it.

        Raises:
            RubricProblem: The rubric has mistakes.
        """
        return lay_over(self.library.rubric, self.settings.own_rules)

    @property
    def rubric_version(self) -> str:
        """Tells these rules from others."""
        version, sign = self.library.rubric_version, self.settings.own_rules.sign
        return f"{version}+{sign}" if sign else version

    @property
    def profile(self) -> str:
        """Whose rehearsals are kept and shown."""
        return self.settings.profile or TRAINEE

    @cached_property
    def sound_system(self) -> SoundSystem:
        """The one door to PortAudio."""
        return SoundSystem()

    @cached_property
    def voice(self) -> SpokenVoice:
        """What speaks the customer's lines."""
        cache = LineCache(self.folders.cache / "lines")
        return SpokenVoice(self.library.voices, cache, piper=self.piper_voices)

    @property
    def piper_voices(self) -> Mapping[str, Path]:
        """Where Piper's voices are that can speak here, by name."""
        return usable(self.piper_folder)

    @property
    def piper_folder(self) -> Path:
        """Where Piper's voices are installed."""
        return self.folders.models / "piper"

    @cached_property
    def silent_voice(self) -> EstimatedVoice:
        """What stands in for the voice when there is no engine."""
        return EstimatedVoice(self.library.voices)

    @cached_property
    def records(self) -> "Records":
        """What is kept.

        Raises:
            RecordsProblem: They can't be opened.
        """
        from trainer.records.database import Records

        records = Records.open(self.folders.data)
        if (days := self.settings.keep_recordings_days) is not None:
            records.forget_sound(datetime.now(UTC) - timedelta(days=days))
        return records

    def ears(self, wanted: str | None = None) -> Ears:
        """Load what listens.

        Raises:
            EarsProblem: The wanted model is not there.
        """
        return choose_ears(self.folders.models, wanted or self.settings.recogniser or None)

    def close(self) -> None:
        """Let go of the voice's process and the records."""
        for name in ("voice", "records"):
            if name in self.__dict__:
                getattr(self, name).close()

    # Rehearsals without a device

    def rehearse_recordings(  # noqa: PLR0913 - what a rehearsal is made of, and where it is kept
        self,
        scenario: Scenario,
        replies: Sequence[Path],
        ears: Ears,
        seed: int,
        say: Callable[[str], None] = lambda what: None,  # noqa: ARG005 - called by place
        *,
        recording: Path | None = None,
    ) -> Timeline:
        """Play a rehearsal with replies from sound files, in order; `say` hears of trouble.

        Both voices are kept in `recording`, if given.

        Raises:
            AudioProblem: A file can't be read; the message names it.
        """
        sounds = [to_16k(*read_sound(path)) for path in replies]
        plan = self.plan(scenario, seed, listening_with(ears))
        listening = ears.backchannel_ears(self.library.phrases.backchannels)
        trainee = RecordedReplies(sounds, SpeechGate(), ears.recogniser, listening)
        # espeak's samples depend a little on what was spoken before, so a cache that is shared
        # with other rehearsals could move a line by some milliseconds.
        with SpokenVoice(self.library.voices, LineCache(), piper=self.piper_voices) as voice:
            speakers = (voice.heard_in(scenario.setting), self.silent_voice)
            with _recorder(recording) as recorder:
                return rehearse(plan, trainee, speakers, recorder, _telling_trouble(say))

    def rehearse_texts(self, scenario: Scenario, replies: Sequence[str], seed: int) -> Timeline:
        """Play a rehearsal with replies from text, their spoken time estimated."""
        plan = self.plan(scenario, seed, Listening(), typed=True)
        trainee: Replies = TextReplies(replies, TYPED_WORDS_PER_MINUTE)
        return rehearse(plan, trainee, (self.silent_voice, self.silent_voice))

    def plan(
        self,
        scenario: Scenario,
        seed: int,
        listening: Listening,
        *,
        typed: bool = False,
        taken_up: CustomerState | None = None,
    ) -> Plan:
        """Say what is rehearsed and by which rules, from its beginning or taken up."""
        return Plan(
            customer=Customer(scenario, self.library.rules, seed, taken_up),
            detector=self.library.detector(scenario),
            listening=listening,
            limit_ms=scenario.minutes * 60_000,
            timing=Timing(monologue_ms=scenario.customer.patience_s * 1_000),
            overlaps=self.library.overlap_rules,
            typed=typed,
            end_pointing=EndPointing(),
            turn_words=self.library.phrases.turn_ends.words,
            taken_up=taken_up is not None,
        )

    # Live rehearsals

    def audio_line(self, *, typed: bool) -> AudioLine:
        """Return microphone and loudspeaker; without either, a line that only keeps the time."""
        if typed and not self._has_loudspeaker():
            return PacedLine()
        chosen = self.settings
        return DuplexLine(
            self.sound_system, chosen.microphone, chosen.loudspeaker, listens=not typed
        )

    def _has_loudspeaker(self) -> bool:
        try:
            return any(device.outputs for device in self.sound_system.devices())
        except AudioProblem:
            return False

    def rehearse_live(
        self, call: LiveCall, ended: Callable[[Timeline | None], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal with the microphone, or with typed replies; returns at once."""

        def make(line: AudioLine, post: Post) -> Made:
            ears = None if call.typed else call.ears or self.ears()
            new_recogniser: NewRecogniser = ears.recogniser if ears else DeafEars
            backchannels = self.library.phrases.backchannels
            listening = ears.backchannel_ears(backchannels) if ears else None
            listener = ThreadedEars(new_recogniser, post, listening)
            spoken = self.voice.heard_in(call.scenario.setting)
            speaker = ThreadedVoice(spoken, self.silent_voice, post)
            recorder = FlacRecorder(call.recording) if call.recording else None
            gate: Gate = SpeechGate() if ears else DeafGate()
            canceller: EchoCanceller = NoEcho()
            if call.check is not None and call.check.duplex is Duplex.OPEN:
                canceller = EchoGuard(call.check.echo)
            parts = Parts(line, gate, canceller, listener, speaker, recorder)
            listened = call.listening(ears)
            plan = self.plan(
                call.scenario, call.seed, listened, typed=call.typed, taken_up=call.taken_up
            )
            plan = replace(
                plan,
                half_duplex=call.half_duplex,
                timing=call.timing,
                pace=self.settings.pace,
                usual_db=call.check.level_db if call.check else None,
            )
            stop = [listener.stop, speaker.stop, *([recorder.close] if recorder else [])]
            return Made(parts, plan, stop)

        return LiveRehearsal(self.audio_line(typed=call.typed), make, call.tell, ended)

    def sound_check_parts(self) -> tuple[AudioLine, NewGate, RenderedLine]:
        """Make what a sound check needs; slow, so it is called in the check's thread."""
        voice = next(iter(self.library.voices))
        line = Line("sound-check", (Phrase(CALIBRATION),), voice, 30)
        try:
            spoken = self.voice.render(line)
        except (
            VoiceProblem
        ):  # the rehearsal will say it; the microphone can be checked all the same
            spoken = self.silent_voice.render(line)
        return self.audio_line(typed=False), SpeechGate, spoken

    def coach(self, scenario: Scenario, mode: Mode) -> Coach | None:
        """Make what helps during a call; nobody does in an assessment."""
        match mode:
            case Mode.GUIDED:
                return Guide(scenario, self.library.guide)
            case Mode.PRACTICE:
                return CueGiver(self.rubric.pacing, self.library.syllables)
            case Mode.ASSESSMENT:
                return None

    def keep(self, finished: FinishedRehearsal) -> RehearsalId:
        """Rate and save what took place.

        Raises:
            RecordsProblem: It can't be saved; the message says what to do.
        """
        scenario = self.library.scenarios.get(finished.scenario_id)
        rating = self.rate(finished.timeline, scenario)
        return self.records.save(replace(finished, rating=rating, rubric=self.rubric_version))

    def rehearse_aloud(
        self,
        scenario: Scenario,
        ears: Ears,
        seed: int,
        say: Callable[[str], None],
        *,
        recording: Path | None = None,
    ) -> Timeline:
        """Rehearse with the microphone from the command line, until it is over.

        Both voices are kept in `recording`, if given.

        Raises:
            AudioProblem: There is no usable device.
        """
        done: list[Timeline | None] = []
        watcher = _Watcher(say)
        call = LiveCall(scenario, watcher.tell, ears=ears, recording=recording, seed=seed)
        self.rehearse_live(call, done.append).wait()
        timeline = done[0]
        if timeline is None or not timeline.lines:
            raise AudioProblem(watcher.trouble or NOT_BEGUN)
        return timeline

    def check_sound(self, say: Callable[[str], None]) -> SoundCheckResult:
        """Check the sound from the command line."""
        done: SimpleQueue[SoundCheckResult] = SimpleQueue()
        asked = {
            Stage.PLAYING: "Listen to the voice, and be quiet.",
            Stage.LISTENING: f"Now read this aloud: {SENTENCE}",
        }

        def tell(stage: Stage) -> None:
            if stage in asked:
                say(asked[stage])

        SoundCheckRun(self.sound_check_parts, lambda _: None, tell, done.put)
        return done.get()

    def say(self, voice: str, text: str, pressure: int, out: Path | None) -> RenderedLine:
        """Speak a text, into a WAV file or aloud.

        Raises:
            VoiceProblem: There is no such voice, or no engine.
            AudioProblem: There is no loudspeaker, or the file can't be written.
        """
        spoken = self.voice.render(Line("said", (Phrase(text),), voice, pressure))
        if out is not None:
            _write(spoken, out)
            return spoken
        over = Event()
        player = Player(self.sound_system, self.settings.loudspeaker)
        player.play(spoken.samples, spoken.rate, lambda _: over.set())
        over.wait()
        return spoken

    # Ratings

    def rated(self, rehearsal: int) -> tuple[StoredRehearsal, Rating]:
        """Return a kept rehearsal with its newest rating, which is made when there is none.

        Raises:
            RecordsProblem: There is no such rehearsal.
        """
        stored = self.load(RehearsalId(rehearsal))
        return stored, stored.rating or self.rate(stored.rated, self._scenario_of(stored))

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open a kept rehearsal, rated anew where its person has chosen otherwise since.

        Raises:
            RecordsProblem: There is no such rehearsal, or it can't be written.
        """
        stored = self.records.load(rehearsal)
        if not self._is_rated_otherwise(stored):
            return stored
        after = self.rate(stored.rated, self._scenario_of(stored))
        corrected = stored.ratings[-1].corrected
        at = datetime.now(UTC)
        again = StoredRating(after, self.rubric_version, at, FLUENCY_CHANGED, corrected)
        self.records.rescore(rehearsal, again)
        return self.records.load(rehearsal)

    def _is_rated_otherwise(self, stored: StoredRehearsal) -> bool:
        """Tell whether fluency is rated in it against its person's own choice."""
        if stored.rating is None or stored.summary.profile != self.profile:
            return False
        return stored.rating.pacing.fluency_left_out is self.rubric.pacing.fluency

    def _scenario_of(self, stored: StoredRehearsal) -> Scenario | None:
        return self.library.scenarios.get(stored.summary.scenario_id)

    def rescore(
        self,
        rehearsal: int,
        why: str,
        at: datetime,
        correct: Callable[[Timeline], Timeline] = lambda timeline: timeline,
    ) -> tuple[Rating, Rating]:
        """Rate a kept rehearsal again, its words corrected; return the old rating and the new one.

        Both stay, side by side.

        Raises:
            RecordsProblem: There is no such rehearsal, or it can't be written.
        """
        stored, before = self.rated(rehearsal)
        timeline = correct(stored.rated)
        after = self.rate(timeline, self._scenario_of(stored))
        changed = None if timeline == stored.timeline else timeline
        again = StoredRating(after, self.rubric_version, at, why, changed)
        self.records.rescore(stored.summary.id, again)
        return before, after

    def rate(self, timeline: Timeline, scenario: Scenario | None) -> Rating:
        """Rate what took place."""
        library = self.library
        return rate(timeline, library.detector(scenario), self.rubric, library.syllables)

    def listen_to_recording(
        self,
        recording: Path,
        trainee: Channel,
        ears: Ears,
        progress: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005 - called by place
    ) -> Timeline:
        """Hear a recorded conversation from end to end.

        Raises:
            AudioProblem: The file can't be read; the message names it.
        """
        customer_side: Channel = "left" if trainee == "right" else "right"
        listening_ear = ears.backchannel_ears(self.library.phrases.backchannels)
        heard = ChannelListener(SpeechGate, ears.recogniser, listening_ear)
        spoken = ChannelListener(SpeechGate, ears.recogniser)
        duration_ms = length_of(recording)
        total_ms = duration_ms if trainee == "mono" else 2 * duration_ms
        listen_to(blocks_of(recording, trainee), heard, lambda ms: progress(ms, total_ms))
        if trainee != "mono":
            rest = blocks_of(recording, customer_side)
            listen_to(rest, spoken, lambda ms: progress(duration_ms + ms, total_ms))
        listening = listening_with(ears, interruptions=ALONE if trainee == "mono" else "")
        rules = self.library.overlap_rules
        return timeline_of(spoken.heard, heard.heard, duration_ms, listening, rules)


def _write(spoken: RenderedLine, path: Path) -> None:
    try:
        write_wav(spoken, path)
    except (OSError, RuntimeError) as problem:  # soundfile's own are RuntimeErrors
        raise AudioProblem(
            f"{path} can't be written. Choose another place. ({problem})"
        ) from problem


@contextmanager
def _recorder(path: Path | None) -> Iterator[FlacRecorder | None]:
    """Keep what is rehearsed in a file, if one is named."""
    recorder = FlacRecorder(path) if path else None
    try:
        yield recorder
    finally:
        if recorder:
            recorder.close()


def _telling_trouble(say: Callable[[str], None]) -> Callable[[RehearsalEvent], None]:
    """Return a watcher that says what went wrong and nothing else."""

    def tell(event: RehearsalEvent) -> None:
        if isinstance(event, TroubleMet):
            say(event.what)

    return tell


class _Watcher:
    """Says on the terminal what a watcher of the window would see.

    Attributes:
        trouble: What went wrong before the first line, which is said once that line begins.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self.trouble = ""
        self._say = say
        self._begun = False

    def tell(self, event: RehearsalEvent) -> None:
        """Take the next event."""
        match event:
            case LineBegan(text=text):
                self._begin()
                self._say(f"Customer: {text}")
            case ReplyHeard(reply=reply):
                self._say(f"You: {reply.text}")
            case TroubleMet(what=what) if self._begun:
                self._say(what)
            case TroubleMet(what=what):
                self.trouble = what
            case _:
                pass

    def _begin(self) -> None:
        self._begun = True
        if self.trouble:
            self._say(self.trouble)
            self.trouble = ""
