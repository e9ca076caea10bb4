"""One mark with everything that led to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from trainer.rating.scorecard import Finding

__all__ = ["NOTHING_SAID", "Judged", "as_mark", "marked", "unrated"]

NOTHING_SAID = "You have not said anything yet."


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark of 0..100, or None with the reason in `not_rated`."""

    mark: int | None
    findings: tuple[Finding, ...] = ()
    not_rated: Mapping[str, str] = field(default_factory=dict)


def as_mark(points: float) -> int:
    """Round to a whole mark of 0..100."""
    return round(min(100.0, max(0.0, points)))


def marked(
    base: float, findings: Sequence[Finding], not_rated: Mapping[str, str] | None = None
) -> Judged:
    """Return the mark that the findings' points lead to from `base`."""
    mark = as_mark(base + sum(finding.points for finding in findings))
    return Judged(mark, tuple(findings), not_rated or {})


def unrated(mark: str, why: str) -> Judged:
    """Return that the mark can't be given."""
    return Judged(None, not_rated={mark: why})
