"""How the window feels: its start, a call, and whatever other pages bring; a file a part.

A part takes the seed and returns its figures and what else a reader should know. Goals: a usable
window within 1,500 ms (median, warm), frames of a call no more than 33 ms apart (99 of 100), the
review of 20 minutes and the studio with the longest scenario within 300 ms, no stall over 50 ms
while 10,000 rehearsals scroll.
"""

import os
from collections.abc import Callable, Mapping

from benchmarks import (
    desktop_call,
    desktop_review,
    desktop_start,
    desktop_studio,
    desktop_table,
)
from benchmarks.figures import Figures, run, say

__all__ = ["PARTS", "measure"]

Part = Callable[[int], tuple[Figures, Mapping[str, object]]]


def _table(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Scroll the table of rehearsals."""
    del seed
    return desktop_table.table_stalls(), {}


def _review(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Open the review of a long rehearsal."""
    return desktop_review.measure_review(seed)


def _studio(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Open and change the longest scenario."""
    return desktop_studio.measure_studio(seed)


PARTS: Mapping[str, Part] = {
    "start": desktop_start.measure,
    "call": desktop_call.measure,
    "review": _review,
    "table": _table,
    "studio": _studio,
}


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Measure every part."""
    figures: dict[str, float | None] = {}
    about: dict[str, object] = {}
    for name, part in PARTS.items():
        say(f"{name} …")
        of_part, about_part = part(seed)
        figures.update(of_part)
        about.update(about_part)
    return figures, about


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    run("desktop", measure)
