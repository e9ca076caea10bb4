"""What drawing the customer costs: each frame of a face of 320 px, talking and changing its mood.

Times are those of the processor, so that other programs do not count; the picture is drawn by Qt's
raster engine, as in the window.
"""

import os
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median
from time import process_time

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from benchmarks.figures import percentile, run
from trainer.desktop.theme import Theme
from trainer.desktop.widgets.face.face import FRAME_MS, Face
from trainer.desktop.widgets.face.gallery import bundled
from trainer.desktop.widgets.face.portrait import portrait

SIDE_PX, PORTRAIT_PX = 320, 72
FRAMES = 60
MOOD_MOVES_EVERY = 9  # frames: as soon as one move is eased in, the next begins


def measure(seed: int) -> tuple[Mapping[str, float], Mapping[str, object]]:
    """Measure everybody once; there is nothing for the seed to choose."""
    del seed
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Theme(app)
    people = list(bundled().people)
    talking = [ms for person in people for ms in _frames(person, _talk)]
    easing = [ms for person in people for ms in _frames(person, _move)]
    pictures = [_cost(partial(portrait, person, None, PORTRAIT_PX)) for person in people]
    figures = {
        "talking_p50_ms": median(talking),
        "talking_p95_ms": percentile(talking, 95),
        "mood_easing_p50_ms": median(easing),
        "mood_easing_p95_ms": percentile(easing, 95),
        "portrait_p50_ms": median(pictures),
    }
    return figures, {"people": len(people), "side_px": SIDE_PX, "portrait_px": PORTRAIT_PX}


def _frames(person: str, happen: Callable[[Face, int], None]) -> list[float]:
    face = Face(person, None, 50)
    face.resize(SIDE_PX, SIDE_PX)
    picture = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_ARGB32_Premultiplied)
    face.render(picture)
    costs = []
    for frame in range(FRAMES):
        happen(face, frame)
        face.pass_time(FRAME_MS)
        costs.append(_cost(lambda: face.render(picture)))
    face.deleteLater()
    return costs


def _talk(face: Face, frame: int) -> None:
    face.follow(-16.0 - frame % 5)


def _move(face: Face, frame: int) -> None:
    face.follow(-16.0)
    if frame % MOOD_MOVES_EVERY == 0:
        face.feel(62 if face.pressure == 50 else 50)


def _cost(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    run("faces", measure)
