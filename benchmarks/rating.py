"""How right the measures of pacing are, and what rating costs.

Replies are spoken by ten voices at many paces, with pauses that are put in, so that what is true of
them is known to the sample. Words a minute go the whole road of `rate`: gate, ears, sound, rating;
pauses and articulation are of the sound alone. `rating_cost` is everything that a rating takes
besides gate and recogniser, as a share of the recording's length: measuring the sound as it goes
by, and the rating of the finished timeline.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import correlation, fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.checks import doubt_figures, voice_figures
from benchmarks.figures import Figures, percentile, run, say
from benchmarks.fillers import filler_figures
from benchmarks.levels import seeds_of, tiny_model
from benchmarks.monologues import Monologue, blocks_of, make_monologues
from benchmarks.technique_figures import measure_techniques
from trainer.audio.gate import SpeechGate
from trainer.audio.speaking import PAUSE_MS, SpeechMeter, articulation_of
from trainer.conversation.blocks import BLOCK_MS, Millis
from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import (
    Entry,
    LineSpoken,
    Listening,
    Reply,
    ReplySound,
    Timeline,
    VoiceStep,
)
from trainer.conversation.words import Span, shifted
from trainer.rating.pacing import measure_pacing
from trainer.rating.rating import rate
from trainer.records.database import Records
from trainer.records.interchange import transcript_lines
from trainer.records.store import FinishedRehearsal, StoredRating
from trainer.records.transcripts import corrected
from trainer.rehearsal.library import Library
from trainer.rehearsal.recorded import ChannelListener, Heard, listen_to, timeline_of

MONOLOGUES = 60
RESCORED_MS: Millis = 20 * 60_000
RESCORES = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of one reply.

    Attributes:
        timeline: As the whole road makes it.
        sound: Of what the gate heard.
        metering_s: How long measuring the sound took.
    """

    monologue: Monologue
    timeline: Timeline
    sound: ReplySound | None
    metering_s: float


def measure(seed: int, monologues: int) -> tuple[Figures, Mapping[str, object]]:
    """Measure everything."""
    library = Library()
    say(f"{monologues} replies ...")
    found = []
    for one in make_monologues(seed, monologues, library.syllables):
        found.append(_heard(one))
        if len(found) % 10 == 0:
            say(f"{len(found)} of {monologues}")
    figures: dict[str, float | None] = {
        **_pace(found, library),
        **_pauses(found),
        **_articulation(found),
        "rating_cost": _cost(found, library),
        **_rescoring(found, library),
        **doubt_figures([one.timeline for one in found], library.rubric, library.syllables, seed),
        **voice_figures([one.monologue for one in found], library.rubric),
        **filler_figures(seed, library.rubric.pacing, library.syllables, library.phrases.fillers),
        **_techniques(seed),
    }
    return figures, _about(found, library, seed)


def _techniques(seed: int) -> Mapping[str, float]:
    """Return how well techniques are heard; `bench techniques` tells each of them."""
    found = measure_techniques(seed)
    return {name: value for name, value in found.items() if not name.startswith("f1_")}


def _heard(monologue: Monologue) -> Measured:
    listener = ChannelListener(SpeechGate, tiny_model().recogniser)
    length_ms = listen_to(blocks_of(monologue.samples), listener)
    timeline = timeline_of(Heard([]), listener.heard, length_ms, Listening("tiny"), OverlapRules())
    meter = SpeechMeter()
    begun_s = perf_counter()
    for block in blocks_of(monologue.samples):
        meter.hear(block)
    sound = meter.sound([span for said in listener.heard.utterances for span in said.speech])
    return Measured(monologue, timeline, sound, perf_counter() - begun_s)


def _pace(found: Sequence[Measured], library: Library) -> dict[str, float | None]:
    """Return how far words a minute are off, as the whole road measures them."""
    rules, fillers = library.rubric.pacing, library.phrases.fillers
    measured = [
        measure_pacing(one.timeline, rules, library.syllables, fillers).words_per_minute
        for one in found
    ]
    paces = [one.monologue.words_per_minute for one in found]
    return {
        "wpm_error": _error(measured, paces),
        "wpm_error_median": _error(measured, paces, middle=True),
        "wpm_unmeasured": measured.count(None) / len(measured),
    }


def _error(
    measured: Sequence[float | None], true: Sequence[float], *, middle: bool = False
) -> float | None:
    """Return the mean error as a share of the truth, or the median one."""
    pairs = zip(measured, true, strict=True)
    errors = [abs(one / truth - 1) for one, truth in pairs if one is not None]
    if not errors:
        return None
    return median(errors) if middle else fmean(errors)


def _pauses(found: Sequence[Measured]) -> dict[str, float | None]:
    """Return how far each pause is off; one that was not found is off by all of its length."""
    errors: list[float] = []
    more = 0
    for one in found:
        heard = one.sound.pauses(PAUSE_MS) if one.sound else ()
        more += sum(not any(gap.overlap_ms(true) for true in one.monologue.pauses) for gap in heard)
        for true in one.monologue.pauses:
            gaps = [gap.length_ms for gap in heard if gap.overlap_ms(true)]
            errors.append(min((abs(gap - true.length_ms) for gap in gaps), default=true.length_ms))
    return {
        "pause_error_p50_ms": percentile(errors, 50),
        "pause_error_p95_ms": percentile(errors, 95),
        "pauses": len(errors),
        "pauses_made_up": more,
    }


def _articulation(found: Sequence[Measured]) -> dict[str, float | None]:
    pairs = [
        (rate, one.monologue.articulation_rate)
        for one in found
        if one.sound and (rate := articulation_of(one.sound)) is not None
    ]
    return {
        "articulation_r": correlation(*zip(*pairs, strict=True)),
        "articulation_bias": fmean(rate / truth - 1 for rate, truth in pairs),
    }


def _cost(found: Sequence[Measured], library: Library) -> float:
    """Return what all but gate and recogniser takes of the recordings' length."""
    detector = library.detector()
    rate(found[0].timeline, detector, library.rubric, library.syllables)
    begun_s = perf_counter()
    for one in found:
        rate(one.timeline, detector, library.rubric, library.syllables)
    rating_s = perf_counter() - begun_s
    metering_s = sum(one.metering_s for one in found)
    length_ms = sum(len(list(blocks_of(one.monologue.samples))) * BLOCK_MS for one in found)
    return (rating_s + metering_s) * 1000 / length_ms


# Rating again


def _rescoring(found: Sequence[Measured], library: Library) -> dict[str, float | None]:
    """Return how long a kept rehearsal of 20 minutes takes to rate again, from disk to disk."""
    timeline = _long(found)
    lines = list(transcript_lines(timeline))
    detector = library.detector()
    at = datetime.now(UTC)
    rating = rate(timeline, detector, library.rubric, library.syllables)
    taken_ms: list[float] = []
    with TemporaryDirectory() as folder, Records.open(Path(folder)) as records:
        kept = FinishedRehearsal("Ada", "long", "Long", at, timeline, rating)
        for _ in range(RESCORES):
            number = records.save(kept)
            begun_s = perf_counter()
            changed = corrected(records.load(number).rated, lines, "transcript")
            again = rate(changed, detector, library.rubric, library.syllables)
            records.rescore(number, StoredRating(again, "", at, "", changed))
            taken_ms.append((perf_counter() - begun_s) * 1000)
    return {"rescore_ms": median(taken_ms), "rescore_ms_worst": max(taken_ms)}


def _long(found: Sequence[Measured]) -> Timeline:
    """Return a conversation of 20 minutes: each reply after a line of its length."""
    entries: list[Entry] = []
    at_ms: Millis = 1_000
    while at_ms < RESCORED_MS:
        for one in found:
            reply = one.timeline.replies[0]
            entries += _exchange(reply, at_ms)
            at_ms += 2 * reply.span.length_ms + 1_000
            if at_ms >= RESCORED_MS:
                break
    return Timeline(at_ms, tuple(entries))


def _exchange(reply: Reply, at_ms: Millis) -> Iterator[Entry]:
    length_ms = reply.span.length_ms
    words = shifted(reply.words, at_ms - reply.start_ms)
    yield LineSpoken(at_ms, at_ms + length_ms, f"line.{at_ms}", words, reply.text, 80)
    by_ms = at_ms + length_ms + 500 - reply.start_ms
    yield replace(
        reply,
        start_ms=reply.start_ms + by_ms,
        end_ms=reply.end_ms + by_ms,
        words=shifted(reply.words, by_ms),
        speech=_moved(reply.speech, by_ms),
        sound=reply.sound and _sound_moved(reply.sound, by_ms),
    )


def _sound_moved(sound: ReplySound, by_ms: Millis) -> ReplySound:
    return ReplySound(
        _moved(sound.sounding, by_ms),
        _moved(sound.voiced, by_ms),
        tuple(at_ms + by_ms for at_ms in sound.nuclei),
        tuple(
            VoiceStep(step.start_ms + by_ms, step.level_db, step.pitch_hz) for step in sound.steps
        ),
    )


def _moved(spans: Sequence[Span], by_ms: Millis) -> tuple[Span, ...]:
    return tuple(Span(span.start_ms + by_ms, span.end_ms + by_ms) for span in spans)


def _about(found: Sequence[Measured], library: Library, seed: int) -> Mapping[str, object]:
    rules, fillers = library.rubric.pacing, library.phrases.fillers
    pacings = [measure_pacing(one.timeline, rules, library.syllables, fillers) for one in found]
    replies = [reply for pacing in pacings for reply in pacing.replies]
    words = sum(one.monologue.words for one in found)
    heard = sum(len(reply.words) for one in found for reply in one.timeline.replies)
    return {
        "seeds": seeds_of(seed),
        "recogniser": "vosk-model-tiny-synthetic-en, which stands for a small model",
        "replies": len(found),
        "minutes": round(sum(one.timeline.duration_ms for one in found) / 60_000, 1),
        "words_heard": round(heard / words, 3),
        "replies_doubted": sum(reply.doubtful for reply in replies),
        "voices": sorted({one.monologue.speaker.voice for one in found}),
        "paces": [
            round(min(one.monologue.words_per_minute for one in found)),
            round(max(one.monologue.words_per_minute for one in found)),
        ],
    }


if __name__ == "__main__":
    run("rating", measure, monologues=MONOLOGUES)
