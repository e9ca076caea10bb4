"""Writes the transcript's text, and says where each moment and each word is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit

from trainer.conversation.timeline import LineSpoken, Reply
from trainer.conversation.words import Word
from trainer.desktop import wording
from trainer.desktop.pages.review.moments import Moment, is_doubtful, said, technique, who
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.signs import sign_image, sign_of
from trainer.desktop.widgets.text import LINE_HEIGHT
from trainer.rating.scorecard import HeardTechnique
from trainer.techniques.technique import INFLAMING

__all__ = ["Inks", "Place", "write"]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours, as the style sheet gives them."""

    customer: QColor
    you: QColor
    good: QColor
    look: QColor
    soft: QColor


@dataclass(frozen=True, slots=True)
class Place:
    """Where one word of a reply is.

    Attributes:
        start: Position in the text.
        end: Position after it.
        moment: The number of the moment.
        word: Its number in the reply.
    """

    start: int
    end: int
    moment: int
    word: int


def write(
    edit: QTextEdit, customer: str, moments: Sequence[Moment], inks: Inks
) -> tuple[list[int], list[Place]]:
    """Write all of it anew; return where each moment begins and where the trainee's words are."""
    edit.clear()
    return _Writer(edit, customer, inks).write(moments)


class _Writer:
    def __init__(self, edit: QTextEdit, customer: str, inks: Inks) -> None:
        self._edit, self._cursor = edit, QTextCursor(edit.document())
        self._customer, self._inks = customer, inks
        small = QFont(edit.font())
        small.setPixelSize(edit.font().pixelSize() * Size.SMALL // Size.BODY)
        self._small = QTextCharFormat()
        self._small.setFont(small)
        self._small.setForeground(inks.soft)
        self._plain = QTextCharFormat()
        self._plain.setFont(edit.font())
        self._places: list[Place] = []
        self._signs: dict[str, QTextImageFormat] = {}

    def write(self, moments: Sequence[Moment]) -> tuple[list[int], list[Place]]:
        heads: list[int] = []
        self._cursor.beginEditBlock()
        for number, moment in enumerate(moments):
            spoken = isinstance(moment.entry, LineSpoken | Reply)
            self._begin_block(Space.SNUG if spoken else Space.HAIR, first=not number)
            heads.append(self._cursor.position())
            if spoken:
                self._write_turn(number, moment)
            else:
                self._write_aside(moment)
        self._cursor.endEditBlock()
        return heads, self._places

    def _begin_block(self, above: int, *, first: bool = False) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setTopMargin(0 if first else above)
        block.setLeftMargin(Space.TIGHT)
        block.setRightMargin(Space.TIGHT)
        if first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)

    def _write_turn(self, number: int, moment: Moment) -> None:
        name = QTextCharFormat(self._plain)
        name.setFontWeight(QFont.Weight.Bold)
        mine = moment.reply is not None
        name.setForeground(self._inks.you if mine else self._inks.customer)
        self._cursor.insertText(who(moment, self._customer), name)
        self._cursor.insertText(f"   {wording.clock(moment.entry.start_ms)}", self._small)
        self._begin_block(0)
        if isinstance(moment.entry, Reply) and moment.entry.words:
            self._write_words(number, moment, moment.entry.words)
            if moment.heard:
                self._write_heard(moment.heard)
        else:
            self._cursor.insertText(said(moment), self._plain)
            self._write_unheard(moment)

    def _write_words(self, number: int, moment: Moment, words: Sequence[Word]) -> None:
        """Write the words; those that share a dress, with the spaces between them, in one piece."""
        for within, group in groupby(range(len(words)), lambda at: _techniques_at(moment, at)):
            numbers = list(group)
            dress = self._dress(within)
            for at in numbers:
                worn = self._doubtful(dress) if is_doubtful(words[at]) else dress
                start = self._cursor.position()
                self._cursor.insertText(words[at].text, worn)
                self._places.append(Place(start, self._cursor.position(), number, at))
                if at + 1 < len(words):
                    self._cursor.insertText(" ", dress if at != numbers[-1] else self._plain)

    def _dress(self, within: Sequence[HeardTechnique]) -> QTextCharFormat:
        dress = QTextCharFormat(self._plain)
        if within:
            inflaming = any(one.technique.id in INFLAMING for one in within)
            styles = QTextCharFormat.UnderlineStyle
            dress.setUnderlineStyle(styles.DashUnderline if inflaming else styles.SingleUnderline)
            dress.setUnderlineColor(self._inks.look if inflaming else self._inks.good)
            dress.setToolTip("\n".join(technique(one) for one in within))
        return dress

    def _doubtful(self, dress: QTextCharFormat) -> QTextCharFormat:
        doubtful = QTextCharFormat(dress)
        doubtful.setFontItalic(True)
        doubtful.setForeground(self._inks.soft)
        if dress.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline:
            doubtful.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            doubtful.setUnderlineColor(self._inks.soft)
        return doubtful

    def _write_heard(self, heard: Sequence[HeardTechnique]) -> None:
        """Name the techniques: + for what calmed, a dash for what inflamed."""
        self._begin_block(Space.HAIR)
        for place, one in enumerate(heard):
            inflaming = one.technique.id in INFLAMING
            named = QTextCharFormat(self._small)
            named.setForeground(self._inks.look if inflaming else self._inks.good)
            named.setToolTip(technique(one))
            sign = "\N{EN DASH}" if inflaming else "+"
            gap = "    " if place else ""
            name = wording.technique(one.technique.id).replace(" ", "\N{NO-BREAK SPACE}")
            self._cursor.insertText(gap, self._small)
            self._cursor.insertText(f"{sign}\N{NO-BREAK SPACE}{name}", named)

    def _write_unheard(self, moment: Moment) -> None:
        if isinstance(moment.entry, LineSpoken) and moment.entry.unheard:
            self._cursor.insertText(" \N{EM DASH}", self._small)

    def _write_aside(self, moment: Moment) -> None:
        name = sign_of(moment.entry)
        if name not in self._signs:
            self._signs[name] = self._sign(name)
        self._cursor.insertImage(self._signs[name])
        clock = wording.clock(moment.entry.start_ms)
        self._cursor.insertText(f"  {said(moment)}   {clock}", self._small)

    def _sign(self, name: str) -> QTextImageFormat:
        """Return a sign as a picture that the document knows by its name."""
        inks = {"interruption": self._inks.look, "talked_over": self._inks.customer}
        inks |= {"up": self._inks.customer, "down": self._inks.good}
        inks |= {"backchannel": self._inks.good}
        side, ratio = self._small.font().pixelSize(), self._edit.devicePixelRatioF()
        image = sign_image(name, inks.get(name, self._inks.soft), side, ratio)
        document = self._edit.document()
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        drawn = QTextImageFormat()
        drawn.setName(name)
        drawn.setWidth(side)
        drawn.setHeight(side)
        return drawn


def _techniques_at(moment: Moment, at: int) -> tuple[HeardTechnique, ...]:
    return tuple(_within(moment.heard, at))


def _within(heard: Sequence[HeardTechnique], at: int) -> Iterator[HeardTechnique]:
    return (one for one in heard if one.technique.start <= at < one.technique.end)
