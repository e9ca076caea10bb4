"""An hour of rehearsals in one process: does its memory grow?

The conversations are those of the listening benchmark, one after the other through the offline
engine, as fast as it goes; ``--minutes`` is audio time. What the first two add is the models.
"""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.calls import Switches, play
from benchmarks.dialogues import make_dialogue
from benchmarks.figures import Figures, run, say
from benchmarks.levels import RATIOS_DB, tiny_model

WARM_UP = 2
PAGE_MB = 4096 / 1e6


def measure(seed: int, minutes: float) -> tuple[Figures, Mapping[str, object]]:
    """Rehearse for so many minutes of audio time."""
    for number in range(WARM_UP):
        _rehearse(seed, number)
    before_mb = most_mb = rss_mb()
    done_ms, number = 0, WARM_UP
    course: list[float] = []
    while done_ms < minutes * 60_000:
        done_ms += _rehearse(seed, number)
        number += 1
        course.append(round(rss_mb(), 1))
        most_mb = max(most_mb, course[-1])
        say(f"{done_ms / 60_000:.1f} minutes: {course[-1]:.0f} MB")
    figures = {
        "rss_before_mb": before_mb,
        "rss_after_mb": course[-1],
        "rss_most_mb": most_mb,
        "growth_mb": course[-1] - before_mb,
        "minutes": done_ms / 60_000,
    }
    return figures, {"rehearsals": number - WARM_UP, "course_mb": course}


def _rehearse(seed: int, number: int) -> int:
    """Play one dialogue; return how long it was, in ms."""
    dialogue = make_dialogue(seed, number, RATIOS_DB[number % len(RATIOS_DB)])
    return play(dialogue, Switches(), tiny_model()).timeline.duration_ms


def rss_mb() -> float:
    """Return this process's resident memory (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_MB


if __name__ == "__main__":
    run("soak", measure, minutes=60.0)
