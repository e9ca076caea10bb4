"""Audio time as it is drawn: even, never backwards, and never ahead of what is known for long."""

from itertools import pairwise
from random import Random

import pytest

from trainer.desktop.widgets.motion import AHEAD_MS, Glide


def test_uneven_events_make_an_even_motion() -> None:
    """Events that come up to 60 ms late are drawn at the screen's own pace."""
    jitter, glide = Random(1), Glide()
    events = sorted((at_ms + jitter.randint(0, 60), at_ms) for at_ms in range(0, 5_000, 100))
    drawn = []
    for clock_ms in range(0, 5_000, 16):
        while events and events[0][0] <= clock_ms:
            arrived_ms, at_ms = events.pop(0)
            glide.hear(at_ms, arrived_ms)
        drawn.append(glide.now(clock_ms))

    steps = [after - before for before, after in pairwise(drawn[20:])]
    assert min(steps) >= 0
    assert max(steps) <= 26
    assert drawn[-1] == pytest.approx(5_000, abs=80)


def test_it_waits_where_no_event_comes() -> None:
    """A pause stops the strip, and it goes on without a jump."""
    glide = Glide()
    glide.hear(1_000, 0)

    assert glide.now(100) == 1_100
    assert glide.now(60_000) == 1_000 + AHEAD_MS
    glide.hear(1_100, 60_100)
    assert glide.now(60_110) == pytest.approx(1_000 + AHEAD_MS, abs=30)


def test_it_jumps_where_the_two_are_far_apart() -> None:
    """As after a computer that slept."""
    glide = Glide()
    glide.hear(1_000, 0)

    glide.hear(9_000, 100)

    assert glide.now(100) == 9_000
