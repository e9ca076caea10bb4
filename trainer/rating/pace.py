"""The pacing mark: what the measured pace is worth."""

from collections.abc import Iterator, Mapping

from trainer.conversation.timeline import Reply, Timeline
from trainer.rating.judged import NOTHING_SAID, Judged, marked, unrated
from trainer.rating.rubric import PacingRules, Rubric
from trainer.rating.scorecard import Against, Finding, Pacing
from trainer.rating.voice import find_voice, voice_unrated

__all__ = ["band_mark", "mark_pacing"]

TYPED = "You typed your replies, so there is no pace to rate."
NO_WORDS = "No words were recognised, so there is no count of them over time."
DOUBTFUL = (
    "The recognised words and the sound do not agree on how much was said, so your pace is not "
    "judged by them. Another recogniser may hear you better."
)
ESTIMATED = "The figure is an estimate from voiced stretches without words, and costs nothing."
SHORT = "No reply was long enough for a verdict on its pace."


_USUAL: Mapping[Against, str] = {
    "": "otherwise",
    "other replies": "otherwise",
    "sound check": "in your sound check",
}


def mark_pacing(timeline: Timeline, pacing: Pacing, rubric: Rubric) -> Judged:
    """Return the pacing mark: 100, less what was too fast, too slow or too long."""
    rules = rubric.pacing
    if not timeline.replies:
        return unrated("pacing", NOTHING_SAID)
    if all(reply.typed for reply in timeline.replies):
        return unrated("pacing", TYPED)
    why = _unrated(pacing)
    if why:
        return unrated("pacing", why)
    findings = (
        *_off_pace(timeline, pacing, rules),
        *_doubtful(timeline, pacing),
        *_monologues(timeline, pacing, rules),
        *_rattled(timeline, pacing, rules),
        *_fillers(timeline, pacing, rules),
        *find_voice(timeline, rubric.voice),
    )
    return marked(100, findings, _measures_unrated(timeline, pacing))


def _unrated(pacing: Pacing) -> str:
    """Return why there is no pace to rate; empty when there is."""
    long_enough = [reply for reply in pacing.replies if reply.articulation_rate]
    if not long_enough:
        return SHORT
    if not any(reply.words_per_minute for reply in long_enough):
        return NO_WORDS
    return DOUBTFUL if all(reply.doubtful for reply in long_enough) else ""


def _measures_unrated(timeline: Timeline, pacing: Pacing) -> dict[str, str]:
    fillers = timeline.listening.fillers_unrated
    voice = voice_unrated(timeline)
    said = f"{fillers} {ESTIMATED}" if pacing.fillers_estimated else fillers
    return {
        **({"fillers_per_100_words": said} if fillers else {}),
        **({"voice": voice} if voice else {}),
    }


def band_mark(words_per_minute: float, rules: PacingRules) -> float:
    """Return what a pace is worth: 100 in the target, less with the distance from it."""
    low, high = rules.target_from_wpm, rules.target_to_wpm
    off = max(1 - words_per_minute / low, words_per_minute / high - 1, 0.0)
    if off <= rules.amber_share:
        return 100 - (100 - rules.amber_mark) * off / rules.amber_share
    left = (rules.lost_share - off) / (rules.lost_share - rules.amber_share)
    return max(0.0, rules.amber_mark * left)


def _finding(rule: str, points: float, reply: Reply, text: str) -> Finding:
    return Finding("pacing", rule, round(points, 2), reply.start_ms, reply.end_ms, reply.text, text)


def _off_pace(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    """Yield a finding for each reply outside the target, weighed by its words."""
    rated = [
        (reply, measured.words, measured.words_per_minute)
        for reply, measured in zip(timeline.replies, pacing.replies, strict=True)
        if measured.words_per_minute and not measured.doubtful
    ]
    total = sum(words for _, words, _ in rated)
    for reply, words, pace in rated:
        points = (band_mark(pace, rules) - 100) * words / total
        fast = pace > rules.target_to_wpm
        if points and (fast or rules.fluency):
            text = f"You spoke {'fast' if fast else 'slowly'} here: {pace:.0f} words a minute."
            yield _finding("too_fast" if fast else "too_slow", points, reply, text)


def _doubtful(timeline: Timeline, pacing: Pacing) -> Iterator[Finding]:
    """Yield a remark, without points, for replies whose words the sound does not bear out."""
    for reply, measured in zip(timeline.replies, pacing.replies, strict=True):
        if measured.doubtful:
            apart = 100 * (measured.disagreement or 0.0)
            text = (
                f"The recognised words and the sound are {apart:.0f} % apart here, so the pace is "
                "an estimate from the sound and not rated."
            )
            yield _finding("doubtful_words", 0.0, reply, text)


def _monologues(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    for reply, measured in zip(timeline.replies, pacing.replies, strict=True):
        length_ms = measured.speaking_ms or 0
        if length_ms > rules.monologue_ms:
            text = f"You talked for {length_ms / 1000:.0f} seconds without a stop."
            yield _finding("monologue", rules.monologue_points, reply, text)


def _rattled(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    change = pacing.under_pressure_wpm
    if change is not None and change > rules.rattled_wpm:
        usual = _USUAL[pacing.under_pressure_against]
        text = f"After outbursts you spoke {change:.0f} words a minute faster than {usual}."
        yield _whole(timeline, "rattled", rules.rattled_points, text)


def _fillers(timeline: Timeline, pacing: Pacing, rules: PacingRules) -> Iterator[Finding]:
    fillers = pacing.fillers_per_100_words
    if fillers is None or fillers <= rules.fillers_per_100_words:
        return
    if pacing.fillers_estimated:
        text = f"About {fillers:.0f} fillers in 100 words, by voiced stretches without words."
        yield _whole(timeline, "fillers_estimated", 0.0, text)
    else:
        text = f"There were {fillers:.0f} fillers in 100 words."
        yield _whole(timeline, "fillers", rules.fillers_points, text)


def _whole(timeline: Timeline, rule: str, points: float, text: str) -> Finding:
    return Finding("pacing", rule, points, 0, timeline.duration_ms, "", text)
