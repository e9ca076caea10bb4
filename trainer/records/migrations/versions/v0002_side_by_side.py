"""Keep why a rehearsal was rated again, the corrected words, and the trainee's own marks."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"

MARKS = ("listening", "calming", "steps", "pacing", "outcome")


def upgrade() -> None:
    """Add two columns to the ratings, and the table of own marks."""
    with op.batch_alter_table("ratings") as ratings:
        ratings.add_column(sa.Column("why", sa.Text, nullable=False, server_default=""))
        ratings.add_column(sa.Column("corrected", sa.Text))
    op.create_table(
        "own_marks",
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        *(sa.Column(mark, sa.Integer) for mark in MARKS),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rehearsal_id", name="pk_own_marks"),
        sa.ForeignKeyConstraint(
            ["rehearsal_id"],
            ["rehearsals.id"],
            name="fk_own_marks_rehearsal_id_rehearsals",
            ondelete="CASCADE",
        ),
    )
