"""Timeline, transcript and the moment that is chosen in both: they move together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollBar, QVBoxLayout, QWidget

from trainer.conversation.timeline import MoodMove, Overlap, Reply
from trainer.conversation.words import Span
from trainer.desktop import wording
from trainer.desktop.pages.review.moment import MomentCard
from trainer.desktop.pages.review.moments import Moment, is_doubtful, nearest, said, technique, who
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.pages.review.transcript import Transcript
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.lanes import Lanes
from trainer.desktop.widgets.layouts import Grid, Wrap, beside, stack, surface
from trainer.desktop.widgets.signs import Sign, sign_of
from trainer.desktop.widgets.text import Text
from trainer.techniques.technique import INFLAMING

__all__ = ["Talk"]

translate = QCoreApplication.translate


class Talk(QWidget):
    """What took place, to look at, to listen to and to correct.

    Attributes:
        transcript: Every moment in words.
        card: The moment that is chosen.
        notes: Stands below the moment, to add to.

    Signals: `corrected` carries a `Correction`.
    """

    corrected = Signal(object)

    def __init__(
        self,
        customer: str,
        moments: Sequence[Moment],
        duration_ms: int,
        playback: Playback | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._customer, self._moments = customer, tuple(moments)
        self._following = False
        self.lanes = Lanes(customer, duration_ms, self.tell)
        self.transcript = Transcript(customer)
        self.card = MomentCard(customer, playback)
        self.notes: QVBoxLayout = stack(Space.TIGHT)
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._hint = Text("", "small")
        self._compose()
        self._connect()
        self.show_moments(moments)
        self._say_hint()

    @property
    def at_ms(self) -> int:
        """When the moment that is chosen begins; 0 where there is none."""
        return self.card.moment.entry.start_ms if self.card.moment else 0

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these in all places; the one that is chosen stays so."""
        self._moments = tuple(moments)
        marks = [
            (Span(one.start_ms, one.end_ms), one.technique.id not in INFLAMING)
            for moment in moments
            for one in moment.heard
        ]
        self.lanes.show_entries([moment.entry for moment in moments], marks)
        self.transcript.show_moments(moments)
        self._fit_bar()
        if self._moments:
            self.card.show_moment(self._moments[self.lanes.value()])

    def go_to(self, at_ms: int) -> None:
        """Choose what was said at that time, and put the focus there."""
        self.lanes.setValue(nearest(self._moments, at_ms))
        self.transcript.setFocus()

    def tell(self, number: int) -> str:
        """Return a moment in words."""
        moment = self._moments[number]
        told = [f"{who(moment, self._customer)}, {wording.clock(moment.entry.start_ms)}"]
        if not isinstance(moment.entry, Overlap) or said(moment) != who(moment, self._customer):
            told.append(said(moment))
        told += [technique(heard).split("\n")[0] for heard in moment.heard]
        return ". ".join(told)

    def _compose(self) -> None:
        column, picture = stack(Space.ROOM), stack(Space.TIGHT, Space.WIDE)
        head = beside(Space.SNUG)
        head.addWidget(Text(self.tr("The call at a glance"), "heading"), 1)
        head.addLayout(self._zoom_buttons())
        picture.addLayout(head)
        picture.addWidget(self.lanes)
        picture.addWidget(self._bar)
        picture.addLayout(self._legend())
        column.addWidget(surface(picture))
        sides = Grid(Size.SIDE)
        sides.addWidget(self._words())
        sides.addWidget(self._beside_words())
        column.addLayout(sides)
        self.setLayout(column)
        self.lanes.setAccessibleName(
            self.tr("Timeline: arrows choose a moment, plus and minus zoom, Return plays")
        )

    def _words(self) -> QFrame:
        column = stack(Space.TIGHT, Space.WIDE)
        column.addWidget(Text(self.tr("What was said"), "heading"))
        column.addWidget(self._hint)
        column.addWidget(self.transcript, 1)
        return surface(column)

    def _beside_words(self) -> QWidget:
        side, column = QWidget(), stack(Space.ROOM)
        column.addLayout(self.notes)
        column.addWidget(self.card, 1)
        side.setLayout(column)
        return side

    def _zoom_buttons(self) -> Wrap:
        row = Wrap(gap=Space.ROOM)
        for word, icon, key, act in (
            (self.tr("Closer"), "closer", "+", lambda: self.lanes.zoom(closer=True)),
            (self.tr("Wider"), "wider", "-", lambda: self.lanes.zoom(closer=False)),
            (self.tr("Whole call"), "whole", "0", self.lanes.show_whole),
        ):
            button = Button(word, icon, "flush")
            button.setToolTip(key)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _legend(self) -> Wrap:
        """Say what the signs mean that are there."""
        legend, known = Wrap(gap=Space.ROOM), set()
        for moment in self._moments:
            sign = sign_of(moment.entry)
            words = _legend_words(moment)
            if words and sign not in known:
                known.add(sign)
                legend.addWidget(_signed(sign, words))
        kinds = {one.technique.id in INFLAMING for each in self._moments for one in each.heard}
        if False in kinds:
            legend.addWidget(_signed("calming", self.tr("Calming words")))
        if True in kinds:
            legend.addWidget(_signed("inflaming", self.tr("Inflaming words")))
        return legend

    def _connect(self) -> None:
        self.lanes.valueChanged.connect(self._choose)
        self.lanes.moved.connect(self._follow_lanes)
        self.lanes.played.connect(lambda _: self.card.play())
        self.transcript.chosen.connect(self.lanes.setValue)
        self.transcript.played.connect(lambda _: self.card.play())
        self.transcript.scrolled.connect(self._follow_transcript)
        self.transcript.corrected.connect(self.corrected)
        self.transcript.opened.connect(lambda: self._say_hint(editing=True))
        self.transcript.closed.connect(self._say_hint)
        self._bar.valueChanged.connect(self.lanes.pan_to)

    def _choose(self, number: int) -> None:
        self._following = True
        self.transcript.choose(number)
        self.lanes.reveal(self._moments[number].entry.span)
        self._following = False
        self.card.show_moment(self._moments[number])
        self._fit_bar()
        self.lanes.show_read(self.transcript.seen)

    def _follow_lanes(self) -> None:
        """Let the transcript begin where the timeline does."""
        self._fit_bar()
        stretch = self.lanes.stretch
        if not self._following and stretch.span_ms < stretch.duration_ms:
            self._following = True
            self.transcript.scroll_to(stretch.span.start_ms)
            self._following = False
        self.lanes.show_read(self.transcript.seen)

    def _follow_transcript(self) -> None:
        """Let the timeline show what can be read."""
        seen = self.transcript.seen
        self.lanes.show_read(seen)
        if not self._following:
            self._following = True
            stretch = self.lanes.stretch
            if not stretch.from_ms <= seen.start_ms <= stretch.until_ms - stretch.span_ms / 4:
                self.lanes.pan_to(seen.start_ms)
            self._following = False

    def _fit_bar(self) -> None:
        stretch = self.lanes.stretch
        self._bar.blockSignals(True)  # noqa: FBT003 - Qt's
        self._bar.setRange(0, round(stretch.duration_ms - stretch.span_ms))
        self._bar.setPageStep(round(stretch.span_ms))
        self._bar.setSingleStep(round(stretch.span_ms / 10))
        self._bar.setValue(round(stretch.from_ms))
        self._bar.blockSignals(False)  # noqa: FBT003 - Qt's
        self._bar.setVisible(stretch.span_ms < stretch.duration_ms)

    def _say_hint(self, *, editing: bool = False) -> None:
        if editing:
            hint = self.tr("Return rates it again with this, Esc leaves it as it was.")
        elif any(_has_doubtful(moment) for moment in self._moments):
            hint = self.tr(
                "Slanted words may have been misheard. Click one, or press Return on it, to put it "
                "right."
            )
        else:
            hint = self.tr("A word of yours was misheard? Click it, or press Return on it.")
        self._hint.say(hint)


def _has_doubtful(moment: Moment) -> bool:
    return isinstance(moment.entry, Reply) and any(map(is_doubtful, moment.entry.words))


def _legend_words(moment: Moment) -> str:
    match moment.entry:
        case Overlap(overlap_kind=kind):
            return wording.overlap(kind)
        case MoodMove(change=change):
            if change > 0:
                return translate("Talk", "Pressure went up")
            return translate("Talk", "Pressure went down")
        case _:
            return ""


def _signed(sign: str, words: str) -> QWidget:
    widget, row = QWidget(), beside(Space.HAIR)
    row.addWidget(Sign(sign))
    text = Text(words, "small")
    text.setWordWrap(False)
    row.addWidget(text)
    widget.setLayout(row)
    return widget
