"""The sound devices, through the program's one door to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.desktop.services.devices import Devices

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DeviceBackstage"]


class DeviceBackstage(Stage):
    """`DeviceServices` over PortAudio."""

    def devices(self) -> Devices:
        """Look for devices again and return them."""
        from trainer.audio.devices import loudspeakers, microphones

        there = self.program.sound_system.refresh()
        return Devices(
            tuple(device.label for device in microphones(there)),
            tuple(device.label for device in loudspeakers(there)),
        )

    def play_tone(self, finished: Callable[[str], None]) -> None:
        """Play a test tone on the chosen loudspeaker."""
        from trainer.audio.player import Player
        from trainer.audio.tone import TONE_RATE, two_notes

        program = self.program
        player = Player(program.sound_system, program.settings.loudspeaker)
        player.play(two_notes(), TONE_RATE, finished)

    def watch_level(
        self, level: Callable[[float], None], ended: Callable[[str], None]
    ) -> Callable[[], None]:
        """Tell how loud the chosen microphone is; return what stops it."""
        from trainer.audio.needle import Needle

        program = self.program
        return Needle(program.sound_system, program.settings.microphone, level, ended).stop
