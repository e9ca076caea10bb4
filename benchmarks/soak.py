"""An hour of rehearsals in one process: does its memory grow?

The conversations are those of the listening benchmark, one after the other through the offline
engine, as fast as it goes; ``--minutes`` is audio time. What the first two add is the models.

The room and the other speaker are simulated in the same process, so what it holds is the program
and the simulation. No dialogue is kept and nothing is collected or trimmed before a reading; what
is read is therefore the most that the program alone can have grown by. ``heap_growth_mb`` is what
is in use of the heap: memory that leaks is in use, memory that lies in pieces is not.
"""

import ctypes
import gc
import resource
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.calls import Switches, play
from benchmarks.dialogues import make_dialogue
from benchmarks.figures import Figures, run, say
from benchmarks.levels import RATIOS_DB, tiny_model

WARM_UP = 2
PAGE_MB = resource.getpagesize() / 1e6
KIB_MB = 1024 / 1e6


@dataclass(frozen=True, slots=True)
class Reading:
    """What the process holds between two rehearsals.

    Attributes:
        rss_mb: Resident memory.
        heap_mb: What is in use of the heap; None where the C library doesn't tell.
        objects: How many Python objects the garbage collector knows.
    """

    rss_mb: float
    heap_mb: float | None
    objects: int


def measure(seed: int, minutes: float) -> tuple[Figures, Mapping[str, object]]:
    """Rehearse for so many minutes of audio time."""
    for number in range(WARM_UP):
        _rehearse(seed, number)
    before = read()
    done_ms, course = 0, [before]
    while done_ms < minutes * 60_000:
        done_ms += _rehearse(seed, WARM_UP + len(course) - 1)
        course.append(read())
        say(f"{done_ms / 60_000:.1f} minutes: {course[-1].rss_mb:.0f} MB")
    after = course[-1]
    figures = {
        "rss_before_mb": before.rss_mb,
        "rss_after_mb": after.rss_mb,
        "rss_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB_MB,
        "growth_mb": after.rss_mb - before.rss_mb,
        "most_growth_mb": max(one.rss_mb for one in course) - before.rss_mb,
        "heap_growth_mb": _difference(before.heap_mb, after.heap_mb),
        "more_objects": after.objects - before.objects,
        "minutes": done_ms / 60_000,
    }
    return figures, {
        "rehearsals": len(course) - 1,
        "course_mb": [round(one.rss_mb, 1) for one in course],
    }


def _rehearse(seed: int, number: int) -> int:
    """Play one dialogue; return how long it was, in ms."""
    dialogue = make_dialogue(seed, number, RATIOS_DB[number % len(RATIOS_DB)])
    return play(dialogue, Switches(), tiny_model()).timeline.duration_ms


def read() -> Reading:
    """Read what this process holds (Linux)."""
    rss_mb = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_MB
    return Reading(rss_mb, _heap_mb(), len(gc.get_objects()))


def _heap_mb() -> float | None:
    """Return what is in use of the C library's heap, of what it maps too (glibc 2.33 and later)."""
    mallinfo = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if mallinfo is None:
        return None
    mallinfo.restype = _MallInfo
    told = mallinfo()
    return float(told.uordblks + told.hblkhd) / 1e6


class _MallInfo(ctypes.Structure):
    """As mallinfo(3) has it."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


if __name__ == "__main__":
    run("soak", measure, minutes=60.0)
