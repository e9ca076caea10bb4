"""The voice against its own sound check: evidence, never a statement on what anybody feels."""

from collections.abc import Iterator, Sequence
from math import log2
from statistics import median

from trainer.conversation.timeline import Baseline, Reply, ReplySound, Timeline, VoiceStep, mean_db
from trainer.conversation.words import Span
from trainer.rating.rubric import VoiceRules
from trainer.rating.scorecard import Finding

__all__ = ["find_voice", "voice_unrated"]

STEP_MS = 250
"""How long a step of the voice is."""

NO_SOUND_CHECK = "There was no sound check to compare your voice with."


def voice_unrated(timeline: Timeline) -> str:
    """Return why the voice can't be compared; empty when it can, or nobody spoke aloud."""
    if not any(reply.sound for reply in timeline.replies):
        return ""
    baseline = timeline.listening.baseline
    return "" if baseline and baseline.level_db is not None else NO_SOUND_CHECK


def find_voice(timeline: Timeline, rules: VoiceRules) -> Iterator[Finding]:
    """Yield each moment that is louder, and higher or quicker, than in the sound check."""
    baseline = timeline.listening.baseline
    if baseline is None:
        return
    usual = _usual_rate(timeline, baseline)
    spans = [
        (reply, span, how)
        for reply in timeline.replies
        if reply.sound
        for span, how in _flagged(reply.sound, baseline, usual, rules)
    ]
    for place, (reply, span, how) in enumerate(spans):
        points = rules.points if place < rules.most else 0.0
        text = f"Louder and {how} than in your sound check, at {_clock(span.start_ms)}."
        quote = _words_in(reply, span)
        yield Finding("pacing", "louder", points, span.start_ms, span.end_ms, quote, text)


def _usual_rate(timeline: Timeline, baseline: Baseline) -> float | None:
    """Return syllables a second of the sound check, or of the usual reply if that is quicker.

    The sentence that is read there has short words, whose syllables take longer than others.
    """
    if not baseline.articulation_rate:
        return None
    whole = [_rate(reply.sound, reply.sound.span) for reply in timeline.replies if reply.sound]
    return max(baseline.articulation_rate, median(whole)) if whole else None


def _rate(sound: ReplySound, span: Span) -> float:
    """Return syllables a second of what could be heard in that span."""
    spoken_ms = sum(span.overlap_ms(said) for said in sound.sounding)
    nuclei = sum(span.start_ms <= at_ms < span.end_ms for at_ms in sound.nuclei)
    return nuclei * 1000 / spoken_ms if spoken_ms else 0.0


def _flagged(
    sound: ReplySound, baseline: Baseline, usual: float | None, rules: VoiceRules
) -> Iterator[tuple[Span, str]]:
    if baseline.level_db is None:
        return
    for span in _louder(sound.steps, baseline.level_db + rules.louder_db, rules.least_ms):
        how = [
            word
            for word, so in (
                ("higher", _is_higher(sound, span, baseline, rules)),
                ("quicker", _is_quicker(sound, span, usual, rules)),
            )
            if so
        ]
        if how:
            yield span, ", ".join(how)


def _louder(steps: Sequence[VoiceStep], least_db: float, least_ms: int) -> list[Span]:
    """Return where the mean over the shortest time that counts stays that loud."""
    size = -(-least_ms // STEP_MS)
    found: list[Span] = []
    for first in range(len(steps) - size + 1):
        window = steps[first : first + size]
        span = Span(window[0].start_ms, window[-1].start_ms + STEP_MS)
        unbroken = span.length_ms == size * STEP_MS
        if not unbroken or mean_db([step.level_db for step in window]) < least_db:
            continue
        if found and span.start_ms <= found[-1].end_ms:
            found[-1] = Span(found[-1].start_ms, span.end_ms)
        else:
            found.append(span)
    return found


def _is_higher(sound: ReplySound, span: Span, baseline: Baseline, rules: VoiceRules) -> bool:
    pitches = [
        step.pitch_hz
        for step in sound.steps
        if step.pitch_hz is not None and span.start_ms <= step.start_ms < span.end_ms
    ]
    if not pitches or not baseline.pitch_hz:
        return False
    return 12 * log2(median(pitches) / baseline.pitch_hz) >= rules.higher_semitones


def _is_quicker(sound: ReplySound, span: Span, usual: float | None, rules: VoiceRules) -> bool:
    return usual is not None and _rate(sound, span) >= usual * (1 + rules.quicker_share)


def _words_in(reply: Reply, span: Span) -> str:
    return " ".join(word.text for word in reply.words if word.span.overlap_ms(span))


def _clock(at_ms: int) -> str:
    return f"{at_ms // 60_000}:{at_ms // 1000 % 60:02d}"
