"""Reading the newsroom's own settings."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from db.schema.newsroom import setting


def every(connection: Connection) -> dict[str, Any]:
    """Return key -> value of every setting that was set."""
    return {row.key: json.loads(row.value) for row in connection.execute(select(setting))}


def get(connection: Connection, key: str, default: Any = "") -> Any:
    found = connection.scalar(select(setting.c.value).where(setting.c.key == key))
    return default if found is None else json.loads(found)
