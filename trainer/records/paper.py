"""Sets a report as a PDF of two A4 pages, tagged for screen readers, with Typst.

docs/decisions/0009 says why. Nothing is fetched, and the font is our own, so that the same report
gives the same pages everywhere.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import ModuleType
from typing import Any

from trainer.rating.scorecard import Advice
from trainer.records.colours import LIGHT
from trainer.records.excerpt import excerpt, left_out, room
from trainer.records.page import fill_in
from trainer.records.problems import RecordsProblem
from trainer.records.talk import Row
from trainer.records.wording import mark_text
from trainer.resources import asset

__all__ = ["page_count", "report_pdf"]

MOST_PAGES = 2
GENEROUS = 30.0
"""How many more lines of the talk than the estimate allows are tried first."""

FEWER = 5.0
NOT_SHOWN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, which neither an SVG nor a PDF may hold."""

SIGNS = (
    "interruption",
    "backchannel",
    "end_overlap",
    "talked_over",
    "up",
    "down",
    "silence",
    "glitch",
)


def report_pdf(report: Mapping[str, Any], advice: Sequence[Advice]) -> bytes:
    """Return the report as a PDF: as much of the talk as two pages hold.

    Args:
        report: What it says.
        advice: Chooses the moments of a talk that is too long.

    Raises:
        RecordsProblem: There is no Typst for this system.
    """
    typst = _typst()
    try:
        return _fitted(_Setter(typst, own_font=True), report, advice)
    except typst.TypstError:  # letters that our font lacks, such as Chinese ones or emoji
        return _fitted(_Setter(typst, own_font=False), report, advice)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF of Typst's has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


class _Setter:
    """Sets documents with one choice of fonts.

    With our own font alone it promises PDF/UA-1; with the system's fonts too, letters that none of
    them has are boxes, which that standard forbids.
    """

    def __init__(self, typst: ModuleType, *, own_font: bool) -> None:
        template, fonts = asset("report/report.typ"), [asset("fonts")]
        self._compiler = typst.Compiler(template, font_paths=fonts, ignore_system_fonts=own_font)
        self._standards = ["ua-1"] if own_font else []

    def pdf(self, document: Mapping[str, Any]) -> bytes:
        """Return the document set."""
        inputs = {"report": json.dumps(_cleaned(document))}
        pdf: bytes = self._compiler.compile(
            format="pdf", sys_inputs=inputs, pdf_standards=self._standards
        )
        return pdf


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as missing:
        raise RecordsProblem(
            "There is no PDF on this system, because Typst is missing. "
            "Give the report a name that ends in .html, open it and print it."
        ) from missing
    return typst


def _fitted(setter: _Setter, report: Mapping[str, Any], advice: Sequence[Advice]) -> bytes:
    """Shorten the talk until the pages are few enough."""
    document = _document(report)
    lines = room(report) + GENEROUS
    while True:
        chosen = excerpt(report["rows"], advice, lines)
        pdf = setter.pdf(document | _rows(report["rows"], chosen))
        if page_count(pdf) <= MOST_PAGES or lines <= 0:
            return pdf
        lines -= FEWER


def _cleaned(told: Any) -> Any:  # noqa: ANN401 - whatever a document is made of
    """Leave out the characters that no page can show."""
    match told:
        case str():
            return NOT_SHOWN.sub("", told)
        case Mapping():
            return {name: _cleaned(value) for name, value in told.items()}
        case list() | tuple():
            return [_cleaned(value) for value in told]
        case _:
            return told


def _document(report: Mapping[str, Any]) -> dict[str, Any]:
    heading = report["heading"]
    same = ("facts", "summary", "marks", "own", "ending", "advice", "pace", "not_rated", "listened")
    return {name: report[name] for name in (*same, "reflection", "otherwise")} | {
        "title": heading.title,
        "customer": heading.customer,
        "trainee": heading.trainee,
        "colours": LIGHT,
        "overall": mark_text(report["overall"]),
        "ring": _drawn("ring.svg.j2", overall=report["overall"], word=report["word"]),
        "bands": [
            _drawn("lanes-on-paper.svg.j2", band=band, customer=heading.customer)
            for band in report["bands"]
        ],
        "signs": {kind: _drawn("sign-on-paper.svg.j2", kind=kind) for kind in SIGNS},
        "legend": [*_moves(report), *report["kinds"]],
    }


def _moves(report: Mapping[str, Any]) -> list[tuple[str, str]]:
    if not report["bands"][0].curve:
        return []
    who = report["heading"].customer
    return [
        ("up", f"{who}\N{RIGHT SINGLE QUOTATION MARK}s pressure went up"),
        ("down", "went down"),
    ]


def _rows(rows: Sequence[Row], chosen: frozenset[int]) -> dict[str, Any]:
    *before, after = left_out(rows, chosen)
    printed = [
        asdict(rows[number]) | {"skipped": before[number], "at": getattr(rows[number], "at", "")}
        for number in sorted(chosen)
    ]
    return {"rows": printed, "skipped": after, "excerpt": len(chosen) < len(rows)}


def _drawn(template: str, **values: object) -> str:
    return fill_in(template, LIGHT.__getitem__, **values)
