"""The real program for a test that goes the whole road, and what is said to it on the way."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.speech import TINY
from tests.support.widgets import shown
from trainer.app import Program
from trainer.conversation.turns import Phase
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.pages.before import Before
from trainer.desktop.services import CallWanted, Watch
from trainer.records.folders import Folders
from trainer.records.settings import Settings, write_settings
from trainer.records.store import RehearsalId
from trainer.rehearsal.events import LineBegan, PhaseChanged, RehearsalEvent
from trainer.rehearsal.live import LiveRehearsal

__all__ = [
    "INVITING",
    "WatchedServices",
    "asks_for_a_sentence",
    "hears_well",
    "real_services",
    "spoken",
    "wait_for",
]

INVITING = "Please tell me what happened and I will listen to you."


@dataclass
class WatchedServices(ProgramServices):
    """The real services; what the rehearsal tells is kept for the test too."""

    real: Program
    events: list[RehearsalEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(lambda: self.real)
        self.new_seed = partial(int, 1)

    def rehearse(
        self, wanted: CallWanted, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal, and keep what it tells."""

        def both(event: RehearsalEvent) -> None:
            self.events.append(event)
            watch(event)

        return super().rehearse(wanted, both, kept)

    @property
    def phase(self) -> Phase:
        """Who has the turn now."""
        phases = [one.phase for one in self.events if isinstance(one, PhaseChanged)]
        return phases[-1] if phases else Phase.READY

    @property
    def lines(self) -> int:
        """How many lines have begun."""
        return sum(isinstance(one, LineBegan) for one in self.events)


@contextmanager
def real_services(folder: Path) -> Iterator[WatchedServices]:
    """Give the program with everything of its own in a folder, listening with the tiny model."""
    folders = Folders(folder / "data", folder / "config", folder / "cache", folder / "models")
    folders.config.mkdir(parents=True)
    write_settings(folders.config / "settings.json", Settings(recogniser=str(TINY)))
    program = Program(folders)
    yield WatchedServices(program)
    program.close()


def spoken(text: str, path: Path) -> Path:
    """Have the trainee's voice, another engine than the customer's, say it into a file."""
    slowly = "duration_stretch=1.15"
    subprocess.run(
        ["flite", "-voice", "slt", "--setf", slowly, "-t", text, "-o", str(path)], check=True
    )
    return path


def hears_well(before: Before) -> bool:
    """Tell whether the sound check has been passed."""
    return any(text.startswith("I hear you well.") for text in shown(before))


def asks_for_a_sentence(before: Before) -> bool:
    """Tell whether the sound check has spoken and listens now."""
    return any(text.startswith("Now read this aloud") for text in shown(before))


def wait_for(qtbot: QtBot, services: WatchedServices, phase: Phase) -> None:
    """Wait until it is the turn of that phase."""
    qtbot.waitUntil(lambda: services.phase is phase, timeout=40_000)
