"""Voices that speak when the test says so."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing
from trainer.desktop.services import VoiceChoice

__all__ = ["FakeVoices"]


@dataclass
class FakeVoices(Refusing):
    """`VoiceServices` without an engine."""

    cast: tuple[VoiceChoice, ...] = (
        VoiceChoice("dana", "Dana", 34, "female", "en-us", "espeak-ng: en-us+f3", "en-us is there"),
        VoiceChoice("moira", "Moira", 61, "female", "en-gb-scotland", "", "Install espeak-ng."),
    )
    spoken: list[tuple[str, int, Callable[[str], None]]] = field(default_factory=list)
    hushed: int = 0

    def voices(self) -> tuple[VoiceChoice, ...]:
        """Return the cast."""
        self._refuse("voices")
        return self.cast

    def try_voice(self, voice: str, pressure: int, finished: Callable[[str], None]) -> None:
        """Keep what is to be spoken."""
        self._refuse("try_voice")
        self.spoken.append((voice, pressure, finished))

    def stop_voice(self) -> None:
        """Count it."""
        self.hushed += 1
