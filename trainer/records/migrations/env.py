"""Runs the steps on the connection that `trainer.records.schema` hands in."""

from alembic import context

from trainer.records.tables import Base

__all__: list[str] = []

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
