"""Rehearsals with a microphone and a loudspeaker, or with typed replies."""

from collections.abc import Callable
from dataclasses import replace

from trainer.app.foundation import Foundation
from trainer.audio.echo import EchoGuard
from trainer.audio.gate import SpeechGate
from trainer.audio.paced import PacedLine
from trainer.audio.problems import AudioProblem
from trainer.audio.recording import FlacRecorder
from trainer.audio.stream import DuplexLine
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.timeline import Timeline
from trainer.records.store import Mode
from trainer.rehearsal.call import LiveCall
from trainer.rehearsal.coaching import Coach
from trainer.rehearsal.cues import CueGiver
from trainer.rehearsal.deaf import DeafEars, DeafGate
from trainer.rehearsal.echo import NoEcho
from trainer.rehearsal.guide import Guide
from trainer.rehearsal.live import LiveRehearsal, Made
from trainer.rehearsal.parts import Parts
from trainer.rehearsal.ports import AudioLine, EchoCanceller, Gate, NewGate, NewRecogniser
from trainer.rehearsal.sound_check import Duplex
from trainer.rehearsal.workers import Post, ThreadedEars, ThreadedVoice
from trainer.scenario.scenario import Scenario
from trainer.speech.problems import VoiceProblem

__all__ = ["LiveRehearsals"]

CALIBRATION = "Hello. This is the voice that you will hear. Please be quiet while I am talking."


class LiveRehearsals(Foundation):
    """Begins calls and sound checks."""

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
