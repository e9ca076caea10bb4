"""The tables of the records, as typed SQLAlchemy mappings."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

__all__ = [
    "Base",
    "NoteRow",
    "OtherwiseRow",
    "OwnMarksRow",
    "ProfileRow",
    "RatingRow",
    "RehearsalRow",
    "TagRow",
    "TimelineRow",
    "Utc",
]


class Utc(TypeDecorator[datetime]):
    """Wall time: any zone in, UTC out, also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn it to UTC on the way in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone: hand in wall time with one")

        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it back its zone."""
        if value is None or dialect.name != "sqlite":
            return value.astimezone(UTC) if value else None
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What every table has in common: how keys are named and wall time is kept."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Utc, str: Text}  # noqa: RUF012 - SQLAlchemy reads it so


class ProfileRow(Base):
    """Who rehearses."""

    __tablename__ = "profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created: Mapped[datetime]


class RehearsalRow(Base):
    """One rehearsal with all that a list shows; marks are those of its newest rating.

    `again_at_ms` is set where a moment of another was tried again, `again_of` while that is kept:
    no foreign key, since SQLite can't give a table one later without making it anew.
    """

    __tablename__ = "rehearsals"
    __table_args__ = (Index(None, "profile_id", "started_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"))
    scenario_id: Mapped[str]
    scenario_title: Mapped[str]
    started_at: Mapped[datetime]
    duration_ms: Mapped[int]
    mode: Mapped[str]
    recogniser: Mapped[str]
    outcome_id: Mapped[str | None]
    outcome_good: Mapped[bool | None]
    outcome_why: Mapped[str | None]
    overall: Mapped[int | None]
    listening: Mapped[int | None]
    calming: Mapped[int | None]
    steps: Mapped[int | None]
    pacing: Mapped[int | None]
    outcome_mark: Mapped[int | None]
    sentence: Mapped[str]
    recording: Mapped[str | None]
    trashed_at: Mapped[datetime | None]
    interruptions: Mapped[int | None]
    words_per_minute: Mapped[float | None]
    under_pressure_wpm: Mapped[float | None]
    reviewed_at: Mapped[datetime | None]
    again_of: Mapped[int | None] = mapped_column(index=True)
    again_at_ms: Mapped[int | None]

    profile: Mapped[ProfileRow] = relationship(lazy="joined", innerjoin=True)
    timeline: Mapped["TimelineRow"] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    ratings: Mapped[list["RatingRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="RatingRow.id"
    )
    own_marks: Mapped["OwnMarksRow | None"] = relationship(
        cascade="all, delete-orphan", passive_deletes=True
    )
    notes: Mapped[list["NoteRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="NoteRow.id"
    )
    otherwise: Mapped[list["OtherwiseRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="OtherwiseRow.at_ms"
    )
    tags: Mapped[list["TagRow"]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="TagRow.tag"
    )


class TimelineRow(Base):
    """What took place, as a JSON document; `format` says how to read it.

    `script` is what it takes to take it up again, as another document.
    """

    __tablename__ = "timelines"

    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), primary_key=True
    )
    format: Mapped[int]
    document: Mapped[str]
    script: Mapped[str | None]


class RatingRow(Base):
    """One rating as a JSON document; a rehearsal may have several, all are kept.

    `corrected` is the timeline that was rated, where its words had been corrected.
    """

    __tablename__ = "ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), index=True
    )
    format: Mapped[int]
    rubric: Mapped[str]
    created: Mapped[datetime]
    document: Mapped[str]
    why: Mapped[str] = mapped_column(default="", server_default="")
    corrected: Mapped[str | None]


class OwnMarksRow(Base):
    """What the trainee would have given themselves, before they saw what they were given."""

    __tablename__ = "own_marks"

    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), primary_key=True
    )
    listening: Mapped[int | None]
    calming: Mapped[int | None]
    steps: Mapped[int | None]
    pacing: Mapped[int | None]
    outcome: Mapped[int | None]
    created: Mapped[datetime]


class NoteRow(Base):
    """An answer to a question of the review page, in the trainee's own words."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), index=True
    )
    question: Mapped[str]
    answer: Mapped[str]
    created: Mapped[datetime]


class OtherwiseRow(Base):
    """What the trainee sees otherwise than the rating does, at one moment."""

    __tablename__ = "otherwise"

    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), primary_key=True
    )
    at_ms: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    created: Mapped[datetime]


class TagRow(Base):
    """A word that a trainee sorts rehearsals by."""

    __tablename__ = "tags"

    rehearsal_id: Mapped[int] = mapped_column(
        ForeignKey("rehearsals.id", ondelete="CASCADE"), primary_key=True
    )
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)
