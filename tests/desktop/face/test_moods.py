from itertools import pairwise

import pytest

from trainer.desktop.widgets.face.features import Features, blend
from trainer.desktop.widgets.face.moods import Mood, features_at, mood_at

RISING = ("brow_angle", "furrow", "sneer", "flush", "jaw", "nod", "shoulders")
FALLING = ("brow_height", "corner")


def test_every_pressure_has_its_word() -> None:
    """From at ease to furious, each word in its place, none twice."""
    words = [mood_at(pressure) for pressure in range(101)]
    changes = [
        (at, after.value)
        for at, (before, after) in enumerate(pairwise(words), 1)
        if before is not after
    ]

    assert words[0] is Mood.AT_EASE
    assert changes == [(15, "calm"), (35, "tense"), (60, "angry"), (82, "furious")]


@pytest.mark.parametrize("name", RISING)
def test_what_anger_draws_up_never_falls_as_pressure_rises(name: str) -> None:
    """Brows, furrow, nose, flush, jaw and shoulders only grow angrier."""
    course = [getattr(features_at(pressure), name) for pressure in range(101)]

    assert course == sorted(course)
    assert course[-1] > course[0] + 0.5


@pytest.mark.parametrize("name", FALLING)
def test_what_anger_draws_down_never_rises(name: str) -> None:
    """Brows come down on the eyes, and the corners of the mouth go down."""
    course = [-getattr(features_at(pressure), name) for pressure in range(101)]

    assert course[25:] == sorted(course[25:])
    assert course[-1] > course[0] + 0.5


def test_no_step_of_pressure_makes_the_face_jump() -> None:
    """One point of pressure moves no feature by more than a twentieth of its range."""
    course = [features_at(pressure) for pressure in range(101)]
    jumps = {
        name: max(abs(getattr(a, name) - getattr(b, name)) for a, b in pairwise(course))
        for name in Features.__slots__
        if name != "tilt"  # in degrees
    }

    assert max(jumps.values()) < 0.05, jumps
    assert max(abs(a.tilt - b.tilt) for a, b in pairwise(course)) < 0.5


def test_pressures_out_of_range_look_like_the_nearest() -> None:
    """Nobody is calmer than 0 or angrier than 100."""
    assert features_at(-5) == features_at(0)
    assert features_at(130) == features_at(100)


def test_a_blend_lies_between_the_two() -> None:
    """Its ends are the faces themselves, its middle is half of each."""
    one, other = Features(corner=-1.0, flush=0.2), Features(corner=1.0, flush=0.6)

    assert blend(one, other, 0) == one
    assert blend(one, other, 1) == other
    assert blend(one, other, 0.5).corner == 0
    assert blend(one, other, 0.5).flush == pytest.approx(0.4)
