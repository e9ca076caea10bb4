"""Plays spans of a recording; the button that began one stops it too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trainer.conversation.words import Span
from trainer.desktop.trouble import sentence
from trainer.desktop.widgets.buttons import Button

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services, Voice
    from trainer.records.store import RehearsalId

__all__ = ["Playback"]


class Playback(QObject):
    """The sound of one rehearsal."""

    troubled = Signal(str)

    def __init__(
        self, rehearsal: RehearsalId, services: Services, bridge: Bridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rehearsal, self._services, self._bridge = rehearsal, services, bridge
        self._playing: Button | None = None
        self._words: dict[Button, str] = {}

    def button(
        self, span: Callable[[], Span], what: str, word: str = "", voice: Voice = "both"
    ) -> Button:
        """Return a button that plays a span.

        Args:
            span: Asked for when it is pressed.
            what: What that is, for a screen reader.
            word: On the button; Play without one.
            voice: Whose.
        """
        button = Button(word or self.tr("Play"), "play", "flush")
        self._words[button] = button.text()
        button.setAccessibleName(self.tr("Play {what}").format(what=what))
        button.clicked.connect(partial(self._play_or_stop, button, span, voice))
        return button

    def stop(self) -> None:
        """Fall silent."""
        if self._playing:
            self._rest(self._playing)
            self._services.stop_playing()

    def _play_or_stop(self, button: Button, span: Callable[[], Span], voice: Voice) -> None:
        pressed_again = button is self._playing
        self.stop()
        if not pressed_again:
            self._play(button, span(), voice)

    def _play(self, button: Button, span: Span, voice: Voice) -> None:
        finished = self._bridge.here(button, partial(self._rest, button))
        try:
            self._services.play(self._rehearsal, span, finished, voice)
        except Exception as problem:  # noqa: BLE001 - whatever it met becomes a sentence
            self.troubled.emit(sentence(problem))
            return
        self._playing = button
        button.setText(self.tr("Stop"))
        button.show_icon("stop")

    def _rest(self, button: Button) -> None:
        if button is self._playing:
            self._playing = None
            button.setText(self._words[button])
            button.show_icon("play")
