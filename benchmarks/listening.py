"""How well the engine knows who spoke when: conversations made by machine, with the truth known.

A trainee who follows a script hears the customer's line and speaks into a room with the
loudspeaker's echo in it, in a closed loop with the offline engine. Figures whose name tells no
loudness are pooled over all of them. Seeds up to 99 are for tuning, from 100 on for reporting.
"""

from collections.abc import Mapping

from benchmarks.figures import Figures, run, say
from benchmarks.levels import (
    FIRST_REPORTING_SEED,
    about_of,
    figures_of,
    jobs,
    play_all,
)


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Play every dialogue of the seed."""
    say(f"{len(jobs(seed))} dialogues in two processes ...")
    played = play_all(jobs(seed))
    return figures_of(played), about_of(played, seed)


if __name__ == "__main__":
    run("listening", measure, seed=FIRST_REPORTING_SEED)
