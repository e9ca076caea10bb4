"""How the window looks from its first moment on, and the language it speaks."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.visits import begin_call
from trainer.desktop.language import speak
from trainer.desktop.pages.home import Home
from trainer.desktop.theme import Theme, motion
from trainer.desktop.tokens import CONTRAST, DARK, LIGHT, Palette, style_values
from trainer.desktop.widgets.caption import Caption
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.widgets.presence import Presence
from trainer.desktop.window import Window
from trainer.records.look import Look, read_look
from trainer.records.settings import Settings, write_settings


def test_the_look_is_what_the_settings_hold(tmp_path: Path) -> None:
    """Read without what the settings need, and the same."""
    chosen = Settings(theme="dark", text_size=150, motion="reduced", language="de")
    write_settings(tmp_path / "settings.json", chosen)

    assert (
        read_look(tmp_path / "settings.json") == chosen.look == Look("dark", 150, "reduced", "de")
    )


@pytest.mark.parametrize("text", ["", "[]", '{"theme": "pink", "text_size": 900, "motion": []}'])
def test_a_look_that_is_wrong_is_the_usual_one(tmp_path: Path, text: str) -> None:
    """The window opens whatever the file holds."""
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")

    assert read_look(tmp_path / "settings.json") == Look()
    assert read_look(tmp_path / "none.json") == Look()


def test_what_is_right_of_a_look_holds(tmp_path: Path) -> None:
    """One wrong value takes no other with it."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "text_size": "large"}), encoding="utf-8")

    assert read_look(path) == Look("dark")


def test_the_theme_wears_a_look(qapp: QApplication, theme: Theme) -> None:
    """Colours, size and motion; in high contrast nothing is mixed, and only faces have others."""
    theme.look(Look("high_contrast", 200, "reduced"))

    assert theme.text_scale == 2.0
    assert not motion()
    assert qapp.palette().window().color() == QColor(CONTRAST.ground)
    own = {colour[1:] for colour in (CONTRAST.ground, CONTRAST.ink, CONTRAST.you)}
    colours = set(re.findall("#([0-9A-Fa-f]{6})", qapp.styleSheet()))
    ramp = (LIGHT.calm, LIGHT.tense, LIGHT.furious)
    assert colours == own | {colour[1:] for colour in (CONTRAST.backdrop, *ramp)}
    theme.look(Look("dark"))
    assert motion()
    assert qapp.palette().window().color() == QColor(DARK.ground)


def test_the_focus_is_thicker_in_high_contrast(qapp: QApplication, theme: Theme) -> None:
    """And a margin gives way to it, so that nothing moves."""
    theme.wear("high_contrast")

    assert f"Button:focus {{ border: 4px solid {CONTRAST.you}; margin: 0;" in qapp.styleSheet()
    assert "border: 1px solid #FFFFFF;\n    margin: 3px;" in qapp.styleSheet()
    theme.wear(Qt.ColorScheme.Light)
    assert f"Button:focus {{ border: 2px solid {LIGHT.you}; margin: 0;" in qapp.styleSheet()


def test_the_system_may_want_contrast(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who follows the system follows it there too; who chose light stays with it."""
    monkeypatch.setattr("trainer.desktop.theme._system_wants_contrast", lambda: True)
    theme.wear("system")
    assert qapp.palette().window().color() == QColor(CONTRAST.ground)
    theme.wear("light")
    assert qapp.palette().window().color() != QColor(CONTRAST.ground)


def test_the_window_speaks_what_is_translated(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a translation, or with a damaged one, it speaks English."""
    monkeypatch.setattr("trainer.resources.assets", lambda: tmp_path)
    before = QLocale()
    assert speak(qapp, "de") == "en"
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "de.qm").write_bytes(b"no translation")
    assert speak(qapp, "de") == "en"
    assert speak(qapp, "en") == "en"
    QLocale.setDefault(before)


def test_a_translation_is_installed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled from Qt's own tools is what is said."""
    monkeypatch.setattr("trainer.resources.assets", lambda: tmp_path)
    before = QLocale()
    (tmp_path / "translations").mkdir()
    _compile(tmp_path / "translations" / "de.qm")
    try:
        assert speak(qapp, "de") == "de"
        assert QCoreApplication.translate("Places", "Home") == "Start"
        assert QLocale().language() == QLocale.Language.German
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)


def test_captions_and_face_are_shown_as_chosen(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Who switched both off sees no words, and initials in place of a face."""
    services.settings = Settings(captions=False, face=False)
    call = begin_call(qtbot, window)
    caption, initials = call.findChild(Caption), call.findChild(Presence)
    assert caption is not None
    assert initials is not None

    assert caption.isHidden()
    assert initials.isVisible()
    assert call.findChild(Face) is None


def _compile(target: Path) -> None:
    """Write a translation with Qt's own tool."""
    source = target.with_suffix(".ts")
    source.write_text(
        '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="de"><context>'
        "<name>Places</name><message><source>Home</source><translation>Start</translation>"
        "</message></context></TS>",
        encoding="utf-8",
    )
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, source, "-qm", target], check=True, capture_output=True)


def test_whoever_takes_over_finds_their_own_look(
    qtbot: QtBot, window: Window, services: FakeServices, theme: Theme
) -> None:
    """As soon as Home is told who rehearses now."""
    services.settings = Settings(profile="Ben", text_size=150, theme="dark")

    home = window.page
    assert isinstance(home, Home)
    home._choose_person("Ben")

    qtbot.waitUntil(lambda: theme.colours is DARK)
    assert theme.text_scale == 1.5


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "surface", 12.0),
        ("ink", "ground", 12.0),
        ("ink", "look_wash", 4.5),
        ("ink_soft", "surface", 4.5),
        ("ink_soft", "ground", 4.5),
        ("ink_soft", "you_wash", 4.5),
        ("you", "surface", 4.5),
        ("you", "ground", 4.5),
        ("on_you", "you", 4.5),
        ("on_chosen", "chosen", 4.5),
        ("customer", "surface", 4.5),
        ("customer", "customer_wash", 4.5),
        ("good", "surface", 4.5),
        ("good_deep", "good_wash", 4.5),
        ("look", "surface", 4.5),
        ("look_deep", "look_wash", 4.5),
        ("edge", "ground", 3.0),
    ],
)
def test_what_is_shown_stands_out(palette: Palette, text: str, ground: str, least: float) -> None:
    """As much as WCAG 2 asks of text and of the rims of what is pressed; body text far more."""
    values = style_values(palette, 1.0)

    assert contrast(values[text], values[ground]) >= least


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
