"""The customers' voices: who speaks for whom, and how that sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

__all__ = ["VoiceChoice", "VoiceServices"]


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """A customer's voice.

    Attributes:
        language: Such as ``en-gb-scotland``.
        spoken_by: The engine and its voice; empty when nothing can speak it.
        why: Why that one, or what to install.
    """

    id: str
    name: str
    age: int
    sex: str
    language: str
    spoken_by: str
    why: str


class VoiceServices(Protocol):
    """Voices to listen to."""

    def voices(self) -> tuple[VoiceChoice, ...]:
        """Return every customer's voice."""

    def try_voice(self, voice: str, pressure: int, finished: Callable[[str], None]) -> None:
        """Speak a line at that pressure; what is being spoken stops.

        `finished` is told what went wrong, or an empty string.
        """

    def stop_voice(self) -> None:
        """Fall silent."""
