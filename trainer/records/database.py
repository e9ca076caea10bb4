"""Keeps every finished rehearsal: the database, and the recordings beside it.

Importing this module brings SQLAlchemy (up to a second on a busy machine): import it where records
are opened, off the window's thread. The types it speaks in are in `trainer.records.store`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from trainer.rating.next_up import Tried
from trainer.rating.scorecard import Marks
from trainer.records.engine import (
    BUSY_MS,
    DamagedRecords,
    open_server,
    open_sqlite,
    said_plainly,
    writing,
)
from trainer.records.problems import RecordsProblem
from trainer.records.recordings import delete_recording, free_path, recordings_in, set_aside
from trainer.records.rows import (
    note_of,
    own_marks_of,
    own_marks_row,
    rating_row,
    rehearsal_row,
    show_rating,
    stored_of,
    summary_of,
)
from trainer.records.search import ids_found, last_with_notes, newest_first, tags_used, takes_of
from trainer.records.store import (
    Amount,
    FinishedRehearsal,
    Note,
    Otherwise,
    Profile,
    RehearsalId,
    RehearsalSummary,
    Search,
    StoredRating,
    StoredRehearsal,
)
from trainer.records.tables import NoteRow, OtherwiseRow, ProfileRow, RehearsalRow, TagRow

__all__ = ["Records"]

AT_ONCE = 500
"""So many ids go into one statement; databases set a limit to them."""


class Records:
    """Profiles and their rehearsals; may be used from any thread.

    Every method raises `RecordsProblem` when database or disk refuse.

    Attributes:
        remark: What the person should be told after opening; empty when there is nothing.
    """

    def __init__(self, engine: Engine, folder: Path, place: str, remark: str = "") -> None:
        self.remark = remark
        self._engine = engine
        self._recordings = folder / "recordings"
        self._place = place

    @classmethod
    def open(cls, folder: Path, *, url: str | None = None, busy_ms: int = BUSY_MS) -> Self:
        """Open the records in `folder`, made when they are missing, their tables up to date.

        A database that is damaged is moved aside, never deleted, and a new one begun; `remark`
        then says so.

        Args:
            folder: Holds the recordings and, without `url`, the database.
            url: SQLAlchemy's address of a database server to use instead.
            busy_ms: How long to wait for another program that is writing.
        """
        place = folder / "records.db"
        with said_plainly(str(folder)):
            (folder / "recordings").mkdir(parents=True, exist_ok=True)
        if url:
            return cls(open_server(url), folder, "The records server")
        try:
            return cls(open_sqlite(place, busy_ms=busy_ms), folder, str(place))
        except DamagedRecords:
            kept = set_aside(place)
        remark = (
            f"Your records were damaged. They are kept as {kept}, and new ones have been begun; "
            "the recordings are still there and can be rated again."
        )
        return cls(open_sqlite(place, busy_ms=busy_ms), folder, str(place), remark)

    def close(self) -> None:
        """Let go of the database; may be called twice."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def profiles(self) -> tuple[Profile, ...]:
        """Return everybody who rehearses here, by name."""
        with said_plainly(self._place), Session(self._engine) as session:
            rows = session.scalars(select(ProfileRow).order_by(ProfileRow.name))
            return tuple(Profile(row.name, row.created) for row in rows)

    def add_profile(self, name: str, created: datetime) -> Profile:
        """Keep somebody's name; one that is known stays as it is."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _profile(session, name, created)
            return Profile(row.name, row.created)

    def save(self, finished: FinishedRehearsal) -> RehearsalId:
        """Keep a rehearsal, all of it or nothing."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            profile = _profile(session, finished.profile, finished.started_at)
            row = rehearsal_row(finished, profile, self._name_of(finished.recording))
            session.add(row)
            session.flush()
            return RehearsalId(row.id)

    def rehearsals(
        self, profile: str | None = None, *, trashed: bool = False, limit: int | None = None
    ) -> tuple[RehearsalSummary, ...]:
        """Return a profile's rehearsals (everybody's without one), newest first.

        Args:
            profile: Whose.
            trashed: Those in the bin rather than the others.
            limit: So many of them at the most.
        """
        binned = RehearsalRow.trashed_at
        wanted = select(RehearsalRow).options(selectinload(RehearsalRow.tags))
        wanted = wanted.order_by(*newest_first()).limit(limit)
        wanted = wanted.where(binned.is_not(None) if trashed else binned.is_(None))
        if profile is not None:
            wanted = wanted.join(RehearsalRow.profile).where(ProfileRow.name == profile)
        with said_plainly(self._place), Session(self._engine) as session:
            return tuple(summary_of(row) for row in session.scalars(wanted))

    def tried(self, profile: str) -> tuple[Tried, ...]:
        """Return which scenarios a profile rehearsed and how it went, newest first.

        Moments that were tried again are no rehearsals of a scenario.
        """
        row = RehearsalRow
        marks = (row.listening, row.calming, row.steps, row.pacing, row.outcome_mark)
        wanted = select(row.scenario_id, row.overall, *marks).join(row.profile)
        wanted = wanted.where(ProfileRow.name == profile, row.trashed_at.is_(None))
        wanted = wanted.where(row.again_at_ms.is_(None))
        with said_plainly(self._place), Session(self._engine) as session:
            found = session.execute(wanted.order_by(*newest_first()))
            return tuple(
                Tried(scenario, overall, Marks(*given)) for scenario, overall, *given in found
            )

    def found(self, profile: str, search: Search) -> tuple[RehearsalId, ...]:
        """Return the ids of the rehearsals that a search finds, in its order."""
        with said_plainly(self._place), Session(self._engine) as session:
            found = session.scalars(ids_found(profile, search))
            return tuple(RehearsalId(id_) for id_ in found)

    def summaries(self, rehearsals: Sequence[RehearsalId]) -> tuple[RehearsalSummary, ...]:
        """Return these as lists show them, in that order; those that are gone are left out."""
        wanted = select(RehearsalRow).options(selectinload(RehearsalRow.tags))
        with said_plainly(self._place), Session(self._engine) as session:
            of_id = {
                row.id: summary_of(row)
                for some in _portions(rehearsals)
                for row in session.scalars(wanted.where(RehearsalRow.id.in_(some)))
            }
        return tuple(of_id[id_] for id_ in rehearsals if id_ in of_id)

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open a rehearsal again."""
        with said_plainly(self._place), Session(self._engine) as session:
            row = _rehearsal(session, rehearsal)
            return stored_of(row, self._recording_of(row))

    def rescore(self, rehearsal: RehearsalId, rated: StoredRating) -> None:
        """Keep another rating beside the earlier ones; lists show this one."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _rehearsal(session, rehearsal)
            row.ratings.append(rating_row(rated))
            show_rating(row, rated.rating)

    def mark_oneself(self, rehearsal: RehearsalId, marks: Marks, at: datetime) -> None:
        """Keep what the trainee gives themselves, before they see what they were given.

        Raises:
            RecordsProblem: They have done it already; marks given later would tell nothing.
        """
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _rehearsal(session, rehearsal)
            if row.own_marks is not None:
                raise RecordsProblem(
                    "You have marked this rehearsal already. The first marks stay."
                )
            row.own_marks = own_marks_row(marks, at)

    def self_assessments(self, profile: str) -> tuple[tuple[Marks, Marks], ...]:
        """Return a profile's own and given marks of each rehearsal with both, oldest first."""
        wanted = (
            select(RehearsalRow)
            .join(RehearsalRow.profile)
            .where(ProfileRow.name == profile, RehearsalRow.trashed_at.is_(None))
            .order_by(RehearsalRow.started_at, RehearsalRow.id)
        )
        with said_plainly(self._place), Session(self._engine) as session:
            rows = list(session.scalars(wanted))
            pairs = ((own_marks_of(row), summary_of(row).marks) for row in rows)
            return tuple((own, given) for own, given in pairs if own is not None)

    def add_note(self, rehearsal: RehearsalId, note: Note) -> None:
        """Keep what the trainee makes of a rehearsal."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _rehearsal(session, rehearsal)
            row.notes.append(
                NoteRow(question=note.question, answer=note.answer, created=note.created)
            )

    def see_otherwise(self, rehearsal: RehearsalId, otherwise: Otherwise) -> None:
        """Keep what the trainee sees otherwise at a moment, instead of what they said before.

        Empty words take it back.
        """
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            _rehearsal(session, rehearsal)
            at = (OtherwiseRow.rehearsal_id == rehearsal, OtherwiseRow.at_ms == otherwise.at_ms)
            session.execute(delete(OtherwiseRow).where(*at))
            if otherwise.words:
                row = OtherwiseRow(
                    rehearsal_id=rehearsal,
                    at_ms=otherwise.at_ms,
                    words=otherwise.words,
                    created=otherwise.created,
                )
                session.add(row)

    def takes(self, rehearsal: RehearsalId) -> tuple[RehearsalSummary, ...]:
        """Return how moments of a rehearsal were tried again, the oldest take first."""
        wanted = takes_of(rehearsal).options(selectinload(RehearsalRow.tags))
        with said_plainly(self._place), Session(self._engine) as session:
            return tuple(summary_of(row) for row in session.scalars(wanted))

    def last_notes(self, profile: str, scenario_id: str) -> tuple[Note, ...]:
        """Return what a profile wrote last on a scenario: of each question the newest answer."""
        with said_plainly(self._place), Session(self._engine) as session:
            row = session.scalar(last_with_notes(profile, scenario_id))
            newest = {one.question: note_of(one) for one in row.notes} if row else {}
            return tuple(note for note in newest.values() if note.answer)

    def review(self, rehearsal: RehearsalId, at: datetime) -> None:
        """Keep when a rehearsal was first looked at; later times change nothing."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _rehearsal(session, rehearsal)
            row.reviewed_at = row.reviewed_at or at

    def tags(self, profile: str) -> tuple[str, ...]:
        """Return the tags that a profile's rehearsals bear, in alphabetical order."""
        with said_plainly(self._place), Session(self._engine) as session:
            return tuple(session.scalars(tags_used(profile)))

    def tag(self, rehearsals: Iterable[RehearsalId], tag: str) -> None:
        """Give rehearsals a tag; those that bear it keep it."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            for some in _portions(rehearsals):
                here = select(RehearsalRow.id).where(RehearsalRow.id.in_(some))
                bear = select(TagRow.rehearsal_id).where(TagRow.tag == tag)
                without = session.scalars(here.where(RehearsalRow.id.not_in(bear)))
                session.add_all([TagRow(rehearsal_id=id_, tag=tag) for id_ in without])

    def untag(self, rehearsals: Iterable[RehearsalId], tag: str) -> None:
        """Take a tag from rehearsals."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            for some in _portions(rehearsals):
                bear = TagRow.rehearsal_id.in_(some)
                session.execute(delete(TagRow).where(bear, TagRow.tag == tag))

    def trash(self, rehearsal: RehearsalId, at: datetime) -> None:
        """Put a rehearsal in the bin."""
        self._bin(rehearsal, at)

    def restore(self, rehearsal: RehearsalId) -> None:
        """Take a rehearsal out of the bin."""
        self._bin(rehearsal, None)

    def trash_all(self, rehearsals: Iterable[RehearsalId], at: datetime) -> None:
        """Put several rehearsals in the bin, all of them or none."""
        self._bin_all(rehearsals, at)

    def restore_all(self, rehearsals: Iterable[RehearsalId]) -> None:
        """Take several rehearsals out of the bin, all of them or none."""
        self._bin_all(rehearsals, None)

    def purge(self, rehearsal: RehearsalId) -> None:
        """Delete a rehearsal for good, its recording too."""
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            row = _rehearsal(session, rehearsal)
            recording = self._recording_of(row)
            session.delete(row)
            takes = update(RehearsalRow).where(RehearsalRow.again_of == rehearsal)
            session.execute(takes.values(again_of=None))
        if recording and recording.parent == self._recordings:
            delete_recording(recording)

    def forget_sound(self, before: datetime) -> int:
        """Delete the recordings of rehearsals that began before; return how many.

        One that can't be deleted now stays, and is tried again the next time.
        """
        wanted = select(RehearsalRow).where(RehearsalRow.recording.is_not(None))
        wanted = wanted.where(RehearsalRow.started_at < before)
        forgotten = 0
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            for row in session.scalars(wanted):
                recording = self._recording_of(row)
                if recording is None or _is_deleted(recording, self._recordings):
                    row.recording = None
                    forgotten += recording is not None
        return forgotten

    def amount(self, profile: str) -> Amount:
        """Return how much of a profile's is kept, and how much lies in the bin."""
        mine = select(RehearsalRow).join(RehearsalRow.profile).where(ProfileRow.name == profile)
        with said_plainly(self._place), Session(self._engine) as session:
            rows = list(session.scalars(mine))
            listed = [row for row in rows if row.trashed_at is None]
            sounds = [path for row in listed if (path := self._recording_of(row))]
            sizes = sum(path.stat().st_size for path in sounds)
            return Amount(len(listed), len(sounds), sizes, len(rows) - len(listed))

    @property
    def recordings(self) -> Path:
        """Where the recordings lie."""
        return self._recordings

    def recording_path(self, scenario_id: str, started_at: datetime) -> Path:
        """Return where the recording of a rehearsal that begins now is to be written."""
        return free_path(self._recordings, scenario_id, started_at)

    def orphans(self) -> tuple[Path, ...]:
        """Return recordings that no rehearsal knows, such as a crash leaves, oldest first.

        A recording that is being written is among them: ask before a rehearsal begins.
        """
        with said_plainly(self._place), Session(self._engine) as session:
            known = set(session.scalars(select(RehearsalRow.recording)))
        return recordings_in(self._recordings, known)

    def _bin(self, rehearsal: RehearsalId, at: datetime | None) -> None:
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            _rehearsal(session, rehearsal).trashed_at = at

    def _bin_all(self, rehearsals: Iterable[RehearsalId], at: datetime | None) -> None:
        with said_plainly(self._place), Session(writing(self._engine)) as session, session.begin():
            for some in _portions(rehearsals):
                chosen = update(RehearsalRow).where(RehearsalRow.id.in_(some))
                session.execute(chosen.values(trashed_at=at))

    def _name_of(self, recording: Path | None) -> str | None:
        """Return how a recording is kept: by name in our folder, by its whole path elsewhere."""
        if recording is None:
            return None
        return recording.name if recording.parent == self._recordings else str(recording.resolve())

    def _recording_of(self, row: RehearsalRow) -> Path | None:
        path = self._recordings / row.recording if row.recording else None
        return path if path and path.exists() else None


def _profile(session: Session, name: str, created: datetime) -> ProfileRow:
    named = select(ProfileRow).where(ProfileRow.name == name)
    known = session.scalar(named)
    if known:
        return known

    new = ProfileRow(name=name, created=created)
    try:
        with session.begin_nested():
            session.add(new)
    except IntegrityError:  # another program has just made it
        return session.scalars(named).one()
    session.refresh(new)
    return new


def _is_deleted(recording: Path, folder: Path) -> bool:
    """Delete a recording of ours; tell whether it is gone. Others' files are only let go of."""
    try:
        if recording.parent == folder:
            delete_recording(recording)
    except RecordsProblem:
        return False
    return True


def _rehearsal(session: Session, rehearsal: RehearsalId) -> RehearsalRow:
    row = session.get(RehearsalRow, rehearsal)
    if row is None:
        raise RecordsProblem("That rehearsal is no longer kept. Go back to the list.")
    return row


def _portions(rehearsals: Iterable[RehearsalId]) -> Iterator[tuple[RehearsalId, ...]]:
    rest = iter(rehearsals)
    while some := tuple(islice(rest, AT_ONCE)):
        yield some
