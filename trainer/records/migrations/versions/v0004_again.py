"""Keep what it takes to try a moment again, which moment was, and what is seen otherwise."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns of what was tried again, and the table of what is seen otherwise."""
    op.add_column("rehearsals", sa.Column("again_of", sa.Integer))
    op.add_column("rehearsals", sa.Column("again_at_ms", sa.Integer))
    op.create_index("ix_rehearsals_again_of", "rehearsals", ["again_of"])
    op.add_column("timelines", sa.Column("script", sa.Text))
    op.create_table(
        "otherwise",
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        sa.Column("at_ms", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rehearsal_id", "at_ms", name="pk_otherwise"),
        sa.ForeignKeyConstraint(
            ["rehearsal_id"],
            ["rehearsals.id"],
            name="fk_otherwise_rehearsal_id_rehearsals",
            ondelete="CASCADE",
        ),
    )
