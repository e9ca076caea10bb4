"""A head and shoulders, part by part from the back to the front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from trainer.desktop.widgets.face.clothes import draw_clothes, draw_hood
from trainer.desktop.widgets.face.extras import draw_earrings, draw_glasses, draw_hat
from trainer.desktop.widgets.face.eyes import draw_brows, draw_eyes
from trainer.desktop.widgets.face.features import Features
from trainer.desktop.widgets.face.hair import (
    draw_back,
    draw_beard,
    draw_front,
    draw_locks,
    draw_moustache,
)
from trainer.desktop.widgets.face.head import (
    draw_cheeks,
    draw_ears,
    draw_head,
    draw_lines,
    draw_neck,
)
from trainer.desktop.widgets.face.mouth import draw_mouth, draw_nose
from trainer.desktop.widgets.face.sheet import Sheet
from trainer.desktop.widgets.face.sitter import Sitter

__all__ = ["Drawing"]

CENTRE, REACH = QPointF(0, 3), 91.0  # of the disc that the portrait stands on
NAPE = QPointF(0, 60)  # a head leans about it
STEPS = (
    ("jaw", 0.1),
    ("flush", 0.05),
    ("tilt", 0.25),
    ("turn", 0.02),
    ("nod", 0.05),
    ("shoulders", 0.05),
)

Part = Callable[[Sheet, Sitter], None]

_LIVE: tuple[Part, ...] = (
    draw_head,
    draw_cheeks,
    draw_eyes,
    draw_lines,
    draw_beard,
    draw_nose,
    draw_mouth,
    draw_moustache,
    draw_brows,
)
_ON_TOP: tuple[Part, ...] = (draw_front, draw_hat, draw_glasses)


class Drawing:
    """Draws one person again and again.

    What is behind the face and what lies on it changes only as the head moves: both are kept as
    pictures until then, and a face that talks costs no more than its face.
    """

    def __init__(self) -> None:
        self._held: tuple[object, ...] = ()
        self._behind, self._on_top = QPixmap(), QPixmap()

    def draw(self, painter: QPainter, box: QRectF, sitter: Sitter, ground: QColor) -> None:
        """Draw them on a disc that fills the square box."""
        self._keep(box.width(), painter.device().devicePixelRatioF(), sitter, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(box.topLeft(), self._behind)
        with _placed(painter, box), _leaning(painter, sitter):
            _draw_all(_LIVE, painter, sitter)
        painter.drawPixmap(box.topLeft(), self._on_top)

    def _keep(self, side: float, ratio: float, sitter: Sitter, ground: QColor) -> None:
        posed = replace(sitter, features=_posture(sitter.features))
        held = (side, ratio, posed.features, posed.look, posed.flush.rgba(), ground.rgba())
        if held == self._held:
            return
        self._held = held
        self._behind = _picture(side, ratio, lambda painter: _draw_behind(painter, posed, ground))
        self._on_top = _picture(side, ratio, lambda painter: _draw_on_top(painter, posed))


def _posture(features: Features) -> Features:
    """Return what of the features moves the head as a whole, in steps too small to be seen."""
    return Features(**{name: _stepped(getattr(features, name), step) for name, step in STEPS})


def _stepped(figure: float, step: float) -> float:
    return round(figure / step) * step


def _picture(side: float, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    pixels = max(1, round(side * ratio))
    picture = QPixmap(QSize(pixels, pixels))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    with _placed(painter, QRectF(0, 0, side, side)):
        draw(painter)
    painter.end()
    return picture


def _draw_behind(painter: QPainter, sitter: Sitter, ground: QColor) -> None:
    painter.fillPath(_disc(), ground)
    painter.setClipPath(_disc())
    with _leaning(painter, sitter):
        draw_back(Sheet(painter), sitter)
    _draw_all((draw_hood, draw_neck, draw_clothes), painter, sitter)
    with _leaning(painter, sitter):
        _draw_all((draw_locks, draw_ears, draw_earrings), painter, sitter)


def _draw_on_top(painter: QPainter, sitter: Sitter) -> None:
    painter.setClipPath(_disc())
    with _leaning(painter, sitter):
        _draw_all(_ON_TOP, painter, sitter)


def _draw_all(parts: tuple[Part, ...], painter: QPainter, sitter: Sitter) -> None:
    sheet = Sheet(painter)
    for part in parts:
        part(sheet, sitter)


def _disc() -> QPainterPath:
    disc = QPainterPath()
    disc.addEllipse(CENTRE, REACH, REACH)
    return disc


@contextmanager
def _placed(painter: QPainter, box: QRectF) -> Iterator[None]:
    painter.save()
    painter.translate(box.center())
    scale = box.width() / 2 / REACH
    painter.scale(scale, scale)
    painter.translate(-CENTRE)
    yield
    painter.restore()


@contextmanager
def _leaning(painter: QPainter, sitter: Sitter) -> Iterator[None]:
    f = sitter.features
    painter.save()
    painter.translate(NAPE)
    painter.rotate(f.tilt)
    painter.translate(QPointF(0, 4.0 * f.nod + 2.0 * f.shoulders) - NAPE)
    yield
    painter.restore()
