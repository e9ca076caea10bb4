"""What holds on every page: names for screen readers, focus to be seen, text that may grow."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.pages import Visit, every_page
from tests.support.widgets import accessible, controls
from trainer.desktop.theme import Theme
from trainer.desktop.tokens import CONTRAST, DARK, LIGHT, Palette
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.text import Text
from trainer.desktop.window import Window


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
