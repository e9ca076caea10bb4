"""What every benchmark shares: its arguments, and how figures are printed."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles

__all__ = ["percentile", "run", "say"]

Measure = Callable[[int], tuple[Mapping[str, float], Mapping[str, object]]]
"""Takes the seed; returns the figures and what else a reader should know."""


def run(name: str, measure: Measure) -> None:
    """Measure, and print the figures: JSON with ``--json``, a line each without."""
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    figures, about = measure(call.seed)
    rounded = {key: round(value, 4) for key, value in figures.items()}
    if call.json:
        print(json.dumps({"name": name, "figures": rounded, "seed": call.seed, **about}))
        return
    for key, value in rounded.items():
        print(f"{key:32} {value:g}")
    for key, fact in about.items():
        print(f"{key}: {fact}")


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile, by linear interpolation between the sorted values."""
    if len(values) < 2:
        return values[0]
    return median(values) if percent == 50 else quantiles(values, n=100, method="inclusive")[percent - 1]


def say(text: str) -> None:
    """Tell how far it is, on stderr."""
    print(text, file=sys.stderr, flush=True)
