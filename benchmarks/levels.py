"""Plays the dialogues of every loudness, and those of the ablations, in two processes."""

import multiprocessing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from time import perf_counter

from benchmarks.calls import Switches, play
from benchmarks.dialogues import make_dialogue
from benchmarks.figures import percentile, say
from benchmarks.matching import Findings, find, pooled
from trainer import resources
from trainer.speech.vosk_ears import VoskModel

__all__ = [
    "FIRST_REPORTING_SEED",
    "RATIOS_DB",
    "Job",
    "Played",
    "about_of",
    "figures_of",
    "jobs",
    "latencies_of",
    "level_name",
    "play_all",
    "play_one",
    "seeds_of",
    "tiny_model",
]

FIRST_REPORTING_SEED = 100
PROCESSES = 2
DIALOGUES = 9
SILENCE_ONLY_DIALOGUES = 5
RATIOS_DB = (-6.0, 0.0, 6.0, 12.0)
WITHOUT_CANCELLER = "0 dB without canceller"
SILENCE_ONLY = "12 dB, turns ended by silence only"


@dataclass(frozen=True, slots=True)
class Job:
    """One dialogue to be played, and under which name its findings are pooled."""

    name: str
    seed: int
    number: int
    ratio_db: float | None
    switches: Switches = Switches()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class Played:
    """What was found in each dialogue, by the name of the job, and how long it all took."""

    dialogues: Mapping[str, Sequence[Findings]]
    taken_s: float

    @property
    def findings(self) -> dict[str, Findings]:
        """The dialogues of each name pooled."""
        return {name: pooled(many) for name, many in self.dialogues.items()}

    @property
    def all_levels(self) -> Findings:
        """Every loudness pooled, ablations left out."""
        return pooled(self.findings[level_name(ratio_db)] for ratio_db in RATIOS_DB)


def level_name(ratio_db: float) -> str:
    """Return how a loudness is called in the report."""
    return f"{ratio_db:g} dB"


def jobs(seed: int, dialogues: int = DIALOGUES) -> tuple[Job, ...]:
    """Return everything that is to be played; an ablation has the dialogues of its loudness."""
    levels = [
        Job(level_name(ratio_db), seed, number, ratio_db)
        for ratio_db in RATIOS_DB
        for number in range(dialogues)
    ]
    without = [
        Job(WITHOUT_CANCELLER, seed, number, 0.0, Switches(canceller=False))
        for number in range(dialogues)
    ]
    silence_only = [
        Job(SILENCE_ONLY, seed, number, 12.0, Switches(adaptive=False))
        for number in range(min(dialogues, SILENCE_ONLY_DIALOGUES))
    ]
    return (*levels, *without, *silence_only)


def play_all(wanted: Sequence[Job]) -> Played:
    """Play them in two processes."""
    begun_s = perf_counter()
    found: dict[str, list[Findings]] = {job.name: [] for job in wanted}
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        for done, (job, findings) in enumerate(
            zip(wanted, pool.imap(play_one, wanted), strict=True), start=1
        ):
            found[job.name].append(findings)
            if done % 6 == 0:
                say(f"{done} of {len(wanted)}")
    return Played(found, perf_counter() - begun_s)


def play_one(job: Job) -> Findings:
    """Make a dialogue, play it, and hold the engine against the truth."""
    dialogue = make_dialogue(job.seed, job.number, job.ratio_db)
    return find(play(dialogue, job.switches, tiny_model()))


@cache
def tiny_model() -> VoskModel:
    """Load the model, once a process."""
    return VoskModel(resources.asset("demo/vosk-model-tiny-synthetic-en"))


def figures_of(played: Played) -> dict[str, float | None]:
    """Return the figures that the benchmark is known for."""
    whole = played.all_levels
    level, quiet = played.findings[level_name(0.0)], played.findings[level_name(-6.0)]
    return {
        "interruption_recall_0db": level.recall,
        "interruption_precision_0db": level.precision,
        "interruption_recall_m6db": quiet.recall,
        "interruption_precision_m6db": quiet.precision,
        "false_per_minute": whole.false_per_minute,
        "precision_without_canceller": played.findings[WITHOUT_CANCELLER].precision,
        "benign_overlaps_counted": whole.benign_share,
        **latencies_of(whole),
        "false_cutoffs": whole.cutoff_share,
        "gate_echo_rtf": whole.front_s * 1000 / whole.audio_ms,
        "call_cpu": whole.handling_s * 1000 / whole.audio_ms,
    }


def latencies_of(found: Findings) -> dict[str, float | None]:
    """Return how long everything took."""
    return {
        **_spread("barge_in", found.barge_ins_ms, 50, 95),
        **_spread("hush", found.hushes_ms, 95),
        **_spread("onset_error", [abs(one) for one in found.onset_errors_ms], 95),
        **_spread("turn_end", found.turn_ends_ms, 50, 95),
    }


def about_of(played: Played, seed: int) -> dict[str, object]:
    """Return what a reader should know of the figures."""
    silence_only = played.findings[SILENCE_ONLY]
    adaptive = pooled(played.dialogues[level_name(12.0)][: silence_only.calls])
    return {
        "seeds": seeds_of(seed),
        "recogniser": "vosk-model-tiny-synthetic-en, which stands for a small model",
        "pooled": "figures whose name tells no loudness are over -6, 0, 6 and 12 dB",
        "turn_ends_of_the_same_dialogues": {
            "replies": silence_only.replies,
            "engine": adaptive.summary()["turn_end_ms"],
            "engine_cutoffs": round(adaptive.cutoff_share, 3),
            "silence_only_900_ms": silence_only.summary()["turn_end_ms"],
            "silence_only_cutoffs": round(silence_only.cutoff_share, 3),
        },
        "by_level": {name: one.summary() for name, one in played.findings.items()},
        "seconds": round(played.taken_s),
    }


def seeds_of(seed: int) -> str:
    """Say whether a seed is one for tuning or one for reporting."""
    return "reporting" if seed >= FIRST_REPORTING_SEED else "tuning"


def _spread(name: str, values: Sequence[float], *percents: int) -> dict[str, float | None]:
    """Return percentiles under their names."""
    return {
        f"{name}_p{percent}_ms": percentile(values, percent) if values else None
        for percent in percents
    }
