"""A sound check that says what the test wants to hear."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing
from trainer.desktop.services import EarsChoice
from trainer.rehearsal.sound_check import SoundCheckResult, Stage

__all__ = ["FakeSound"]


@dataclass
class FakeSound(Refusing):
    """`SoundServices` without a device."""

    checks: list[tuple[Callable[[float], None], Callable[[SoundCheckResult], None]]] = field(
        default_factory=list
    )
    stages: list[Callable[[Stage], None]] = field(default_factory=list)
    cancelled: int = 0

    def ears(self) -> EarsChoice:
        """Return one that is good enough."""
        self._refuse("ears")
        return EarsChoice("PocketSphinx", "It mishears about one word in three. Vosk hears better.")

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Keep the callbacks for the test to call."""
        self._refuse("check_sound")
        self.checks.append((level, done))
        self.stages.append(stage)
        return self._cancel

    def _cancel(self) -> None:
        self.cancelled += 1
