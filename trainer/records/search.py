"""Which rehearsals are looked for, and in what order, as a query of the database."""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import QueryableAttribute

from trainer.records.store import Order, RehearsalId, Search
from trainer.records.tables import NoteRow, ProfileRow, RehearsalRow, TagRow

__all__ = ["ids_found", "last_with_notes", "newest_first", "tags_used", "takes_of"]

_COLUMNS: dict[Order, QueryableAttribute[Any]] = {
    Order.WHEN: RehearsalRow.started_at,
    Order.SCENARIO: RehearsalRow.scenario_title,
    Order.MARK: RehearsalRow.overall,
    Order.LENGTH: RehearsalRow.duration_ms,
}


def ids_found(profile: str, search: Search) -> Select[int]:
    """Return the query for the ids that a search finds, in its order; never the bin's."""
    wanted = _of(profile, select(RehearsalRow.id)).where(*map(_has, search.text.split()))
    if search.tag:
        wanted = wanted.where(RehearsalRow.tags.any(TagRow.tag == search.tag))
    by, newest = _COLUMNS[search.order], newest_first()
    ordered = (by.desc() if search.falling else by.asc()).nulls_last()
    return wanted.order_by(ordered, *newest)


def newest_first() -> tuple[ColumnElement[Any], ...]:
    """Return the order of lists: the newest first, of two that began together the later kept."""
    return RehearsalRow.started_at.desc(), RehearsalRow.id.desc()


def tags_used(profile: str) -> Select[str]:
    """Return the query for the tags that a profile's rehearsals bear, in alphabetical order."""
    wanted = select(TagRow.tag).join(RehearsalRow, RehearsalRow.id == TagRow.rehearsal_id)
    return _of(profile, wanted).distinct().order_by(TagRow.tag)


def takes_of(rehearsal: RehearsalId) -> Select[RehearsalRow]:
    """Return the query for how moments of a rehearsal were tried again, the oldest first."""
    wanted = select(RehearsalRow).where(RehearsalRow.again_of == rehearsal)
    wanted = wanted.where(RehearsalRow.trashed_at.is_(None))
    return wanted.order_by(RehearsalRow.started_at, RehearsalRow.id)


def last_with_notes(profile: str, scenario_id: str) -> Select[RehearsalRow]:
    """Return the query for the newest rehearsal of a scenario that something was written on."""
    wanted = _of(profile, select(RehearsalRow)).where(RehearsalRow.scenario_id == scenario_id)
    wanted = wanted.where(RehearsalRow.notes.any(NoteRow.answer != ""))
    return wanted.order_by(*newest_first()).limit(1)


def _of(profile: str, wanted: Select[Any]) -> Select[Any]:
    kept = wanted.join(ProfileRow, ProfileRow.id == RehearsalRow.profile_id)
    return kept.where(ProfileRow.name == profile, RehearsalRow.trashed_at.is_(None))


def _has(word: str) -> ColumnElement[bool]:
    return or_(
        RehearsalRow.scenario_title.icontains(word, autoescape=True),
        RehearsalRow.sentence.icontains(word, autoescape=True),
        RehearsalRow.tags.any(TagRow.tag.icontains(word, autoescape=True)),
    )
