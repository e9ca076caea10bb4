"""How the window looks: theme, size of the text, motion, what a call shows, and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.choice import Choice, Option, Switch
from trainer.desktop.widgets.layouts import Grid

if TYPE_CHECKING:
    from trainer.records.settings import Settings

__all__ = ["LookPart"]

TEXT_SIZES = (100, 125, 150, 175, 200)


class LookPart(Part):
    """What is seen."""

    def compose(self) -> None:
        """Put everything in its place."""
        self._theme = Choice(self.tr("Colours"), self._themes())
        sizes = [Option(size, self.tr("{percent} %").format(percent=size)) for size in TEXT_SIZES]
        self._size = Choice(self.tr("Size of the text"), sizes)
        self._motion = Choice(self.tr("Movement"), self._motions())
        self._language = Choice(self.tr("Language of the window"), self._languages())
        self._captions = Switch(
            self.tr("Show the customer's words"), self.tr("They appear as they are spoken.")
        )
        self._face = Switch(
            self.tr("Show the customer's face"), self.tr("Its look follows the customer's mood.")
        )
        self._lay_out()
        self._theme.chosen.connect(lambda theme: self._keeper.keep(theme=theme))
        self._size.chosen.connect(lambda size: self._keeper.keep(text_size=size))
        self._motion.chosen.connect(lambda motion: self._keeper.keep(motion=motion))
        self._language.chosen.connect(self._choose_language)
        self._captions.switched.connect(lambda on: self._keeper.keep(captions=on))
        self._face.switched.connect(lambda on: self._keeper.keep(face=on))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; a size that is none of the steps leaves them all open."""
        self._theme.show_chosen(settings.theme)
        self._size.show_chosen(settings.text_size)
        self._motion.show_chosen(settings.motion)
        self._language.show_chosen(settings.language)
        self._captions.show_on(settings.captions)
        self._face.show_on(settings.face)

    def _lay_out(self) -> None:
        window = self.card(self.tr("The window"))
        sides = Grid(Size.CARD, gap=Space.WIDE)
        for choice in (self._theme, self._size, self._motion, self._language):
            sides.addWidget(choice)
        window.addLayout(sides)
        call = self.card(self.tr("In a call"))
        call.addWidget(self._captions)
        call.addWidget(self._face)

    def _themes(self) -> tuple[Option, ...]:
        return (
            Option("system", self.tr("As the system")),
            Option("light", self.tr("Light")),
            Option("dark", self.tr("Dark")),
            Option("high_contrast", self.tr("High contrast"), self.tr("Black, white and yellow.")),
        )

    def _motions(self) -> tuple[Option, ...]:
        return (
            Option("system", self.tr("As the system"), self.tr("Where the system tells.")),
            Option("full", self.tr("Things move")),
            Option("reduced", self.tr("Nothing moves")),
        )

    def _languages(self) -> tuple[Option, ...]:
        return (
            Option("system", self.tr("As the system")),
            Option("en", "English"),
            Option("de", "Deutsch"),
        )

    def _choose_language(self, language: object) -> None:
        self._keeper.keep(language=language)
        self.told.emit(self.tr("The window speaks it after the next start."))
