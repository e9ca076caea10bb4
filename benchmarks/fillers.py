"""How well fillers are counted by a recogniser that knows them, or estimated for one that doesn't.

Replies are those of `monologues`, with "um", "uh" or "er" in some of their pauses. One that knows
no fillers is the tiny model with its fillers taken out: voice without a word is left there.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import correlation, fmean

import numpy as np

from benchmarks.levels import tiny_model
from benchmarks.monologues import Monologue, blocks_of, make_monologues
from benchmarks.spoken import Speaker, spoken
from trainer.audio.gate import SpeechGate
from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples
from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import Entry, Listening, Reply, Timeline
from trainer.rating.pacing import measure_pacing
from trainer.rating.rubric import PacingRules
from trainer.rehearsal.recorded import ChannelListener, Heard, listen_to, timeline_of

__all__ = ["filler_figures"]

REPLIES = 20
FILLERS = ("um", "uh", "er")
SHARE = 0.6
"""Of the pauses that are long enough for a filler."""

AROUND_MS: Millis = 120
SLOW = 100
"""Words a minute at which they are drawn out, as people do."""

UNKNOWN = Listening("tiny", fillers_unrated="The recogniser knows no fillers.")


@dataclass(frozen=True, slots=True)
class _Counted:
    """Fillers in 100 words of a reply."""

    true: float
    found: float


def filler_figures(
    seed: int, rules: PacingRules, syllables: Callable[[str], int], known: Collection[str]
) -> dict[str, float | None]:
    """Return by how many in 100 words either way is off, and how it goes with the truth."""
    counted = list(_replies(seed, syllables))
    estimated = [(_unknown(timeline, known), true) for timeline, true in counted]
    figures: dict[str, float | None] = {}
    for way, heard in (("counted", counted), ("estimated", estimated)):
        pacings = [measure_pacing(timeline, rules, syllables, known) for timeline, _ in heard]
        figures |= _figures(
            way,
            [
                _Counted(true, pacing.fillers_per_100_words)
                for pacing, (_, true) in zip(pacings, heard, strict=True)
                if pacing.fillers_per_100_words is not None
            ],
        )
    return figures


def _figures(way: str, found: Sequence[_Counted]) -> dict[str, float | None]:
    return {
        f"fillers_{way}_error_per_100": fmean(abs(one.found - one.true) for one in found),
        f"fillers_{way}_r": correlation([one.found for one in found], [one.true for one in found]),
    }


def _replies(seed: int, syllables: Callable[[str], int]) -> Iterator[tuple[Timeline, float]]:
    """Yield each reply as it is heard, with its fillers in 100 words."""
    random = Random(seed)
    for one in make_monologues(seed, REPLIES, syllables):
        samples, count = _with_fillers(one, random)
        listener = ChannelListener(SpeechGate, tiny_model().recogniser)
        length_ms = listen_to(blocks_of(samples), listener)
        heard = timeline_of(Heard([]), listener.heard, length_ms, Listening("tiny"), OverlapRules())
        yield heard, 100 * count / (one.words + count)


def _with_fillers(monologue: Monologue, random: Random) -> tuple[Samples, int]:
    """Put fillers into the middle of pauses; return the sound and how many there are."""
    samples, count = monologue.samples.copy(), 0
    slow = Speaker(monologue.speaker.engine, monologue.speaker.voice, SLOW)
    for pause in monologue.pauses:
        filler = spoken(random.choice(FILLERS), slow)
        room = pause.length_ms - len(filler) * 1000 // SAMPLE_RATE
        if room < 2 * AROUND_MS or random.random() >= SHARE:
            continue
        begin = (pause.start_ms + room // 2) * SAMPLE_RATE // 1000
        samples[begin : begin + len(filler)] += filler
        count += 1
    return np.clip(samples, -1, 1), count


def _unknown(timeline: Timeline, known: Collection[str]) -> Timeline:
    """Return it as somebody hears it who knows no fillers."""
    entries: list[Entry] = [
        replace(entry, words=tuple(word for word in entry.words if word.text not in known))
        if isinstance(entry, Reply)
        else entry
        for entry in timeline.entries
    ]
    return replace(timeline, entries=tuple(entries), listening=UNKNOWN)
