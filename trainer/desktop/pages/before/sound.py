"""The sound check as one button, with a living line and a verdict in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.trouble import sentence
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import beside, stack
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import EarsChoice, SoundServices
    from trainer.rehearsal.sound_check import SoundCheckResult, Stage

__all__ = ["SoundCard"]


class SoundCard(QFrame):
    """Checks the sound, or lets one type instead.

    Signals: `typing` says whether the replies will be typed; `troubled` carries a sentence.
    """

    typing = Signal(bool)
    troubled = Signal(str)

    def __init__(
        self, services: SoundServices, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._cancel: Callable[[], None] | None = None
        self._check = Button(self.tr("Check my sound"), "microphone")
        self._level = LevelLine(self.tr("How loud you are"))
        self._verdict = Text(kind="body")
        self._ears = Text(self.tr("Looking who can listen …"), "small")
        self._typed = QCheckBox(self.tr("I have no microphone: I'll type"))
        self._compose()
        self._check.clicked.connect(self._check_or_stop)
        self._typed.toggled.connect(self._choose_typing)

    @property
    def typed(self) -> bool:
        """Whether the replies will be typed."""
        return self._typed.isChecked()

    def look_for_ears(self) -> None:
        """Ask who listens, and say it."""
        self._bridge.fetch(self, self._services.ears, self._show_ears, self.troubled.emit)

    def stop(self) -> None:
        """Let go of the microphone."""
        cancel, self._cancel = self._cancel, None
        if cancel:
            cancel()

    def _compose(self) -> None:
        self.setProperty("kind", "surface")
        column = stack(Space.SNUG, Space.ROOM)
        column.addWidget(Text(self.tr("Your sound"), "heading"))
        self._verdict.say(
            self.tr("Takes a few seconds: you hear a sentence, then say one yourself.")
        )
        column.addWidget(self._verdict)
        row = beside(Space.ROOM)
        row.addWidget(self._check)
        row.addWidget(self._level, 1)
        column.addLayout(row)
        column.addWidget(self._ears)
        column.addWidget(self._typed)
        self.setLayout(column)

    def _show_ears(self, ears: EarsChoice) -> None:
        told = self.tr("{name} listens to you. {note}")
        self._ears.say(told.format(name=ears.name, note=ears.note))

    def _choose_typing(self, typed: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self.stop()
        self._rest()
        self._check.setEnabled(not typed)
        if typed:
            self._verdict.say(self.tr("You'll read the customer's words and type your replies."))
        else:
            self._verdict.say(self.tr("Check your sound, then start."))
        self.typing.emit(typed)

    def _check_or_stop(self) -> None:
        if self._cancel:
            self.stop()
            self._rest()
            self._verdict.say(self.tr("Stopped. Check again whenever you like."))
            return
        self._begin_check()

    def _begin_check(self) -> None:
        self._level.rest()
        try:
            self._cancel = self._services.check_sound(
                self._bridge.here(self, self._show_level),
                self._bridge.here(self, self._show_stage),
                self._bridge.here(self, self._judge),
            )
        except Exception as problem:  # noqa: BLE001 - whatever it met becomes a sentence
            self._verdict.say(sentence(problem))
            return
        self._check.setText(self.tr("Stop"))
        self._check.show_icon("stop")
        self._verdict.say(self.tr("Listen first. Then say a sentence as you would to a customer."))

    def _show_stage(self, stage: Stage) -> None:
        from trainer.rehearsal.sound_check import SENTENCE

        asks = {
            "SETTLING": self.tr("One moment, quietly: I listen to the room."),
            "PLAYING": self.tr("Listen to the voice."),
            "LISTENING": self.tr("Now read this aloud: “{sentence}”").format(sentence=SENTENCE),
        }
        if self._cancel and stage.name in asks:
            self._verdict.say(asks[stage.name])

    def _show_level(self, level_db: float) -> None:
        if self._cancel:
            self._level.add(level_db)

    def _judge(self, result: SoundCheckResult) -> None:
        if self._cancel:
            self._cancel = None
            self._rest()
            self._check.setText(self.tr("Check again"))
            self._verdict.say(result.verdict)

    def _rest(self) -> None:
        self._check.setText(self.tr("Check my sound"))
        self._check.show_icon("microphone")
