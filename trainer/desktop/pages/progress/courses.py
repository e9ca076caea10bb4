"""How it goes: small multiples of marks and competences, and what they add up to in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.pages.progress import words
from trainer.desktop.tokens import Size, Space
from trainer.desktop.widgets.course import CourseChart
from trainer.desktop.widgets.layouts import Grid, clear, stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.records.progress import Course, Progress

__all__ = ["Courses"]

FULL = 100.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """How a figure is drawn and said."""

    low: float
    high: float
    said: Callable[[float], str]


class Courses(QWidget):
    """Everything that progress draws.

    Signals: `opened` carries the id of a rehearsal whose dot was pressed.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = stack(Space.ROOM)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._column)

    def show_progress(self, progress: Progress) -> None:
        """Draw it."""
        clear(self._column)
        if progress.lately:
            self._column.addWidget(Text(words.lately(progress.lately), "lead"))
        self._section(
            self.tr("Marks"),
            self.tr(
                "The last ten of each, from 0 to 100, the newest on the right; the line is their "
                "median."
            ),
            [
                self._multiple(wording.measure(name), course, _marks())
                for name, course in progress.marks.items()
                if course.dots
            ],
        )
        self._section(self.tr("In the call"), "", list(self._speaking(progress)))
        self._section(
            self.tr("What you practise"),
            self._missing(progress),
            list(self._competences(progress)),
        )
        self._column.addStretch(1)

    def _section(self, title: str, note: str, parts: Iterable[QWidget]) -> None:
        parts = tuple(parts)
        if not parts:
            return
        section, column = QWidget(), stack(Space.SNUG)
        column.addWidget(Text(title, "heading"))
        if note:
            column.addWidget(Text(note, "small"))
        grid = Grid(Size.COURSE, even=False)
        for part in parts:
            grid.addWidget(part)
        column.addLayout(grid)
        section.setLayout(column)
        self._column.addWidget(section)

    def _speaking(self, progress: Progress) -> Iterable[QWidget]:
        pace, cut_in = progress.under_pressure, progress.interruptions
        if pace.dots:
            most = max(20.0, *(abs(dot.value) for dot in pace.dots))
            scale = _Scale(-most, most, words.more_or_less)
            yield self._multiple(self.tr("Your pace under pressure"), pace, scale)
        if cut_in.dots:
            most = max(2.0, *(dot.value for dot in cut_in.dots))
            scale = _Scale(0.0, most, words.a_minute)
            yield self._multiple(self.tr("How often you cut in"), cut_in, scale)
        if progress.judgement:
            yield _judgement(self.tr("How you judge yourself"), progress)

    def _competences(self, progress: Progress) -> Iterable[QWidget]:
        from trainer.rating.competences import SHOWN_IN

        for competence, course in progress.competences.items():
            mark = wording.measure(SHOWN_IN[competence])
            note = self.tr("from your mark for {mark}").format(mark=mark)
            name = wording.competence(competence)
            yield self._multiple(name[:1].upper() + name[1:], course, _marks(), note)

    def _missing(self, progress: Progress) -> str:
        missing = [
            wording.competence(name)
            for name in wording.COMPETENCES
            if name not in progress.competences
        ]
        told = self.tr("Not practised and rated yet: {competences}.")
        return told.format(competences=", ".join(missing)) if missing else ""

    def _multiple(self, name: str, course: Course, scale: _Scale, note: str = "") -> QFrame:
        values = [dot.value for dot in course.dots]
        middle = course.middle or 0.0
        several = self.tr("usually {figure}").format(figure=scale.said(middle))
        usually = several if len(values) > 1 else scale.said(middle)
        said = Text(usually, "small")
        chart = CourseChart(values, middle, scale.low, scale.high)
        chart.setAccessibleName(f"{name}, {usually}")
        last = "; ".join(map(scale.said, values))
        chart.setAccessibleDescription(self.tr("The last ones: {figures}").format(figures=last))

        def point(place: int) -> None:
            one = self.tr("{figure} (Return opens it)").format(figure=scale.said(values[place]))
            said.say(usually if place < 0 else one)

        chart.pointed.connect(point)
        for place, dot in enumerate(course.dots):
            chart.pressed_at.connect(partial(self._open, place, dot.rehearsal))
        return surface(_column(Text(name, "strong"), said, chart, note))

    def _open(self, place: int, rehearsal: object, pressed: int) -> None:
        if place == pressed:
            self.opened.emit(rehearsal)


def _column(name: Text, said: Text, chart: CourseChart, note: str) -> QVBoxLayout:
    column = stack(Space.HAIR, Space.SNUG)
    column.addWidget(name)
    column.addWidget(said)
    column.addWidget(chart)
    if note:
        column.addWidget(Text(note, "small"))
    column.addStretch(1)
    return column


def _judgement(title: str, progress: Progress) -> QFrame:
    column = stack(Space.HAIR, Space.SNUG)
    column.addWidget(Text(title, "strong"))
    for name, calibration in progress.judgement.items():
        column.addWidget(Text(words.judged(name, calibration), "small"))
    column.addStretch(1)
    return surface(column)


def _marks() -> _Scale:
    return _Scale(0.0, FULL, lambda value: wording.mark(round(value)))
