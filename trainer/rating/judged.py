"""One mark with everything that led to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer.rating.scorecard import Finding, Part

__all__ = ["NOTHING_SAID", "TAKEN_UP", "Judged", "as_mark", "marked", "unrated"]

NOTHING_SAID = "You have not said anything yet."
TAKEN_UP = "You tried one moment again: this needs a conversation from its beginning."


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark of 0..100, or None with the reason in `not_rated`; it starts at `base`."""

    mark: int | None
    findings: tuple[Finding, ...] = ()
    base: float = 0.0
    not_rated: Mapping[str, str] = field(default_factory=dict)

    @property
    def made_of(self) -> tuple[Part, ...]:
        """Where it starts, each finding's points, and what keeps it a whole mark of 0..100."""
        if self.mark is None:
            return ()
        points = [
            Part(one.rule, one.points, "points", one.start_ms, one.end_ms)
            for one in self.findings
            if one.points
        ]
        rest = round(self.mark - self.base - sum(part.value for part in points), 2)
        kept = [Part("kept a whole mark of 0 to 100", rest, "points")] if rest else []
        return (Part("start", self.base, "points"), *points, *kept)


def as_mark(points: float) -> int:
    """Round to a whole mark of 0..100."""
    return round(min(100.0, max(0.0, points)))


def marked(
    base: float, findings: Sequence[Finding], not_rated: Mapping[str, str] | None = None
) -> Judged:
    """Return the mark that the findings' points lead to from `base`."""
    mark = as_mark(base + sum(finding.points for finding in findings))
    return Judged(mark, tuple(findings), base, not_rated or {})


def unrated(mark: str, why: str) -> Judged:
    """Return that the mark can't be given."""
    return Judged(None, not_rated={mark: why})
