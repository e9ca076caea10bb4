"""The review: how it went, what to try next, and everything that was said."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QWidget

from trainer.conversation.timeline import Timeline
from trainer.conversation.words import Span
from trainer.desktop import wording
from trainer.desktop.pages.mood import mood
from trainer.desktop.pages.page import Page
from trainer.desktop.pages.playback import Playback
from trainer.desktop.pages.transcript import transcript
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Grid, Wrap, beside, rule, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Advice, Pacing, Scorecard

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.store import StoredRehearsal

__all__ = ["Review"]


class Review(Page):
    """One rehearsal, opened again.

    Signals: `again` to rehearse the same scenario.
    """

    again = Signal()

    def __init__(
        self,
        stored: StoredRehearsal,
        customer: str,
        services: Services,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Review"), parent)
        self._stored, self._customer = stored, customer
        self._services, self._bridge = services, bridge
        self._again = Button(self.tr("Rehearse again"), "repeat", "primary")
        self._again.clicked.connect(self.again)
        self._playback: Playback | None = None
        if stored.recording:
            self._playback = Playback(stored.summary.id, services, bridge, self)
            self._playback.troubled.connect(self.troubled)
        self._compose()

    @property
    def scenario_id(self) -> str:
        """What was rehearsed."""
        return self._stored.summary.scenario_id

    def arrive(self) -> None:
        """Put the focus on rehearsing again."""
        self._again.setFocus()

    def leave(self) -> None:
        """Fall silent."""
        if self._playback:
            self._playback.stop()

    def _compose(self) -> None:
        stored, rating = self._stored, self._stored.rating
        self._add_top()
        if rating:
            self._add_marks(rating.scorecard, rating.pacing)
            self._add_advice(rating.scorecard)
        if felt := mood(stored.timeline):
            self.column.addWidget(felt)
        techniques = rating.techniques if rating else ()
        self.column.addWidget(transcript(stored.rated, techniques, self._customer, self._playback))
        if rating and rating.scorecard.not_rated:
            self.column.addWidget(_not_rated(rating.scorecard))
        self.column.addStretch(1)

    def _add_top(self) -> None:
        home = Button(self.tr("Home"), "back", "quiet")
        home.clicked.connect(self.left)
        export = Button(self.tr("Export report …"), "export")
        export.clicked.connect(self._ask_where)
        summary = self._stored.summary
        self.column.addWidget(home)
        told = f"{summary.scenario_title} · {wording.when(summary.started_at)}"
        self.column.addWidget(Text(told, "small"))
        self.column.addWidget(Text(self._sentence(), "title"))
        if outcome := self._stored.timeline.outcome:
            self.column.addWidget(Text(outcome.why, "soft"))
        actions = Wrap(gap=Space.ROOM)
        actions.addWidget(self._again)
        actions.addWidget(export)
        self.column.addLayout(actions)
        self.column.addSpacing(Space.TIGHT)

    def _sentence(self) -> str:
        rating = self._stored.rating
        if rating and rating.scorecard.summary:
            return rating.scorecard.summary
        return self.tr("This rehearsal has not been rated.")

    def _add_marks(self, scorecard: Scorecard, pacing: Pacing) -> None:
        sides = Grid(Size.SIDE)
        sides.addWidget(_marks(scorecard))
        sides.addWidget(_pacing(pacing, self._stored.rated))
        self.column.addLayout(sides)

    def _add_advice(self, scorecard: Scorecard) -> None:
        if not scorecard.advice:
            return
        self.column.addSpacing(Space.TIGHT)
        self.column.addWidget(Text(self.tr("What to try next"), "heading"))
        cards = Grid(Size.ADVICE)
        for advice in scorecard.advice:
            cards.addWidget(self._advice(advice))
        self.column.addLayout(cards)
        self.column.addSpacing(Space.TIGHT)

    def _advice(self, advice: Advice) -> QFrame:
        column, at = stack(Space.TIGHT, Space.ROOM), wording.clock(advice.start_ms)
        top = beside()
        top.addWidget(Text(self.tr("At {time}").format(time=at), "label"), 1)
        if self._playback:
            span = Span(advice.start_ms, advice.end_ms)
            what = self.tr("the moment at {time}").format(time=at)
            top.addWidget(self._playback.button(span, what))
        column.addLayout(top)
        column.addWidget(Text(advice.why))
        column.addWidget(rule())
        for title, words in (
            (self.tr("You said"), advice.said),
            (self.tr("Might land better"), advice.better),
        ):
            column.addWidget(Text(title, "label"))
            column.addWidget(Text(f"“{words}”", "soft" if words == advice.said else "body"))
        column.addStretch(1)
        return surface(column)

    def _ask_where(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Export report"), "", self.tr("Web page or PDF (*.html *.pdf)")
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.selectFile(f"{self.scenario_id}.html")
        dialog.fileSelected.connect(self._export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self, name: str) -> None:
        path, rehearsal = Path(name), self._stored.summary.id
        done = self.tr("The report is in {path}.").format(path=path)
        self._bridge.fetch(
            self,
            lambda: self._services.export_report(rehearsal, path),
            lambda _: self.told.emit(done),
            self.troubled.emit,
        )


def _marks(scorecard: Scorecard) -> QFrame:
    column = stack(Space.SNUG, Space.WIDE)
    overall = beside(Space.ROOM)
    if scorecard.overall is not None:
        overall.addWidget(Text(str(scorecard.overall), "figure"))
    word = wording.mark_word(scorecard.overall)
    overall.addWidget(Text(f"{wording.measure('overall')}: {word}", "lead"), 1)
    column.addLayout(overall)
    for name, value in asdict(scorecard.marks).items():
        column.addWidget(_mark(name, value, scorecard.not_rated.get(name, "")))
    column.addStretch(1)
    return surface(column)


def _mark(name: str, value: int | None, reason: str) -> QWidget:
    mark, column, row = QWidget(), stack(Space.HAIR), beside()
    row.addWidget(Text(wording.measure(name), "strong"), 1)
    row.addWidget(Text(wording.mark(value), "small"))
    column.addLayout(row)
    if value is None:
        column.addWidget(Text(reason, "small"))
    else:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, 100)
        bar.setValue(value)
        bar.setAccessibleName(f"{wording.measure(name)}: {wording.mark(value)}")
        column.addWidget(bar)
    mark.setLayout(column)
    return mark


def _pacing(pacing: Pacing, timeline: Timeline) -> QFrame:
    column = stack(Space.SNUG, Space.WIDE)
    column.addWidget(Text(wording.measure("pacing"), "heading"))
    figures = Grid(Size.MARK, gap=Space.ROOM)
    for value, name, note in wording.pacing(pacing):
        figure, lines = QWidget(), stack(0)
        lines.addWidget(Text(value, "number"))
        lines.addWidget(Text(name, "strong"))
        if note:
            lines.addWidget(Text(note, "small"))
        lines.addStretch(1)
        figure.setLayout(lines)
        figures.addWidget(figure)
    column.addLayout(figures)
    column.addStretch(1)
    column.addWidget(Text(wording.listened(timeline.listening.recogniser), "small"))
    return surface(column)


def _not_rated(scorecard: Scorecard) -> QFrame:
    column = stack(Space.TIGHT, Space.WIDE)
    column.addWidget(Text(wording.mark_word(None).capitalize(), "heading"))
    for name, why in wording.not_rated(scorecard.not_rated):
        column.addWidget(Text(name, "strong"))
        column.addWidget(Text(why, "soft"))
    return surface(column, "aside")
