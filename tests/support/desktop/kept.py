"""Rehearsals that are kept in memory, to be listed and looked at again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.support.desktop.examples import better_rating
from tests.support.desktop.refusing import Refusing
from trainer.conversation.timeline import Timeline
from trainer.conversation.words import Span
from trainer.desktop.services import Voice
from trainer.rating.scorecard import Rating
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId, RehearsalSummary, StoredRating, StoredRehearsal

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

    fluency: bool = True
    played: list[tuple[Span, Voice]] = field(default_factory=list)
    finished: list[Callable[[], None]] = field(default_factory=list)
    silenced: int = 0
    rescored: list[tuple[Timeline, str]] = field(default_factory=list)
    rerated: Rating = field(default_factory=better_rating)
    exported: list[tuple[str, Path]] = field(default_factory=list)

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Return one that is kept."""
        self._refuse("load")
        for each in self.kept:
            if each.summary.id == rehearsal:
                return each
        raise RecordsProblem("That rehearsal is no longer here. Choose another from Home.")

    def shows_fluency(self) -> bool:
        """Tell what the person has chosen."""
        return self.fluency

    def play(
        self,
        rehearsal: RehearsalId,
        span: Span,
        finished: Callable[[], None],
        voice: Voice = "both",
    ) -> None:
        """Keep the span and the voice."""
        del rehearsal
        self._refuse("play")
        self.played.append((span, voice))
        self.finished.append(finished)

    def stop_playing(self) -> None:
        """Count it."""
        self.silenced += 1

    def rescore(self, rehearsal: RehearsalId, timeline: Timeline, why: str) -> StoredRehearsal:
        """Give it the rating that the test has put ready, as `Program.rescore` does."""
        self._refuse("rescore")
        stored = self.load(rehearsal)
        corrected = None if timeline == stored.timeline else timeline
        again = StoredRating(self.rerated, "1", stored.summary.started_at, why, corrected)
        self.rescored.append((timeline, why))
        rated = replace(stored, ratings=(*stored.ratings, again))
        self.kept[self.kept.index(stored)] = rated
        return rated

    def export_report(self, rehearsal: RehearsalId, path: Path, *, clips: bool = False) -> None:
        """Keep where it would be."""
        self._export("report with clips" if clips else "report", rehearsal, path)

    def export_sound(self, rehearsal: RehearsalId, path: Path) -> None:
        """Keep where it would be."""
        self._export("sound", rehearsal, path)

    def export_data(self, rehearsal: RehearsalId, path: Path) -> None:
        """Keep where it would be."""
        self._export("data", rehearsal, path)

    def _export(self, what: str, rehearsal: RehearsalId, path: Path) -> None:
        del rehearsal
        self._refuse("export")
        self.exported.append((what, path))
