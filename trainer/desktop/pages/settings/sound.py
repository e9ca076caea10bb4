"""Microphone and loudspeaker: which, and whether they work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Space
from trainer.desktop.trouble import sentence
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.choice import Choice, Option
from trainer.desktop.widgets.layouts import beside
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.services import Devices
    from trainer.records.settings import Settings

__all__ = ["SoundPart"]


class SoundPart(Part):
    """What is heard with, and what is heard from."""

    def compose(self) -> None:
        """Put everything in its place."""
        self._there: Devices | None = None
        self._stop_watching: Callable[[], None] | None = None
        self._watched = ""
        self._microphone = Choice(self.tr("Which one"))
        self._loudspeaker = Choice(self.tr("Which one"))
        self._level = LevelLine(self.tr("How loud the microphone is"))
        self._listen = Button(self.tr("Listen"), "microphone")
        self._heard = Text(self.tr("Listen, say a word, and see the line move."), "small")
        self._tone = Button(self.tr("Play a tone"), "play")
        self._played = Text(self.tr("Two soft notes."), "small")
        self._refresh = Button(self.tr("Look for devices again"), "repeat")
        self._lay_out()
        self._microphone.chosen.connect(self._choose_microphone)
        self._loudspeaker.chosen.connect(lambda name: self._keeper.keep(loudspeaker=name))
        self._listen.clicked.connect(self._listen_or_stop)
        self._tone.clicked.connect(self._play)
        self._refresh.clicked.connect(self._look)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; a device that is not there now is still among the choices."""
        self._offer(settings)
        if self._stop_watching and self._watched != settings.microphone:
            self._stop()
            self._watch()

    def arrive(self) -> None:
        """Look for devices."""
        self._look()

    def leave(self) -> None:
        """Let go of the microphone."""
        self._stop()

    def _lay_out(self) -> None:
        hears = self.card(self.tr("Microphone"))
        hears.addWidget(self._microphone)
        row = beside(Space.ROOM)
        row.addWidget(self._listen)
        row.addWidget(self._level, 1)
        hears.addLayout(row)
        hears.addWidget(self._heard)
        plays = self.card(self.tr("Loudspeaker or headphones"))
        plays.addWidget(self._loudspeaker)
        row = beside(Space.ROOM)
        row.addWidget(self._tone)
        row.addWidget(self._played, 1)
        plays.addLayout(row)
        self._column.addWidget(self._refresh)

    def _look(self) -> None:
        self._stop()
        self._refresh.setEnabled(False)
        self._bridge.fetch(self, self._services.devices, self._show_devices, self._refuse)

    def _show_devices(self, there: Devices) -> None:
        self._refresh.setEnabled(True)
        self._there = there
        self._listen.setEnabled(bool(there.microphones))
        self._tone.setEnabled(bool(there.loudspeakers))
        if not there.microphones:
            self._heard.say(
                self.tr("No microphone is there. Plug one in and look again; you can also type.")
            )
        if not there.loudspeakers:
            self._played.say(self.tr("No loudspeaker is there. Plug one in and look again."))
        if self._keeper.settings is not None:
            self._offer(self._keeper.settings)

    def _refuse(self, problem: str) -> None:
        self._refresh.setEnabled(True)
        self.troubled.emit(problem)

    def _offer(self, settings: Settings) -> None:
        there = self._there
        for choice, labels, chosen in (
            (self._microphone, there.microphones if there else (), settings.microphone),
            (self._loudspeaker, there.loudspeakers if there else (), settings.loudspeaker),
        ):
            choice.offer(self._options(labels, chosen))
            choice.show_chosen(chosen)

    def _options(self, labels: tuple[str, ...], chosen: str) -> tuple[Option, ...]:
        system = Option("", self.tr("As the system"))
        listed = tuple(Option(label, label) for label in labels)
        if not chosen or chosen in labels:
            return (system, *listed)
        gone = self.tr("Not there now; until it is, the system's choice is used.")
        return (system, *listed, Option(chosen, chosen, gone))

    def _choose_microphone(self, name: object) -> None:
        self._keeper.keep(microphone=name)

    def _listen_or_stop(self) -> None:
        if self._stop_watching:
            self._stop()
        else:
            self._watch()

    def _watch(self) -> None:
        settings = self._keeper.settings
        self._watched = settings.microphone if settings else ""
        self._level.rest()
        try:
            self._stop_watching = self._services.watch_level(
                self._bridge.here(self, self._show_level),
                self._bridge.here(self, self._end_watching),
            )
        except Exception as problem:  # noqa: BLE001 - whatever it met becomes a sentence
            self._heard.say(sentence(problem))
            return
        self._listen.setText(self.tr("Stop"))
        self._listen.show_icon("stop")
        self._heard.say(self.tr("Listening. Nothing is kept."))

    def _stop(self) -> None:
        stop, self._stop_watching = self._stop_watching, None
        if stop:
            stop()
            self._rest()
            self._heard.say(self.tr("Listen, say a word, and see the line move."))

    def _rest(self) -> None:
        self._listen.setText(self.tr("Listen"))
        self._listen.show_icon("microphone")

    def _show_level(self, level_db: float) -> None:
        if self._stop_watching:
            self._level.add(level_db)

    def _end_watching(self, problem: str) -> None:
        if problem:
            self._stop_watching = None
            self._rest()
            self._heard.say(problem)

    def _play(self) -> None:
        self._tone.setEnabled(False)
        self._played.say(self.tr("Playing …"))
        done = self._bridge.here(self, self._end_tone)
        self._bridge.fetch(
            self, lambda: self._services.play_tone(done), lambda _: None, self._end_tone
        )

    def _end_tone(self, problem: str) -> None:
        self._tone.setEnabled(True)
        not_heard = self.tr("Heard nothing? Turn it up, or choose another one.")
        self._played.say(problem or not_heard)
