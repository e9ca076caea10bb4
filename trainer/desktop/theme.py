"""Dresses the application: fonts, palette and style sheet, light or dark as the system prefers."""

from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from trainer.desktop.tokens import DARK, LIGHT, Palette, style_values
from trainer.resources import asset

__all__ = ["FONT", "Theme"]

FONT = "Atkinson Hyperlegible"
LARGEST_TEXT = 2.0


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
        self._scheme = scheme
        self._text_scale = text_scale
        self._sheet = Template(asset("style/soft.qss").read_text(encoding="utf-8"))
        app.setStyle("Fusion")
        for font in sorted(asset("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def text_scale(self) -> float:
        """Size of the text against the ordinary."""
        return self._text_scale

    def wear(self, scheme: Qt.ColorScheme | None) -> None:
        """Change to light or dark, or follow the system again."""
        self._scheme = scheme
        self._dress()

    def scale_text(self, text_scale: float) -> None:
        """Change the size of the text, kept between 1 and 2."""
        self._text_scale = min(max(text_scale, 1.0), LARGEST_TEXT)
        self._dress()

    def _dress(self) -> None:
        scheme = self._scheme or self._app.styleHints().colorScheme()
        colours = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(
            self._sheet.substitute(
                style_values(colours, self._text_scale),
                font=FONT,
                icons=asset("icons").as_posix(),
            )
        )


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
