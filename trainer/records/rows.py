"""Turns what is kept into rows of the tables, and rows back into what was kept."""

from datetime import datetime
from pathlib import Path

from trainer.conversation.timeline import Outcome
from trainer.rating.scorecard import Marks, Rating
from trainer.records.documents import (
    FORMAT,
    rating_json,
    read_rating,
    read_script,
    read_timeline,
    script_json,
    timeline_json,
)
from trainer.records.problems import RecordsProblem
from trainer.records.store import (
    Again,
    FinishedRehearsal,
    Mode,
    Note,
    Otherwise,
    RehearsalId,
    RehearsalSummary,
    StoredRating,
    StoredRehearsal,
)
from trainer.records.tables import (
    NoteRow,
    OtherwiseRow,
    OwnMarksRow,
    ProfileRow,
    RatingRow,
    RehearsalRow,
    TimelineRow,
)

__all__ = [
    "note_of",
    "own_marks_of",
    "own_marks_row",
    "rating_row",
    "rehearsal_row",
    "show_rating",
    "stored_of",
    "summary_of",
]


def rehearsal_row(
    finished: FinishedRehearsal, profile: ProfileRow, recording: str | None
) -> RehearsalRow:
    """Make the row of a finished rehearsal, with its timeline and rating."""
    timeline, outcome = finished.timeline, finished.timeline.outcome
    row = RehearsalRow(
        profile=profile,
        scenario_id=finished.scenario_id,
        scenario_title=finished.scenario_title,
        started_at=finished.started_at,
        duration_ms=timeline.duration_ms,
        mode=finished.mode.value,
        recogniser=timeline.listening.recogniser,
        outcome_id=outcome.id if outcome else None,
        outcome_good=outcome.good if outcome else None,
        outcome_why=outcome.why if outcome else None,
        sentence="",
        recording=recording,
        again_of=finished.again.of if finished.again else None,
        again_at_ms=finished.again.at_ms if finished.again else None,
        timeline=TimelineRow(
            format=FORMAT,
            document=timeline_json(timeline),
            script=script_json(finished.script) if finished.script else None,
        ),
    )
    if finished.rating:
        rated = StoredRating(finished.rating, finished.rubric, finished.started_at)
        row.ratings.append(rating_row(rated))
        show_rating(row, finished.rating)
    return row


def rating_row(rated: StoredRating) -> RatingRow:
    """Make the row of one rating."""
    return RatingRow(
        format=FORMAT,
        rubric=rated.rubric,
        created=rated.created,
        document=rating_json(rated.rating),
        why=rated.why,
        corrected=timeline_json(rated.corrected) if rated.corrected else None,
    )


def own_marks_row(marks: Marks, created: datetime) -> OwnMarksRow:
    """Make the row of the trainee's own marks."""
    return OwnMarksRow(
        listening=marks.listening,
        calming=marks.calming,
        steps=marks.steps,
        pacing=marks.pacing,
        outcome=marks.outcome,
        created=created,
    )


def show_rating(row: RehearsalRow, rating: Rating) -> None:
    """Let lists show that rating's marks."""
    marks = rating.scorecard.marks
    row.overall = rating.scorecard.overall
    row.listening, row.calming, row.steps = marks.listening, marks.calming, marks.steps
    row.pacing, row.outcome_mark = marks.pacing, marks.outcome
    row.sentence = rating.scorecard.summary
    row.interruptions = _interruptions(rating)
    row.words_per_minute = rating.pacing.words_per_minute
    row.under_pressure_wpm = rating.pacing.under_pressure_wpm


def summary_of(row: RehearsalRow) -> RehearsalSummary:
    """Return what a list shows; no document is read."""
    return RehearsalSummary(
        id=RehearsalId(row.id),
        profile=row.profile.name,
        scenario_id=row.scenario_id,
        scenario_title=row.scenario_title,
        started_at=row.started_at,
        duration_ms=row.duration_ms,
        mode=Mode(row.mode),
        recogniser=row.recogniser,
        outcome=_outcome_of(row),
        overall=row.overall,
        marks=Marks(row.listening, row.calming, row.steps, row.pacing, row.outcome_mark),
        sentence=row.sentence,
        trashed_at=row.trashed_at,
        interruptions=row.interruptions,
        words_per_minute=row.words_per_minute,
        under_pressure_wpm=row.under_pressure_wpm,
        reviewed_at=row.reviewed_at,
        tags=tuple(tag.tag for tag in row.tags),
        again=_again_of(row),
    )


def stored_of(row: RehearsalRow, recording: Path | None) -> StoredRehearsal:
    """Return the whole rehearsal.

    Raises:
        RecordsProblem: A document was written by a newer version, or is damaged.
    """
    if max(row.timeline.format, *(rating.format for rating in row.ratings), 0) > FORMAT:
        raise RecordsProblem(
            "This rehearsal was kept by a newer Soft Answer. Update Soft Answer to open it."
        )
    try:
        return StoredRehearsal(
            summary=summary_of(row),
            timeline=read_timeline(row.timeline.document),
            ratings=tuple(_rating_of(rating) for rating in row.ratings),
            notes=tuple(note_of(note) for note in row.notes),
            recording=recording,
            own_marks=own_marks_of(row),
            script=read_script(row.timeline.script) if row.timeline.script else None,
            otherwise=tuple(_otherwise_of(one) for one in row.otherwise),
        )
    except ValueError as damaged:
        raise RecordsProblem(
            f"What was kept of “{row.scenario_title}” can't be read any more. "
            "Its recording is not touched: rate that again."
        ) from damaged


def _interruptions(rating: Rating) -> int | None:
    card = rating.scorecard
    if card.marks.listening is None or "interruptions" in card.not_rated:
        return None
    return sum(finding.rule == "interruption" for finding in card.findings)


def _outcome_of(row: RehearsalRow) -> Outcome | None:
    if row.outcome_id is None:
        return None
    return Outcome(row.outcome_id, good=bool(row.outcome_good), why=row.outcome_why or "")


def own_marks_of(row: RehearsalRow) -> Marks | None:
    """Return what the trainee gave themselves; None where they did not."""
    own = row.own_marks
    if own is None:
        return None
    return Marks(own.listening, own.calming, own.steps, own.pacing, own.outcome)


def _rating_of(row: RatingRow) -> StoredRating:
    corrected = read_timeline(row.corrected) if row.corrected else None
    return StoredRating(read_rating(row.document), row.rubric, row.created, row.why, corrected)


def _again_of(row: RehearsalRow) -> Again | None:
    if row.again_at_ms is None:
        return None
    return Again(None if row.again_of is None else RehearsalId(row.again_of), row.again_at_ms)


def _otherwise_of(row: OtherwiseRow) -> Otherwise:
    return Otherwise(row.at_ms, row.words, row.created)


def note_of(row: NoteRow) -> Note:
    """Return what was written."""
    return Note(row.question, row.answer, row.created)
