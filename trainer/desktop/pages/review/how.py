"""How a figure was made: "How?" beside it, and what opens then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.layouts import clear, stack, surface
from trainer.desktop.widgets.text import Text
from trainer.rating.scorecard import Finding, Part, Rating
from trainer.records.wording import OVERLAPS, QT_TRANSLATE_NOOP, TECHNIQUES, seconds

__all__ = ["How", "HowRow", "how_rows"]

translate = QCoreApplication.translate

MOST_ROWS = 10

PARTS = {
    "start": QT_TRANSLATE_NOOP("How", "Where it starts"),
    "kept a whole mark of 0 to 100": QT_TRANSLATE_NOOP("How", "Kept a whole mark of 0 to 100"),
    "words": QT_TRANSLATE_NOOP("How", "Words"),
    "syllables": QT_TRANSLATE_NOOP("How", "Syllables"),
    "speaking time": QT_TRANSLATE_NOOP("How", "Speaking time"),
    "speaking time without pauses": QT_TRANSLATE_NOOP("How", "Speaking time without pauses"),
    "pause": QT_TRANSLATE_NOOP("How", "A pause"),
    "pauses": QT_TRANSLATE_NOOP("How", "All pauses"),
    "gap": QT_TRANSLATE_NOOP("How", "Before a reply"),
    "reply": QT_TRANSLATE_NOOP("How", "The reply"),
    "filler": QT_TRANSLATE_NOOP("How", "A filler"),
    "sound check": QT_TRANSLATE_NOOP("How", "In your sound check"),
    "after an outburst": QT_TRANSLATE_NOOP("How", "After an outburst"),
    "otherwise": QT_TRANSLATE_NOOP("How", "Otherwise"),
}


@dataclass(frozen=True, slots=True)
class HowRow:
    """One part of a figure: when, what, and how much."""

    at: str
    what: str
    figure: str


def how_rows(name: str, rating: Rating) -> tuple[HowRow, ...]:
    """Return what a mark or a measure was made of; the smallest of many are told as one."""
    card = rating.scorecard
    made_of = {**rating.pacing.made_of, **card.made_of}
    findings: dict[tuple[str, int | None], Finding] = {
        (one.rule, one.start_ms): one for one in card.findings if one.mark == name
    }
    parts = list(made_of.get(name, ()))
    kept = sorted(parts, key=lambda part: -abs(part.value))[:MOST_ROWS]
    rows = [_row(part, findings) for part in parts if part in kept]
    rest = [part for part in parts if part not in kept]
    return (*rows, *_rest(rest))


class How(QFrame):
    """Shows how one figure of a card was made; its buttons say "How?"."""

    def __init__(self, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating, self._open = rating, ""
        self._buttons: list[Button] = []
        self._column = stack(Space.HAIR)
        self.setLayout(self._column)
        self.hide()

    def button(self, name: str) -> Button | None:
        """Return the button for a figure; None where nothing is known of it."""
        if not how_rows(name, self._rating):
            return None
        button = Button(self.tr("How?"), kind="link")
        button.setCheckable(True)
        what = self.tr("How was this made: {figure}").format(figure=wording.measure(name))
        button.setAccessibleName(what)
        button.clicked.connect(partial(self._toggle, name, button))
        self._buttons.append(button)
        return button

    def _toggle(self, name: str, button: Button) -> None:
        self._open = "" if self._open == name else name
        for each in self._buttons:
            each.setChecked(each is button and bool(self._open))
        clear(self._column)
        self.setVisible(bool(self._open))
        if self._open:
            self._column.addWidget(self._told(name))

    def _told(self, name: str) -> QFrame:
        rows = QGridLayout()
        rows.setContentsMargins(Space.ROOM, Space.SNUG, Space.ROOM, Space.SNUG)
        rows.setHorizontalSpacing(Space.ROOM)
        rows.setVerticalSpacing(Space.HAIR)
        rows.setColumnStretch(1, 1)
        title = self.tr("How “{figure}” was made").format(figure=wording.measure(name))
        rows.addWidget(Text(title, "label"), 0, 0, 1, 3)
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
        for number, row in enumerate(how_rows(name, self._rating), start=1):
            at, figure = Text(row.at, "small"), Text(row.figure, "points")
            for glanced_at in (at, figure):
                glanced_at.setWordWrap(False)
            rows.addWidget(at, number, 0, top)
            rows.addWidget(Text(row.what), number, 1)
            rows.addWidget(figure, number, 2, top | right)
        return surface(rows, "how")


def _row(part: Part, findings: Mapping[tuple[str, int | None], Finding]) -> HowRow:
    finding = findings.get((part.what, part.start_ms))
    at = "" if part.start_ms is None else wording.clock(part.start_ms)
    return HowRow(at, _told(finding) if finding else _named(part.what), _figure(part))


def _told(finding: Finding) -> str:
    if finding.rule in TECHNIQUES:
        name = wording.technique(finding.rule)
        name = name[:1].upper() + name[1:]
        return f"{name}: “{finding.quote}”" if finding.quote else name
    return finding.text


def _named(what: str) -> str:
    if what in PARTS:
        return translate("How", PARTS[what])
    if what in OVERLAPS:
        return wording.overlap(what)
    return wording.measure(what)


def _figure(part: Part) -> str:
    match part.unit:
        case "ms":
            return seconds(round(part.value))
        case "points":
            signed = part.start_ms is not None or part.value < 0
            return _points(part.value) if signed else f"{part.value:.4g}"
        case "words a minute":
            return translate("How", "{figure:.0f} a minute").format(figure=part.value)
        case _:
            return f"{part.value:.5g}"


def _points(points: float) -> str:
    return f"{points:+.3g}".replace("-", "\N{MINUS SIGN}")


def _rest(parts: Sequence[Part]) -> Iterator[HowRow]:
    if parts:
        told = translate("How", "Smaller ones together: {count}").format(count=len(parts))
        total = sum(part.value for part in parts)
        yield HowRow("", told, _figure(Part("", total, parts[0].unit, 0)))
