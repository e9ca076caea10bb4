"""Before the call: the briefing as a letter, how much help, the sound check, and Start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.desktop.pages.before.details import Details
from trainer.desktop.pages.before.kept import KeptChoices
from trainer.desktop.pages.before.last_time import LastTime
from trainer.desktop.pages.before.letter import Letter
from trainer.desktop.pages.before.modes import ModeChoice
from trainer.desktop.pages.before.sound import SoundCard
from trainer.desktop.pages.page import Page
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.foot import Foot
from trainer.desktop.widgets.layouts import Grid, beside, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.settings import Settings
    from trainer.scenario.scenario import Scenario

__all__ = ["Before"]


class Before(Page):
    """What to know before the customer speaks.

    Signals: `begun` says whether replies are typed, and what is chosen.
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
        self._scenario = scenario
        self._kept = KeptChoices(services, bridge, self)
        self._modes, self._details = ModeChoice(), Details()
        self._last_time = LastTime()
        self._sound = SoundCard(services, bridge)
        self._start = Button(self.tr("Start"), kind="primary")
        self._compose()
        self._connect()
        self._kept.read()
        self._sound.look_for_ears()
        last = partial(services.last_notes, scenario.id)
        bridge.fetch(self, last, self._last_time.show_notes, self.troubled.emit)

    @property
    def scenario(self) -> Scenario:
        """What is about to be rehearsed."""
        return self._scenario

    def arrive(self) -> None:
        """Put the focus on Start."""
        self._start.setFocus()

    def leave(self) -> None:
        """Let go of the microphone, and of a start that waits."""
        self._kept.forget()
        self._sound.stop()

    def _connect(self) -> None:
        self._start.clicked.connect(lambda: self._kept.once_kept(self._begin))
        self._kept.shown.connect(self._show_chosen)
        self._kept.troubled.connect(self.troubled)
        self._modes.chosen.connect(lambda mode: self._kept.choose(mode=mode))
        self._details.chosen.connect(lambda name, value: self._kept.choose(**{name: value}))
        self._sound.typing.connect(lambda typed: self._details.let_talk(talking=not typed))
        self._sound.troubled.connect(self.troubled)

    def _begin(self, choices: Settings) -> None:
        self.begun.emit(self._sound.typed, choices)

    def _show_chosen(self, choices: Settings) -> None:
        self._modes.show_chosen(choices.mode)
        self._details.show_chosen(choices)

    def _compose(self) -> None:
        back = Button(self.tr("Home"), "back", "link")
        back.clicked.connect(self.left)
        self.column.addWidget(back)
        sides = Grid(Size.SIDE, gap=Space.WIDE)
        sides.addWidget(self._letter())
        sides.addWidget(self._side())
        self.column.addLayout(sides)
        self.column.addStretch(1)
        self._foot = Foot(self, self._last_words())

    def _letter(self) -> QWidget:
        side, column = QWidget(), stack(Space.ROOM)
        column.addWidget(Letter(self._scenario))
        column.addWidget(self._last_time)
        column.addStretch(1)
        side.setLayout(column)
        return side

    def _side(self) -> QWidget:
        side, column = QWidget(), stack(Space.ROOM)
        column.addWidget(self._modes)
        column.addWidget(self._sound)
        column.addWidget(self._details)
        column.addStretch(1)
        side.setLayout(column)
        return side

    def _last_words(self) -> QWidget:
        words, row = QWidget(), beside(Space.ROOM)
        first = Text(self.tr("{name} speaks first.").format(name=self._scenario.customer.name))
        first.setWordWrap(False)
        row.addStretch(1)
        row.addWidget(first)
        row.addWidget(self._start)
        words.setLayout(row)
        words.setMaximumWidth(Size.PAGE)
        return words
