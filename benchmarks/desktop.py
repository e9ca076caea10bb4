"""How the window feels: its start, a call, and whatever other pages bring; a file a part.

A part takes the seed and returns its figures and what else a reader should know. Goals: a usable
window within 1,500 ms (median, warm), frames of a call no more than 33 ms apart (99 of 100).
"""

from collections.abc import Callable, Mapping, Sequence

from benchmarks import desktop_call, desktop_start
from benchmarks.figures import Figures, run, say

__all__ = ["PARTS", "measure"]

Part = Callable[[int], tuple[Figures, Mapping[str, object]]]

PARTS: Sequence[Part] = (desktop_start.measure, desktop_call.measure)


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Measure every part."""
    figures: dict[str, float | None] = {}
    about: dict[str, object] = {}
    for part in PARTS:
        say(f"{part.__module__.removeprefix('benchmarks.')} …")
        of_part, about_part = part(seed)
        figures.update(of_part)
        about.update(about_part)
    return figures, about


if __name__ == "__main__":
    run("desktop", measure)
