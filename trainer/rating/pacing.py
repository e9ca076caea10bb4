"""Pacing: how fast, with which pauses, and whether pressure changed it (RUBRIC, section 4).

Speaking time is the reply from its first word's start to its last word's end, pauses included; so
words a minute are words over that time, and articulation rate leaves pauses out.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import LineSpoken, Reply, Timeline
from trainer.conversation.words import Word
from trainer.rating.rubric import PacingRules
from trainer.rating.scorecard import Pacing, ReplyPacing

__all__ = ["Syllables", "line_before", "measure_pacing", "speaking_ms"]

Syllables = Callable[[str], int]
"""How many syllables a word has."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words with the pauses between them: of one reply, or of all."""

    words: int
    speaking_ms: Millis
    syllables: int
    pauses_ms: tuple[Millis, ...]

    @property
    def words_per_minute(self) -> float | None:
        return _rate(self.words * 60_000, self.speaking_ms, 1)

    @property
    def articulation_rate(self) -> float | None:
        return _rate(self.syllables * 1000, self.speaking_ms - sum(self.pauses_ms), 2)

    @property
    def pause_ratio(self) -> float | None:
        return _rate(sum(self.pauses_ms), self.speaking_ms, 3)

    @property
    def longest_pause_ms(self) -> Millis:
        return max(self.pauses_ms, default=0)

    def is_enough(self, rules: PacingRules) -> bool:
        """Tell whether there is enough of it for a verdict."""
        return self.words >= rules.least_words and self.speaking_ms >= rules.least_ms


NO_STRETCH = _Stretch(words=0, speaking_ms=0, syllables=0, pauses_ms=())


def measure_pacing(
    timeline: Timeline, rules: PacingRules, syllables: Syllables, fillers: Collection[str]
) -> Pacing:
    """Measure the pacing of every spoken reply and of all together.

    Args:
        timeline: What took place.
        rules: Thresholds.
        syllables: Counts a word's syllables.
        fillers: Words such as ``um``; not counted when the timeline says they can't be.
    """
    spoken = [reply for reply in timeline.replies if _is_spoken(reply)]
    stretches = {id(reply): _stretch(reply.words, rules, syllables) for reply in spoken}
    replies = tuple(
        _reply_pacing(timeline, reply, stretches.get(id(reply)), rules)
        for reply in timeline.replies
    )
    gaps = [reply.gap_ms for reply in replies if reply.gap_ms is not None]
    whole = _joined(tuple(stretches.values()))
    enough = whole.is_enough(rules)
    return Pacing(
        words_per_minute=whole.words_per_minute if enough else None,
        articulation_rate=whole.articulation_rate if enough else None,
        pause_ratio=whole.pause_ratio if enough else None,
        mean_pause_ms=round(mean(whole.pauses_ms or (0,))) if enough else None,
        longest_pause_ms=whole.longest_pause_ms if enough else None,
        fillers_per_100_words=_fillers(timeline, spoken, fillers) if enough else None,
        reply_gap_ms_median=round(median(gaps)) if gaps else None,
        longest_monologue_ms=max((one.speaking_ms for one in stretches.values()), default=None),
        under_pressure_wpm=_under_pressure(timeline, replies, rules),
        replies=replies,
    )


def speaking_ms(words: Sequence[Word]) -> Millis:
    """Return the time from the first word's start to the last word's end; 0 without words."""
    return words[-1].end_ms - words[0].start_ms if words else 0


def line_before(timeline: Timeline, reply: Reply) -> LineSpoken | None:
    """Return the line that a reply answers; None when another reply stands between."""
    lines = [line for line in timeline.lines if line.start_ms <= reply.start_ms]
    earlier = [
        other.start_ms
        for other in timeline.replies
        if other is not reply and other.start_ms <= reply.start_ms
    ]
    if not lines or (earlier and max(earlier) > lines[-1].start_ms):
        return None
    return lines[-1]


def _is_spoken(reply: Reply) -> bool:
    return not reply.typed and bool(reply.words)


def _rate(amount: float, over: float, digits: int) -> float | None:
    return round(amount / over, digits) if over > 0 else None


def _stretch(words: Sequence[Word], rules: PacingRules, syllables: Syllables) -> _Stretch:
    silences = (after.start_ms - before.end_ms for before, after in pairwise(words))
    return _Stretch(
        words=len(words),
        speaking_ms=speaking_ms(words),
        syllables=sum(syllables(word.text) for word in words),
        pauses_ms=tuple(silence for silence in silences if silence >= rules.pause_ms),
    )


def _joined(stretches: Sequence[_Stretch]) -> _Stretch:
    return _Stretch(
        words=sum(one.words for one in stretches),
        speaking_ms=sum(one.speaking_ms for one in stretches),
        syllables=sum(one.syllables for one in stretches),
        pauses_ms=tuple(pause for one in stretches for pause in one.pauses_ms),
    )


def _reply_pacing(
    timeline: Timeline, reply: Reply, stretch: _Stretch | None, rules: PacingRules
) -> ReplyPacing:
    enough = stretch is not None and stretch.is_enough(rules)
    judged = stretch if stretch and enough else NO_STRETCH
    return ReplyPacing(
        start_ms=reply.start_ms,
        end_ms=reply.end_ms,
        words=len(reply.words),
        words_per_minute=judged.words_per_minute,
        articulation_rate=judged.articulation_rate,
        pause_ratio=judged.pause_ratio,
        longest_pause_ms=judged.longest_pause_ms if enough else None,
        gap_ms=_gap_ms(timeline, reply) if stretch else None,
    )


def _gap_ms(timeline: Timeline, reply: Reply) -> Millis | None:
    line = line_before(timeline, reply)
    return reply.start_ms - line.end_ms if line else None


def _fillers(timeline: Timeline, spoken: Sequence[Reply], fillers: Collection[str]) -> float | None:
    if timeline.listening.fillers_unrated:
        return None
    words = [word.text for reply in spoken for word in reply.words]
    return _rate(100 * sum(word in fillers for word in words), len(words), 1)


def _under_pressure(
    timeline: Timeline, replies: Sequence[ReplyPacing], rules: PacingRules
) -> float | None:
    """Return how much faster the trainee is after outbursts than otherwise, in words a minute."""
    after: list[float] = []
    otherwise: list[float] = []
    for reply, pacing in zip(timeline.replies, replies, strict=True):
        if pacing.words_per_minute is not None:
            line = line_before(timeline, reply)
            outburst = line is not None and (line.pressure or 0) >= rules.outburst_pressure
            (after if outburst else otherwise).append(pacing.words_per_minute)
    return round(median(after) - median(otherwise), 1) if after and otherwise else None
