"""The time that the database itself says, in the form of the record, for a question about many rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class Now(FunctionElement[str]):
    """The time of this machine where the record is a file, of the server where it is on one."""

    type = Text()
    inherit_cache = True


@compiles(Now)
def _of_file(_now: Now, _compiler: Any, **_more: Any) -> str:
    return "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"


@compiles(Now, "postgresql")
def _of_server(_now: Now, _compiler: Any, **_more: Any) -> str:
    return "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
