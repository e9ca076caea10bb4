"""Microphone, loudspeaker and ears, before a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.desktop.services.sound import EarsChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.rehearsal import sound_check
    from trainer.rehearsal.sound_check import SoundCheckResult

__all__ = ["SoundBackstage"]


class SoundBackstage(Stage):
    """`SoundServices` over the devices."""

    def ears(self) -> EarsChoice:
        """Return what will listen."""
        ears = self.program.ears()
        return EarsChoice(ears.name, ears.note)

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[sound_check.Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Begin the sound check; return what cancels it."""
        from trainer.rehearsal.sound_check import SoundCheckRun

        def keep(result: SoundCheckResult) -> None:
            self.last_check = result
            done(result)

        return SoundCheckRun(self.program.sound_check_parts, level, stage, keep).cancel
