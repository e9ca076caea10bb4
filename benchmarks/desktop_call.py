"""How smoothly a call is drawn, and what it holds in memory, in a process of its own.

The window, the engine, the voice and the recogniser are the real ones (the tiny Vosk model); the
line keeps real time without a sound card, and the bundled replies are spoken into it. A frame is a
repaint of the strip of the last twenty seconds; the platform is Qt's offscreen one, so what a
compositor adds is not in it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figures, percentile
from trainer import resources
from trainer.app import Program
from trainer.audio.paced import PacedLine
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import BLOCK_SAMPLES, Block, Samples
from trainer.conversation.turns import Phase
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.services import CallWanted, Watch
from trainer.records.folders import Folders
from trainer.records.settings import Settings, write_settings
from trainer.records.store import RehearsalId
from trainer.rehearsal.events import End, Finished, PhaseChanged, RehearsalEvent
from trainer.rehearsal.live import LiveRehearsal
from trainer.rehearsal.sound_check import SoundCheckResult

__all__ = ["measure"]

HOME = Path(__file__).parents[1]
TINY = str(resources.asset("demo/vosk-model-tiny-synthetic-en"))
REPLIES = sorted(resources.asset("demo/replies").glob("*.flac"))
SCENARIO = "lost-parcel"
CHECKED = SoundCheckResult(
    heard=True, level_db=-20.0, noise_db=-75.0, clipped=False, verdict="The line has no echo."
)
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Have a call drawn, in a process that holds nothing else."""
    command = [sys.executable, "-m", "benchmarks.desktop_call", str(seed)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, cwd=HOME, env=environment
    )
    drawn = json.loads(done.stdout)
    apart_ms, about = drawn["apart_ms"], {"frames": len(drawn["apart_ms"])}
    return {
        "frame_p50_ms": percentile(apart_ms, 50),
        "frame_p99_ms": percentile(apart_ms, 99),
        "frame_max_ms": max(apart_ms),
        "call_rss_mb": drawn["rss_mb"],
    }, about


class SpokenLine(PacedLine):
    """A line in real time into which replies are spoken."""

    def __init__(self) -> None:
        super().__init__()
        self._reply: Samples | None = None

    def speak(self, reply: Samples) -> None:
        """Say it from the next block on; called in the rehearsal's own thread."""
        self._reply = reply

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Put what is being said into the blocks."""
        return tuple(self._filled(block) for block in super().blocks(message))

    def _filled(self, block: Block) -> Block:
        if self._reply is None or len(self._reply) < BLOCK_SAMPLES:
            return block
        heard, self._reply = self._reply[:BLOCK_SAMPLES], self._reply[BLOCK_SAMPLES:]
        return replace(block, heard=heard)


class SpokenProgram(Program):
    """The program on such a line."""

    def __init__(self, folders: Folders) -> None:
        super().__init__(folders)
        self.line = SpokenLine()

    def audio_line(self, *, typed: bool) -> SpokenLine:
        """Return the line."""
        del typed
        return self.line


class AnsweredServices(ProgramServices):
    """Answers the customer with the bundled replies, and ends the call when there are no more.

    Attributes:
        talking: Whether the call has begun and is not over.
        rss_mb: What the process held when it ended.
    """

    def __init__(self, program: SpokenProgram, seed: int) -> None:
        super().__init__(lambda: program)
        self.last_check = CHECKED
        self.new_seed = lambda: seed
        self.talking, self.rss_mb = False, 0.0
        self._line = program.line
        self._replies = iter([to_16k(*read_sound(path)) for path in REPLIES])
        self._running: LiveRehearsal | None = None

    def rehearse(
        self, wanted: CallWanted, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> LiveRehearsal:
        """Begin, and listen with one ear."""

        def both(event: RehearsalEvent) -> None:
            self._look(event)
            watch(event)

        self._running = super().rehearse(wanted, both, kept)
        return self._running

    def _look(self, event: RehearsalEvent) -> None:
        match event:
            case PhaseChanged(phase=Phase.CUSTOMER):
                self.talking = True
            case PhaseChanged(phase=Phase.WAITING):
                self._answer()
            case Finished():
                self.talking, self.rss_mb = False, _rss_mb()
            case _:
                pass

    def _answer(self) -> None:
        if (reply := next(self._replies, None)) is not None:
            self._line.speak(reply)
        elif self._running is not None:
            self._running.send(End("replies"))


def _rss_mb() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_MB


def _call(seed: int, home: Path) -> dict[str, object]:
    """Go through the window to a call, and note when each frame of it is drawn."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtWidgets import QApplication

    from trainer.desktop.pages.before import Before
    from trainer.desktop.pages.call import Call
    from trainer.desktop.pages.review import Review
    from trainer.desktop.theme import Theme
    from trainer.desktop.widgets.buttons import Button
    from trainer.desktop.widgets.strip import Strip
    from trainer.desktop.window import Window

    class Frames(QObject):
        """Notes the time of every repaint while the two talk."""

        def __init__(self, services: AnsweredServices) -> None:
            super().__init__()
            self._services = services
            self.drawn: list[float] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            """Take the time."""
            if event.type() == QEvent.Type.Paint and self._services.talking:
                self.drawn.append(perf_counter() * 1000)
            return super().eventFilter(watched, event)

    def until(kind: type[QObject]) -> None:
        while not isinstance(window.page, kind):
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    write_settings(home / "settings.json", Settings(recogniser=TINY))
    services = AnsweredServices(SpokenProgram(Folders(home, home, home, home)), seed)
    app = QApplication(sys.argv[:1])
    window = Window(services, Theme(app))
    scenario = services.program.library.scenario(SCENARIO)
    window.ready.connect(lambda: window.page.chosen.emit(scenario))
    window.show()
    until(Before)
    next(one for one in window.page.findChildren(Button) if one.text() == "Start").click()
    until(Call)
    frames, strip = Frames(services), window.page.findChild(Strip)
    assert strip is not None
    strip.installEventFilter(frames)
    until(Review)
    window.close()
    window.bridge.settle()
    services.close()
    apart = [after - before for before, after in pairwise(frames.drawn)]
    return {"apart_ms": apart, "rss_mb": services.rss_mb}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(_call(int(sys.argv[1]), Path(folder))))
