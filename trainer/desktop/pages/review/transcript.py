"""The transcript: who said what and when, with what was heard in it, to read and to correct."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from trainer.conversation.words import Span
from trainer.desktop.pages.review.manuscript import Inks, Place, write
from trainer.desktop.pages.review.moments import Moment
from trainer.desktop.pages.review.word import WordField
from trainer.desktop.tokens import RADIUS, Space
from trainer.desktop.widgets.ink import ink
from trainer.desktop.widgets.keys import ENTER, Key, Keymap

__all__ = ["Correction", "Transcript"]


@dataclass(frozen=True, slots=True)
class Correction:
    """Other words for one that was misheard.

    Attributes:
        reply: The number of the reply that it is in.
        word: Its number in there.
        text: What was said instead.
    """

    reply: int
    word: int
    text: str


class Transcript(QTextEdit):
    """Every moment in order; one is chosen, and in a reply one word.

    Arrows up and down choose a moment, left and right a word, Return puts it right, Space plays.

    Signals: `chosen` carries the number of a moment, `played` likewise, `corrected` a correction,
    `scrolled` says that other moments can be seen, `opened` and `closed` that a word is
    being put right, or no longer.
    """

    chosen = Signal(int)
    played = Signal(int)
    corrected = Signal(object)
    scrolled = Signal()
    opened = Signal()
    closed = Signal()

    customer_ink = ink("_customer", "_rewrite_soon")
    you_ink = ink("_you", "_rewrite_soon")
    good_ink = ink("_good", "_rewrite_soon")
    look_ink = ink("_look", "_rewrite_soon")
    soft_ink = ink("_soft", "_rewrite_soon")
    chosen_ink = ink("_chosen")

    def __init__(self, customer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = customer
        self._moments: tuple[Moment, ...] = ()
        self._heads: list[int] = []
        self._words: list[Place] = []
        self._number, self._word = 0, -1
        self._stale = self._writing = False
        self._edited = (0, 0)
        self._customer = self._you = self._good = self._look = self._soft = QColor()
        self._chosen = QColor()
        self._field = WordField(self.viewport())
        self._field.handed_in.connect(self._hand_in)
        self._field.left.connect(self.close_field)
        self.setAccessibleName(self.tr("What was said, to read and to correct"))
        self.keymap = self._keys()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(Space.TIGHT)

    # What is shown

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these; the place in the text stays where it was."""
        self._moments = tuple(moments)
        self._number = min(self._number, max(0, len(moments) - 1))
        self._word = -1
        self._rewrite_soon()

    def choose(self, number: int) -> None:
        """Choose a moment and bring it into sight."""
        self._write_if_stale()
        if not self._moments:
            return
        if number != self._number or self._word >= 0:
            self._number, self._word = number, -1
            self._lift_selection()
        self._bring_into_sight()
        self.viewport().update()

    @property
    def number(self) -> int:
        """The moment that is chosen."""
        return self._number

    @property
    def word(self) -> str:
        """The word that is chosen; empty when none is."""
        return self.textCursor().selectedText() if self._word >= 0 else ""

    @property
    def seen(self) -> Span:
        """From the first moment that can be seen to the last."""
        self._write_if_stale()
        if not self._moments:
            return Span(0, 0)
        first = self._moment_at(self.cursorForPosition(QPoint(0, 0)).position())
        foot = QPoint(self.viewport().width(), self.viewport().height())
        last = self._moment_at(self.cursorForPosition(foot).position())
        return Span(self._moments[first].entry.start_ms, self._moments[last].entry.end_ms)

    def scroll_to(self, at_ms: int) -> None:
        """Bring the first moment from that time on to the top."""
        self._write_if_stale()
        starts = [moment.entry.start_ms for moment in self._moments]
        number = max(0, bisect_right(starts, at_ms) - 1)
        bar = self.verticalScrollBar()
        bar.setValue(round(self._box(number).top()) + bar.value())

    # Putting a word right

    def edit(self) -> None:
        """Open the field on the word that is chosen, or on the first of the reply.

        One that holds something which is not kept yet is gone back to instead.
        """
        self._write_if_stale()
        if self._field.is_busy:
            self._field.setFocus()
            return
        if self._word < 0:
            self._choose_word(self._first_word(self._number))
        if self._word >= 0:
            place = self._words[self._word]
            self._edited = (place.moment, place.word)
            self._field.open_at(self._place(place), self._text(place))
            self.opened.emit()

    def wait(self) -> None:
        """Keep what was typed while it is being rated."""
        self._field.wait()

    def go_on(self) -> None:
        """Let it be tried again: it could not be kept."""
        if not self._field.isHidden():
            self._field.go_on()

    def close_field(self) -> None:
        """Leave the word as it is now."""
        if not self._field.isHidden():
            had_focus = self._field.hasFocus() or not self._field.isEnabled()
            self._field.hide()
            if had_focus:
                self.setFocus()
            self.closed.emit()

    def _hand_in(self, text: str) -> None:
        moment, word = self._edited
        reply = self._moments[moment].reply
        if reply is not None:
            self.corrected.emit(Correction(reply, word, text))

    # By hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by arrows, put right by Return, play by Space."""
        if not (self._moments and self.keymap.press(event)):
            super().keyPressEvent(event)

    def _keys(self) -> Keymap:
        k = Qt.Key
        return Keymap(
            self.tr("What was said"),
            Key((k.Key_Up,), self.tr("The moment before"), lambda: self._go(self._number - 1)),
            Key((k.Key_Down,), self.tr("The moment after"), lambda: self._go(self._number + 1)),
            Key((k.Key_Home,), self.tr("The first moment"), lambda: self._go(0)),
            Key((k.Key_End,), self.tr("The last moment"), lambda: self._go(len(self._moments))),
            Key((k.Key_Left,), self.tr("The word before"), lambda: self._step_word(-1)),
            Key((k.Key_Right,), self.tr("The word after"), lambda: self._step_word(1)),
            Key((*ENTER, k.Key_F2), self.tr("Put the word right"), self.edit),
            Key((k.Key_Space,), self.tr("Play it, or stop"), self._play),
        )

    def _play(self) -> None:
        self.played.emit(self._number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; a word of one's own is put right."""
        super().mouseReleaseEvent(event)
        selected = self.textCursor().hasSelection()
        if event.button() != Qt.MouseButton.LeftButton or selected or not self._moments:
            return
        point = event.position().toPoint()
        at = self.cursorForPosition(point).position()
        self._go(self._moment_at(at))
        word = self._word_at(at)
        if word >= 0 and self._place(self._words[word]).contains(point):
            self._choose_word(word)
            self.edit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; Ctrl is left to the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _go(self, number: int) -> None:
        number = min(max(0, number), len(self._moments) - 1)
        self.choose(number)
        self.chosen.emit(number)

    def _step_word(self, by: int) -> None:
        if self._word >= 0:
            wanted = self._word + by
        else:
            first = self._first_word(self._number)
            wanted = (
                first if first >= 0 else bisect_right(self._starts(), self._heads[self._number])
            )
        if 0 <= wanted < len(self._words):
            moment = self._words[wanted].moment
            if moment != self._number:
                self._go(moment)
            self._choose_word(wanted)

    def _choose_word(self, word: int) -> None:
        self._word = word
        if word >= 0:
            self.setTextCursor(self._cursor(self._words[word]))
            self.viewport().update()

    # Where everything is

    def _starts(self) -> list[int]:
        return [place.start for place in self._words]

    def _moment_at(self, position: int) -> int:
        return max(0, bisect_right(self._heads, position) - 1)

    def _word_at(self, position: int) -> int:
        word = bisect_right(self._starts(), position) - 1
        return word if word >= 0 and position <= self._words[word].end else -1

    def _first_word(self, number: int) -> int:
        return next((n for n, place in enumerate(self._words) if place.moment == number), -1)

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _text(self, place: Place) -> str:
        return self._cursor(place).selectedText()

    def _place(self, place: Place) -> QRect:
        """Return where a word is in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.start)
        begin = self.cursorRect(cursor)
        cursor.setPosition(place.end)
        return begin.united(self.cursorRect(cursor))

    def _blocks(self, number: int) -> tuple[QTextBlock, QTextBlock]:
        document = self.document()
        after = self._heads[number + 1] - 1 if number + 1 < len(self._heads) else -1
        last = document.findBlock(after) if after >= 0 else document.lastBlock()
        return document.findBlock(self._heads[number]), last

    def _box(self, number: int) -> QRectF:
        """Return where a moment is in the viewport."""
        layout = self.document().documentLayout()
        first, last = self._blocks(number)
        top = layout.blockBoundingRect(first).top()
        bottom = layout.blockBoundingRect(last).bottom()
        up = self.verticalScrollBar().value()
        return QRectF(0, top - up, self.viewport().width(), bottom - top)

    def _bring_into_sight(self) -> None:
        if not self._moments:
            return
        box, bar = self._box(self._number), self.verticalScrollBar()
        below = box.bottom() - self.viewport().height()
        if box.top() < 0 or box.height() > self.viewport().height():
            bar.setValue(round(bar.value() + box.top() - Space.TIGHT))
        elif below > 0:
            bar.setValue(round(bar.value() + below + Space.TIGHT))

    def _lift_selection(self) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._heads[self._number])
        up = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(up)

    # How it is drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ground under the moment that is chosen, then the text."""
        if self._moments and not self._stale:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._chosen)
            painter.drawRoundedRect(self._box(self._number), RADIUS, RADIUS)
            painter.end()
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be there from the first picture on."""
        super().showEvent(event)
        self._write_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        """Write it anew in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rewrite_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field on its word."""
        super().resizeEvent(event)
        self._tell_scrolled()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the field on its word."""
        super().scrollContentsBy(dx, dy)
        self._tell_scrolled()

    def _tell_scrolled(self) -> None:
        """Say so, but not in the middle of writing: whoever hears it asks what can be seen."""
        if not self._writing:
            self._move_field()
            self.scrolled.emit()

    def _move_field(self) -> None:
        if not self._field.isHidden() and not self._stale:
            edited = (one for one in self._words if (one.moment, one.word) == self._edited)
            self._field.move_to(self._place(next(edited)))

    def _rewrite_soon(self) -> None:
        """Write once for all colours and sizes that change together."""
        if not self._stale:
            self._stale = True
            QTimer.singleShot(0, self, self._write_if_stale)

    def _write_if_stale(self) -> None:
        if not self._stale or self._writing:
            return
        up, word = self.verticalScrollBar().value(), self._word
        inks = Inks(self._customer, self._you, self._good, self._look, self._soft)
        self._writing = True
        self._heads, self._words = write(self, self._name, self._moments, inks)
        self._stale = self._writing = False
        if self._moments:
            self._lift_selection()  # Qt scrolls to the cursor when the text is first shown
        self._choose_word(word if word < len(self._words) else -1)
        self.verticalScrollBar().setValue(up)
        self._tell_scrolled()
