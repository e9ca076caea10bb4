"""Devices that are there when the test says so, and sound when it says so."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing
from trainer.desktop.services import Devices

__all__ = ["FakeDevices"]

Level = Callable[[float], None]
Ended = Callable[[str], None]


@dataclass
class FakeDevices(Refusing):
    """`DeviceServices` without PortAudio."""

    there: Devices = field(
        default_factory=lambda: Devices(
            ("Headset, ALSA", "Webcam, ALSA"), ("Headset, ALSA", "Monitor, ALSA")
        )
    )
    tones: list[Ended] = field(default_factory=list)
    watched: list[tuple[Level, Ended]] = field(default_factory=list)
    unwatched: int = 0

    def devices(self) -> Devices:
        """Return those that are there."""
        self._refuse("devices")
        return self.there

    def play_tone(self, finished: Ended) -> None:
        """Keep the callback for the test to call."""
        self._refuse("play_tone")
        self.tones.append(finished)

    def watch_level(self, level: Level, ended: Ended) -> Callable[[], None]:
        """Keep the callbacks for the test to call."""
        self._refuse("watch_level")
        self.watched.append((level, ended))
        return self._unwatch

    def _unwatch(self) -> None:
        self.unwatched += 1
