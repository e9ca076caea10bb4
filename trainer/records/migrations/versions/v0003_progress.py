"""Keep tags, when a rehearsal was looked at, and the figures that progress is drawn from."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add four columns to the rehearsals and the table of tags; fill in what is known."""
    with op.batch_alter_table("rehearsals") as rehearsals:
        rehearsals.add_column(sa.Column("interruptions", sa.Integer))
        rehearsals.add_column(sa.Column("words_per_minute", sa.Double))
        rehearsals.add_column(sa.Column("under_pressure_wpm", sa.Double))
        rehearsals.add_column(sa.Column("reviewed_at", sa.DateTime(timezone=True)))
    op.create_table(
        "tags",
        sa.Column("rehearsal_id", sa.Integer, nullable=False),
        sa.Column("tag", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("rehearsal_id", "tag", name="pk_tags"),
        sa.ForeignKeyConstraint(
            ["rehearsal_id"],
            ["rehearsals.id"],
            name="fk_tags_rehearsal_id_rehearsals",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_tags_tag", "tags", ["tag"])
    _count_as_reviewed()
    _fill_in_figures()


def _count_as_reviewed() -> None:
    """What was kept before was shown when it was over."""
    op.execute("UPDATE rehearsals SET reviewed_at = started_at")


def _fill_in_figures() -> None:
    fill = sa.text(
        "UPDATE rehearsals SET interruptions = :interruptions,"
        " words_per_minute = :words_per_minute, under_pressure_wpm = :under_pressure_wpm"
        " WHERE id = :rehearsal"
    )
    for figures in list(_known_figures()):
        op.get_bind().execute(fill, figures)


def _known_figures() -> Iterator[dict[str, Any]]:
    """Yield the figures of every newest rating that this version can read."""
    newest = sa.text(
        "SELECT rehearsal_id, document FROM ratings"
        " WHERE format = 1 AND id IN (SELECT max(id) FROM ratings GROUP BY rehearsal_id)"
    )
    for rehearsal, document in op.get_bind().execute(newest):
        try:
            rating = json.loads(document)
            pacing, scorecard = rating["pacing"], rating["scorecard"]
            findings, not_rated = scorecard["findings"], scorecard["not_rated"]
        except (ValueError, LookupError, TypeError):
            continue  # a document that is damaged has no figures
        counted = sum(one.get("rule") == "interruption" for one in findings)
        unrated = "interruptions" in not_rated or scorecard["marks"].get("listening") is None
        yield {
            "rehearsal": rehearsal,
            "interruptions": None if unrated else counted,
            "words_per_minute": pacing.get("words_per_minute"),
            "under_pressure_wpm": pacing.get("under_pressure_wpm"),
        }
