"""Rehearsals that are kept in memory, to be listed and looked at again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.desktop.refusing import Refusing
from trainer.conversation.words import Span
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId, RehearsalSummary, StoredRehearsal

__all__ = ["FakeHistory", "FakeReviews"]


@dataclass
class FakeHistory(Refusing):
    """`HistoryServices` over a list."""

    kept: list[StoredRehearsal] = field(default_factory=list)
    trashed: list[RehearsalId] = field(default_factory=list)

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what is kept and not in the bin."""
        self._refuse("rehearsals")
        return [each.summary for each in self.kept if each.summary.id not in self.trashed]

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put it aside."""
        self._refuse("trash")
        self.trashed.append(rehearsal)

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
        self.trashed.remove(rehearsal)


@dataclass
class FakeReviews(FakeHistory):
    """`ReviewServices` over the same list; nothing sounds."""

    played: list[Span] = field(default_factory=list)
    finished: list[Callable[[], None]] = field(default_factory=list)
    silenced: int = 0
    reports: list[Path] = field(default_factory=list)

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Return one that is kept."""
        self._refuse("load")
        for each in self.kept:
            if each.summary.id == rehearsal:
                return each
        raise RecordsProblem("That rehearsal is no longer here. Choose another from Home.")

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Keep the span."""
        del rehearsal
        self._refuse("play")
        self.played.append(span)
        self.finished.append(finished)

    def stop_playing(self) -> None:
        """Count it."""
        self.silenced += 1

    def export_report(self, rehearsal: RehearsalId, path: Path) -> None:
        """Keep where it would be."""
        del rehearsal
        self._refuse("export_report")
        self.reports.append(path)
