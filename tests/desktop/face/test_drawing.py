from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from trainer.desktop.tokens import DARK, LIGHT
from trainer.desktop.widgets.face.drawing import Drawing
from trainer.desktop.widgets.face.features import Features
from trainer.desktop.widgets.face.gallery import bundled
from trainer.desktop.widgets.face.moods import features_at
from trainer.desktop.widgets.face.portrait import portrait
from trainer.desktop.widgets.face.sitter import Sitter, inks_of, sitting
from trainer.desktop.widgets.face.tones import Tones

SIDE = 160
EYES = QRect(48, 55, 64, 30)
MOUTH = QRect(55, 95, 50, 30)
CHEEKS = QRect(50, 80, 60, 24)
PEOPLE = tuple(bundled().people)

pytestmark = pytest.mark.usefixtures("qapp")


def sitter_of(person: str, pressure: int = 30, features: Features | None = None) -> Sitter:
    """Return somebody as they are to be drawn in the light theme."""
    look = bundled().look_of(person)
    held = features_at(pressure) if features is None else features
    return sitting(look, inks_of(look, bundled()), held, Tones.of(LIGHT).at(pressure))


def drawn(sitter: Sitter, drawing: Drawing | None = None, ground: str = "#FFFFFF") -> QImage:
    """Return a picture."""
    picture = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    (drawing or Drawing()).draw(painter, QRectF(0, 0, SIDE, SIDE), sitter, QColor(ground))
    painter.end()
    return picture


def change(one: QImage, other: QImage, where: QRect | None = None) -> float:
    """Return the share of pixels that differ clearly."""
    box = where or one.rect()
    differing = 0
    for y in range(box.top(), box.bottom() + 1):
        for x in range(box.left(), box.right() + 1):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            apart = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
            differing += apart > 36
    return differing / (box.width() * box.height())


@pytest.mark.parametrize("person", PEOPLE)
def test_a_mood_shows_in_everybody_at_eyes_and_mouth(person: str) -> None:
    """Whoever it is, glasses and beards or not: brows and mouth change from mood to mood."""
    calm, angry, furious = (drawn(sitter_of(person, pressure)) for pressure in (10, 70, 100))

    for one, other in ((calm, angry), (angry, furious)):
        assert change(one, other, EYES) > 0.1
        assert change(one, other, MOUTH) > 0.06


@pytest.mark.parametrize("person", PEOPLE)
def test_talk_shows_in_everybody(person: str) -> None:
    """An open mouth is told from a shut one, beard or not, by more than its edge."""
    shut = features_at(30)
    talking = drawn(sitter_of(person, features=replace(shut, mouth_open=0.5)))

    assert change(drawn(sitter_of(person, features=shut)), talking, MOUTH) > 0.06


def test_no_two_people_look_alike() -> None:
    """Any two of them differ in a seventh of the picture or more."""
    pictures = {person: drawn(sitter_of(person)).scaled(40, 40) for person in PEOPLE}
    alike = [
        (one, other, round(change(pictures[one], pictures[other]), 2))
        for place, one in enumerate(PEOPLE)
        for other in PEOPLE[place + 1 :]
        if change(pictures[one], pictures[other]) < 1 / 7
    ]

    assert alike == []


@pytest.mark.parametrize("person", ["Jodie Birch", "Marcus Bell", "Everton Clarke"])
def test_cheeks_flush_with_the_pressure(person: str) -> None:
    """On light skin and dark, the cheeks are redder at 100 than at 20."""

    def redness(pressure: int) -> float:
        picture = drawn(sitter_of(person, pressure))
        colours = [
            picture.pixelColor(x, y)
            for y in range(CHEEKS.top(), CHEEKS.bottom())
            for x in range(CHEEKS.left(), CHEEKS.right())
        ]
        return sum(c.red() - (c.green() + c.blue()) / 2 for c in colours) / len(colours)

    assert redness(100) > redness(20) + 4


def test_what_is_kept_between_frames_is_never_stale() -> None:
    """A drawing that drew other moods, people and grounds before draws as a new one does."""
    drawing = Drawing()
    frames = [
        (sitter_of("Ellen Marsh", 20), "#FFFFFF"),
        (sitter_of("Ellen Marsh", 90), "#FFFFFF"),
        (sitter_of("Ellen Marsh", 90), "#202020"),
        (sitter_of("Stan Dombrowski", 90), "#202020"),
        (sitter_of("Ellen Marsh", 20), "#FFFFFF"),
    ]

    for sitter, ground in frames:
        assert drawn(sitter, drawing, ground) == drawn(sitter, None, ground)


def test_nothing_is_drawn_outside_the_disc() -> None:
    """Corners stay transparent, whoever is drawn, however they lean."""
    leaning = replace(features_at(100), tilt=6.0, turn=1.0)
    for person in PEOPLE:
        picture = drawn(sitter_of(person, features=leaning))
        corners = [picture.pixelColor(x, y).alpha() for x in (6, 153) for y in (6, 153)]

        assert corners == [0, 0, 0, 0], person


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_nobodys_hair_or_head_drowns_in_the_disc(palette: object) -> None:
    """At the crown everybody is told from the ground that they stand on."""
    assert palette in (LIGHT, DARK)
    tones = Tones.of(LIGHT if palette is LIGHT else DARK)
    empty = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    empty.fill(tones.ground)
    for person in PEOPLE:
        picture = drawn(sitter_of(person), None, tones.ground.name())

        assert change(picture, empty, QRect(62, 26, 36, 10)) > 0.6, person


def test_a_portrait_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    """Its pixels follow the screen's, its size in the window does not."""
    del qapp
    plain, sharp = portrait("Ellen Marsh", 44, 72), portrait("Ellen Marsh", 44, 72, ratio=2.0)

    assert (plain.width(), sharp.width()) == (72, 144)
    assert sharp.deviceIndependentSize().toTuple() == (72, 72)
    assert change(portrait("Ellen Marsh", 44, 72, 95).toImage(), plain.toImage()) > 0.05
