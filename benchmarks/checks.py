"""Whether doubt and raised voices are found where they are made, and only there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from benchmarks.acoustics import from_db
from benchmarks.monologues import Monologue, blocks_of
from benchmarks.sayings import SENTENCE
from benchmarks.spoken import spoken
from trainer.audio.level import rms_db
from trainer.audio.speaking import SpeechMeter, articulation_of
from trainer.conversation.blocks import Samples
from trainer.conversation.timeline import Baseline, Listening, Reply, ReplySound, Timeline
from trainer.conversation.words import Span
from trainer.rating.pacing import Syllables, measure_pacing
from trainer.rating.rubric import Rubric
from trainer.rating.voice import find_voice

__all__ = ["doubt_figures", "voice_figures"]

LOST_SHARE = 0.4
"""So many words a bad recogniser loses."""

LOUDER_DB = 9.0
HIGHER = 40
"""Steps of espeak-ng's pitch, 0..99, above what the sentence was read at: about 6 semitones."""


def doubt_figures(
    timelines: Sequence[Timeline], rubric: Rubric, syllables: Syllables, seed: int
) -> dict[str, float | None]:
    """Return how many replies are doubted: as they were heard, and with 40 % of the words lost."""
    random = Random(seed)
    lossy = [_with_words_lost(timeline, random) for timeline in timelines]
    return {
        "doubted": _doubted(timelines, rubric, syllables),
        "doubted_words_lost": _doubted(lossy, rubric, syllables),
    }


def _with_words_lost(timeline: Timeline, random: Random) -> Timeline:
    entries = tuple(
        replace(entry, words=tuple(w for w in entry.words if random.random() >= LOST_SHARE))
        if isinstance(entry, Reply)
        else entry
        for entry in timeline.entries
    )
    return replace(timeline, entries=entries)


def _doubted(timelines: Sequence[Timeline], rubric: Rubric, syllables: Syllables) -> float | None:
    replies = [
        reply
        for timeline in timelines
        for reply in measure_pacing(timeline, rubric.pacing, syllables, ()).replies
        if reply.articulation_rate is not None
    ]
    return sum(reply.doubtful for reply in replies) / len(replies) if replies else None


def voice_figures(monologues: Sequence[Monologue], rubric: Rubric) -> dict[str, float | None]:
    """Return how many replies are flagged: as in the sound check, only louder, and raised."""
    espeak = [one for one in monologues if one.speaker.engine == "espeak-ng"]
    found = [list(_flagged(one, rubric)) for one in espeak]
    names = ("voice_flagged_alike", "voice_flagged_louder_only", "voice_flagged_raised")
    return {
        name: sum(flags[place] for flags in found) / len(found) if found else None
        for place, name in enumerate(names)
    }


def _flagged(one: Monologue, rubric: Rubric) -> Iterator[bool]:
    """Yield whether the voice is flagged: alike, only louder, and louder and higher."""
    baseline = _baseline(spoken(SENTENCE, one.speaker))
    higher = replace(one.speaker, pitch=min(99, one.speaker.pitch + HIGHER))
    alike = spoken(one.text, one.speaker)
    for sound in (alike, _louder(alike), _louder(spoken(one.text, higher))):
        reply = Reply(0, len(sound) // 16, (), sound=_measured(sound))
        timeline = Timeline(reply.end_ms, (reply,), Listening(baseline=baseline))
        yield any(find_voice(timeline, rubric.voice))


def _louder(sound: Samples) -> Samples:
    return np.asarray(np.clip(sound * from_db(LOUDER_DB), -1, 1), dtype=np.float32)


def _baseline(sound: Samples) -> Baseline:
    measured = _measured(sound)
    rate = articulation_of(measured)
    pitch_hz = measured.pitch_hz
    return Baseline(None, level_db=rms_db(sound), pitch_hz=pitch_hz, articulation_rate=rate)


def _measured(sound: Samples) -> ReplySound:
    meter = SpeechMeter()
    for block in blocks_of(sound):
        meter.hear(block)
    measured = meter.sound((Span(0, len(sound) // 16),))
    assert measured is not None
    return measured
