import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from trainer.desktop.theme import Theme
from trainer.desktop.tokens import DARK, LIGHT
from trainer.desktop.widgets.face.face import FRAME_MS, Face
from trainer.desktop.widgets.face.moods import Mood
from trainer.desktop.widgets.face.portrait import Portrait
from trainer.desktop.widgets.face.speaking import Speaking


class CountedFace(Face):
    """A face that counts how often it was drawn."""

    paints = 0

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Count."""
        self.paints += 1
        super().paintEvent(event)  # type: ignore[arg-type]


@pytest.fixture
def face(qtbot: QtBot, theme: Theme) -> CountedFace:
    """Return Ellen, tense, in the window but moved by hand."""
    del theme
    face = CountedFace("Ellen Marsh", 44, 50)
    qtbot.addWidget(face)
    face.resize(240, 240)
    face.show()
    face._frames.stop()
    qtbot.wait(1)
    return face


def test_its_mood_is_told_in_words(face: Face) -> None:
    """A screen reader hears the name with the mood, and the pressure, as they change."""
    told = []
    for pressure in (0, 25, 50, 70, 95):
        face.feel(pressure)
        interface = QAccessible.queryAccessibleInterface(face)
        told.append(interface.text(QAccessible.Text.Name))

    assert told == [f"Ellen Marsh, {mood.value}" for mood in Mood]
    assert face.accessibleDescription() == "Drawn by the scenario: pressure 95 of 100"


def test_it_goes_over_to_what_it_feels(face: Face) -> None:
    """The face is furious a third of a second after the pressure is."""
    before = face.features
    face.feel(100)
    for _ in range(10):
        face.pass_time(FRAME_MS)

    assert face.mood is Mood.FURIOUS
    assert face.features.brow_angle > before.brow_angle + 0.4


def test_its_mouth_follows_the_sound(face: Face) -> None:
    """Loud, it opens; without sound it shuts."""
    face.follow(-14.0)
    face.pass_time(FRAME_MS)
    opened = face.features.mouth_open
    for _ in range(30):
        face.pass_time(FRAME_MS)

    assert opened > 0.1
    assert face.features.mouth_open < 0.01


def test_it_is_drawn_only_when_something_changed(qtbot: QtBot, face: CountedFace) -> None:
    """At rest no frame is drawn; a sound draws the next one."""
    face.show_speaker(Speaking.YOU)
    face.pass_time(FRAME_MS)
    qtbot.wait(1)
    at_rest = face.paints
    for _ in range(20):
        face.pass_time(FRAME_MS)
        qtbot.wait(1)
    still_at_rest = face.paints
    face.follow(-14.0)
    face.pass_time(FRAME_MS)
    qtbot.wait(1)

    assert still_at_rest == at_rest
    assert face.paints == at_rest + 1


def test_it_moves_thirty_times_a_second_at_most_and_not_when_hidden(
    qtbot: QtBot, face: Face
) -> None:
    """Its frames are those of its timer, which rests while nobody can see it."""
    face.hide()
    hidden = face._frames.isActive()
    face.show()
    qtbot.wait(1)

    assert not hidden
    assert face._frames.isActive()
    assert face._frames.interval() >= 33


def test_a_stall_does_not_make_it_jump(face: Face) -> None:
    """After seconds without a frame it goes on from where it was."""
    face.feel(100)
    face.pass_time(5000)

    assert face.features.brow_angle < 0.9


def test_the_ring_says_who_speaks_by_colour_and_by_shape(face: Face) -> None:
    """One colour for each of you; both at once are told by gaps; nobody by a hairline."""
    rings = {}
    for speaking in Speaking:
        face.show_speaker(speaking)
        rings[speaking] = _ring(face)

    assert face.speaking is Speaking.BOTH
    assert rings[Speaking.CUSTOMER] == {LIGHT.customer.lower()}
    assert rings[Speaking.YOU] == {LIGHT.you.lower()}
    assert LIGHT.you.lower() in rings[Speaking.BOTH]
    assert len(rings[Speaking.BOTH]) > 1
    assert not rings[Speaking.NOBODY] & {LIGHT.you.lower(), LIGHT.customer.lower()}


def test_it_can_be_still(face: Face) -> None:
    """Moods are there at once, and half a minute passes without a blink."""
    face.be_still()
    face.feel(100)
    face.pass_time(FRAME_MS)
    seen = set()
    for _ in range(1000):
        face.pass_time(FRAME_MS)
        seen.add(face.features)

    assert len(seen) == 1
    assert face.features.brow_angle == 1.0


def test_it_is_still_where_nothing_is_to_move(face: Face, theme: Theme) -> None:
    """What the person or the system has asked for holds at once, and back."""
    theme.move("reduced")
    face.feel(100)
    face.pass_time(0)
    still = face.features.brow_angle
    theme.move("full")
    face.feel(0)
    face.pass_time(FRAME_MS)

    assert still == 1.0
    assert 0.5 < face.features.brow_angle < 1.0


def test_somebody_from_a_users_scenario_has_a_face_too(qtbot: QtBot) -> None:
    """A name that is in no table can be drawn, and is called by its name."""
    face = Face("Zebedee Quill", 37, 90)
    qtbot.addWidget(face)

    assert not face.grab().isNull()
    assert face.accessibleName() == "Zebedee Quill, furious"


def test_a_portrait_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    """It stands on the theme's disc, and changes with it."""
    picture = Portrait("Ellen Marsh", 44)
    qtbot.addWidget(picture)
    picture.show()
    colours = []
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        theme.wear(scheme)
        qtbot.wait(1)
        colours.append(picture.grab().toImage().pixelColor(12, 26))

    assert colours == [QColor(LIGHT.backdrop), QColor(DARK.backdrop)]


def test_nobody_flushes_in_the_colours_of_high_contrast(theme: Theme, face: Face) -> None:
    """There the ramp of the curves is white and yellow; skin keeps its own."""
    theme.wear("high_contrast")

    assert (face._furious, face._tense) == (QColor(LIGHT.furious), QColor(LIGHT.tense))


def test_a_portrait_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    """At 200 % text it is twice as large, and drawn anew rather than stretched."""
    picture = Portrait("Ellen Marsh", 44)
    qtbot.addWidget(picture)
    picture.show()
    before = picture.width()
    picture.grab()
    theme.scale_text(2.0)
    qtbot.wait(1)
    picture.resize(picture.minimumSize())
    picture.grab()

    assert picture.width() == 2 * before
    assert picture._picture.width() == round(picture.width() * picture.devicePixelRatioF())


def _ring(face: Face) -> set[str]:
    """Return the colours in the middle of the ring, all round it."""
    picture = face.grab().toImage()
    middle, radius = picture.width() / 2, picture.width() / 2 - 2
    points = [(middle + radius * x, middle + radius * y) for x, y in _ROUND]
    return {picture.pixelColor(int(x), int(y)).name() for x, y in points}


_ROUND = [(0.0, -1.0), (0.0, 0.99), (-1.0, 0.0), (0.99, 0.0), (0.6, 0.8), (-0.6, 0.8), (0.8, -0.6)]
