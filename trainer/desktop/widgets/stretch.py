"""Which stretch of a call is shown: zooming and panning, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.conversation.words import Span

__all__ = ["Stretch"]

CLOSEST_MS = 5_000.0
STEP = 1.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where and how much is shown, in ms; never beyond either end."""

    duration_ms: float
    from_ms: float
    span_ms: float

    @classmethod
    def whole(cls, duration_ms: int) -> Stretch:
        """Show everything."""
        length_ms = float(max(1, duration_ms))
        return cls(length_ms, 0.0, length_ms)

    @property
    def span(self) -> Span:
        """What is shown, in whole ms."""
        return Span(round(self.from_ms), round(self.until_ms))

    @property
    def until_ms(self) -> float:
        """Where it ends."""
        return self.from_ms + self.span_ms

    def panned(self, from_ms: float) -> Stretch:
        """Begin at that moment, or as near to it as the ends allow."""
        last_ms = self.duration_ms - self.span_ms
        return replace(self, from_ms=min(max(from_ms, 0.0), last_ms))

    def revealing(self, span: Span) -> Stretch:
        """Pan, if that is needed, until a span is in sight."""
        if self.from_ms <= span.start_ms and span.end_ms <= self.until_ms:
            return self
        return self.panned(span.start_ms - self.span_ms / 4)

    def zoomed(self, at_ms: float, *, closer: bool) -> Stretch:
        """Show less or more; that moment stays where it is, or comes to the middle."""
        wanted_ms = self.span_ms / STEP if closer else self.span_ms * STEP
        least_ms = min(CLOSEST_MS, self.duration_ms)
        span_ms = min(max(wanted_ms, least_ms), self.duration_ms)
        share = (at_ms - self.from_ms) / self.span_ms
        share = share if 0 <= share <= 1 else 0.5
        return replace(self, span_ms=span_ms).panned(at_ms - share * span_ms)
