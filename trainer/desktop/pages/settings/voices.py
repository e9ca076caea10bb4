"""The customers' voices: who speaks for whom, and how that sounds, calm to furious."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Grid, Wrap, clear, stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.services import VoiceChoice

__all__ = ["PRESSURES", "VoicesPart"]

PRESSURES = (20, 50, 90)


class VoicesPart(Part):
    """Each voice with three buttons to try it."""

    is_wide = True

    def compose(self) -> None:
        """Put everything in its place."""
        self._told = Text(self.tr("Looking who can speak …"), "soft")
        self._rows = Grid(Size.SIDE)
        self._speaking: Button | None = None
        self._turn = 0
        self._column.addWidget(self._told)
        self._column.addLayout(self._rows)

    def arrive(self) -> None:
        """Look which voices there are."""
        self._bridge.fetch(self, self._services.voices, self._show_voices, self._refuse)

    def leave(self) -> None:
        """Fall silent."""
        self._turn += 1
        if self._speaking:
            self._rest()
            self._services.stop_voice()

    def _show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        clear(self._rows)
        mute = [voice for voice in voices if not voice.spoken_by]
        speak = self.tr("Everybody speaks on this computer, without a network. Try them.")
        self._told.say(mute[0].why if mute else speak)
        for voice in voices:
            self._rows.addWidget(self._row(voice))

    def _refuse(self, problem: str) -> None:
        self._told.say(problem)

    def _row(self, voice: VoiceChoice) -> QFrame:
        column = stack(Space.HAIR, Space.ROOM)
        name = self.tr("{name}, {age}").format(name=voice.name, age=voice.age)
        column.addWidget(Text(name, "strong"))
        silent = self.tr("silent: captions only")
        spoken_by = voice.spoken_by or silent
        column.addWidget(Text(f"{self._language(voice.language)} · {spoken_by}", "small"))
        buttons = Wrap(gap=Space.TIGHT)
        words = (self.tr("Calm"), self.tr("Upset"), self.tr("Furious"))
        for pressure, word in zip(PRESSURES, words, strict=True):
            buttons.addWidget(self._button(voice, pressure, word))
        column.addSpacing(Space.HAIR)
        column.addLayout(buttons)
        return surface(column)

    def _language(self, code: str) -> str:
        return {
            "en-029": self.tr("Caribbean English"),
            "en-gb": self.tr("British English"),
            "en-gb-scotland": self.tr("Scottish English"),
            "en-gb-x-gbclan": self.tr("Lancashire English"),
            "en-gb-x-rp": self.tr("British English, Received Pronunciation"),
            "en-us": self.tr("American English"),
        }.get(code, code)

    def _button(self, voice: VoiceChoice, pressure: int, word: str) -> Button:
        button = Button(word, "play")
        button.setAccessibleName(self.tr("{word}: try {name}").format(word=word, name=voice.name))
        button.setEnabled(bool(voice.spoken_by))
        button.clicked.connect(partial(self._try_or_stop, button, voice.id, pressure))
        return button

    def _try_or_stop(self, button: Button, voice: str, pressure: int) -> None:
        before = self._speaking
        self.leave()
        if before is not button:
            self._try(button, voice, pressure)

    def _try(self, button: Button, voice: str, pressure: int) -> None:
        self._speaking = button
        button.show_icon("stop")
        turn = self._turn
        done = self._bridge.here(self, partial(self._end, turn))
        self._bridge.fetch(
            self,
            lambda: self._services.try_voice(voice, pressure, done),
            lambda _: self._hush_if_over(turn),
            partial(self._end, turn),
        )

    def _hush_if_over(self, turn: int) -> None:
        """Stop a line that was still being made when the person had gone on."""
        if turn != self._turn and self._speaking is None:
            self._services.stop_voice()

    def _end(self, turn: int, problem: str) -> None:
        if turn == self._turn:
            self._rest()
        if problem:
            self.troubled.emit(problem)

    def _rest(self) -> None:
        button, self._speaking = self._speaking, None
        if button:
            button.show_icon("play")
