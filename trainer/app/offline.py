"""Rehearsals without a device: replies from sound files or from text."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from trainer.app.foundation import Foundation
from trainer.audio.gate import SpeechGate
from trainer.audio.recording import FlacRecorder
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.timeline import Listening, Timeline
from trainer.rehearsal.call import listening_with
from trainer.rehearsal.events import RehearsalEvent, TroubleMet
from trainer.rehearsal.offline import RecordedReplies, Replies, TextReplies, rehearse
from trainer.scenario.scenario import Scenario
from trainer.speech.cache import LineCache
from trainer.speech.ears import Ears
from trainer.speech.estimate import TYPED_WORDS_PER_MINUTE
from trainer.speech.render import SpokenVoice

__all__ = ["OfflineRehearsals"]


class OfflineRehearsals(Foundation):
    """Plays rehearsals faster than they would take."""

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
