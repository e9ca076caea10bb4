"""What the window is measured with: parts that are put together, and replies in real time."""

import numpy as np
import pytest

from benchmarks import desktop
from benchmarks.desktop_call import SpokenLine
from trainer.audio.captures import Capture, Played
from trainer.conversation.blocks import BLOCK_SAMPLES


def test_every_part_brings_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is given the seed."""
    parts = {
        "one": lambda seed: ({"one_ms": float(seed)}, {"runs": 3}),
        "two": lambda seed: ({"two_ms": seed * 2.0}, {}),
    }
    monkeypatch.setattr(desktop, "PARTS", parts)

    assert desktop.measure(7) == ({"one_ms": 7.0, "two_ms": 14.0}, {"runs": 3})


def test_a_reply_is_spoken_into_the_line_block_by_block() -> None:
    """After its last whole block the line is silent again."""
    line = SpokenLine()
    line.speak(np.full(2 * BLOCK_SAMPLES + 5, 0.5, dtype=np.float32))

    heard = [
        float(np.max(block.heard))
        for number in range(4)
        for block in line.blocks(_capture(line, number))
    ]

    assert heard == [0.5, 0.5, 0.0, 0.0]


def _capture(line: SpokenLine, number: int) -> Capture:
    played = Played(number * BLOCK_SAMPLES, np.zeros(BLOCK_SAMPLES, dtype=np.float32))
    return Capture(line._opening, None, played)
