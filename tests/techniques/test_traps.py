"""Lines that trap, each with its right answer."""

import pytest

from tests.support.traps import TRAPS
from trainer.techniques.detector import Detector


@pytest.mark.parametrize(("reply", "expected"), TRAPS.items())
def test_trap(detector: Detector, reply: str, expected: list[str]) -> None:
    """A line that traps crude patterns gets its right answer."""
    heard = [technique.id.value for technique in detector.detect(reply.split())]

    assert sorted(set(heard)) == expected
