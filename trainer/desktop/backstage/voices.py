"""The customers' voices, spoken by what this computer has."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.desktop.services.voices import VoiceChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.audio.player import Player
    from trainer.speech.voices import VoiceFile

__all__ = ["TRIED", "VoiceBackstage"]

TRIED = "I have been waiting for an hour, and nobody has told me anything."
"""What every voice says when it is tried."""


class VoiceBackstage(Stage):
    """`VoiceServices` over the voice files and the engines."""

    _speaking = threading.Lock()
    _voice_player: Player | None = None

    def voices(self) -> tuple[VoiceChoice, ...]:
        """Return every customer's voice."""
        with self._speaking:
            return tuple(self._cast(voice) for voice in self.program.library.voices.values())

    def try_voice(self, voice: str, pressure: int, finished: Callable[[str], None]) -> None:
        """Speak a line at that pressure; what is being spoken stops."""
        from trainer.audio.player import Player
        from trainer.conversation.lines import Line, Phrase

        program = self.program
        self.stop_voice()
        with self._speaking:  # one thread at a time may use the engine
            line = Line("tried", (Phrase(TRIED),), voice, pressure)
            spoken = program.voice.render(line)
        player = self._voice_player = Player(program.sound_system, program.settings.loudspeaker)
        player.play(spoken.samples, spoken.rate, finished)

    def stop_voice(self) -> None:
        """Fall silent."""
        if self._voice_player is not None:
            self._voice_player.stop()

    def _cast(self, voice: VoiceFile) -> VoiceChoice:
        from trainer.speech.problems import VoiceProblem

        try:
            casting = self.program.voice.casting(voice.id)
        except VoiceProblem as problem:
            spoken_by, why = "", str(problem)
        else:
            name = casting.voice.replace("\\", "/").rpartition("/")[2]
            spoken_by, why = f"{casting.engine}: {name}", casting.why
        language = voice.engines.espeak_ng[0].partition("+")[0]
        return VoiceChoice(voice.id, voice.name, voice.age, voice.sex, language, spoken_by, why)
