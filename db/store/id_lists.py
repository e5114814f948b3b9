"""Long lists of ids, gathered by the database itself: row by row, a hundred thousand keep all other threads waiting."""

from __future__ import annotations

import json
from array import array

from sqlalchemy import Connection, Select, func, select


def gathered(connection: Connection, query: Select[tuple[int]]) -> array[int]:
    """Return the ids that ``query`` gives, in its order."""
    rows = query.subquery()
    if connection.dialect.name == "postgresql":
        return array("q", connection.scalar(select(func.array_agg(rows.c[0])).select_from(rows)) or ())
    found = connection.scalar(select(func.json_group_array(rows.c[0])).select_from(rows))
    return array("q", json.loads(str(found)))
