"""The whole road on real parts: window, sound card, voice, ears, rating, records, review."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.soundcard import SoundCard
from tests.support.whole_road import (
    INVITING,
    WatchedServices,
    asks_for_a_sentence,
    hears_well,
    real_services,
    spoken,
    wait_for,
)
from tests.support.widgets import click, page_of, press, shown
from trainer.conversation.timeline import OverlapKind
from trainer.conversation.turns import Phase
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.review import Review
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window

CUTTING_IN = "But I need your order number before we can do anything at all."
OFFER = "I can give you a replacement from our stock today."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[WatchedServices]:
    """Return the real program in a folder of its own."""
    with real_services(tmp_path / "soft-answer") as services:
        yield services


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
