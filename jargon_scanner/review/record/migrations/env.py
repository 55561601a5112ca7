"""Runs the steps on the connection that ``opened`` gives."""

from __future__ import annotations

from alembic import context

from jargon_scanner.review.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
