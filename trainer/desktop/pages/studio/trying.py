"""The test bench: type a reply, and see what the customer hears, how they take it and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from trainer.desktop.pages.studio.exchange import exchange_view
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Wrap, clear, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.scenario.situation import Situation

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services.studio import StudioServices
    from trainer.rehearsal.bench import Bench, Exchange
    from trainer.scenario.scenario import Scenario

__all__ = ["Trying"]


class Trying(QWidget):
    """A conversation with the draft, without sound.

    Signals: `troubled` carries a sentence; `wanted` the place of a line in the text.
    """

    troubled = Signal(str)
    wanted = Signal(str)

    def __init__(
        self, services: StudioServices, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._scenario: Scenario | None = None
        self._bench: Bench | None = None
        self._round = 0
        self._first, self._pressure = QComboBox(), QSpinBox()
        self._reply = QLineEdit()
        self._say = Button(self.tr("Say it"), "send")
        self._silent = Button(self.tr("Stay silent"), kind="quiet")
        self._back = Button(self.tr("Take it back"), kind="quiet")
        self._again = Button(self.tr("Begin again"))
        self._state = Text("", "soft")
        self._course = stack(Space.TIGHT)
        self._compose()
        self._connect()

    def show_scenario(self, scenario: Scenario | None) -> None:
        """Try this one from now on; without one the bench waits until the text is mended."""
        if scenario == self._scenario:
            return
        from trainer.rehearsal.bench import first_lines, when_said

        fresh = self._scenario is None
        self._scenario = scenario
        self._allow()
        if scenario is None:
            self._tell(self.tr("Mend the mistakes in the text, then it can be tried."))
            return
        chosen = self._first.currentData()
        self._first.clear()
        for one in first_lines(scenario):
            self._first.addItem(one.value.replace("_", " "), one)
            self._first.setItemData(self._first.count() - 1, when_said(one), 3)  # as a tool tip
        self._first.setCurrentIndex(max(0, self._first.findData(chosen)))
        if fresh and self._bench is None:
            self._pressure.setValue(scenario.opening_pressure)
        if self._bench is not None:
            self._tell(self.tr("The text has changed since. Begin again to try it as it is."))
        else:
            self._tell("")

    def begin(self, situation: str = "") -> None:
        """Begin a conversation, with that line where there is one."""
        scenario = self._scenario
        if scenario is None:
            return
        if situation:
            names = [self._first.itemData(at) for at in range(self._first.count())]
            self._first.setCurrentIndex(names.index(situation) if situation in names else 0)
        first = Situation(self._first.currentData())  # Qt gives back a plain text
        self._round += 1
        self._tell(self.tr("They are coming in …"))
        make = partial(self._services.bench, scenario, self._pressure.value(), first)
        self._bridge.fetch(self, make, partial(self._begun, self._round), self.troubled.emit)

    def begin_if_new(self) -> None:
        """Begin unless a conversation is under way."""
        if self._bench is None:
            self.begin()
        self._reply.setFocus()

    def _begun(self, number: int, bench: Bench) -> None:
        if number == self._round:
            self._bench = bench
            self._tell("")
            self._draw()
            self._reply.setFocus()

    def _compose(self) -> None:
        self._first.setAccessibleName(self.tr("The line they begin with"))
        self._pressure.setAccessibleName(self.tr("How angry they are, 0 to 100"))
        self._pressure.setRange(0, 100)
        self._pressure.setSingleStep(5)
        self._reply.setAccessibleName(self.tr("Your reply"))
        self._reply.setPlaceholderText(self.tr("Type what you would say, then Enter"))
        start, send, column = Wrap(gap=Space.SNUG), Wrap(gap=Space.TIGHT), stack(Space.SNUG)
        for word, field in (
            (self.tr("They begin with"), self._first),
            (self.tr("How angry, 0 to 100"), self._pressure),
        ):
            label = Text(word, "label")
            label.setWordWrap(False)
            start.addWidget(label)
            start.addWidget(field)
        start.addWidget(self._again)
        for button in (self._say, self._silent, self._back):
            send.addWidget(button)
        column.addWidget(Text(self.tr("Test bench"), "heading"))
        column.addWidget(
            Text(
                self.tr("A conversation without sound: each reply shows what they heard and why."),
                "soft",
            )
        )
        column.addLayout(start)
        column.addWidget(self._state)
        column.addLayout(self._course)
        column.addWidget(self._reply)
        column.addLayout(send)
        column.addStretch(1)
        self.setLayout(column)
        self._state.hide()
        self._allow()

    def _connect(self) -> None:
        self._reply.returnPressed.connect(self._speak)
        self._say.clicked.connect(self._speak)
        self._silent.clicked.connect(self._wait)
        self._back.clicked.connect(self._take_back)
        self._again.clicked.connect(partial(self.begin, ""))

    def _tell(self, sentence: str) -> None:
        self._state.say(sentence)
        self._state.setVisible(bool(sentence))

    def _speak(self) -> None:
        text = self._reply.text().strip()
        if self._bench and text and not self._bench.over:
            self._bench.say(text)
            self._reply.clear()
            self._draw()
        self._reply.setFocus()

    def _wait(self) -> None:
        if self._bench and not self._bench.over:
            self._bench.stay_silent()
            self._draw()

    def _take_back(self) -> None:
        if self._bench:
            self._reply.setText(self._bench.exchanges[-1].reply)
            self._bench.take_back()
            self._draw()
            self._reply.setFocus()

    def _draw(self) -> None:
        clear(self._course)
        if self._bench:
            for exchange in self._bench.exchanges:
                self._course.addWidget(self._card(exchange))
        self._allow()

    def _card(self, exchange: Exchange) -> QWidget:
        name = self._scenario.customer.name if self._scenario else self.tr("Customer")
        body = exchange_view(exchange, name)
        if exchange.line_id:
            show = Button(self.tr("Show this line in the text"), kind="quiet")
            show.clicked.connect(partial(self.wanted.emit, exchange.line_id))
            body.addWidget(show)
        return surface(body)

    def _allow(self) -> None:
        bench = self._bench
        going = bench is not None and not bench.over
        for control in (self._reply, self._say, self._silent):
            control.setEnabled(going)
        self._back.setEnabled(bench is not None and len(bench.exchanges) > 1)
        for choice in (self._first, self._pressure, self._again):
            choice.setEnabled(self._scenario is not None)
