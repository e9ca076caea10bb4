"""What a pressure looks like, and the word for it."""

from enum import Enum
from itertools import pairwise

from trainer.desktop.widgets.face.features import Features, blend

__all__ = ["Mood", "features_at", "mood_at"]

FULL = 100


class Mood(Enum):
    """How a pressure is called."""

    AT_EASE = "at ease"
    CALM = "calm"
    TENSE = "tense"
    ANGRY = "angry"
    FURIOUS = "furious"


_UNTIL = ((15, Mood.AT_EASE), (35, Mood.CALM), (60, Mood.TENSE), (82, Mood.ANGRY))
_HELD = (
    (
        0,
        Features(
            brow_angle=-0.14,
            brow_height=0.25,
            lids=0.92,
            squint=0.35,
            corner=0.85,
            mouth_width=0.35,
            tilt=-3.0,
            nod=-0.1,
        ),
    ),
    (
        25,
        Features(brow_angle=-0.12, brow_height=0.1, lids=0.95, squint=0.1, corner=0.28, tilt=-2.0),
    ),
    (
        50,
        Features(
            brow_angle=0.36,
            brow_height=-0.25,
            furrow=0.55,
            lids=0.96,
            squint=0.32,
            corner=-0.25,
            mouth_width=-0.12,
            press=0.6,
            jaw=0.25,
            sneer=0.1,
            flush=0.12,
            nod=0.08,
            shoulders=0.25,
        ),
    ),
    (
        75,
        Features(
            brow_angle=0.76,
            brow_height=-0.55,
            furrow=0.85,
            lids=1.04,
            squint=0.48,
            corner=-0.62,
            mouth_width=0.12,
            press=0.7,
            teeth=0.5,
            jaw=0.65,
            sneer=0.55,
            flush=0.55,
            tilt=1.5,
            nod=0.3,
            shoulders=0.6,
        ),
    ),
    (
        FULL,
        Features(
            brow_angle=1.0,
            brow_height=-0.8,
            furrow=1.0,
            lids=1.2,
            squint=0.5,
            corner=-0.95,
            mouth_width=0.5,
            mouth_open=0.4,
            teeth=1.0,
            jaw=1.0,
            sneer=1.0,
            flush=1.0,
            tilt=3.0,
            nod=0.5,
            shoulders=1.0,
        ),
    ),
)


def mood_at(pressure: float) -> Mood:
    """Return the word's meaning for a pressure, 0 to 100."""
    return next((mood for until, mood in _UNTIL if pressure < until), Mood.FURIOUS)


def features_at(pressure: float) -> Features:
    """Return how a face is held at a pressure, 0 to 100."""
    held = min(max(pressure, 0), FULL)
    stops = next(pair for pair in pairwise(_HELD) if held <= pair[1][0])
    (low, one), (high, other) = stops
    return blend(one, other, (held - low) / (high - low))
