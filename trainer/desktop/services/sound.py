"""Microphone, loudspeaker and ears, before a call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.rehearsal.sound_check import SoundCheckResult, Stage

__all__ = ["EarsChoice", "SoundServices"]


@dataclass(frozen=True, slots=True)
class EarsChoice:
    """Which recogniser listens, and in plain words how well."""

    name: str
    note: str


class SoundServices(Protocol):
    """What is heard with, and how well."""

    def ears(self) -> EarsChoice:
        """Return what will listen."""

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Begin the sound check: `level` gets dBFS ten times a second, `done` the verdict.

        `stage` is told what the check is doing, as often as that changes.

        Returns:
            A function that cancels the check.
        """
