"""The strip of the last twenty seconds, as it is painted."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.words import Span
from trainer.desktop.theme import Theme
from trainer.desktop.tokens import LIGHT, Size
from trainer.desktop.widgets.strip import SHOWN_MS, Strip

LOUD, QUIET = -10.0, -90.0


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> Strip:
    """Return a strip that is shown, a pixel for 25 ms."""
    assert isinstance(theme, Theme)
    strip = Strip("The last 20 seconds")
    qtbot.addWidget(strip)
    strip.resize(802, Size.STRIP)
    with qtbot.waitExposed(strip):
        strip.show()
    strip._frames.stop()
    return strip


def painted(strip: Strip, colour: str) -> list[tuple[int, int]]:
    """Return where that colour is to be seen."""
    image = strip.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(colour).rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == wanted
    ]


def speak(strip: Strip, from_ms: int, until_ms: int, you_db: float, customer_db: float) -> None:
    """Let somebody speak."""
    for at_ms in range(from_ms + 100, until_ms + 1, 100):
        strip.hear(at_ms, you_db, customer_db)


def test_each_speaks_in_a_lane_of_their_own(strip: Strip) -> None:
    """The customer above in their colour, you below in yours, now on the right."""
    speak(strip, 0, 2_000, QUIET, LOUD)
    speak(strip, 2_000, 4_000, LOUD, QUIET)

    above, below = painted(strip, LIGHT.customer), painted(strip, LIGHT.you)

    assert max(y for _, y in above) < Size.STRIP / 2 < min(y for _, y in below)
    assert max(x for x, _ in above) <= min(x for x, _ in below)
    assert strip.drawn == "." * 16 + "CCYY"


def test_what_is_old_leaves_at_the_left(strip: Strip) -> None:
    """After twenty seconds nothing of it is left."""
    speak(strip, 0, 1_000, QUIET, LOUD)
    assert painted(strip, LIGHT.customer)

    speak(strip, 1_000, 1_200 + SHOWN_MS, QUIET, QUIET)

    assert painted(strip, LIGHT.customer) == []
    assert strip.drawn == "." * 20


def test_a_quiet_room_draws_nothing(strip: Strip) -> None:
    """Noise is not speech."""
    speak(strip, 0, 2_000, -55.0, -60.0)

    assert painted(strip, LIGHT.you) == painted(strip, LIGHT.customer) == []


@pytest.mark.parametrize(
    ("kind", "colour", "across_px"),
    [
        (OverlapKind.INTERRUPTION, LIGHT.look, range(8, 20)),
        (OverlapKind.BACKCHANNEL, LIGHT.good, range(8)),
        (OverlapKind.TALKED_OVER, LIGHT.customer, range(8)),
    ],
)
def test_overlaps_differ_in_shape_and_colour(
    strip: Strip, kind: OverlapKind, colour: str, across_px: range
) -> None:
    """A full diamond, a ring, an empty diamond, between the lanes."""
    strip.hear(10_000, QUIET, QUIET)
    strip.mark(Overlap(4_800, 5_200, kind))

    spots = painted(strip, colour)
    middle = Size.STRIP // 2
    across = [x for x, y in spots if y == middle]

    assert spots
    assert len(across) in across_px


def test_the_end_of_a_line_is_not_marked(strip: Strip) -> None:
    """People end each other's lines all the time."""
    strip.hear(10_000, QUIET, QUIET)
    before = strip.grab().toImage()

    strip.mark(Overlap(9_000, 9_300, OverlapKind.END_OVERLAP))

    assert strip.grab().toImage() == before
    assert strip.marks == ()


def test_what_was_typed_is_an_empty_bar_below(strip: Strip) -> None:
    """It had no sound."""
    strip.hear(10_000, QUIET, QUIET)
    strip.write(Span(4_000, 8_000))

    spots = painted(strip, LIGHT.you)

    assert spots
    assert min(y for _, y in spots) > Size.STRIP / 2


def test_it_moves_by_itself_while_it_is_seen(qtbot: QtBot, strip: Strip) -> None:
    """Between two words from audio time it is drawn anew many times, and rests when hidden."""
    speak(strip, 0, 2_000, QUIET, LOUD)
    strip._frames.start()
    at_first = min(painted(strip, LIGHT.customer))

    qtbot.waitUntil(lambda: min(painted(strip, LIGHT.customer)) < at_first)
    strip.hide()
    assert not strip._frames.isActive()


def test_with_less_motion_it_steps_once_a_second(strip: Strip, theme: Theme) -> None:
    """Nothing glides for who asked for that."""
    theme.move("reduced")
    speak(strip, 0, 2_000, QUIET, LOUD)
    before = painted(strip, LIGHT.customer)

    speak(strip, 2_000, 2_400, QUIET, QUIET)

    assert strip._now_ms() == 2_000
    assert painted(strip, LIGHT.customer) == before
