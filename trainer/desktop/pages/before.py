"""Before the call: the briefing as a letter, the sound check, and Start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.pace import PaceChoice
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Size, Space
from trainer.desktop.trouble import sentence
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Grid, beside, rule, stack, surface
from trainer.desktop.widgets.level import LevelLine
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.conversation.end_pointing import Pace
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import EarsChoice, Services
    from trainer.rehearsal.sound_check import SoundCheckResult, Stage
    from trainer.scenario.scenario import Scenario

__all__ = ["Before"]


class Before(Page):
    """What to know before the customer speaks.

    Signals: `begun` says whether replies are typed, and the pace.
    """

    begun = Signal(bool, object)

    def __init__(
        self,
        scenario: Scenario,
        services: Services,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Before the call"), parent)
        self._scenario, self._services, self._bridge = scenario, services, bridge
        self._cancel: Callable[[], None] | None = None
        self._check = Button(self.tr("Check my sound"), "microphone")
        self._level = LevelLine(self.tr("How loud you are"))
        self._verdict = Text(kind="body")
        self._ears = Text(self.tr("Looking who can listen …"), "small")
        self._pace = PaceChoice(services, bridge)
        self._typed = QCheckBox(self.tr("I have no microphone: I'll type"))
        self._start = Button(self.tr("Start"), kind="primary")
        self._compose()
        self._connect()
        bridge.fetch(self, services.ears, self._show_ears, self.troubled.emit)

    @property
    def scenario(self) -> Scenario:
        """What is about to be rehearsed."""
        return self._scenario

    def arrive(self) -> None:
        """Put the focus on Start."""
        self._start.setFocus()

    def leave(self) -> None:
        """Let go of the microphone, and of a start that waits."""
        self._pace.forget()
        self._stop_check()

    def _stop_check(self) -> None:
        cancel, self._cancel = self._cancel, None
        if cancel:
            cancel()

    def _connect(self) -> None:
        self._check.clicked.connect(self._check_or_stop)
        self._start.clicked.connect(lambda: self._pace.once_kept(self._begin))
        self._pace.troubled.connect(self.troubled)
        self._typed.toggled.connect(self._choose_typing)

    def _begin(self, pace: Pace) -> None:
        self.begun.emit(self._typed.isChecked(), pace)

    def _compose(self) -> None:
        back = Button(self.tr("Home"), "back", "quiet")
        back.clicked.connect(self.left)
        self.column.addWidget(back)
        sides = Grid(Size.SIDE, gap=Space.WIDE)
        sides.addWidget(surface(self._letter(), "letter"))
        sides.addWidget(self._side())
        self.column.addLayout(sides)
        self.column.addStretch(1)

    def _letter(self) -> QVBoxLayout:
        told, letter = self._scenario, stack(Space.TIGHT, Space.WIDE)
        letter.addWidget(Text(told.title, "title"))
        letter.addWidget(Text(f"{wording.setting(told.setting)} · {told.place}", "small"))
        letter.addSpacing(Space.SNUG)
        letter.addWidget(Text(told.briefing.you_are))
        letter.addWidget(Text(told.briefing.what_happened))
        who = self.tr("{name}, {age}. {who}").format(
            name=told.customer.name, age=told.customer.age, who=told.customer.who
        )
        letter.addWidget(Text(who))
        letter.addWidget(rule())
        self._add_points(letter, self.tr("You may"), told.briefing.you_may)
        self._add_points(letter, self.tr("You may not"), told.briefing.you_may_not)
        letter.addStretch(1)
        return letter

    @staticmethod
    def _add_points(letter: QVBoxLayout, title: str, points: tuple[str, ...]) -> None:
        if points:
            letter.addSpacing(Space.HAIR)
            letter.addWidget(Text(title, "label"))
            for point in points:
                letter.addWidget(Text(f"•  {point}"))

    def _side(self) -> QWidget:
        side, column = QWidget(), stack(Space.ROOM)
        column.addWidget(self._sound_card())
        pace = stack(0, Space.WIDE)
        pace.addWidget(self._pace)
        column.addWidget(surface(pace))
        column.addWidget(self._typed)
        column.addStretch(1)
        first = Text(self.tr("{name} speaks first.").format(name=self._scenario.customer.name))
        first.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(first)
        column.addWidget(self._start, alignment=Qt.AlignmentFlag.AlignRight)
        side.setLayout(column)
        return side

    def _sound_card(self) -> QFrame:
        column = stack(Space.SNUG, Space.WIDE)
        column.addWidget(Text(self.tr("Your sound"), "heading"))
        self._verdict.say(
            self.tr("Takes a few seconds: you hear a sentence, then say one yourself.")
        )
        column.addWidget(self._verdict)
        row = beside(Space.ROOM)
        row.addWidget(self._check)
        row.addWidget(self._level, 1)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self._ears)
        return surface(column)

    def _show_ears(self, ears: EarsChoice) -> None:
        told = self.tr("{name} listens to you. {note}")
        self._ears.say(told.format(name=ears.name, note=ears.note))

    def _choose_typing(self, typed: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self._stop_check()
        self._rest()
        self._check.setEnabled(not typed)
        self._pace.setEnabled(not typed)
        if typed:
            self._verdict.say(self.tr("You'll read the customer's words and type your replies."))

    def _check_or_stop(self) -> None:
        if self._cancel:
            self._stop_check()
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
            self._verdict.say(result.verdict)

    def _rest(self) -> None:
        self._check.setText(self.tr("Check my sound"))
        self._check.show_icon("microphone")
