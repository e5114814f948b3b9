"""Every table of the record, for who needs all of them: one that nobody imported would be left out unsaid."""

from __future__ import annotations

from sqlalchemy import Table

import db.schema.articles
import db.schema.corrections
import db.schema.newsroom
import db.schema.site  # noqa: F401 - each puts its tables into the metadata
from db.schema.base import metadata


def every_table() -> list[Table]:
    """Return the tables, each behind those that it refers to."""
    return metadata.sorted_tables
