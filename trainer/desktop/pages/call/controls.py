"""The few words to steer a call by, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.hold import HoldButton
from trainer.desktop.widgets.keys import Key, Keymap
from trainer.desktop.widgets.layouts import Wrap

__all__ = ["Controls"]

ARMED_MS = 4000


class Controls(QWidget):
    """Pause, repeat, type, hand over, end, and the key that is held while one talks.

    Signals: one for each; `ended` only after End was pressed twice, `went_home` where the call is
    over; `held` says whether the key is down.
    """

    paused = Signal()
    repeated = Signal()
    typed = Signal()
    handed_over = Signal()
    ended = Signal()
    went_home = Signal()
    held = Signal(bool)

    def __init__(self, *, by_key: bool, parent: QWidget | None = None) -> None:
        """Prepare; `by_key` when the trainee talks while a key is held."""
        super().__init__(parent)
        self._over = False
        self._pause = Button(self.tr("Pause (Space)"), "pause")
        self._repeat = Button(self.tr("Repeat (R)"), "repeat")
        self._type = Button(self.tr("Type (T)"), "type")
        self._hand_over = Button(self.tr("Hand over (H)"), "hand-over")
        self._end = Button(self.tr("End (Esc twice)"), "end")
        self._hold = HoldButton()
        if not by_key:
            self._hold.hide()
        self._disarming = QTimer(self, singleShot=True, interval=ARMED_MS)
        self.keymap = self._keys(by_key=by_key)
        self._compose()
        self._connect()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed; return whether it was one of these."""
        if event.modifiers() or event.isAutoRepeat():
            return False
        return self.keymap.press(event)

    def release(self, event: QKeyEvent) -> bool:
        """Hear that M is let go, whatever else is held by then; return whether it was M."""
        if event.key() != Qt.Key.Key_M or event.isAutoRepeat():
            return False
        self._hold.let_go()
        return True

    def show_paused(self, *, paused: bool) -> None:
        """Say what Space does now."""
        self._pause.setText(self.tr("Go on (Space)") if paused else self.tr("Pause (Space)"))
        self._pause.show_icon("play" if paused else "pause")

    def finish(self) -> None:
        """Leave nothing but the way home."""
        self._disarm()
        self._hold.let_go()
        self._over = True
        for control in (self._pause, self._repeat, self._type, self._hand_over, self._hold):
            control.setEnabled(False)
        self._end.setText(self.tr("Home"))
        self._end.show_icon("back")

    def _keys(self, *, by_key: bool) -> Keymap:
        hold = Key((Qt.Key.Key_M,), self.tr("Talk while it is held"), self._hold.hold)
        return Keymap(
            "",
            *([hold] if by_key else []),
            Key((Qt.Key.Key_Space,), self.tr("Pause, and go on"), self._pause.click),
            Key((Qt.Key.Key_R,), self.tr("Hear the last line again"), self._repeat.click),
            Key((Qt.Key.Key_T,), self.tr("Type, or close the field"), self._type.click),
            Key((Qt.Key.Key_H,), self.tr("Propose a hand-over"), self._hand_over.click),
            Key((Qt.Key.Key_Escape,), self.tr("End the call, pressed twice"), self._end.click),
        )

    def _compose(self) -> None:
        controls = Wrap(gap=Space.TIGHT, middle=True)
        others = (self._pause, self._repeat, self._type, self._hand_over, self._end)
        for button in (self._hold, *others):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Space to Pause
            controls.addWidget(button)
        self.setLayout(controls)

    def _connect(self) -> None:
        self._pause.clicked.connect(self.paused)
        self._repeat.clicked.connect(self.repeated)
        self._type.clicked.connect(self.typed)
        self._hand_over.clicked.connect(self.handed_over)
        self._end.clicked.connect(self._arm_or_end)
        self._hold.held.connect(self.held)
        self._disarming.timeout.connect(self._disarm)

    def _arm_or_end(self) -> None:
        if self._over:
            self.went_home.emit()
        elif self._disarming.isActive():
            self._disarm()
            self.ended.emit()
        else:
            self._end.setText(self.tr("Press again to end"))
            self._end.dress("armed")
            self._disarming.start()

    def _disarm(self) -> None:
        self._disarming.stop()
        self._end.setText(self.tr("End (Esc twice)"))
        self._end.dress("plain")
