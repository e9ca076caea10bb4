"""Microphones and loudspeakers: which there are, and whether they work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

__all__ = ["DeviceServices", "Devices"]


@dataclass(frozen=True, slots=True)
class Devices:
    """The devices that are there now, by the labels under which they are remembered."""

    microphones: tuple[str, ...] = ()
    loudspeakers: tuple[str, ...] = ()


class DeviceServices(Protocol):
    """The sound devices of this computer."""

    def devices(self) -> Devices:
        """Look for devices again and return them.

        Raises:
            AudioProblem: The sound system is missing or fails; the message says what to do.
        """

    def play_tone(self, finished: Callable[[str], None]) -> None:
        """Play a test tone on the chosen loudspeaker.

        `finished` is told what went wrong, or an empty string.
        """

    def watch_level(
        self, level: Callable[[float], None], ended: Callable[[str], None]
    ) -> Callable[[], None]:
        """Tell how loud the chosen microphone is, in dBFS, ten times a second.

        Args:
            level: Is given the loudness.
            ended: Is told once that it is over, and why; empty when it was stopped.

        Returns:
            A function that stops it.
        """
