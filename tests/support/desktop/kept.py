"""Rehearsals that are kept in memory, to be listed and looked at again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.support.desktop.examples import better_rating
from tests.support.desktop.people import FakePeople
from tests.support.rehearsals import BEGAN
from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Timeline
from trainer.conversation.words import Span
from trainer.desktop.services import Voice
from trainer.rating.next_up import Tried
from trainer.rating.scorecard import Marks, Rating
from trainer.records.problems import RecordsProblem
from trainer.records.store import (
    Note,
    Order,
    Otherwise,
    RehearsalId,
    RehearsalSummary,
    Search,
    StoredRating,
    StoredRehearsal,
)

__all__ = ["FakeHistory", "FakeReviews"]


@dataclass
class FakeHistory(FakePeople):
    """`HistoryServices` over a list, of whoever is rehearsing."""

    kept: list[StoredRehearsal] = field(default_factory=list)
    trashed: list[RehearsalId] = field(default_factory=list)

    def rehearsals(self, limit: int | None = None) -> Sequence[RehearsalSummary]:
        """Return what is kept and not in the bin."""
        self._refuse("rehearsals")
        mine = (each.summary for each in self.kept if each.summary.profile == self.rehearsing)
        return [one for one in mine if one.id not in self.trashed][:limit]

    def tried(self) -> Sequence[Tried]:
        """Return the same, as far as the next one hangs on it; takes are no tries."""
        whole = (one for one in self.rehearsals() if one.again is None)
        return [Tried(one.scenario_id, one.overall, one.marks) for one in whole]

    def found(self, search: Search) -> Sequence[RehearsalId]:
        """Find by the title and the tags."""
        self._refuse("found")
        found = [one for one in self.rehearsals() if _fits(one, search)]
        return [one.id for one in sorted(found, key=_KEYS[search.order], reverse=search.falling)]

    def summaries(self, rehearsals: Sequence[RehearsalId]) -> Sequence[RehearsalSummary]:
        """Return these."""
        self._refuse("summaries")
        of_id = {one.id: one for one in self.rehearsals()}
        return [of_id[id_] for id_ in rehearsals if id_ in of_id]

    def reviewed(self, rehearsal: RehearsalId) -> None:
        """Remember that it was looked at."""
        self._change(rehearsal, lambda one: replace(one, reviewed_at=one.reviewed_at or BEGAN))

    def tags(self) -> Sequence[str]:
        """Return the tags in use."""
        return sorted({tag for one in self.rehearsals() for tag in one.tags})

    def tag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Give them a tag."""
        self._refuse("tag")
        for each in rehearsals:
            self._change(each, lambda one: replace(one, tags=tuple(sorted({*one.tags, tag}))))

    def untag(self, rehearsals: Sequence[RehearsalId], tag: str) -> None:
        """Take it from them."""
        for each in rehearsals:
            self._change(
                each, lambda one: replace(one, tags=tuple(had for had in one.tags if had != tag))
            )

    def trash(self, *rehearsals: RehearsalId) -> None:
        """Put them aside."""
        self._refuse("trash")
        self.trashed.extend(rehearsals)

    def restore(self, *rehearsals: RehearsalId) -> None:
        """Bring them back."""
        self._refuse("restore")
        for rehearsal in rehearsals:
            self.trashed.remove(rehearsal)

    def _change(
        self, rehearsal: RehearsalId, to: Callable[[RehearsalSummary], RehearsalSummary]
    ) -> None:
        self.kept = [
            replace(each, summary=to(each.summary)) if each.summary.id == rehearsal else each
            for each in self.kept
        ]


_KEYS: dict[Order, Callable[[RehearsalSummary], Any]] = {
    Order.WHEN: lambda one: one.started_at,
    Order.SCENARIO: lambda one: one.scenario_title,
    Order.MARK: lambda one: -1 if one.overall is None else one.overall,
    Order.LENGTH: lambda one: one.duration_ms,
}


def _fits(one: RehearsalSummary, search: Search) -> bool:
    said = " ".join((one.scenario_title, one.sentence, *one.tags)).casefold()
    has = all(word.casefold() in said for word in search.text.split())
    return has and (not search.tag or search.tag in one.tags)


@dataclass
class FakeReviews(FakeHistory):
    """`ReviewServices` over the same list; nothing sounds."""

    played: list[tuple[Span, Voice]] = field(default_factory=list)
    finished: list[Callable[[], None]] = field(default_factory=list)
    silenced: int = 0
    rescored: list[tuple[Timeline, str]] = field(default_factory=list)
    rerated: Rating = field(default_factory=better_rating)
    written: list[tuple[str, Path]] = field(default_factory=list)

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Return one that is kept."""
        self._refuse("load")
        for each in self.kept:
            if each.summary.id == rehearsal:
                return each
        raise RecordsProblem("That rehearsal is no longer here. Choose another from Home.")

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

    def mark_oneself(self, rehearsal: RehearsalId, marks: Marks) -> None:
        """Keep the marks."""
        self._refuse("mark_oneself")
        stored = self.load(rehearsal)
        self.kept[self.kept.index(stored)] = replace(stored, own_marks=marks)

    def takes(self, rehearsal: RehearsalId) -> Sequence[RehearsalSummary]:
        """Return the takes of it that are kept."""
        self._refuse("takes")
        takes = [one for one in self.rehearsals() if one.again and one.again.of == rehearsal]
        return sorted(takes, key=lambda one: one.started_at)

    def side_by_side(self, take: RehearsalId) -> Sequence[StoredRehearsal]:
        """Return the whole one and its takes of that moment."""
        self._refuse("side_by_side")
        kept = self.load(take)
        again = kept.summary.again
        if again is None or again.of is None:
            return [kept]
        takes = [one for one in self.takes(again.of) if one.again == again]
        return [self.load(again.of), *(self.load(one.id) for one in takes)]

    def see_otherwise(self, rehearsal: RehearsalId, at_ms: Millis, words: str) -> StoredRehearsal:
        """Keep the words."""
        self._refuse("see_otherwise")
        stored = self.load(rehearsal)
        others = [one for one in stored.otherwise if one.at_ms != at_ms]
        said = [Otherwise(at_ms, words, stored.summary.started_at)] if words else []
        seen = tuple(sorted((*others, *said), key=lambda one: one.at_ms))
        self.kept[self.kept.index(stored)] = replace(stored, otherwise=seen)
        return self.load(rehearsal)

    def last_notes(self, scenario_id: str) -> Sequence[Note]:
        """Return the notes of the newest rehearsal that has any."""
        self._refuse("last_notes")
        mine = (self.load(one.id) for one in self.rehearsals() if one.scenario_id == scenario_id)
        return next((one.notes for one in mine if one.notes), ())

    def keep_note(self, rehearsal: RehearsalId, question: str, answer: str) -> None:
        """Keep the note."""
        self._refuse("keep_note")
        stored = self.load(rehearsal)
        note = Note(question, answer, stored.summary.started_at)
        self.kept[self.kept.index(stored)] = replace(stored, notes=(*stored.notes, note))

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
        self.written.append((what, path))
