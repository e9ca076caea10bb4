"""When nobody spoke for so long that it is felt."""

from collections.abc import Iterable

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Silence
from trainer.conversation.words import Span

__all__ = ["DEAD_AIR_MS", "find_silences"]

DEAD_AIR_MS: Millis = 3_000
"""From this length on silence is an entry of the timeline (RUBRIC, section 3)."""


def find_silences(spoken: Iterable[Span]) -> tuple[Silence, ...]:
    """Return the dead air between stretches of anybody's speech, given in any order."""
    ordered = sorted(spoken, key=lambda span: span.start_ms)
    silences: list[Silence] = []
    until_ms = ordered[0].end_ms if ordered else 0
    for span in ordered:
        if span.start_ms - until_ms >= DEAD_AIR_MS:
            silences.append(Silence(until_ms, span.start_ms))
        until_ms = max(until_ms, span.end_ms)
    return tuple(silences)
