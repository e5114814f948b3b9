"""Schema changes, run by Alembic."""
