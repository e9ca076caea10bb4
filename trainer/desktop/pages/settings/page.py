"""The settings as a page: a part at a time, every choice kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer.desktop.pages.page import Page
from trainer.desktop.pages.settings.hearing import HearingPart
from trainer.desktop.pages.settings.look import LookPart
from trainer.desktop.pages.settings.part import Part
from trainer.desktop.pages.settings.privacy import PrivacyPart
from trainer.desktop.pages.settings.rating import RatingPart
from trainer.desktop.pages.settings.sound import SoundPart
from trainer.desktop.pages.settings.voices import VoicesPart
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, leading
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.places import Surroundings
    from trainer.records.settings import Settings

__all__ = ["PARTS", "SettingsPage"]

PARTS: Mapping[str, type[Part]] = {
    "look": LookPart,
    "sound": SoundPart,
    "hearing": HearingPart,
    "voices": VoicesPart,
    "rating": RatingPart,
    "privacy": PrivacyPart,
}


class SettingsPage(Page):
    """Everything that can be chosen; what is seen changes at once, on every page."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Settings"), parent)
        self._around = around
        self._parts: dict[str, Part] = {}
        self._current = ""
        self._whose = Text("", "soft")
        self._tabs = {key: self._tab(key, word) for key, word in self._words().items()}
        self._compose()
        around.keeper.kept.connect(self._show)
        around.keeper.fetch()

    def arrive(self) -> None:
        """Begin with the look."""
        self.go("look")
        self._tabs["look"].setFocus()

    def leave(self) -> None:
        """Let go of what the part has taken hold of."""
        if self._current:
            self._parts[self._current].leave()

    def go(self, key: str) -> None:
        """Show a part."""
        self.leave()
        if key not in self._parts:
            self._parts[key] = self._make(key)
        self._current = key
        for name, part in self._parts.items():
            part.setVisible(name == key)
        for name, tab in self._tabs.items():
            tab.setChecked(name == key)
        self._parts[key].arrive()

    def _words(self) -> dict[str, str]:
        return {
            "look": self.tr("Look"),
            "sound": self.tr("Sound"),
            "hearing": self.tr("Hearing"),
            "voices": self.tr("Voices"),
            "rating": self.tr("Rating"),
            "privacy": self.tr("Privacy"),
        }

    def _tab(self, key: str, word: str) -> Button:
        tab = Button(word, kind="tab")
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.go, key))
        return tab

    def _compose(self) -> None:
        self.column.addWidget(Text(self.tr("Settings"), "title"))
        self.column.addWidget(self._whose)
        row, group = Wrap(gap=Space.TIGHT), QButtonGroup(self)
        for tab in self._tabs.values():
            group.addButton(tab)
            row.addWidget(tab)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _make(self, key: str) -> Part:
        part: Part = PARTS[key](self._around.services, self._around.bridge, self._around.keeper)
        part.troubled.connect(self.troubled)
        part.told.connect(self.told)
        place = self.column.count() - 1
        if part.is_wide:
            self.column.insertWidget(place, part)
        else:
            self.column.insertLayout(place, leading(part))
        return part

    def _show(self, settings: Settings) -> None:
        whose = self.tr("Every choice is kept at once.")
        if settings.profile:
            whose = self.tr(
                "Every choice is kept at once, for {name}; devices, models, language and how long "
                "sound is kept are this computer's."
            ).format(name=settings.profile)
        self._whose.say(whose)
