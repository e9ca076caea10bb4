"""How fast the whole road is: each part's real-time factor, the start, the reply gap, memory.

Factors are processing time over length of sound, medians of five runs on the bundled synthetic
replies; the reply gap is measured in the recording of a live rehearsal over the virtual sound card.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.figures import percentile, run, say
from benchmarks.live import reply_gaps
from benchmarks.starts import warm_starts
from trainer import resources
from trainer.app import Program
from trainer.audio.gate import SpeechGate
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    SAMPLE_RATE,
    Block,
    Samples,
    silence,
)
from trainer.conversation.timeline import Listening
from trainer.rehearsal.deaf import DeafEars
from trainer.rehearsal.offline import RecordedReplies, rehearse
from trainer.speech.ears import Ears, choose_ears

RUNS = 5
HOME = Path(__file__).parents[1]
REPLIES = sorted(resources.asset("demo/replies").glob("*.flac"))
TINY = str(resources.asset("demo/vosk-model-tiny-synthetic-en"))


def measure(seed: int) -> tuple[Mapping[str, float], Mapping[str, object]]:
    """Measure everything once; `seed` chooses the customer's words."""
    replies = [to_16k(*read_sound(path)) for path in REPLIES]
    speech = np.concatenate(replies)
    say("gate, pipeline and recognisers …")
    figures = {
        "gate_rtf": _factor(lambda: _gate(speech), speech),
        "pipeline_rtf": _pipeline(replies, seed),
    }
    for name, wanted in (("vosk_tiny", TINY), ("pocketsphinx", "pocketsphinx")):
        ears = choose_ears(Path("no-models"), wanted)
        figures[f"{name}_rtf"] = _factor(partial(_recognise, ears, replies), speech)
        figures[f"{name}_rss_mb"] = _rss_mb(wanted)
    say("starts …")
    starts = warm_starts()
    figures["window_ready_p50_ms"] = percentile([one.taken_ms for one in starts], 50)
    figures["window_ready_max_ms"] = max(one.taken_ms for one in starts)
    figures["window_rss_mb"] = median(one.rss_mb for one in starts)
    say("a live rehearsal over the virtual sound card …")
    gaps = reply_gaps(seed)
    figures["reply_gap_p50_ms"] = percentile(gaps, 50)
    figures["reply_gap_p95_ms"] = percentile(gaps, 95)
    return figures, {"replies": len(gaps), "runs": RUNS, "starts": len(starts)}


def _factor(work: Callable[[], None], speech: Samples) -> float:
    work()
    taken = []
    for _ in range(RUNS):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return median(taken) / (len(speech) / SAMPLE_RATE)


def _blocks(speech: Samples) -> Iterator[Block]:
    for number in range(len(speech) // BLOCK_SAMPLES):
        heard = speech[number * BLOCK_SAMPLES : (number + 1) * BLOCK_SAMPLES]
        yield Block(number * BLOCK_MS, heard, silence())


def _gate(speech: Samples) -> None:
    gate = SpeechGate()
    for block in _blocks(speech):
        gate.hear(block)


def _pipeline(replies: list[Samples], seed: int) -> float:
    """Return the factor of the whole engine but recognition: a rehearsal with deaf ears."""
    program = Program()
    scenario = program.library.scenario("lost-parcel")
    plan = program.plan(scenario, seed, Listening("deaf"))
    voices = (program.silent_voice, program.silent_voice)
    factors = []
    for _ in range(RUNS):
        begun = perf_counter()
        timeline = rehearse(plan, RecordedReplies(replies, SpeechGate(), DeafEars), voices)
        factors.append((perf_counter() - begun) * 1000 / timeline.duration_ms)
    return median(factors)


def _recognise(ears: Ears, replies: list[Samples]) -> None:
    for reply in replies:
        recogniser = ears.recogniser()
        for block in _blocks(reply):
            recogniser.hear(block.heard)
        recogniser.finish()


def _rss_mb(wanted: str) -> float:
    """Return what loading a recogniser and opening it adds to a process of its own."""
    program = (
        "import sys; from pathlib import Path; from trainer.speech.ears import choose_ears\n"
        "def rss(): return int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6\n"
        "before = rss(); ears = choose_ears(Path('no-models'), sys.argv[1])\n"
        "ears.recogniser().hear(__import__('numpy').zeros(320, 'float32')); print(rss() - before)"
    )
    command = [sys.executable, "-c", program, wanted]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HOME)
    return float(done.stdout)


if __name__ == "__main__":
    run("overview", measure)
