"""What holds on every page: names for screen readers, focus to be seen, text that may grow."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.examples import spread
from tests.support.visits import begin_call, choose_marcus, wait_for_pace
from tests.support.widgets import accessible, click, controls, page_of, shown, table
from trainer.conversation.end_pointing import Pace
from trainer.conversation.turns import Phase
from trainer.desktop.pages.page import Page
from trainer.desktop.pages.progress.progress import ProgressPage
from trainer.desktop.pages.review import Review
from trainer.desktop.pages.settings import PARTS, SettingsPage
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.fold import Fold
from trainer.desktop.places import SETTINGS
from trainer.desktop.theme import Theme
from trainer.desktop.tokens import CONTRAST, DARK, LIGHT, Palette
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.store import Mode
from trainer.rehearsal.events import GuidanceChanged, LineBegan, PhaseChanged, TroubleMet
from trainer.scenario.kinds import Step

LINE = "Right, so you've taken a hundred and eighteen pounds off me. Twice. Same day."
Visit = Callable[[QtBot, Window, FakeServices], Page]


def visit_home(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Stay at Home."""
    del qtbot, services
    return window.page


def visit_progress(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See how it goes, judgement and all."""
    services.own_marks = [(Marks(60, 60, 60, 60, 60), Marks(58, 88, 84, 76, 95))]
    window.go("progress")
    page = page_of(qtbot, window, ProgressPage)
    qtbot.waitUntil(lambda: "How you judge yourself" in shown(page))
    return page


def visit_table(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See all rehearsals, one of them chosen, which bears a tag."""
    services.tag([services.kept[0].summary.id], "rent")
    page = visit_progress(qtbot, window, services)
    click(page, "All rehearsals")
    qtbot.waitUntil(lambda: "Take the tag “rent” away" in table(page))
    return page


def visit_studio(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """See the studio's list."""
    del services
    window.go("studio")
    page = page_of(qtbot, window, StudioPage)
    qtbot.waitUntil(lambda: "Wrong cake" in shown(page))
    return page


def visit_editor(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Open a scenario of one's own, and wait until it is checked and its form is unfolded."""
    page = visit_studio(qtbot, window, services)
    click(page, "Open: Wrong cake")
    qtbot.waitUntil(lambda: any("be rehearsed" in one for one in shown(page)))
    qtbot.waitUntil(lambda: any(fold.is_unfolded for fold in page.findChildren(Fold)))
    return page


def visit_bench(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Try a scenario out."""
    page = visit_editor(qtbot, window, services)
    click(page, "Try it out")
    qtbot.waitUntil(lambda: any(one.startswith("opening.") for one in shown(page)))
    return page


def visit_before(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Choose Marcus, and wait for what was chosen before."""
    del services
    before = choose_marcus(qtbot, window)
    wait_for_pace(qtbot, before)
    return before


def visit_call(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Start, let Marcus speak, and open the field."""
    call = begin_call(qtbot, window)
    services.running[-1].tell(
        PhaseChanged(0, Phase.CUSTOMER), LineBegan(0, LINE, spread(LINE, 0, 1), 72)
    )
    click(call, "Type")
    return call


def visit_held(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Talk by key, and hold it."""
    services.settings = services.settings.changed(pace=Pace.PUSH_TO_TALK)
    call = visit_call(qtbot, window, services)
    call.setFocus()
    QTest.keyPress(call, Qt.Key.Key_M)
    return call


def visit_details(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Unfold what one seldom changes."""
    before = visit_before(qtbot, window, services)
    click(before, "Voice and listening")
    return before


def visit_guided(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Be guided, meet trouble, and pass Marcus on."""
    services.settings = services.settings.changed(mode=Mode.GUIDED)
    call = begin_call(qtbot, window)
    phrases = ("I can hear how upsetting this is for you.", "Take your time. I'm listening.")
    services.running[-1].tell(
        GuidanceChanged(Step.ACKNOWLEDGE, phrases), TroubleMet(0, "The microphone is muted.")
    )
    click(call, "Hand over")
    qtbot.waitUntil(lambda: bool(services.told))
    return call


def visit_review(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
    """Open Marcus's review."""
    window._open_review(services.kept[0].summary.id)
    return page_of(qtbot, window, Review)


def visit_settings(part: str) -> Visit:
    """Return the way to a part of the settings, filled."""

    def visit(qtbot: QtBot, window: Window, services: FakeServices) -> Page:
        services.settings = services.settings.changed(profile="Ada", target_wpm=(100, 150))
        window.go(SETTINGS)
        page = page_of(qtbot, window, SettingsPage)
        page.go(part)
        window.bridge.settle()
        for _ in range(3):
            QApplication.processEvents()
        if part == "privacy":
            click(page, "Delete everything")
        return page

    visit.__name__ = f"visit_settings_{part}"
    return visit


SETTINGS_PARTS = [visit_settings(part) for part in PARTS]

every_page = pytest.mark.parametrize(
    "visit",
    [
        visit_home,
        visit_progress,
        visit_table,
        visit_studio,
        visit_editor,
        visit_bench,
        visit_before,
        visit_details,
        visit_call,
        visit_held,
        visit_guided,
        visit_review,
        *SETTINGS_PARTS,
    ],
    ids=lambda visit: visit.__name__,
)


@every_page
def test_every_control_has_a_role_and_a_name(
    qtbot: QtBot, window: Window, services: FakeServices, visit: Visit
) -> None:
    """A screen reader can say what each of them is."""
    page = visit(qtbot, window, services)

    roles = {accessible(each)[0] for each in controls(page)}
    nameless = [each for each in controls(page) if not accessible(each)[1]]

    assert nameless == []
    assert roles <= {
        "Button",
        "ButtonMenu",
        "CheckBox",
        "ComboBox",
        "EditableText",
        "RadioButton",
        "Slider",
        "SpinBox",
        "Table",
    }
    assert page.accessibleName()


@every_page
def test_twice_the_text_clips_nothing(
    qtbot: QtBot, window: Window, services: FakeServices, theme: Theme, visit: Visit
) -> None:
    """At 200 % every button and every text has the room it needs, within the window's width."""
    window.resize(1280, 800)
    page = visit(qtbot, window, services)

    theme.scale_text(2.0)
    for _ in range(5):
        QApplication.processEvents()

    assert [_what(each) for each in _visible(page, Button) if _is_clipped(each, page)] == []
    assert [_what(each) for each in _visible(page, Text) if _is_cut(each, page)] == []
    assert page.horizontalScrollBar().maximum() == 0


@every_page
def test_the_whole_page_is_reached_by_tab(
    qtbot: QtBot, window: Window, services: FakeServices, visit: Visit
) -> None:
    """Tab goes round every control that can be used, and scrolls it into view."""
    page = visit(qtbot, window, services)
    wanted = {each for each in controls(page) if each.isEnabled()}
    reached = set()

    for _ in range(2 * len(wanted) + 5):
        window.focusNextChild()
        reached.add(window.focusWidget())

    assert wanted <= reached


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_text_is_told_from_its_ground(colours: Palette) -> None:
    """Contrast is 12:1 for what is read, 4.5:1 for all other text, on surface and ground."""
    for ground in (colours.surface, colours.ground):
        assert _contrast(colours.ink, ground) >= 12
        for ink in (colours.ink_soft, colours.you, colours.customer, colours.good):
            assert _contrast(ink, ground) >= 4.5, (ink, ground)
    assert _contrast(colours.on_you, colours.you) >= 4.5
    assert _contrast(colours.look, colours.surface) >= 4.5


def test_it_wears_dark_when_the_system_does(qapp: QApplication, theme: Theme) -> None:
    """The palette follows the scheme, and the sheet leaves no placeholder open."""
    theme.wear(Qt.ColorScheme.Dark)

    assert qapp.palette().window().color() == QColor(DARK.ground)
    assert "$" not in qapp.styleSheet()


def _visible(page: QScrollArea, kind: type[Button] | type[Text]) -> list[QWidget]:
    return [each for each in page.findChildren(kind) if each.isVisibleTo(page)]


def _is_clipped(button: QWidget, page: QScrollArea) -> bool:
    wanted = button.sizeHint()
    small = button.width() < wanted.width() or button.height() < wanted.height()
    return small or _sticks_out(button, page)


def _is_cut(text: QWidget, page: QScrollArea) -> bool:
    return text.height() < text.heightForWidth(text.width()) or _sticks_out(text, page)


def _sticks_out(widget: QWidget, page: QScrollArea) -> bool:
    right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
    return right > page.viewport().width()


def _what(widget: QWidget) -> str:
    return f"{accessible(widget)[1]} {widget.size().toTuple()} of {widget.sizeHint().toTuple()}"


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
