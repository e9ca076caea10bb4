"""What the terminal does aloud: a rehearsal, a sound check, a spoken text."""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from trainer.app.live import LiveRehearsals
from trainer.audio.player import Player
from trainer.audio.problems import AudioProblem
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.timeline import Timeline
from trainer.rehearsal.call import LiveCall
from trainer.rehearsal.events import LineBegan, RehearsalEvent, ReplyHeard, TroubleMet
from trainer.rehearsal.sound_check import SENTENCE, SoundCheckResult, SoundCheckRun, Stage
from trainer.scenario.scenario import Scenario
from trainer.speech.ears import Ears
from trainer.speech.sound import write_wav

__all__ = ["Aloud"]

NOT_BEGUN = "The rehearsal ended before anything was said. ./run doctor says what is missing."


class Aloud(LiveRehearsals):
    """Waits for what the window would watch."""

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


def _write(spoken: RenderedLine, path: Path) -> None:
    try:
        write_wav(spoken, path)
    except (OSError, RuntimeError) as problem:  # soundfile's own are RuntimeErrors
        raise AudioProblem(
            f"{path} can't be written. Choose another place. ({problem})"
        ) from problem


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
