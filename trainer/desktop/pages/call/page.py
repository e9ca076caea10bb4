"""The call: who is speaking, what they say, and a few words to steer by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.conversation.end_pointing import Pace
from trainer.conversation.timeline import Reply, Timeline
from trainer.conversation.turns import Phase
from trainer.desktop import wording
from trainer.desktop.pages.call.controls import Controls
from trainer.desktop.pages.call.heard import HeardLine
from trainer.desktop.pages.call.help import CueLine, GuideCard
from trainer.desktop.pages.call.last_seconds import LastSeconds
from trainer.desktop.pages.call.portrait import portrait
from trainer.desktop.pages.call.trouble import TroubleCard
from trainer.desktop.pages.call.typing import TypedReply
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.caption import Caption
from trainer.desktop.widgets.face.speaking import Speaking
from trainer.desktop.widgets.layouts import beside, centred, stack
from trainer.desktop.widgets.sides import Sides
from trainer.desktop.widgets.text import Text
from trainer.records.store import Mode
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    Bookmark,
    CueChanged,
    End,
    Finished,
    GuidanceChanged,
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
    StepReached,
    TechniquesHeard,
    TroubleMet,
)

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import CallServices
    from trainer.records.settings import Settings
    from trainer.records.store import Restart
    from trainer.scenario.scenario import Scenario

__all__ = ["Call"]

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

    def __init__(  # noqa: PLR0913 - what it shows, whom it asks, and how it is to be
        self,
        scenario: Scenario,
        services: CallServices,
        bridge: Bridge,
        *,
        typed: bool,
        choices: Settings,
        restart: Restart | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("The call"), parent)
        self._scenario, self._services, self._bridge = scenario, services, bridge
        self._restart = restart
        self._name, self._typed = scenario.customer.name, typed
        self._phase, self._paused = Phase.READY, False
        self._told: list[str] = []
        self._portrait = portrait(scenario, choices)
        self._portrait.feel(restart.state.pressure if restart else scenario.opening_pressure)
        self._speaker, self._caption = Text(kind="strong"), Caption()
        self._cue, self._guide = CueLine(), GuideCard()
        self._last, self._heard = LastSeconds(self._name), HeardLine()
        self._trouble, self._reply = TroubleCard(), TypedReply()
        self._controls = Controls(by_key=choices.pace is Pace.PUSH_TO_TALK and not typed)
        self._compose()
        self._hide_unwanted(choices)
        self._connect()
        self._say_who()

    def arrive(self) -> None:
        """Put the focus where the person's next word goes."""
        self.setFocus()
        if self._typed:
            self._begin_reply()

    def take(self, event: RehearsalEvent) -> None:  # noqa: C901, PLR0912 - one case an event
        """Show what has happened."""
        match event:
            case PhaseChanged(at_ms, phase):
                self._caption.advance(at_ms)
                self._show_phase(phase)
            case LineBegan(at_ms, text, words, pressure):
                self._told.append(text)
                self._portrait.feel(pressure)
                self._caption.begin(text, words, at_ms)
                self._heard.say("")
            case LineFinished(_, cut):
                self._finish_line(cut=cut)
            case LevelMeasured(at_ms, trainee_db, customer_db):
                self._show_levels(at_ms, trainee_db, customer_db)
            case PartialHeard(_, text):
                self._show_heard(text)
            case ReplyHeard(reply):
                self._show_reply(reply)
            case MoodMoved(move):
                self._portrait.feel(move.pressure)
            case OverlapJudged(overlap):
                self._last.strip.mark(overlap)
            case CueChanged(_, cue):
                self._cue.show_cue(cue, wording.short_name(self._name))
            case GuidanceChanged():
                self._guide.show_guidance(event)
            case TroubleMet(_, what):
                self._trouble.tell(what, typing_helps=self._reply.isHidden())
            case PauseChanged(_, paused):
                self._show_paused(paused=paused)
            case Finished(timeline):
                self._finish(timeline)
            case TechniquesHeard() | StepReached() | Bookmark():
                pass  # a live view stays quiet: the review tells

    def show_keeping(self) -> None:
        """Say that the rehearsal is being ended and kept."""
        self._end()
        self._speaker.say(self.tr("Keeping what was recorded …"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer by keys."""
        if not self._controls.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hear that a key is let go."""
        if not self._controls.release(event):
            super().keyReleaseEvent(event)

    # What it is made of

    def _compose(self) -> None:
        stage = QWidget()
        stage.setLayout(self._stage())
        self.column.addWidget(Sides(stage, self._guide, Size.GUIDE), 1)

    def _hide_unwanted(self, choices: Settings) -> None:
        for part, wanted in (
            (self._caption, choices.captions or self._typed),
            (self._cue, choices.mode is Mode.PRACTICE),
            (self._guide, choices.mode is Mode.GUIDED),
            (self._reply, self._typed),
        ):
            part.setVisible(wanted)

    def _stage(self) -> QVBoxLayout:
        column, middle = stack(Space.TIGHT), Qt.AlignmentFlag.AlignHCenter
        place = f"{wording.setting(self._scenario.setting)} · {self._scenario.place}"
        if self._restart:
            at = wording.clock(self._restart.again.at_ms)
            place = self.tr("{place} · again from {time}").format(place=place, time=at)
        for text, kind in ((self._name, "title"), (place, "small")):
            label = Text(text, kind)
            label.setAlignment(middle)
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._portrait, 8)
        self._speaker.setAlignment(middle)
        column.addWidget(self._speaker)
        column.addSpacing(Space.HAIR)
        column.addLayout(centred(self._caption))
        column.addStretch(2)
        foot = QWidget()
        foot.setProperty("kind", "reading")
        foot.setLayout(self._foot())
        column.addLayout(centred(foot))
        steering = beside(0)
        steering.addStretch(1)
        steering.addWidget(self._controls)
        steering.addStretch(1)
        column.addLayout(steering)
        return column

    def _foot(self) -> QVBoxLayout:
        foot = stack(Space.TIGHT)
        foot.addWidget(self._trouble)
        foot.addWidget(self._cue)
        foot.addWidget(self._last)
        foot.addWidget(self._heard)
        foot.addWidget(self._reply)
        return foot

    def _connect(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        controls = self._controls
        controls.paused.connect(lambda: self.said.emit(Resume() if self._paused else Pause()))
        controls.repeated.connect(lambda: self.said.emit(AskedRepeat()))
        controls.typed.connect(self._type_or_speak)
        controls.handed_over.connect(self._propose_hand_over)
        controls.ended.connect(lambda: self.said.emit(End()))
        controls.went_home.connect(self.left)
        controls.held.connect(lambda down: self.said.emit(HoldKey(down=down)))
        self._reply.said.connect(self._say_typed)
        self._trouble.typing.connect(self._type_instead)

    # What is shown

    def _show_phase(self, phase: Phase) -> None:
        self._phase = phase
        self._portrait.show_speaker(_SPEAKING.get(phase, Speaking.NOBODY))
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
        self._last.strip.hear(at_ms, trainee_db, customer_db)
        self._portrait.follow(customer_db)

    def _show_reply(self, reply: Reply) -> None:
        self._show_heard(reply.text)
        if reply.typed:
            self._last.strip.write(reply.span)

    def _show_heard(self, text: str) -> None:
        if text:
            self._heard.say(self.tr("You: “{words}”").format(words=text))

    def _show_paused(self, *, paused: bool) -> None:
        self._paused = paused
        self._controls.show_paused(paused=paused)
        self._portrait.be_still(paused)
        self._say_who()

    # What is done

    def _type_or_speak(self) -> None:
        if self._reply.isHidden():
            self._type_instead()
        else:
            self._reply.hide()
            self.setFocus()

    def _type_instead(self) -> None:
        self._trouble.hide()
        self._begin_reply()

    def _propose_hand_over(self) -> None:
        words = partial(self._services.hand_over_words, self._scenario.id, tuple(self._told))
        self._bridge.fetch(self, words, self._begin_reply, self.troubled.emit)

    def _begin_reply(self, proposed: str = "") -> None:
        self._reply.begin(proposed)
        QTimer.singleShot(0, self._reply, lambda: self.ensureWidgetVisible(self._reply))

    def _say_typed(self, text: str) -> None:
        self.said.emit(AnswerInWords(text))
        self._show_heard(text)

    def _finish(self, timeline: Timeline) -> None:
        self._end()
        if timeline.entries:
            self._speaker.say(self.tr("The call is over. Looking at how it went …"))
        else:
            self._speaker.say(self.tr("The call ended before anything was said."))

    def _end(self) -> None:
        self._paused = False
        self._show_phase(Phase.OVER)
        self._portrait.be_still(True)  # noqa: FBT003 - a face has it so
        self._cue.show_cue(None, "")
        self._trouble.rest()
        self._controls.finish()
        self._reply.setEnabled(False)
