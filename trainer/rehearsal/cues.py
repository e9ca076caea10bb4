"""The one quiet reminder of Practice: seldom, one at a time, and only where it is sure."""

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Overlap, OverlapKind, Reply
from trainer.rating.rubric import PacingRules
from trainer.rating.stretches import Syllables, stretch_of
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    LevelMeasured,
    LineBegan,
    MoodMoved,
    OverlapJudged,
    PhaseChanged,
    RehearsalEvent,
    StepReached,
    TechniquesHeard,
)
from trainer.scenario.kinds import Step
from trainer.techniques.technique import TechniqueId

__all__ = ["APART_MS", "FIRST_MS", "SHOWN_MS", "CueGiver"]

FIRST_MS: Millis = 10_000
"""Nobody is reminded of anything before."""

APART_MS: Millis = 20_000
"""From one reminder to the next at least; what comes up in between is dropped, not kept."""

SHOWN_MS: Millis = 7_000

WAITS_FOR_FEELING = 2
"""After so many replies that named no feeling, one is reminded to."""

UPSET = 50
"""At this pressure or above there is a feeling to be named."""

_NAMES_FEELING = frozenset({TechniqueId.ACKNOWLEDGE_FEELINGS, TechniqueId.VALIDATE})
_NOT_YET_HEARD = frozenset({Step.LISTEN, Step.ACKNOWLEDGE})


class CueGiver:
    """Takes the events of a rehearsal and says when the reminder changes.

    Args:
        rules: What too fast is, and from how many words on that can be told.
        syllables: Counts a word's syllables.
    """

    def __init__(self, rules: PacingRules, syllables: Syllables) -> None:
        self._rules = rules
        self._syllables = syllables
        self._now_ms: Millis = 0
        self._given_ms: Millis | None = None
        self._shown = False
        self._pressure = 0
        self._unheard = True
        self._feeling_named = False
        self._replies = 0

    def take(self, event: RehearsalEvent) -> CueChanged | None:
        """Return what changes with this event; None when nothing does."""
        cue: Cue | None = None
        match event:
            case PhaseChanged(at_ms=at_ms) | LevelMeasured(at_ms=at_ms):
                self._now_ms = max(self._now_ms, at_ms)
            case LineBegan(at_ms=at_ms, pressure=pressure):
                self._now_ms = max(self._now_ms, at_ms)
                self._pressure = pressure
            case MoodMoved(move=move):
                self._pressure = move.pressure
            case StepReached(step=step):
                self._unheard = step in _NOT_YET_HEARD
            case OverlapJudged(overlap=overlap):
                cue = self._over_line(overlap)
            case TechniquesHeard():
                cue = self._after_reply(event)
            case _:
                pass
        return self._give(cue) if cue and self._may_give() else self._withdraw()

    def _over_line(self, overlap: Overlap) -> Cue | None:
        self._now_ms = max(self._now_ms, overlap.end_ms)
        return Cue.LET_FINISH if overlap.overlap_kind is OverlapKind.INTERRUPTION else None

    def _after_reply(self, heard: TechniquesHeard) -> Cue | None:
        self._now_ms = max(self._now_ms, heard.reply.end_ms)
        self._replies += 1
        self._feeling_named |= any(one.id in _NAMES_FEELING for one in heard.techniques)
        if heard.too_long:
            return Cue.SHORTER
        if self._is_fast(heard.reply):
            return Cue.SLOWER
        return Cue.NAME_FEELING if self._lacks_feeling() else None

    def _is_fast(self, reply: Reply) -> bool:
        """Tell whether a reply was surely too fast: beyond amber, by words and by sound."""
        if reply.typed or not reply.words:
            return False
        rules = self._rules
        stretch = stretch_of(reply, rules, self._syllables, None)
        pace = stretch.words_per_minute
        if pace is None or stretch.doubtful or not stretch.is_enough(rules):
            return False
        return pace > rules.target_to_wpm * (1 + rules.amber_share)

    def _lacks_feeling(self) -> bool:
        waited = self._replies >= WAITS_FOR_FEELING and not self._feeling_named
        return waited and self._unheard and self._pressure >= UPSET

    def _may_give(self) -> bool:
        since_ms = None if self._given_ms is None else self._now_ms - self._given_ms
        return self._now_ms >= FIRST_MS and (since_ms is None or since_ms >= APART_MS)

    def _give(self, cue: Cue) -> CueChanged:
        self._given_ms, self._shown = self._now_ms, True
        return CueChanged(self._now_ms, cue)

    def _withdraw(self) -> CueChanged | None:
        if not self._shown or self._given_ms is None or self._now_ms < self._given_ms + SHOWN_MS:
            return None
        self._shown = False
        return CueChanged(self._now_ms, None)
