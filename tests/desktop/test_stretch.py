"""Which stretch of a call is shown."""

import pytest

from trainer.conversation.words import Span
from trainer.desktop.widgets.stretch import CLOSEST_MS, STEP, Stretch

WHOLE = Stretch.whole(60_000)
PART = Stretch(60_000, 20_000, 10_000)


@pytest.mark.parametrize(("from_ms", "begins"), [(-5_000, 0), (30_000, 30_000), (58_000, 50_000)])
def test_panning_ends_at_the_ends(from_ms: float, begins: float) -> None:
    """What is shown stays as long as it is."""
    panned = PART.panned(from_ms)

    assert (panned.from_ms, panned.span_ms) == (begins, 10_000)


@pytest.mark.parametrize(
    ("span", "begins"),
    [
        (Span(21_000, 29_000), 20_000),
        (Span(40_000, 41_000), 37_500),
        (Span(0, 1_000), 0),
        (Span(25_000, 45_000), 22_500),
    ],
)
def test_a_span_is_revealed_only_if_that_is_needed(span: Span, begins: float) -> None:
    """It comes in at a quarter of the width."""
    assert PART.revealing(span).from_ms == begins


def test_zooming_keeps_a_moment_where_it_is() -> None:
    """One in sight keeps its place, another comes to the middle."""
    closer = PART.zoomed(22_000, closer=True)
    elsewhere = PART.zoomed(50_000, closer=True)

    assert (22_000 - closer.from_ms) / closer.span_ms == pytest.approx(0.2)
    assert elsewhere.from_ms + elsewhere.span_ms / 2 == pytest.approx(50_000)
    assert closer.span_ms == pytest.approx(10_000 / STEP)


def test_zooming_ends_close_by_and_far_away() -> None:
    """Never closer than the closest, never more than there is; a short call is shown whole."""
    near, far = WHOLE, PART
    for _ in range(20):
        near, far = near.zoomed(30_000, closer=True), far.zoomed(25_000, closer=False)

    assert near.span_ms == CLOSEST_MS
    assert far == WHOLE
    assert Stretch.whole(900).zoomed(100, closer=True) == Stretch.whole(900)
    assert Stretch.whole(0).span == Span(0, 1)
