"""The call: who is speaking, what they say, and a few words to steer by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer.conversation.end_pointing import Pace
from trainer.conversation.turns import Phase
from trainer.desktop import wording
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.caption import Caption
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.hold import HoldButton
from trainer.desktop.widgets.layouts import Wrap, beside, centred, stack
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.widgets.presence import Presence
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    End,
    Finished,
    HoldKey,
    LevelMeasured,
    LineBegan,
    LineFinished,
    MoodMoved,
    OverlapJudged,
    PartialHeard,
    Pause,
    PauseChanged,
    PhaseChanged,
    RehearsalEvent,
    ReplyHeard,
    Resume,
    TroubleMet,
)
from trainer.scenario.scenario import Scenario

if TYPE_CHECKING:
    from trainer.records.settings import Settings

__all__ = ["Call"]

ARMED_MS = 4000
_SPEAKING = {
    Phase.CUSTOMER: Speaking.CUSTOMER,
    Phase.OVERLAP: Speaking.BOTH,
    Phase.CUT_OFF: Speaking.YOU,
    Phase.TRAINEE: Speaking.YOU,
    Phase.PAUSE: Speaking.YOU,
}


class Call(Page):
    """The rehearsal as it takes place.

    Signals: `said` carries a command for the rehearsal. `left` says that the call is over and the
    person does not want to wait for the review.
    """

    said = Signal(object)

    def __init__(
        self,
        scenario: Scenario,
        *,
        typed: bool,
        pace: Pace = Pace.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("The call"), parent)
        self._name, self._typed = scenario.customer.name, typed
        self._phase, self._paused, self._over = Phase.READY, False, False
        self._face = Face(self._name, scenario.customer.age, scenario.opening_pressure)
        self._presence = Presence(wording.initials(self._name))
        self._presence.setAccessibleName(self.tr("Where the customer is"))
        self._presence.hide()
        self._signs = (self._face, self._presence)
        self._speaker, self._caption = Text(kind="strong"), Caption()
        self._heard, self._trouble = Text(kind="soft"), Text(kind="look")
        self._level = LevelLine(self.tr("How loud you are"))
        self._reply, self._send = QLineEdit(), Button(self.tr("Send"), "send")
        self._pause = Button(self.tr("Pause (Space)"), "pause")
        self._repeat = Button(self.tr("Repeat (R)"), "repeat")
        self._type = Button(self.tr("Type (T)"), "type")
        self._end = Button(self.tr("End (Esc twice)"), "end")
        self._hold = HoldButton()
        if typed or pace is not Pace.PUSH_TO_TALK:
            self._hold.hide()
        self._disarming = QTimer(self, singleShot=True, interval=ARMED_MS)
        self._compose(scenario)
        self._connect()
        self._show_typing(shown=typed)
        self._say_who()

    def arrive(self) -> None:
        """Put the focus where the person's next word goes."""
        self.setFocus()
        if self._typed:
            self._reply.setFocus()

    def take(self, event: RehearsalEvent) -> None:  # noqa: C901 - one case an event
        """Show what has happened."""
        match event:
            case PhaseChanged(at_ms, phase):
                self._caption.advance(at_ms)
                self._show_phase(phase)
            case LineBegan(at_ms, text, words, _):
                self._caption.begin(text, words, at_ms)
                self._heard.say("")
            case LineFinished(_, cut):
                self._finish_line(cut=cut)
            case LevelMeasured(at_ms, trainee_db, customer_db):
                self._show_levels(at_ms, trainee_db, customer_db)
            case PartialHeard(_, text):
                self._show_heard(text)
            case ReplyHeard(reply):
                self._show_heard(reply.text)
            case TroubleMet(_, what):
                self._trouble.say(what)
            case PauseChanged(_, paused):
                self._show_paused(paused=paused)
            case Finished():
                self._finish()
            case MoodMoved(move):
                self._face.feel(move.pressure)
            case OverlapJudged():
                pass  # a live view stays quiet: the review tells

    def show_chosen(self, settings: Settings) -> None:
        """Show captions and face as the person has chosen; who types reads in any case."""
        self._caption.setVisible(settings.captions or self._typed)
        self._face.setVisible(settings.face)
        self._presence.setVisible(not settings.face)

    def show_keeping(self) -> None:
        """Say that the rehearsal is being ended and kept."""
        self._finish()
        self._speaker.say(self.tr("Keeping what was recorded …"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer by keys: Space, R, T and Esc; talk while M is held, where that is chosen."""
        button = {
            Qt.Key.Key_Space: self._pause,
            Qt.Key.Key_R: self._repeat,
            Qt.Key.Key_T: self._type,
            Qt.Key.Key_Escape: self._end,
            Qt.Key.Key_M: None if self._hold.isHidden() else self._hold,
        }.get(Qt.Key(event.key()))
        if button is None or event.modifiers() or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif button is self._hold:
            self._hold.hold()
        elif button.isEnabled():
            button.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hear that M is let go, whatever else is held by then."""
        if event.key() == Qt.Key.Key_M and not event.isAutoRepeat():
            self._hold.let_go()
        else:
            super().keyReleaseEvent(event)

    def _compose(self, scenario: Scenario) -> None:
        column, middle = self.column, Qt.AlignmentFlag.AlignHCenter
        place = f"{wording.setting(scenario.setting)} · {scenario.place}"
        for text, kind in ((self._name, "title"), (place, "small")):
            label = Text(text, kind)
            label.setAlignment(middle)
            column.addWidget(label)
        column.addStretch(1)
        for sign in self._signs:
            column.addWidget(sign, 8)
        self._speaker.setAlignment(middle)
        column.addWidget(self._speaker)
        column.addSpacing(Space.SNUG)
        column.addLayout(centred(self._caption))
        column.addStretch(2)
        foot = QWidget()
        foot.setProperty("kind", "reading")
        foot.setLayout(self._yours())
        column.addLayout(centred(foot))

    def _yours(self) -> QVBoxLayout:
        yours = stack(Space.SNUG)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        yours.addWidget(self._trouble)
        heard = beside(Space.ROOM)
        you = Text(self.tr("You"), "you")
        you.setWordWrap(False)
        heard.addWidget(you)
        heard.addWidget(self._heard, 2)
        heard.addWidget(self._level, 1)
        yours.addLayout(heard)
        typing = beside(Space.TIGHT)
        self._reply.setAccessibleName(self.tr("Your reply"))
        self._reply.setPlaceholderText(self.tr("Type your reply, then press Enter"))
        typing.addWidget(self._reply, 1)
        typing.addWidget(self._send)
        yours.addLayout(typing)
        self._hold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        yours.addWidget(self._hold)
        yours.addLayout(self._controls())
        return yours

    def _controls(self) -> Wrap:
        controls = Wrap(gap=Space.SNUG)
        for button in (self._pause, self._repeat, self._type, self._end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Space to Pause
            controls.addWidget(button)
        return controls

    def _connect(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pause.clicked.connect(self._pause_or_resume)
        self._repeat.clicked.connect(lambda: self.said.emit(AskedRepeat()))
        self._type.clicked.connect(self._type_or_speak)
        self._end.clicked.connect(self._arm_or_end)
        self._hold.held.connect(lambda down: self.said.emit(HoldKey(down=down)))
        self._send.clicked.connect(self._send_reply)
        self._reply.returnPressed.connect(self._send_reply)
        self._disarming.timeout.connect(self._disarm)

    def _show_phase(self, phase: Phase) -> None:
        self._phase = phase
        for sign in self._signs:
            sign.show_speaker(_SPEAKING.get(phase, Speaking.NOBODY))
        self._say_who()

    def _say_who(self) -> None:
        paused = self.tr("Paused. Take your time.")
        self._speaker.say(paused if self._paused else self._who())

    def _who(self) -> str:
        match self._phase:
            case Phase.READY:
                told = self.tr("{name} is about to speak")
            case Phase.CUSTOMER:
                told = self.tr("{name} is speaking")
            case Phase.OVERLAP:
                told = self.tr("You are both speaking")
            case Phase.CUT_OFF | Phase.TRAINEE:
                told = self.tr("You are speaking")
            case Phase.PAUSE:
                told = self.tr("Listening to you")
            case Phase.WAITING:
                told = self.tr("Your turn")
            case Phase.DECIDING:
                told = self.tr("{name} takes that in")
            case Phase.OVER:
                told = self.tr("The call is over")
        return told.format(name=self._name)

    def _finish_line(self, *, cut: bool) -> None:
        if cut:
            self._caption.cut()
        else:
            self._caption.complete()

    def _show_levels(self, at_ms: int, trainee_db: float, customer_db: float) -> None:
        self._caption.advance(at_ms)
        self._level.add(trainee_db)
        for sign in self._signs:
            sign.follow(customer_db)

    def _show_heard(self, text: str) -> None:
        if text:
            self._heard.say(f"“{text}”")

    def _pause_or_resume(self) -> None:
        self.said.emit(Resume() if self._paused else Pause())

    def _show_paused(self, *, paused: bool) -> None:
        self._paused = paused
        self._pause.setText(self.tr("Go on (Space)") if paused else self.tr("Pause (Space)"))
        self._pause.show_icon("play" if paused else "pause")
        self._say_who()

    def _type_or_speak(self) -> None:
        self._show_typing(shown=self._reply.isHidden())
        if self._reply.isHidden():
            self.setFocus()
        else:
            self._reply.setFocus()

    def _show_typing(self, *, shown: bool) -> None:
        self._reply.setVisible(shown)
        self._send.setVisible(shown)
        self._level.setVisible(not self._typed)

    def _send_reply(self) -> None:
        if text := self._reply.text().strip():
            self.said.emit(AnswerInWords(text))
            self._reply.clear()
            self._show_heard(text)

    def _arm_or_end(self) -> None:
        if self._over:
            self.left.emit()
        elif self._disarming.isActive():
            self._disarm()
            self.said.emit(End())
        else:
            self._end.setText(self.tr("Press again to end"))
            self._end.dress("armed")
            self._disarming.start()

    def _disarm(self) -> None:
        self._disarming.stop()
        self._end.setText(self.tr("End (Esc twice)"))
        self._end.dress("plain")

    def _finish(self) -> None:
        self._disarm()
        self._hold.let_go()
        self._over, self._paused = True, False
        self._show_phase(Phase.OVER)
        self._speaker.say(self.tr("The call is over. Looking at how it went …"))
        controls = (self._pause, self._repeat, self._type, self._hold, self._reply, self._send)
        for control in controls:
            control.setEnabled(False)
        self._end.setText(self.tr("Home"))
        self._end.show_icon("back")
