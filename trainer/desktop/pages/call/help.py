"""What help there is on the screen: a quiet word in Practice, a card in Guided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import beside, clear, rule, stack
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.events import Cue, GuidanceChanged
from trainer.scenario.kinds import Step

__all__ = ["CueLine", "GuideCard"]


class CueLine(QWidget):
    """Room for one quiet word; it takes as much whether there is one or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(kind="cue")
        self._text.setWordWrap(False)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        policy = self._text.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._text.setSizePolicy(policy)
        self._text.hide()
        row = beside(0)
        row.addStretch(1)
        row.addWidget(self._text)
        row.addStretch(1)
        self.setLayout(row)

    def show_cue(self, cue: Cue | None, name: str) -> None:
        """Show it, or nothing; `name` is the customer's."""
        self._text.say(self._words(cue).format(name=name) if cue else "")
        self._text.setVisible(cue is not None)

    def _words(self, cue: Cue) -> str:
        match cue:
            case Cue.LET_FINISH:
                return self.tr("Let {name} finish")
            case Cue.SHORTER:
                return self.tr("Keep it shorter")
            case Cue.SLOWER:
                return self.tr("Slow down a little")
            case Cue.NAME_FEELING:
                return self.tr("Name the feeling")


class GuideCard(QFrame):
    """The step that one is at, what it is for, and three phrases one could say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "guide")
        self.setAccessibleName(self.tr("What you could do now"))
        self._place, self._dots = Text(kind="label"), beside(Space.HAIR)
        self._step, self._note = Text(kind="heading"), Text(kind="soft")
        self._phrases, self._sayings = stack(Space.TIGHT), QWidget()
        self._compose()
        self.show_guidance(GuidanceChanged(Step.LISTEN, ()))

    def show_guidance(self, guidance: GuidanceChanged) -> None:
        """Show another step, or other phrases."""
        steps = tuple(Step)
        number = steps.index(guidance.step)
        place = self.tr("Step {number} of {all}")
        self._place.say(place.format(number=number + 1, all=len(steps)))
        self._show_dots(number + 1, len(steps))
        self._step.say(self._name(guidance.step))
        self._note.say(self._purpose(guidance.step))
        clear(self._phrases)
        self._sayings.setVisible(bool(guidance.phrases))
        for phrase in guidance.phrases:
            self._phrases.addWidget(Text(f"“{phrase}”"))

    def _compose(self) -> None:
        sayings = stack(Space.TIGHT)
        sayings.addSpacing(Space.HAIR)
        sayings.addWidget(rule())
        sayings.addWidget(Text(self.tr("You could say"), "label"))
        sayings.addLayout(self._phrases)
        self._sayings.setLayout(sayings)
        column, top = stack(Space.TIGHT, Space.ROOM), beside(Space.ROOM)
        top.addWidget(self._place, 1)
        top.addLayout(self._dots)
        column.addLayout(top)
        column.addWidget(self._step)
        column.addWidget(self._note)
        column.addWidget(self._sayings)
        self.setLayout(column)

    def _show_dots(self, reached: int, steps: int) -> None:
        clear(self._dots)
        for step in range(steps):
            dot = QFrame()
            dot.setProperty("kind", "dot" if step < reached else "dot-empty")
            self._dots.addWidget(dot)

    def _name(self, step: Step) -> str:
        match step:
            case Step.LISTEN:
                return self.tr("Listen")
            case Step.ACKNOWLEDGE:
                return self.tr("Acknowledge")
            case Step.CLARIFY:
                return self.tr("Clarify")
            case Step.SOLVE:
                return self.tr("Solve")
            case Step.CONFIRM:
                return self.tr("Confirm")
            case Step.FOLLOW_UP:
                return self.tr("Follow up")

    def _purpose(self, step: Step) -> str:
        match step:
            case Step.LISTEN:
                return self.tr("Let them tell all of it.")
            case Step.ACKNOWLEDGE:
                return self.tr("Name how it feels, and that they may feel so.")
            case Step.CLARIFY:
                return self.tr("Give back what you heard, and ask.")
            case Step.SOLVE:
                return self.tr("Say what you will do, and by when.")
            case Step.CONFIRM:
                return self.tr("Ask whether that suits them.")
            case Step.FOLLOW_UP:
                return self.tr("Promise to look after it, and how.")
