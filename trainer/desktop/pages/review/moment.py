"""The moment that is chosen: its sound, what was heard in it, what it counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from trainer.conversation.timeline import LineSpoken, Overlap, Reply
from trainer.conversation.words import Span
from trainer.desktop import wording
from trainer.desktop.pages.review.moments import Moment, details, said, who
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import Wrap, clear, stack
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Finding, HeardTechnique
from trainer.records.wording import signed
from trainer.techniques.technique import INFLAMING

__all__ = ["MomentCard"]

translate = QCoreApplication.translate

BEFORE_MS, AFTER_MS = 1_500, 1_000
"""What is played around a moment that is none of the turns."""


class MomentCard(QFrame):
    """Shows one moment after another.

    Attributes:
        buttons: The row at its foot, to add to; they act on `moment`.
        foot: Stands below them, to add to.

    Signals: `shown` says that it is another one now.
    """

    shown = Signal()

    def __init__(
        self, customer: str, playback: Playback | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._customer, self._playback = customer, playback
        self._moment: Moment | None = None
        self.buttons, self.foot = Wrap(gap=Space.ROOM), stack(Space.TIGHT)
        self._title, self._at = Text(kind="heading"), Text(kind="small")
        self._told = stack(Space.TIGHT)
        self.setProperty("kind", "surface")
        column = stack(Space.TIGHT, Space.WIDE)
        column.addWidget(self._at)
        column.addWidget(self._title)
        column.addLayout(self._play_row())
        column.addLayout(self._told)
        column.addLayout(self.buttons)
        column.addLayout(self.foot)
        column.addStretch(1)
        self.setLayout(column)

    @property
    def moment(self) -> Moment | None:
        """What is shown; None before anything is."""
        return self._moment

    def show_moment(self, moment: Moment) -> None:
        """Show another one, in silence."""
        if self._playback:
            self._playback.stop()
        self._moment = moment
        entry = moment.entry
        began, ended = wording.clock(entry.start_ms), wording.clock(entry.end_ms)
        self._at.say(began if began == ended else f"{began} – {ended}")  # noqa: RUF001 - a span of time
        self._title.say(who(moment, self._customer))
        clear(self._told)
        for widget in self._parts(moment):
            self._told.addWidget(widget)
        self.shown.emit()

    def play(self) -> None:
        """Play it, both voices, or stop."""
        if self._playback:
            self._both.click()

    def _play_row(self) -> Wrap:
        row = Wrap(gap=Space.ROOM)
        if self._playback:
            span: Callable[[], Span] = self._span
            whole, mine = self.tr("Both voices"), self.tr("Your voice")
            theirs = self.tr("Voice of {name}").format(name=wording.short_name(self._customer))
            self._both = self._playback.button(span, whole.lower(), whole)
            row.addWidget(self._both)
            row.addWidget(self._playback.button(span, theirs, theirs, "customer"))
            row.addWidget(self._playback.button(span, mine.lower(), mine, "you"))
        return row

    def _span(self) -> Span:
        if self._moment is None:
            return Span(0, 0)
        entry = self._moment.entry
        if isinstance(entry, LineSpoken | Reply):
            return entry.span
        return Span(max(0, entry.start_ms - BEFORE_MS), entry.end_ms + AFTER_MS)

    def _parts(self, moment: Moment) -> Sequence[QWidget]:
        parts: list[QWidget] = []
        if not isinstance(moment.entry, LineSpoken | Reply):
            told = said(moment)
            if not isinstance(moment.entry, Overlap) or told != self._title.said:
                parts.append(Text(told))
        points = {(one.rule, one.start_ms): one for one in moment.findings}
        for heard in moment.heard:
            finding = points.pop((heard.technique.id.value, heard.start_ms), None)
            parts += _technique(heard, finding)
        parts += [Text(_counted(one)) for one in points.values()]
        parts += [Text(told, "small") for told in details(moment)]
        return parts


def _technique(heard: HeardTechnique, finding: Finding | None) -> Sequence[QWidget]:
    """Return its name, and below it the words, the entry that heard it and its points."""
    found = heard.technique
    sign = "\N{EN DASH}" if found.id in INFLAMING else "+"
    chip = Text(
        f"{sign} {wording.technique(found.id)}",
        "chip-look" if found.id in INFLAMING else "chip-good",
    )
    told = [f"“{found.quote}”"]
    if found.entry:
        told.append(translate("MomentCard", "heard by the entry {entry}").format(entry=found.entry))
    if finding and round(finding.points):
        told.append(_points(finding))
    return chip, Text(", ".join(told), "small")


def _counted(finding: Finding) -> str:
    return f"{finding.text} {_points(finding)}" if round(finding.points) else finding.text


def _points(finding: Finding) -> str:
    words = translate("MomentCard", "{points} for {mark}")
    return words.format(points=signed(finding.points), mark=wording.measure(finding.mark))
