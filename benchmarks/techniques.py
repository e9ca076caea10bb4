"""How well techniques are heard: see `benchmarks.technique_figures`."""

from collections.abc import Mapping

from benchmarks.figures import run
from benchmarks.technique_figures import (
    DEVELOPMENT,
    MEASURING,
    measure_spoken,
    measure_techniques,
    read_corpus,
)

__all__: list[str] = []


def measure(
    seed: int, development: int, spoken: int
) -> tuple[Mapping[str, float], Mapping[str, object]]:
    """Measure on the measuring part, or on the development part where `development` is 1.

    With `spoken`, that many replies are said by synthetic voices and heard by PocketSphinx besides.
    """
    parts = DEVELOPMENT if development else MEASURING
    figures = measure_techniques(seed, parts)
    own = {key: value for key, value in figures.items() if not key.startswith("f1_")}
    by_id = {key[3:]: round(value, 2) for key, value in figures.items() if key.startswith("f1_")}
    if spoken:
        own |= measure_spoken(seed, spoken, parts)
    replies = len(read_corpus(parts))
    return own, {"parts": list(parts), "replies": replies, "f1": by_id}


if __name__ == "__main__":
    run("techniques", measure, development=0, spoken=0)
