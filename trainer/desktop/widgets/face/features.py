"""What a face can do, as a handful of figures."""

from dataclasses import dataclass, fields

__all__ = ["Features", "blend"]


@dataclass(frozen=True, slots=True)
class Features:
    """How a face is held.

    Attributes:
        brow_angle: -1 for inner ends up (sorrow), 1 for inner ends down (anger).
        brow_height: -1 for low on the eyes, 1 for high.
        furrow: Lines between the brows, 0 to 1.
        lids: How far the upper lids are open: 0 shut, 1 as at rest, 1.2 staring.
        squint: How far the lower lids are drawn up, 0 to 1.
        gaze_x: -1 for far left, as the viewer sees it, 1 for far right.
        gaze_y: -1 for up, 1 for down.
        mouth_width: -1 for pursed, 1 for stretched.
        mouth_open: 0 for shut, 1 for as wide as in a shout.
        corner: -1 for corners of the mouth down, 1 for up.
        press: How hard the lips are pressed together, 0 to 1.
        teeth: How square the open mouth is, and how much of the teeth it shows, 0 to 1.
        jaw: How far the jaw is pushed forward and set, 0 to 1.
        sneer: How far nostrils and the folds beside them are drawn up, 0 to 1.
        flush: How red the cheeks are, 0 to 1.
        tilt: How far the head leans to a shoulder, in degrees.
        turn: How far the head is turned, -1 for left as the viewer sees it, 1 for right.
        nod: How far the head is lowered, -1 for raised, 1 for lowered.
        shoulders: How far the shoulders are drawn up, 0 to 1.
    """

    brow_angle: float = 0.0
    brow_height: float = 0.0
    furrow: float = 0.0
    lids: float = 1.0
    squint: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    mouth_width: float = 0.0
    mouth_open: float = 0.0
    corner: float = 0.0
    press: float = 0.0
    teeth: float = 0.0
    jaw: float = 0.0
    sneer: float = 0.0
    flush: float = 0.0
    tilt: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    shoulders: float = 0.0


def blend(one: Features, other: Features, share: float) -> Features:
    """Return what lies between the two: 0 is the one, 1 the other."""
    return Features(
        **{name: _between(getattr(one, name), getattr(other, name), share) for name in _NAMES}
    )


_NAMES = tuple(field.name for field in fields(Features))


def _between(one: float, other: float, share: float) -> float:
    return one + (other - one) * share
