"""The review: how it went, what to try next, and everything that was said."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.conversation.correcting import replaced, with_reply
from trainer.desktop import wording
from trainer.desktop.pages.page import Page
from trainer.desktop.pages.review.advice import AdviceCard
from trainer.desktop.pages.review.export import Export
from trainer.desktop.pages.review.marks import MarksShown, marks_card
from trainer.desktop.pages.review.moments import moments_of
from trainer.desktop.pages.review.otherwise import SeenOtherwise
from trainer.desktop.pages.review.pace import FLUENCY, pace_card
from trainer.desktop.pages.review.playback import Playback
from trainer.desktop.pages.review.reflection import Reflection
from trainer.desktop.pages.review.rescored import Rescored
from trainer.desktop.pages.review.takes import Takes
from trainer.desktop.pages.review.talk import Talk
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import Grid, Wrap, clear, stack, tab_in_order
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.conversation.timeline import Timeline
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.pages.review.transcript import Correction
    from trainer.desktop.services import Services
    from trainer.rating.scorecard import Rating
    from trainer.records.store import Restart, StoredRehearsal

__all__ = ["Review"]


class Review(Page):
    """One rehearsal, opened again.

    Attributes:
        talk: Timeline, transcript and the moment that is chosen.
        take_away: What you take from it: stands at the end, to add to.

    Signals: `again` to rehearse the same scenario, `tried` carries the `Restart` of a moment to
    try again.
    """

    again = Signal()
    tried = Signal(object)

    def __init__(  # noqa: PLR0913 - what it shows, what it asks, and one choice
        self,
        stored: StoredRehearsal,
        customer: str,
        services: Services,
        bridge: Bridge,
        *,
        shows_fluency: bool = True,
        repeatable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Review"), parent)
        self._stored, self._customer = stored, customer
        self._services, self._bridge = services, bridge
        self._repeatable = repeatable
        self._hidden = frozenset() if shows_fluency else FLUENCY
        self._sentence, self._judged, self._pace = Text(kind="title"), stack(Space.ROOM), stack(0)
        self._takes = Takes(customer, services, bridge)
        self.take_away: QVBoxLayout = stack(Space.ROOM)
        self._playback: Playback | None = None
        if stored.recording:
            self._playback = Playback(stored.summary.id, services, bridge, self)
            self._playback.troubled.connect(self.troubled)
        moments = moments_of(stored.rated, stored.rating)
        self.talk = Talk(customer, moments, stored.timeline.duration_ms, self._playback)
        self.talk.corrected.connect(self._correct)
        self._try_moment = Button(self.tr("Try this moment again"), "repeat")
        self._otherwise = SeenOtherwise(services, bridge)
        self._compose()
        self._add_to_moments()
        self._show_rating(None)
        self._takes.show_of(stored)

    @property
    def scenario_id(self) -> str:
        """What was rehearsed."""
        return self._stored.summary.scenario_id

    def arrive(self) -> None:
        """Put the focus on what to do next."""
        self._next.setFocus()

    def leave(self) -> None:
        """Fall silent, and keep what was written."""
        self._reflection.keep_changed()
        if self._playback:
            self._playback.stop()
        self._takes.fall_silent()

    # What is shown

    def _compose(self) -> None:
        self._add_top()
        self._takes.opened.connect(self.opened)
        self._takes.changed.connect(lambda: tab_in_order(self.column))
        self._takes.troubled.connect(self.troubled)
        is_take = self._stored.timeline.taken_up
        if is_take:
            self.column.addWidget(self._takes)  # what has changed comes first
            self.column.addLayout(self._judged)
        else:
            self.column.addLayout(self._judged)
            self.column.addWidget(self._takes)
        self.column.addWidget(self.talk)
        self.column.addLayout(self._pace)
        self._reflection = Reflection(self._stored, self._services, self._bridge)
        self._reflection.told.connect(self.told)
        self._reflection.troubled.connect(self.troubled)
        self.take_away.addWidget(self._reflection)
        if is_take:
            self._reflection.hide()  # the whole call is reflected on, not a moment of it
        self.column.addLayout(self.take_away)
        self.column.addStretch(1)

    def _add_top(self) -> None:
        home = Button(self.tr("Home"), "back", "link")
        home.clicked.connect(self.left)
        export = Export(self._stored, self._services, self._bridge)
        export.done.connect(self._tell_where)
        export.troubled.connect(self.troubled)
        summary = self._stored.summary
        self.column.addWidget(home)
        told = f"{wording.rehearsed(summary)} · {wording.when(summary.started_at)}"
        self.column.addWidget(Text(told, "small"))
        self.column.addWidget(self._sentence)
        if outcome := self._stored.timeline.outcome:
            self.column.addWidget(Text(outcome.why, "soft"))
        actions = Wrap(gap=Space.ROOM)
        for button in self._ways_on():
            actions.addWidget(button)
        actions.addWidget(export)
        self.column.addLayout(actions)
        self.column.addSpacing(Space.TIGHT)

    def _ways_on(self) -> Sequence[Button]:
        """Return the buttons that lead on, the one to press first."""
        whole = Button(self.tr("Rehearse again"), "repeat")
        whole.clicked.connect(self.again)
        buttons = [whole]
        again, restart = self._stored.summary.again, self._restart(0)
        if again and again.of is not None:
            back = Button(self.tr("The whole call"), "whole")
            back.clicked.connect(partial(self.opened.emit, again.of))
            buttons.insert(0, back)
        if again and restart:
            once_more = Button(self.tr("Try it once more"), "repeat")
            once_more.clicked.connect(partial(self.tried.emit, restart))
            buttons.insert(0, once_more)
        self._next = buttons[0]
        self._next.setProperty("kind", "primary")
        return buttons

    def _show_rating(self, before: Rating | None) -> None:
        """Show the newest rating, beside the one before it if that is given."""
        rating = self._stored.rating
        sentence = rating.scorecard.summary if rating else ""
        self._sentence.say(sentence or self.tr("This rehearsal has not been rated."))
        clear(self._judged)
        clear(self._pace)
        if rating:
            marks = before.scorecard.marks if before else None
            own = self._stored.own_marks
            self._judged.addWidget(marks_card(MarksShown(rating, marks, own, self._hidden)))
            self._judged.addWidget(self._advice(rating))
            self._pace.addWidget(pace_card(rating, self._stored.rated, self._hidden))
        tab_in_order(self.column)

    def _advice(self, rating: Rating) -> QWidget:
        part, column, cards = QWidget(), stack(Space.ROOM), Grid(Size.ADVICE)
        part.setLayout(column)
        advice = [one for one in rating.scorecard.advice if one.rule not in self._hidden]
        if advice:
            column.addWidget(Text(self.tr("What to try next"), "heading"))
            column.addLayout(cards)
        for one in advice:
            repeatable = self._restart(one.start_ms) is not None
            card = AdviceCard(one, self._playback, repeatable=repeatable)
            card.wanted.connect(self._find)
            card.tried.connect(self._try)
            card.doubted.connect(self._doubt)
            cards.addWidget(card)
        return part

    def _find(self, at_ms: int) -> None:
        self.talk.go_to(at_ms)
        self.ensureWidgetVisible(self.talk.transcript)

    # Trying again, and seeing it otherwise

    def _restart(self, at_ms: int) -> Restart | None:
        """Return what it takes to try a moment again; None where that can't be done."""
        return self._stored.restart_at(at_ms) if self._repeatable else None

    def _try(self, at_ms: int) -> None:
        if restart := self._restart(at_ms):
            self.tried.emit(restart)

    def _add_to_moments(self) -> None:
        card = self.talk.card
        self._try_moment.clicked.connect(lambda: self._try(self.talk.at_ms))
        card.buttons.addWidget(self._try_moment)
        card.foot.addWidget(self._otherwise)
        card.shown.connect(self._show_ways)
        self._otherwise.kept.connect(self._take_otherwise)
        self._otherwise.troubled.connect(self.troubled)
        self._show_ways()

    def _show_ways(self) -> None:
        """Show what can be done with the moment that is chosen, and what was noted on it."""
        at_ms = self.talk.at_ms
        self._try_moment.setVisible(self._restart(at_ms) is not None)
        self._otherwise.show_moment(self._stored, at_ms)

    def _doubt(self, at_ms: int) -> None:
        self._find(at_ms)
        self._otherwise.begin()

    def _take_otherwise(self, stored: StoredRehearsal) -> None:
        self._stored = stored
        self._show_ways()
        self.told.emit(self.tr("Kept. You find it at this moment and in the report."))

    # Putting a word right

    def _correct(self, correction: Correction) -> None:
        """Rate it again with another word, behind the window."""
        rated = self._stored.rated
        reply = rated.replies[correction.reply]
        misheard = reply.words[correction.word].text
        number = correction.word
        mended = replaced(reply, number, number + 1, correction.text)
        said = " ".join(correction.text.split()) or self.tr("nothing")
        what = self.tr("You said “{said}”, not “{misheard}”.").format(said=said, misheard=misheard)
        self.talk.transcript.wait()
        self._rescore(with_reply(rated, correction.reply, mended), what, rated)

    def _rescore(self, timeline: Timeline, why: str, undo: Timeline | None) -> None:
        """Rate by that timeline; `undo` is the way back, None where that is what it is."""
        rehearsal = self._stored.summary.id
        self._bridge.fetch(
            self,
            partial(self._services.rescore, rehearsal, timeline, why),
            partial(self._take_rescored, why, undo),
            self._keep_on,
        )

    def _take_rescored(self, why: str, undo: Timeline | None, stored: StoredRehearsal) -> None:
        before = self._stored.rating
        self._stored = stored
        self.talk.transcript.close_field()
        self.talk.show_moments(moments_of(stored.rated, stored.rating))
        self._show_rating(before)
        clear(self.talk.notes)
        if before and stored.rating and undo:
            card = Rescored(why, before.scorecard, stored.rating.scorecard)
            card.undone.connect(partial(self._take_back, why, undo))
            self.talk.notes.addWidget(card)
        else:
            self.talk.transcript.setFocus()
        tab_in_order(self.column)
        self._takes.show_of(stored)
        self.told.emit(self._verdict(why, before))

    def _verdict(self, why: str, before: Rating | None) -> str:
        words = self.tr("{what} Rated again: overall {was} before, {now} now.")
        return words.format(what=why, was=_overall(before), now=_overall(self._stored.rating))

    def _take_back(self, what: str, timeline: Timeline) -> None:
        self._rescore(timeline, self.tr("Taken back: {what}").format(what=what), None)

    def _keep_on(self, sentence: str) -> None:
        """Say why it could not be kept; what was typed stays in its field."""
        self.talk.transcript.go_on()
        self.troubled.emit(sentence)

    # What was written

    def _tell_where(self, sentence: str, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        open_folder = partial(QDesktopServices.openUrl, folder)
        self.offered.emit(sentence, self.tr("Open folder"), open_folder)


def _overall(rating: Rating | None) -> str:
    overall = rating.scorecard.overall if rating else None
    return wording.mark_word(None) if overall is None else str(overall)
