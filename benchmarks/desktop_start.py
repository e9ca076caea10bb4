"""How soon the window can be used."""

from collections.abc import Mapping

from benchmarks.figures import Figures, percentile
from benchmarks.starts import warm_starts

__all__ = ["measure"]


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Start the window a few times."""
    del seed
    taken = [one.taken_ms for one in warm_starts()]
    return {"window_ready_p50_ms": percentile(taken, 50)}, {"starts": len(taken)}
