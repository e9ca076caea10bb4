"""The whole road on real parts: window, sound card, voice, ears, rating, records, review."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.soundcard import SoundCard
from tests.support.speech import TINY
from tests.support.widgets import click, page_of, press, shown
from trainer.app import Program
from trainer.conversation.timeline import OverlapKind
from trainer.conversation.turns import Phase
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.review import Review
from trainer.desktop.services import Watch
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window
from trainer.records.folders import Folders
from trainer.records.settings import Settings, write_settings
from trainer.records.store import Mode, RehearsalId, Restart
from trainer.rehearsal.events import LineBegan, PhaseChanged, RehearsalEvent
from trainer.rehearsal.live import LiveRehearsal

INVITING = "Please tell me what happened and I will listen to you."
CUTTING_IN = "But I need your order number before we can do anything at all."
OFFER = "I can give you a replacement from our stock today."


@dataclass
class WatchedServices(ProgramServices):
    """The real services; what the rehearsal tells is kept for the test too."""

    real: Program
    events: list[RehearsalEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(lambda: self.real)
        self.new_seed = partial(int, 1)

    def rehearse(
        self,
        scenario_id: str,
        *,
        typed: bool,
        mode: Mode,
        watch: Watch,
        kept: Callable[[RehearsalId], None],
        restart: Restart | None = None,
    ) -> LiveRehearsal:
        """Begin a rehearsal, and keep what it tells."""

        def both(event: RehearsalEvent) -> None:
            self.events.append(event)
            watch(event)

        return super().rehearse(
            scenario_id, typed=typed, mode=mode, watch=both, kept=kept, restart=restart
        )

    @property
    def phase(self) -> Phase:
        """Who has the turn now."""
        phases = [one.phase for one in self.events if isinstance(one, PhaseChanged)]
        return phases[-1] if phases else Phase.READY

    @property
    def lines(self) -> int:
        """How many lines have begun."""
        return sum(isinstance(one, LineBegan) for one in self.events)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[WatchedServices]:
    """Return the program in a folder of its own, listening with the tiny model."""
    home = tmp_path / "soft-answer"
    folders = Folders(home / "data", home / "config", home / "cache", home / "models")
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


@pytest.mark.device
@pytest.mark.display
@pytest.mark.timeout(240)
def test_a_person_rehearses_aloud_and_reads_how_it_went(
    qtbot: QtBot,
    qapp: QApplication,
    soundcard: SoundCard,
    services: WatchedServices,
    tmp_path: Path,
) -> None:
    """From Home through three spoken turns, one of them an interruption, to the review."""
    inviting, cutting_in, offer = (
        spoken(text, tmp_path / f"{number}.wav")
        for number, text in enumerate((INVITING, CUTTING_IN, OFFER))
    )
    theme = Theme(qapp, Qt.ColorScheme.Light)
    window = Window(services, theme)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.show()

    click(window.page, "Lost parcel")
    before = page_of(qtbot, window, Before)
    click(before, "Check my sound")
    qtbot.waitUntil(lambda: asks_for_a_sentence(before), timeout=20_000)
    sentence = soundcard.speak(inviting)
    qtbot.waitUntil(lambda: hears_well(before), timeout=20_000)
    qtbot.waitUntil(lambda: sentence.poll() is not None, timeout=20_000)
    click(before, "Start")
    page_of(qtbot, window, Call)

    wait_for(qtbot, services, Phase.WAITING)
    soundcard.speak(inviting)
    qtbot.waitUntil(lambda: services.lines == 2, timeout=30_000)
    qtbot.wait(1_500)  # let the customer get going: what is waited for is sound that is playing
    soundcard.speak(cutting_in)
    wait_for(qtbot, services, Phase.TRAINEE)
    qtbot.waitUntil(lambda: services.lines == 3, timeout=30_000)
    wait_for(qtbot, services, Phase.WAITING)
    soundcard.speak(offer)
    qtbot.waitUntil(lambda: services.lines == 4, timeout=30_000)
    press(window, Qt.Key.Key_Escape, Qt.Key.Key_Escape)

    review = page_of(qtbot, window, Review)
    said = shown(review)
    (kept,) = services.rehearsals()
    timeline = services.load(kept.id).timeline
    assert "tell me what happened" in timeline.replies[0].text
    assert "order number" in timeline.replies[1].text
    assert "replacement" in timeline.replies[2].text
    assert [one.overlap_kind for one in timeline.overlaps] == [OverlapKind.INTERRUPTION]
    assert timeline.overlaps[0].unheard > 0
    transcript = review.talk.transcript.toPlainText()
    assert "replacement" in transcript
    pace = said[said.index("Words a minute") - 1]
    assert 120 <= int(pace) <= 260
    assert f"at “{timeline.overlaps[0].cut_at}”" in transcript
    window.close()
    theme.deleteLater()


def hears_well(before: Before) -> bool:
    """Tell whether the sound check has been passed."""
    return any(text.startswith("I hear you well.") for text in shown(before))


def asks_for_a_sentence(before: Before) -> bool:
    """Tell whether the sound check has spoken and listens now."""
    return any(text.startswith("Now read this aloud") for text in shown(before))


def wait_for(qtbot: QtBot, services: WatchedServices, phase: Phase) -> None:
    """Wait until it is the turn of that phase."""
    qtbot.waitUntil(lambda: services.phase is phase, timeout=40_000)
