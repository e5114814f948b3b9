"""The rows of a table as they are now, which the entries of the chain are held against."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, select


def rows_by_id(connection: Connection, table: Table) -> dict[int, dict[str, Any]]:
    """Return every row of a table by its id, in their order."""
    return {row["id"]: dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()}
