"""What every benchmark shares: its arguments, and how figures are printed."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles

__all__ = ["Figures", "percentile", "run", "say"]

Figures = Mapping[str, float | None]
"""What was measured, by name; None where there was nothing to measure."""

Measure = Callable[..., tuple[Figures, Mapping[str, object]]]
"""Takes the seed and the benchmark's own options; returns the figures and what else a reader
should know."""


def run(name: str, measure: Measure, *, seed: int = 1, **options: float) -> None:
    """Measure, and print the figures: JSON with ``--json``, a line each without.

    Args:
        name: The benchmark's.
        measure: Measures.
        seed: The usual one.
        options: Numbers that the benchmark takes besides, with their usual values.
    """
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=seed)
    for option, usual in options.items():
        parser.add_argument(f"--{option}", type=type(usual), default=usual)
    call = parser.parse_args()
    figures, about = measure(call.seed, **{option: getattr(call, option) for option in options})
    rounded = {key: None if value is None else round(value, 4) for key, value in figures.items()}
    if call.json:
        print(json.dumps({"name": name, "figures": rounded, "seed": call.seed, **about}))
        return
    for key, value in rounded.items():
        print(f"{key:32} {'nothing to measure' if value is None else f'{value:g}'}")
    for key, fact in about.items():
        print(f"{key}: {fact}")


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile, by linear interpolation between the sorted values."""
    if len(values) < 2:
        return values[0]
    return (
        median(values)
        if percent == 50
        else quantiles(values, n=100, method="inclusive")[percent - 1]
    )


def say(text: str) -> None:
    """Tell how far it is, on stderr."""
    print(text, file=sys.stderr, flush=True)
