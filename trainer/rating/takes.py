"""One moment of a call as it was taken: the line, the reply, and what became of the pressure.

Two takes of the same moment are compared by this, whatever came after.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import LineSpoken, OverlapKind, Reply, Timeline
from trainer.rating.scorecard import HeardTechnique

__all__ = ["Take", "take_at"]


@dataclass(frozen=True, slots=True)
class Take:
    """A line of the customer's, and how it was answered.

    Attributes:
        reply: None when nothing was said.
        heard: The techniques in the reply.
        cut_in: The reply interrupted the line.
        gap_ms: From the end of the line to the start of the reply; None where they cut in or
            said nothing, or where the times of the reply are estimates.
        before: The pressure when the line began; None where it was not followed.
        after: The pressure when the customer spoke again, or at the end; None likewise.
        answer: What the customer said then; None when nothing.
    """

    line: LineSpoken
    reply: Reply | None
    heard: tuple[HeardTechnique, ...]
    cut_in: bool
    gap_ms: Millis | None
    before: int | None
    after: int | None
    answer: LineSpoken | None

    @property
    def change(self) -> int | None:
        """How far the pressure moved; None where it was not followed."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def take_at(timeline: Timeline, heard: Sequence[HeardTechnique], at_ms: Millis) -> Take | None:
    """Return how the line that was under way at that time was taken; None before the first."""
    line = next((one for one in reversed(timeline.lines) if one.start_ms <= at_ms), None)
    if line is None:
        return None
    number, reply = _reply_to(timeline, line)
    asked_ms = reply.start_ms if reply else line.start_ms
    later = (one for one in timeline.lines if one.start_ms > max(asked_ms, line.start_ms))
    answer = next(later, None)
    cut_in = reply is not None and _cuts_in(timeline, reply, line)
    timed = reply is not None and not cut_in and not reply.typed
    return Take(
        line=line,
        reply=reply,
        heard=tuple(one for one in heard if one.reply == number),
        cut_in=cut_in,
        gap_ms=max(0, reply.start_ms - line.end_ms) if reply and timed else None,
        before=line.pressure,
        after=_pressure_by(timeline, line, answer.start_ms if answer else timeline.duration_ms),
        answer=answer,
    )


def _reply_to(timeline: Timeline, line: LineSpoken) -> tuple[int | None, Reply | None]:
    """Return the first reply that began after the line did, and its number."""
    replies = enumerate(timeline.replies)
    return next(((n, one) for n, one in replies if one.start_ms > line.start_ms), (None, None))


def _cuts_in(timeline: Timeline, reply: Reply, line: LineSpoken) -> bool:
    return any(
        one.overlap_kind is OverlapKind.INTERRUPTION
        and one.start_ms < line.end_ms
        and reply.start_ms <= one.start_ms < reply.end_ms
        for one in timeline.overlaps
    )


def _pressure_by(timeline: Timeline, line: LineSpoken, until_ms: Millis) -> int | None:
    """Return the pressure after the last move between the line's beginning and then."""
    moves = [one for one in timeline.moods if line.start_ms <= one.start_ms < until_ms]
    return moves[-1].pressure if moves else line.pressure
