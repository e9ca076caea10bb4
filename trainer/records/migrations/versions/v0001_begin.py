"""Begin: profiles, rehearsals, timelines, ratings and notes."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0001"
down_revision = None

WALL_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the first tables."""
    _profiles()
    _rehearsals()
    _timelines()
    _ratings()
    _notes()


def _profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created", WALL_TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
        sa.UniqueConstraint("name", name="uq_profiles_name"),
    )


def _rehearsals() -> None:
    op.create_table(
        "rehearsals",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("profile_id", sa.Integer, nullable=False),
        sa.Column("scenario_id", sa.Text, nullable=False),
        sa.Column("scenario_title", sa.Text, nullable=False),
        sa.Column("started_at", WALL_TIME, nullable=False),
        sa.Column("duration_ms", sa.Integer, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("recogniser", sa.Text, nullable=False),
        sa.Column("outcome_id", sa.Text),
        sa.Column("outcome_good", sa.Boolean),
        sa.Column("outcome_why", sa.Text),
        *(
            sa.Column(mark, sa.Integer)
            for mark in ("overall", "listening", "calming", "steps", "pacing", "outcome_mark")
        ),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("recording", sa.Text),
        sa.Column("trashed_at", WALL_TIME),
        sa.PrimaryKeyConstraint("id", name="pk_rehearsals"),
        _belongs_to("profiles", "profile_id", "rehearsals"),
    )
    op.create_index(
        "ix_rehearsals_profile_id_started_at", "rehearsals", ["profile_id", "started_at"]
    )


def _timelines() -> None:
    op.create_table(
        "timelines",
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("rehearsal_id", name="pk_timelines"),
        _belongs_to("rehearsals", "rehearsal_id", "timelines"),
    )


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("rubric", sa.Text, nullable=False),
        sa.Column("created", WALL_TIME, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ratings"),
        _belongs_to("rehearsals", "rehearsal_id", "ratings"),
    )
    op.create_index("ix_ratings_rehearsal_id", "ratings", ["rehearsal_id"])


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("created", WALL_TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        _belongs_to("rehearsals", "rehearsal_id", "notes"),
    )
    op.create_index("ix_notes_rehearsal_id", "notes", ["rehearsal_id"])


def _belongs_to(parent: str, column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_{table}_{column}_{parent}", ondelete="CASCADE"
    )
