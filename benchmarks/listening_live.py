"""The same conversations in real time, over the virtual sound card: a dozen by default.

With ``--minutes N`` more of them follow for N minutes while another process keeps a core busy, to
count what the sound card loses then.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count, takewhile
from pathlib import Path
from time import monotonic

from benchmarks.dialogues import make_dialogue
from benchmarks.figures import Figures, run, say
from benchmarks.levels import FIRST_REPORTING_SEED, latencies_of, seeds_of, tiny_model
from benchmarks.matching import find, pooled
from benchmarks.real_time import InRealTime, play_in_real_time
from tests.support.soundcard import SoundCard, virtual_soundcard

RATIOS_DB = (0.0, 6.0, 12.0, -6.0)


def measure(seed: int, dialogues: int, minutes: float) -> tuple[Figures, Mapping[str, object]]:
    """Play them one after the other."""
    with virtual_soundcard() as card, tempfile.TemporaryDirectory() as folder:
        calm = [_play(card, seed, number, Path(folder)) for number in range(dialogues)]
        with _busy_core(minutes):
            latest_s = monotonic() + minutes * 60
            numbers = takewhile(lambda _: monotonic() < latest_s, count(dialogues))
            busy = [_play(card, seed, number, Path(folder)) for number in numbers]
    whole = pooled(find(one.call) for one in calm)
    figures: dict[str, float | None] = {
        "interruption_recall": whole.recall,
        "interruption_precision": whole.precision,
        "false_per_minute": whole.false_per_minute,
        "benign_overlaps_counted": whole.benign_share,
        **latencies_of(whole),
        "false_cutoffs": whole.cutoff_share,
        **_lost("", calm),
        **(_lost("busy_", busy) if busy else {}),
    }
    return figures, {
        "seeds": seeds_of(seed),
        "dialogues": len(calm),
        "busy_dialogues": len(busy),
        "all": whole.summary(),
    }


def _play(card: SoundCard, seed: int, number: int, folder: Path) -> InRealTime:
    ratio_db = RATIOS_DB[number % len(RATIOS_DB)]
    say(f"dialogue {number + 1}, trainee {ratio_db:g} dB over the echo ...")
    dialogue = make_dialogue(seed, number, ratio_db)
    return play_in_real_time(dialogue, card, tiny_model(), folder)


def _lost(name: str, played: list[InRealTime]) -> dict[str, float]:
    """Return what the sound card lost, and over how long."""
    return {
        f"{name}xruns": sum(one.xruns for one in played),
        f"{name}dropped_blocks": sum(one.dropped_blocks for one in played),
        f"{name}minutes": sum(one.call.timeline.duration_ms for one in played) / 60_000,
    }


@contextmanager
def _busy_core(minutes: float) -> Iterator[None]:
    """Keep one core busy meanwhile."""
    if not minutes:
        yield
        return
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            yield
        finally:
            busy.kill()


if __name__ == "__main__":
    run("listening-live", measure, seed=FIRST_REPORTING_SEED, dialogues=12, minutes=0.0)
