"""Writes contact sheets of the drawn customers, at 2x: to look at, and to name the moods from.

python -m benchmarks.contact_sheets OUTDIR
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from trainer.desktop.tokens import DARK, LIGHT, Palette
from trainer.desktop.widgets.face.drawing import Drawing
from trainer.desktop.widgets.face.gallery import bundled
from trainer.desktop.widgets.face.moods import features_at
from trainer.desktop.widgets.face.sitter import inks_of, sitting
from trainer.desktop.widgets.face.tones import Tones

__all__ = ["Cell", "main"]

SIDE, GAP, RATIO = 180, 8, 2.0
PRESSURES = (0, 25, 50, 75, 100)
OPENINGS = (0.0, 0.25, 0.6, 0.95)
STRANGERS: tuple[tuple[str, int | None], ...] = (
    ("Anna Schmidt", 24),
    ("Anna Schmidt", 70),
    ("Peter Hansen", 35),
    ("Peter Hansen", 80),
    ("Mrs Okafor", 45),
    ("Herr Yilmaz", 52),
    ("Xiulan", 30),
    ("Quill", None),
)
GROUNDS = {
    "light": LIGHT,
    "dark": DARK,
    "black": replace(DARK, ground="#000000", backdrop="#000000"),
    "white": replace(LIGHT, ground="#FFFFFF", backdrop="#FFFFFF"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One face of a sheet; a mouth of None is as the mood has it."""

    person: str
    age: int | None
    pressure: int
    mouth: float | None = None


def main(folder: Path) -> None:
    """Write every sheet into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    people = list(bundled().people)
    for page, some in enumerate((people[:8], people[8:16], people[16:]), start=1):
        moods = [Cell(person, None, pressure) for person in some for pressure in PRESSURES]
        _save(folder / f"moods-{page}.png", moods, len(PRESSURES), LIGHT)
    for name, palette in GROUNDS.items():
        everybody = [Cell(person, None, 30) for person in people]
        _save(folder / f"people-{name}.png", everybody, 6, palette)
    _save(folder / "talking.png", list(_talking(people[::4])), 2 * len(OPENINGS), LIGHT)
    _save(folder / "strangers.png", [Cell(name, age, 30) for name, age in STRANGERS], 4, LIGHT)


def _talking(people: Sequence[str]) -> Iterator[Cell]:
    for person in people:
        for pressure in (10, 90):
            yield from (Cell(person, None, pressure, opened) for opened in OPENINGS)


def _save(path: Path, cells: Sequence[Cell], columns: int, palette: Palette) -> None:
    rows = -(-len(cells) // columns)
    sheet = QPixmap(round(columns * SIDE * RATIO), round(rows * SIDE * RATIO))
    sheet.setDevicePixelRatio(RATIO)
    sheet.fill(QColor(palette.ground))
    painter = QPainter(sheet)
    for place, cell in enumerate(cells):
        row, column = divmod(place, columns)
        side = SIDE - GAP
        box = QRectF(column * SIDE + GAP / 2, row * SIDE + GAP / 2, side, side)
        _draw(painter, box, cell, palette)
    painter.end()
    sheet.save(str(path))


def _draw(painter: QPainter, box: QRectF, cell: Cell, palette: Palette) -> None:
    look, tones = bundled().look_of(cell.person, cell.age), Tones.of(palette)
    features = features_at(cell.pressure)
    if cell.mouth is not None:
        features = replace(features, mouth_open=cell.mouth, press=0.0)
    sitter = sitting(look, inks_of(look, bundled()), features, tones.at(cell.pressure))
    Drawing().draw(painter, box, sitter, tones.ground)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    main(Path(sys.argv[1]))
