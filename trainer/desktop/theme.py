"""Dresses the application: fonts, palette and style sheet, as the person or the system prefers."""

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from trainer.desktop.tokens import CONTRAST, DARK, LIGHT, Palette, style_values
from trainer.records.look import LARGEST_TEXT, Look, Motion, ThemeName
from trainer.resources import asset

__all__ = ["FONT", "Theme", "motion"]

FONT = "Atkinson Hyperlegible"

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_STILL = "soft_answer_still"
"""Where the application carries that nothing is to move."""


def motion() -> bool:
    """Tell whether things may move; whatever is animated asks before each movement."""
    app = QGuiApplication.instance()
    return app is None or not app.property(_STILL)


class Theme(QObject):
    """What the application wears.

    Args:
        app: Is dressed at once, and again whenever the system's preference changes.
        scheme: Light or dark whatever the system says; None follows the system.
        text_scale: Size of the text, 1 to 2.
    """

    def __init__(
        self, app: QApplication, scheme: Qt.ColorScheme | None = None, text_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self._scheme, self._contrast = scheme, False
        self._text_scale = text_scale
        self._motion: Motion = "system"
        self._worn = ""
        self._sheet = Template(asset("style/soft.qss").read_text(encoding="utf-8"))
        app.setStyle("Fusion")
        for font in sorted(asset("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        app.styleHints().colorSchemeChanged.connect(self._dress)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._dress)
        self._dress()

    @property
    def text_scale(self) -> float:
        """Size of the text against the ordinary."""
        return self._text_scale

    @property
    def colours(self) -> Palette:
        """The colours that are worn."""
        if self._contrast or (self._scheme is None and _system_wants_contrast()):
            return CONTRAST
        scheme = self._scheme or self._app.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def look(self, look: Look) -> None:
        """Wear what a person has chosen."""
        self._choose(look.theme)
        self._text_scale = min(max(look.text_size, 100), LARGEST_TEXT) / 100
        self._motion = look.motion
        self._dress()

    def wear(self, scheme: Qt.ColorScheme | ThemeName | None) -> None:
        """Change to light, dark or high contrast, or follow the system again."""
        self._choose(scheme)
        self._dress()

    def scale_text(self, text_scale: float) -> None:
        """Change the size of the text, kept between 1 and 2."""
        self._text_scale = min(max(text_scale, 1.0), LARGEST_TEXT / 100)
        self._dress()

    def move(self, wanted: Motion) -> None:
        """Let things move, keep them still, or follow the system."""
        self._motion = wanted
        self._dress()

    def _choose(self, scheme: Qt.ColorScheme | ThemeName | None) -> None:
        self._contrast = scheme == "high_contrast"
        self._scheme = _SCHEMES.get(scheme) if isinstance(scheme, str) else scheme

    def _dress(self) -> None:
        self._app.setProperty(_STILL, _is_still(self._motion))
        sheet = self._sheet.substitute(
            style_values(self.colours, self._text_scale),
            font=FONT,
            icons=asset("icons").as_posix(),
        )
        if sheet != self._worn:  # dressing every widget takes its time
            self._worn = sheet
            self._app.setPalette(_palette(self.colours))
            self._app.setStyleSheet(sheet)


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # owns what it gives: it must outlive the question
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _is_still(wanted: Motion) -> bool:
    if wanted != "system":
        return wanted == "reduced"
    hints = QGuiApplication.styleHints()
    preference = getattr(hints.accessibility(), "motionPreference", None)  # Qt 6.12 and later
    return preference is not None and preference().name == "ReducedMotion"


def _palette(colours: Palette) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.ground),
        (roles.Base, colours.surface),
        (roles.AlternateBase, colours.ground),
        (roles.Button, colours.surface),
        (roles.WindowText, colours.ink),
        (roles.Text, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.PlaceholderText, colours.ink_soft),
        (roles.ToolTipBase, colours.surface),
        (roles.ToolTipText, colours.ink),
        (roles.Highlight, colours.you),
        (roles.HighlightedText, colours.on_you),
        (roles.Link, colours.you),
    ):
        palette.setColor(role, QColor(colour))
    return palette
